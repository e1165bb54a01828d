/** Printed lines to the parts of a letter: which line goes on from the one before, which is a heading, which are rows. */
import { findHeadings, NUMBERED, numberOf } from "#app/domain/reading/headings.ts";
import type { Line } from "#app/domain/reading/letter-lines.ts";
import { BETWEEN_CELLS, type LetterPart } from "#app/domain/reading/letter-parts.ts";
import {
  isFinished,
  isHyphenated,
  joinLines,
  lineMeasure,
  startsItem,
  startsLower,
} from "#app/domain/reading/line-ends.ts";
import type { PrintedLine } from "./pdf-lines.ts";
import type { Print } from "./pdf-print.ts";
import { rowsOf, tableAt } from "./pdf-tables.ts";

/** A part and the place of its last line. */
export interface PlacedPart extends LetterPart {
  end: number;
}

/** Lines that open something of their own in the head of a letter, however near they stand. */
const HEAD_LABEL =
  /^(?:(?:Datum|Onderwerp|Betreft|Aan|Ons kenmerk|Onze referentie|Uw kenmerk|Uw brief|Bijlagen?)\b|Postbus \d|\d{4} ?[A-Z]{2}\b|Nr\. ?\d)/;

const DOSSIER = /^\d{2} ?\d{3}\b/;
const PARAGRAPH = { kind: "paragraph", level: null } as const;

export function toParts(lines: readonly PrintedLine[], print: Print, words: ReadonlySet<string>): PlacedPart[] {
  const parts: PlacedPart[] = [];
  const headings = headingsIn(lines, print);
  const ranks = ranksOf(lines, headings, print);
  let open: PrintedLine[] = [];
  const close = (end: number): void => {
    const [first] = open;
    if (!first) return;
    const text = joinLines(
      open.map((line) => line.text),
      words,
    );
    const isHeading = headings.has(first);
    const level = isHeading ? (numberOf(text)?.split(".").length ?? ranks.get(styleOf(first, print)) ?? 1) : null;
    parts.push({ kind: isHeading ? "heading" : "paragraph", level, text, footnotes: [], end });
    open = [];
  };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    const last = lines[i - 1];
    if (!line) break;
    const table = tableAt(lines, i, print.pitch);
    if (last && (table > 0 || !goesOn(last, line, open, print, headings))) close(i - 1);
    if (table === 0) {
      open.push(line);
      i += 1;
      continue;
    }
    for (const row of rowsOf(lines.slice(i, i + table), words)) {
      i += row.lines;
      const { text } = row;
      const labelled = HEAD_LABEL.test(text) || DOSSIER.test(text);
      if (labelled) parts.push({ ...PARAGRAPH, text: text.replaceAll(BETWEEN_CELLS, " "), footnotes: [], end: i - 1 });
      else parts.push({ kind: "row", level: null, text, footnotes: [], end: i - 1 });
    }
  }
  close(lines.length - 1);
  return parts;
}

function goesOn(
  last: PrintedLine,
  line: PrintedLine,
  open: readonly PrintedLine[],
  print: Print,
  headings: ReadonlySet<PrintedLine>,
): boolean {
  const [first] = open;
  if (!first || headings.has(last) !== headings.has(line)) return false;
  if (Math.abs(last.size - line.size) > 0.6) return false;
  if (/^Postbus \d/.test(line.text) || (HEAD_LABEL.test(line.text) && !print.isFull(last, line))) return false;
  if (headings.has(line)) {
    if (styleOf(last, print) !== styleOf(line, print) || print.isApart(last, line)) return false;
    return !NUMBERED.test(line.text) && (print.isFull(last, line) || startsLower(line.text));
  }
  if (isHyphenated(last.text) && /^[\p{L}\d]/u.test(line.text)) return true;
  const lower = startsLower(line.text);
  const finished = isFinished(withoutMarks(last.text));
  const full = print.isFull(last, line);
  const isList = startsItem(first.text);
  if (startsItem(line.text) && !(full && !finished && !isList)) return false;
  if (NUMBERED.test(line.text) && finished && !full) return false;
  if (last.flow !== line.flow || line.y < last.y) {
    if (!finished) return lower || full || isLong(last, print);
    return lower || (print.isJustified && last.x1 > print.rightOf(last) - 2 && line.x0 < line.left + 0.7 * line.size);
  }
  if (print.isApart(last, line)) return !finished && lower && full;
  const setIn = line.x0 - last.x0;
  if (isList && open.length === 1) return setIn > -2 ? lower || !finished || full : lower && full;
  if (setIn > 0.7 * line.size) return !finished && (lower || full);
  if (isList && setIn < -0.7 * line.size) return !finished && lower;
  return full || (!finished && (lower || isLong(last, print)));
}

const isLong = (line: PrintedLine, print: Print): boolean =>
  line.x1 - line.left > 0.7 * (print.rightOf(line) - line.left);

