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

/** Headings say nothing by themselves and are left out. */
export const letterFindings = (
  passages: readonly Passage[],
  context: { date: IsoDay; chamber: Chamber; recesses: readonly Recess[] },
): PassageFinding[] =>
  passages
    .filter(({ kind }) => kind === "paragraph")
    .flatMap(({ anchor, text }) => read({ text, ...context }).findings.map((finding) => ({ anchor, finding })));
