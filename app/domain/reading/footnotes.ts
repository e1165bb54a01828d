/** Footnotes: their texts, which stand between the text at the end of a page, and the marks that call them. */

import { type Line, takeOut } from "./letter-lines.ts";
import type { Footnote } from "./letter-text.ts";

/** A note and where it stood: `at` is the place among the lines. */
export interface PlacedNote extends Footnote {
  at: number;
}

/** A mark in the text that may call a note; from `start` to `end` it is taken out once a note answers it. */
export interface Call {
  mark: string;
  start: number;
  end: number;
  /** A loose "1" after a full stop: only believed where nothing stronger calls the note. */
  weak: boolean;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const digits = (mark: string): string => mark.replace(/[⁰¹²³⁴-⁹]/g, (sign) => String(SUPERSCRIPTS.indexOf(sign)));

const CALL =
  /\[(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3})|(?<=[.?!”’»"']) (\d{1,2})\)(?=\s|$)|(?<=[\p{L}.,;:!?)\]”’"'»%])(\d{1,3})(?![\p{L}\p{N}/-]|[.,:]\d)|(?<=[.,;:?!”’)»]) (\d{1,2})(?=\s\p{Lu}|$)/gu;
/** "nr.3", "art.5", "m2", "CO2", "3.1" are not calls. */
const NO_CALL_AFTER =
  /(?:(?:^|[^\p{L}])(?:nrs?|art|p|blz|lid|par|hfd|vol|d\.d|c\.q)\.|\d[.,:]|(?:^|[^\p{L}])\p{L}{1,2}|\p{Lu})$/u;

/** The marks in a text that may call a footnote, in order. */
export function findCalls(text: string): Call[] {
  const calls: Call[] = [];
  for (const match of text.matchAll(CALL)) {
    const [, bracketed, superscript, parenthesis, glued, loose] = match;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if ((glued || superscript) && NO_CALL_AFTER.test(before)) continue;
    const mark = bracketed ?? (superscript && digits(superscript)) ?? parenthesis ?? glued ?? loose;
    if (!mark || match.index === 0) continue;
    calls.push({ mark, start: match.index, end: match.index + match[0].length, weak: loose !== undefined });
  }
  return calls;
}

const NOTE = /^(?:\[(\d{1,3})\]|(\d{1,3})\)|([⁰¹²³⁴-⁹]{1,3})|(\d{1,3})(\.)?(?= ))\s*(\S.*)$/u;
const OPENS_LIKE_A_NOTE = /^[\p{Lu}“‘"'«(<]|^(?:zie|http|www|ibid|idem|kamerst|vgl|o\.a\.)/u;
const CITES =
  /Kamerstuk|(?:Tweede|Eerste) Kamer,|\b[TE]K\b|Handelingen|Aanhangsel|vergaderjaar|https?:|www\.|Stb\.|Stcrt\.|^(?:Zie|Idem|Ibid|Vgl)\b/i;

interface NoteStart {
  mark: string;
  text: string;
  cites: boolean;
  /** "2. Tekst" is far more often a numbered heading than a note. */
  dotted: boolean;
}

function noteStart(line: Line): NoteStart | null {
  const match = NOTE.exec(line.text);
  const text = match?.[6];
  if (!match || !text || !OPENS_LIKE_A_NOTE.test(text)) return null;
  const mark = match[1] ?? match[2] ?? (match[3] ? digits(match[3]) : match[4]);
  return mark ? { mark, text, cites: CITES.test(text), dotted: match[5] === "." } : null;
}

const count = (counts: Map<string, number>, key: string, by = 1): number => {
  const now = (counts.get(key) ?? 0) + by;
  counts.set(key, now);
  return now;
};

/** A copy may put the mark of a note on a line of its own; joins it to a note that cites something. */
export function joinLoneMarks(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const mark = joined.at(-1);
    const lone = mark && line.gap === "none" && mark.gap !== "none" && /^(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$/.test(mark.text);
    if (lone && CITES.test(line.text)) mark.text = `${mark.text} ${line.text}`;
    else joined.push({ ...line, at: joined.length });
  }
  return joined;
}

/**
 * Takes the texts of footnotes out of the lines. A note starts after a gap or another note, with a mark that was
 * called before, or (where the copy lost the call) with a citation behind the mark.
 */
export function takeFootnotes(lines: readonly Line[]): { kept: Line[]; notes: PlacedNote[] } {
  const citing = new Map<string, number>();
  for (const line of lines) {
    const start = line.gap === "none" ? null : noteStart(line);
    if (start?.cites) count(citing, start.mark);
  }
  const notes: PlacedNote[] = [];
  const called = new Map<string, number>();
  const noteAt = new Set<number>();
  let open: PlacedNote | null = null;
  let bodyOpen = false;
  for (const [i, line] of lines.entries()) {
    const start: NoteStart | null = open || line.gap !== "none" ? noteStart(line) : null;
    if (start && isNote(start, called.get(start.mark) ?? 0, citing.get(start.mark) ?? 0)) {
      open = { mark: start.mark, text: start.text, at: line.at };
      notes.push(open);
      count(called, start.mark, -1);
      if (start.cites) count(citing, start.mark, -1);
    } else if (open && goesOn(lines[i - 1], line, bodyOpen)) {
      open.text = /[-/]$/.test(lines[i - 1]?.text ?? "") ? open.text + line.text : `${open.text} ${line.text}`;
    } else {
      open = null;
      bodyOpen = !/[.!?:;]["”’»)\]\d]*$/.test(line.text);
      for (const call of findCalls(line.text)) count(called, call.mark);
      continue;
    }
    noteAt.add(line.at);
  }
  return { kept: takeOut(lines, (line) => noteAt.has(line.at)).kept, notes };
}

function isNote(start: NoteStart, calls: number, citing: number): boolean {
  if (start.cites) return (calls > 0 || /\d/.test(start.text)) && !(start.dotted && calls === 0);
  // A note that cites has the first claim to a call.
  return !start.dotted && calls > citing;
}

function goesOn(last: Line | undefined, line: Line, bodyOpen: boolean): boolean {
  if (line.gap !== "none" || line.indented || !last) return false;
  const lower = /^\p{Ll}/u.test(line.text);
  const end = last.text.slice(-200);
  if (/[-/,]$/.test(end)) return true;
  if (/(?:[.)\]]|https?:\S+|www\.\S+)$/.test(end)) return false;
  if (/\d$/.test(end)) return lower && !bodyOpen;
  return lower || last.text.length >= 60;
}
