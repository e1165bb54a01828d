/**
 * DOMAIN.md, "The worked example, day by day": the debate of 2 December 2010, the letter before it and the two after.
 * The ids are those of the key to the letter of 4 March 2011.
 */
import { describe, expect, test } from "vitest";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { expectedLetter, letterOverdueDays, occurrences } from "#app/domain/rhythm.ts";
import { periods, type StandingContext, standing, standingOf } from "#app/domain/standing.ts";
import {
  by,
  due,
  inBrief,
  made,
  nextLetter,
  onDays,
  record,
  reported,
  restIn,
  reviewedLetter,
  tweedeKamer,
  unreviewedLetter,
} from "../../support/events.ts";

const DEBATE = "2010-12-02";
const LETTER = "2011-03-04";

const COMMITMENTS = {
  /** The next progress letter goes out in February 2011. */
  B1: record(made(DEBATE), due(DEBATE, by("2011-02-28", "2011-02-01")), reported(LETTER, "met")),
  /** Progress letters keep coming twice a year. */
  B2: record(made(DEBATE, { perYear: 2 }), reported(LETTER, "progress")),
  /** The proportion of national and international cases. */
  B3: record(made(DEBATE), due(DEBATE, nextLetter()), reported(LETTER, "met")),
  /** To come back to a technique in the progress letter. */
  B4: record(made(DEBATE), due(DEBATE, nextLetter()), reported(LETTER, "met")),
  /** Treatment of minors: needs more time, a separate message is promised. */
  B5: record(made(DEBATE), reported(LETTER, "partly_met", restIn("N4"))),
  /** How things stand with the button. */
  B6: record(made(DEBATE), reported(LETTER, "met")),
  /** To inform further about the monitor. */
  N3: record(made(LETTER), due(LETTER, nextLetter())),
  /** The separate message that B5 leads to. */
  N4: record(made(LETTER)),
  /** To report on the pilot. */
  N5: record(made(LETTER), due(LETTER, nextLetter())),
} satisfies Record<string, CommitmentEvent[]>;

type Id = keyof typeof COMMITMENTS;

const BEFORE = unreviewedLetter("16 juli 2010", "2010-07-16");
const ANSWER = reviewedLetter("4 maart 2011", LETTER);
const NEXT = unreviewedLetter("30 januari 2012", "2012-01-30");
const NEXT_REVIEWED = { ...NEXT, reviewClosed: true };

const DOSSIER = tweedeKamer({
  progressLetters: [BEFORE, ANSWER, NEXT],
  rhythm: [{ from: DEBATE, lettersPerYear: 2 }],
  toldDates: [{ saidOn: DEBATE, expectedOn: "2011-02-28" }],
  coverage: { from: "2009-09-09", until: "2014-03-20" },
});
const ITS_REVIEW_CLOSED: StandingContext = { ...DOSSIER, progressLetters: [BEFORE, ANSWER, NEXT_REVIEWED] };

interface Day {
  asOf: IsoDay;
  context?: StandingContext;
  shows: Partial<Record<Id, string>>;
  /** The dossier's letter: days late. */
  letterLate: number;
}

const DAYS: Day[] = [
  {
    asOf: "2010-12-01",
    shows: { B1: "not there", B2: "not there", B3: "not there", N3: "not there" },
    letterLate: 0,
  },
  {
    asOf: "2010-12-02",
    shows: {
      B1: "open",
      B2: "open",
      B3: "open, expected 2011-02-28",
      B4: "open, expected 2011-02-28",
      B5: "open, no term",
      B6: "open, no term",
      N3: "not there",
      N4: "not there",
      N5: "not there",
    },
    letterLate: 0,
  },
  {
    asOf: "2011-01-17",
    shows: { B1: "open", B2: "open", B3: "open, expected 2011-02-28", B4: "open, expected 2011-02-28" },
    letterLate: 0,
  },
  {
    asOf: "2011-02-28",
    shows: { B1: "open", B2: "open", B3: "open, expected 2011-02-28", B4: "open, expected 2011-02-28" },
    letterLate: 0,
  },
  {
    asOf: "2011-03-03",
    shows: {
      B1: "open, 3 days late by date",
      B2: "open",
      B3: "open, expected 2011-02-28",
      B4: "open, expected 2011-02-28",
      B5: "open, no term",
      B6: "open, no term",
    },
    letterLate: 3,
  },
  {
    asOf: "2011-03-04",
    shows: {
      B1: "met, 4 days late",
      B2: "open",
      B3: "met, 0 days late",
      B4: "met, 0 days late",
      B5: "partly met, rest in N4, no term, not counted",
      B6: "met, 0 days late",
      N3: "open, expected 2011-09-04",
      N4: "open, no term",
      N5: "open, expected 2011-09-04",
    },
    letterLate: 0,
  },
  {
    asOf: "2011-09-04",
    shows: { N3: "open, expected 2011-09-04", N5: "open, expected 2011-09-04" },
    letterLate: 0,
  },
  {
    asOf: "2011-09-05",
    shows: {
      B2: "open",
      N3: "open, expected 2011-09-04",
      N4: "open, no term",
      N5: "open, expected 2011-09-04",
    },
    letterLate: 1,
  },
  {
    asOf: "2012-01-30",
    shows: {
      N3: "open, not checked in 30 januari 2012",
      N4: "open, no term",
      N5: "open, not checked in 30 januari 2012",
    },
    letterLate: 0,
  },
  {
    asOf: "2012-01-31",
    shows: { N3: "open, not checked in 30 januari 2012", N5: "open, not checked in 30 januari 2012" },
    letterLate: 0,
  },
  {
    asOf: "2012-01-30",
    context: ITS_REVIEW_CLOSED,
    shows: { N3: "open", N5: "open" },
    letterLate: 0,
  },
  {
    asOf: "2012-01-31",
    context: ITS_REVIEW_CLOSED,
    shows: {
      N3: "open, 1 day late by letter, not in 30 januari 2012",
      N4: "open, no term",
      N5: "open, 1 day late by letter, not in 30 januari 2012",
    },
    letterLate: 0,
  },
];

