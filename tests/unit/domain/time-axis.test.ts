/** Days on a line: where they lie, which are named, and how labels keep clear of each other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { axisOf, dayInShort, positionOf, stacked } from "#app/domain/time-axis.ts";

describe("The ticks of a span are as fine as there is room for:", () => {
  const said = (from: IsoDay, until: IsoDay, atMost = 9) =>
    axisOf({ from, until }, atMost).map(({ words, year }) => (year ? `${year} ${words}` : words));

  it.each<[string, IsoDay, IsoDay, string[]]>([
    ["one day", "2024-05-06", "2024-05-06", ["2024 6 mei"]],
    ["a few days", "2024-12-30", "2025-01-02", ["2024 30 dec", "31 dec", "2025 1 jan", "2 jan"]],
    [
      "two weeks: every other day",
      "2024-03-01",
      "2024-03-14",
      ["2024 1 mrt", "3 mrt", "5 mrt", "7 mrt", "9 mrt", "11 mrt", "13 mrt"],
    ],
    ["some weeks: Mondays", "2024-03-01", "2024-04-14", ["2024 4 mrt", "11 mrt", "18 mrt", "25 mrt", "1 apr", "8 apr"]],
    ["half a year: months", "2024-09-15", "2025-03-15", ["2024 okt", "nov", "dec", "2025 jan", "feb", "mrt"]],
    [
      "two years: quarters",
      "2023-02-01",
      "2025-01-31",
      ["2023 2e kw", "3e kw", "4e kw", "2024 1e kw", "2e kw", "3e kw", "4e kw", "2025 1e kw"],
    ],
    [
      "four years: half years",
      "2020-02-01",
      "2024-01-31",
      ["2020 jul", "2021 jan", "jul", "2022 jan", "jul", "2023 jan", "jul", "2024 jan"],
    ],
    [
      "eight years: years",
      "2010-02-01",
      "2018-02-01",
      ["2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018"],
    ],
    [
      "a century: tens of years",
      "1930-06-01",
      "2015-06-01",
      ["1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010"],
    ],
  ])("%s", (_what, from, until, expected) => {
    expect(said(from, until)).toEqual(expected);
  });

  it("are never more than fit, and lie within the span", () => {
    const length = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        length,
        fc.integer({ min: 4, max: 12 }),
        (start, days, atMost) => {
          const span = { from: addDays("1850-01-01", start), until: addDays("1850-01-01", start + days) };
          const ticks = axisOf(span, atMost);
          expect(ticks.length).toBeLessThanOrEqual(atMost);
          for (const { on } of ticks) expect(on >= span.from && on <= span.until).toBe(true);
          expect(ticks.map(({ on }) => on)).toEqual([...new Set(ticks.map(({ on }) => on))].sort());
        },
      ),
      { numRuns: 200 },
    );
  });
});

it("a day lies where it begins, and the end of the last is the end of the line", () => {
  const span = { from: "2011-01-01", until: "2011-01-10" };
  expect(positionOf("2011-01-01", span)).toBe(0);
  expect(positionOf("2011-01-06", span)).toBe(0.5);
  expect(positionOf("2011-01-11", span)).toBe(1);
});

it("a day in short is Dutch", () => {
  expect(["2011-03-04", "2011-05-31", "2011-10-01"].map(dayInShort)).toEqual([
    "4 mrt 2011",
    "31 mei 2011",
    "1 okt 2011",
  ]);
});

describe("Labels along a line", () => {
  it("share a row where there is room, and stand before their mark at the end", () => {
    expect(stacked([0, 0.1, 0.3, 0.9], 0.25)).toEqual([
      { row: 0, before: false },
      { row: 1, before: false },
      { row: 0, before: false },
      { row: 0, before: true },
    ]);
  });

  it("never cover one another, however many there are", () => {
    const marks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(marks, fc.double({ min: 0.05, max: 0.4, noNaN: true }), (unsorted, room) => {
        const at = unsorted.sort((a, b) => a - b);
        const taken = stacked(at, room).map(({ row, before }, i) => {
          const mark = at[i] ?? 0;
          return { row, from: before ? mark - room : mark, until: before ? mark : mark + room };
        });
        for (const [i, a] of taken.entries()) {
          for (const b of taken.slice(i + 1)) {
            expect(a.row === b.row && a.from < b.until - 1e-9 && b.from < a.until - 1e-9).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
