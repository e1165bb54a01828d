/** What a timeline shows of a dossier on a day: bars, what happened, deadlines, other things, and the span of it all. */
import { describe, expect, it } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import { NO_DEADLINE } from "#app/domain/deadline.ts";
import type { EvidenceSource, Measure } from "#app/domain/events.ts";
import { periods, type StandingContext } from "#app/domain/standing.ts";
import { type Course, type FollowedItem, type TimelineFacts, timelineOf } from "#app/domain/timeline.ts";
import { courseInWords, deadlinesInWords, periodInWords, timelineInWords } from "#app/domain/timeline-words.ts";
import {
  by,
  type Draft,
  due,
  eersteKamer,
  lapsed,
  made,
  nextLetter,
  record,
  reopened,
  reported,
  restIn,
  reviewedLetter,
  told,
  tweedeKamer,
} from "../../support/events.ts";

const course = (drafts: Draft[], context: StandingContext = tweedeKamer(), more: Partial<Course> = {}): Course => ({
  id: "c1",
  number: "2011-0001",
  title: "De Kamer informeren",
  madeOn: drafts[0]?.effectiveOn ?? "",
  periods: periods(record(...drafts), context),
  letters: [],
  ...more,
});

const NOTHING: TimelineFacts = {
  coverage: null,
  debates: [],
  progressLetters: [],
  otherLetters: [],
  courses: [],
  items: [],
};

const rowOf = (drafts: Draft[], asOf: IsoDay, context?: StandingContext) => {
  const row = timelineOf({ ...NOTHING, courses: [course(drafts, context)] }, asOf)?.commitments[0];
  if (!row) throw new Error("There is no row.");
  return row;
};

/** `running 2011-01-10..2011-02-01`. */
const bars = (drafts: Draft[], asOf: IsoDay, context?: StandingContext): string[] =>
  rowOf(drafts, asOf, context).stretches.map(({ pace, from, until }) => `${pace} ${from}..${until}`);
const turns = (drafts: Draft[], asOf: IsoDay, context?: StandingContext): string[] =>
  rowOf(drafts, asOf, context).turns.map(({ what, on }) => `${what} ${on}`);
const deadlines = (drafts: Draft[], asOf: IsoDay, context?: StandingContext): string[] =>
  rowOf(drafts, asOf, context).deadlines.map(({ how, on }) => `${how} ${on}`);

const PROMISED = made("2011-01-10");
const DUE = due("2011-01-10", by("2011-02-01"));

