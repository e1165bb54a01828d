/** Mail, from the queue to a real mail server: nothing is lost, whatever that server does. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { migrate } from "#db/migrate.ts";
import { emptyPlace } from "../support/database.ts";
import { headerOf, type MailServer, startMailServer, textOf } from "../support/mail-server.ts";

const path = emptyPlace();
let server: MailServer;
let client: typeof import("#db/client.ts");
let queue: typeof import("#db/mail-queue.ts");
let look: typeof import("#db/outgoing-mail.ts");
let job: typeof import("#app/jobs/send-mail.ts").sendMail;
let oldMail: typeof import("#app/jobs/forget-mail.ts").forgetOldMail;

const START = "2026-03-02T08:00:00.000Z";
const HOUR = 3_600_000;
/** Lets the clock of the program stand at so many milliseconds after the start; what waits on a timer goes on as ever. */
const clockAt = (after: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(START) + after });

beforeAll(async () => {
  server = await startMailServer();
  process.env.LOG_LEVEL = "silent";
  process.env.DATABASE_PATH = path;
  process.env.SMTP_URL = server.url;
  process.env.PUBLIC_URL = "http://localhost:3000";
  process.env.MAIL_FROM = "Toezeggingenregister <register@voorbeeld.example>";
  migrate(path);
  client = await import("#db/client.ts");
  queue = await import("#db/mail-queue.ts");
  look = await import("#db/outgoing-mail.ts");
  job = (await import("#app/jobs/send-mail.ts")).sendMail;
  oldMail = (await import("#app/jobs/forget-mail.ts")).forgetOldMail;
});

afterEach(() => {
  vi.useRealTimers();
  server.behave("accepts");
  server.received.length = 0;
});

const run = () => job.run(new AbortController().signal);
const put = (mail: Partial<Parameters<typeof queue.queueMail>[1]> = {}) =>
  client.write((tx) =>
    queue.queueMail(tx, { to: "ontvanger@voorbeeld.example", subject: "Onderwerp", text: "Tekst.\n", ...mail }),
  );
const stateOf = async (id: string) => {
  const mail = await look.mailById(id);
  return mail && { state: mail.state, tries: mail.tries, next: mail.nextTryAt, problem: mail.problem };
};
/** Empties the queue, so that the next test sends its own messages only. */
const settleAll = async () => {
  server.behave("accepts");
  await run();
};

describe("A message", () => {
  test("is not there when what caused it did not happen", async () => {
    await expect(
      client.write(async (tx) => {
        await queue.queueMail(tx, { to: "a@voorbeeld.example", subject: "Nooit", text: "Nooit." });
        throw new Error("It did not happen.");
      }),
    ).rejects.toThrow("It did not happen.");
    expect((await look.mailList(null, null, 10)).rows).toEqual([]);
  });

  test("arrives as it was written, with its file, from us, marked as sent by a program", async () => {
    const text =
      "Beste lezer,\n\nEen lange regel met ë en €, die ver over de tachtig tekens gaat en die dus onderweg wordt afgebroken.\n.\nEen punt alleen.\n";
    const bytes = new Uint8Array([0, 1, 2, 250, 251, 252]);
    const id = await put({
      subject: "Toezeggingen – overzicht",
      text,
      attachments: [{ fileName: "overzicht één.docx", mediaType: "application/octet-stream", bytes }],
    });
    expect(await run()).toBe("1 bericht verstuurd, 0 niet gelukt.");
    const [message] = server.received;
    expect(server.received).toHaveLength(1);
    expect(message?.to).toBe("ontvanger@voorbeeld.example");
    const raw = message?.raw ?? "";
    expect(headerOf(raw, "From")).toBe("Toezeggingenregister <register@voorbeeld.example>");
    expect(headerOf(raw, "Message-ID")).toBe(`<${id}@voorbeeld.example>`);
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-generated");
    expect(raw).toContain(Buffer.from(bytes).toString("base64"));
    expect(textOf(raw).trimEnd()).toBe(text.trimEnd());
    expect(await stateOf(id)).toEqual({ state: "sent", tries: 1, next: null, problem: null });
    await run();
    expect(server.received, "What was sent is not sent again.").toHaveLength(1);
  });

  test("goes to one address, whatever stands in it", async () => {
    const id = await put({ to: "een@voorbeeld.example, twee@voorbeeld.example" });
    await run();
    expect(server.received).toEqual([]);
    expect(await stateOf(id)).toMatchObject({
      state: "given_up",
      problem: "Dit e-mailadres is geen adres waar een bericht heen kan.",
    });
  });

  test("cannot write a header of its own", async () => {
    await put({ subject: "Onderwerp\r\nBcc: ander@voorbeeld.example" });
    await run();
    expect(server.received.map(({ to }) => to)).toEqual(["ontvanger@voorbeeld.example"]);
    expect(headerOf(server.received[0]?.raw ?? "", "Bcc")).toBe("");
  });
});

