/**
 * Days of the register. A day is a string `2011-03-04`: the calendar day in Amsterdam, without a time, so that it
 * compares with `<` and never shifts by a time zone.
 */
import { TZDate } from "@date-fns/tz";
// Each by its own name: the whole library and its hundred languages are a second of loading for every command and test.
import { addDays as addDaysToDate } from "date-fns/addDays";
import { addMonths as addMonthsToDate } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { format } from "date-fns/format";
import { formatISO } from "date-fns/formatISO";
import { getISODay } from "date-fns/getISODay";
import { lastDayOfMonth as lastDayOfMonthOfDate } from "date-fns/lastDayOfMonth";
import { nl } from "date-fns/locale/nl";

/** A calendar day in Europe/Amsterdam, as `yyyy-mm-dd`. */
export type IsoDay = string;
/** A moment in UTC, as `2011-03-04T10:15:00.000Z`. */
export type Instant = string;

/** A stretch of days, both ends inclusive. */
export interface Period {
  earliest: IsoDay;
  latest: IsoDay;
}

const fromDate = (date: Date): IsoDay => formatISO(date, { representation: "date" });
/** The same day as the library counts with it. `parseISO` reads any form of ISO 8601, at ten times the cost. */
const toDate = (of: IsoDay): Date => new Date(yearOf(of), monthOf(of) - 1, dayOfMonth(of));

/** Whether `text` is a day that exists (so not 2011-02-30), between the years 1800 and 2200. */
export function isIsoDay(text: unknown): text is IsoDay {
  if (typeof text !== "string" || !/^(1[89]|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  return fromDate(toDate(text)) === text;
}

/** The day of year, month (1-12) and day of the month; null where there is no such day. */
export function day(year: number, month: number, dayOfMonth: number): IsoDay | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  return isIsoDay(text) ? text : null;
}

export const addDays = (from: IsoDay, days: number): IsoDay => fromDate(addDaysToDate(toDate(from), days));

/** Calendar arithmetic: 31 January + 1 month is 28 or 29 February. */
export const addMonths = (from: IsoDay, months: number): IsoDay => fromDate(addMonthsToDate(toDate(from), months));

/** `to` − `from` in days: 4 March − 28 February 2011 is 4. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => differenceInCalendarDays(toDate(to), toDate(from));

/** 1 for Monday up to and including 7 for Sunday. */
export const weekday = (of: IsoDay): number => getISODay(toDate(of));

export const yearOf = (of: IsoDay): number => Number(of.slice(0, 4));
export const monthOf = (of: IsoDay): number => Number(of.slice(5, 7));
export const dayOfMonth = (of: IsoDay): number => Number(of.slice(8, 10));

export const lastDayOfMonth = (year: number, month: number): IsoDay =>
  fromDate(lastDayOfMonthOfDate(toDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`)));

/** The whole month, first to last day. */
export const monthPeriod = (year: number, month: number): Period => ({
  earliest: `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`,
  latest: lastDayOfMonth(year, month),
});

/** The whole quarter, 1 to 4. */
export const quarterPeriod = (year: number, quarter: number): Period => ({
  earliest: monthPeriod(year, quarter * 3 - 2).earliest,
  latest: lastDayOfMonth(year, quarter * 3),
});

/** The `nth` given weekday (1 Monday … 7 Sunday) of a month. */
export function nthWeekday(year: number, month: number, isoWeekday: number, nth: number): IsoDay {
  const first = monthPeriod(year, month).earliest;
  return addDays(first, ((isoWeekday - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

/** Third Tuesday of September (Grondwet, art. 65). */
export const prinsjesdag = (year: number): IsoDay => nthWeekday(year, 9, 2, 3);

/** Third Wednesday of May (Comptabiliteitswet). */
export const verantwoordingsdag = (year: number): IsoDay => nthWeekday(year, 5, 3, 3);

/** The parliamentary year of a day, `2010-2011`: it runs from Prinsjesdag to the next. */
export function parliamentaryYear(of: IsoDay): string {
  const year = yearOf(of);
  const start = of >= prinsjesdag(year) ? year : year - 1;
  return `${start}-${start + 1}`;
}

/** The day in Amsterdam at a moment. */
export const amsterdamDay = (instant: Date | Instant): IsoDay =>
  format(new TZDate(new Date(instant).getTime(), "Europe/Amsterdam"), "yyyy-MM-dd");

/** The last moment of a day in Amsterdam. */
export function endOfDay(of: IsoDay): Instant {
  const next = addDays(of, 1);
  const midnight = new TZDate(yearOf(next), monthOf(next) - 1, dayOfMonth(next), "Europe/Amsterdam");
  return new Date(midnight.getTime() - 1).toISOString();
}

/** Whether `text` is a moment as the register writes it, to the millisecond, between the years 1800 and 2200. */
export const isInstant = (text: unknown): text is Instant =>
  typeof text === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
  isIsoDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

/** Keeps what was put in words: the library takes longer over the days of a page than the page over all the rest. */
function kept(inWords: (of: string) => string): (of: string) => string {
  const known = new Map<string, string>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    if (known.size >= MOST_KEPT) known.clear();
    const words = inWords(of);
    known.set(of, words);
    return words;
  };
}
const MOST_KEPT = 20_000;

/** `4 maart 2011`. */
export const dayInWords: (of: IsoDay) => string = kept((of) => format(toDate(of), "d MMMM yyyy", { locale: nl }));

const inAmsterdam = (of: Instant): TZDate => new TZDate(new Date(of).getTime(), "Europe/Amsterdam");

/** `4 maart 2011, 14.05 uur`, in Amsterdam. */
export const instantInWords: (of: Instant) => string = kept((of) =>
  format(inAmsterdam(of), "d MMMM yyyy, HH.mm 'uur'", { locale: nl }),
);

/** `4 maart 2011, rond 14 uur`, in Amsterdam: of what is kept to the hour. */
export const hourInWords = (of: Instant): string =>
  format(inAmsterdam(of), "d MMMM yyyy, 'rond' H 'uur'", { locale: nl });

export const earlier = (a: IsoDay | null, b: IsoDay | null): IsoDay | null =>
  a === null ? b : b === null ? a : a < b ? a : b;
