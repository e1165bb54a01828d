/** The two clocks of a question to the register. */
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import type { Db } from "./client.ts";
import { asKnown } from "./known.ts";
import { readOn } from "./reference-day.ts";

export interface Moment {
  /** The day that is shown. */
  asOf: IsoDay;
  /** What was recorded by then counts; null for all that is known now. */
  knownAt: Instant | null;
  /** The register as it was known: every read of the public door goes through it. */
  from: Db;
}

/** A day by all that is known now; everything is called as it was that day. */
export const nowOn = async (asOf: IsoDay): Promise<Moment> => ({ asOf, knownAt: null, from: await readOn(asOf) });

/** A day by what was known at a moment. */
export const thenOn = async (asOf: IsoDay, knownAt: Instant): Promise<Moment> => ({
  asOf,
  knownAt,
  from: await asKnown(knownAt, asOf),
});
