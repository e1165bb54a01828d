/** Promises of a paper: the Kamer receives it, it follows, somebody comes with it, or a letter is where it will stand. */
import { ELLIPSIS } from "./narrow-text.ts";
import { donePattern, hereAndNow, inWriting, kamer, negation, sameDebate, wordsUnless } from "./promise-guards.ts";
import { hasFutureDeadline, inClauses, type Utterance, wordsOf } from "./utterance.ts";
import {
  B,
  E,
  FIRST_PERSON,
  FIRST_PERSON_INTENT,
  KAMER,
  MEMBERS,
  PAPER,
  pattern,
  patternWith,
  word,
} from "./wording.ts";

const receives = patternWith(
  "ontvang|krijg|verne|hoort|bereik|heeft|hebben|hebt|verwacht|tegemoet|rekenen",

  `${word(PAPER)}(?: [^ ;:]+){0,10}? bereik(?:t|en) (?:u|uw kamer|de kamer)${E}|${B}(?:zal|zullen) (?:u|uw kamer|de kamer)${E}(?: [^ ;:]+){0,10}? bereiken${E}|${B}(?:u|jullie) (?:kunt|kunnen|mag|mogen) (?:rekenen op|(?:[^ ;:,]+ ){0,4}?verwachten)${E}|${B}(?:krijgen|ontvangen) jullie${E}|${B}(?:u|uw kamer|de (?:tweede |eerste )?kamer|de vaste commissie)${E}(?: [^;:]+?)? (?:ontvangt|krijgt|verneemt)${E}|${B}${MEMBERS}${E}(?: [^;:,]+?)? (?:ontvangt|krijgt|ontvangen|krijgen)${E}|${B}(?:u|uw kamer|de kamer) hoort(?: [^ ;:,]+){0,4}? (?:voor|vóór|uiterlijk|binnen|in|op|na) [^;:,]+ van (?:mij|ons)${E}|${B}(?:heeft|hebt|hebben|hoort) (?:u|uw kamer|de kamer)${E}(?: [^ ;:]+){0,10}? (?:van (?:mij|ons)|in huis|in (?:uw )?bezit)${E}|${B}(?:u|uw kamer|de kamer) heeft (?:[^ ;:]+ ){0,8}?${word(PAPER)}(?=[.!]|$| (?:voor|vóór|uiterlijk|binnen))|${B}(?:ontvangt|krijgt|verneemt) (?:u|uw kamer|de (?:tweede |eerste )?kamer)${E}|${B}(?:zal|zult|kunt|kan|gaat|mag) (?:u|uw kamer|de (?:tweede |eerste )?kamer)${E}(?: [^;:]+?)? (?:ontvangen|krijgen|verwachten|tegemoet ?zien|vernemen)${E}|${B}(?:u|uw kamer|de (?:tweede |eerste )?kamer) (?:zal|zult|kunt|kan|gaat|mag)${E}(?: [^;:]+?)? (?:ontvangen|krijgen|verwachten|tegemoet ?zien|vernemen)${E}`,
);
const paper = pattern(word(PAPER));
const fromUs = pattern(`${B}van (?:mij|ons)$`);
export function recipient(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words = wordsUnless(clause, receives, sameDebate, hereAndNow);
    return words !== null && (hasFutureDeadline(utterance) || paper.test(clause) || fromUs.test(words)) ? words : null;
  });
}

