/** Mail for a register that is there already, queued as the program does it, over a connection that is closed again. */
import { vi } from "vitest";
import type { NewMail } from "#db/mail-queue.ts";

/** Answers its id. */
export async function putInQueue(mail: NewMail): Promise<string> {
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { queueMail } = await import("#db/mail-queue.ts");
  const id = await write((tx) => queueMail(tx, mail));
  close();
  return id;
}