describe("A bar runs from the promise to what settled it, or to the peildatum:", () => {
  const RECEIVED_LATE = [PROMISED, DUE, reported("2011-03-04", "met")];
  const REOPENED = [PROMISED, DUE, reported("2011-01-20", "met"), reopened("2011-03-01")];
  const PARTLY = [PROMISED, DUE, reported("2011-01-20", "partly_met")];
  const cases: [what: string, drafts: Draft[], asOf: IsoDay, bars: string[], context?: StandingContext][] = [
    ["open, before its deadline", [PROMISED, DUE], "2011-01-31", ["running 2011-01-10..2011-01-31"]],
    ["open, on the last day on time", [PROMISED, DUE], "2011-02-01", ["running 2011-01-10..2011-02-01"]],
    [
      "open, a day past it",
      [PROMISED, DUE],
      "2011-02-02",
      ["running 2011-01-10..2011-02-01", "late 2011-02-02..2011-02-02"],
    ],
    [
      "met late: the late part ends the day before receipt",
      RECEIVED_LATE,
      "2012-01-01",
      ["running 2011-01-10..2011-02-01", "late 2011-02-02..2011-03-03"],
    ],
    [
      "the same, asked before the deadline: nothing later shows",
      RECEIVED_LATE,
      "2011-01-12",
      ["running 2011-01-10..2011-01-12"],
    ],
    ["met on the day of the promise", [PROMISED, reported("2011-01-10", "met")], "2011-05-01", []],
    ["lapsed", [PROMISED, lapsed("2011-01-15")], "2011-05-01", ["running 2011-01-10..2011-01-14"]],
    [
      "met, and reopened after its deadline: a gap between",
      REOPENED,
      "2011-03-02",
      ["running 2011-01-10..2011-01-19", "late 2011-03-01..2011-03-02"],
    ],
    [
      "partly met, the rest running and then late",
      PARTLY,
      "2011-02-03",
      ["running 2011-01-10..2011-01-19", "partly 2011-01-20..2011-02-01", "late 2011-02-02..2011-02-03"],
    ],
    [
      "gone on in a successor: its own bar ends",
      [PROMISED, reported("2011-01-20", "partly_met", restIn("c2"))],
      "2011-05-01",
      ["running 2011-01-10..2011-01-19"],
    ],
    [
      "waiting for judgement: not late while it waits",
      [PROMISED, DUE, reported("2011-01-20", "met")],
      "2011-02-03",
      ["running 2011-01-10..2011-01-19", "awaiting 2011-01-20..2011-02-03"],
      eersteKamer(),
    ],
    [
      "postponed in time: not late in between",
      [PROMISED, DUE, told("2011-01-20", by("2011-06-01"))],
      "2011-03-01",
      ["running 2011-01-10..2011-03-01"],
    ],
    [
      "postponed too late: that lateness stays",
      [PROMISED, DUE, told("2011-02-10", by("2011-06-01"))],
      "2011-03-01",
      ["running 2011-01-10..2011-02-01", "late 2011-02-02..2011-02-09", "running 2011-02-10..2011-03-01"],
    ],
    ["without an end", [made("2011-01-10", { perYear: 2 })], "2011-05-01", ["endless 2011-01-10..2011-05-01"]],
    [
      "followed until a day: nothing is known to run after it",
      [PROMISED, DUE],
      "2012-01-01",
      ["running 2011-01-10..2011-02-01", "late 2011-02-02..2011-02-05"],
      tweedeKamer({ coverage: { from: "2011-01-01", until: "2011-02-05" } }),
    ],
    [
      "not in the letter that it waited for: late since that letter",
      [PROMISED, due("2011-01-10", nextLetter())],
      "2011-03-10",
      ["running 2011-01-10..2011-03-04", "late 2011-03-05..2011-03-10"],
      tweedeKamer({ progressLetters: [reviewedLetter("l", "2011-03-04")] }),
    ],
  ];
  it.each(cases)("%s", (_what, drafts, asOf, expected, context) => {
    expect(bars(drafts, asOf, context)).toEqual(expected);
  });

  it("is not there before the promise", () => {
    expect(timelineOf({ ...NOTHING, courses: [course([PROMISED])] }, "2011-01-09")).toBeNull();
  });
});

