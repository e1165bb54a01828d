/** Days on a line: where a day lies in a span, and which days are named along it. Pure; the drawing multiplies. */
import { addDays, addMonths, dayOfMonth, daysBetween, type IsoDay, monthOf, weekday, yearOf } from "./calendar.ts";

/** First and last day that a drawing shows, both inclusive. */
export interface Span {
  from: IsoDay;
  until: IsoDay;
}

/** Where a day begins: 0 at the left edge, 1 at the right. The end of a day is the beginning of the next. */
export const positionOf = (on: IsoDay, { from, until }: Span): number =>
  daysBetween(from, on) / (daysBetween(from, until) + 1);

export interface Tick {
  on: IsoDay;
  /** `4 mrt`, `mrt`, `2e kw`, `2011`. */
  words: string;
  /** Said once and at each turn of the year, on a line of its own; null where `words` is the year itself. */
  year: string | null;
}

const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const monthShort = (on: IsoDay): string => MONTHS[monthOf(on) - 1] ?? "";

/** `4 mrt 2011`, for a drawing where the whole word does not fit. */
export const dayInShort = (on: IsoDay): string => `${dayOfMonth(on)} ${monthShort(on)} ${yearOf(on)}`;

interface Step {
  /** The first tick on or after a day. */
  first: (from: IsoDay) => IsoDay;
  next: (on: IsoDay) => IsoDay;
  words: (on: IsoDay) => string;
}

const monthStart = (on: IsoDay): IsoDay => `${on.slice(0, 8)}01`;

function everyMonths(months: number, words: (on: IsoDay) => string): Step {
  const next = (on: IsoDay): IsoDay => addMonths(on, months);
  const fits = (on: IsoDay): boolean => (yearOf(on) * 12 + monthOf(on) - 1) % months === 0;
  return {
    first: (from) => {
      let on = monthStart(from) < from ? addMonths(monthStart(from), 1) : from;
      while (!fits(on)) on = addMonths(on, 1);
      return on;
    },
    next,
    words,
  };
}

const everyDays = (days: number, first: (from: IsoDay) => IsoDay): Step => ({
  first,
  next: (on) => addDays(on, days),
  words: (on) => `${dayOfMonth(on)} ${monthShort(on)}`,
});

const monday = (from: IsoDay): IsoDay => addDays(from, (8 - weekday(from)) % 7);
const quarter = (on: IsoDay): string => `${Math.ceil(monthOf(on) / 3)}e kw`;
const year = (on: IsoDay): string => String(yearOf(on));

/** From fine to coarse; the first that does not crowd the line is taken. */
const STEPS: readonly Step[] = [
  everyDays(1, (from) => from),
  everyDays(2, (from) => from),
  everyDays(7, monday),
  everyDays(14, monday),
  everyMonths(1, monthShort),
  everyMonths(2, monthShort),
  everyMonths(3, quarter),
  everyMonths(6, monthShort),
  everyMonths(12, year),
  everyMonths(24, year),
  everyMonths(60, year),
  everyMonths(120, year),
  everyMonths(600, year),
];

/** The ticks of a span, at most so many: days, weeks, months, quarters or years, whichever do not crowd it. */
export function axisOf(span: Span, atMost: number): Tick[] {
  for (const step of STEPS) {
    const days = ticksOf(step, span, atMost);
    if (days) return named(days, step);
  }
  return [];
}

/** Null where they would be more than fit. */
function ticksOf({ first, next }: Step, { from, until }: Span, atMost: number): IsoDay[] | null {
  const days: IsoDay[] = [];
  for (let on = first(from); on <= until; on = next(on)) {
    if (days.length === atMost) return null;
    days.push(on);
  }
  return days;
}

const named = (days: readonly IsoDay[], { words }: Step): Tick[] =>
  days.map((on, at) => {
    const before = days[at - 1];
    const isYear = words(on) === year(on);
    const turns = before === undefined || yearOf(before) !== yearOf(on);
    return { on, words: words(on), year: isYear || !turns ? null : year(on) };
  });

/**
 * Rows for labels along a line, so that none covers another: each goes in the first row that has room. All in parts of
 * the line; a label that would pass `end` stands before its mark. In the order of the days.
 */
export function stacked(at: readonly number[], room: number, end = 1): { row: number; before: boolean }[] {
  const taken: number[] = [];
  return at.map((mark) => {
    const before = mark + room > end;
    const [start, until] = before ? [mark - room, mark] : [mark, mark + room];
    const free = taken.findIndex((last) => last <= start);
    const row = free < 0 ? taken.length : free;
    taken[row] = until;
    return { row, before };
  });
}
