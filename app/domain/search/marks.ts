/** Where the words that were looked for stand in a text, and the piece of it around them. */
import { type PlacedWord, placedWords } from "./folded.ts";
import type { Sought } from "./sought.ts";

/** A text in pieces, some of them marked. */
export type Marked = { text: string; isMarked: boolean }[];

type Rows = Sought["rows"];

interface Span {
  start: number;
  end: number;
  /** Which of the terms it answers. */
  term: number;
}

function standsAt(words: readonly PlacedWord[], at: number, { words: row, isPrefix }: Rows[number]): boolean {
  return row.every((wanted, i) => {
    const word = words[at + i]?.word;
    return word !== undefined && (isPrefix && i === row.length - 1 ? word.startsWith(wanted) : word === wanted);
  });
}

function spansIn(words: readonly PlacedWord[], terms: readonly Rows[]): Span[] {
  const byFirst = terms.map((rows) => rows.filter(({ words: [first] }) => first !== undefined));
  const found: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    let longest: Span | null = null;
    for (const [term, rows] of byFirst.entries()) {
      for (const row of rows) {
        if (!standsAt(words, at, row)) continue;
        const span = { start: words[at]?.start ?? 0, end: words[at + row.words.length - 1]?.end ?? 0, term };
        if (!longest || span.end > longest.end) longest = span;
      }
    }
    if (longest) found.push(longest);
  }
  return found;
}

/** The whole text with what was looked for marked. */
export function marked(text: string, terms: readonly Rows[]): Marked {
  return piecesOf(text, 0, text.length, spansIn(placedWords(text), terms));
}

export const hasMarks = (pieces: Marked): boolean => pieces.some(({ isMarked }) => isMarked);

function piecesOf(text: string, from: number, to: number, spans: readonly Span[]): Marked {
  const pieces: Marked = [];
  let at = from;
  const add = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return pieces;
}

const WORDS_SHOWN = 38;
const WORDS_BEFORE = 8;

/** Some forty words of a text, there where most of what was looked for stands together; the beginning where nothing does. */
export function snippet(text: string, terms: readonly Rows[]): Marked {
  const words = placedWords(text);
  if (words.length <= WORDS_SHOWN + WORDS_BEFORE) return marked(text, terms);
  const spans = spansIn(words, terms);
  const placeOf = new Map(words.map(({ start }, i) => [start, i]));
  let best = { first: 0, terms: -1 };
  for (const [i, { start }] of spans.entries()) {
    const first = Math.max(0, (placeOf.get(start) ?? 0) - WORDS_BEFORE);
    const last = words[first + WORDS_SHOWN - 1]?.end ?? text.length;
    const near = new Set(spans.slice(i).flatMap(({ end, term }) => (end <= last ? [term] : [])));
    if (near.size > best.terms) best = { first, terms: near.size };
  }
  const from = best.first === 0 ? 0 : (words[best.first]?.start ?? 0);
  const end = words[best.first + WORDS_SHOWN - 1]?.end ?? text.length;
  const isLast = best.first + WORDS_SHOWN >= words.length;
  const pieces = piecesOf(text, from, isLast ? text.length : end, spans);
  return [
    ...(from > 0 ? [{ text: "… ", isMarked: false }] : []),
    ...pieces,
    ...(isLast ? [] : [{ text: " …", isMarked: false }]),
  ];
}
