/** Footnotes: small lines at the end of a column that begin with a mark, and the raised marks in the text that call them. */

import type { Footnote } from "#app/domain/reading/letter-text.ts";
import { joinLines } from "#app/domain/reading/line-ends.ts";
import type { PrintedLine } from "./pdf-lines.ts";
import type { PlacedPart } from "./pdf-paragraphs.ts";
import { MARK_END, MARK_START } from "./pdf-stretches.ts";

export interface PrintedNote extends Footnote {
  page: number;
  /** The line of text that it stands below, by its place among the lines that are no notes. */
  after: number;
}

const RAISED = new RegExp(`${MARK_START}\\(?([\\d*†]{1,4})\\)?${MARK_END}`, "g");
const RAISED_START = new RegExp(`^${MARK_START}\\(?([\\d*†]{1,4})\\)?${MARK_END} ?`);
const PLAIN_START = /^(\d{1,3}|\*)\)? ?(?=\S)/;

/** Small beside the letters of the text. */
const isSmall = (line: PrintedLine, body: number): boolean => line.size <= 0.93 * body;

export function apartFromNotes(
  lines: readonly PrintedLine[],
  body: number,
  words: ReadonlySet<string>,
): { text: PrintedLine[]; notes: PrintedNote[] } {
  const called = new Set(lines.flatMap(({ text }) => [...text.matchAll(RAISED)].map((match) => match[1])));
  /** The marks that a note may have: one that was called, or the next in the row. */
  const expected = (): ReadonlySet<string | undefined> =>
    new Set([...called, String(Number(notes.at(-1)?.mark ?? 0) + 1)]);
  const text: PrintedLine[] = [];
  const notes: (PrintedNote & { rows: string[] })[] = [];
  for (const flow of byFlow(lines)) {
    const start = whereNotesStart(flow, body, expected(), isUnfinished(notes.at(-1), flow[0]?.page));
    text.push(...flow.slice(0, start));
    for (const line of flow.slice(start)) {
      const opening = openingOf(line, body, expected());
      const open = notes.at(-1);
      if (opening || !open) {
        const mark = opening?.mark ?? "";
        notes.push({ mark, text: "", page: line.page, after: text.length - 1, rows: [opening?.rest ?? line.text] });
      } else open.rows.push(line.text);
    }
  }
  tieCalls(text, notes);
  return { text, notes: notes.map(({ rows, ...note }) => ({ ...note, text: plain(joinLines(rows, words)) })) };
}

function byFlow(lines: readonly PrintedLine[]): PrintedLine[][] {
  const flows: PrintedLine[][] = [];
  for (const line of lines) {
    if (flows.at(-1)?.at(-1)?.flow === line.flow) flows.at(-1)?.push(line);
    else flows.push([line]);
  }
  return flows;
}

function openingOf(line: PrintedLine, body: number, called: ReadonlySet<string | undefined>) {
  const raised = RAISED_START.exec(line.text);
  if (raised?.[1]) return { mark: raised[1], rest: line.text.slice(raised[0].length) };
  const figure = isSmall(line, body) ? PLAIN_START.exec(line.text) : null;
  return figure?.[1] && called.has(figure[1]) ? { mark: figure[1], rest: line.text.slice(figure[0].length) } : null;
}

/** The place in a column from which on all lines are notes: its length where there are none. */
function whereNotesStart(
  flow: readonly PrintedLine[],
  body: number,
  called: ReadonlySet<string | undefined>,
  goesOn: boolean,
): number {
  let start = flow.length;
  let smallFrom = flow.length;
  for (let i = flow.length - 1; i >= 0; i--) {
    const line = flow[i];
    if (!line) break;
    const opening = openingOf(line, body, called);
    if (opening && flow.slice(i).every(({ size }) => size <= line.size + 0.6)) start = i;
    if (isSmall(line, body)) smallFrom = i;
    else if (!opening) break;
  }
  // The end of a note that the page before began.
  return goesOn && smallFrom < start && (smallFrom > 0 || start < flow.length) ? smallFrom : start;
}

