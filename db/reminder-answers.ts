/** What a ministry answers to a reminder, from first typing to what the clerk did with it. None of it is an event. */
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { NO_ANSWER, type TypedAnswer } from "#app/domain/reminder-answer.ts";
import { logAct } from "./act-log.ts";
import { canonicalJson, sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { namesFor } from "./correction-things.ts";
import { asEvent } from "./events.ts";
import { holdsOn } from "./register-list.ts";
import { type Reminder, remindersOf } from "./reminders.ts";
import { accounts, events, periods, registerState, reminderAnswers } from "./schema.ts";

export type ReminderAnswer = typeof reminderAnswers.$inferSelect;

/** The answers to a reminder, by commitment. */
export async function answersOf(reminderId: string, from: Db = db): Promise<Map<string, ReminderAnswer>> {
  const rows = await from.select().from(reminderAnswers).where(eq(reminderAnswers.reminderId, reminderId));
  return new Map(rows.map((row) => [row.commitmentId, row]));
}

/** What was sent and waits for the clerk. */
export const isWaiting = ({ sent, outcome }: ReminderAnswer): boolean => sent !== null && outcome === null;

/** The day on which an answer was said; today where it was not sent yet. */
export const saidOn = (answer: Pick<ReminderAnswer, "sentAt"> | undefined, today: IsoDay): IsoDay =>
  answer?.sentAt ? amsterdamDay(answer.sentAt) : today;

/** What a form was made from, so that who saves after a colleague is told. */
export const answerSeen = (typed: TypedAnswer | undefined): string =>
  sha256(canonicalJson(typed ?? NO_ANSWER)).slice(0, 16);

export interface SavedAnswer {
  commitmentId: string;
  typed: TypedAnswer;
  seen: string;
}

/** An answer that a colleague saved since the form was opened; what was typed beside it is not kept. */
export interface AnswerOvertaken {
  commitmentId: string;
  typed: TypedAnswer;
  by: string;
  at: Instant;
}

/**
 * Keeps what was typed: whatever a colleague did not change meanwhile, and the rest is told. What the clerk has taken over
 * changes no more. Nothing is sent by it.
 */
export const saveAnswers = (
  by: string,
  reminderId: string,
  saved: readonly SavedAnswer[],
): Promise<AnswerOvertaken[]> =>
  write(
    async (tx) => {
      const known = await answersOf(reminderId, tx);
      const overtaken: AnswerOvertaken[] = [];
      for (const { commitmentId, typed, seen } of saved) {
        const now = known.get(commitmentId);
        const [stands, wanted] = [answerSeen(now?.typed), answerSeen(typed)];
        // Not touched in this form, or the same as what stands there.
        if (wanted === seen || wanted === stands || now?.outcome === "taken") continue;
        if (now && stands !== seen) {
          const [who] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, now.typedBy));
          overtaken.push({ commitmentId, typed: now.typed, by: who?.name ?? "een collega", at: now.typedAt });
          continue;
        }
        const fresh = { typed, typedBy: by, typedAt: new Date().toISOString() };
        await tx
          .insert(reminderAnswers)
          .values({ reminderId, commitmentId, ...fresh })
          .onConflictDoUpdate({ target: [reminderAnswers.reminderId, reminderAnswers.commitmentId], set: fresh });
      }
      return overtaken;
    },
    { silent: true },
  );

/** Whether what was typed differs from what the clerk reads. An answer that was refused can be sent as it is once more. */
export const isUnsent = ({ typed, sent, outcome }: ReminderAnswer): boolean =>
  outcome !== "taken" && answerSeen(typed) !== answerSeen(sent ?? undefined);

/**
 * Sends what was typed of these to the clerk; one that is none any more is taken back. Answers how many changed. `seen`
 * is of what the sender looked at: what a colleague changed meanwhile is not sent.
 */
