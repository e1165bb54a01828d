/** Numbers of commitments: our own, and those that others gave. */
import { type IsoDay, yearOf } from "./calendar.ts";

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
