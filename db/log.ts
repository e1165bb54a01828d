/**
 * The log: what people did, from the table of acts and, for what changed the register, from the events themselves. It
 * tells that something happened and to what, never what was written.
 */
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { addDays, endOfDay, type Instant } from "#app/domain/calendar.ts";
import type { Subject } from "#app/domain/events.ts";
import { type LogFilter, NOBODY } from "#app/domain/log-filter.ts";
import { logKind } from "#app/domain/log-words.ts";
import { db } from "./client.ts";
import { type LoggedThing, thingNamed, thingsOf } from "./logged-things.ts";
import { accounts, acts, events } from "./schema.ts";

/** Where a page of the log ends: the next holds older rows of both tables. */
export interface LogPlace {
  seq: number;
  act: number;
}

export interface LogRow {
  key: string;
  at: Instant;
  /** An account, `register`, or null for who was not signed in. */
  by: string | null;
  done: { act: string } | { subject: Subject; event: string };
  thing: LoggedThing | null;
  detail: string | null;
}

const NEWEST: LogPlace = { seq: Number.MAX_SAFE_INTEGER, act: Number.MAX_SAFE_INTEGER };

/** Everybody who may be in it, by name: also those whose account is closed. */
export const peopleOfLog = async (): Promise<{ id: string; name: string }[]> =>
  db.select({ id: accounts.id, name: accounts.name }).from(accounts).orderBy(asc(accounts.name), asc(accounts.id));

/** The newest rows before a place. `more` is where to go on; null at the end. */
export async function logPage(
  filter: LogFilter,
  before: LogPlace | null,
  size: number,
): Promise<{ rows: LogRow[]; more: LogPlace | null }> {
  const place = before ?? NEWEST;
  const thing = filter.thing ? await thingNamed(filter.thing) : null;
  if (filter.thing && !thing) return { rows: [], more: null };
  const found = [
    ...(await eventsBefore(place.seq, filter, thing, size + 1)),
    ...(await actsBefore(place.act, filter, thing, size + 1)),
  ].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const shown = found.slice(0, size);
  const things = await thingsOf(shown);
  const more = { seq: lowest(shown, "event") ?? place.seq, act: lowest(shown, "act") ?? place.act };
  return {
    rows: shown.map(({ from, place: at, ...row }) => ({
      ...row,
      key: `${from}-${at}`,
      thing: things.get(`${row.about.kind} ${row.about.id}`) ?? null,
    })),
    more: found.length > size ? more : null,
  };
}

/** A row with its place in its own table. */
type Found = Awaited<ReturnType<typeof eventsBefore>>[number] | Awaited<ReturnType<typeof actsBefore>>[number];

const lowest = (rows: Found[], from: Found["from"]): number | undefined =>
  rows.findLast((row) => row.from === from)?.place;

/** Both ends of the days that were asked for, as conditions on a column of moments. */
const within = (column: typeof events.recordedAt | typeof acts.at, { from, until }: LogFilter) => [
  from ? gt(column, endOfDay(addDays(from, -1))) : undefined,
  until ? lte(column, endOfDay(until)) : undefined,
];

/** No event is about it. */
const isOfActs = (kind: LoggedThing["kind"]): boolean => ["account", "mail", "reminder"].includes(kind);

async function eventsBefore(seq: number, filter: LogFilter, thing: LoggedThing | null, size: number) {
  const kinds = logKind(filter.kind)?.events;
  if (filter.who === NOBODY || kinds?.length === 0 || (thing && isOfActs(thing.kind))) return [];
  const rows = await db
    .select({
      seq: events.seq,
      at: events.recordedAt,
      by: events.recordedBy,
      subject: events.subject,
      subjectId: events.subjectId,
      kind: events.kind,
    })
    .from(events)
    .where(
      and(
        lt(events.seq, seq),
        filter.who ? eq(events.recordedBy, filter.who) : undefined,
        kinds ? inArray(events.kind, [...kinds]) : undefined,
        thing ? and(eq(events.subject, thing.kind as Subject), eq(events.subjectId, thing.id)) : undefined,
        ...within(events.recordedAt, filter),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(size);
  return rows.map(({ seq: place, at, by, subject, subjectId, kind }) => ({
    from: "event" as const,
    place,
    at,
    by,
    done: { subject, event: kind },
    about: { kind: subject, id: subjectId },
    detail: null,
  }));
}

async function actsBefore(id: number, filter: LogFilter, thing: LoggedThing | null, size: number) {
  const kinds = logKind(filter.kind)?.acts;
  if (kinds?.length === 0) return [];
  const rows = await db
    .select()
    .from(acts)
    .where(
      and(
        lt(acts.id, id),
        filter.who === NOBODY ? isNull(acts.by) : filter.who ? eq(acts.by, filter.who) : undefined,
        kinds ? inArray(acts.kind, [...kinds]) : undefined,
        thing ? and(sql`${acts.thingKind} = ${thing.kind}`, eq(acts.thingId, thing.id)) : undefined,
        ...within(acts.at, filter),
      ),
    )
    .orderBy(desc(acts.id))
    .limit(size);
  return rows.map((act) => ({
    from: "act" as const,
    place: act.id,
    at: act.at,
    by: act.by,
    done: { act: act.kind },
    about: { kind: act.thingKind ?? "nothing", id: act.thingId ?? "" },
    detail: act.detail,
  }));
}

const AT_ONCE = 500;

/** All that a filter finds, the newest first, so much at a time that a log of any length fits in memory. */
export async function* wholeLog(filter: LogFilter): AsyncGenerator<LogRow> {
  let page = await logPage(filter, null, AT_ONCE);
  for (;;) {
    yield* page.rows;
    if (!page.more) return;
    page = await logPage(filter, page.more, AT_ONCE);
  }
}