const isUnfinished = (note: (PrintedNote & { rows: string[] }) | undefined, page: number | undefined): boolean =>
  note !== undefined && note.page + 1 === page && !/[.!?)\]]$/.test(note.rows.at(-1) ?? "");

/** A raised mark that calls nothing, as it is written: "m²". */
const plain = (text: string): string =>
  text
    .replace(new RegExp(`${MARK_START}([^${MARK_END}]*)${MARK_END}`, "g"), (_, mark: string) =>
      mark.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit),
    )
    .trim();

/** Stands in the text where a note is called, with the place of that note among the notes. */
const CALL_START = "\ue002";
const CALL_END = "\ue003";
const CALL = new RegExp(` ?${CALL_START}(\\d+)${CALL_END}`, "g");

/**
 * Ties each note to the mark that calls it: the first free one on its page, for a mark may come back on every page,
 * else the last before it, else any.
 */
function tieCalls(text: PrintedLine[], notes: readonly PrintedNote[]): void {
  const marks = new Set(notes.map(({ mark }) => mark));
  for (const [at, line] of text.entries()) if (line.text.includes(MARK_START)) text[at] = separated(line, marks);
  for (const [number, note] of notes.entries()) {
    const has = (line: PrintedLine | undefined): boolean => note.mark !== "" && callsOf(line, note.mark);
    let at = text.findIndex((line) => line.page === note.page && has(line));
    if (at < 0) at = text.findLastIndex((line) => line.page < note.page && has(line));
    if (at < 0) at = text.findIndex(has);
    const line = text[at];
    if (line) text[at] = tied(line, note.mark, number);
  }
}

const markOf = (mark: string): RegExp => new RegExp(`${MARK_START}\\(?${mark.replace(/\*/g, "\\*")}\\)?${MARK_END}`);
const callsOf = (line: PrintedLine | undefined, mark: string): boolean =>
  line?.text.includes(MARK_START) === true && markOf(mark).test(line.text);

/** Marks behind each other as marks of their own: "1, 2", and "12" where there is no note 12. */
function separated(line: PrintedLine, marks: ReadonlySet<string>): PrintedLine {
  const apart = (text: string): string =>
    text.replace(new RegExp(`${MARK_START}([\\d,; ]+)${MARK_END}`, "g"), (_, all: string) =>
      all
        .split(/[,; ]+/)
        .flatMap((one) => cutUp(one, marks))
        .map((one) => MARK_START + one + MARK_END)
        .join(""),
    );
  return { ...line, text: apart(line.text), cells: line.cells.map((cell) => ({ ...cell, text: apart(cell.text) })) };
}

function cutUp(figures: string, marks: ReadonlySet<string>): string[] {
  if (marks.has(figures)) return [figures];
  for (let at = 1; at < figures.length; at++) {
    const [one, other] = [figures.slice(0, at), figures.slice(at)];
    if (marks.has(one) && marks.has(other) && Number(other) === Number(one) + 1) return [one, other];
  }
  return [figures];
}

/** In the line and in its cells. */
function tied(line: PrintedLine, mark: string, number: number): PrintedLine {
  const call = `${CALL_START}${number}${CALL_END}`;
  const cell = line.cells.findIndex(({ text }) => markOf(mark).test(text));
  const cells = line.cells.map((one, i) => (i === cell ? { ...one, text: one.text.replace(markOf(mark), call) } : one));
  return { ...line, cells, text: line.text.replace(markOf(mark), call) };
}

/** Takes the calls out of the words of each part and gives it their notes; a note that nothing calls, to what it follows. */
export function attachNotes(parts: readonly PlacedPart[], notes: readonly PrintedNote[]): void {
  const called = new Set<PrintedNote>();
  for (const part of parts) {
    part.text = plain(
      part.text.replace(CALL, (_, number: string) => {
        const note = notes[Number(number)];
        if (note) part.footnotes.push({ mark: note.mark, text: note.text });
        if (note) called.add(note);
        return "";
      }),
    );
  }
  for (const note of notes) {
    if (called.has(note)) continue;
    const part = parts.find(({ end }) => end >= note.after) ?? parts.at(-1);
    part?.footnotes.push({ mark: note.mark, text: note.text });
  }
}