describe("What happened stands on its day:", () => {
  it.each<[string[], Draft[], IsoDay, StandingContext?]>([
    [["met 2011-01-20"], [PROMISED, reported("2011-01-20", "met")], "2011-05-01"],
    [[], [PROMISED, reported("2011-01-20", "met")], "2011-01-19"],
    [
      ["met 2011-01-20", "reopened 2011-03-01"],
      [PROMISED, reported("2011-01-20", "met"), reopened("2011-03-01")],
      "2011-05-01",
    ],
    [["lapsed 2011-01-15"], [PROMISED, lapsed("2011-01-15")], "2011-05-01"],
    [
      ["partly_met 2011-01-20", "went_on 2011-01-20"],
      [PROMISED, reported("2011-01-20", "partly_met", restIn("c2"))],
      "2011-05-01",
    ],
    [["claimed 2011-01-20"], [PROMISED, reported("2011-01-20", "met")], "2011-05-01", eersteKamer()],
    [
      ["postponed 2011-01-20", "postponed 2011-02-20"],
      [PROMISED, DUE, told("2011-01-20", by("2011-06-01")), told("2011-02-20", by("2011-09-01"))],
      "2011-05-01",
    ],
  ])("%s", (expected, drafts, asOf, context) => {
    expect(turns(drafts, asOf, context)).toEqual(expected);
  });

  it("letters of a promise without an end, in time or late, and none after the peildatum", () => {
    const letters = [
      { letterId: "a", day: "2011-06-01", expected: "2011-07-01", daysLate: 0 },
      { letterId: "b", day: "2012-02-01", expected: "2012-01-01", daysLate: 31 },
      { letterId: "c", day: "2012-08-01", expected: null, daysLate: 0 },
    ];
    const endless = course([made("2011-01-10", { perYear: 2 })], tweedeKamer(), { letters });
    const row = timelineOf({ ...NOTHING, courses: [endless] }, "2012-03-01")?.commitments[0];
    expect(row?.turns.map(({ what, on }) => `${what} ${on}`)).toEqual([
      "letter_in_time 2011-06-01",
      "letter_late 2012-02-01",
    ]);
  });

  it("a successor is named only where it is shown", () => {
    const old = course([PROMISED, reported("2011-01-20", "partly_met", restIn("c2"))]);
    const next = course([made("2011-01-20")], tweedeKamer(), { id: "c2", number: "2011-0002" });
    const alone = timelineOf({ ...NOTHING, courses: [old] }, "2011-05-01")?.commitments[0];
    const both = timelineOf({ ...NOTHING, courses: [old, next] }, "2011-05-01")?.commitments[0];
    expect([alone?.successorId, both?.successorId]).toEqual([null, "c2"]);
  });
});

describe("Deadlines:", () => {
  it.each<[string, string[], Draft[], IsoDay, StandingContext?]>([
    ["the one in force", ["in_force 2011-02-01"], [PROMISED, DUE], "2011-01-11"],
    ["none", [], [PROMISED], "2011-05-01"],
    [
      "each that was replaced, in its order",
      ["replaced 2011-02-01", "replaced 2011-06-01", "in_force 2011-09-01"],
      [PROMISED, DUE, told("2011-01-20", by("2011-06-01")), told("2011-02-20", by("2011-09-01"))],
      "2011-05-01",
    ],
    [
      "a postponement of later does not show",
      ["in_force 2011-02-01"],
      [PROMISED, DUE, told("2011-01-20", by("2011-06-01"))],
      "2011-01-19",
    ],
    [
      "the day on which the awaited letter is expected",
      ["expected 2011-02-28"],
      [PROMISED, due("2011-01-10", nextLetter())],
      "2011-01-15",
      tweedeKamer({ toldDates: [{ saidOn: "2011-01-10", expectedOn: "2011-02-28" }] }),
    ],
  ])("%s", (_what, expected, drafts, asOf, context) => {
    expect(deadlines(drafts, asOf, context)).toEqual(expected);
  });
});

// --- What else is followed ------------------------------------------------------------------------------------------

const item = (more: Partial<FollowedItem>): FollowedItem => ({
  id: "i",
  itemKind: "expectation",
  title: "Beide klaar in de zomer",
  effectiveOn: "2011-03-04",
  deadline: null,
  evidence: null,
  measure: null,
  startOn: null,
  figure: null,
  letter: null,
  ...more,
});
const document = (more: Partial<EvidenceSource>): EvidenceSource => ({
  source: "Een rapport",
  url: null,
  date: null,
  dateWords: null,
  consultedOn: null,
  ...more,
});
const measure = (more: Partial<Measure>): Measure => ({
  category: "voorlichting",
  partners: [],
  term: "6-9 maanden",
  fromMonth: 6,
  untilMonth: 9,
  start: { words: "de brief", day: "2011-03-04", awaitedId: null },
  inDoubt: false,
  ...more,
});