export const sendAnswers = (
  by: string,
  reminderId: string,
  wanted: readonly Pick<SavedAnswer, "commitmentId" | "seen">[],
): Promise<number> =>
  write(
    async (tx) => {
      const known = await answersOf(reminderId, tx);
      const [state] = await tx.select({ headSeq: registerState.headSeq }).from(registerState);
      const sentAt = new Date().toISOString();
      let changed = 0;
      for (const { commitmentId, seen } of wanted) {
        const now = known.get(commitmentId);
        if (!now || answerSeen(now.typed) !== seen || !isUnsent(now)) continue;
        const none = now.typed.kind === "";
        await tx
          .update(reminderAnswers)
          .set({
            sent: none ? null : now.typed,
            sentAt: none ? null : sentAt,
            sentSeq: none ? null : (state?.headSeq ?? 0),
            outcome: null,
            refusal: null,
            decidedBy: null,
            decidedAt: null,
          })
          .where(and(eq(reminderAnswers.reminderId, reminderId), eq(reminderAnswers.commitmentId, commitmentId)));
        changed += 1;
      }
      if (changed > 0) await logAct(tx, { kind: "reminder_answered", by, thing: { kind: "reminder", id: reminderId } });
      return changed;
    },
    { silent: true },
  );

/** What was recorded of a commitment after a place in the chain. */
export interface RecordedSince {
  commitmentId: string;
  seq: number;
  on: IsoDay;
  sentence: string;
  by: string;
  at: Instant;
}

/** All that was recorded of these commitments after a place in the chain, in the order of recording. */
export async function recordedSince(ids: readonly string[], seq: number, from: Db = db): Promise<RecordedSince[]> {
  const rows = await from
    .select({ event: events, by: accounts.name })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.recordedBy))
    .where(and(eq(events.subject, "commitment"), inArray(events.subjectId, [...ids]), gt(events.seq, seq)))
    .orderBy(asc(events.seq));
  const told = rows.map(({ event }) => asEvent(event) as CommitmentEvent);
  const names = await namesFor(told, from);
  return told.map((event, i) => ({
    commitmentId: event.subjectId,
    seq: event.seq,
    on: event.effectiveOn,
    sentence: registerSentence(event, names),
    by: rows[i]?.by ?? "het register",
    at: event.recordedAt,
  }));
}

/** A reminder in a list, with how far it is. */
export interface ListedReminder extends Pick<Reminder, "id" | "number" | "sentAt"> {
  committee: string;
  ministry: string;
  asOf: IsoDay;
  total: number;
  /** Of what it asks: open still, and without an answer or with one that was refused. */
  unanswered: number;
  /** Sent, and not decided on by the clerk. */
  waiting: number;
  taken: number;
}

/** The reminders of a committee or to a ministry, the newest first. */
export async function listReminders(
  of: { ministryId: string | null; committeeId: string | null },
  today: IsoDay,
): Promise<ListedReminder[]> {
  const found: ListedReminder[] = [];
  for (const { id, number, sentAt, edition } of await remindersOf(of)) {
    const answers = await answersOf(id);
    const ids = edition.rows.map(({ commitmentId }) => commitmentId);
    const open = await stillOpen(ids, today);
    const answered = [...answers.values()].filter(({ sent, outcome }) => sent !== null && outcome !== "refused");
    const unanswered = ids.filter((one) => open.has(one) && !answered.some(({ commitmentId }) => commitmentId === one));
    found.push({
      id,
      number,
      sentAt,
      committee: edition.committee,
      ministry: edition.ministry,
      asOf: edition.asOf,
      total: ids.length,
      unanswered: unanswered.length,
      waiting: [...answers.values()].filter(isWaiting).length,
      taken: [...answers.values()].filter(({ outcome }) => outcome === "taken").length,
    });
  }
  return found;
}

/** Those of these that count as open on a day. */
async function stillOpen(ids: readonly string[], today: IsoDay): Promise<Set<string>> {
  const rows = await db
    .select({ id: periods.commitmentId })
    .from(periods)
    .where(and(inArray(periods.commitmentId, [...ids]), eq(periods.countsAsOpen, true), holdsOn(today)));
  return new Set(rows.map(({ id }) => id));
}