describe("A mail server that", () => {
  test("has no time is asked again after 1, 5, 15 and 60 minutes, then every three hours, for a day", async () => {
    server.behave("later");
    clockAt(0);
    const id = await put();
    const tried: number[] = [];
    for (let next: string | null = START; next; next = (await stateOf(id))?.next ?? null) {
      const after = Date.parse(next) - Date.parse(START);
      const visits = server.visits();
      clockAt(after - 1);
      await run();
      expect(server.visits(), "Nobody comes before it is time.").toBe(visits);
      clockAt(after);
      await run();
      expect(server.visits()).toBe(visits + 1);
      tried.push(after / 60_000);
    }
    expect(tried).toEqual([0, 1, 6, 21, 81, 261, 441, 621, 801, 981, 1161, 1341, 1440]);
    expect(await stateOf(id)).toEqual({
      state: "given_up",
      tries: 13,
      next: null,
      problem: "De mailserver neemt het nu niet aan: “451 4.3.2 Even geen tijd”",
    });
  });

  test("takes it the third time has taken it once", async () => {
    clockAt(0);
    server.behave("later");
    const id = await put();
    await run();
    clockAt(60_000);
    await run();
    expect(await stateOf(id)).toMatchObject({ state: "waiting", tries: 2 });
    server.behave("accepts");
    clockAt(6 * 60_000);
    await run();
    expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 3, problem: null });
    expect(server.received).toHaveLength(1);
  });

  test("refuses for good is not asked again, and its reason is kept", async () => {
    server.behave("never");
    const id = await put();
    await run();
    const visits = server.visits();
    await run();
    expect(server.visits()).toBe(visits);
    expect(await stateOf(id)).toEqual({
      state: "given_up",
      tries: 1,
      next: null,
      problem: "De mailserver weigert dit bericht: “550 5.1.1 <ontvanger@voorbeeld.example> is hier niet bekend”",
    });
  });

  test("hangs up in the middle gets the same message again, under the same Message-ID and date", async () => {
    clockAt(0);
    server.behave("hangs up");
    const id = await put({ text: "Lang.\n".repeat(200_000) });
    await run();
    expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "De verbinding met de mailserver brak af." });
    server.behave("accepts");
    clockAt(60_000);
    await run();
    const whole = server.received.at(-1)?.raw ?? "";
    expect(headerOf(whole, "Message-ID")).toBe(`<${id}@voorbeeld.example>`);
    expect(Date.parse(headerOf(whole, "Date"))).toBe(Date.parse(START));
  });

  test("is not there makes nobody lose anything", async () => {
    clockAt(0);
    const id = await put();
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await run();
    process.env.SMTP_URL = server.url;
    expect(await stateOf(id)).toMatchObject({
      state: "waiting",
      problem: "De mailserver is niet te bereiken (ESOCKET).",
    });
    clockAt(60_000);
    await run();
    expect(server.received).toHaveLength(1);
  });
});

describe("A message that was given up", () => {
  test("is sent when somebody offers it again, and both stand in the log", async () => {
    server.behave("never");
    const id = await put();
    await run();
    await settleAll();
    expect(server.received).toEqual([]);
    expect(await queue.tryMailAgain(id, "een-beheerder", new Date().toISOString())).toBe(true);
    await run();
    expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 1 });
    expect(await queue.tryMailAgain(id, "een-beheerder", new Date().toISOString()), "Sent is sent.").toBe(false);
    const { acts } = await import("#db/schema.ts");
    const told = (await client.db.select().from(acts)).filter(({ thingId }) => thingId === id);
    expect(told.map(({ kind, by }) => [kind, by])).toEqual([
      ["mail_given_up", "register"],
      ["mail_tried_again", "een-beheerder"],
    ]);
  });
});

