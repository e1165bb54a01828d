/** The rhythm of a dossier: how many progress letters a year, when the next one is due, which came late. */
import { addDays, addMonths, daysBetween, type IsoDay } from "./calendar.ts";

/** A progress letter, on the day the Kamer received it (else its date). */
export interface ProgressLetter {
  id: string;
  day: IsoDay;
  reviewClosed: boolean;
}

export interface DossierContext {
  /** Letters of kind `progress`, in any order. */
  progressLetters: readonly ProgressLetter[];
  /** Days that the Kamer was told for the next letter. */
  toldDates: readonly { saidOn: IsoDay; expectedOn: IsoDay }[];
  /** Letters a year from a day on; null ends the rhythm. */
  rhythm: readonly { from: IsoDay; lettersPerYear: number | null }[];
  /** From when until when the dossier is followed; null where nobody said. */
  coverage: { from: IsoDay; until: IsoDay | null } | null;
}

export interface ExpectedLetter {
  day: IsoDay;
  /** `told`: the Kamer was told this day; `rhythm`: 12/n months after the last letter. */
  basis: "told" | "rhythm";
}

/** Only whole months: 1, 2, 3, 4, 6 or 12 letters a year. */
export const RHYTHMS = [1, 2, 3, 4, 6, 12] as const;

const latestOf = <T>(rows: readonly T[], by: (row: T) => IsoDay): T | null =>
  rows.reduce<T | null>((found, row) => (found === null || by(row) >= by(found) ? row : found), null);

/** Whether the dossier is followed on a day; a dossier without coverage is. */
export const isCovered = ({ coverage }: DossierContext, on: IsoDay): boolean =>
  coverage === null || (coverage.from <= on && (coverage.until === null || on <= coverage.until));

/**
 * The day on which the next progress letter is expected, as seen on a day. A told date takes the place of the rhythm
 * until a letter arrives after it was said. Null outside coverage, and where neither is known.
 */
export function expectedLetter(context: DossierContext, on: IsoDay): ExpectedLetter | null {
  if (!isCovered(context, on)) return null;
  const arrived = context.progressLetters.filter((letter) => letter.day <= on);
  const last = latestOf(arrived, (letter) => letter.day);
  const told = latestOf(
    context.toldDates.filter(({ saidOn }) => saidOn <= on && (last === null || last.day <= saidOn)),
    ({ saidOn }) => saidOn,
  );
  if (told) return { day: told.expectedOn, basis: "told" };
  const rhythm = latestOf(
    context.rhythm.filter(({ from }) => from <= on),
    ({ from }) => from,
  );
  if (!last || !rhythm?.lettersPerYear) return null;
  return { day: addMonths(last.day, 12 / rhythm.lettersPerYear), basis: "rhythm" };
}

/** "Voortgangsbrief te laat": how many days the next letter is overdue on a day; 0 where it is not. */
export function letterOverdueDays(context: DossierContext, on: IsoDay): number {
  const expected = expectedLetter(context, on);
  return expected && expected.day < on ? daysBetween(expected.day, on) : 0;
}

export interface Occurrence {
  letterId: string;
  day: IsoDay;
  /** The day it was expected, or null where none was known. */
  expected: IsoDay | null;
  daysLate: number;
}

/** The letters of the rhythm after a promise was made, up to a day, each on time or late. */
export function occurrences(context: DossierContext, madeOn: IsoDay, on: IsoDay): Occurrence[] {
  return context.progressLetters
    .filter((letter) => letter.day > madeOn && letter.day <= on)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((letter) => {
      const expected = expectedLetter(context, addDays(letter.day, -1))?.day ?? null;
      return {
        letterId: letter.id,
        day: letter.day,
        expected,
        daysLate: expected && expected < letter.day ? daysBetween(expected, letter.day) : 0,
      };
    });
}
