/** A letter that comes as PDF: from what is printed where to what a careful reader would call the letter. */

import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import { hyphenWords } from "#app/domain/reading/line-ends.ts";
import type { FileReader, LetterSource } from "./extracted.ts";
import { Unreadable } from "./extracted.ts";
import { inReadingOrder } from "./pdf-columns.ts";
import { apartFromNotes, attachNotes } from "./pdf-footnotes.ts";
import { apartFromFurniture } from "./pdf-furniture.ts";
import { type PrintedLine, toLines } from "./pdf-lines.ts";
import { type ReadSheet, readSheets } from "./pdf-pages.ts";
import { gapBefore, toParts } from "./pdf-paragraphs.ts";
import { type Print, printOf } from "./pdf-print.ts";
import { MARK_END, MARK_START, type Stretch } from "./pdf-stretches.ts";

/** Fewer letters a page than this are a stamp on a scan. */
const LETTERS_A_PAGE = 12;

export const readPdf: FileReader = async (bytes, progress) => toLetter(await readSheets(bytes, progress));

function toLetter(sheets: readonly ReadSheet[]): LetterSource {
  const pages = apartFromFurniture(sheets);
  const letters = pages.reduce((sum, { text }) => sum + lettersIn(text), 0);
  if (letters < Math.max(20, LETTERS_A_PAGE * sheets.length)) throw new Unreadable("no_text");
  const columns = new Set<number>();
  const lines: PrintedLine[] = [];
  const outside: Stretch[] = [];
  let flows = 0;
  for (const [page, { text, furniture }] of pages.entries()) {
    const found = inReadingOrder(text, columns);
    const main = found.filter(({ kind }) => kind === "text");
    lines.push(...toLines(main, page, flows));
    const asides = toLines(
      found.filter(({ kind }) => kind === "aside"),
      page,
      0,
    );
    outside.push(...furniture, ...asides, ...(sheets[page]?.beside ?? []));
    flows += main.length;
  }
  const print = printOf(lines);
  const words = hyphenWords(lines.map((line, at) => ({ ...line, columns: [], gap: "none", indented: false, at })));
  const { text, notes } = apartFromNotes(lines, print.body, words);
  if (notes.length === 0 && !text.some((line) => line.bold !== print.isBold || line.size > 1.08 * print.body))
    return { text: asText(lines, print, outside) };
  const parts = toParts(text, print, words);
  attachNotes(parts, notes);
  return {
    parts: [
      ...parts.map(({ end: _, ...part }): LetterPart => part),
      ...outside.map(
        (line): LetterPart => ({ kind: "page", level: null, text: withoutMarks(line.text), footnotes: [] }),
      ),
    ],
  };
}

const lettersIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { text }) => sum + (text.match(/[\p{L}\d]/gu)?.length ?? 0), 0);

const withoutMarks = (text: string): string => text.replaceAll(MARK_START, "").replaceAll(MARK_END, "");

/** A letter in one kind of type, where print tells nothing: its lines, to be read by the rules of plain text. */
function asText(lines: readonly PrintedLine[], print: Print, outside: readonly Stretch[]): string {
  const before = { none: "\n", blank: "\n\n", page: "\f" };
  const text = lines.map((line, i) => {
    const gap = i === 0 ? "" : before[gapBefore(lines, i, print)];
    const setIn = line.x0 > line.left + 0.4 * line.size ? " " : "";
    return gap + setIn + line.cells.map((cell) => cell.text).join("    ");
  });
  return withoutMarks([...text, ...outside.map((line) => `\f${line.text}`)].join(""));
}
