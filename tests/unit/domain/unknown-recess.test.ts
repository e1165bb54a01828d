import { describe, expect, test } from "vitest";
import type { Deadline } from "#app/domain/deadline.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import type { Recess } from "#app/domain/recess.ts";
import { periods, standing } from "#app/domain/standing.ts";
import { due, made, record, tweedeKamer } from "../../support/events.ts";

const CHRISTMAS: Recess = {
  chamber: "TK",
  name: "kerst",
  start: "2011-12-23",
  end: "2012-01-16",
  basis: "ingevoerd",
  source: null,
  verified: true,
};

describe("A deadline that names a recess that nobody has entered yet", () => {
  const deadline: Deadline = deadlineFromWords("voor het kerstreces", "2011-05-17", "TK", []);
  const events = record(made("2011-05-17"), due("2011-05-17", deadline));

  test("has a term, but no date, and is never late", () => {
    const today = standing(events, tweedeKamer(), "2014-01-01");
    expect(deadline.derived).toContain("reces nog niet bekend");
    expect(today).toMatchObject({ status: "open", late: false, dueOn: null, withoutTerm: false });
  });

  test.each([
    ["2011-12-22", false, 0],
    ["2011-12-23", true, 1],
    ["2012-01-01", true, 10],
  ])("turns into a date when the recess is entered: on %s", (asOf, late, daysLate) => {
    expect(standing(events, tweedeKamer({ recesses: [CHRISTMAS] }), asOf)).toMatchObject({
      dueOn: "2011-12-22",
      late,
      daysLate,
    });
  });

  test("is dated in the stored periods as well", () => {
    expect(periods(events, tweedeKamer({ recesses: [CHRISTMAS] })).map(({ lateFrom }) => lateFrom)).toEqual([
      "2011-12-23",
    ]);
  });

  test("gets no date from a recess of the other Chamber, or of another name", () => {
    const others = [
      { ...CHRISTMAS, chamber: "EK" as const },
      { ...CHRISTMAS, name: "herfst" as const },
    ];
    expect(standing(events, tweedeKamer({ recesses: others }), "2014-01-01")).toMatchObject({
      dueOn: null,
      late: false,
    });
  });
});
