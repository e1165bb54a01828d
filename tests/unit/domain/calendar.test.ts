/** Days of the register: days that exist, arithmetic on the calendar, the days of parliament, the day in Amsterdam. */
import { afterEach, describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  amsterdamDay,
  day,
  dayInWords,
  dayOfMonth,
  daysBetween,
  earlier,
  endOfDay,
  instantInWords,
  isInstant,
  isIsoDay,
  lastDayOfMonth,
  monthOf,
  monthPeriod,
  nthWeekday,
  parliamentaryYear,
  prinsjesdag,
  quarterPeriod,
  verantwoordingsdag,
  weekday,
  yearOf,
} from "#app/domain/calendar.ts";

describe("A day of the register", () => {
  test.each(["2011-03-04", "2012-02-29", "2000-02-29", "1800-01-01", "2199-12-31"])("%s exists", (text) => {
    expect(isIsoDay(text)).toBe(true);
  });

  test.each([
    "2011-02-29",
    "1900-02-29",
    "2011-02-30",
    "2011-04-31",
    "2011-13-01",
    "2011-00-10",
    "2011-01-00",
    "1799-12-31",
    "2200-01-01",
    "2011-3-4",
    "04-03-2011",
    "2011-03-04T00:00:00Z",
    " 2011-03-04",
    "2011-03-04\n",
    "",
    20110304,
    null,
    undefined,
    new Date(2011, 2, 4),
  ])("%s is none", (text) => {
    expect(isIsoDay(text)).toBe(false);
  });

  test.each([
    [2011, 3, 4, "2011-03-04"],
    [2012, 2, 29, "2012-02-29"],
    [2011, 2, 29, null],
    [2011, 4, 31, null],
    [2011, 13, 1, null],
    [11, 3, 4, null],
  ])("year %i, month %i, day %i: %s", (year, month, of, expected) => {
    expect(day(year, month, of)).toBe(expected);
  });

  test("has a year, a month and a day of the month", () => {
    expect([yearOf("2011-03-04"), monthOf("2011-03-04"), dayOfMonth("2011-03-04")]).toEqual([2011, 3, 4]);
  });
});

