/** Numbers of commitments, our own and those that others gave; and of what the register follows beside them. */
import { type IsoDay, yearOf } from "./calendar.ts";
import type { ItemKind } from "./events.ts";

/** `2011-0007`: the year of the promise and a serial within it, given at publication. */
export const ownNumber = (madeOn: IsoDay, serial: number): string =>
  `${yearOf(madeOn)}-${String(serial).padStart(4, "0")}`;

export type NumberKind = "own" | "tweede_kamer" | "eerste_kamer";

/**
 * Recognises a number in any case and with surrounding space: `2011-0007` (own), `TZ202603-130` (Tweede Kamer, year,
 * month and serial), `T01237` (Eerste Kamer). Answers its canonical form, or null for anything else.
 */
export function parseNumber(text: string): { kind: NumberKind; number: string } | null {
  const number = text.trim().toUpperCase();
  if (/^(19|20|21)\d\d-\d{4,}$/.test(number)) return { kind: "own", number };
  if (/^TZ(19|20|21)\d\d(0[1-9]|1[0-2])-\d{1,5}$/.test(number)) return { kind: "tweede_kamer", number };
  if (/^T\d{5}$/.test(number)) return { kind: "eerste_kamer", number };
  return null;
}

/**
 * The letter in front, so that nobody takes it for the number of a commitment: Verwachting, Besluit, Kamervraag,
 * Aanbeveling, Maatregel, Cijfer, Document.
 */
const ITEM_LETTERS: Record<ItemKind, string> = {
  expectation: "V",
  decision: "B",
  request: "K",
  recommendation: "A",
  measure: "M",
  figure: "C",
  evidence: "D",
};

/** `V2011-0003`: the kind, the year in which it holds, and a serial within both, given at publication. */
export const itemNumber = (kind: ItemKind, on: IsoDay, serial: number): string =>
  `${ITEM_LETTERS[kind]}${ownNumber(on, serial)}`;

/** Recognises the number of an item in any case and with surrounding space; null for anything else. */
export function parseItemNumber(text: string): { kind: ItemKind; number: string } | null {
  const number = text.trim().toUpperCase();
  const kind = (Object.keys(ITEM_LETTERS) as ItemKind[]).find((one) => number.startsWith(ITEM_LETTERS[one]));
  return kind && parseNumber(number.slice(1))?.kind === "own" ? { kind, number } : null;
}
