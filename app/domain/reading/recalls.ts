/** Rules for a sentence that says that a promise exists, whoever says it. */
import { namedCommitment } from "./named-commitment.ts";
import { givenToOthers, money, parliament, receiverIsOther, startsWithMoney } from "./receivers.ts";
import { GOV_SUBJECT, governmentDid, PRONOUN } from "./subjects.ts";
import type { Rule, Utterance } from "./utterance.ts";
import { lastWords, wordsOf } from "./utterance.ts";
import {
  B,
  E,
  GOVERNMENT,
  HERE_AND_NOW,
  INFORM,
  INFORMED,
  KAMER,
  NAMED_OFFICE,
  PAPER,
  pattern,
  patternWith,
  SAME_DEBATE,
  word,
} from "./wording.ts";

const PROMISED = "(?:toegezegd|beloofd)";
const promised = new RegExp(word(PROMISED), "giu");
const laterInDebate = pattern(SAME_DEBATE);
/** What was promised is to be said in this debate: "ik had beloofd er in tweede termijn op in te gaan". */
const forThisDebate = (text: string, end: number): boolean => laterInDebate.test(text.slice(end, end + 200));

/** "Niets toegezegd", unless the words after "niet" open a clause of their own: "doet niet wat hij heeft toegezegd". */
const CLAUSE_WORD = "wat|dat|die|zoals|als|hetgeen|waar\\p{L}*";
const notPromised = pattern(
  `${word("niet|geen|niets|nooit|nimmer")}(?: (?!(?:${CLAUSE_WORD})${E})[^ ;:,]+){0,6} (?:${PROMISED}|kunnen toezeggen|willen toezeggen)${E}`,
);
const doubleNegation = pattern(`${B}niet (?:waar|juist|zo),? dat${E}`);
const isDenied = (text: string): boolean => notPromised.test(text) && !doubleNegation.test(text);

/** In a member's own mouth "ik heb beloofd" is no promise of the government. */
const isOwnWord = (speaker: Utterance["speaker"], isFirstPerson: boolean): boolean =>
  isFirstPerson && speaker !== "government";

function hasPromised({ text, speaker }: Utterance): string | null {
  if (isDenied(text)) return null;
  for (const { index, 0: participle } of text.matchAll(promised)) {
    const end = index + participle.length;
    const deed = governmentDid(text, index, end);
    if (!deed || isOwnWord(speaker, deed.isFirstPerson) || forThisDebate(text, end)) continue;
    if (money.test(deed.between) && !parliament.test(deed.between)) continue;
    if (givenToOthers(deed.between) || receiverIsOther(deed.between, text.slice(end, end + 160))) continue;
    return deed.words;
  }
  return null;
}

/** The particle at the end of "zegt … toe", not "naar de locaties toe gaan". */
const TOE = `toe${E}(?! (?:te )?\\p{L}+en${E})`;
const GAP = "(?: (?!dat |of )[^ ;:,]+){0,12}?";
const OTHER_PERSON = `(?:${GOVERNMENT}|${PRONOUN}|u)`;
const saysSo = patternWith(
  "zeg|belo",

  [
    // "De minister zegde toe", "toen zegde ik toe", "die ik toen toezegde".
    `${B}(?:${GOV_SUBJECT}|${PRONOUN})(?: [^ ;:,]+){0,4}? (?:zegde|zegden)${E}${GAP} ${TOE}`,
    `${B}(?:zegde|zegden) (?:${GOV_SUBJECT}|${PRONOUN})${E}${GAP} ${TOE}`,
    `${B}(?:${GOV_SUBJECT}|${PRONOUN})(?: [^ ;:,]+){0,6}? (?:toezegde|toezegt|beloofde)${E}`,
    `${B}(?:beloofde|belooft) ${OTHER_PERSON}${E}`,
    // In the present tense only of another: "ik zeg toe" is a promise itself.
    `${B}${OTHER_PERSON}(?: [^ ;:,]+){0,5}? zegt${E}${GAP} ${TOE}`,
    `${B}zegt ${OTHER_PERSON}${E}${GAP} ${TOE}`,
    // "Ik heb de minister horen toezeggen".
    `${B}(?:heb|hebben|hoor|hoorde|hoorden)${E}(?: [^ ;:,]+){0,3} (?:${GOVERNMENT}|hem|haar|u)${E}(?: [^ ;:,]+){0,8} (?:toezeggen|beloven)${E}`,
  ].join("|"),
);
const ifOrAsked = pattern(
  `${B}(?:als|indien|mits|wanneer|tenzij|of|zou|graag|geen|een (?:minister|staatssecretaris|bewindspersoon|kabinet))${E}`,
);
function saidSo({ text, isQuestion, speaker }: Utterance): string | null {
  const found = isQuestion ? null : saysSo.exec(text);
  if (!found || forThisDebate(text, found.index + found[0].length)) return null;
  if (/toezegt|zegt|belooft|horen/i.test(found[0]) && ifOrAsked.test(text.slice(0, found.index + found[0].length)))
    return null;
  const isOwn = speaker !== "government" && /^(?:(?:zegde|beloofde) )?(?:ik|wij|we) /i.test(found[0]);
  return isOwn || toOthersAfter(text, found) ? null : found[0].trim();
}
const toOthersAfter = (text: string, found: RegExpExecArray): boolean =>
  givenToOthers(found[0]) ||
  (/ toe$/i.test(found[0]) && receiverIsOther(found[0].slice(0, -4), text.slice(found.index + found[0].length)));

