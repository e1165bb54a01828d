/** The events as they stand on disk, batch by batch, whatever somebody may have made of them. */
import { and, asc, eq, getTableColumns, gt, inArray, lte, sql } from "drizzle-orm";
import type { RegisterEvent, Subject } from "#app/domain/events.ts";
import { db } from "./client.ts";
import { asEvent } from "./events.ts";
import { events } from "./schema.ts";

/** A row with its payload as it is written: in a register that was tampered with it may be no JSON at all. */
export type RawEvent = Omit<typeof events.$inferSelect, "payload"> & { payload: string };

export const rawColumns = { ...getTableColumns(events), payload: sql<string>`${events.payload}` };

const BATCH = 200;

/** All events up to a place in the chain, in order, so many at a time that letters of any size fit in memory. */
export async function* storedEvents(until = Number.MAX_SAFE_INTEGER): AsyncGenerator<RawEvent[]> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const batch: RawEvent[] = await db
      .select(rawColumns)
      .from(events)
      .where(and(gt(events.seq, after), lte(events.seq, until)))
      .orderBy(asc(events.seq))
      .limit(BATCH);
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)?.seq ?? until;
  }
}

/** The event of a row; null where its payload is not JSON as the register writes it. */
export function eventIn(row: RawEvent): RegisterEvent | null {
  try {
    const payload: unknown = JSON.parse(row.payload);
    return JSON.stringify(payload) === row.payload ? asEvent({ ...row, payload }) : null;
  } catch {
    return null;
  }
}

/** Of each subject of a kind its events in order of recording, so many subjects at a time. */
export async function* storedHistories(subject: Subject): AsyncGenerator<Map<string, RawEvent[]>> {
  let after = "";
  for (;;) {
    const ids = await db
      .selectDistinct({ id: events.subjectId })
      .from(events)
      .where(and(eq(events.subject, subject), gt(events.subjectId, after)))
      .orderBy(asc(events.subjectId))
      .limit(BATCH / 4);
    if (ids.length === 0) return;
    const histories = new Map<string, RawEvent[]>(ids.map(({ id }) => [id, []]));
    const rows: RawEvent[] = await db
      .select(rawColumns)
      .from(events)
      .where(and(eq(events.subject, subject), inArray(events.subjectId, [...histories.keys()])))
      .orderBy(asc(events.seq));
    for (const row of rows) histories.get(row.subjectId)?.push(row);
    yield histories;
    after = ids.at(-1)?.id ?? after;
  }
}
