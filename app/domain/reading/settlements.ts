/** Rules for a sentence that says that a promise is met by a text or a deed. */
import { othersCommitment } from "./named-commitment.ts";
import { givenToOthers, startsWithMoney } from "./receivers.ts";
import { governmentDid } from "./subjects.ts";
import { hasFutureDeadline, type Rule, type Utterance, wordsOf } from "./utterance.ts";
import { B, E, FIRST_PERSON, HERE_AND_NOW, INFORMED, PAPER, pattern, patternWith, word } from "./wording.ts";

const COMMITMENT = "(?:toezegging(?:en)?|toegezegde|beloofde|belofte)";
const CARRY_OUT = "uitvoering|invulling|gevolg|gehoor|opvolging";
const settledVerb = `afgedaan|afgehandeld|voldaan|nagekomen|ingelost|uitgevoerd|gerealiseerd|gestand(?: gedaan)?|gestand te doen|afgerond|(?:${CARRY_OUT}) gegeven|tegemoetgekomen|tegemoet gekomen|ingegaan|nakom|nakomen|inlos|gestand doe|afdoe`;
const PARTICLE = `${B}(?:gestand|na|in|tegemoet)(?=[ .,;]|$)`;
const settles = patternWith(
  "toezegging|toegezegde|beloofde|belofte",
  [
    // "Hiermee is de toezegging afgedaan", "beschouw ik de toezegging als afgedaan".
    `${B}${COMMITMENT}${E}[^;]{0,200}?${B}(?:${settledVerb})${E}`,
    // "doe ik mijn toezegging gestand", "kom ik mijn toezegging na".
    `${B}(?:doe|doen|kom|komen|los|lossen)${E}[^;]{0,50}?${COMMITMENT}${E}[^;]{0,160}?${PARTICLE}`,
    `${COMMITMENT}${E}[^;]{0,160}?${B}(?:kom|komen|doe|doen|los|lossen) ${FIRST_PERSON}[^;]{0,80}?${PARTICLE}`,
    // "voldoe ik aan mijn toezegging", "geef ik uitvoering aan de toezegging".
    `${B}(?:voldoe|voldoen|voldoet|beantwoord)${E}[^;]{0,40}? (?:aan )?[^;]{0,40}?${COMMITMENT}`,
    `${B}(?:geef|geven|geeft)${E}[^;]{0,60}?${B}(?:${CARRY_OUT}) aan [^;]{0,80}?${COMMITMENT}`,
    `${B}(?:ter|in) (?:uitvoering|voldoening|nakoming|invulling|afdoening) (?:van|aan) [^;]{0,60}?${COMMITMENT}`,
    // "is voldaan aan", "heb ik uitvoering gegeven aan", "wordt tegemoetgekomen aan de … gedane toezegging".
    `${B}(?:voldaan|gestand|tegemoetgekomen|tegemoet gekomen|recht gedaan|(?:${CARRY_OUT}) gegeven) aan [^;]{0,100}?${COMMITMENT}`,
    `${B}(?:deze|dit) \\p{L}*(?:brief|bericht|rapport|rapportage|nota) (?:is|vormt|bevat|geeft|dient) (?:[^ ;,]+ ){0,2}(?:uitwerking|nakoming|invulling|uitvoering|afdoening) (?:van|aan) [^;]{0,60}?${COMMITMENT}`,
    `${B}kom(?:en)? ${FIRST_PERSON}[^;]{0,60}?tegemoet aan [^;]{0,60}?${COMMITMENT}`,
    // "Status: afgedaan met de brief van …, waarin op deze toezegging is ingegaan".
    `${B}(?:afgedaan|voldaan)${E}[^;]{0,160}?${COMMITMENT}${E}[^;]{0,40}?ingegaan`,
  ].join("|"),
);
/** What is denied, still to come, or only wished. */
const deniesSettled = pattern(
  `${word("niet|nog geen|onvoldoende|nooit|nog niet")}[^;]{0,60}(?:${settledVerb})|${B}(?:zal|zullen|moet|moeten|wanneer|zodra) [^;]{0,120}(?:${settledVerb}|gestand)${E}`,
);
function settlesCommitment({ text, isQuestion }: Utterance): string | null {
  return isQuestion || deniesSettled.test(text) || othersCommitment(text) ? null : wordsOf(text, settles);
}

const promised = /(?<![\p{L}\d])(?:toegezegd|beloofd)(?![\p{L}\d])/giu;
const comparison = pattern(
  `${B}(?:zoals|conform|overeenkomstig|als|gelijk)${E}(?: [^ ;:]+){0,9}? (?:toegezegd|beloofd|toezegging(?:en)?)${E}`,
);
const shortForm = pattern(
  `${comparison.source}|${B}(?:naar aanleiding van|in vervolg op|op grond van) (?:mijn|de|deze|een) (?:[^ ;:]+ ){0,3}?toezegging|toegezegde${E}`,
);

/** What the sentence recalls as promised: "zoals toegezegd", "de toegezegde", "die ik had toegezegd"; and where that ends. */
function recalled(text: string): { words: string; end: number } | null {
  const short = shortForm.exec(text);
  if (short) return { words: short[0].trim(), end: short.index + short[0].length };
  for (const { index, 0: participle } of text.matchAll(promised)) {
    const end = index + participle.length;
    const deed = governmentDid(text, index, end);
    if (deed && !givenToOthers(deed.between)) return { words: deed.words, end };
  }
  return null;
}

