/** Making commitments: registering, changing a draft, publishing. Reading for the public is `public.ts`. */
import { and, asc, eq, isNull, like } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { Deadline } from "#app/domain/deadline.ts";
import { type EventOf, effectiveEvents, type NewEvent, type PayloadsOf } from "#app/domain/events.ts";
import type { Message } from "#app/domain/mail.ts";
import { ownNumber } from "#app/domain/numbers.ts";
import type { Ownership } from "#app/domain/permissions.ts";
import { type Standing, standing } from "#app/domain/standing.ts";
import { type Db, db, write } from "./client.ts";
import { contextOf, eventsOf, newId, record } from "./events.ts";
import { queueMail } from "./mail-queue.ts";
import { calendarFacts, standingContext } from "./projections.ts";
import { restatement } from "./restatement.ts";
import { accounts, commitments, events, ownerships } from "./schema.ts";

export type CommitmentRow = typeof commitments.$inferSelect;
export type Registration = PayloadsOf["commitment"]["registered"];

/** The events of a new commitment: what was promised, and by when. */
export function registration(id: string, madeOn: IsoDay, promised: Registration, deadline: Deadline): NewEvent[] {
  return [
    { subject: "commitment", subjectId: id, kind: "registered", effectiveOn: madeOn, payload: promised },
    {
      subject: "commitment",
      subjectId: id,
      kind: "deadline_set",
      effectiveOn: madeOn,
      payload: { deadline, reason: null, passage: null, awaitedId: awaitedId(deadline) },
    },
  ];
}

/** A name for the event that a deadline waits for; null where it waits for none that staff could enter. */
export const awaitedId = (deadline: Deadline): string | null =>
  deadline.event === null || ["next_progress_letter", "unspecified", "recurring"].includes(deadline.event)
    ? null
    : newId();

/** What changes in a draft: corrections of what is given of its registration, and of its deadline. Empty: nothing. */
export async function redraft(
  tx: Db,
  id: string,
  madeOn: IsoDay,
  promised: Partial<Registration>,
  deadline: Deadline,
): Promise<NewEvent[]> {
  const history = await eventsOf("commitment", id, tx);
  const effective = effectiveEvents(history);
  const changes: NewEvent[] = [];
  const correct = (event: EventOf<"commitment"> | undefined, fields: Record<string, unknown>) => {
    const changed = Object.entries(fields).filter(([name, value]) => {
      const before = name === "effectiveOn" ? event?.effectiveOn : (event?.payload as Record<string, unknown>)?.[name];
      return JSON.stringify(before) !== JSON.stringify(value);
    });
    if (!event || changed.length === 0) return;
    // All corrections of an event have the day that it was recorded with: moved by one, they would lose their order.
    const { effectiveOn } = history.find((recorded) => recorded.id === event.id) ?? event;
    changes.push({
      subject: "commitment",
      subjectId: id,
      kind: "corrected",
      effectiveOn,
      payload: { eventId: event.id, fields: Object.fromEntries(changed), reason: "concept gewijzigd" },
    });
  };
  correct(
    effective.find((event) => event.kind === "registered"),
    { ...promised, effectiveOn: madeOn },
  );
  const set = effective.find((event) => event.kind === "deadline_set");
  const sameWords = set?.kind === "deadline_set" && JSON.stringify(set.payload.deadline) === JSON.stringify(deadline);
  correct(set, { deadline, effectiveOn: madeOn, ...(sameWords ? {} : { awaitedId: awaitedId(deadline) }) });
  return changes;
}

/** Takes a draft back: it counts as not having been. */
export async function withdrawal(tx: Db, id: string, reason: string): Promise<NewEvent[]> {
  const registered = (await eventsOf("commitment", id, tx)).find((event) => event.kind === "registered");
  if (!registered) return [];
  const { effectiveOn, id: eventId } = registered;
  return [{ subject: "commitment", subjectId: id, kind: "withdrawn", effectiveOn, payload: { eventId, reason } }];
}

/**
 * Publication: from now on others see it, under a number that no draft and no withdrawn commitment ever had. What was
 * changed in the draft is stated anew before it (see `restatement`); what is new has nothing recorded yet.
 */
export async function publication(
  tx: Db,
  rows: readonly { id: string; madeOn: IsoDay; isNew?: boolean }[],
  today: IsoDay,
): Promise<NewEvent[]> {
  const serials = new Map<string, number>();
  const fresh: NewEvent[] = [];
  for (const { id, madeOn, isNew } of rows) {
    const year = madeOn.slice(0, 4);
    const serial = (serials.get(year) ?? (await lastSerial(tx, year))) + 1;
    serials.set(year, serial);
    fresh.push(...(isNew ? [] : restatement(await eventsOf("commitment", id, tx))), {
      subject: "commitment",
      subjectId: id,
      kind: "published",
      effectiveOn: today,
      payload: { number: ownNumber(madeOn, serial) },
    });
  }
  return fresh;
}

async function lastSerial(tx: Db, year: string): Promise<number> {
  const given = await tx
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.subject, "commitment"), eq(events.kind, "published"), like(events.payload, `%"${year}-%`)));
  return given.reduce((last, { payload }) => {
    const { number } = payload as PayloadsOf["commitment"]["published"];
    return number.startsWith(`${year}-`) ? Math.max(last, Number(number.slice(5))) : last;
  }, 0);
}

