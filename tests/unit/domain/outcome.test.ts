/** In which class a promise is counted: one and no more, so that the classes add up to all that is counted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CountedStanding,
  medianOf,
  OUTCOMES,
  type Outcome,
  outcomeCounts,
  outcomeOf,
  shareInWords,
} from "#app/domain/outcome.ts";
import { type Standing, standing } from "#app/domain/standing.ts";
import { EVERY_DAY } from "../../support/drawn-values.ts";
import {
  by,
  type Draft,
  due,
  eersteKamer,
  judged,
  lapsed,
  made,
  nextLetter,
  planned,
  record,
  reopened,
  reported,
  restBy,
  restIn,
  reviewedLetter,
  told,
  tweedeKamer,
  unreviewedLetter,
  vague,
} from "../../support/events.ts";
import { registers } from "../../support/generated-register.ts";
import { PATIENCE, runs } from "../../support/property-runs.ts";
import { casesOf } from "../../support/rows-of-events.ts";

const counted = (s: Standing, madeOn = "2011-01-10"): CountedStanding => ({
  ...s,
  madeOn,
  isFrozen: s.frozenOn !== null,
  originalLatest: s.original.latest,
  latest: s.deadline.latest,
});

const MADE = "2011-01-10";
const ON = "2011-06-01";
const promise = (...drafts: Draft[]) => record(made(MADE), ...drafts);
const until = (day: string) => due(MADE, by(day));

const CASES: {
  what: string;
  events: ReturnType<typeof record>;
  context?: Parameters<typeof standing>[1];
  is: Outcome;
}[] = [
  {
    what: "met on the last day",
    events: promise(until("2011-03-01"), reported("2011-03-01", "met")),
    is: "met_on_time",
  },
  { what: "met a day after it", events: promise(until("2011-03-01"), reported("2011-03-02", "met")), is: "met_late" },
  {
    what: "met within a later deadline that was told",
    events: promise(until("2011-03-01"), told("2011-02-20", by("2011-05-01")), reported("2011-04-20", "met")),
    is: "met_on_time",
  },
  {
    what: "met within a later deadline that was only planned",
    events: promise(until("2011-03-01"), planned("2011-02-20", by("2011-05-01")), reported("2011-04-20", "met")),
    is: "met_late",
  },
  { what: "met without a deadline", events: promise(reported("2011-03-02", "met")), is: "met_unmeasured" },
  {
    what: "met in the letter that it was promised for",
    events: promise(due(MADE, nextLetter()), reported("2011-03-04", "met")),
    context: tweedeKamer({ progressLetters: [reviewedLetter("l1", "2011-03-04")] }),
    is: "met_on_time",
  },
  { what: "open within its deadline", events: promise(until("2011-06-01")), is: "open" },
  { what: "open a day after its deadline", events: promise(until("2011-05-31")), is: "late" },
  {
    what: "partly met, the rest in time",
    events: promise(until("2011-03-01"), reported("2011-02-20", "partly_met", restBy(by("2011-07-01")))),
    is: "open",
  },
  {
    what: "partly met, the rest late",
    events: promise(until("2011-03-01"), reported("2011-02-20", "partly_met")),
    is: "late",
  },
  {
    what: "partly met, the rest in another",
    events: promise(until("2011-03-01"), reported("2011-02-20", "partly_met", restIn("c2"))),
    is: "continued",
  },
  { what: "no deadline", events: promise(), is: "without_term" },
  { what: "words without a day", events: promise(due(MADE, vague())), is: "without_term" },
  { what: "without an end", events: record(made(MADE, { perYear: 2 })), is: "open" },
  {
    what: "waiting for the committee, past its deadline",
    events: promise(until("2011-03-01"), reported("2011-02-20", "met")),
    context: eersteKamer(),
    is: "open",
  },
  {
    what: "not met by the committee's judgement",
    events: promise(until("2011-03-01"), reported("2011-02-20", "met"), judged("2011-04-01", "not_met")),
    context: eersteKamer(),
    is: "late",
  },
  {
    what: "a letter that was not reviewed",
    events: promise(due(MADE, nextLetter())),
    context: tweedeKamer({ progressLetters: [unreviewedLetter("l1", "2011-03-04")] }),
    is: "open",
  },
  {
    what: "not in the letter that it was promised for",
    events: promise(due(MADE, nextLetter())),
    context: tweedeKamer({ progressLetters: [reviewedLetter("l1", "2011-03-04")] }),
    is: "late",
  },
  { what: "lapsed, also where it was late", events: promise(until("2011-03-01"), lapsed("2011-04-01")), is: "lapsed" },
  { what: "reopened", events: promise(until("2011-03-01"), lapsed("2011-04-01"), reopened("2011-05-01")), is: "late" },
  {
    what: "late when its dossier was last followed",
    events: promise(until("2011-03-01")),
    context: tweedeKamer({ coverage: { from: "2011-01-01", until: "2011-05-01" } }),
    is: "unfollowed",
  },
  {
    what: "met before its dossier was last followed",
    events: promise(until("2011-03-01"), reported("2011-03-02", "met")),
    context: tweedeKamer({ coverage: { from: "2011-01-01", until: "2011-05-01" } }),
    is: "met_late",
  },
];

const countedCase = ({ events, context = tweedeKamer() }: (typeof CASES)[number]): CountedStanding => {
  const found = standing(events, context, ON);
  if (!found) throw new Error("It is not there.");
  return counted(found);
};

describe("Counted is", () => {
  test.each(CASES)("$what: $is", (one) => {
    expect(outcomeOf(countedCase(one))).toBe(one.is);
  });

  test("each class, by some case above", () => {
    expect(new Set(CASES.map(({ is }) => is))).toEqual(new Set(OUTCOMES));
  });
});

test("what is counted together adds up, with what lapsed in it", () => {
  const { n, of, onTimeByPostponement } = outcomeCounts(CASES.map(countedCase));
  expect(n).toBe(CASES.length);
  expect(Object.values(of).reduce((sum, count) => sum + count, 0)).toBe(n);
  expect(of).toMatchObject({ lapsed: 1, unfollowed: 1, continued: 1, met_unmeasured: 1 });
  expect(onTimeByPostponement, "One was on time only because a later deadline was told.").toBe(1);
});

test("nothing counted is nothing of each", () => {
  expect(outcomeCounts([])).toEqual({
    n: 0,
    of: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])),
    onTimeByPostponement: 0,
  });
});

test(
  "whatever is recorded: the classes say what the standings say",
  () => {
    fc.assert(
      fc.property(registers, fc.constantFrom(...EVERY_DAY), (register, asOf) => {
        const all = casesOf(register).flatMap(({ events, context }) => standing(events, context, asOf) ?? []);
        const { n, of } = outcomeCounts(all.map((one) => counted(one)));
        const count = (is: (one: Standing) => boolean) => all.filter(is).length;
        expect(Object.values(of).reduce((sum, one) => sum + one, 0)).toBe(n);
        expect(of.late).toBe(count(({ late }) => late));
        expect(of.lapsed).toBe(count(({ status }) => status === "lapsed"));
        expect(of.met_on_time + of.met_late + of.met_unmeasured).toBe(count(({ status }) => status === "met"));
        expect(of.open + of.late + of.without_term + of.unfollowed).toBe(count(({ countsAsOpen }) => countsAsOpen));
      }),
      runs(100),
    );
  },
  PATIENCE,
);

test("below ten there is no share, from ten on a rounded one", () => {
  expect(shareInWords(3, 9)).toBe(null);
  expect(shareInWords(0, 0)).toBe(null);
  expect(shareInWords(3, 10)).toBe("30%");
  expect(shareInWords(1, 18)).toBe("6%");
});

test("the middle of ten or more values, and none of fewer", () => {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(medianOf(days)).toBe(null);
  expect(medianOf([...days, 100])).toBe(6);
  expect(medianOf([...days, 10, 1000])).toBe(6);
  expect(medianOf(Array(10).fill(7))).toBe(7);
});
