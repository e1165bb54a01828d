/** How old it is what is open, and how often and how far deadlines shifted: in bands of which none overlap. */
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { deadlineShifts } from "#app/domain/deadline-shifts.ts";
import { openAges } from "#app/domain/open-age.ts";
import type { CountedStanding } from "#app/domain/outcome.ts";

const OPEN: CountedStanding = {
  status: "open",
  countsAsOpen: true,
  recurring: false,
  postponements: 0,
  dueOn: "2031-01-01",
  daysLateInForce: null,
  daysLateOriginal: null,
  withoutTerm: false,
  madeOn: "2030-01-01",
  late: false,
  isFrozen: false,
  originalLatest: "2031-01-01",
  latest: "2031-01-01",
};

describe("The age of what is open", () => {
  test.each([
    ["2030-03-31", "korter dan 3 maanden"],
    ["2030-04-01", "3 maanden tot een half jaar"],
    ["2030-06-30", "3 maanden tot een half jaar"],
    ["2030-07-01", "een half jaar tot 1 jaar"],
    ["2031-01-01", "1 tot 2 jaar"],
    ["2032-01-01", "2 tot 4 jaar"],
    ["2033-12-31", "2 tot 4 jaar"],
    ["2034-01-01", "4 jaar of langer"],
  ])("of a promise of 1 January 2030 is on %s: %s", (asOf, band) => {
    const { n, bands } = openAges([OPEN], asOf);
    expect(n).toBe(1);
    expect(bands.filter(({ open }) => open > 0).map(({ label }) => label)).toEqual([band]);
  });

  test("parts what is late from what has no deadline, and leaves out what is settled, continued, endless or not followed", () => {
    const rows: CountedStanding[] = [
      { ...OPEN, late: true },
      { ...OPEN, withoutTerm: true },
      { ...OPEN, status: "partly_met" },
      { ...OPEN, status: "met", countsAsOpen: false, daysLateInForce: 0 },
      { ...OPEN, status: "lapsed", countsAsOpen: false },
      { ...OPEN, status: "partly_met", countsAsOpen: false },
      { ...OPEN, isFrozen: true },
      { ...OPEN, recurring: true },
    ];
    const { n, bands, recurring, median } = openAges(rows, "2030-01-02");
    expect({ n, recurring, median }).toEqual({ n: 3, recurring: 1, median: null });
    expect(bands[0]).toMatchObject({ late: 1, without_term: 1, open: 1 });
  });

  test("has a middle from ten on", () => {
    const rows = Array.from({ length: 10 }, (_, at) => ({ ...OPEN, madeOn: addDays("2030-01-01", -10 * at) }));
    expect(openAges(rows, "2030-01-01").median).toBe(45);
  });
});

describe("Deadlines shifted", () => {
  const shifted = (postponements: number, latest: string | null, originalLatest: string | null = "2030-01-01") => ({
    ...OPEN,
    postponements,
    originalLatest,
    latest,
  });

  test("so often, and so far, counted once each", () => {
    const { n, times, far, notInDays } = deadlineShifts([
      shifted(0, "2030-01-01"),
      shifted(1, "2030-01-31"), // 30 days
      shifted(1, "2030-02-01"), // 31
      shifted(2, "2030-04-01"), // 90
      shifted(2, "2030-06-30"), // 180
      shifted(3, "2031-01-01"), // 365
      shifted(7, "2031-01-02"), // 366
      shifted(1, null),
      shifted(1, "2030-06-30", null),
      shifted(0, null, null), // no deadline that could shift
    ]);
    expect(n).toBe(9);
    expect(times.map(({ count }) => count)).toEqual([1, 4, 2, 2]);
    expect(far.n).toBe(6);
    expect(far.bands.map(({ count }) => count)).toEqual([1, 2, 1, 1, 1]);
    expect(far).toMatchObject({ median: null, longest: 366 });
    expect(notInDays).toBe(2);
    expect(times.reduce((sum, { count }) => sum + count, 0)).toBe(n);
  });

  test("not at all where nothing could", () => {
    expect(deadlineShifts([shifted(0, null, null)])).toMatchObject({ n: 0, far: { n: 0, longest: null } });
  });
});
