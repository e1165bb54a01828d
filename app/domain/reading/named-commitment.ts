/**
 * The noun "toezegging": whether it names a promise that exists, of the government to parliament. Whose it is, to whom it
 * was made and what the sentence does with it decide: "die toezegging doe ik graag" makes it, "ik wil de toezegging dat"
 * asks for it.
 */
import { givenToOthers, PARLIAMENT, parliament } from "./receivers.ts";
import { GOV_SUBJECT, governmentDid, PRONOUN } from "./subjects.ts";
import { B, E, GOVERNMENT, NAMED_OFFICE, pattern, word } from "./wording.ts";

const NOUN = "(?:toezegging(?:en)?|beloften?|beloftes)";
/** "Belofte" is a word of campaigns too, so it counts only as somebody's own. */
const OWN_WORD = "(?:mijn|haar|zijn|uw)(?: eigen)? beloft(?:e|en|es)";
const DETERMINER =
  "de|die|deze|dit|mijn|haar|zijn|hun|onze|uw|beide|alle|eerdere|gedane|genoemde|bovengenoemde|bedoelde|betreffende|openstaande|eerstgenoemde|laatstgenoemde";
/** "De eerdere", "de twee openstaande", "de in het debat van 3 mei gedane". */
const definite = new RegExp(
  `${B}(?<det>${DETERMINER})(?: (?:eigen|\\p{L}+e|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\\d{1,2}))*? toezegging(?:en)?${E}|${B}(?<own>${OWN_WORD})${E}|${B}(?:de|die|deze)(?: [^ ;:,]+){1,12}? (?:gedane|gegeven|opgenomen|geregistreerde|openstaande) ${NOUN}${E}|${B}toezegging(?:en)? (?:T\\d{5}|TZ\\d{6})|^toezegging(?:en)? (?=(?:aan|van|inzake|over|gedaan|met betrekking tot)${E})`,
  "giu",
);

