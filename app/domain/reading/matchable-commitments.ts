/** Open commitments prepared for matching: their words with how rare each is, their papers, days and addressees. */
import type { IsoDay } from "../calendar.ts";
import { Vocabulary } from "./compounds.ts";
import type { OpenCommitment } from "./findings.ts";
import { atomsIn, wordsIn } from "./match-words.ts";

/** A word of a commitment with what it counts for: its rarity, and more in the title than in the text. */
interface WeighedWord {
  word: string;
  weight: number;
  isInTitle: boolean;
}

export interface Entry {
  commitment: OpenCommitment;
  words: ReadonlyMap<string, WeighedWord>;
  /** What all its words weigh, and those of its title; at least as much as a word that two commitments have. */
  weight: number;
  titleWeight: number;
  surnames: readonly string[];
}

/** Open commitments prepared once, for matching any number of passages against them. */
export interface CommitmentIndex {
  entries: readonly Entry[];
  /** Numbers of the entries that have a word. */
  byWord: ReadonlyMap<string, readonly number[]>;
  byPaper: ReadonlyMap<string, readonly number[]>;
  byDay: ReadonlyMap<IsoDay, readonly number[]>;
  bySurname: ReadonlyMap<string, readonly number[]>;
  vocabulary: Vocabulary;
  rarity(word: string): number;
}

const NAME = /\p{Lu}[\p{L}’'-]{2,}/gu;
const NOT_A_NAME = new Set("Het Lid Leden Heer Mevrouw Kamer Tweede Eerste Commissie Van Der Den Fractie".split(" "));
const surnamesIn = (addressee: string | null): string[] =>
  [...(addressee ?? "").replace(/\([^)]*\)/g, " ").matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => !NOT_A_NAME.has(name));

const add = <K>(map: Map<K, number[]>, key: K, value: number): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** A word of the text or topic alone says less than one of the title. */
const OUTSIDE_TITLE = 0.35;
/** A short list is thought of as part of a longer one: the subject that all of it shares still says something. */
const ELSEWHERE = 20;
/** What every commitment has ("informeren", "voortgang") weighs nothing. */
const rarityOf = (holders: number, all: number): number =>
  Math.max(0.02, Math.log(1 + (all + ELSEWHERE) / Math.max(1, holders)) - Math.LN2);

const indexes = new WeakMap<readonly OpenCommitment[], CommitmentIndex>();

/** Prepares open commitments for matching any number of passages against them; the same list is prepared once. */
export function indexCommitments(open: readonly OpenCommitment[]): CommitmentIndex {
  const known = indexes.get(open);
  if (known?.entries.length === open.length) return known;
  const fresh = indexed(open);
  indexes.set(open, fresh);
  return fresh;
}

function indexed(open: readonly OpenCommitment[]): CommitmentIndex {
  const written = open.map(({ title, text, topic }) => ({
    title: wordsIn(title),
    other: wordsIn(`${topic ?? ""} ${text}`),
  }));
  const vocabulary = new Vocabulary(written.flatMap(({ title, other }) => [...title, ...other]));
  const atoms = written.map(({ title, other }) => ({
    title: atomsIn(title, vocabulary),
    other: atomsIn(other, vocabulary),
  }));

  const byWord = new Map<string, number[]>();
  const byPaper = new Map<string, number[]>();
  const byDay = new Map<IsoDay, number[]>();
  const bySurname = new Map<string, number[]>();
  const names = open.map(({ addressee }) => surnamesIn(addressee));
  open.forEach(({ papers, madeOn }, at) => {
    for (const word of new Set([...(atoms[at]?.title.keys() ?? []), ...(atoms[at]?.other.keys() ?? [])]))
      add(byWord, word, at);
    for (const paper of papers) add(byPaper, paper.toUpperCase(), at);
    add(byDay, madeOn, at);
    for (const name of names[at] ?? []) add(bySurname, name, at);
  });
  const rarity = (word: string): number => rarityOf(byWord.get(word)?.length ?? 0, open.length);

  // Else a title of one common word would be found whole in every passage that has the word.
  const least = rarityOf(2, open.length);

  const entries = open.map((commitment, at): Entry => {
    const words = new Map<string, WeighedWord>();
    for (const [stem, word] of atoms[at]?.title ?? []) words.set(stem, { word, weight: rarity(stem), isInTitle: true });
    for (const [stem, word] of atoms[at]?.other ?? [])
      if (!words.has(stem)) words.set(stem, { word, weight: OUTSIDE_TITLE * rarity(stem), isInTitle: false });
    const sum = (all: WeighedWord[]) => all.reduce((total, { weight }) => total + weight, 0);
    const all = [...words.values()];
    return {
      commitment,
      words,
      weight: Math.max(least, sum(all)),
      titleWeight: Math.max(least, sum(all.filter(({ isInTitle }) => isInTitle))),
      surnames: names[at] ?? [],
    };
  });
  return { entries, byWord, byPaper, byDay, bySurname, vocabulary, rarity };
}