describe("The worked example", () => {
  describe.each(DAYS.map((day) => ({ ...day, review: day.context ? ", had its review been closed" : "" })))(
    "on $asOf$review",
    ({ asOf, context = DOSSIER, shows, letterLate }) => {
      test.each(Object.entries(shows) as [Id, string][])("%s: %s", (id, expected) => {
        expect(inBrief(standing(COMMITMENTS[id], context, asOf))).toBe(expected);
      });

      test(`the dossier's letter is ${letterLate} days late`, () => {
        expect(letterOverdueDays(context, asOf)).toBe(letterLate);
      });
    },
  );

  test("B1 is due on 28 February 2011", () => {
    expect(standing(COMMITMENTS.B1, DOSSIER, DEBATE)?.dueOn).toBe("2011-02-28");
  });

  test("the letter is expected on the told 28 February, not on the 16 January of the rhythm", () => {
    expect(expectedLetter(DOSSIER, "2011-01-17")).toEqual({ day: "2011-02-28", basis: "told" });
    const nothingTold = { ...DOSSIER, toldDates: [] };
    expect(expectedLetter(nothingTold, "2011-01-17")).toEqual({ day: "2011-01-16", basis: "rhythm" });
    expect(letterOverdueDays(nothingTold, "2011-01-17")).toBe(1);
  });

  test("after the letter of 4 March the rhythm expects the next on 4 September 2011", () => {
    expect(expectedLetter(DOSSIER, LETTER)).toEqual({ day: "2011-09-04", basis: "rhythm" });
  });

  test("on 4 March 2011 B2 shows one letter of the rhythm, late", () => {
    expect(occurrences(DOSSIER, DEBATE, "2011-03-03")).toEqual([]);
    expect(occurrences(DOSSIER, DEBATE, LETTER)).toEqual([
      { letterId: ANSWER.id, day: LETTER, expected: "2011-02-28", daysLate: 4 },
    ]);
  });

  test("on 30 January 2012 B2 shows a second letter of the rhythm, 148 days late", () => {
    expect(occurrences(DOSSIER, DEBATE, "2012-01-30").map(({ daysLate }) => daysLate)).toEqual([4, 148]);
  });

  test("of B5 and N4, only N4 counts as open", () => {
    expect(standing(COMMITMENTS.B5, DOSSIER, LETTER)?.countsAsOpen).toBe(false);
    expect(standing(COMMITMENTS.N4, DOSSIER, LETTER)?.countsAsOpen).toBe(true);
  });

  test("on 4 March 2011 B2, N3, N4 and N5 count as open", () => {
    const ids = Object.keys(COMMITMENTS) as Id[];
    const open = (day: IsoDay) => ids.filter((id) => standing(COMMITMENTS[id], DOSSIER, day)?.countsAsOpen);
    expect(open("2011-03-03")).toEqual(["B1", "B2", "B3", "B4", "B5", "B6"]);
    expect(open(LETTER)).toEqual(["B2", "N3", "N4", "N5"]);
  });

  test("of the nine, only B1 is ever late in the dossier that ships", () => {
    const ids = Object.keys(COMMITMENTS) as Id[];
    const lateOn = (id: Id) => periods(COMMITMENTS[id], DOSSIER).filter((period) => period.lateFrom !== null);
    expect(
      ids.filter((id) => lateOn(id).some(({ lateFrom, until }) => until === null || (lateFrom ?? "") < until)),
    ).toEqual(["B1"]);
  });

  test("a month after coverage ended the dossier shows its standing of 20 March 2014", () => {
    expect(onDays(COMMITMENTS.N4, DOSSIER, ["2014-03-20", "2014-03-21"])).toEqual([
      ["2014-03-20", "open, no term"],
      ["2014-03-21", "open, no term, as of 2014-03-20"],
    ]);
    expect(letterOverdueDays(DOSSIER, "2014-03-20")).toBeGreaterThan(0);
    expect(letterOverdueDays(DOSSIER, "2014-03-21")).toBe(0);
  });

  test.each(Object.keys(COMMITMENTS) as Id[])("the stored periods of %s say the same on every day", (id) => {
    for (const context of [DOSSIER, ITS_REVIEW_CLOSED]) {
      const stored = periods(COMMITMENTS[id], context);
      const differing: IsoDay[] = [];
      for (let day = "2010-11-01"; day < "2014-05-01"; day = addDays(day, 1)) {
        const here = stored.find(({ from, until }) => from <= day && (until === null || day < until));
        const { from: _from, until: _until, ...state } = here ?? { from: day, until: null };
        const shown = here ? standingOf(state as typeof here, day) : null;
        if (JSON.stringify(shown) !== JSON.stringify(standing(COMMITMENTS[id], context, day))) differing.push(day);
      }
      expect(differing).toEqual([]);
    }
  });
});
