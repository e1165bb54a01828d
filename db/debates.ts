/** Debates and what was promised in them: drafts until they are published together. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { NewEvent, PayloadsOf } from "#app/domain/events.ts";
import { type Db, db, write } from "./client.ts";
import {
  draftsOf,
  publication,
  type Registration,
  redraft,
  registration,
  standingOfCommitment,
  withdrawal,
} from "./commitments.ts";
import { eventsOf, newId, record } from "./events.ts";
import { addressees, commitments, debates } from "./schema.ts";

export type DebateRow = typeof debates.$inferSelect;
export type DebateHeader = PayloadsOf["debate"]["registered"] & { date: IsoDay };

/** One row of the log: what was promised, to whom, by when. */
export interface LoggedRow {
  /** Null for a new row. */
  id: string | null;
  promised: Omit<Registration, "origin" | "chamber" | "dossierId" | "committeeId">;
  deadline: Deadline;
  /** Taken out of the draft again. */
  remove: boolean;
}

export const debateById = async (id: string, from: Db = db): Promise<DebateRow | null> =>
  (await from.query.debates.findFirst({ where: eq(debates.id, id) })) ?? null;

/** Keeps a debate and its rows as drafts, new or changed. Rows that are published already are left alone. */
export async function logDebate(
  tx: Db,
  by: string,
  debateId: string | null,
  { date, ...header }: DebateHeader,
  rows: readonly LoggedRow[],
): Promise<string> {
  const id = debateId ?? newId();
  const fresh: NewEvent[] = debateId
    ? await correctedHeader(tx, id, date, header)
    : [{ subject: "debate", subjectId: id, kind: "registered", effectiveOn: date, payload: header }];
  const drafts = new Set((await draftsOf(id, tx)).map((draft) => draft.id));
  for (const row of rows) {
    const { chamber, committeeId, dossierId } = header;
    const promised: Registration = {
      ...row.promised,
      chamber,
      committeeId,
      dossierId,
      origin: { kind: "debate", id, passage: null },
    };
    if (row.id === null && !row.remove) fresh.push(...registration(newId(), date, promised, row.deadline));
    else if (row.id !== null && drafts.has(row.id)) {
      fresh.push(
        ...(row.remove
          ? await withdrawal(tx, row.id, "concept weggehaald")
          : await redraft(tx, row.id, date, promised, row.deadline)),
      );
    }
  }
  await record(tx, by, fresh);
  return id;
}

async function correctedHeader(
  tx: Db,
  id: string,
  date: IsoDay,
  header: PayloadsOf["debate"]["registered"],
): Promise<NewEvent[]> {
  const before = await debateById(id, tx);
  const registered = (await eventsOf("debate", id, tx)).find((event) => event.kind === "registered");
  if (!before || before.publishedOn || !registered) return [];
  const now = before as unknown as Record<string, unknown>;
  const changed: [string, unknown][] = Object.entries(header).filter(
    ([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value),
  );
  if (before.date !== date) changed.push(["effectiveOn", date]);
  if (changed.length === 0) return [];
  return [
    {
      subject: "debate",
      subjectId: id,
      kind: "corrected",
      effectiveOn: registered.effectiveOn,
      payload: { eventId: registered.id, fields: Object.fromEntries(changed), reason: "concept gewijzigd" },
    },
  ];
}

/** Publishes the debate with all its drafts, in the order in which they were logged. Answers how many. */
export const publishDebate = (by: string, id: string, today: IsoDay): Promise<number> =>
  write(async (tx) => {
    const debate = await debateById(id, tx);
    if (!debate) return 0;
    const drafts = await draftsOf(id, tx);
    const fresh: NewEvent[] = debate.publishedOn
      ? []
      : [{ subject: "debate", subjectId: id, kind: "published", effectiveOn: today, payload: {} }];
    await record(tx, by, [...fresh, ...(await publication(tx, drafts, today))]);
    return drafts.length;
  });

/** The commitments of a debate, drafts and published, in the order in which they were logged, with their deadline. */
export async function loggedRows(debateId: string) {
  const rows = await db
    .select()
    .from(commitments)
    .where(eq(commitments.originId, debateId))
    .orderBy(asc(commitments.seq));
  return Promise.all(
    rows.map(async (row) => {
      const standing = await standingOfCommitment(row.id, row.madeOn);
      const to = await db.select().from(addressees).where(eq(addressees.commitmentId, row.id));
      return { row, deadline: standing?.original ?? NO_DEADLINE, to };
    }),
  );
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
