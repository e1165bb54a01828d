/** Mail on its way out: queued in the transaction of its cause, so that neither is there without the other. */
import type { Attachment, Message } from "#app/domain/mail.ts";
import type { Db } from "./client.ts";
import { newId } from "./events.ts";
import { mailAttachments, mails } from "./schema.ts";

export interface NewMail extends Message {
  /** One address. Who writes to several people queues a message for each. */
  to: string;
  attachments?: readonly Attachment[];
  /** Its words open something, as an invitation does: they are forgotten as soon as the message is gone. */
  opens?: boolean;
}

/** Queues a message, to be called inside `write`. Answers its id, which is also in its Message-ID. */
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
