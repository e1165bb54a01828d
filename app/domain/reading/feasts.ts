/** Feast days that letters use as a moment ("voor Pasen"). Christmas is read as the recess, as the conventions have it. */
import { addDays, type IsoDay, type Period } from "../calendar.ts";

export const FEAST =
  "(?:de )?(?:pasen|paasdagen|goede vrijdag|hemelvaart(?:sdag)?|pinksteren|pinksterdagen|koningsdag|bevrijdingsdag|sinterklaas)";

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): IsoDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const month = Math.floor(days / 31);
  return `${year}-${String(month).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
}

/** The days of a feast in a year; Easter and Pentecost last two. */
export function feast(name: string, year: number): Period {
  const from = (after: number, days: number): Period => ({
    earliest: addDays(easter(year), after),
    latest: addDays(easter(year), after + days - 1),
  });
  if (/pasen|paasdagen/.test(name)) return from(0, 2);
  if (/goede vrijdag/.test(name)) return from(-2, 1);
  if (/hemelvaart/.test(name)) return from(39, 1);
  if (/pinkster/.test(name)) return from(49, 2);
  const on = `${year}-${/koningsdag/.test(name) ? "04-27" : /bevrijding/.test(name) ? "05-05" : "12-05"}`;
  return { earliest: on, latest: on };
}
