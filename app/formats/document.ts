/** What is handed over on paper: headings, paragraphs, lists and tables, without any form of a word processor in it. */

/** Text, or text that leads to an address. */
export type Words = string | { text: string; href: string };

/** What stands in one cell; each entry is a line of its own. */
export type Cell = readonly Words[];

export interface Column {
  heading: string;
  /** The share of the page's width, against the other columns. */
  width: number;
}

export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  /** `aside`: beside the text itself, in grey. */
  | { kind: "paragraph"; words: Words[]; aside?: boolean }
  | { kind: "list"; items: readonly Words[] }
  | { kind: "table"; caption: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

export interface PaperDocument {
  title: string;
  /** Under the title: for whom, of which day. */
  lead: string;
  blocks: readonly Block[];
}
