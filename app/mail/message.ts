/** The form that every message has: a greeting, paragraphs, and who writes. */
import type { Message } from "#app/domain/mail.ts";

/** @param name to whom it is; null where the address is of an office rather than a person */
export const message = (subject: string, name: string | null, paragraphs: readonly string[]): Message => ({
  subject,
  text: `${[name === null ? "Goedendag," : `Beste ${name},`, ...paragraphs, ENDS].join("\n\n")}\n`,
});

const ENDS = "Het toezeggingenregister\nDit bericht is automatisch verstuurd. U kunt er niet op antwoorden.";
