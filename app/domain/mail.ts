/** What a message is, and when it is tried again. */
import type { Instant } from "./calendar.ts";

/** What a message says, before it has an address to go to. */
export interface Message {
  subject: string;
  /** Plain text; lines are broken on their way out. */
  text: string;
}

/** A file that goes along. */
export interface Attachment {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

export type MailState = "waiting" | "sending" | "sent" | "given_up";

export const MAIL_STATE_WORDS: Record<MailState, string> = {
  waiting: "wacht",
  sending: "wordt verstuurd",
  sent: "verstuurd",
  given_up: "opgegeven",
};

/** What became of a try. `kept` went into a folder of ours; `final` is a refusal that another try would not change. */
export type MailOutcome = { sent: true; kept: boolean } | { sent: false; final: boolean; problem: string };

const MINUTE = 60_000;
/** How long to wait after each try that failed; after the last of these every three hours. */
const PAUSES = [1, 5, 15, 60];
const LATER_PAUSES = 180;
const DAY = 24 * 60 * MINUTE;

/**
 * When a message is tried next; null where it is given up: a day after the first try. A day without the program does not
 * count, as nobody tried.
 * @param tries how often it has been tried, at least once
 */
export function nextTry(tries: number, firstTriedAt: Instant, now: Instant): Instant | null {
  const last = Date.parse(firstTriedAt) + DAY;
  if (Date.parse(now) >= last) return null;
  const pause = (PAUSES[tries - 1] ?? LATER_PAUSES) * MINUTE;
  return new Date(Math.min(Date.parse(now) + pause, last)).toISOString();
}

/** Whether this is one address that a message can go to, and nothing that a mail program would read as two. */
export const isMailAddress = (text: string): boolean => /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/.test(text);
