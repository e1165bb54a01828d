/** Mail on its way out: queued in the transaction of its cause, so that neither is there without the other. */
import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNotNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { type Attachment, type MailOutcome, type Message, nextTry } from "#app/domain/mail.ts";
import { logAct } from "./act-log.ts";
import { type Db, write } from "./client.ts";
import { newId } from "./events.ts";
import { mailAttachments, mails } from "./schema.ts";

export interface NewMail extends Message {
  /** One address. Who writes to several people queues a message for each. */
  to: string;
  attachments?: readonly Attachment[];
  /** Its words open something, as an invitation does: they are forgotten as soon as the message is gone. */
  opens?: boolean;
}

/**
 * Queues a message, to be called inside `write`. It says nothing of a draft, a note or a date of a ministry's own, not
 * even to who may see these: administrators read the queue. Answers its id, which is also in its Message-ID.
 */
export async function queueMail(
  tx: Db,
  { to, subject, text, attachments = [], opens = false }: NewMail,
): Promise<string> {
  const id = newId();
  const now = new Date().toISOString();
  await tx.insert(mails).values({ id, to, subject, text, opens, state: "waiting", queuedAt: now, nextTryAt: now });
  for (const [position, attachment] of attachments.entries())
    await tx.insert(mailAttachments).values({ mailId: id, position, ...attachment });
  return id;
}

/** A message that is being sent, by whoever holds its claim. */
export interface ClaimedMail extends Message {
  id: string;
  to: string;
  queuedAt: Instant;
  attachments: Attachment[];
  claim: string;
}

/** Longer than a try can take, so that a message is not taken while somebody sends it. */
const CLAIM_MS = 5 * 60_000;

/** Waits for its turn, or was being sent by a process that ended in the middle. */
const isDue = (now: Instant): SQL | undefined =>
  and(inArray(mails.state, ["waiting", "sending"]), lte(mails.nextTryAt, now));

/** The message that waited longest for its turn. One that was never settled in all of its day is given up on the way. */
async function nextDue(tx: Db, now: Instant): Promise<typeof mails.$inferSelect | null> {
  for (;;) {
    const due = await tx.query.mails.findFirst({
      where: isDue(now),
      orderBy: [asc(mails.nextTryAt), asc(mails.queuedAt), asc(mails.id)],
    });
    if (due?.state !== "sending" || nextTry(due.tries, due.firstTriedAt ?? now, now) !== null) return due ?? null;
    await giveUp(tx, due.id, "Het programma stopte telkens terwijl dit bericht werd verstuurd.", now);
  }
}

async function giveUp(tx: Db, id: string, problem: string, now: Instant): Promise<void> {
  const settled = { state: "given_up", claim: null, nextTryAt: null, settledAt: now } as const;
  await tx
    .update(mails)
    .set({ ...settled, problem })
    .where(eq(mails.id, id));
  await logAct(tx, { kind: "mail_given_up", by: "register", thing: { kind: "mail", id } });
}

/**
 * Takes the message that waited longest for its turn, for one try; null where none is due. Two processes never take the
 * same one. The try counts at once: a message on which the program ends is not tried for ever.
 */
export const claimMail = (now: Instant): Promise<ClaimedMail | null> =>
  write(
    async (tx) => {
      const due = await nextDue(tx, now);
      if (!due) return null;
      const { id, to, subject, text, queuedAt } = due;
      if (to === null || text === null) throw new Error(`Mail ${id} is to be sent and was forgotten.`);
      const claim = randomUUID();
      await tx
        .update(mails)
        .set({
          state: "sending",
          claim,
          tries: due.tries + 1,
          firstTriedAt: due.firstTriedAt ?? now,
          nextTryAt: new Date(Date.parse(now) + CLAIM_MS).toISOString(),
        })
        .where(eq(mails.id, id));
      return { id, to, subject, text, queuedAt, claim, attachments: await attachmentsOf(tx, id) };
    },
    { silent: true },
  );

const attachmentsOf = async (tx: Db, mailId: string): Promise<Attachment[]> =>
  tx
    .select({
      fileName: mailAttachments.fileName,
      mediaType: mailAttachments.mediaType,
      bytes: mailAttachments.bytes,
    })
    .from(mailAttachments)
    .where(eq(mailAttachments.mailId, mailId))
    .orderBy(asc(mailAttachments.position));

/** What became of a try. Nothing changes where the claim has passed to somebody else. */
export const settleMail = (
  { id, claim }: Pick<ClaimedMail, "id" | "claim">,
  outcome: MailOutcome,
  now: Instant,
): Promise<void> =>
  write(
    async (tx) => {
      const mail = await tx.query.mails.findFirst({ where: and(eq(mails.id, id), eq(mails.claim, claim)) });
      if (!mail) return;
      if (outcome.sent) {
        const settled = { state: "sent", claim: null, nextTryAt: null, settledAt: now, problem: null } as const;
        await tx.update(mails).set(settled).where(eq(mails.id, id));
        if (mail.opens && !outcome.kept) await forget(tx, id);
        return;
      }
      const again = outcome.final ? null : nextTry(mail.tries, mail.firstTriedAt ?? now, now);
      if (again === null) return giveUp(tx, id, outcome.problem, now);
      const waiting = { state: "waiting", claim: null, nextTryAt: again, problem: outcome.problem } as const;
      await tx.update(mails).set(waiting).where(eq(mails.id, id));
    },
    { silent: true },
  );

/**
 * An administrator offers a message once more, which has a day of its own from then on. Answers whether it was there to
 * be offered: one that was sent, is being sent or was forgotten is not.
 */
export const tryMailAgain = (id: string, by: string, now: Instant): Promise<boolean> =>
  write(
    async (tx) => {
      const [again] = await tx
        .update(mails)
        .set({ state: "waiting", tries: 0, firstTriedAt: null, nextTryAt: now, settledAt: null })
        .where(and(eq(mails.id, id), inArray(mails.state, ["waiting", "given_up"]), isNotNull(mails.text)))
        .returning({ id: mails.id });
      if (again) await logAct(tx, { kind: "mail_tried_again", by, thing: { kind: "mail", id } });
      return again !== undefined;
    },
    { silent: true },
  );

/** Forgets to whom and what was written in messages that were settled before a moment. Answers how many. */
export const forgetMail = (settledBefore: Instant): Promise<number> =>
  write(
    async (tx) => {
      const old = await tx
        .select({ id: mails.id })
        .from(mails)
        .where(and(lt(mails.settledAt, settledBefore), or(isNotNull(mails.to), isNotNull(mails.text))));
      for (const { id } of old) {
        await forget(tx, id);
        await tx.update(mails).set({ to: null, problem: null }).where(eq(mails.id, id));
      }
      return old.length;
    },
    { silent: true },
  );

async function forget(tx: Db, id: string): Promise<void> {
  await tx.update(mails).set({ text: null }).where(eq(mails.id, id));
  await tx.delete(mailAttachments).where(eq(mailAttachments.mailId, id));
}
