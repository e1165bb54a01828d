/** Rules for a sentence that says that a promise exists, whoever says it. */
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
  SAME_DEBATE,
  word,
} from "./wording.ts";

const LINKS =
  "(?:van|voor|der|en|&|in|ook|al|reeds|eerder|wel|mij|ons|u|haar|hem|daarop|daarover|hier|toen|inmiddels|nu|nog|zelf|het|dit|dat|er|uw kamer|de kamer)";
const PROMISED = "(?:toegezegd|beloofd)";
const promised = new RegExp(word(PROMISED), "giu");
/** Promised to somebody else than a Chamber. */
const toOthers = pattern(
  `${B}(?:aan )?(?:de|het|onze|deze) (?:\\p{L}+ )?(?:sector|gemeenten?|provincies?|waterschappen|bewoners|omwonenden|ondernemers|boeren|vissers|werknemers|werkgevers|slachtoffers|gedupeerden|ouders|burgers|lidstaten|landen|partners|bondgenoten|eu|navo|vn|europese commissie|politie|vakbonden|medewerkers|burgemeesters?|wethouders?|bestuur|directie|familie|nabestaanden|studenten|cao-partijen|sociale partners)${E}|${B}(?:aan )?(?:oekraïne|brussel|schiphol|prorail)${E}`,
);
const past = pattern(
  `${B}(?:${GOV_SUBJECT}|${PRONOUN})(?: [^ ;:,]+){0,4}? (?:zegde|zegden)${E}[^;]{0,200}? toe${E}|${B}(?:zegde|zegden) (?:${GOV_SUBJECT}|${PRONOUN})${E}[^;]{0,200}? toe${E}|${B}(?:${GOV_SUBJECT}|${PRONOUN})(?: [^ ;:,]+){0,6}? (?:toezegde|beloofde)${E}|${B}(?:${GOVERNMENT}|${PRONOUN})(?: (?:van|voor|en|\\p{L}+)){0,4}? zegt${E}[^;]{0,300}? toe${E}|${B}zegt (?:${GOVERNMENT}|${PRONOUN})${E}[^;]{0,200}? toe${E}`,
);

const money = pattern(
  word(
    "(?:\\p{L}+ )?(?:miljoen|miljard|miljarden|miljoenen|middelen|geld|gelden|euro|budget|subsidies?|steun|bedrag|bedragen|bijdragen?|fondsen)",
  ),
);
const passive = pattern(
  `${B}(?:is|zijn|was|waren|werd|werden)${E}[^;]{0,300}? ${PROMISED}${E}|${B}${PROMISED} (?:is|zijn|was|waren)${E}`,
);
const passivePromised = pattern(`${B}(?:is|was|werd)${E}[^;]{0,300}? beloofd|beloofd (?:is|was)`);
const kamerOrUs = pattern(word(`${KAMER}|u|ons|mij`));
const agent = pattern(`${B}door (?!(?:mij|ons|${GOVERNMENT}|${NAMED_OFFICE})${E})\\p{L}+`);

const notPromised = pattern(
  `${word("niet|geen|niets|nooit")}(?: [^ ;:,]+){0,6} (?:${PROMISED}|kunnen toezeggen|willen toezeggen)${E}|${word("niet|geen")} (?:een )?toezegging`,
);
const doubleNegation = pattern(`${B}niet (?:waar|juist|zo),? dat${E}`);
const withinDebate = pattern(`${PROMISED}[^;]*${SAME_DEBATE}`);
/** "Kunt u dat toezeggen?" asks; "klopt het dat u de toezegging heeft gedaan" presupposes. */
const isDenied = (text: string): boolean => notPromised.test(text) && !doubleNegation.test(text);

function hasPromised({ text }: Utterance): string | null {
  if (isDenied(text) || withinDebate.test(text)) return null;
  for (const { index, 0: participle } of text.matchAll(promised)) {
    const done = governmentDid(text, index, index + participle.length);
    if (!done || money.test(done.between)) continue;
    if (!toOthers.test(done.between) || kamerOrUs.test(done.between)) return done.words;
  }
  return wordsOf(text, past);
}

function wasPromised({ text, isQuestion }: Utterance): string | null {
  if (isQuestion || isDenied(text) || withinDebate.test(text) || agent.test(text)) return null;
  const words = wordsOf(text, passive);
  if (words === null || money.test(text)) return null;
  const at = text.search(/beloofd/i);
  return at >= 0 && passivePromised.test(text) && !kamerOrUs.test(text.slice(Math.max(0, at - 80), at)) ? null : words;
}

