/** A mail server of the test's own, that takes what it is sent or does not. */
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { afterAll } from "vitest";

/** What it does with a message: takes it, has no time (451), knows nobody here (550), hangs up in the middle, or never answers. */
type Manner = "accepts" | "later" | "never" | "hangs up" | "keeps silent";

export interface MailServer {
  url: string;
  /** Each message that came in whole, as it came. */
  received: { to: string; raw: string }[];
  /** How often somebody came to its door. */
  visits(): number;
  behave(manner: Manner): void;
  /** Resolves once the server holds a whole message that it has not answered. */
  silentOver(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  let manner: Manner = "accepts";
  let visits = 0;
  let tell: () => void = () => undefined;
  const received: MailServer["received"] = [];
  const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onConnect: (_session, answer) => {
      visits += 1;
      answer();
    },
    onRcptTo: ({ address }, _session, answer) => {
      if (manner === "later") answer(refusal(451, "4.3.2 Even geen tijd"));
      else if (manner === "never") answer(refusal(550, `5.1.1 <${address}> is hier niet bekend`));
      else answer();
    },
    onData: (stream: SMTPServerDataStream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (manner === "hangs up") for (const one of server.connections) one.close();
      });
      stream.on("end", () => {
        const [first] = envelope.rcptTo;
        received.push({ to: first?.address ?? "", raw: Buffer.concat(chunks).toString("utf8") });
        if (manner === "keeps silent") tell();
        else answer();
      });
    },
  });
  server.on("error", () => undefined); // a line that somebody cut
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  afterAll(() => new Promise<void>((done) => server.close(done)));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    visits: () => visits,
    behave: (next) => {
      manner = next;
    },
    silentOver: () =>
      new Promise((ready) => {
        tell = ready;
      }),
  };
}

/** A header of a message, unfolded; empty where there is none. */
export const headerOf = (raw: string, name: string): string =>
  (new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "im").exec(raw)?.[1] ?? "").replace(/\r\n/g, "");

/** What a reader sees of a message: its first part that is text. */
export function textOf(raw: string): string {
  const [, head = "", body = ""] = /(content-type: text\/plain[\s\S]*?)\r\n\r\n([\s\S]*?)(?=\r\n--|$)/i.exec(raw) ?? [];
  const encoding = `${head}\r\n${raw.slice(0, raw.indexOf("\r\n\r\n"))}`;
  if (/content-transfer-encoding: base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  if (!/content-transfer-encoding: quoted-printable/i.test(encoding)) return body.replaceAll("\r\n", "\n");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
