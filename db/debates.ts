/** Debates and what was promised in them: drafts until they are published together. */
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import {
  type CommitmentEvent,
  type DebateEvent,
  effectiveEvents,
  type NewEvent,
  type PayloadsOf,
} from "#app/domain/events.ts";
import { type Db, db } from "./client.ts";
import {
  type CommitmentRow,
  draftsOf,
  publication,
  type Registration,
  redraft,
  registration,
  withdrawal,
} from "./commitments.ts";
import { asEvent, eventsOf, record } from "./events.ts";
import { addresseeRows, commitmentRow, debateRow } from "./projections.ts";
import { restatement } from "./restatement.ts";
import { accounts, type addressees, commitments, debates, events } from "./schema.ts";

export type DebateRow = typeof debates.$inferSelect;
export type DebateHeader = PayloadsOf["debate"]["registered"] & { date: IsoDay };

/** One row of the log: what was promised, to whom, by when; or that it is taken out of the draft again. */
export type LoggedRow = {
  /** Of a row that is there, or given to a new one by the form. */
  id: string;
} & (
  | {
      promised: Omit<Registration, "origin" | "chamber" | "dossierId" | "committeeId" | "quote" | "source"> & {
        /** The words of the report; left as they are where the writer has none. */
        quote?: string;
      };
      deadline: Deadline;
    }
  | { promised: null }
);

/** All events of a debate and of what was promised in it, also of rows that were taken out, in order of recording. */
export type DebateHistory = readonly (DebateEvent | CommitmentEvent)[];

/** See `DebateHistory`; empty for an id that no debate ever had. */
export async function debateHistory(id: string, from: Db = db): Promise<DebateHistory> {
  const promised = from
    .select({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.subject, "commitment"),
        eq(events.kind, "registered"),
        sql`json_extract(${events.payload}, '$.origin.id') = ${id}`,
      ),
    );
  const rows = await from
    .select()
    .from(events)
    .where(
      or(
        and(eq(events.subject, "debate"), eq(events.subjectId, id)),
        and(eq(events.subject, "commitment"), inArray(events.subjectId, promised)),
      ),
    )
    .orderBy(asc(events.seq));
  return rows.map((row) => asEvent(row) as DebateEvent | CommitmentEvent);
}

/** A debate as its events tell it. */
export interface LoggedDebate {
  /** Null before it is there, and once it is thrown away. */
  debate: DebateRow | null;
  /** Drafts and published, in the order in which they were logged. */
  rows: { row: CommitmentRow; deadline: Deadline; to: (typeof addressees.$inferSelect)[] }[];
}

/** The debate with its rows, now or as it was after the event with a place in the chain. */
export function debateAsOf(history: DebateHistory, seq = Number.POSITIVE_INFINITY): LoggedDebate {
  const known = history.filter((event) => event.seq <= seq);
  const debate = debateRow(known.filter((event) => event.subject === "debate"));
  const rows = promisedIn(known).flatMap((id) => {
    const own = known.filter((event) => event.subject === "commitment" && event.subjectId === id) as CommitmentEvent[];
    const row = commitmentRow(own);
    const set = effectiveEvents(own).find((event) => event.kind === "deadline_set");
    const deadline = set?.kind === "deadline_set" ? set.payload.deadline : NO_DEADLINE;
    return row ? [{ row, deadline, to: addresseeRows(own) }] : [];
  });
  return { debate, rows: rows.sort((a, b) => a.row.seq - b.row.seq) };
}

/** The ids of all that was ever promised in a debate: drafts, published, and what was taken out again. */
export const promisedIn = (history: DebateHistory): string[] => [
  ...new Set(history.flatMap((event) => (event.subject === "commitment" ? [event.subjectId] : []))),
];

/** What the form for a debate does; what letters later say of a commitment is not among it. */
const LOGGING = ["registered", "corrected", "withdrawn", "published"];

/** Place in the chain of the last time that somebody logged something in this debate; 0 before the first. */
export const lastLogged = (history: DebateHistory): number =>
  history.reduce((last, { seq, kind }) => (LOGGING.includes(kind) ? Math.max(last, seq) : last), 0);

