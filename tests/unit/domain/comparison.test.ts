/** Two lists of the same register side by side: each change under the name that a reader would look for. */
import { expect, test } from "vitest";
import { type Compared, type Comparison, compare } from "#app/domain/comparison.ts";
import { NO_DEADLINE } from "#app/domain/deadline.ts";
import type { Standing } from "#app/domain/standing.ts";

const STANDING: Standing = {
  asOf: "2020-01-01",
  status: "open",
  awaitingJudgement: false,
  successorId: null,
  disagreed: false,
  ministryId: "a",
  recurring: false,
  original: NO_DEADLINE,
  deadline: NO_DEADLINE,
  planning: null,
  postponements: 0,
  dueOn: null,
  lateFrom: null,
  lateBecause: null,
  missedLetterId: null,
  unreviewedLetterId: null,
  expectedOn: null,
  settledOn: null,
  daysLateInForce: null,
  daysLateOriginal: null,
  withoutTerm: true,
  countsAsOpen: true,
  frozenOn: null,
  late: false,
  daysLate: 0,
};
const row = (id: string, standing: Partial<Standing> = {}): Compared => ({
  id,
  standing: { ...STANDING, ...standing },
});
const inMay = { ...NO_DEADLINE, words: "in mei", earliest: "2020-05-01", latest: "2020-05-31" };

/** The names of the lists that hold this one. */
const foundUnder = (before: Compared | null, after: Compared | null): string[] => {
  const other = row("another");
  const found = compare(before ? [other, before] : [other], after ? [after, other] : [other]);
  const holds = (key: keyof Comparison<Compared>) =>
    found[key].some((change) => change.before === before && change.after === after);
  expect(Object.values(found).flat().length, "nothing is said of what stayed the same").toBe(
    Object.keys(found).filter((key) => holds(key as keyof Comparison<Compared>)).length,
  );
  return Object.keys(found).filter((key) => holds(key as keyof Comparison<Compared>));
};

test.each<[string, Compared | null, Compared | null, string[]]>([
  ["nothing changed", row("a"), row("a"), []],
  ["only the days late grew", row("a", { late: true, daysLate: 1 }), row("a", { late: true, daysLate: 9 }), []],
  ["it came", null, row("a"), ["came"]],
  ["it was withdrawn", row("a"), null, ["went"]],
  ["it was met", row("a"), row("a", { status: "met" }), ["settled"]],
  ["it was met after it was late", row("a", { late: true }), row("a", { status: "met" }), ["settled", "noLongerLate"]],
  ["it became late", row("a"), row("a", { late: true, daysLate: 3 }), ["becameLate"]],
  ["it was put off", row("a", { late: true }), row("a", { deadline: inMay }), ["noLongerLate", "shifted"]],
  [
    "the words were given other days",
    row("a", { deadline: { ...inMay, latest: null } }),
    row("a", { deadline: inMay }),
    ["shifted"],
  ],
  ["another ministry took it over", row("a"), row("a", { ministryId: "b" }), ["handedOver"]],
  ["it lapsed", row("a"), row("a", { status: "lapsed" }), ["settled"]],
  ["it was opened again", row("a", { status: "met" }), row("a"), ["settled"]],
])("%s", (_what, before, after, expected) => {
  expect(foundUnder(before, after)).toEqual(expected);
});