const asPromised = pattern(
  `${B}(?:zoals|conform|overeenkomstig|als|gelijk|volgens|in lijn met)${E}(?: [^ ;:]+){0,7}? (?:${PROMISED}|toezegging(?:en)?)${E}|${B}(?:de|het|een|deze|die|dit|dat|mijn|onze|reeds|eerder|al|door mij) (?:(?:reeds|eerder|al|door mij|bij u|aan uw kamer|aan de kamer) )*toegezegde${E}|${B}(?:de|het|dit|deze|mijn) (?:eerder )?beloofde ${word(PAPER)}|${PROMISED} ${word(PAPER)}`,
);
/** "Zoals de commissie ons heeft beloofd": not the government; that is "heeft toegezegd". */
const otherPromised = pattern(
  `${B}(?:zoals|als) (?:de|het|een|deze|die|\\p{L}+en) [^;,]{0,80}?(?:heeft|hebben|had|hadden)(?: [^ ;,]+){0,4} ${PROMISED}|${B}(?:zoals|als) [^;,]{0,60}?${PROMISED} (?:heeft|hebben)`,
);
function restates({ text }: Utterance): string | null {
  return isDenied(text) || otherPromised.test(text) ? null : wordsOf(text, asPromised);
}

const COMMITMENT = "toezegging(?:en)?";
const definite = pattern(
  `${B}(?:de|die|deze|mijn|haar|zijn|onze|uw|beide|alle|eerdere|genoemde|bovengenoemde|gedane|bedoelde|betreffende|openstaande|eerstgenoemde) (?:(?:eerder|eerdere|gedane|eerste|tweede|mooie|heldere|harde|ruime|vergaande|belangrijke|bovenstaande|mondelinge|aan mij|aan u|door mij|openstaande|twee|drie|vier|vijf) )*${COMMITMENT}${E}|${B}(?:(?:heb|heeft|hebben|had) (?:${GOV_SUBJECT}|${PRONOUN})|(?:${GOV_SUBJECT}|${PRONOUN})(?: ${LINKS})* (?:heb|heeft|hebben|had))${E}[^;]{0,160}? ${COMMITMENT} (?:gedaan|gegeven|afgegeven)${E}|${B}(?:${GOV_SUBJECT}|${PRONOUN})${E}[^;,]{0,80}? ${COMMITMENT} (?:heb|heeft|hebben|had) (?:gedaan|gegeven)|${B}(?:heb|hebben) (?:ik|we|wij) (?:[^ ;]+ ){0,4}${COMMITMENT} (?:gekregen|genoteerd|gehoord)|${B}(?:ik|we|wij) (?:heb|hebben) (?:[^ ;]+ ){0,4}${COMMITMENT} (?:gekregen|genoteerd|gehoord)|${B}er (?:zijn|is|ligt|liggen|staat|staan)${E}(?: [^ ;:]+){0,4}? ${COMMITMENT}${E}|${B}(?:volgens mij )?zijn er (?:\\p{L}+ ){0,3}${COMMITMENT}${E}|${B}${COMMITMENT} T\\d{5}|${B}(?:dank|bedank|bedanken|dankbaar|blij met|tevreden met|noteer|noteren)${E}(?: [^ ;:]+){0,6} ${COMMITMENT}${E}`,
);
/** A promise wanted, not one that exists: "een toezegging krijgen", "om een toezegging", "de toezegging doen dat". */
const wanted = pattern(
  `${B}(?<!(?:uw|de|mijn|een|die|zijn|haar|deze) )(?:vraag|vragen|vraagt|verzoek|wil|willen|graag|krijgen|kan|kunnen|zou)${E}(?: [^ ;:]+){0,12}? (?:een|om|stellige) (?:\\p{L}+ ){0,4}${COMMITMENT}(?! (?:van|die|over|om) (?:de|ik|toen))|${COMMITMENT} (?:te doen|doen|te krijgen|krijgen)${E}|${B}doet(?: u)?(?: \\p{L}+)? de ${COMMITMENT}|${B}mag ik (?:\\p{L}+ ){0,3}${COMMITMENT}|${B}geen (?:\\p{L}+ )?${COMMITMENT}`,
);
const thankful = pattern(word("dank|bedank|bedanken|dankbaar|complimenten"));
const byOthers = pattern(
  `${COMMITMENT} (?:(?:die )?(?:door|van|aan|namens) )(?:de )?(?:eu|europese|lidstaten|landen|sector|bedrijven|banken|gemeenten|provincies|politie|partners|bevolking|bewoners|werknemers|deelnemers|ondernemers|schiphol|oekraïne|verzekeraars|werkgevers)${E}|${B}(?:nationale|internationale|voorwaardelijke|onvoorwaardelijke|financiële) ${COMMITMENT}|${COMMITMENT} rond(?:om)? deze|${B}(?:door|aan) de (?:europese|eu|lidstaten)${E}`,
);
const quotedJoke = pattern(`${COMMITMENT}:? ["“«]`);

