/** Reads a letter passage by passage: what the review proposes. */
import type { IsoDay } from "../calendar.ts";
import type { Chamber, Recess } from "../recess.ts";
import type { Finding } from "./findings.ts";
import type { Passage } from "./letter-text.ts";
import { read } from "./read.ts";

/** A finding in one passage; its offsets are in the text of that passage. */
export interface PassageFinding {
  anchor: string;
  finding: Finding;
}

/** Something odd in one passage, for the reviewer to note with the letter. */
export interface PassageRemark {
  anchor: string;
  quote: string;
  why: string;
}

interface LetterContext {
  date: IsoDay;
  chamber: Chamber;
  recesses: readonly Recess[];
}

/** Headings say nothing by themselves and are left out. */
const paragraphs = (passages: readonly Passage[]) => passages.filter(({ kind }) => kind === "paragraph");

export const letterFindings = (passages: readonly Passage[], context: LetterContext): PassageFinding[] =>
  paragraphs(passages).flatMap(({ anchor, text }) =>
    read({ text, ...context }).findings.map((finding) => ({ anchor, finding })),
  );

export const letterRemarks = (passages: readonly Passage[], context: LetterContext): PassageRemark[] =>
  paragraphs(passages).flatMap(({ anchor, text }) =>
    read({ text, ...context }).remarks.map(({ quote, why }) => ({ anchor, quote, why })),
  );
