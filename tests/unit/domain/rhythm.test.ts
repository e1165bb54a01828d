/** DOMAIN.md, "Rhythm" and "Coverage": when the next progress letter is due, and which came late. */
import { describe, expect, test } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  type DossierContext,
  expectedLetter,
  isCovered,
  letterOverdueDays,
  occurrences,
  RHYTHMS,
} from "#app/domain/rhythm.ts";
import { reviewedLetter, tweedeKamer, unreviewedLetter } from "../../support/events.ts";

const dossier = (context: Partial<DossierContext>): DossierContext => tweedeKamer(context);
const twice = [{ from: "2009-09-09", lettersPerYear: 2 }];
const july = unreviewedLetter("july", "2010-07-16");
const march = reviewedLetter("march", "2011-03-04");

describe("The day on which the next letter is expected:", () => {
  test.each<[string, Partial<DossierContext>, IsoDay, IsoDay | null]>([
    ["12/2 months after the last letter", { rhythm: twice, progressLetters: [july] }, "2010-12-02", "2011-01-16"],
    ["still the same once it has passed", { rhythm: twice, progressLetters: [july] }, "2012-12-02", "2011-01-16"],
    [
      "after the last of the letters, in any order",
      { rhythm: twice, progressLetters: [march, july] },
      "2011-03-04",
      "2011-09-04",
    ],
    [
      "a letter that is still to come does not count",
      { rhythm: twice, progressLetters: [march, july] },
      "2011-03-03",
      "2011-01-16",
    ],
    ["none before the first letter", { rhythm: twice, progressLetters: [july] }, "2010-07-15", null],
    ["none without a rhythm", { progressLetters: [july] }, "2010-12-02", null],
    [
      "none before the rhythm was agreed",
      { rhythm: [{ from: "2010-12-02", lettersPerYear: 2 }], progressLetters: [july] },
      "2010-12-01",
      null,
    ],
    [
      "from the day the rhythm was agreed, counted from the letter before",
      { rhythm: [{ from: "2010-12-02", lettersPerYear: 2 }], progressLetters: [july] },
      "2010-12-02",
      "2011-01-16",
    ],
    [
      "by the rhythm of that day where it changed",
      { rhythm: [...twice, { from: "2010-12-02", lettersPerYear: 4 }], progressLetters: [july] },
      "2010-12-02",
      "2010-10-16",
    ],
    [
      "none once the rhythm has ended",
      { rhythm: [...twice, { from: "2010-12-02", lettersPerYear: null }], progressLetters: [july] },
      "2010-12-02",
      null,
    ],
    [
      "six months after 31 August is the last of February",
      { rhythm: twice, progressLetters: [reviewedLetter("a", "2011-08-31")] },
      "2011-09-01",
      "2012-02-29",
    ],
  ])("%s", (_says, context, on, expected) => {
    expect(expectedLetter(dossier(context), on)).toEqual(expected && { day: expected, basis: "rhythm" });
  });

  test.each(RHYTHMS.map((n) => [n, 12 / n] as const))("at %i letters a year, %i whole months", (_n, months) => {
    expect(Number.isInteger(months)).toBe(true);
  });
});

describe("A told date for a letter takes the place of the rhythm:", () => {
  const told = [{ saidOn: "2010-12-02", expectedOn: "2011-02-28" }];

  test.each<[string, Partial<DossierContext>, IsoDay, IsoDay | null, "told" | "rhythm"]>([
    [
      "not before it was said",
      { rhythm: twice, progressLetters: [july], toldDates: told },
      "2010-12-01",
      "2011-01-16",
      "rhythm",
    ],
    [
      "from the day it was said",
      { rhythm: twice, progressLetters: [july], toldDates: told },
      "2010-12-02",
      "2011-02-28",
      "told",
    ],
    [
      "until the letter comes",
      { rhythm: twice, progressLetters: [july, march], toldDates: told },
      "2011-03-03",
      "2011-02-28",
      "told",
    ],
    [
      "no longer once the letter is there",
      { rhythm: twice, progressLetters: [july, march], toldDates: told },
      "2011-03-04",
      "2011-09-04",
      "rhythm",
    ],
    [
      "not for the letter after, where a letter came early",
      { rhythm: twice, progressLetters: [july, reviewedLetter("early", "2010-12-20")], toldDates: told },
      "2010-12-20",
      "2011-06-20",
      "rhythm",
    ],
    ["without any rhythm", { progressLetters: [july], toldDates: told }, "2010-12-02", "2011-02-28", "told"],
    ["before there is any letter", { toldDates: told }, "2010-12-02", "2011-02-28", "told"],
    [
      "said in the last letter itself",
      { rhythm: twice, progressLetters: [march], toldDates: [{ saidOn: "2011-03-04", expectedOn: "2011-06-01" }] },
      "2011-03-04",
      "2011-06-01",
      "told",
    ],
    [
      "of two said on one day, the one recorded last",
      { toldDates: [...told, { saidOn: "2010-12-02", expectedOn: "2011-02-01" }] },
      "2010-12-02",
      "2011-02-01",
      "told",
    ],
    [
      "the one said last, whatever it says",
      { toldDates: [{ saidOn: "2011-01-10", expectedOn: "2011-02-01" }, ...told] },
      "2011-01-10",
      "2011-02-01",
      "told",
    ],
  ])("%s", (_says, context, on, expected, basis) => {
    expect(expectedLetter(dossier(context), on)).toEqual({ day: expected, basis });
  });
});

