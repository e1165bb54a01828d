/** Recesses: the rows that the register ships with, the one rule, and no date where nothing is known. */
import { describe, expect, test } from "vitest";
import { addDays, type IsoDay, isIsoDay, weekday, yearOf } from "#app/domain/calendar.ts";
import {
  type Chamber,
  isWorkingDay,
  nextRecess,
  nextUnnamedRecess,
  type Recess,
  type RecessName,
  recessIn,
  recessOn,
  summerRecessByRule,
} from "#app/domain/recess.ts";
import seed from "#db/seed/recesses.json" with { type: "json" };

const RECESSES = seed as Recess[];
const summers = RECESSES.filter(({ chamber, name }) => chamber === "TK" && name === "zomer");

const row = (name: RecessName, start: IsoDay, end: IsoDay, chamber: Chamber = "TK"): Recess => ({
  chamber,
  name,
  start,
  end,
  basis: "test",
  source: null,
  verified: true,
});
const COMPLETE_2023 = [
  row("voorjaar", "2023-02-24", "2023-03-06"),
  ...RECESSES.filter(({ start }) => yearOf(start) === 2023),
];

describe("The rows that the register ships with", () => {
  test.each(RECESSES)("$name $start: days that exist, in order, with a basis", (recess) => {
    expect(isIsoDay(recess.start) && isIsoDay(recess.end)).toBe(true);
    expect(recess.start < recess.end).toBe(true);
    expect(recess.basis).not.toBe("");
    if (recess.verified) expect(recess.source, "what is verified names its source").not.toBeNull();
  });

  test("hold no recess twice", () => {
    const keys = RECESSES.map(({ chamber, name, start }) => `${chamber} ${name} ${yearOf(start)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("The summer recess by rule", () => {
  test.each(summers)("is the row that starts on $start ($basis)", ({ start, end }) => {
    expect(summerRecessByRule(yearOf(start))).toMatchObject({ start, end });
  });

  test("is held against rows that have a source", () => {
    expect(summers.filter(({ verified }) => verified).length).toBeGreaterThanOrEqual(6);
  });

  test.each(Array.from({ length: 60 }, (_, at) => 2000 + at))(
    "%i: Friday to Monday, 59 days, before September 8",
    (year) => {
      const { start, end, basis, verified } = summerRecessByRule(year);
      expect([weekday(start), weekday(end)]).toEqual([5, 1]);
      expect(addDays(start, 59)).toBe(end);
      expect(end >= `${year}-08-31` && end <= `${year}-09-06`).toBe(true);
      expect([basis, verified]).toEqual(["berekend", false]);
    },
  );
});

describe("The recess of a year", () => {
  test.each<[Chamber, RecessName, number, IsoDay | null]>([
    ["TK", "mei", 2023, "2023-04-21"],
    ["TK", "kerst", 2023, "2023-12-22"],
    ["TK", "voorjaar", 2023, null],
    ["TK", "kerst", 2011, null],
    ["TK", "zomer", 2023, "2023-07-07"],
    ["TK", "zomer", 2031, "2031-07-04"],
    ["EK", "zomer", 2023, null],
    ["EK", "kerst", 2023, null],
    ["EK", "zomer", 2010, "2010-07-08"],
    ["EK", "kerst", 2010, "2010-12-23"],
  ])("%s %s %i starts on %s", (chamber, name, year, expected) => {
    expect(recessIn(RECESSES, chamber, name, year)?.start ?? null).toBe(expected);
  });

  test("is the row, not the rule, where there is one", () => {
    const moved = [row("zomer", "2023-07-14", "2023-09-04")];
    expect(recessIn(moved, "TK", "zomer", 2023)?.start).toBe("2023-07-14");
  });
});

describe("The next recess of a name", () => {
  test.each<[string, Chamber, RecessName, IsoDay, IsoDay | null]>([
    ["this year's, while it is still to come", "TK", "kerst", "2023-11-02", "2023-12-22"],
    ["the day before it starts", "TK", "kerst", "2023-12-21", "2023-12-22"],
    ["on its first day, the one after", "TK", "kerst", "2023-12-22", "2024-12-20"],
    ["next year's, once this year's has passed", "TK", "voorjaar", "2024-03-01", "2025-02-21"],
    ["by rule where no row has it", "TK", "zomer", "2028-05-01", "2028-07-07"],
    ["by rule in the year after", "TK", "zomer", "2028-10-01", "2029-07-06"],
    ["unknown: this year's row is missing, next year's would be a guess", "TK", "voorjaar", "2023-01-10", null],
    ["next year's where this year's can no longer come", "TK", "voorjaar", "2023-05-01", "2024-02-16"],
    ["unknown: neither year has a row", "TK", "herfst", "2011-03-04", null],
    ["unknown: the rule is not for the Eerste Kamer", "EK", "zomer", "2023-05-01", null],
    ["unknown: no row of the Eerste Kamer", "EK", "kerst", "2023-11-02", null],
  ])("%s", (_says, chamber, name, after, expected) => {
    expect(nextRecess(RECESSES, chamber, name, after)?.start ?? null).toBe(expected);
  });

  test("becomes known when somebody enters it", () => {
    const entered = [...RECESSES, row("voorjaar", "2023-02-24", "2023-03-06")];
    expect(nextRecess(entered, "TK", "voorjaar", "2023-01-10")?.start).toBe("2023-02-24");
  });

  test("of the Eerste Kamer is not that of the Tweede", () => {
    const entered = [...RECESSES, row("kerst", "2023-12-20", "2024-01-09", "EK")];
    expect(nextRecess(entered, "EK", "kerst", "2023-11-02")?.start).toBe("2023-12-20");
    expect(nextRecess(entered, "TK", "kerst", "2023-11-02")?.start).toBe("2023-12-22");
  });
});

describe("The next recess where the words name none", () => {
  test.each<[string, readonly Recess[], IsoDay, IsoDay | null]>([
    ["the first of a complete year", COMPLETE_2023, "2023-01-10", "2023-02-24"],
    ["the one after the first", COMPLETE_2023, "2023-02-24", "2023-04-21"],
    ["the summer recess in June", COMPLETE_2023, "2023-06-01", "2023-07-07"],
    ["the Christmas recess in November", COMPLETE_2023, "2023-11-02", "2023-12-22"],
    ["unknown where an earlier one of that year may be missing", RECESSES, "2023-01-10", null],
    ["unknown where a later one of that year is missing: the list is not complete", RECESSES, "2025-06-01", null],
    ["unknown in a year of which only the summer is known", RECESSES, "2011-03-04", null],
    ["unknown after Christmas where next year's list is not complete", RECESSES, "2016-12-25", null],
    ["unknown after Christmas, though one of next year's is known", RECESSES, "2024-12-25", null],
  ])("%s", (_says, recesses, after, expected) => {
    expect(nextUnnamedRecess(recesses, "TK", after)?.start ?? null).toBe(expected);
  });

  test("after Christmas, the first of next year where that year's list is complete", () => {
    const both = [...COMPLETE_2023, row("kerst", "2022-12-23", "2023-01-16")];
    expect(nextUnnamedRecess(both, "TK", "2022-12-27")?.start).toBe("2023-02-24");
  });

  test("an election recess counts where it comes first", () => {
    const election = [...COMPLETE_2023, row("verkiezing", "2023-10-27", "2023-12-04")];
    expect(nextUnnamedRecess(election, "TK", "2023-10-20")?.name).toBe("verkiezing");
    expect(nextUnnamedRecess(election, "TK", "2023-10-27")?.name).toBe("kerst");
  });

  test.each<[IsoDay, IsoDay | null]>([
    ["2009-03-01", "2009-07-09"],
    ["2009-10-01", "2009-12-24"],
    ["2010-01-05", "2010-07-08"],
    ["2010-12-24", null],
  ])("of the Eerste Kamer, which has two a year, after %s: %s", (after, expected) => {
    expect(nextUnnamedRecess(RECESSES, "EK", after)?.start ?? null).toBe(expected);
  });

  test("of the Eerste Kamer is unknown while nobody has entered its list", () => {
    expect(nextUnnamedRecess(COMPLETE_2023, "EK", "2023-06-01")).toBeNull();
  });
});

describe("A day in recess", () => {
  test.each<[IsoDay, Chamber, RecessName | null]>([
    ["2023-12-21", "TK", null],
    ["2023-12-22", "TK", "kerst"],
    ["2024-01-01", "TK", "kerst"],
    ["2024-01-15", "TK", "kerst"],
    ["2024-01-16", "TK", null],
    ["2023-12-22", "EK", null],
    ["2031-07-03", "TK", null],
    ["2031-07-04", "TK", "zomer"],
    ["2031-09-01", "TK", "zomer"],
    ["2031-09-02", "TK", null],
    ["2031-08-01", "EK", null],
  ])("%s, %s: %s", (on, chamber, expected) => {
    expect(recessOn(RECESSES, chamber, on)?.name ?? null).toBe(expected);
  });

  test.each<[IsoDay, boolean]>([
    ["2023-12-21", true],
    ["2023-12-22", false],
    ["2023-12-16", false],
    ["2023-12-17", false],
    ["2023-12-18", true],
    ["2031-08-01", false],
  ])("%s is a working day of the Kamer: %s", (on, expected) => {
    expect(isWorkingDay(RECESSES, "TK", on)).toBe(expected);
  });
});