/** Right after the noun, or a word or two later: "van destijds van", not "over het gebruik van". */
const ownerIn =
  /^(?: (?!inzake |over |om |rond |op |aan |met |bij |voor |tot )[\p{L}\d’'-]+){0,2}? (?:van|door|namens|vanuit) /u;
const isGovernment = pattern(
  `^(?:(?:de|het|een) )?(?:(?:vorige|huidige|toenmalige|betrokken|beide|verantwoordelijke) )?(?:${GOV_SUBJECT}|${NAMED_OFFICE}|mij|ons|hem|haar|hen|mijn|uw|de heer|mevrouw|ministerie|departement|overheid)${E}`,
);
/** "Van 3 mei", "van het debat", "van vorige week": when, not whose. */
const isOccasion = pattern(
  `^(?:\\d|(?:de |het |dit |dat |deze |die |een |mijn |afgelopen |vorige? )*(?:[\\p{L}-]+e )?(?:\\p{L}{0,30}(?:debat|debatten|overleg|brief|termijn|vergadering|beschouwingen|behandeling|jaar|maand|week|keer|dag|lijst|zitting|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|ao|wgo|vao|toen|destijds|eerder|net|zojuist|zonet|daarnet|gisteren|vandaag|vanmorgen|vanochtend|vanmiddag|\\p{L}+dag)${E})`,
);
/** Whose promise it is, by "van …" or "door …" after the noun: true when of somebody who is not the government. */
function belongsToOthers(after: string): boolean {
  const at = ownerIn.exec(after);
  if (!at) return false;
  const owner = after.slice(at[0].length, at[0].length + 80);
  return !isGovernment.test(owner) && !isOccasion.test(owner);
}

/** Words of private law and foreign aid, where "toezegging" has another meaning. */
const otherField = pattern(
  word(
    "\\p{L}*pensioen\\p{L}*|werkgevers?|\\p{L}*overeenkomst|donor(?:en|landen|conferentie)?|vertrouwensbeginsel|belanghebbenden?|bestuursorgaan",
  ),
);
const otherKind = pattern(`${B}(?:nationale|internationale|financiële|voorwaardelijke|onvoorwaardelijke) ${NOUN}`);
const someGovernment = pattern(
  `${B}(?:${GOV_SUBJECT}|${PRONOUN}|mij|ons|mijn|onze)${E}|${B}(?:dank|gehoord|rappel\\p{L}+)${E}`,
);

const MAKE = "(?:doen|geven|afgeven|krijgen|horen|ontvangen|hebben|zien)";
/** The promise is made here, or is to be made: "die toezegging doe ik", "die toezegging te doen", "als hij die toezegging doet". */
const madeNow = pattern(
  [
    `${NOUN}(?: [^ ;:,]+){0,5}? (?:doe|doen|geef|geven) (?:ik|wij|we)${E}`,
    `${B}(?:doe|geef|geven) (?:ik|wij|we)(?: [^ ;:,]+){0,6}? ${NOUN}`,
    `${B}ik (?:doe|geef)(?: [^ ;:,]+){0,6}? ${NOUN}`,
    `${B}laat (?:ik|me|mij)(?: [^ ;:,]+){0,3} ${NOUN}`,
    `${NOUN}(?: (?!gestand|na|uitvoering|invulling|gevolg|gehoor)[^ ;:,]+){0,10}? (?:te )?(?<!(?:gestand|uitvoering|invulling|gevolg|gehoor)(?: te)? )${MAKE}${E}`,
    `${B}(?:krijgt?|krijgen) (?:ik|wij|we|u|hij|zij|de|het|mevrouw)${E}(?: [^ ;:,]+){0,5}? ${NOUN}`,
    `${NOUN} (?:krijgt|heeft) (?:u|hij|zij|de heer|mevrouw|uw kamer|de kamer)${E}`,
    `${B}(?:doet|geeft)(?: [^ ;:,]+){1,5}? ${NOUN}`,
    `${B}(?:als|indien|mits|wanneer|tenzij)(?: [^ ;:,]+){0,8}? ${NOUN}(?: [^ ;:,]+){0,3}? (?:doet|doe|geeft|geef|komt|krijgt?|krijgen)${E}`,
    `${B}mag ik(?: (?!aan )[^ ;:,]+){0,5}? ${NOUN}`,
  ].join("|"),
);
/** "Mevrouw X wil van mij de toezegging dat": the noun is what is asked for, not what is asked about. */
const PREPOSITION = "naar|over|voor|op|aan|met|van|bij|door|in|sinds|conform|dat|of|waarom|wanneer|hoe|welke|wat|die";
const wanted = pattern(
  `(?<!(?:de|mijn|een|die|uw|zijn|haar|deze) )${word("vraag|vragen|vraagt|vroeg|verzoek|wil|wilde|willen|wens|verlang|verlangt|eist?|verwacht|kan|kunnen|zou|zouden|graag")}(?: [^ ;:,]+){0,8}? (?<!${B}(?:${PREPOSITION}) )(?:een|de|die|deze)(?: \\p{L}+e)?(?: en \\p{L}+e)? ${NOUN}(?:$|[.,!?]| (?:dat|om|op|wel|ook|daarover|hierover|hierop)${E})`,
);
const keeps = pattern(
  word(
    "dank|bedank|bedanken|bedankt|dankbaar|blij|tevreden|nagekomen|nakomen|gestand|herhaal|herhalen|staat|geldt|blijft",
  ),
);

const has = (source: string): string => `${B}${source}${E}`;
const GOT = "(?:gekregen|ontvangen|genoteerd|gehoord|binnen|op zak)";
/** An indefinite promise that was made or received: "ik heb een toezegging gekregen", "er ligt een toezegging". */
const exists = pattern(
  [
    has(`(?:ik|we|wij|de kamer|de fractie) (?:heb|hebben|heeft) (?:[^ ;:,]+ ){0,6}${NOUN} (?:[^ ;:,]+ ){0,6}?${GOT}`),
    has(`(?:heb|hebben|heeft) (?:ik|we|wij|de kamer|de fractie) (?:[^ ;:,]+ ){0,6}${NOUN} (?:[^ ;:,]+ ){0,6}?${GOT}`),
    has(`(?:kreeg|kregen) (?:ik|wij|we|de kamer) (?:[^ ;:,]+ ){0,6}${NOUN}`),
    has(`(?:ik|wij|we) (?:kreeg|kregen|noteer|noteren) (?:[^ ;:,]+ ){0,6}${NOUN}`),
    has(`(?:is|zijn|was|waren|werd|werden) (?:[^ ;:,]+ ){0,5}${NOUN} (?:[^ ;:,]+ ){0,6}?gedaan`),
    `${B}${NOUN} (?:\\p{L}+ ){0,3}genoteerd${E}`,
    has(`er (?:zijn|is|ligt|liggen|staat|staan)(?: [^ ;:]+){0,4}? ${NOUN}`),
    has(`(?:dat|dit|het) was (?:[^ ;:,]+ ){0,3}?een (?:\\p{L}+ )?${NOUN}`),
    has(`zijn er (?:\\p{L}+ ){0,3}${NOUN}`),
    has(`(?:dank|bedank|bedanken|dankbaar|blij met|tevreden met|gehoord)(?: [^ ;:]+){0,6} ${NOUN}`),
  ].join("|"),
);
const denied = pattern(
  `${B}geen(?: [^ ;:,]+){0,3} ${NOUN}|${NOUN}(?: [^ ;:,]+){0,8} (?:niet|nooit)(?: ooit)? (?:gedaan|gegeven)${E}`,
);
const got = pattern(word("kreeg|kregen|gekregen"));
const gotByParliament = pattern(
  `${B}(?:ik|we|wij|${PARLIAMENT})(?: [^ ;:,]+){0,4}? (?:kreeg|kregen)${E}|${B}(?:kreeg|kregen|heb|hebben|heeft) (?:ik|we|wij|${PARLIAMENT})${E}|${B}(?:ik|we|wij|${PARLIAMENT})(?: [^ ;:,]+){0,4}? (?:heb|hebben|heeft)${E}`,
);
/** "Van de sector de toezegging gekregen". */
const gotFromOthers = pattern(
  `${B}van (?!(?:${GOVERNMENT}|hem|haar|u)${E})(?:de|het|een|onze) \\p{L}+(?: [^ ;:,]+){0,4}? (?:de|een|die|deze) (?:\\p{L}+e )?${NOUN}`,
);
const done = new RegExp(word("gedaan|gegeven|afgegeven"), "giu");
const noun = pattern(`${B}${NOUN}${E}`);

const government = pattern(`${B}(?:${GOVERNMENT}|ik|mij|mijn)${E}`);

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 200), at);
const after = (text: string, at: number): string => text.slice(at, at + 200);