describe("Counting days", () => {
  test.each([
    ["2011-02-28", "2011-03-04", 4],
    ["2012-02-28", "2012-03-04", 5],
    ["2011-03-04", "2011-03-04", 0],
    ["2011-03-04", "2011-02-28", -4],
    ["2011-03-26", "2011-03-28", 2],
    ["2011-10-29", "2011-10-31", 2],
    ["2010-12-31", "2011-01-01", 1],
    ["2011-01-01", "2012-01-01", 365],
  ])("from %s to %s: %i", (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected);
    expect(addDays(from, expected)).toBe(to);
  });

  test.each([
    ["2010-07-16", 6, "2011-01-16"],
    ["2011-03-04", 6, "2011-09-04"],
    ["2011-01-31", 1, "2011-02-28"],
    ["2012-01-31", 1, "2012-02-29"],
    ["2011-08-31", 6, "2012-02-29"],
    ["2011-12-15", 1, "2012-01-15"],
    ["2011-03-31", -1, "2011-02-28"],
    ["2011-03-04", 0, "2011-03-04"],
  ])("%s and %i months: %s", (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test.each([
    ["2011-03-04", 5],
    ["2011-03-06", 7],
    ["2011-03-07", 1],
  ])("%s is day %i of the week", (of, expected) => {
    expect(weekday(of)).toBe(expected);
  });

  test.each<[string | null, string | null, string | null]>([
    ["2011-03-04", "2011-03-05", "2011-03-04"],
    ["2011-03-05", "2011-03-04", "2011-03-04"],
    ["2011-03-04", null, "2011-03-04"],
    [null, "2011-03-04", "2011-03-04"],
    [null, null, null],
  ])("the earlier of %s and %s is %s", (a, b, expected) => {
    expect(earlier(a, b)).toBe(expected);
  });
});

describe("Months and quarters", () => {
  test.each([
    [2011, 2, "2011-02-28"],
    [2012, 2, "2012-02-29"],
    [2011, 4, "2011-04-30"],
    [2011, 12, "2011-12-31"],
  ])("the last day of %i-%i is %s", (year, month, expected) => {
    expect(lastDayOfMonth(year, month)).toBe(expected);
  });

  test("a month runs from its first to its last day", () => {
    expect(monthPeriod(2011, 2)).toEqual({ earliest: "2011-02-01", latest: "2011-02-28" });
  });

  test.each([
    [1, "2011-01-01", "2011-03-31"],
    [2, "2011-04-01", "2011-06-30"],
    [3, "2011-07-01", "2011-09-30"],
    [4, "2011-10-01", "2011-12-31"],
  ])("quarter %i of 2011 runs from %s to %s", (quarter, earliest, latest) => {
    expect(quarterPeriod(2011, quarter)).toEqual({ earliest, latest });
  });

  test.each([
    [2011, 3, 2, 1, "2011-03-01"],
    [2011, 3, 1, 1, "2011-03-07"],
    [2011, 3, 2, 5, "2011-03-29"],
    [2015, 9, 2, 1, "2015-09-01"],
  ])("in %i-%i, weekday %i for the %ith time: %s", (year, month, isoWeekday, nth, expected) => {
    expect(nthWeekday(year, month, isoWeekday, nth)).toBe(expected);
  });
});

describe("The days of parliament", () => {
  test.each([
    [2009, "2009-09-15"],
    [2010, "2010-09-21"],
    [2011, "2011-09-20"],
    [2015, "2015-09-15"],
    [2023, "2023-09-19"],
    [2024, "2024-09-17"],
    [2025, "2025-09-16"],
    [2026, "2026-09-15"],
  ])("Prinsjesdag %i is %s", (year, expected) => {
    expect(prinsjesdag(year)).toBe(expected);
  });

  test.each([
    [2011, "2011-05-18"],
    [2013, "2013-05-15"],
    [2023, "2023-05-17"],
    [2024, "2024-05-15"],
    [2025, "2025-05-21"],
  ])("Verantwoordingsdag %i is %s", (year, expected) => {
    expect(verantwoordingsdag(year)).toBe(expected);
  });

  test.each([
    ["2010-07-16", "2009-2010"],
    ["2010-09-20", "2009-2010"],
    ["2010-09-21", "2010-2011"],
    ["2010-12-02", "2010-2011"],
    ["2011-01-01", "2010-2011"],
    ["2011-09-19", "2010-2011"],
    ["2011-09-20", "2011-2012"],
    ["1999-12-31", "1999-2000"],
  ])("%s lies in parliamentary year %s", (of, expected) => {
    expect(parliamentaryYear(of)).toBe(expected);
  });
});

describe("The day in Amsterdam", () => {
  test.each([
    ["2011-03-03T22:59:59.999Z", "2011-03-03"],
    ["2011-03-03T23:00:00.000Z", "2011-03-04"],
    ["2011-07-01T21:59:59.999Z", "2011-07-01"],
    ["2011-07-01T22:00:00.000Z", "2011-07-02"],
    ["2010-12-31T23:00:00.000Z", "2011-01-01"],
    ["2011-03-27T00:59:59.000Z", "2011-03-27"],
    ["2011-03-27T22:00:00.000Z", "2011-03-28"],
    ["2011-10-29T22:00:00.000Z", "2011-10-30"],
    ["2011-10-30T22:59:59.000Z", "2011-10-30"],
    ["2011-10-30T23:00:00.000Z", "2011-10-31"],
  ])("at %s it is %s", (instant, expected) => {
    expect(amsterdamDay(instant)).toBe(expected);
    expect(amsterdamDay(new Date(instant))).toBe(expected);
  });

  test.each([
    ["2011-03-04T13:05:00.000Z", "4 maart 2011, 14.05 uur"],
    ["2011-07-01T22:05:00.000Z", "2 juli 2011, 00.05 uur"],
  ])("%s reads as %s", (instant, expected) => {
    expect(instantInWords(instant)).toBe(expected);
  });

  test.each([
    ["2011-03-04", "4 maart 2011"],
    ["2010-12-31", "31 december 2010"],
    ["2011-08-01", "1 augustus 2011"],
  ])("%s reads as %s", (of, expected) => {
    expect(dayInWords(of)).toBe(expected);
  });
});

describe("A day never shifts by the time zone of the machine", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each(["UTC", "Europe/Amsterdam", "America/Los_Angeles", "Pacific/Kiritimati", "America/Sao_Paulo"])(
    "%s",
    (tz) => {
      process.env.TZ = tz;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone, "the zone must really be set").toBe(tz);
      expect(addDays("2011-03-26", 2)).toBe("2011-03-28");
      expect(addDays("2018-11-03", 1)).toBe("2018-11-04");
      expect(addMonths("2018-10-04", 1)).toBe("2018-11-04");
      expect(daysBetween("2018-11-03", "2018-11-05")).toBe(2);
      expect(weekday("2018-11-04")).toBe(7);
      expect(isIsoDay("2018-11-04")).toBe(true);
      expect(dayInWords("2018-11-04")).toBe("4 november 2018");
      expect(amsterdamDay("2011-03-03T23:00:00.000Z")).toBe("2011-03-04");
    },
  );
});

describe("The end of a day in Amsterdam", () => {
  test.each([
    ["2011-01-15", "2011-01-15T22:59:59.999Z"],
    ["2011-07-15", "2011-07-15T21:59:59.999Z"],
    ["2011-03-27", "2011-03-27T21:59:59.999Z"],
    ["2011-10-30", "2011-10-30T22:59:59.999Z"],
    ["2011-12-31", "2011-12-31T22:59:59.999Z"],
  ])("of %s is %s", (of, instant) => {
    expect(endOfDay(of)).toBe(instant);
    expect(amsterdamDay(instant)).toBe(of);
    expect(amsterdamDay(new Date(Date.parse(instant) + 1))).toBe(addDays(of, 1));
  });
});

describe("A moment of the register", () => {
  test("is written to the millisecond, in UTC", () => {
    expect(isInstant("2011-03-04T10:15:00.123Z")).toBe(true);
  });

  test.each([
    "2011-03-04",
    "2011-03-04T10:15:00Z",
    "2011-03-04T10:15:00.123",
    "2011-03-04T10:15:00.123+01:00",
    "2011-02-30T10:15:00.123Z",
    "2011-03-04T25:15:00.123Z",
    "2011-03-04T10:61:00.123Z",
    " 2011-03-04T10:15:00.123Z",
    "",
    null,
  ])("%s is none", (text) => {
    expect(isInstant(text)).toBe(false);
  });
});