const paperComes = patternWith(
  "komt|volgt|komen|volgen|zijn|verschijnen",

  `${B}er (?:komt|volgt|komen|volgen)${E}(?: [^ ;:]+){0,3}? (?:een |de )?${word(PAPER)}|${B}(?:de|het|een|die|dat|mijn|onze) (?:[^ ;:,]+ ){0,3}?${word(PAPER)}(?: [^ ;:]+){0,10}? (?<!(?:te|moet|moeten|kan|kunnen|laten|gaan) )(?:komt|volgt|komen|volgen)${E}|${word(PAPER)}(?: [^;:]+?)? (?:zal|zullen)${E}(?: [^;:]+?)? (?:komen|volgen|zijn|verschijnen)${E}|${B}(?:komt|volgt) (?:de|het|een|mijn) (?:[^ ;:,]+ ){0,3}?${word(PAPER)}`,
);
const goesElsewhere = pattern(
  word(
    "beloofd|toegezegd|uit (?:de|het|een) (?:[^ ]+ ){0,2}volgt|uit (?:de|het|een) \\p{L}+ volg\\p{L}*|consultatie|raad van state|ministerraad|staatsblad|gezondheidsraad|internetconsultatie|die (?:nog )?(?:komt|volgt)|hoop|hopelijk|verwachting|commissie|anders",
  ),
);
const announces = pattern(
  `${B}er (?:komt|volgt) (?:nog |dus )?een (?:aparte |separate |nadere |volgende )?${word(PAPER)}`,
);
const letterComes = pattern(
  `${B}er (?:komt|volgt) (?:nog |dus )?een (?:aparte |separate |nadere |volgende )?\\p{L}*brief${E}`,
);
export function paperFollows(utterance: Utterance): string | null {
  const words = wordsOf(utterance.text, paperComes);
  if (words === null || negation.test(utterance.text) || goesElsewhere.test(utterance.text) || sameDebate.test(words))
    return null;
  return hasFutureDeadline(utterance) ||
    letterComes.test(words) ||
    (announces.test(words) && kamer.test(utterance.text))
    ? words
    : null;
}

const comesWith = patternWith(
  "met",

  `${B}(?:${FIRST_PERSON} (?:kom|komen)|(?:kom|komen) ${FIRST_PERSON})${E}(?: [^;:]+?)? met (?:een|de|het|mijn|onze|dat|die)${E}|${FIRST_PERSON_INTENT}[^;:]{0,120}? (?:met (?:een|de|het|mijn)(?: [^;:,]+?)? (?:te )?komen(?=[.,]|$| naar| bij)|te komen met|komen met)${E}`,
);
const toCabinet = pattern(word("naar het kabinet|naar de ministerraad|in de ministerraad"));
const unfinished = new RegExp(`(?:\\.\\.\\.|${ELLIPSIS})$`);
export function comesWithPaper(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words = wordsUnless(clause, comesWith, sameDebate, toCabinet);
    if (words === null) return null;
    return kamer.test(clause) || (hasFutureDeadline(utterance) && (paper.test(clause) || unfinished.test(clause)))
      ? words
      : null;
  });
}

const letterVerb = pattern(
  word(
    "(?:in|mee|op|be|uit|terug|aan|toe|voor)?(?:te )?(?:ingaan|in te gaan|meenemen|mee te nemen|opnemen|op te nemen|betrekken|te betrekken|voorleggen|reageren|antwoorden|toelichten|terugkomen|terug te komen|beantwoorden|uiteenzetten|schetsen|aangeven|adresseren|verwerken|opneem|meeneem|hebben liggen|uitwerken|verduidelijken|verhelderen)|neem (?:ik|wij|we)(?: [^ ;:]+){0,4} mee|(?:ik|wij|we) neem(?: [^ ;:]+){0,4} mee|ga (?:ik|wij|we)(?: [^ ;:]+){0,6} in|rapporteer|aandacht (?:aan )?(?:te )?(?:besteden|schenken|geven)|aandacht aan (?:te )?besteden|(?:bij )?stil (?:te )?staan|stilstaan|uitleggen|opschrijven|onderbouwen|toevoegen|(?:een )?plek geven|wijden|duidelijk maken|inzicht (?:in )?geven|zal (?:hier|daar)(?: [^ ;:]+){0,4} terugkomen",
  ),
);
const firstAny = pattern(`${FIRST_PERSON_INTENT}|${B}(?:neem|ga) ${FIRST_PERSON}|${B}${FIRST_PERSON} (?:neem|ga)${E}`);
const thisLetter = pattern(word("(?:in|met|bij) (?:deze|dit|mijn vorige|de vorige|mijn eerdere|mijn laatste) \\p{L}*"));
/** A letter to come as the place: "daar zal ik in mijn brief op ingaan". */
export function inLetter(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    if (!firstAny.test(clause) || !letterVerb.test(clause)) return null;
    if (negation.test(clause) || sameDebate.test(clause) || hereAndNow.test(clause) || thisLetter.test(clause))
      return null;
    const place = utterance.deadlines.some(({ event }) => event?.startsWith("next_") || event === "named_letter")
      ? /$/
      : inWriting;
    return wordsOf(clause, firstAny, letterVerb, place);
  });
}

