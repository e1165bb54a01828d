/** What holds of every register, whatever is recorded in it: tried on thousands that nobody thought of. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { knownBy } from "#app/domain/events.ts";
import {
  periods,
  type Standing,
  type StandingPeriod,
  type State,
  standing,
  standingOf,
  timesLate,
} from "#app/domain/standing.ts";
import { KINDS } from "../../../support/drawn-acts.ts";
import { EVERY_DAY } from "../../../support/drawn-values.ts";
import { holdsWhatIsHard, momentOf, type Register, registers } from "../../../support/generated-register.ts";
import { PATIENCE, runs } from "../../../support/property-runs.ts";
import { casesOf, rowsOf } from "../../../support/rows-of-events.ts";
import { allEffective, toldAgain } from "../../../support/told-again.ts";

const everyDay = fc.constantFrom(...EVERY_DAY);

/** Where the commitments of a register stand on a day, those that are there. */
const standings = (register: Register, asOf: string): Standing[] =>
  casesOf(register).flatMap(({ events, context }) => standing(events, context, asOf) ?? []);

test("at least a third of the registers hold events of one day, a withdrawal, a correction and a reopening", () => {
  const sample = fc.sample(registers, runs(1000));
  expect(sample.filter(holdsWhatIsHard).length / sample.length).toBeGreaterThan(1 / 3);
});

test("every kind of event occurs in the registers", () => {
  const kinds = new Set(fc.sample(registers, runs(200)).flatMap((register) => register.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(KINDS);
});

test(
  "in whatever order it was recorded, the register shows the same, if events of one day and kind keep theirs",
  () => {
    fc.assert(
      fc.property(registers, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (register, keys) => {
        expect(rowsOf(toldAgain(register, keys))).toEqual(rowsOf(register));
      }),
      runs(1000),
    );
  },
  PATIENCE,
);

test(
  "where it stands on a day does not depend on what holds on later days",
  () => {
    fc.assert(
      fc.property(registers, everyDay, (register, asOf) => {
        expect(standings(heldBy(register, asOf), asOf)).toEqual(standings(register, asOf));
      }),
      runs(1500),
    );
  },
  PATIENCE,
);

/**
 * What holds on a day or before: from this follows whether something is late on that day, and from when it will be if
 * nothing more happens. A recess counts from when it is known, and coverage is what the register says of
 * itself: both stay.
 */
const heldBy = (register: Register, asOf: string): Register =>
  allEffective(register).filter(
    ({ kind, effectiveOn }) => effectiveOn <= asOf || kind === "recess_set" || kind === "coverage_set",
  );

test(
  "what was known at a moment stays what was known then",
  () => {
    fc.assert(
      fc.property(registers, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (all, keys) => {
        const register = toldAgain(all, keys);
        const step = 1 + ((keys[0] ?? 0) % register.length);
        const then = register.slice(0, step);
        expect(knownBy(register, momentOf(step))).toEqual(then);
      }),
      runs(500),
    );
  },
  PATIENCE,
);

test(
  "the stored periods say of every day what the events say of it",
  () => {
    fc.assert(
      fc.property(registers, (register) => {
        for (const { events, context } of casesOf(register)) {
          const all = periods(events, context);
          const stored = EVERY_DAY.map((asOf) => {
            const [holding, another] = all.filter(
              ({ from, until }) => from <= asOf && (until === null || asOf < until),
            );
            expect(another, `a second period on ${asOf}`).toBeUndefined();
            return holding ? standingOf(withoutEnds(holding), asOf) : null;
          });
          expect(stored).toEqual(EVERY_DAY.map((asOf) => standing(events, context, asOf)));
        }
      }),
      runs(300),
    );
  },
  PATIENCE,
);

const withoutEnds = ({ from: _from, until: _until, ...state }: StandingPeriod): State => state;

/** The days that follow each other. */
const DAY_BY_DAY = EVERY_DAY.slice(1, -2);

test(
  "it became late on each day that it is late and was not the day before",
  () => {
    fc.assert(
      fc.property(registers, everyDay, (register, asOf) => {
        for (const { events, context } of casesOf(register)) {
          const isLate = DAY_BY_DAY.map((day) => standing(events, context, day)?.late ?? false);
          const expected = DAY_BY_DAY.filter((day, i) => day <= asOf && isLate[i] && !isLate[i - 1]);
          const told = timesLate(periods(events, context), asOf).map(({ on }) => on);
          expect(told.filter((on) => on < "2012" || on > asOf)).toEqual(expected);
        }
      }),
      runs(700),
    );
  },
  PATIENCE,
);
