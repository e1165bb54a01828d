/**
 * Dutch writes "stationstoegankelijkheid" for "toegankelijkheid van stations". A word is taken apart only where each part
 * is a word that the register, or the passage itself, has by itself: no list of words knows the subjects of tomorrow.
 */
import { stem } from "./stems.ts";

const SHORTEST_PART = 4;
/** What Dutch puts between the parts: "station-s-hal", "boek-en-kast", "zonn-e-paneel". */
const LINKS = ["", "s", "en", "e", "n"];

/** The words that can be part of a compound, and what each word comes down to. */
export class Vocabulary {
  readonly #stems = new Set<string>();
  /** The first letters of each: most places where a word could be cut are ruled out by them. */
  readonly #starts = new Set<string>();
  readonly #parts = new Map<string, readonly string[]>();

  /** @param wider what is known beside these words: the register's, for those of a passage */
  constructor(
    words: Iterable<string>,
    private readonly wider: Vocabulary | null = null,
  ) {
    for (const word of words) {
      if (word.length < SHORTEST_PART) continue;
      this.#stems.add(stem(word));
      this.#starts.add(word.slice(0, SHORTEST_PART));
    }
  }

  /** The stem by which a word is known. "Vuurtoren" is a stem as it stands, though it looks like a plural. */
  stemOf(word: string): string | null {
    if (word.length < SHORTEST_PART) return null;
    const own = this.#starts.has(word.slice(0, SHORTEST_PART)) ? this.#ownStem(word) : null;
    return own ?? this.wider?.stemOf(word) ?? null;
  }

  #ownStem(word: string): string | null {
    if (this.#stems.has(word)) return word;
    const short = stem(word);
    return this.#stems.has(short) ? short : null;
  }

  /** What a word comes down to: the stems of the words that it is made of, or its own. */
  atomsOf(word: string): readonly string[] {
    const known = this.#parts.get(word);
    if (known) return known;
    const parts = this.#split(word);
    const atoms = parts.length > 0 ? parts : [this.stemOf(word) ?? stem(word)];
    this.#parts.set(word, atoms);
    return atoms;
  }

  #split(word: string): string[] {
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const tail = this.stemOf(word.slice(cut));
      if (tail === null) continue;
      const head = this.#headStem(word.slice(0, cut));
      if (head !== null) return [head, tail];
      const first = this.#split(word.slice(0, cut));
      if (first.length === 2) return [...first, tail];
    }
    return [];
  }

  /** The stem of a first part without the letters that link it. */
  #headStem(head: string): string | null {
    for (const link of LINKS) {
      const known = head.endsWith(link) ? this.stemOf(head.slice(0, head.length - link.length)) : null;
      if (known !== null) return known;
    }
    return null;
  }
}