describe("What was written", () => {
  test("is forgotten after thirty days, with the address", async () => {
    clockAt(0);
    const id = await put({
      attachments: [{ fileName: "a.txt", mediaType: "text/plain", bytes: new Uint8Array([65]) }],
    });
    await run();
    clockAt(29 * 24 * HOUR);
    await oldMail.run(new AbortController().signal);
    expect(await look.mailById(id)).toMatchObject({ to: "ontvanger@voorbeeld.example", text: "Tekst.\n" });
    clockAt(31 * 24 * HOUR);
    await oldMail.run(new AbortController().signal);
    expect(await look.mailById(id)).toMatchObject({ to: null, text: null, files: [], state: "sent" });
    expect(await oldMail.run(new AbortController().signal)).toBe("Van 0 berichten zijn adres en tekst vergeten.");
  });

  test("is forgotten at once where it opens something", async () => {
    const id = await put({ text: "https://voorbeeld.example/uitnodiging/geheim", opens: true });
    server.behave("later");
    await run();
    expect((await look.mailById(id))?.text, "It is needed for the next try.").toContain("geheim");
    await queue.tryMailAgain(id, "een-beheerder", new Date().toISOString());
    server.behave("accepts");
    await run();
    expect(await look.mailById(id)).toMatchObject({ state: "sent", text: null });
  });
});

/** `npm run register -- mail`, without npm. */
const command = (): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", "app/cli/register.ts", "mail"], {
    env: { ...process.env },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
const endOf = (child: ChildProcess) => new Promise<number | null>((ended) => child.once("exit", ended));

describe("Processes beside each other", () => {
  test("send each message once", async () => {
    for (let i = 0; i < 20; i++) await put({ subject: `Bericht ${i}` });
    const both = [command(), command()];
    expect(await Promise.all(both.map(endOf))).toEqual([0, 0]);
    const ids = server.received.map(({ raw }) => headerOf(raw, "Message-ID"));
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test("that are killed while they send lose nothing; the message may come twice, as the same one", async () => {
    const id = await put();
    server.behave("keeps silent");
    const silent = server.silentOver();
    const child = command();
    await silent;
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await endOf(child);
    expect(await stateOf(id)).toMatchObject({ state: "sending", tries: 1 });

    server.behave("accepts");
    await run();
    expect(server.received, "Whoever took it may be at work still.").toHaveLength(1);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * 60_000 });
    await run();
    expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 2 });
    const [first, second] = server.received.map(({ raw }) => headerOf(raw, "Message-ID"));
    expect([first, second]).toEqual([`<${id}@voorbeeld.example>`, `<${id}@voorbeeld.example>`]);
  });
});

describe("Without a mail server", () => {
  test("mail waits, and no try is counted", async () => {
    delete process.env.SMTP_URL;
    const id = await put();
    expect(await run()).toBe("Er is geen mailserver ingesteld. Berichten wachten.");
    expect(await stateOf(id)).toMatchObject({ state: "waiting", tries: 0 });
    process.env.SMTP_URL = server.url;
    await settleAll();
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
  });

  test("the demo keeps each message as a file that a mail program opens", async () => {
    delete process.env.SMTP_URL;
    process.env.MAIL_FOLDER = `${path}-post`;
    const id = await put({ text: "Een adres dat iets opent.\n", opens: true });
    await run();
    delete process.env.MAIL_FOLDER;
    process.env.SMTP_URL = server.url;
    expect(existsSync(join(`${path}-post`, `${id}.eml`))).toBe(true);
    expect(readdirSync(`${path}-post`)).toEqual([`${id}.eml`]);
    expect(headerOf(readFileSync(join(`${path}-post`, `${id}.eml`), "utf8"), "To")).toBe("ontvanger@voorbeeld.example");
    expect(await look.mailById(id), "It stands in the file anyway.").toMatchObject({
      state: "sent",
      text: "Een adres dat iets opent.\n",
    });
  });
});