const here = pattern(`${HERE_AND_NOW}|${word("bovenstaande?|bijgesloten|toegevoegd als bijlage")}`);
const GIVES = "bied|bieden|zend|zenden|stuur|sturen|doe|doen|informeer|informeren|bericht|berichten";
const handsOver = pattern(
  `${B}(?:ontvangt|treft|vindt|krijgt) (?:u|uw kamer|de kamer)${E}|${B}(?:u|uw kamer) (?:treft|ontvangt|vindt)${E}|${B}(?:u|uw kamer)(?: [^ ;,]+){0,8}? (?:aantreft|ontvangt|vindt)${E}|${B}(?:${GIVES}) ${FIRST_PERSON}${E}|${B}${FIRST_PERSON} (?:${GIVES})${E}`,
);
/** Verbs that hand over only with "hierbij": "ga ik hieronder in op". */
const speaksOf = pattern(
  `${B}(?:deel|leg|geef|ga|reageer|schets|licht|rapporteer|kom|doe) ${FIRST_PERSON}${E}|${B}${FIRST_PERSON} (?:deel|leg|geef|ga|reageer|schets|licht|doe)${E}|${B}(?:hetgeen|wat|dat) ik [^;,]{1,60} doe${E}|^(?:hierbij|bij dezen|bijgaand)${E}[^;,]{0,60}?${B}toegezegde${E}|${B}(?:gaat|gaan|is|zijn|wordt|worden)${E}`,
);
/** "Hierbij ontvangt u, zoals toegezegd": handed over in this very letter. */
function handsOverAsPromised(utterance: Utterance): string | null {
  const { text, isQuestion } = utterance;
  const promise = isQuestion ? null : recalled(text);
  if (promise === null) return null;
  const now = here.exec(text)?.[0];
  if (now !== undefined) {
    const verb = wordsOf(text, handsOver) ?? wordsOf(text, speaksOf);
    return verb === null ? null : `${now} … ${promise.words} … ${verb}`;
  }
  const verb = shortForm.test(text) && !hasFutureDeadline(utterance) ? wordsOf(text, handsOver) : null;
  return verb === null ? null : `${promise.words} … ${verb}`;
}

const sent = pattern(
  `^(?:[^;]{0,80}?,)?(?: en| maar)?(?: (?:die|dat|deze|dit|het|${PAPER}))?(?: [^ ;:,]+){0,8}? (?:is|zijn|werd|werden|heb|hebben|heeft)${E}(?: [^ ;:,]+){0,14}? (?:${INFORMED}|${word("verstuurd|gegaan|ontvangen|verschenen|gepubliceerd|bijgevoegd|toegekomen|doen toekomen")})|^(?: \\p{L}+){0,3} (?:ligt|liggen)${E}[^;,]{0,40} bij (?:u|de kamer|uw kamer)${E}`,
);
const notDone = pattern(word("niet|nog geen|nooit|zou|zouden|deels nog"));
const attributive = /(?:toegezegde|beloofde)$/iu;
/** "De brief die ik had toegezegd, is gisteren naar de Kamer gegaan": sent before. */
function sentAsPromised({ text, isQuestion }: Utterance): string | null {
  const promise = isQuestion ? null : recalled(text);
  const rest = promise ? text.slice(promise.end) : "";
  const deed = sent.exec(rest)?.[0];
  if (!promise || deed === undefined || notDone.test(deed) || startsWithMoney.test(rest.trim())) return null;
  const isThing = attributive.test(promise.words);
  const wasSent = /(?:heb|heeft|had|hebben|hadden)(?!\p{L})/iu.test(promise.words);
  return isThing || wasSent ? `${promise.words} … ${deed.trim()}` : null;
}

const PARTICIPLE = "(?:ge|be|ver|ont|her|\\p{L}{2,5}ge)\\p{L}{2,20}(?:d|t|en)";
const did = pattern(
  `${B}(?:(?:heb|hebben) (?:ik|wij|we)|(?:ik|wij|we) (?:heb|hebben)|(?:heeft|hebben|is|zijn)(?= [^;]{0,80} inmiddels| inmiddels))${E}[^;]{0,160}? ${PARTICIPLE}(?=[.,;:]|$)`,
);
/** "Overeenkomstig mijn toezegging heb ik met de provincies gesproken": the deed itself, in the perfect tense. */
function didAsPromised(utterance: Utterance): string | null {
  const { text, isQuestion } = utterance;
  const short = isQuestion || hasFutureDeadline(utterance) ? null : comparison.exec(text);
  if (!short || notDone.test(text) || othersCommitment(text)) return null;
  const rest = text.slice(short.index + short[0].length).replace(/^, /, " ");
  const deed = did.exec(text.slice(0, short.index).replace(/, $/, "") + rest);
  return deed && !/toegezegd|beloofd|besloten/i.test(deed[0]) ? `${short[0].trim()} … ${deed[0].trim()}` : null;
}

/** The committee's decision list: "T02853 wordt als deels voldaan aangemerkt". */
const markedMet = pattern(
  `${B}T\\d{5}${E}[^;]{0,200}?${B}(?:deels )?voldaan${E}|${B}(?:deels )?voldaan${E}[^;]{0,200}?${B}T\\d{5}${E}`,
);

const settled = (name: string, why: string, find: Rule["find"]): Rule => ({ name, kind: "fulfils", why, find });

export const SETTLEMENTS: readonly Rule[] = [
  settled("toezegging afgedaan", "de toezegging wordt hiermee nagekomen", settlesCommitment),
  settled("hierbij, zoals toegezegd", "het toegezegde wordt in deze tekst gegeven", handsOverAsPromised),
  settled("gestuurd, zoals toegezegd", "het toegezegde is eerder gegeven", sentAsPromised),
  settled("gedaan, zoals toegezegd", "het toegezegde is gedaan", didAsPromised),
  settled("aangemerkt als voldaan", "de commissie merkt de toezegging als (deels) voldaan aan", ({ text }) =>
    wordsOf(text, markedMet),
  ),
];
