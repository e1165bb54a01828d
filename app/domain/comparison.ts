/** What became of a register between two moments: came, went, settled, shifted, late. Pure; both sides as they stood. */
import type { Deadline } from "./deadline.ts";
import type { Standing } from "./standing.ts";

export interface Compared {
  id: string;
  standing: Standing;
}

/** `before` is null for what came, `after` for what went. */
export interface Change<T> {
  before: T | null;
  after: T | null;
}

/** One commitment may stand under several: put off and late at once. Each in the order of the later list. */
export interface Comparison<T> {
  came: Change<T>[];
  /** In the register before and not after: withdrawn. */
  went: Change<T>[];
  /** Another of the four statuses. */
  settled: Change<T>[];
  becameLate: Change<T>[];
  noLongerLate: Change<T>[];
  /** Another deadline in force. */
  shifted: Change<T>[];
  /** Another ministry answers for it. */
  handedOver: Change<T>[];
}

export function compare<T extends Compared>(before: readonly T[], after: readonly T[]): Comparison<T> {
  const then = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map(({ id }) => id));
  const both = after.flatMap((row) => {
    const earlier = then.get(row.id);
    return earlier ? [{ before: earlier, after: row }] : [];
  });
  const where = (differs: (a: Standing, b: Standing) => boolean): Change<T>[] =>
    both.filter((pair) => differs(pair.before.standing, pair.after.standing));
  return {
    came: after.filter(({ id }) => !then.has(id)).map((row) => ({ before: null, after: row })),
    went: before.filter(({ id }) => !now.has(id)).map((row) => ({ before: row, after: null })),
    settled: where((a, b) => a.status !== b.status),
    becameLate: where((a, b) => !a.late && b.late),
    noLongerLate: where((a, b) => a.late && !b.late),
    shifted: where((a, b) => !isSameTerm(a.deadline, b.deadline)),
    handedOver: where((a, b) => a.ministryId !== b.ministryId),
  };
}

/** The same words with the same days: a recess that became known gives the words another day, and that is a shift. */
const isSameTerm = (a: Deadline, b: Deadline): boolean =>
  a.words === b.words && a.earliest === b.earliest && a.latest === b.latest && a.event === b.event;
