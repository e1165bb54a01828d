/** The two clocks of a question to the register. */
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { type Db, db } from "./client.ts";
import { asKnown } from "./known.ts";

export interface Moment {
  /** The day that is shown. */
  asOf: IsoDay;
  /** What was recorded by then counts; null for all that is known now. */
  knownAt: Instant | null;
  /** The register as it was known: every read of the public door goes through it. */
  from: Db;
}

/** A day by all that is known now. */
export const nowOn = (asOf: IsoDay): Moment => ({ asOf, knownAt: null, from: db });

/** A day by what was known at a moment. */
export const thenOn = async (asOf: IsoDay, knownAt: Instant): Promise<Moment> => ({
  asOf,
  knownAt,
  from: await asKnown(knownAt),
});