const withoutMarks = (text: string): string => text.replace(/\ue000[^\ue001]*\ue001|\ue002\d*\ue003/g, "");

const styleOf = ({ size, bold, italic }: PrintedLine, { body }: Print): string =>
  `${size > 1.08 * body ? Math.round(size * 2) / 2 : 0} ${bold ? 1 : 0} ${italic ? 0 : 1}`;

/** Lines that are headings by how they are printed, or else (in a letter of one style) by their words. */
function headingsIn(lines: readonly PrintedLine[], print: Print): Set<PrintedLine> {
  const styled = new Set<PrintedLine>();
  for (const [i, line] of lines.entries()) if (isHeading(line, lines, i, styled, print)) styled.add(line);
  dropSentences(styled, lines, print);
  if (styled.size > 0) return styled;
  const plain = lines.map(
    (line, at): Line => ({
      text: withoutMarks(line.text),
      columns: line.cells.map(({ text }) => text),
      gap: gapBefore(lines, at, print),
      indented: line.x0 > line.left + 0.7 * line.size,
      at,
    }),
  );
  return new Set([...findHeadings(plain, lineMeasure(plain)).keys()].flatMap((at) => lines[at] ?? []));
}

export function gapBefore(lines: readonly PrintedLine[], at: number, print: Print): Line["gap"] {
  const [last, line] = [lines[at - 1], lines[at]];
  if (!last || !line) return "none";
  return last.flow !== line.flow ? "page" : print.isApart(last, line) ? "blank" : "none";
}

function isHeading(
  line: PrintedLine,
  lines: readonly PrintedLine[],
  i: number,
  found: ReadonlySet<PrintedLine>,
  print: Print,
): boolean {
  const [last, next] = [lines[i - 1], lines[i + 1]];
  const larger = line.size > 1.08 * print.body;
  if (!larger && !(line.bold && !print.isBold) && !(line.italic && !print.isItalic)) return false;
  const text = withoutMarks(line.text);
  if (line.cells.length > 1 || text.length > 160 || !/\p{L}{2}/u.test(text) || HEAD_LABEL.test(text)) return false;
  const sameStyle = (other: PrintedLine | undefined): boolean =>
    other !== undefined && styleOf(other, print) === styleOf(line, print);
  const goesOnFromHeading = last !== undefined && found.has(last) && sameStyle(last);
  const opens =
    !last ||
    goesOnFromHeading ||
    found.has(last) ||
    last.flow !== line.flow ||
    print.isApart(last, line) ||
    isFinished(withoutMarks(last.text)) ||
    !print.isFull(last, line);
  if (!opens || (!goesOnFromHeading && !/^["“‘'«(]?[\p{Lu}\d]/u.test(text))) return false;
  // Words in italics are often only stressed, so such a heading must stand alone, on a line or two.
  if (larger || line.bold) return true;
  const first = sameStyle(last) && !print.isApart(last ?? line, line) ? i - 1 : i;
  const end = sameStyle(next) && first === i && !print.isApart(line, next ?? line) ? i + 1 : i;
  const [before, after] = [lines[first - 1], lines[end + 1]];
  const alone = !sameStyle(before) && !sameStyle(after) && after !== undefined;
  return alone && !print.isFull(lines[end] ?? line, after);
}

/** Bold or large text that is a sentence, or more than three lines, is no heading. */
function dropSentences(styled: Set<PrintedLine>, lines: readonly PrintedLine[], print: Print): void {
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    for (let line = lines[end]; line && styled.has(line); line = lines[end]) {
      const last = lines[end - 1];
      const same = last && end > i && styleOf(last, print) === styleOf(line, print) && !print.isApart(last, line);
      if (end > i && !(same && (print.isFull(last, line) || startsLower(line.text)))) break;
      end += 1;
    }
    if (end === i) continue;
    const last = lines[end - 1];
    const isSentence = /[.;:,]$/.test(withoutMarks(last?.text ?? "")) || end - i > 3;
    if (isSentence || startsItem(lines[i]?.text ?? "") === !NUMBERED.test(lines[i]?.text ?? ""))
      for (const line of lines.slice(i, end)) if (isSentence || !numberOf(line.text)) styled.delete(line);
    i = end - 1;
  }
}

/** The styles of headings, the weightiest first: larger, then bold, then italic. */
function ranksOf(
  lines: readonly PrintedLine[],
  headings: ReadonlySet<PrintedLine>,
  print: Print,
): ReadonlyMap<string, number> {
  const styles = new Set(lines.filter((line) => headings.has(line)).map((line) => styleOf(line, print)));
  const weights = (style: string): number[] => style.split(" ").map(Number);
  const sorted = [...styles].sort((a, b) => {
    const [left, right] = [weights(a), weights(b)];
    const at = left.findIndex((weight, i) => weight !== right[i]);
    return (right[at] ?? 0) - (left[at] ?? 0);
  });
  return new Map(sorted.map((style, i) => [style, i + 1]));
}
