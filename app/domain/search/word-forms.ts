/**
 * What a word has in common with its other forms, and with the compounds that it is part of. Dutch writes "meldknop" for a
 * button to report with: who looks for "knop" means it too. What is a part is told by the words of the register itself.
 */
import { stem } from "../reading/stems.ts";

/** "Brieven" and "brief", "huizen" and "huis": the letter that a plural softens. */
const HARD: Record<string, string> = { v: "f", z: "s" };

/** The stem of a folded word. The stemmer undoes the double letter of "netten" but not that of "knoppen". */
export const searchStem = (word: string): string =>
  stem(word)
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1")
    .replace(/[vz]$/, (letter) => HARD[letter] ?? letter);

/** Letter by letter from the end, to look up what a word ends in. */
export const reversed = (word: string): string => [...word].reverse().join("");

const SHORTEST_PART = 3;
const SHORTEST_ASKED = 4;
/** Together, so that "rapport" is not found by "port". */
const SHORTEST_COMPOUND = 8;
/** What Dutch puts between the parts: "station-s-hal", "boek-en-kast", "zonn-e-paneel". */
const LINKS = ["", "s", "en", "e", "n"];

/** Whether a word is long enough to be looked for inside others. */
export const canBePart = (word: string): boolean => word.length >= SHORTEST_ASKED && /^\p{L}+$/u.test(word);

/** What has to be a word of its own for `word` to be made of it and, at its end, of `part`, both folded stems. */
export function headsBefore(part: string, word: string): string[] {
  if (!word.endsWith(part)) return [];
  const head = word.slice(0, word.length - part.length);
  return LINKS.filter((link) => head.endsWith(link))
    .map((link) => head.slice(0, head.length - link.length))
    .filter((rest) => isPart(rest, part));
}

/** The same for a word that begins with it. */
export function tailsAfter(part: string, word: string): string[] {
  if (!word.startsWith(part)) return [];
  const tail = word.slice(part.length);
  return LINKS.filter((link) => tail.startsWith(link))
    .map((link) => tail.slice(link.length))
    .filter((rest) => isPart(rest, part));
}

const isPart = (rest: string, part: string): boolean =>
  rest.length >= SHORTEST_PART && rest.length + part.length >= SHORTEST_COMPOUND;

/** Every way in which a word could be two: "meldknop" as "meld" and "knop". */
export function cutsOf(word: string): { head: string; tail: string }[] {
  if (!canBePart(word)) return [];
  const found: { head: string; tail: string }[] = [];
  for (let cut = SHORTEST_ASKED; cut <= word.length - SHORTEST_PART; cut++) {
    const tail = word.slice(cut);
    for (const head of headsBefore(tail, word)) if (head.length >= SHORTEST_PART) found.push({ head, tail });
  }
  return found;
}
