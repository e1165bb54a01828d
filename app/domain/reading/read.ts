import { citations } from "./citation.ts";
import { deadlines } from "./deadline.ts";
import type { Reading, ReadingInput } from "./findings.ts";
import { normalise } from "./normalise.ts";
export function read(input: ReadingInput): Reading {
  const n = normalise(input.text);
  const context = { on: input.date, chamber: input.chamber ?? "TK", recesses: input.recesses };
  return { findings: [], deadlines: deadlines(n.text, context).map(d=>({...d, ...n.toOriginal(d.start,d.end)})), citations: citations(n.text).map(d=>({...d, ...n.toOriginal(d.start,d.end)})), remarks: [] };
}