/** Who logged something in a debate after a place in the chain, each once, and when the last of them did. */
export async function loggedSince(
  history: DebateHistory,
  seq: number,
): Promise<{ by: { accountId: string; name: string }[]; at: Instant | null }> {
  const later = history.filter((event) => event.seq > seq && LOGGING.includes(event.kind));
  const ids = [...new Set(later.map(({ recordedBy }) => recordedBy))];
  const found = await db
    .select({ accountId: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
    .orderBy(asc(accounts.name));
  return { by: found, at: later.at(-1)?.recordedAt ?? null };
}

/** The debate that was thrown away, as it last was; null where it is there, or never was. */
export function thrownAwayDebate(history: DebateHistory): DebateRow | null {
  const own = history.filter((event) => event.subject === "debate");
  return debateRow(own) ? null : debateRow(own.filter(({ kind }) => kind !== "withdrawn"));
}

/** Which of these ids something in the register has or had. */
export async function takenIds(ids: readonly string[], from: Db = db): Promise<Set<string>> {
  const rows = await from
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(inArray(events.subjectId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Keeps a debate and its rows as drafts, new or changed, and publishes the debate with all its drafts where a day is
 * given. An id that is there already means the same debate or row, so that what is sent twice is kept once.
 * @param seen `lastLogged` of the debate that the writer had in view
 * @returns false, with nothing recorded, where the writer has to look again: others changed what this would change or
 * publish, or took a row out, or it would change a row that is public. True when all of it is kept.
 */
export async function logDebate(
  tx: Db,
  by: string,
  id: string,
  { date, ...header }: DebateHeader,
  rows: readonly LoggedRow[],
  { seen, publishOn }: { seen: number; publishOn: IsoDay | null },
): Promise<boolean> {
  const history = await debateHistory(id, tx);
  const { debate, rows: stored } = debateAsOf(history);
  if (!debate && history.length > 0) return false;
  const fresh: NewEvent[] = debate
    ? await correctedHeader(tx, debate, date, header)
    : [{ subject: "debate", subjectId: id, kind: "registered", effectiveOn: date, payload: header }];
  const numbers = new Map(stored.map(({ row }) => [row.id, row.number]));
  const takenOut = promisedIn(history).filter((rowId) => !numbers.has(rowId));
  const { chamber, committeeId, dossierId } = header;
  const origin = { kind: "debate" as const, id, passage: null };
  for (const row of rows) {
    const number = numbers.get(row.id);
    const promised = row.promised && { ...row.promised, chamber, committeeId, dossierId, origin };
    if (number === undefined) {
      if (!promised) continue;
      if (takenOut.includes(row.id)) return false;
      fresh.push(
        ...registration(row.id, date, { ...promised, quote: promised.quote ?? null, source: null }, row.deadline),
      );
      continue;
    }
    const changes = promised
      ? await redraft(tx, row.id, date, promised, row.deadline)
      : await withdrawal(tx, row.id, "concept weggehaald");
    if (number !== null && changes.length > 0) return false;
    fresh.push(...changes);
  }
  if (lastLogged(history) !== seen) {
    // The same, sent twice: fine where it is kept as it was meant the first time.
    const kept = rows.filter(({ promised }) => promised !== null);
    const isPublic = ({ id: rowId }: LoggedRow) => typeof numbers.get(rowId) === "string";
    return fresh.length === 0 && (publishOn ? kept.every(isPublic) : !kept.some(isPublic));
  }
  await record(tx, by, fresh);
  if (publishOn) await publishDebate(tx, by, id, publishOn);
  return true;
}

/**
 * Throws away the drafts of a debate, and the debate itself unless it is public.
 * @param rowIds the rows that the writer had in view, and `seen` as for `logDebate`
 * @returns false, with nothing recorded, where others changed or published some of it meanwhile
 */
export async function throwAwayDrafts(
  tx: Db,
  by: string,
  id: string,
  rowIds: readonly string[],
  seen: number,
): Promise<boolean> {
  const history = await debateHistory(id, tx);
  const { debate, rows } = debateAsOf(history);
  if (!debate) return true;
  if (lastLogged(history) !== seen) return !rows.some(({ row }) => row.number === null || rowIds.includes(row.id));
  const fresh: NewEvent[] = [];
  for (const { row } of rows) {
    if (row.number === null) fresh.push(...(await withdrawal(tx, row.id, "concept weggehaald")));
  }
  const registered = history.find((event) => event.subject === "debate" && event.kind === "registered");
  if (!debate.publishedOn && registered) {
    const { effectiveOn, id: eventId } = registered;
    const payload = { eventId, reason: "concept weggehaald" };
    fresh.push({ subject: "debate", subjectId: id, kind: "withdrawn", effectiveOn, payload });
  }
  await record(tx, by, fresh);
  return true;
}

async function correctedHeader(
  tx: Db,
  before: DebateRow,
  date: IsoDay,
  header: PayloadsOf["debate"]["registered"],
): Promise<NewEvent[]> {
  const registered = (await eventsOf("debate", before.id, tx)).find((event) => event.kind === "registered");
  if (before.publishedOn || !registered) return [];
  const now = before as unknown as Record<string, unknown>;
  const changed: [string, unknown][] = Object.entries(header).filter(
    ([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value),
  );
  if (before.date !== date) changed.push(["effectiveOn", date]);
  if (changed.length === 0) return [];
  return [
    {
      subject: "debate",
      subjectId: before.id,
      kind: "corrected",
      effectiveOn: registered.effectiveOn,
      payload: { eventId: registered.id, fields: Object.fromEntries(changed), reason: "concept gewijzigd" },
    },
  ];
}

/** Publishes the debate with all its drafts, in the order in which they were logged. */
async function publishDebate(tx: Db, by: string, id: string, today: IsoDay): Promise<void> {
  const debate = await tx.query.debates.findFirst({ where: eq(debates.id, id) });
  const published: NewEvent[] = debate?.publishedOn
    ? []
    : [
        ...restatement(await eventsOf("debate", id, tx)),
        { subject: "debate", subjectId: id, kind: "published", effectiveOn: today, payload: {} },
      ];
  await record(tx, by, [...published, ...(await publication(tx, await draftsOf(id, tx), today))]);
}

/** Debates that are drafts or hold drafts, for those who may edit them. */
export async function draftDebates(owner: {
  ministryId: string | null;
  committeeId: string | null;
}): Promise<{ debate: DebateRow; drafts: number }[]> {
  const mine = owner.ministryId
    ? eq(debates.ministryId, owner.ministryId)
    : owner.committeeId
      ? eq(debates.committeeId, owner.committeeId)
      : undefined;
  if (!mine) return [];
  const rows = await db.select().from(debates).where(mine).orderBy(asc(debates.date));
  const drafts = await db
    .select({ originId: commitments.originId })
    .from(commitments)
    .where(and(isNull(commitments.number), inArray(commitments.originId, rows.map(({ id }) => id).concat(""))));
  return rows
    .map((debate) => ({ debate, drafts: drafts.filter(({ originId }) => originId === debate.id).length }))
    .filter(({ debate, drafts: n }) => debate.publishedOn === null || n > 0);
}
