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
