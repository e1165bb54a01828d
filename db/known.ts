/**
 * The register as it was known at a moment: a connection of its own on which the events end there and the rows that
 * follow from them are as they then were. Reads need not know: temporary tables stand in front of the stored ones.
 */
import { desc, getTableName, gt, lte } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { type Db, db, openShadow } from "./client.ts";
import { refresh } from "./events.ts";
import { addressees, commitments, debates, events, itemLinks, items, letters, periods, recesses } from "./schema.ts";

/** All that follows from events and is stored. */
const FOLLOWING = [commitments, addressees, periods, items, itemLinks, debates, letters, recesses].map(getTableName);

/** Few are asked for at a time; one that is dropped here is closed once nobody reads from it any more. */
const KEPT = 8;
const kept = new Map<number, Promise<Db>>();
/** One is made at a time, however many are asked for. */
let making: Promise<unknown> = Promise.resolve();

/** The moment of the last event, which fixes what is known now; the empty string while there is none. */
export async function lastRecordedAt(): Promise<Instant> {
  const [last] = await db.select({ at: events.recordedAt }).from(events).orderBy(desc(events.seq)).limit(1);
  return last?.at ?? "";
}

/**
 * What was recorded up to and including a moment. Costs time in proportion to what came later: only what has changed
 * since is made anew.
 */
export async function asKnown(knownAt: Instant): Promise<Db> {
  const [last] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(lte(events.recordedAt, knownAt))
    .orderBy(desc(events.seq))
    .limit(1);
  const seq = last?.seq ?? 0;
  const known = kept.get(seq) ?? making.then(() => shadowUpTo(seq));
  kept.delete(seq);
  kept.set(seq, known);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  making = known.catch(() => kept.delete(seq));
  return known;
}

async function shadowUpTo(seq: number): Promise<Db> {
  const shadow = openShadow(FOLLOWING, `SELECT * FROM main.events WHERE seq <= ${seq}`);
  // Asked after the copy was made: what is recorded in between is made anew as well, to the same result.
  const since = await db
    .selectDistinct({ subject: events.subject, subjectId: events.subjectId })
    .from(events)
    .where(gt(events.seq, seq));
  await refresh(shadow, since);
  return shadow;
}
