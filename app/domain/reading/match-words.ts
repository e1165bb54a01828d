/** The words by which a passage and a commitment can be told to be about the same thing. */
import type { Vocabulary } from "./compounds.ts";
import { stemWords } from "./stems.ts";

const DAY =
  /\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) (?:19|20)\d\d/giu;
const PARLIAMENTARY_YEAR = /(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d/gu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;

/** Years by themselves ("de cijfers over 2019"), not those of a date or of a parliamentary year. */
const yearsIn = (text: string): string[] =>
  [...text.replace(DAY, " ").replace(PARLIAMENTARY_YEAR, " ").matchAll(YEAR)].map(([year]) => year);

/** The words of a text that say something of its subject, years among them. */
export const wordsIn = (text: string): string[] => [...stemWords(text).values(), ...yearsIn(text)];

/** The same with compounds taken apart: each part stands for the word that it is in. */
export function atomsIn(words: Iterable<string>, known: Vocabulary): Map<string, string> {
  const atoms = new Map<string, string>();
  for (const word of words) for (const atom of known.atomsOf(word)) if (!atoms.has(atom)) atoms.set(atom, word);
  return atoms;
}
