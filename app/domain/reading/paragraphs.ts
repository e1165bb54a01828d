/** Lines to headings and paragraphs: which line goes on from the one before, and which is a heading. */
import { findHeadings, headingRunIn, NUMBERED, numberOf, setLevels } from "./headings.ts";
import type { Line } from "./letter-lines.ts";
import {
  BULLET,
  hyphenWords,
  ITEM,
  isFinished,
  isFull,
  isHyphenated,
  joinLines,
  LONE_BULLET,
  lineMeasure,
  startsItem,
  startsLower,
} from "./line-ends.ts";

export interface Block {
  kind: "heading" | "paragraph";
  level: 1 | 2 | null;
  text: string;
  /** The last of its lines, as a place among the lines. */
  at: number;
}

/** Lines to blocks, in the order of the text. */
export function toBlocks(lines: readonly Line[]): Block[] {
  const measure = lineMeasure(lines);
  const headings = findHeadings(lines, measure);
  const words = hyphenWords(lines);
  const blocks: (Block & { number: string | null })[] = [];
  let paragraph: string[] = [];
  const close = (at: number): void => {
    const text = joinLines(paragraph, words).replace(BULLET, "");
    if (text !== "") blocks.push({ kind: "paragraph", level: null, text, at, number: null });
    paragraph = [];
  };
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    const headingGoesOn = last && headings.get(i - 1) === headings.get(i);
    if (last && paragraph.length > 0 && (headings.has(i) || !goesOn(last, line, paragraph, measure))) close(last.at);
    if (!headings.has(i)) {
      const runIn = paragraph.length === 0 && i > 0 ? headingRunIn(line, lines, i) : null;
      if (runIn) blocks.push({ kind: "heading", level: null, text: runIn, at: line.at, number: null });
      paragraph.push(runIn ? line.text.slice(runIn.length).trim() : line.text);
      continue;
    }
    const open = blocks.at(-1);
    if (headingGoesOn && open) {
      open.text = joinLines([open.text, line.text], words);
      open.at = line.at;
    } else blocks.push({ kind: "heading", level: null, text: line.text, at: line.at, number: numberOf(line.text) });
  }
  close(lines.at(-1)?.at ?? 0);
  setLevels(blocks);
  return blocks.map(({ kind, level, text, at }) => ({ kind, level, text, at }));
}

function goesOn(last: Line, line: Line, paragraph: readonly string[], measure: number): boolean {
  if (LONE_BULLET.test(last.text)) return true;
  const lower = startsLower(line.text);
  const finished = isFinished(last.text);
  if (isHyphenated(last.text) && /^[\p{L}\d]/u.test(line.text)) return true;
  const full = isFull(last, line, measure);
  if (startsItem(line.text)) return !finished && full && isChance(line, paragraph);
  if (NUMBERED.test(line.text) && finished) return false;
  if (line.gap === "page" || line.indented) return !finished && (lower || full);
  if (line.gap === "blank") return !finished && lower && !/,$/.test(last.text) && (full || last.text.length >= 40);
  if (lower) return !finished || full;
  if (measure === 0) return false;
  return full || (!finished && paragraph.length > 1 && !/,$/.test(last.text));
}

/** A dash or number that only stands first because the line broke there: "… – veelal klein –", "artikel 12. Daarin …". */
const isChance = (line: Line, paragraph: readonly string[]): boolean =>
  line.gap === "none" && (/^[–—-] /.test(line.text) || ITEM.test(line.text)) && !startsItem(paragraph[0] ?? "");
