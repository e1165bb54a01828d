/** The queue of mail as an administrator looks at it. */
import { and, asc, count, desc, eq, lt, or } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import type { MailState } from "#app/domain/mail.ts";
import { db } from "./client.ts";
import { mailAttachments, mails } from "./schema.ts";

/** Where a page of the list ends: the next begins with what was queued before it. */
export interface MailPlace {
  queuedAt: Instant;
  id: string;
}

/** The newest first. `more` is the place to go on from; null at the end. */
export async function mailList(state: MailState | null, before: MailPlace | null, size: number) {
  const rows = await db
    .select({
      id: mails.id,
      to: mails.to,
      subject: mails.subject,
      state: mails.state,
      tries: mails.tries,
      queuedAt: mails.queuedAt,
      nextTryAt: mails.nextTryAt,
      settledAt: mails.settledAt,
      problem: mails.problem,
    })
    .from(mails)
    .where(
      and(
        state ? eq(mails.state, state) : undefined,
        before
          ? or(lt(mails.queuedAt, before.queuedAt), and(eq(mails.queuedAt, before.queuedAt), lt(mails.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(mails.queuedAt), desc(mails.id))
    .limit(size + 1);
  const last = rows.length > size ? rows[size - 1] : undefined;
  return { rows: rows.slice(0, size), more: last ? { queuedAt: last.queuedAt, id: last.id } : null };
}

export async function mailCounts(): Promise<Record<MailState, number>> {
  const rows = await db.select({ state: mails.state, count: count() }).from(mails).groupBy(mails.state);
  return { waiting: 0, sending: 0, sent: 0, given_up: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.count])) };
}

/** One message with the names of its files; null where there is none. */
export async function mailById(id: string) {
  const mail = await db.query.mails.findFirst({ where: eq(mails.id, id), columns: { claim: false } });
  if (!mail) return null;
  const files = await db
    .select({ position: mailAttachments.position, fileName: mailAttachments.fileName })
    .from(mailAttachments)
    .where(eq(mailAttachments.mailId, id))
    .orderBy(asc(mailAttachments.position));
  return { ...mail, files: files.map(({ fileName }) => fileName) };
}
