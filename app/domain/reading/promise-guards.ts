/** What rules for promises share: to whom, with which verb, and what makes it no promise after all. */
import { partOf, type Utterance, wordsOf } from "./utterance.ts";
import {
  ADDRESSEE,
  B,
  E,
  FIRST_PERSON_INTENT,
  HERE_AND_NOW,
  INFORM,
  INFORMED,
  KAMER,
  NEGATION,
  pattern,
  REQUEST,
  SAME_DEBATE,
  word,
} from "./wording.ts";

export const addressee = pattern(ADDRESSEE);
export const kamer = pattern(word(KAMER));
export const inform = pattern(INFORM);
export const firstIntent = pattern(FIRST_PERSON_INTENT);
export const hereAndNow = pattern(HERE_AND_NOW);
export const sameDebate = pattern(SAME_DEBATE);
export const negation = pattern(NEGATION);
export const request = pattern(REQUEST);
export const inWriting = pattern(
  word(
    "schriftelijk|per (?:separate |aparte )?(?:brief|mail|e-mail)|bij (?:separate |afzonderlijke )?brief|op (?:papier|schrift)|(?:in|via|bij|met) (?:een|mijn|de|die|dezelfde|onze|het|haar|zijn|dat) (?:[^ ,;]+ ){0,2}?\\p{L}{0,30}(?:brief|brieven|nota|rapportage|bericht|agenda|monitor|verslag)",
  ),
);

/** Done already, so no promise: "heb ik u geïnformeerd", "u voldoende te hebben geïnformeerd". */
export const donePattern = pattern(
  `${word("heb|hebben|heeft|had|hadden|is|zijn|was|waren|werd|werden|bent")}(?:(?! (?:zal|zullen|ga|wil|kan|zou|dat|waarna|en ik)${E}) [^ ;:]+){0,25} (?:${INFORMED}|${word("ontvangen|gehad|gekregen|doen toekomen|laten weten")})|${word("te hebben")} ${INFORMED}|${INFORMED} ${word("te hebben|heb|heeft|hebben|is|had")}`,
);

/** Whether "niet" stands with the words of the promise; "als de norm niet wordt gehaald, zal ik" is none of it. */
export const isNegated = (clause: string, ...words: readonly RegExp[]): boolean =>
  negation.test(partOf(clause, ...words));

/**
 * The words of the pattern, unless they are denied or a guard stands in the same clause. The words are looked for first:
 * they are rare, and what guards against them is everywhere.
 */
export function wordsUnless(clause: string, words: RegExp, ...guards: readonly RegExp[]): string | null {
  const found = wordsOf(clause, words);
  return found === null || isNegated(clause, words) || guards.some((guard) => guard.test(clause)) ? null : found;
}

/** What takes any first-person wording out: a question, a request, later in this debate, hypothesis. */
const hypothetical = pattern(
  `^(?:stel|als|indien|mocht|mits)${E}(?=.*(?:moti|aangenomen|wens|meerderheid|${B}stel${E}))|^stel dat${E}`,
);
export function cannotPromise(utterance: Utterance): boolean {
  return (
    utterance.isQuestion ||
    utterance.speaker !== "government" ||
    utterance.clauses.every((clause) => request.test(clause)) ||
    hypothetical.test(utterance.text)
  );
}
