/** The post: an SMTP server or, in the demo, a folder. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { type Attachment, isMailAddress, type MailOutcome, type Message } from "#app/domain/mail.ts";
import { type Settings, settings } from "./env.ts";

/** A message with what it needs on its way. */
interface Letter extends Message {
  id: string;
  to: string;
  queuedAt: string;
  attachments: readonly Attachment[];
}

/** Takes a message away; never throws for what may happen to mail. */
export type Carrier = (letter: Letter) => Promise<MailOutcome>;

/** In milliseconds. A try ends within the last of these, which is well within the claim on a message. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000, whole: 120_000 };

/** How mail goes by these settings: by SMTP, into a folder, or not at all. */
export const wayOfMail = ({ SMTP_URL, MAIL_FOLDER }: Settings = settings()): "smtp" | "folder" | null =>
  SMTP_URL ? "smtp" : MAIL_FOLDER ? "folder" : null;

/** Null where no way is set: then mail waits. */
export function carrier(of: Settings = settings()): Carrier | null {
  if (of.SMTP_URL) return toOneAddress(bySmtp(of.SMTP_URL, of.MAIL_FROM));
  return of.MAIL_FOLDER ? toOneAddress(intoFolder(of.MAIL_FOLDER, of.MAIL_FROM)) : null;
}

const toOneAddress =
  (carry: Carrier): Carrier =>
  async (letter) =>
    isMailAddress(letter.to)
      ? carry(letter)
      : { sent: false, final: true, problem: "Dit e-mailadres is geen adres waar een bericht heen kan." };

/** The whole address of one of our paths, for who reads it in a message. */
export const publicAddress = (path: string, { PUBLIC_URL, PORT }: Settings = settings()): string =>
  new URL(path, PUBLIC_URL ?? `http://localhost:${PORT}`).href;

/** One connection for each message: there are few, and none then waits for another. */
function bySmtp(url: string, from: string): Carrier {
  const { whole, ...timeouts } = PATIENCE;
  const transport = nodemailer.createTransport({ url, ...timeouts, ...CLOSED });
  return async (letter) => {
    try {
      await transport.sendMail({ ...composed(letter, from), signal: AbortSignal.timeout(whole) });
      return { sent: true, kept: false };
    } catch (error) {
      return refusal(error as SmtpError);
    }
  };
}

/** Written beside its place and moved there, so that a file is whole or not there. */
function intoFolder(folder: string, from: string): Carrier {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows", ...CLOSED });
  return async (letter) => {
    const { message } = await transport.sendMail(composed(letter, from));
    const place = join(folder, `${letter.id}.eml`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(`${place}.deel`, message as Buffer);
      await rename(`${place}.deel`, place);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { sent: false, final: false, problem: `In de map voor berichten kan niet worden geschreven (${code}).` };
    }
    return { sent: true, kept: true };
  };
}

/** No part of a message is fetched from a file or an address that its words name. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true };

/**
 * The Message-ID and the date belong to the message and not to the try: a message that went out twice, because the
 * program or the connection ended before the answer came, is the same one to a reader's mail program.
 */
function composed({ id, to, subject, text, queuedAt, attachments }: Letter, from: string): SendMailOptions {
  const sender = from.replace(/^.*<|>$/g, "");
  return {
    from,
    to,
    subject,
    text,
    messageId: `<${id}@${sender.split("@").at(-1)}>`,
    date: new Date(queuedAt),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": "nl" },
    attachments: attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
  };
}

/** What nodemailer tells of what went wrong. */
interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Answers about this message or its address. Others are about the server or our access to it, and pass. */
const ABOUT_THE_MESSAGE = ["MAIL FROM", "RCPT TO", "DATA"];
/** Who we are is not believed (RFC 4954): the settings are wrong, not the message. */
const ABOUT_US = [530, 534, 535, 538];

function refusal({ code = "", command = "", responseCode = 0, response = "" }: SmtpError): MailOutcome {
  const final = responseCode >= 500 && ABOUT_THE_MESSAGE.includes(command) && !ABOUT_US.includes(responseCode);
  return { sent: false, final, problem: problemInWords(code, responseCode, response, final) };
}

function problemInWords(code: string, responseCode: number, response: string, final: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a server may answer with anything
  const said = response.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, 300);
  if (code === "EAUTH" || ABOUT_US.includes(responseCode))
    return "De mailserver laat het register niet in. Kijk of de naam en het wachtwoord in SMTP_URL kloppen.";
  if (responseCode > 0)
    return final ? `De mailserver weigert dit bericht: “${said}”` : `De mailserver neemt het nu niet aan: “${said}”`;
  if (code === "ETIMEDOUT" || code === "EABORT") return "De mailserver antwoordde niet op tijd.";
  if (code === "ECONNECTION") return "De verbinding met de mailserver brak af.";
  if (code === "ETLS") return "De beveiligde verbinding met de mailserver kwam niet tot stand.";
  return `De mailserver is niet te bereiken (${code || "onbekende oorzaak"}).`;
}