const nextLetter = patternWith(
  "volgende|komende|aparte|separate|nieuwe|toegezegde|aangekondigde|jaarlijkse",

  `${B}(?:in|bij|met|via) (?:een|de|mijn|onze|het) (?:[^ ,;]+ )?(?:eerst ?volgende|volgende|komende|aparte|separate|nieuwe|toegezegde|aangekondigde|jaarlijkse) (?:[^ ,;]+ ){0,2}?\\p{L}*(?:brief|rapportage|monitor|verslag|nota|agenda)${E}`,
);
const goesInto = pattern(
  `${B}(?:(?:ga|kom|besteed|geef|schets|licht|sta|zet|werk|gaan|komen|besteden|geven|staan) ${FIRST_PERSON}|${FIRST_PERSON} (?:ga|kom|besteed|geef|schets|licht|sta|zet|werk|gaan|komen|besteden|geven|staan))${E}(?: [^;:]+?)? (?:in|terug|aandacht(?: aan)?|inzicht(?: in)?|stil|toe|uiteen|uit|weer|aan)(?=[ .,]|$)`,
);
/** "In de volgende brief ga ik daarop in". */
export const inNextLetter = (utterance: Utterance): string | null =>
  inClauses(utterance, (clause) =>
    nextLetter.test(clause) && wordsUnless(clause, goesInto, sameDebate, hereAndNow, thisLetter) !== null
      ? wordsOf(clause, goesInto, nextLetter)
      : null,
  );

const pointReturns = patternWith(
  "terug|bod|orde|worden",

  `${B}(?:zal|zullen|komt|komen)${E}(?: [^;:]+?)? (?:terugkomen|terug|aan (?:de|bod) (?:orde )?komen|worden opgenomen|worden meegenomen|worden ingegaan|worden gerapporteerd|worden bericht)${E}`,
);
/** "Dit punt zal terugkomen in de voortgangsbrief". */
export function pointInNextLetter(utterance: Utterance): string | null {
  const letter = utterance.deadlines.find(
    ({ event }) =>
      event === "next_progress_letter" ||
      event === "next_letter" ||
      event === "next_half_year_report" ||
      event === "next_monitor",
  );
  if (!letter || negation.test(utterance.text) || thisLetter.test(letter.words)) return null;
  const words = wordsOf(utterance.text, pointReturns);
  return words === null ? null : `${words} … ${letter.words}`;
}

const sendsLetter = patternWith(
  "stuu?r|schrij|zend",

  `(?=${FIRST_PERSON} )(?<=${B}(?:dat|waarna|zodat) )${FIRST_PERSON}(?: [^ ;:,]+){0,8}? (?:een|die|deze|nog een) (?:[^ ;:,]+ ){0,2}?\\p{L}*(?:brief|briefje|notitie|overzicht) (?:stuur|sturen|schrijf|schrijven)${E}|${B}(?:${FIRST_PERSON} (?:stuur|sturen|schrijf|schrijven)|(?:stuur|sturen|schrijf|schrijven) ${FIRST_PERSON})${E}(?: [^ ;:,]+){0,8}? (?:een|die|deze|nog een) (?:[^ ;:,]+ ){0,2}?\\p{L}*(?:brief|briefje|notitie|overzicht)${E}|${FIRST_PERSON_INTENT}(?: [^ ;:,]+){0,8}? (?:een|die|nog een) (?:[^ ;:,]+ ){0,2}?\\p{L}*(?:brief|briefje|notitie|overzicht)(?: [^;:,]+?)? (?:sturen|schrijven|toesturen|toezenden)${E}`,
);
const otherReader = pattern(
  `${B}(?:aan|naar) (?!(?:uw |de (?:tweede |eerste )?)kamer|u${E})(?:de|het|alle|mijn) \\p{L}+`,
);
/** "Ik stuur daar een brief over": in the Kamer a letter is to the Kamer, unless another reader is named. */
export function sendsALetter(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => wordsUnless(clause, sendsLetter, hereAndNow, otherReader, donePattern));
}