export const commitmentById = async (id: string, from: Db = db): Promise<CommitmentRow | null> =>
  (await from.query.commitments.findFirst({ where: eq(commitments.id, id) })) ?? null;

export const draftsOf = async (originId: string, from: Db = db): Promise<CommitmentRow[]> =>
  from
    .select()
    .from(commitments)
    .where(and(eq(commitments.originId, originId), isNull(commitments.number)))
    .orderBy(asc(commitments.seq));

/** The standing on a day, folded from the events themselves. */
export async function standingOfCommitment(id: string, asOf: IsoDay, from: Db = db): Promise<Standing | null> {
  const row = await commitmentById(id, from);
  if (!row) return null;
  const context = await contextOf(row.dossierId, from);
  const calendar = calendarFacts(await eventsOf("calendar", null, from));
  return standing(await eventsOf("commitment", id, from), standingContext(row.chamber, context, calendar), asOf);
}

/** Whose it is on a day: the ministry that is responsible then, the committee to which it was made. */
export async function ownershipOf(row: CommitmentRow, today: IsoDay): Promise<Ownership> {
  const now = await standingOfCommitment(row.id, today > row.madeOn ? today : row.madeOn);
  return { ministryId: now?.ministryId ?? null, committeeId: row.committeeId };
}

export const ownerOf = async (commitmentId: string) =>
  (await db.query.ownerships.findFirst({ where: eq(ownerships.commitmentId, commitmentId) })) ?? null;

/** Who an owner is, as a form carries it: what it was made from. */
export const ownerSeen = (owner: { accountId: string; internalDate: IsoDay | null } | null): string =>
  owner ? `${owner.accountId} ${owner.internalDate ?? ""}` : "niemand";

/**
 * Names the civil servant who writes the answer, and the day that only the ministry sees; null: nobody does. `tell` goes
 * to somebody else than `by` who was not the owner yet. False, with nothing changed, where somebody else named another
 * since the form was made (`seen`, as `ownerSeen`).
 */
export const assignOwner = (
  by: string,
  commitmentId: string,
  owner: { accountId: string; internalDate: IsoDay | null } | null,
  tell: Message | null,
  seen: string | null = null,
): Promise<boolean> =>
  write(
    async (tx) => {
      const [now = null] = await tx.select().from(ownerships).where(eq(ownerships.commitmentId, commitmentId));
      if (seen !== null && ![seen, ownerSeen(owner)].includes(ownerSeen(now))) return false;
      await tx.delete(ownerships).where(eq(ownerships.commitmentId, commitmentId));
      if (!owner) return true;
      await tx.insert(ownerships).values({ commitmentId, ...owner });
      if (!tell || owner.accountId === by || owner.accountId === now?.accountId) return true;
      const account = await tx.query.accounts.findFirst({ where: eq(accounts.id, owner.accountId) });
      if (account) await queueMail(tx, { to: account.email, ...tell });
      return true;
    },
    { silent: true },
  );

export interface AwaitedEvent {
  id: string;
  words: string;
  saidOn: IsoDay;
  /** The event of the day that was entered; null while none was. */
  happened: { eventId: string; on: IsoDay } | null;
}

/** The event that the last told deadline of a commitment waits for, and the day on which it happened, if entered. */
export async function awaitedEventOf(id: string): Promise<AwaitedEvent | null> {
  const waits = effectiveEvents(await eventsOf("commitment", id)).flatMap((event) => {
    const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
    const told = event.kind === "deadline_set" ? event.payload : rest?.kind === "new_deadline" ? rest : null;
    return told?.awaitedId ? [{ id: told.awaitedId, words: told.deadline.words, saidOn: event.effectiveOn }] : [];
  });
  const last = waits.at(-1);
  return last ? { ...last, happened: await awaitedDay(last.id) } : null;
}

/** The day that was entered for an awaited event, if any stands. */
export async function awaitedDay(awaitedId: string, from: Db = db): Promise<AwaitedEvent["happened"]> {
  const entered = effectiveEvents(await eventsOf("calendar", awaitedId, from)).find(({ kind }) => kind === "happened");
  return entered ? { eventId: entered.id, on: entered.effectiveOn } : null;
}

/** The day on which the event happened that a deadline waited for. False where a day was entered already. */
export const enterAwaitedDay = (by: string, awaited: { id: string; what: string }, on: IsoDay): Promise<boolean> =>
  write(async (tx) => {
    if (await awaitedDay(awaited.id, tx)) return false;
    const payload = { awaitedId: awaited.id, what: awaited.what };
    await record(tx, by, [{ subject: "calendar", subjectId: awaited.id, kind: "happened", effectiveOn: on, payload }]);
    return true;
  });

/** Takes a day back that was entered wrongly: the deadline waits again. False where that day does not stand any more. */
export const withdrawAwaitedDay = (by: string, awaitedId: string, eventId: string, reason: string): Promise<boolean> =>
  write(async (tx) => {
    const entered = await awaitedDay(awaitedId, tx);
    if (entered?.eventId !== eventId) return false;
    const payload = { eventId, reason };
    await record(tx, by, [
      { subject: "calendar", subjectId: awaitedId, kind: "withdrawn", effectiveOn: entered.on, payload },
    ]);
    return true;
  });
