/** Each Monday's list of what was late: made once, from what the register knew when that Monday began, and then kept. */
import { asc, desc, eq, lt, lte, max } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import {
  byDaysLate,
  type EditionCounts,
  editionCounts,
  editionOf,
  type LateEdition,
  type LateRow,
  missingMondays,
  momentBefore,
} from "#app/domain/late-list.ts";
import { type Db, db, write } from "./client.ts";
import { chainHead } from "./heads.ts";
import { LATE, lateOn, publishedAmong } from "./late-list.ts";
import { type Moment, nowOn, thenOn } from "./moment.ts";
import { publishedWhere, standingsOn } from "./register-list.ts";
import { events, lateEditions } from "./schema.ts";

/**
 * Makes every edition up to and including today that is not there yet, the oldest first: each is compared with the one
 * before it. Two processes may do so at once; of each Monday one edition is kept.
 * @returns the days of what was made here
 */
export async function makeLateEditions(today: IsoDay, stop?: AbortSignal): Promise<IsoDay[]> {
  const made: IsoDay[] = [];
  for (const day of await missingUntil(today)) {
    if (stop?.aborted) break;
    if (await makeEdition(day)) made.push(day);
  }
  return made;
}

async function missingUntil(today: IsoDay): Promise<IsoDay[]> {
  const [first] = await db.select({ at: events.recordedAt }).from(events).orderBy(asc(events.seq)).limit(1);
  const [last] = await db.select({ day: max(lateEditions.day) }).from(lateEditions);
  return missingMondays(today, first?.at ?? null, last?.day ?? null);
}

async function makeEdition(day: IsoDay): Promise<boolean> {
  // Somebody may have begun to record just before midnight and be at it still: once this write has its turn, it is done.
  const headSeq = await write((tx) => headUntil(tx, momentBefore(day)), { silent: true });
  const edition = await composed(day, headSeq);
  const kept = { day, edition, counts: editionCounts(edition), headSeq, madeAt: new Date().toISOString() };
  const rows = await write((tx) =>
    tx.insert(lateEditions).values(kept).onConflictDoNothing().returning({ day: lateEditions.day }),
  );
  return rows.length > 0;
}

/**
 * As a rule nothing was recorded since midnight, and the register as it is now is the one that it was then, at a
 * fraction of the cost; only otherwise it is made anew as it was known.
 */
async function composed(day: IsoDay, headSeq: number): Promise<LateEdition> {
  const isHead = async () => (await chainHead())?.seq === headSeq;
  if (await isHead()) {
    const edition = await editionFrom(await nowOn(day));
    if (await isHead()) return edition;
  }
  return editionFrom(await thenOn(day, momentBefore(day)));
}

async function editionFrom(moment: Moment): Promise<LateEdition> {
  const before = await editionBefore(moment.asOf);
  const ids = before?.rows.map(({ commitmentId }) => commitmentId) ?? [];
  const listed = await publishedWhere({ ids }, moment);
  const standings = new Map(listed.map(({ id, standing }) => [id, standing]));
  return editionOf(moment.asOf, await lateOn(moment), before, (id) => standings.get(id) ?? null);
}

async function headUntil(from: Db, knownAt: Instant): Promise<number> {
  const [last] = await from
    .select({ seq: events.seq })
    .from(events)
    .where(lte(events.recordedAt, knownAt))
    .orderBy(desc(events.seq))
    .limit(1);
  return last?.seq ?? 0;
}

async function editionBefore(day: IsoDay): Promise<LateEdition | null> {
  const [row] = await db
    .select({ edition: lateEditions.edition })
    .from(lateEditions)
    .where(lt(lateEditions.day, day))
    .orderBy(desc(lateEditions.day))
    .limit(1);
  return row?.edition ?? null;
}

/** The edition of a Monday as it was made; null where there is none. */
export async function lateEdition(day: IsoDay): Promise<typeof lateEditions.$inferSelect | null> {
  return (await db.query.lateEditions.findFirst({ where: eq(lateEditions.day, day) })) ?? null;
}

/** All editions, the latest first, with their counts. */
export const lateEditionDays = async (): Promise<{ day: IsoDay; counts: EditionCounts }[]> =>
  db.select({ day: lateEditions.day, counts: lateEditions.counts }).from(lateEditions).orderBy(desc(lateEditions.day));

/** What became known about the day of an edition after it was made. */
export interface SinceEdition {
  /** Commitments that are not in the register any more. */
  withdrawn: Set<string>;
  /** Late in the edition, and by what is known since not late on that day. */
  notLate: Set<string>;
  /** Not in the edition, and by what is known since late on that day. */
  lateAsWell: Pick<LateRow, "number" | "title" | "daysLate">[];
}

export async function sinceEdition({ day, rows, gone }: LateEdition, { knownAt }: Moment): Promise<SinceEdition> {
  const moment = knownAt === null ? await nowOn(day) : await thenOn(day, knownAt);
  const ids = [...rows, ...gone].map(({ commitmentId }) => commitmentId);
  const there = await publishedAmong(ids, moment);
  const lateNow = new Set((await standingsOn(LATE, moment)).map(({ id }) => id));
  const lateThen = new Set(rows.map(({ commitmentId }) => commitmentId));
  const others = await publishedWhere({ ids: [...lateNow].filter((id) => !lateThen.has(id)) }, moment);
  return {
    withdrawn: new Set(ids.filter((id) => !there.has(id))),
    notLate: new Set([...lateThen].filter((id) => there.has(id) && !lateNow.has(id))),
    lateAsWell: others
      .map(({ number, title, standing }) => ({ number, title, daysLate: standing.daysLate }))
      .sort(byDaysLate),
  };
}
