/** What search says of what it found. */
import type { FoundKind } from "./place.ts";

const WORDS: Record<FoundKind, [one: string, many: string]> = {
  commitment: ["toezegging", "toezeggingen"],
  letter: ["passage in brieven", "passages in brieven"],
  debate: ["debat", "debatten"],
  item: ["ander punt dat het register volgt", "andere punten die het register volgt"],
};

/** Headings of the groups, and their ids in the page. */
export const KIND_HEADINGS: Record<FoundKind, { heading: string; id: string }> = {
  commitment: { heading: "Toezeggingen", id: "toezeggingen" },
  letter: { heading: "Brieven", id: "brieven" },
  debate: { heading: "Debatten", id: "debatten" },
  item: { heading: "Wat het register nog meer volgt", id: "gevolgd" },
};

export const foundKindFrom = (word: string | null): FoundKind | null =>
  (Object.keys(KIND_HEADINGS) as FoundKind[]).find((kind) => KIND_HEADINGS[kind].id === word) ?? null;

const DUTCH = new Intl.NumberFormat("nl-NL");

/** "34 toezeggingen". */
export function foundInWords(kind: FoundKind, total: number): string {
  const [one, many] = WORDS[kind];
  return total === 1 ? `1 ${one}` : `${total === 0 ? "geen" : DUTCH.format(total)} ${many}`;
}

/** "34 toezeggingen, 2 debatten en 1 passage in brieven". */
export function listInWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} en ${last}`;
}
