/**
 * Where a text stands in the index: one number of kind, day and serial. Full-text search walks its texts in this order, so
 * of each kind the newest come first, and a peildatum is where the walk begins: nothing has to be sorted or looked up.
 */
import { daysBetween, type IsoDay } from "../calendar.ts";

export const FOUND_KINDS = ["commitment", "letter", "debate", "item"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

const SERIALS = 2 ** 20;
const DAYS = 2 ** 22;
/** Later than any day, so that later days have lower numbers. */
const LAST_DAY = "9999-12-31";

/** The first place of a day. */
export const placesOn = (kind: FoundKind, day: IsoDay): number =>
  ((FOUND_KINDS.indexOf(kind) + 1) * DAYS + daysBetween(day, LAST_DAY)) * SERIALS;

/** All places of a kind up to and including a day, both ends inclusive. */
export const placesUpTo = (kind: FoundKind, day: IsoDay): { first: number; last: number } => ({
  first: placesOn(kind, day),
  last: (FOUND_KINDS.indexOf(kind) + 2) * DAYS * SERIALS - 1,
});

/** All places of a day. */
export const lastPlaceOn = (kind: FoundKind, day: IsoDay): number => placesOn(kind, day) + SERIALS - 1;

/** The first place of the day that a place is on. */
export const firstOfDay = (place: number): number => place - (place % SERIALS);