describe("An item stands on its day, with the period that it means:", () => {
  it.each<
    [string, Partial<FollowedItem>, section: string, on: IsoDay | null, period: string | null, words: string | null]
  >([
    [
      "an expectation with a period",
      { deadline: { ...NO_DEADLINE, words: "in de zomer", earliest: "2011-06-21", latest: "2011-09-20" } },
      "expectation",
      "2011-03-04",
      "2011-06-21..2011-09-20",
      "“in de zomer” (uiterlijk 20 september 2011)",
    ],
    [
      "an expectation with a last day only",
      { deadline: { ...NO_DEADLINE, words: "voor de zomer", latest: "2011-07-07" } },
      "expectation",
      "2011-03-04",
      "2011-03-04..2011-07-07",
      "“voor de zomer” (uiterlijk 7 juli 2011)",
    ],
    ["a decision", { itemKind: "decision" }, "decision", "2011-03-04", null, null],
    [
      "a document of a known day",
      { itemKind: "evidence", evidence: document({ date: "2011-02-01" }) },
      "evidence",
      "2011-02-01",
      null,
      null,
    ],
    [
      "a document of which only the year is known",
      { itemKind: "evidence", effectiveOn: "2010-12-31", evidence: document({ dateWords: "2010" }) },
      "evidence",
      null,
      "2010-01-01..2010-12-31",
      "2010",
    ],
    [
      "a document without a date: the day on which it was taken up is none of its days",
      { itemKind: "evidence", evidence: document({}) },
      "evidence",
      null,
      null,
      "zonder datum",
    ],
    [
      "what a letter tells is no other source, and stands on the day of the letter",
      { itemKind: "evidence", evidence: document({}), letter: { id: "l" } },
      "reported",
      "2011-03-04",
      null,
      null,
    ],
    [
      "a measure with a term from a known day",
      { itemKind: "measure", measure: measure({}), startOn: "2011-03-04" },
      "measure",
      "2011-03-04",
      "2011-09-04..2011-12-04",
      "“6-9 maanden”, geteld vanaf: de brief (4 september 2011 tot en met 4 december 2011)",
    ],
    [
      "a measure whose awaited event has happened",
      {
        itemKind: "measure",
        measure: measure({ start: { words: "zodra het team werkt", day: null, awaitedId: "a" } }),
        startOn: "2011-05-01",
      },
      "measure",
      "2011-03-04",
      "2011-11-01..2012-02-01",
      "“6-9 maanden”, geteld vanaf: zodra het team werkt (1 november 2011 tot en met 1 februari 2012)",
    ],
    [
      "a measure that waits for an event",
      {
        itemKind: "measure",
        measure: measure({ start: { words: "zodra het team werkt", day: null, awaitedId: "a" } }),
      },
      "measure",
      "2011-03-04",
      null,
      "“6-9 maanden”, geteld vanaf: zodra het team werkt",
    ],
  ])("%s", (_what, more, section, on, period, words) => {
    const timeline = timelineOf({ ...NOTHING, items: [item(more)] }, "2012-01-01");
    const found = Object.entries(timeline?.items ?? {}).flatMap(([name, rows]) => rows.map((row) => ({ name, row })));
    expect(found.map(({ name }) => name)).toEqual([section]);
    const row = found[0]?.row;
    expect(row?.on).toBe(on);
    expect(row?.period ? `${row.period.earliest}..${row.period.latest}` : null).toBe(period);
    expect(row && periodInWords(row)).toBe(words);
  });

  it("a figure stands on the day that its value is of, and nothing that was said later shows", () => {
    const figure = { series: "Zaken", unit: "zaken", value: 991, on: "2010-09-30" };
    const items = [item({ id: "f", itemKind: "figure", figure }), item({ id: "later", effectiveOn: "2011-03-05" })];
    const timeline = timelineOf({ ...NOTHING, items }, "2011-03-04");
    expect(timeline?.figures.map((one) => one.figure.on)).toEqual(["2010-09-30"]);
    expect(timeline?.items.expectation).toEqual([]);
  });
});