const passive = new RegExp(
  `${B}(?:is|zijn|was|waren|werd|werden)${E}[^;]{0,300}? ${PROMISED}${E}|${B}${PROMISED} (?:is|zijn|was|waren)(?=[.,;]|$| (?:dat|om|en|in|op|aan|bij|door|tijdens|maar)${E})`,
  "iu",
);
/** By whom, beside the participle: "door de banken toegezegd", "van de zijde van het waterschap is toegezegd". */
const agent = pattern(
  `${B}(?:door|vanuit|vanwege|van de (?:zijde|kant) van)(?: (?:of )?namens)? (?!(?:mij|ons|u|hem|haar|(?:de |het )?(?:vorige|toenmalige|huidige|demissionaire|ministerie|departement|overheid|collega)|${GOVERNMENT}|${NAMED_OFFICE})${E})\\p{L}+`,
);
/** "Omwonenden is beloofd dat", "de bewoners werd toegezegd dat": a receiver without "aan". */
const receiverFirst = pattern(
  `(?:^|${B}dat )(?:(?:de|het|onze|deze|alle) [\\p{L}-]+|\\p{L}{4,20}en)(?: (?:van|uit|in) \\p{L}+)?(?: [^ ;:,]+){0,4}? (?:is|was|werd|wordt)${E}[^;:,]{0,120}?${PROMISED} (?:dat|om|te)${E}|${B}dat (?:de |het )?\\p{L}{4,20}en(?: (?:van|uit|in) \\p{L}+)?(?: [^ ;:,]+){0,6} ${PROMISED} is${E}`,
);
function wasPromised({ text, isQuestion }: Utterance): string | null {
  if (isQuestion || isDenied(text)) return null;
  const found = passive.exec(text);
  if (!found) return null;
  const end = found.index + found[0].length;
  const around = clauseBefore(text.slice(Math.max(0, found.index - 160), found.index)) + found[0];
  const beside = `${around}${byAfter.exec(text.slice(end, end + 80))?.[0] ?? ""}`;
  if (agent.test(beside) || givenToOthers(beside) || forThisDebate(text, end)) return null;
  if (parliament.test(around)) return found[0].trim();
  const isBare = /beloofd/i.test(found[0]) || receiverFirst.test(text) || money.test(text);
  return isBare ? null : found[0].trim();
}
const byAfter = /^ (?:door|vanuit|aan) [^;:]*/iu;
/** The clause that `before` ends in. */
const clauseBefore = (before: string): string => before.split(/[;:]| dat /).at(-1) ?? before;

const AS = "zoals|conform|overeenkomstig|gelijk|volgens(?= (?:de|mijn|uw|zijn|haar|eerdere) )|in lijn met";
const OWN_VERB = "heb|heeft|hebben|had|hadden";
/** "Zoals (al eerder) toegezegd", "conform mijn toezegging", with no verb of its own between; "als toezegging" is another "als". */
const asPromised = new RegExp(
  `${B}(?:${AS})${E}(?: (?!(?:${OWN_VERB})${E})[^ ;:]+){0,10}? (?:${PROMISED}|toezegging(?:en)?)${E}|${B}als${E}(?: (?!(?:${OWN_VERB})${E})[^ ;:]+){0,3}? ${PROMISED}${E}`,
  "giu",
);
const finiteAs = pattern(`${B}(?:${AS}|als)${E}`);
/** "De (aan uw Kamer) toegezegde brief", and what it is that was promised. */
const attributive = new RegExp(
  `(?:${B}(?:de|het|een|deze|die|dit|dat|mijn|onze|twee|drie|alle)(?: [^ ;:,]+){0,12}? |^)toegezegde (?<what>[^;:,.]{2,40})|${B}(?:de|het|dit|deze|mijn) (?:eerder )?beloofde (?<paper>${PAPER})${E}`,
  "giu",
);
const mentionsPromise = pattern("toegezegd|toezegging|beloofd");
function restates(utterance: Utterance): string | null {
  const { text } = utterance;
  return !mentionsPromise.test(text) || isDenied(text) ? null : (comparison(utterance) ?? promisedThingNamed(text));
}

