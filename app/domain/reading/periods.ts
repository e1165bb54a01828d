/** Stretches of days behind Dutch words for parts of months, years and seasons, as the reading conventions have them. */
import {
  addDays,
  addMonths,
  day,
  type IsoDay,
  lastDayOfMonth,
  monthOf,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekday,
  yearOf,
} from "../calendar.ts";

/** The first of the periods of a year and the next that has not ended on the day of the text. */
export function firstNotEnded(of: (year: number) => Period, year: number | null, on: IsoDay | null): Period | null {
  if (year !== null) return of(year);
  if (on === null) return null;
  const before = of(yearOf(on) - 1);
  if (before.latest >= on) return before; // a winter that began last year
  const own = of(yearOf(on));
  return own.latest >= on ? own : of(yearOf(on) + 1);
}

const days = (year: number, month: number, from: number, to: number): Period => ({
  earliest: day(year, month, from) ?? monthPeriod(year, month).earliest,
  latest: day(year, month, to) ?? lastDayOfMonth(year, month),
});

/** 1-10, 11-20 and 21-end of a month, as the reading conventions have it. */
export function partOfMonth(part: string, year: number, month: number): Period {
  if (/^(?:het )?begin/.test(part)) return days(year, month, 1, 10);
  if (/^(?:het )?eind/.test(part)) return days(year, month, 21, 31);
  if (/eerste helft/.test(part)) return days(year, month, 1, 15);
  if (/tweede helft/.test(part)) return days(year, month, 16, 31);
  const week = ["eerste", "tweede", "derde", "vierde"].findIndex((name) => part.includes(`${name} week`));
  if (week >= 0) return days(year, month, week * 7 + 1, week * 7 + 7);
  if (/eerste (?:dagen|weken)/.test(part)) return days(year, month, 1, part.includes("dagen") ? 7 : 15);
  if (/laatste (?:dagen|weken)/.test(part)) return days(year, month, part.includes("dagen") ? 25 : 16, 31);
  if (/laatste week/.test(part))
    return { earliest: addDays(lastDayOfMonth(year, month), -6), latest: lastDayOfMonth(year, month) };
  return days(year, month, 11, 20);
}

export function partOfYear(part: string, year: number): Period {
  if (/^(?:(?:het )?begin|de eerste maanden)/.test(part)) return { earliest: `${year}-01-01`, latest: `${year}-03-31` };
  if (/^de eerste weken/.test(part)) return { earliest: `${year}-01-01`, latest: `${year}-01-31` };
  if (/^de laatste maanden/.test(part)) return { earliest: `${year}-10-01`, latest: `${year}-12-31` };
  if (/^(?:het )?eind/.test(part)) return { earliest: `${year}-12-01`, latest: `${year}-12-31` };
  return { earliest: `${year}-06-01`, latest: `${year}-07-31` };
}

const SEASONS: Record<string, [string, string]> = {
  voorjaar: ["03-21", "06-20"],
  lente: ["03-21", "06-20"],
  zomer: ["06-21", "09-20"],
  najaar: ["09-21", "12-20"],
  herfst: ["09-21", "12-20"],
  winter: ["12-21", "03-20"],
};

export function seasonOf(name: string, year: number): Period {
  const [from, to] = SEASONS[name] ?? ["01-01", "12-31"];
  return { earliest: `${year}-${from}`, latest: `${from > to ? year + 1 : year}-${to}` };
}

export const weekOf = (on: IsoDay, later: number): Period => {
  const monday = addDays(on, 1 - weekday(on) + 7 * later);
  return { earliest: monday, latest: addDays(monday, 6) };
};

/** "deze", "volgende", "komende" week, maand, kwartaal or jaar. */
export function relativePeriod(which: string, unit: string, on: IsoDay | null): Period | null {
  if (on === null) return null;
  const later = /^(?:dit|deze|lopende)/.test(which) ? 0 : 1;
  if (unit === "week") return weekOf(on, later);
  if (unit === "maand") {
    const inMonth = addMonths(monthPeriod(yearOf(on), monthOf(on)).earliest, later);
    return monthPeriod(yearOf(inMonth), monthOf(inMonth));
  }
  if (unit === "kwartaal") {
    const inQuarter = addMonths(on, later * 3);
    return quarterPeriod(yearOf(inQuarter), Math.ceil(monthOf(inQuarter) / 3));
  }
  return { earliest: `${yearOf(on) + later}-01-01`, latest: `${yearOf(on) + later}-12-31` };
}