const stands = pattern(`${B}${COMMITMENT}${E}[^;]{0,200}(?:heeft gedaan|nog steeds|blijft|gedaan krijg)`);
function namesCommitment({ text, isQuestion }: Utterance): string | null {
  if (isDenied(text) || byOthers.test(text) || quotedJoke.test(text)) return null;
  if (wanted.test(text) && !thankful.test(text) && !stands.test(text)) return null;
  const words = wordsOf(text, definite);
  return words !== null && isQuestion && !/heeft gedaan|geldt|gedane|staat|nakom|uitvoering|na te komen/i.test(text)
    ? null
    : words;
}

const TELL =
  "(?:aangegeven|gezegd|gemeld|meegedeeld|medegedeeld|laten weten|geantwoord|aangekondigd|bericht|geschreven|verzekerd|bevestigd|toegelicht|gegeven)";
const told = new RegExp(word(TELL), "giu");
const KAMER_TOLD = `${B}(?:is|werd) (?:${KAMER}|u)${E}[^;]{0,60}?${B}(?:meegedeeld|medegedeeld|gemeld|bericht|aangekondigd|laten weten)${E}`;
const SAID = `${B}gaf (?:${GOV_SUBJECT}|${PRONOUN})${E}[^;]{0,80}? aan${E}|${B}(?:${GOV_SUBJECT}|${PRONOUN}) gaf${E}[^;]{0,80}? aan${E}|${B}liet (?:${GOV_SUBJECT}|${PRONOUN})${E}[^;]{0,40}? weten${E}|${B}(?:zei|meldde|schreef|antwoordde|berichtte) (?:${GOV_SUBJECT}|${PRONOUN})${E}|${B}(?:${GOV_SUBJECT}|${PRONOUN}) (?:zei|meldde|schreef|antwoordde|berichtte|liet weten|kondigde)${E}`;
const saidWithVerb = pattern(`${KAMER_TOLD}|${SAID}`);

/** Where the government is quoted as having said something, and where what it said begins. */
function toldIn(text: string): { words: string; end: number } | null {
  for (const { index, 0: participle } of text.matchAll(told)) {
    const end = index + participle.length;
    const done = governmentDid(text, index, end);
    if (done) return { words: done.words, end };
  }
  const said = saidWithVerb.exec(text);
  return said && { words: said[0], end: said.index + said[0].length };
}

const laterInDebate = pattern(SAME_DEBATE);
const complement = `${B}(?:dat|die|waarin|namelijk|om)${E}`;
const toInform = pattern(
  `(?:${word(KAMER)}|${word("u|ons")})[^;]{0,160}? te (?:informeren|berichten|sturen|zenden)${E}|${B}met een (?:\\p{L}+ )?\\p{L}*brief te komen|${B}op terug te komen`,
);
/** In what was told: the Chamber to be informed, a letter to come, or a subject to come back to. */
const promisedThing = pattern(
  `${complement}(?:(?=[^;]*(?:${word(KAMER)}|${word("u|ons")}))[^;]*(?:${word("zal|zullen|zou|zouden|gaat|kan|wil|wordt")}[^;]*(?:${INFORM}|${INFORMED}|${word("hebben|ontvangen|krijgen|liggen|komen")})|${INFORMED} ${word("zal|zou|wordt")}|${word("informeer|informeert|rapporteert|rapporteer|stuurt|stuur|bericht")})|[^;]*(?:met (?:een|de|zijn|haar) (?:\\p{L}+ )?\\p{L}*brief (?:komt|kom|komen|zal komen)|brief[^;]*(?:zal|zou) worden (?:verstuurd|gestuurd|verzonden|toegezonden)|terug (?:zal|zou|wordt)(?: worden)? (?:gekomen|komen)|(?:zal|zou) (?:worden )?(?:terugkomen|teruggekomen)|op terugkomt))`,
);
function toldThat({ text, isQuestion }: Utterance): string | null {
  if (isQuestion || laterInDebate.test(text)) return null;
  const report = toldIn(text);
  const rest = report ? text.slice(report.end, report.end + 700) : "";
  const thing = promisedThing.exec(rest) ?? toInform.exec(rest);
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
  rule("heeft toegezegd", "een bewindspersoon heeft dit eerder toegezegd", hasPromised),
  rule("is toegezegd", "dit is eerder toegezegd", wasPromised),
  rule("zei dat het komt", "aangehaald wordt dat de Kamer bericht krijgt", toldThat),
  rule(NAMES, "er wordt een bestaande toezegging genoemd", namesCommitment),
  rule(RESTATES, "dit was al eerder toegezegd", restates),
  rule("lid herinnert eraan", "een lid noemt wat de bewindspersoon op zich nam", memberRecalls),
];
