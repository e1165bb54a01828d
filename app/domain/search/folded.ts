/** Text as search compares it: lower case, without accents, in words. */

/** Letters that are more than a letter with an accent. */
const PLAIN: Record<string, string> = { ø: "o", đ: "d", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/** Most words, and these only have to be put in lower case. */
const IS_PLAIN = /^[a-z0-9]*$/i;

/** `Geïnformeerd` as `geinformeerd`. */
const folded = (text: string): string =>
  IS_PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .replace(/[øđłßæœı]/g, (letter) => PLAIN[letter] ?? letter);

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Longer than this is no word that anybody types. */
const LONGEST_WORD = 60;

export interface PlacedWord {
  /** Folded. */
  word: string;
  start: number;
  end: number;
}

/** The words of a text, each with where it stands. */
export function placedWords(text: string): PlacedWord[] {
  const found: PlacedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    // What falls apart when it is folded ("½" is "1⁄2") is kept as its letters and digits.
    const word = folded(match[0])
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .slice(0, LONGEST_WORD);
    if (word !== "") found.push({ word, start, end });
  }
  return found;
}

export const foldedWords = (text: string): string[] => placedWords(text).map(({ word }) => word);