const sendsLater = patternWith(
  "stuu?r|zend|zonden",

  `${B}(?:stuur|sturen|zend|zenden) ${FIRST_PERSON}${E}(?: [^ ;:]+){0,12}? (?:na|toe|op)(?=[ .,!]|$)|${FIRST_PERSON_INTENT}(?: [^ ;:]+){0,12}? (?:nasturen|nazenden|toesturen|toezenden|na te sturen|toe te sturen)${E}|${word(PAPER)}(?: [^;:]+?)? (?:wordt|worden|zal|zullen)${E}(?: [^ ;:]+){0,10}? (?:toegezonden|nagezonden|toegestuurd|nagestuurd)${E}`,
);
/** "Die stuur ik na afloop schriftelijk na": in the Kamer that is to the Kamer, unless another reader is named. */
export const sendsOn = (utterance: Utterance): string | null =>
  inClauses(utterance, (clause) => wordsUnless(clause, sendsLater, hereAndNow, otherReader, donePattern));

const answersWriting = patternWith(
  "schriftelijk|per brief|op papier|in een",

  `${B}(?:(?:reageer|beantwoord|antwoord|doe|geef|kom|ga|licht|handel|bevestig) ${FIRST_PERSON}|${FIRST_PERSON} (?:reageer|beantwoord|antwoord|doe|geef|kom|ga|licht|handel|bevestig))${E}(?: [^;:]+?)? (?:schriftelijk|per brief|op papier|in een (?:aparte|volgende|separate|nadere|latere) \\p{L}*brief)${E}`,
);
/** "Die vraag beantwoord ik schriftelijk". */
export const doesInWriting = (utterance: Utterance): string | null =>
  inClauses(utterance, (clause) => wordsUnless(clause, answersWriting, hereAndNow, donePattern));

const goes = patternWith(
  "gaat|gaan|komt|komen",

  `${word(PAPER)}(?: [^ ;:]+){0,10}? (?:gaat|gaan|komt|komen) (?:[^ ;:]+ ){0,8}?(?:(?:naar|bij|richting) (?:${KAMER}|u)|(?:uw|jullie) kant op)${E}|${B}dat (?:[^ ;:]+ ){0,2}(?:komt|gaat) (?:uw|jullie) kant op${E}|${B}(?:gaat|gaan|komt|komen)${E}(?: [^ ;:]+){0,8}? ${word(PAPER)}(?: [^ ;:]+){0,4}? (?:naar|bij|richting) (?:${KAMER}|u)${E}`,
);
/** "De tussenrapportage gaat eind januari naar de Kamer". */
export const goesToKamer = (utterance: Utterance): string | null =>
  inClauses(utterance, (clause) => wordsUnless(clause, goes, sameDebate, hereAndNow));

const takesCare = patternWith(
  "zorg",

  `${B}(?:zorg (?:ik|wij|we)|(?:ik|wij|we) zorg(?:en)?)(?: er(?: [^ ,;:]+){0,2} voor| ervoor)?,? dat${E}[^;:]{0,200}? (?:ligt|liggen|komt|komen|krijgt|krijgen|ontvangt|heeft|hebben|is|zijn)${E}`,
);
/** "Dan zorg ik dat die lijst er voor het reces ligt". */
export const seesToIt = (utterance: Utterance): string | null =>
  inClauses(utterance, (clause) => {
    const words = wordsUnless(clause, takesCare, sameDebate);
    return words !== null && (kamer.test(clause) || (hasFutureDeadline(utterance) && paper.test(clause)))
      ? words
      : null;
  });

const lies = patternWith(
  "ligt|liggen",

  `${B}(?:ligt|liggen)${E}(?: [^;:]+?)? bij (?:u|uw kamer|de kamer)${E}|${word(PAPER)}(?: [^ ;:]+){0,8}? ligt er${E}|${B}ligt er(?: [^ ;:]+){0,8}? ${word(PAPER)}|${B}ligt (?:het|de|dat|die|mijn) (?:[^ ;:,]+ ){0,2}?${word(PAPER)} er${E}`,
);
export const liesAtKamer = (utterance: Utterance): string | null =>
  hasFutureDeadline(utterance) && !negation.test(utterance.text) ? wordsOf(utterance.text, lies) : null;

const onlyLetter =
  /^(?:in|bij|met|via) (?:de|mijn) (?:eerst ?)?(?:volgende|komende) \p{L}*(?:brief|rapportage|bericht)\.?$/iu;
export const ellipticLetter = (utterance: Utterance): string | null => wordsOf(utterance.text.trim(), onlyLetter);