// --- The span -------------------------------------------------------------------------------------------------------

describe("The span", () => {
  const debates = [{ id: "d", title: "Debat", on: "2011-01-10" }];

  it("holds everything, with room at both ends", () => {
    const facts = {
      ...NOTHING,
      debates,
      courses: [course([PROMISED, DUE])],
      coverage: { from: "2010-06-01", until: null },
    };
    const timeline = timelineOf(facts, "2012-01-01");
    expect(timeline?.span.from).toBe("2010-05-18");
    expect(timeline?.span.until).toBe("2012-01-24");
    expect(timeline?.followed).toEqual({ from: "2010-06-01", until: "2012-01-01" });
  });

  it("ends soon after a dossier that is no longer followed, however late the peildatum", () => {
    const timeline = timelineOf(
      { ...NOTHING, debates, coverage: { from: "2011-01-01", until: "2011-06-30" } },
      "2026-01-01",
    );
    expect(timeline?.span.until).toBe("2011-07-07");
    expect(timeline?.followed).toEqual({ from: "2011-01-01", until: "2011-06-30" });
  });

  it("reaches for a deadline that is to come, but not for one decades away", () => {
    const until = (latest: IsoDay) =>
      timelineOf({ ...NOTHING, courses: [course([PROMISED, due("2011-01-10", by(latest))])] }, "2011-03-01")?.span
        .until;
    expect(until("2011-03-20")).toBe("2011-03-23");
    expect(until("2099-01-01")).toBe("2011-04-19");
  });

  it("is a day with a day on either side where all happened on one day", () => {
    expect(timelineOf({ ...NOTHING, debates }, "2011-01-10")?.span).toEqual({
      from: "2011-01-09",
      until: "2011-01-11",
    });
  });

  it("is not there where nothing has happened yet", () => {
    const coverage = { from: "2011-01-01", until: null };
    expect(timelineOf({ ...NOTHING, debates, coverage }, "2011-01-09")).toBeNull();
    expect(timelineOf(NOTHING, "2011-01-09")).toBeNull();
  });
});

describe("In words:", () => {
  it("the course of a commitment, day by day", () => {
    const row = rowOf(
      [PROMISED, DUE, told("2011-02-10", by("2011-06-01")), reported("2011-03-04", "met")],
      "2011-05-01",
    );
    expect(courseInWords(row, () => null)).toEqual([
      "Te laat van 2 februari 2011 tot en met 9 februari 2011 (acht dagen).",
      "Uitstel gemeld op 10 februari 2011.",
      "Voldaan op 4 maart 2011.",
    ]);
    expect(deadlinesInWords(row)).toEqual([
      "“uiterlijk 2011-06-01” (uiterlijk 1 juni 2011)",
      "eerder: 1 februari 2011",
    ]);
  });

  it("a rest that went on names where, if that may be named", () => {
    const row = rowOf([PROMISED, reported("2011-01-20", "partly_met", restIn("c2"))], "2011-05-01");
    const named = { ...row, successorId: "c2" };
    expect(courseInWords(named, () => "2011-0002").at(-1)).toBe("De rest ging op 20 januari 2011 verder in 2011-0002.");
    expect(courseInWords(row, () => null).at(-1)).toBe(
      "De rest ging verder in een andere toezegging op 20 januari 2011.",
    );
  });

  it("what the drawing shows", () => {
    const timeline = timelineOf({ ...NOTHING, courses: [course([PROMISED, DUE])] }, "2011-02-02");
    expect(timeline && timelineInWords(timeline)).toBe(
      "Van 9 januari 2011 tot en met 3 februari 2011, naar de stand op 2 februari 2011: 0 debatten, 0 voortgangsbrieven, 0 andere brieven, 1 toezegging en 0 andere zaken. Op die dag is er één te laat. Dezelfde feiten staan in de tabel onder de tekening, in dezelfde volgorde.",
    );
  });
});