/** The clause with "zoals", in its short form or with the government as its subject. */
function comparison(utterance: Utterance): string | null {
  const { text } = utterance;
  for (const { index, 0: words } of text.matchAll(asPromised)) {
    const end = index + words.length;
    const near = `${words}${byAfter.exec(text.slice(end, end + 60))?.[0] ?? ""}`;
    const others = agent.test(near) || givenToOthers(`${words}${toAfter.exec(text.slice(end, end + 60))?.[0] ?? ""}`);
    if (!others && !verbFollows.test(text.slice(end, end + 10)) && !forThisDebate(text, end)) return words.trim();
  }
  const deed = hasPromised(utterance);
  const at = deed === null ? -1 : text.indexOf(deed);
  return deed !== null && finiteAs.test(text.slice(Math.max(0, at - 80), at + deed.length)) ? deed : null;
}
const verbFollows = pattern(`^ (?:${OWN_VERB})${E}`);
const toAfter = /^ aan [^;:,]*/iu;

function promisedThingNamed(text: string): string | null {
  for (const { 0: words, groups } of text.matchAll(attributive)) {
    const modifiers = words.slice(0, Math.max(0, words.search(/(?:toegezegde|beloofde) /i)));
    if (startsWithMoney.test(groups?.what ?? "") && !parliament.test(modifiers)) continue;
    if (!agent.test(modifiers) && !givenToOthers(modifiers)) return words.trim();
  }
  return null;
}

const TELL =
  "(?:aangegeven|gezegd|gemeld|meegedeeld|medegedeeld|laten weten|geantwoord|aangekondigd|bericht|geschreven|verzekerd|bevestigd|toegelicht|afgesproken|gegeven)";
const told = new RegExp(word(TELL), "giu");
const negated = pattern(word("niet|nooit|nimmer|geen|niets"));
const toldPassive = patternWith(
  "gedeeld|gemeld|bericht|kondigd|gegeven|gesproken|weten",
  `${B}(?:is|werd)${E}(?: [^ ;:,]+){0,14}? (?:meegedeeld|medegedeeld|gemeld|bericht|aangekondigd|aangegeven|afgesproken|laten weten),? (?=dat${E})`,
);
const SAID_VERB = "zei|meldde|schreef|antwoordde|berichtte|kondigde";
const saidWithVerb = patternWith(
  `gaf|liet|${SAID_VERB}`,
  [
    `${B}gaf (?:${GOV_SUBJECT}|${PRONOUN})${E}[^;]{0,80}? aan${E}`,
    `${B}(?:${GOV_SUBJECT}|${PRONOUN}) gaf${E}[^;]{0,80}? aan${E}`,
    `${B}liet (?:${GOV_SUBJECT}|${PRONOUN})${E}[^;]{0,40}? weten${E}`,
    `${B}(?:${GOV_SUBJECT}|${PRONOUN}) liet${E}[^;]{0,40}? weten${E}`,
    `${B}(?:${SAID_VERB}) (?:${GOV_SUBJECT}|${PRONOUN})${E}(?: (?:u|net|toen|al|ook|eerder|zojuist)${E}){0,3}`,
    `${B}(?:${GOV_SUBJECT}|${PRONOUN}) (?:${SAID_VERB})${E}(?: (?:u|net|toen|al|ook|eerder|zojuist)${E}){0,3}`,
  ].join("|"),
);

/** Where the government is quoted as having said something, and where what it said begins. */
function toldIn({ text, speaker }: Utterance): { words: string; end: number } | null {
  for (const { index, 0: participle } of text.matchAll(told)) {
    const end = index + participle.length;
    const deed = governmentDid(text, index, end);
    if (deed && !isOwnWord(speaker, deed.isFirstPerson) && !negated.test(deed.between))
      return { words: deed.words, end };
  }
  const said = saidWithVerb.exec(text) ?? toldPassive.exec(text);
  return said && !agent.test(said[0]) ? { words: said[0], end: said.index + said[0].length } : null;
}

const complement = `${B}(?:dat|die|waarin|namelijk|om)${E}`;
const toInform = pattern(
  `(?:${word(KAMER)}|${word("u|ons")})[^;]{0,160}? te (?:informeren|berichten|sturen|zenden)${E}|${B}met een (?:\\p{L}+ )?\\p{L}*brief te komen|${B}op terug te komen`,
);
/** In the present tense: "dat ik u daarover bericht", "dat ik u dat overzicht doe toekomen". */
const TELLS =
  "informeer|informeert|rapporteert|rapporteer|stuurt|stuur|bericht|toestuur|toezend|doe toekomen|laat weten|aanbied|voorleg|hoort";
