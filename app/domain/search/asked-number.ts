/** A question that is a number: of a commitment, of something followed, of another register, or of a paper. */
import { parseItemNumber, parseNumber } from "../numbers.ts";
import { type Paper, parsePaper } from "../paper.ts";

export type AskedNumber =
  | { kind: "commitment"; number: string }
  | { kind: "item"; number: string }
  | { kind: "foreign"; number: string; chamber: "TK" | "EK" }
  | { kind: "paper"; paper: Paper };

const BEFORE = /^(?:toezegging(?:snummer)?|nummer|nr\.?)\s+/i;
const ADDRESS = /^https?:\/\/zoek\.officielebekendmakingen\.nl\/(kst-[\w-]+?)(?:\.html)?$/i;

/** Reads a number in any case and form; null where the question is something else. */
export function askedNumber(typed: string): AskedNumber | null {
  const text = typed.slice(0, 200).trim().replace(BEFORE, "");
  const item = parseItemNumber(text);
  if (item) return { kind: "item", number: item.number };
  const number = parseNumber(text);
  if (number?.kind === "own") return { kind: "commitment", number: number.number };
  if (number) return { kind: "foreign", number: number.number, chamber: number.kind === "tweede_kamer" ? "TK" : "EK" };
  const paper = parsePaper(ADDRESS.exec(text)?.[1] ?? text) ?? parsePaper(`kst-${text}`);
  return paper && { kind: "paper", paper };
}
