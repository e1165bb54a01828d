/** A letter as its file structures it: a Word, ODF or HTML file says what a heading and a note is; plain text only shows it. */
import type { Footnote } from "./letter-text.ts";

export interface LetterPart {
  /** A row of a table is one part, its cells joined. */
  kind: "heading" | "paragraph" | "row";
  /** 1 for the outermost heading; null for what is no heading. */
  level: number | null;
  /** One line of text: spaces made one, the marks of footnotes taken out. */
  text: string;
  footnotes: Footnote[];
}
