/**
 * The register as it was known at a moment: a connection of its own on which the events end there and the rows that
 * follow from them are as they then were. Reads need not know: temporary tables stand in front of the stored ones.
 */
import { desc, getTableName, gt, lte } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { type Db, db, openShadow } from "./client.ts";
import { refresh } from "./events.ts";
import { namesSince, showNames } from "./reference-day.ts";
import {
  addressees,
  commitments,
  debates,
  events,
  itemLinks,
  items,
  letters,
  merges,
  periods,
  recesses,
  referenceChanges,
} from "./schema.ts";
import { hideSearch } from "./search-texts.ts";

/** All that follows from events and is stored. The lists hold how things are called now, and are read through views. */
const FOLLOWING = [
  commitments,
  addressees,
  periods,
  items,
  itemLinks,
  debates,
  letters,
  recesses,
  referenceChanges,
  merges,
].map(getTableName);

/** Few are asked for at a time; one that is dropped here is closed once nobody reads from it any more. */
const KEPT = 8;
const kept = new Map<string, Promise<Db>>();
/** One is made at a time, however many are asked for. */
let making: Promise<unknown> = Promise.resolve();

/** The moment of the last event, which fixes what is known now; the empty string while there is none. */
export async function lastRecordedAt(): Promise<Instant> {
  lastEvent ??= readLast().prepare();
  const [last] = await lastEvent.execute();
  return last?.at ?? "";
}

const readLast = () => db.select({ at: events.recordedAt }).from(events).orderBy(desc(events.seq)).limit(1);
/** Asked with every page. */
let lastEvent: ReturnType<ReturnType<typeof readLast>["prepare"]> | null = null;

/**
 * What was recorded up to and including a moment. Costs time in proportion to what came later: only what has changed
 * since is made anew.
 * @param asOf the day by whose names things are called; null for the last that was known
 */
export async function asKnown(knownAt: Instant, asOf: IsoDay | null = null): Promise<Db> {
  const [last] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(lte(events.recordedAt, knownAt))
    .orderBy(desc(events.seq))
    .limit(1);
  const seq = last?.seq ?? 0;
  const named = asOf === null ? null : await namesSince(asOf);
  const key = `${seq} ${named}`;
  const known = kept.get(key) ?? making.then(() => shadowUpTo(seq, named));
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  making = known.catch(() => kept.delete(key));
  return known;
}

async function shadowUpTo(seq: number, named: IsoDay | null): Promise<Db> {
  const shadow = openShadow(FOLLOWING, `SELECT * FROM main.events WHERE seq <= ${seq}`);
  await hideSearch(shadow);
  // Asked after the copy was made: what is recorded in between is made anew as well, to the same result.
  const since = await db
    .selectDistinct({ subject: events.subject, subjectId: events.subjectId })
    .from(events)
    .where(gt(events.seq, seq));
  await refresh(shadow, since);
  await showNames(shadow, named);
  return shadow;
}