describe("The dossier's letter is late:", () => {
  const context = dossier({ rhythm: twice, progressLetters: [july, march] });

  test.each([
    ["2011-01-15", 0],
    ["2011-01-16", 0],
    ["2011-01-17", 1],
    ["2011-03-03", 46],
    ["2011-03-04", 0],
    ["2011-09-04", 0],
    ["2011-09-05", 1],
  ])("on %s %i days", (on, expected) => {
    expect(letterOverdueDays(context, on)).toBe(expected);
  });

  test("not where no day is expected", () => {
    expect(letterOverdueDays(dossier({ progressLetters: [july] }), "2020-01-01")).toBe(0);
  });

  test("not outside the days that the dossier was followed", () => {
    const followed = { ...context, coverage: { from: "2011-01-20", until: "2011-02-20" } };
    expect(
      ["2011-01-19", "2011-01-20", "2011-02-20", "2011-02-21"].map((on) => letterOverdueDays(followed, on)),
    ).toEqual([0, 4, 35, 0]);
  });
});

describe("A dossier is followed:", () => {
  test.each<[string, DossierContext["coverage"], IsoDay, boolean]>([
    ["from its first day", { from: "2009-09-09", until: "2014-03-20" }, "2009-09-09", true],
    ["not before", { from: "2009-09-09", until: "2014-03-20" }, "2009-09-08", false],
    ["up to and including its last day", { from: "2009-09-09", until: "2014-03-20" }, "2014-03-20", true],
    ["not after", { from: "2009-09-09", until: "2014-03-20" }, "2014-03-21", false],
    ["without an end while it is open", { from: "2009-09-09", until: null }, "2099-01-01", true],
    ["always, where nobody said from when", null, "1999-01-01", true],
  ])("%s", (_says, coverage, on, expected) => {
    expect(isCovered(dossier({ coverage }), on)).toBe(expected);
  });
});

describe("A promise without an end shows which letters came in time:", () => {
  const june = reviewedLetter("june", "2011-06-20");
  const context = dossier({ rhythm: twice, progressLetters: [june, march, july] });

  test("each letter after the promise, against the day that was expected before it came", () => {
    expect(occurrences(context, "2010-12-02", "2011-12-31")).toEqual([
      { letterId: "march", day: "2011-03-04", expected: "2011-01-16", daysLate: 47 },
      { letterId: "june", day: "2011-06-20", expected: "2011-09-04", daysLate: 0 },
    ]);
  });

  test.each<[IsoDay, IsoDay, string[]]>([
    ["2010-07-15", "2011-12-31", ["july", "march", "june"]],
    ["2010-07-16", "2011-12-31", ["march", "june"]],
    ["2010-12-02", "2011-06-19", ["march"]],
    ["2010-12-02", "2011-03-03", []],
  ])("promised on %s, on %s: %j", (madeOn, on, expected) => {
    expect(occurrences(context, madeOn, on).map(({ letterId }) => letterId)).toEqual(expected);
  });

  test("a letter on the expected day itself is in time", () => {
    const onTime = dossier({ rhythm: twice, progressLetters: [july, reviewedLetter("x", "2011-01-16")] });
    expect(occurrences(onTime, "2010-12-02", "2011-12-31")[0]).toMatchObject({ expected: "2011-01-16", daysLate: 0 });
  });

  test("a letter that nothing made expected is not late", () => {
    expect(occurrences(dossier({ progressLetters: [march] }), "2010-12-02", "2011-12-31")).toEqual([
      { letterId: "march", day: "2011-03-04", expected: null, daysLate: 0 },
    ]);
  });

  test("a letter outside coverage is not late", () => {
    const followed = { ...context, coverage: { from: "2009-09-09", until: "2010-12-31" } };
    expect(occurrences(followed, "2010-12-02", "2011-12-31").map(({ daysLate }) => daysLate)).toEqual([0, 0]);
  });
});
