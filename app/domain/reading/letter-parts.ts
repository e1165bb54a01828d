/** A letter as its file structures it: a Word, ODF or HTML file says what a heading and a note is; plain text only shows it. */
import { attachFootnotes } from "./attach-footnotes.ts";
import { takeFootnotes } from "./footnotes.ts";
import { numberOf, setLevels } from "./headings.ts";
import { kindOf, paperOfFurniture, takeHead } from "./letter-head.ts";
import { type Line, takeFurniture, toLines } from "./letter-lines.ts";
import type { Footnote, Passage } from "./letter-text.ts";
import { BULLET } from "./line-ends.ts";
import type { ReadLetter } from "./sections.ts";
import { takeSignature } from "./signature.ts";

export interface LetterPart {
  /**
   * A row of a table is one part, its cells joined by ` | `. `page` is what is printed beside the letter: running feet,
   * page numbers, a side column.
   */
  kind: "heading" | "paragraph" | "row" | "page";
  /** 1 for the outermost heading; null for what is no heading. */
  level: number | null;
  /** One line of text: spaces made one, the marks of footnotes taken out. */
  text: string;
  footnotes: Footnote[];
}

/** What stands between the cells of a row. */
export const BETWEEN_CELLS = " | ";

/**
 * Reads a letter out of its parts by the same rules as plain text: head, signature and passages. A row of a table
 * becomes a paragraph. Notes that were typed as text are looked for only where the file marks none. Every word stands
 * in a passage, a footnote or `outside`; the notes of what stands outside go to the nearest passage.
 */
export function readLetterParts(parts: readonly LetterPart[]): ReadLetter {
  const filled = parts.map((part) => ({ ...part, text: oneLine(part.text) })).filter(isFilled);
  const clean = filled.filter(({ kind }) => kind !== "page");
  const furniture = takeFurniture(clean.map(toLine));
  furniture.out.push(...filled.filter(({ kind }) => kind === "page").map(toLine));
  const head = takeHead(furniture.kept);
  const marksNotes = clean.some(({ footnotes }) => footnotes.length > 0);
  const typed = marksNotes ? { kept: head.rest, notes: [] } : takeFootnotes(head.rest);
  const signed = takeSignature(typed.kept);
  const ends = signed.rest.map(({ at }) => at);
  const passages = toPassages(ends.flatMap((at) => clean[at] ?? []));
  attachFootnotes(typed.notes, passages, ends);
  keepNotesOf(clean, passages, ends);
  const lines = (of: readonly { text: string }[]): string[] => of.map(({ text }) => text);
  const opening = passages.filter(({ kind }) => kind === "paragraph").slice(0, 3);
  return {
    head: {
      title: head.title,
      date: head.date,
      sender: signed.sender,
      addressee: head.addressee,
      kind: kindOf(head.title, lines(opening)),
      paper: head.paper ?? paperOfFurniture(furniture.out),
    },
    passages,
    outside: { letterhead: lines(head.lines), signature: lines(signed.signature), pageLines: lines(furniture.out) },
  };
}

const oneLine = (text: string): string =>
  toLines(text)
    .map((line) => line.text)
    .join(" ")
    .replaceAll("\u00ad", "");

const isFilled = (part: LetterPart): boolean => part.text !== "" || part.footnotes.length > 0;

/** Parts stand apart, except where the words run on: "Aan de Voorzitter van de Tweede Kamer" and "der Staten-Generaal". */
function toLine({ text }: LetterPart, at: number): Line {
  const columns = text.split(BETWEEN_CELLS);
  const goesOn = /^(?:\p{Ll}|(?:Tweede|Eerste) Kamer)/u.test(text);
  return { text: columns.join(" "), columns, gap: goesOn ? "none" : "blank", indented: false, at };
}

function toPassages(parts: readonly LetterPart[]): Passage[] {
  const levels = levelsOf(parts);
  return parts.map((part, i) => ({
    anchor: `p${i + 1}`,
    kind: part.kind === "heading" ? "heading" : "paragraph",
    level: levels[i] ?? null,
    text: part.kind === "heading" ? part.text : part.text.replace(BULLET, ""),
    footnotes: [...part.footnotes],
  }));
}

/**
 * A chapter or a section in it. Where all headings have one level, that says nothing and numbers and order tell, as in
 * plain text. A heading above all others, such as the title of a web page, does not push the chapters down.
 */
function levelsOf(parts: readonly LetterPart[]): (1 | 2 | null)[] {
  const given = parts.flatMap(({ kind, level }) => (kind === "heading" ? [level ?? 1] : []));
  const depths = [...new Set(given)].sort((a, b) => a - b);
  if (depths.length < 2) {
    const blocks = parts.map(({ kind, text }) => ({
      kind: kind === "heading" ? kind : ("paragraph" as const),
      level: null as 1 | 2 | null,
      number: kind === "heading" ? numberOf(text) : null,
    }));
    setLevels(blocks);
    return blocks.map(({ level }) => level);
  }
  const isTitle = given[0] === depths[0] && given.lastIndexOf(depths[0] ?? 0) === 0;
  const chapter = (isTitle ? depths[1] : depths[0]) ?? 1;
  return parts.map(({ kind, level }) => (kind !== "heading" ? null : (level ?? 1) <= chapter ? 1 : 2));
}

/** The notes of what stands outside go to the passage before it; those of the head to the first passage, before its own. */
function keepNotesOf(parts: readonly LetterPart[], passages: Passage[], ends: readonly number[]): void {
  const inside = new Set(ends);
  const ofHead: Footnote[] = [];
  let before = 0;
  for (const [at, { footnotes }] of parts.entries()) {
    if (inside.has(at)) before += 1;
    else if (before === 0) ofHead.push(...footnotes);
    else passages[before - 1]?.footnotes.push(...footnotes);
  }
  if (ofHead.length === 0) return;
  if (passages.length === 0) passages.push({ anchor: "p1", kind: "paragraph", level: null, text: "", footnotes: [] });
  passages[0]?.footnotes.unshift(...ofHead);
}
