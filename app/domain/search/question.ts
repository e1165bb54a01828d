/** What somebody typed in the search box: words, "phrases", -exclusions and beginnings*. */
import { foldedWords } from "./folded.ts";

export interface Term {
  /** Folded; more than one in a phrase. */
  words: string[];
  /** In quotes: these words exactly and in this order. */
  isExact: boolean;
  /** The last word is the beginning of one. */
  isPrefix: boolean;
  /** As it was typed, without the signs around it. */
  typed: string;
}

export interface Question {
  /** All of these have to be there. */
  wanted: Term[];
  /** None of these may be. */
  excluded: Term[];
  /** More was typed than is looked for. */
  isCut: boolean;
}

const LONGEST_QUESTION = 300;
const MOST_TERMS = 12;

/** A sign of exclusion, then words in quotes (closed or not) or without. */
const TERM = /(?<not>-)?(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<bare>[^\s"“”„«»]+))/gu;

/** Words that every text has. Looked for only where nothing else was asked. */
const COMMON = new Set(
  "de het een en of van in op te ter ten aan voor met bij door om dat die dit deze is zijn er ook als naar uit over tot tegen wordt worden heeft hebben niet".split(
    " ",
  ),
);

/** Whether search leaves a word out of a question that has others. */
export const isCommon = ({ words, isExact, isPrefix }: Term): boolean =>
  !isExact && !isPrefix && words.every((word) => COMMON.has(word));

/** Reads a question; nothing that can be typed is an error. */
export function questionIn(typed: string): Question {
  const wanted: Term[] = [];
  const excluded: Term[] = [];
  let excludesNext = false;
  for (const { groups = {} } of typed.slice(0, LONGEST_QUESTION).matchAll(TERM)) {
    // Alone or between words it stands for itself: AND and OR are words, NOT and NIET leave out what follows.
    if (groups.bare === "NOT" || groups.bare === "NIET") {
      excludesNext = true;
      continue;
    }
    if (groups.bare === "AND" || groups.bare === "EN") continue;
    const term = termOf(groups);
    if (!term) continue;
    (groups.not || excludesNext ? excluded : wanted).push(term);
    excludesNext = false;
  }
  const said = wanted.filter((term) => !isCommon(term));
  const asked = said.length > 0 ? said : wanted;
  return {
    wanted: asked.slice(0, MOST_TERMS),
    excluded: excluded.slice(0, MOST_TERMS),
    isCut: typed.trim().length > LONGEST_QUESTION || asked.length > MOST_TERMS || excluded.length > MOST_TERMS,
  };
}

function termOf({ quoted, bare = "" }: Record<string, string | undefined>): Term | null {
  const said = quoted ?? bare;
  const words = foldedWords(said);
  if (words.length === 0) return null;
  const isPrefix = quoted === undefined && /[\p{L}\p{N}]\*$/u.test(bare);
  // "e-mail" is one thing of two words.
  return { words, isExact: quoted !== undefined || words.length > 1, isPrefix, typed: said.replace(/\*$/, "").trim() };
}

/** The same while it is being typed: the last word may go on. */
export function questionSoFar(typed: string): Question {
  const question = questionIn(typed);
  const last = question.wanted.at(-1);
  const goesOn = /[\p{L}\p{N}]$/u.test(typed) && last !== undefined && last.typed.length >= 2;
  if (!goesOn || !typed.endsWith(last.typed)) return question;
  return { ...question, wanted: [...question.wanted.slice(0, -1), { ...last, isPrefix: true }] };
}

/** The question without one of its terms, to ask again. */
export const withoutTerm = (question: Question, left: Term): string =>
  [
    ...question.wanted.filter((term) => term !== left).map(written),
    ...question.excluded.map((term) => `-${written(term)}`),
  ].join(" ");

/** The question with another word in the place of one of its terms. */
export const withWord = (question: Question, instead: ReadonlyMap<Term, string>): string =>
  [
    ...question.wanted.map((term) => instead.get(term) ?? written(term)),
    ...question.excluded.map((term) => `-${written(term)}`),
  ].join(" ");

const written = ({ typed, isExact, isPrefix }: Term): string =>
  isExact && /\s/.test(typed) ? `"${typed}"` : `${typed}${isPrefix ? "*" : ""}`;
