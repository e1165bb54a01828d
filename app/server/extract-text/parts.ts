/** Collects the parts of a letter while a reader walks through its file: words, notes where they are called, rows. */
import { BETWEEN_CELLS, type LetterPart } from "#app/domain/reading/letter-parts.ts";
import type { Footnote } from "#app/domain/reading/letter-text.ts";
import { isFinished, startsItem, startsLower } from "#app/domain/reading/line-ends.ts";

/**
 * How words are printed: a writer who uses no styles makes a heading of a line of its own. Where none can stand, among
 * the items of a list, it is "never".
 */
export type Emphasis = "bold" | "italic" | "never" | null;

interface Line {
  words: string[];
  footnotes: Footnote[];
}

interface Block {
  level: number | null;
  lines: Line[];
  /** What all words so far have in common; undefined before the first. */
  emphasis: Emphasis | undefined;
}

/** A part that may still turn out to be a heading: a line of its own in bold or italics. */
type Collected = LetterPart & { emphasis: Emphasis };

const LONG_LINE = 60;
const LONGEST_HEADING = 120;

export class PartsCollector {
  readonly #parts: Collected[] = [];
  #block: Block | null = null;
  /** The cells of the rows that are open, the innermost row last. */
  readonly #rows: Line[][] = [];

  /** Words as they stand in the file, in a paragraph where none is open. */
  words(text: string, emphasis: Emphasis = null): void {
    if (this.#block === null && text.trim() === "") return;
    const block = this.#open();
    block.lines.at(-1)?.words.push(text.replace(/\s+/g, " "));
    if (text.trim() === "" || !/[\p{L}\d]/u.test(text)) return;
    if (block.emphasis === undefined) block.emphasis = emphasis;
    else if (block.emphasis !== emphasis) block.emphasis = null;
  }

  /** A line that the writer ended within a paragraph. */
  endLine(): void {
    this.#block?.lines.push({ words: [], footnotes: [] });
  }

  /** A note that is called here. */
  note(footnote: Footnote): void {
    const line = this.#open().lines.at(-1);
    line?.footnotes.push(footnote);
    line?.words.push(CALLED);
  }

  /** Ends what is open; what follows is a heading of this level, or a paragraph. */
  startBlock(level: number | null = null): void {
    this.endBlock();
    this.#block = { level, lines: [{ words: [], footnotes: [] }], emphasis: undefined };
  }

  endBlock(): void {
    const block = this.#block;
    this.#block = null;
    if (!block) return;
    const lines = block.lines.map(({ words, footnotes }) => ({ text: tidy(words.join("")), footnotes }));
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell) {
      for (const { text, footnotes } of lines) addTo(cell, text, footnotes);
      return;
    }
    const { level } = block;
    const joined = level === null ? joinRunOn(lines) : [joinAll(lines)];
    for (const { text, footnotes } of joined) {
      if (text === "" && footnotes.length === 0) continue;
      const kind = level === null ? "paragraph" : "heading";
      this.#parts.push({ kind, level, text, footnotes, emphasis: block.emphasis ?? null });
    }
  }

  startRow(): void {
    this.endBlock();
    this.#rows.push([]);
  }

  startCell(): void {
    this.endBlock();
    this.#rows.at(-1)?.push({ words: [], footnotes: [] });
  }

  endRow(): void {
    this.endBlock();
    const cells = this.#rows.pop() ?? [];
    const words = cells.map((cell) => cell.words.join(" ")).filter((text) => text !== "");
    const footnotes = cells.flatMap((cell) => cell.footnotes);
    const text = words.join(BETWEEN_CELLS);
    const around = this.#rows.at(-1)?.at(-1);
    if (around) addTo(around, text, footnotes);
    else if (text !== "" || footnotes.length > 0)
      this.#parts.push({ kind: "row", level: null, text, footnotes, emphasis: null });
  }

  /** The parts, with the lines that the writer only printed as headings. */
  parts(): LetterPart[] {
    this.endBlock();
    const deepest = this.#parts.reduce((most, { level }) => Math.max(most, level ?? 0), 0);
    return this.#parts.map(({ emphasis, ...part }, i) => {
      const next = this.#parts[i + 1];
      const opens = next && next.kind !== "row" && (!isPrinted(next.emphasis) || isHeadingLine(next, next.emphasis));
      if (part.kind !== "paragraph" || !opens || !isHeadingLine(part, emphasis)) return part;
      return { ...part, kind: "heading", level: deepest + (emphasis === "bold" ? 1 : 2) };
    });
  }

  #open(): Block {
    this.#block ??= { level: null, lines: [{ words: [], footnotes: [] }], emphasis: undefined };
    return this.#block;
  }
}

/** Stands where a note is called: "gezonden [1]." becomes "gezonden." */
const CALLED = "\ue000";

const tidy = (text: string): string =>
  text
    .replaceAll("\u2011", "-")
    .replace(/\s?\ue000+(?=[.,;:!?)\]])|\ue000/g, "")
    .replace(/\s+/g, " ")
    .trim();

function addTo(cell: Line, text: string, footnotes: readonly Footnote[]): void {
  if (text !== "") cell.words.push(text);
  cell.footnotes.push(...footnotes);
}

const isPrinted = (emphasis: Emphasis): boolean => emphasis === "bold" || emphasis === "italic";

/** A line that stands by itself, all of it bold or in italics, and is no sentence, field or item. */
const isHeadingLine = ({ text }: LetterPart, emphasis: Emphasis): boolean =>
  isPrinted(emphasis) &&
  text.length <= LONGEST_HEADING &&
  /\p{L}{2}/u.test(text) &&
  /^["“‘'(]?[\p{Lu}\d]/u.test(text) &&
  !/[.,:;!…]$/.test(text) &&
  !startsItem(text.replace(/^\d{1,2}\. /, ""));

interface ReadLine {
  text: string;
  footnotes: Footnote[];
}

const joinAll = (lines: readonly ReadLine[]): ReadLine => ({
  text: tidy(lines.map(({ text }) => text).join(" ")),
  footnotes: lines.flatMap(({ footnotes }) => footnotes),
});

/** Lines that run on are one paragraph (a text saved with its line ends); lines that do not stand by themselves. */
function joinRunOn(lines: readonly ReadLine[]): ReadLine[] {
  const joined: ReadLine[][] = [];
  let last = "";
  for (const line of lines) {
    const long = last.length >= LONG_LINE && !isFinished(last);
    const goesOn = last !== "" && line.text !== "" && !startsItem(line.text) && (startsLower(line.text) || long);
    if (goesOn) joined.at(-1)?.push(line);
    else joined.push([line]);
    last = line.text;
  }
  return joined.map(joinAll);
}