/** "Zijn toezegging" with nobody of the government in sight is that of the sentence's own subject. */
function isOthersOwn(text: string, at: number, determiner: string | undefined): boolean {
  return /^(?:zijn|haar|hun)(?!\p{L})/iu.test(determiner ?? "") && !someGovernment.test(before(text, at));
}

const possessive = /(?<![\p{L}])(?<det>zijn|haar|hun) (?:eigen |\p{L}+e )?(?:toezegging|belofte)/giu;
/** "De sector is zijn toezegging nagekomen", "de toezegging aan de omwonenden": not of the government to parliament. */
export function othersCommitment(text: string): boolean {
  for (const { index, groups } of text.matchAll(possessive)) if (isOthersOwn(text, index, groups?.det)) return true;
  const at = noun.exec(text);
  return at !== null && isOthers(text, at.index + at[0].length) && !government.test(text);
}

/** Whether the noun that starts at `at` and ends at `end` is the promise of somebody else, or made to somebody else. */
function isOthers(text: string, end: number): boolean {
  const rest = after(text, end);
  const named = /^[^;]*?(?= (?:dat|om|waarin|waarmee|over)(?!\p{L})|[;,]|$)/iu.exec(rest)?.[0] ?? rest;
  return belongsToOthers(rest) || givenToOthers(named);
}

/** The words by which the sentence names a promise of the government to parliament that exists; null when it does not. */
export function namedCommitment(text: string, isQuestion: boolean): string | null {
  if (!noun.test(text) || denied.test(text) || otherKind.test(text)) return null;
  if (otherField.test(text) && !government.test(text) && !parliament.test(text)) return null;
  if (madeNow.test(text) || (wanted.test(text) && !keeps.test(text))) return null;
  if (got.test(text) && (!gotByParliament.test(text) || gotFromOthers.test(text))) return null;
  for (const { index, 0: words, groups } of text.matchAll(definite)) {
    if (isOthers(text, index + words.length) || isOthersOwn(text, index, groups?.det ?? groups?.own)) continue;
    return words.trim();
  }
  return isQuestion ? null : indefinite(text);
}

function indefinite(text: string): string | null {
  for (const { index, 0: participle } of text.matchAll(done)) {
    const act = governmentDid(text, index, index + participle.length);
    if (act && noun.test(text.slice(Math.max(0, index - 160), index)) && !givenToOthers(act.between)) return act.words;
  }
  const found = exists.exec(text);
  const nounAt = found ? found[0].search(noun) : -1;
  if (!found || nounAt < 0) return null;
  const rest = found[0].slice(nounAt).replace(noun, "") + after(text, found.index + found[0].length);
  return belongsToOthers(rest) || givenToOthers(rest) ? null : found[0].trim();
}
