/** Reminders: composed, sent and then kept as they were, with the mail that brings them queued in the same transaction. */
import { asc, desc, eq, like } from "drizzle-orm";
import { type IsoDay, yearOf } from "#app/domain/calendar.ts";
import type { Attachment, Message } from "#app/domain/mail.ts";
import { survivor } from "#app/domain/reference.ts";
import { reminderNumber } from "#app/domain/reminder.ts";
import { mailboxesOf } from "./accounts.ts";
import { logAct } from "./act-log.ts";
import { canonicalJson, sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { newId } from "./events.ts";
import { queueMail } from "./mail-queue.ts";
import { mergedIds } from "./reference-rows.ts";
import { type ComposedReminder, composeReminders } from "./reminder-rows.ts";
import { committees, ministries, registerState, reminders } from "./schema.ts";

export type Reminder = typeof reminders.$inferSelect;

/** A reminder under the number that it will have, not sent yet. */
export interface NumberedReminder extends ComposedReminder {
  id: string;
  number: string;
  /** The same went to this ministry already: then it does not go again. */
  sentBefore: { id: string; number: string } | null;
}

export interface ReminderDraft {
  reminders: NumberedReminder[];
  /** Ministries to which nothing has to be sent. */
  nothingFor: string[];
  /** What it says, as a digest: a preview gives it back, so that nobody sends what they did not see. */
  seen: string;
  /** The end of the chain that it was composed at. */
  headSeq: number;
}

/** What would be sent on a day, to one ministry or to each that is asked something. Nothing is kept. */
export async function draftReminders(
  committeeId: string,
  ministryId: string | null,
  asOf: IsoDay,
  today: IsoDay,
): Promise<ReminderDraft> {
  // The place in the chain is asked first: what comes in between is then noticed at sending.
  const headSeq = await headOf(db);
  const composed = await composeReminders(committeeId, ministryId, asOf);
  const toSend = composed.filter(({ edition }) => edition.rows.length > 0);
  const sent = new Map<string, { id: string; number: string }>();
  for (const { id, number, edition, ...row } of await remindersOf({ ministryId: null, committeeId }))
    sent.set(canonicalJson([row.ministryId, edition]), { id, number });
  let serial = await lastSerial(db, today);
  return {
    reminders: toSend.map((one) => {
      const sentBefore = sent.get(canonicalJson([one.ministryId, one.edition])) ?? null;
      if (!sentBefore) serial += 1;
      return { ...one, id: newId(), number: reminderNumber(today, serial), sentBefore };
    }),
    nothingFor: composed.flatMap(({ edition }) => (edition.rows.length === 0 ? [edition.ministry] : [])),
    seen: sha256(canonicalJson(toSend.map(({ edition }) => edition))),
    headSeq,
  };
}

const headOf = async (from: Db): Promise<number> =>
  (await from.select({ headSeq: registerState.headSeq }).from(registerState))[0]?.headSeq ?? 0;

async function lastSerial(from: Db, today: IsoDay): Promise<number> {
  const rows = await from
    .select({ number: reminders.number })
    .from(reminders)
    .where(like(reminders.number, `R${yearOf(today)}-%`));
  return rows.reduce((last, { number }) => Math.max(last, Number(number.slice(6))), 0);
}

/** What goes by mail: the words for each person, and the letter. Made before, as no file is made inside a write. */
export interface ReminderMail {
  message: (name: string) => Message;
  attachments: Attachment[];
}

/**
 * Sends reminders: each is kept as it was composed and goes to all staff of its ministry, or none of it happens.
 * @returns false where something was recorded, or another reminder was sent, since they were composed
 */
export const sendReminders = (
  by: string,
  committeeId: string,
  { headSeq, reminders: composed }: Pick<ReminderDraft, "headSeq" | "reminders">,
  mailOf: (one: NumberedReminder) => ReminderMail,
): Promise<boolean> =>
  write(
    async (tx) => {
      if ((await headOf(tx)) !== headSeq) return false;
      const numbers = new Set((await tx.select({ number: reminders.number }).from(reminders)).map((row) => row.number));
      if (composed.some(({ number }) => numbers.has(number))) return false;
      const sentAt = new Date().toISOString();
      for (const one of composed) {
        const { id, number, ministryId, edition } = one;
        const mailboxes = await mailboxesOf(ministryId, tx);
        const kept = { id, number, committeeId, ministryId, edition, headSeq, mailedTo: mailboxes.length };
        await tx.insert(reminders).values({ ...kept, sentBy: by, sentAt });
        const { message, attachments } = mailOf(one);
        for (const { name, email } of mailboxes) await queueMail(tx, { to: email, ...message(name), attachments });
        await logAct(tx, { kind: "reminder_sent", by, thing: { kind: "reminder", id } });
      }
      return true;
    },
    { silent: true },
  );

/** To how many people at a ministry a reminder would go. */
export const mailedTo = async (ministryId: string): Promise<number> => (await mailboxesOf(ministryId)).length;

/** One reminder, with whose it is: the committee that its committee has become, where two were merged. */
export async function reminderById(id: string, from: Db = db): Promise<Reminder | null> {
  const row = await from.query.reminders.findFirst({ where: eq(reminders.id, id) });
  return row ? { ...row, committeeId: survivor(row.committeeId, await mergedIds(from)) } : null;
}

/** Reminders of a committee, or to a ministry, the newest first. */
export async function remindersOf(of: { ministryId: string | null; committeeId: string | null }): Promise<Reminder[]> {
  const rows = await db.select().from(reminders).orderBy(desc(reminders.sentAt), desc(reminders.number));
  const merged = await mergedIds(db);
  return rows
    .map((row) => ({ ...row, committeeId: survivor(row.committeeId, merged) }))
    .filter((row) => (of.ministryId ? row.ministryId === of.ministryId : row.committeeId === of.committeeId));
}

/** What the form chooses from, and whose reminder it is. */
export async function reminderChoices(committeeId: string) {
  const committee = await db.query.committees.findFirst({ where: eq(committees.id, committeeId) });
  const rows = await db
    .select({ id: ministries.id, name: ministries.name })
    .from(ministries)
    .orderBy(asc(ministries.name));
  return { committee: committee?.name ?? "", ministries: rows };
}
