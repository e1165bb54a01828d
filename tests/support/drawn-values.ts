/** Small values that collide: few days, few subjects, so that ties, repetitions and circles come by themselves. */
import fc from "fast-check";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { PassageRef, Rest } from "#app/domain/events.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import { RHYTHMS } from "#app/domain/rhythm.ts";
import { at, by, nextLetter, vague } from "./events.ts";

export const DAYS = [
  "2011-04-01",
  "2011-04-02",
  "2011-04-03",
  "2011-04-08",
  "2011-04-15",
  "2011-04-16",
  "2011-04-29",
  "2011-05-02",
] as const;

/** Every day around those on which something can happen, and some long before and after. */
export const EVERY_DAY: readonly IsoDay[] = [
  "1999-12-31",
  ...Array.from({ length: 75 }, (_, i) => addDays("2011-03-28", i)),
  "2012-05-01",
  "2031-01-01",
];

export const COMMITMENTS = ["c1", "c2", "c3"] as const;
export const LETTERS = ["l1", "l2", "l3", "l4"] as const;
export const DOSSIERS = ["d1", "d2"] as const;
const AWAITED = ["a1", "a2"] as const;

export const oneOf = <const T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
export const day = oneOf(DAYS);
export const passage: fc.Arbitrary<PassageRef> = oneOf(LETTERS).map((letterId) => ({
  letterId,
  anchor: "p1",
  place: null,
}));

/** "Voor het meireces", said where nobody has entered that recess yet. */
export const BEFORE_RECESS = deadlineFromWords("voor het meireces", DAYS[0], "TK", []);

/** A deadline of any kind, with the event that it waits for. */
export const term: fc.Arbitrary<{ deadline: Deadline; awaitedId: string | null }> = fc.oneof(
  { weight: 4, arbitrary: day.map((latest) => ({ deadline: by(latest), awaitedId: null })) },
  {
    weight: 3,
    arbitrary: fc.option(day).map((latest) => ({ deadline: nextLetter(latest), awaitedId: null })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ awaitedId: oneOf(AWAITED), before: fc.boolean(), latest: fc.option(day) })
      .map(({ awaitedId, ...how }) => ({ deadline: at("condition", how), awaitedId })),
  },
  { weight: 2, arbitrary: fc.constant({ deadline: BEFORE_RECESS, awaitedId: null }) },
  {
    weight: 1,
    arbitrary: oneOf([NO_DEADLINE, vague(), { ...vague("twee keer per jaar"), event: "recurring" as const }]).map(
      (deadline) => ({ deadline, awaitedId: null }),
    ),
  },
);

export const rest: fc.Arbitrary<Rest> = fc.oneof(
  fc.constant<Rest>({ kind: "unchanged" }),
  fc.constant<Rest>({ kind: "no_deadline" }),
  term.map((set): Rest => ({ kind: "new_deadline", ...set })),
  oneOf(COMMITMENTS).map((commitmentId): Rest => ({ kind: "successor", commitmentId })),
);

export const claim = oneOf(["met", "partly_met", "progress", "postpones", "declines"] as const);
export const verdict = oneOf(["met", "partly_met", "not_met"] as const);
export const ministry = oneOf(["m1", "m2"] as const);
export const chamber = oneOf(["TK", "EK"] as const);
export const letterKind = fc.oneof(
  { weight: 4, arbitrary: fc.constant("progress" as const) },
  fc.constant("other" as const),
);
export const recurring = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constant({ perYear: 2 }));
export const lettersPerYear = fc.option(oneOf(RHYTHMS));
export const awaited = oneOf(AWAITED);