const THING = `(?:[\\p{L}]+ ){0,2}(?:${PAPER}|wetsvoorstel|visie)`;
/** In what was told: the Chamber to be informed, a paper to come, or a subject to come back to. */
const promisedThing = pattern(
  [
    `${complement}(?=[^;]*(?:${word(KAMER)}|${word("u|ons")}))[^;]*(?:${word("zal|zullen|zou|zouden|gaat|kan|wil|wordt")}[^;]*(?:${INFORM}|${INFORMED}|${word("hebben|ontvangen|krijgen|liggen|komen")})|${INFORMED} ${word("zal|zou|wordt")}|${word(TELLS)}|${word("ontvangt|krijgt")})`,
    `${complement}[^;]*met (?:een|de|zijn|haar|mijn) ${THING} (?:komt|kom|komen|zal komen)${E}`,
    `${complement}[^;]*${B}een ${THING} (?:[^ ;,]+ ){0,4}?(?:komt|volgt|stuur|stuurt|sturen)${E}`,
    `${complement}[^;]*brief[^;]*(?:zal|zou) worden (?:verstuurd|gestuurd|verzonden|toegezonden)`,
    `${complement}[^;]*(?:terug (?:zal|zou|wordt)(?: worden)? (?:gekomen|komen)|(?:zal|zou) (?:worden )?(?:terugkomen|teruggekomen)|(?:op|schriftelijk) terugkomt?)${E}`,
  ].join("|"),
);
/** "Met uw Kamer heb ik afgesproken dat ik jaarlijks rapporteer": the Chamber stands before what was said. */
const ownReport = pattern(`${B}dat ik${E}[^;,]{0,100}?${B}(?:rapporteer|informeer|bericht|stuur|terugkom)${E}`);
const addressed = pattern(`${word(KAMER)}|${word("u|ons")}`);
function toldThat(utterance: Utterance): string | null {
  const { text, isQuestion } = utterance;
  if (isQuestion) return null;
  const report = toldIn(utterance);
  const rest = report ? text.slice(report.end, report.end + 700) : "";
  if (laterInDebate.test(rest)) return null;
  const thing = promisedThing.exec(rest) ?? toInform.exec(rest) ?? (addressed.test(text) ? ownReport.exec(rest) : null);
  return report && thing ? `${lastWords(report.words, 60)} … ${lastWords(thing[0], 60)}` : null;
}

const thirdPerson = pattern(
  `^(?:en |maar |ook )?(?:hij|zij|ze) (?:zal|gaat|komt|zou)${E}[^;]*(?:${word(KAMER)}|brief)[^;]*(?:${INFORM}|${INFORMED}|brief)|(?:^|, |en )(?:ook |nog |dan )?(?:komt|gaat|zal) de (?:minister|staatssecretaris)(?! (?:van|voor))${E}[^;]*${B}(?:met een|een) (?:\\p{L}+ )?\\p{L}*brief|^de (?:minister|staatssecretaris)(?! (?:van|voor)) (?:komt|gaat|zal|zou|stuurt|informeert)${E}[^;]*(?:\\p{L}*brief|${word("de kamer")})`,
);
const toYou = pattern(word("uw kamer|u"));
const hereAndNow = pattern(HERE_AND_NOW);
const wishes = pattern(word("vraag|verzoek|verzoekt|hoop|wil ik|graag|moet|moeten|bereid"));
/** Of the minister in the third person, and not to "uw Kamer" or "u": a member recalls what the minister undertook. */
function memberRecalls({ text, isQuestion }: Utterance): string | null {
  if (isQuestion || toYou.test(text) || wishes.test(text) || hereAndNow.test(text)) return null;
  return wordsOf(text, thirdPerson);
}

const rule = (name: string, why: string, find: Rule["find"]): Rule => ({ name, kind: "refers_back", why, find });

/** Restating with "zoals toegezegd" leaves room for a promise in the same sentence; the others do not. */
export const RESTATES = "zoals toegezegd";
/** "Die toezegging doe ik" names one by making it. */
export const NAMES = "de toezegging";
export const RECALLS: readonly Rule[] = [
  rule(RESTATES, "dit was al eerder toegezegd", restates),
  rule("heeft toegezegd", "een bewindspersoon heeft dit eerder toegezegd", hasPromised),
  rule("zegde toe", "een bewindspersoon zegde dit toe", saidSo),
  rule("is toegezegd", "dit is eerder toegezegd", wasPromised),
  rule("zei dat het komt", "aangehaald wordt dat de Kamer bericht krijgt", toldThat),
  rule(NAMES, "er wordt een bestaande toezegging genoemd", ({ text, isQuestion }) => namedCommitment(text, isQuestion)),
  rule("lid herinnert eraan", "een lid noemt wat de bewindspersoon op zich nam", memberRecalls),
];
