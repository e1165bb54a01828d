/**
 * What is internal appears in no output. Marked words are planted where they may not be seen outside
 * (`planted-secrets.ts`), and looked for in every output that there is: each route of app/routes.ts with all that it
 * leads to, for everybody whom it is no business of, on other days and as known at other moments; what is sent by mail,
 * exported, logged and measured. A public route that is new is looked at by itself.
 */
import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { docx } from "#app/formats/docx.ts";
import { ACCOUNTS, type App, signInThrough, startApp } from "../support/app.ts";
import type { Furnished } from "../support/furnish.ts";
import { startMailServer, textOf } from "../support/mail-server.ts";
import {
  CLERK_ELSEWHERE,
  column,
  everyText,
  NAMES_IN_LISTS,
  plantSecrets,
  SECRETS,
  secretsIn,
} from "../support/planted-secrets.ts";
import { ROUTES } from "../support/routes.ts";
import { OPEN, SECRET } from "../support/secret-drafts.ts";
import { freePort, type ServerProcess, startServerProcess } from "../support/server.ts";
import { asked, everyAddress, walk, wordsIn } from "../support/whole-walk.ts";

const WHO = {
  stranger: null,
  aide: ACCOUNTS.aide,
  "staff of another ministry": ACCOUNTS["staff of another ministry"],
  "a clerk of another committee": CLERK_ELSEWHERE,
  admin: ACCOUNTS.admin,
} as const;
type Who = keyof typeof WHO;

let app: App;
let made: Furnished;
let server: ServerProcess;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let metricsPort = 0;
const cookies = new Map<Who, string | null>();

beforeAll(async () => {
  app = await startApp();
  made = await plantSecrets(app);
  mail = await startMailServer();
  metricsPort = await freePort();
  server = await startServerProcess(app.databasePath, {
    LOG_LEVEL: "trace",
    METRICS_PORT: String(metricsPort),
    SMTP_URL: mail.url,
    MAIL_FROM: "Register <register@example.org>",
    PUBLIC_URL: "http://register.example",
    CONTACT_EMAIL: "register@example.org",
    API_REQUESTS_PER_MINUTE: "1000000",
  });
  for (const [who, email] of Object.entries(WHO) as [Who, string | null][])
    cookies.set(who, email && (await signInThrough(fetch, server.url, app.databasePath, email, app.password)));
}, 240_000);

const cookieOf = (who: Who): string | null => cookies.get(who) ?? null;
const publicAddresses = (): string[] => everyAddress(made).flatMap(({ path, isPublic }) => (isPublic ? [path] : []));

test("the secrets are where they belong, or nothing below would show anything", async () => {
  const stored = everyText(app);
  // A day in words is written out by the page.
  const missing = Object.values(SECRETS)
    .flat()
    .filter((word) => !/^\d+ [a-z]+ \d{4}$/.test(word) && !stored.includes(word));
  expect(missing).toEqual([]);
  const [own] = SECRETS["a date of a ministry's own"];
  expect((await app.get("/werk/toezeggingen/v1", "staff")).text, "Its own ministry sees it.").toContain(own);
  expect(
    column(app, "SELECT id FROM events WHERE kind = 'passage_reviewed' AND payload LIKE '%gemerkt-voorstel%'"),
  ).toHaveLength(1);
});

describe("No address says anything of it", () => {
  test.each(Object.keys(WHO) as Who[])("to %s", { timeout: 240_000 }, async (who) => {
    // What administrators see in their own pages is theirs to see: whom they put out, and the queue.
    const from = who === "admin" ? publicAddresses() : everyAddress(made).map(({ path }) => path);
    const leaveOut = who === "admin" ? /^\/(?:beheer|account)/ : undefined;
    const walked = await walk(server.url, cookieOf(who), from, { leaveOut });
    expect(walked.size).toBeGreaterThan(ROUTES.length);
    const mayLog = who === "staff of another ministry" || who === "a clerk of another committee";
    for (const [address, { status, words }] of walked) {
      expect(status, address).toBeLessThan(500);
      const inOffice = /^\/(?:werk|beheer)/.test(address);
      expect(secretsIn(words, mayLog && inOffice ? NAMES_IN_LISTS : []), `${address} (${status})`).toEqual([]);
    }
    for (const path of publicAddresses()) expect([200, 302, 410], path).toContain(walked.get(path)?.status);
    // The same walk finds what anybody may read, in a list, on a page of its own, and in the chain.
    const finds = [...walked].flatMap(([address, { words }]) => (words.includes(OPEN) ? [address] : []));
    expect(finds).toEqual(
      expect.arrayContaining([
        "/toezeggingen",
        "/debatten",
        "/debatten/kades",
        "/correcties",
        "/keten/uitvoer",
        "/api/v1/debates",
      ]),
    );
    expect(finds.filter((address) => /^\/toezeggingen\/\d/.test(address)).length).toBeGreaterThan(2);
  });

  test("on no day, and as known at no moment", { timeout: 500_000 }, async () => {
    const moments = column(
      app,
      "SELECT recorded_at FROM events WHERE payload LIKE ? OR payload LIKE '%kraanvogelpaars%' ORDER BY seq",
      `%${SECRET}%`,
    );
    const last = column(app, "SELECT recorded_at FROM events ORDER BY seq DESC LIMIT 1");
    const some = [...new Set([0, 1].map((part) => moments[Math.floor((moments.length - 1) * part)] ?? ""))];
    const clocks = [
      ...["2025-03-04", "2025-06-02"].map((day) => `peildatum=${day}`),
      ...[...some, ...last].map((moment) => `bekend=${moment}`),
      `peildatum=2025-06-01&bekend=${moments.at(-1)}`,
    ];
    const addresses = [...(await walk(server.url, null, publicAddresses())).keys()].filter(
      (address) => !/^\/(?:inloggen|uitnodiging|uitloggen)/.test(address),
    );
    const found = new Set<string>();
    for (const clock of clocks) {
      for (const address of addresses) {
        const path = `${address}${address.includes("?") ? "&" : "?"}${clock}`;
        const { status, words } = await asked(server.url, path, null);
        expect(status, path).toBeLessThan(500);
        expect(secretsIn(words), path).toEqual([]);
        if (words.includes(OPEN)) found.add(clock);
      }
    }
    expect(found, "What is open shows on these days and moments.").toContain(`bekend=${last[0]}`);
    expect(found).toContain("peildatum=2025-06-02");
  });

  test("nor one that somebody guesses", async () => {
    const words = Object.values(SECRETS).flatMap(([word = ""]) => encodeURIComponent(word));
    const guesses = words.flatMap((word) => [`/toezeggingen?dossier=${word}`, `/toezeggingen/${word}`]);
    for (const word of words) {
      const { total } = JSON.parse((await app.get(`/api/v1/commitments?dossier=${word}`)).text) as { total: number };
      expect([total, (await app.get(`/api/v1/commitments/${word}`)).status], word).toEqual([0, 404]);
    }
    for (const guess of guesses) {
      const { page, status } = await app.get(guess);
      if (status === 404) continue;
      expect(page?.text, guess).toContain("Geen toezeggingen:");
    }
  });

  test("nor a number: the register counts what is published", async () => {
    const [published] = column(app, "SELECT count(*) FROM commitments WHERE number IS NOT NULL");
    expect(Number(column(app, "SELECT count(*) FROM commitments")[0])).toBeGreaterThan(Number(published) + 3);
    expect((await app.get("/toezeggingen")).page?.text).toContain(`${published} toezeggingen: alle toezeggingen`);
  });

  test("also inside a file that is packed", async () => {
    const file = await docx({ title: SECRET, lead: "", blocks: [] });
    expect(Buffer.from(file).toString("latin1")).not.toContain(SECRET);
    expect(secretsIn(wordsIn(Buffer.from(file)))).toEqual([`a draft: ${SECRET}`]);
  });
});

test("No message that is sent says anything of it, but of whom it is for", { timeout: 60_000 }, async () => {
  const waiting = () => Number(column(app, "SELECT count(*) FROM mails WHERE state = 'waiting'")[0]);
  await vi.waitFor(() => expect(waiting()).toBe(0), { timeout: 40_000, interval: 500 });
  const sent = mail.received.map(({ to, raw }) => ({ to, raw, text: `${raw}\n${textOf(raw)}` }));
  const toHolder = sent.filter(({ to }) => to === "zeearend@demo.example");
  expect(toHolder.map(({ text }) => text.includes("Beste Zeearend Dossierhouder,"))).toEqual([true, true]);
  const own: Record<string, readonly string[]> = {
    "zeearend@demo.example": SECRETS["who writes an answer"],
    "lepelaar@demo.example": SECRETS["a message in the queue"],
  };
  for (const { to, text } of sent) expect(secretsIn(text, own[to]), text).toEqual([]);
  expect(sent.length).toBeGreaterThan(3);
});

describe("No export says anything of it", () => {
  test.each(["csv", "json"])("the log as %s", async (form) => {
    const { text } = await app.get(`/beheer/logboek/uitvoer?vorm=${form}`, "admin");
    expect(text.split("\n").length).toBeGreaterThan(Number(column(app, "SELECT count(*) FROM events")[0]));
    expect(secretsIn(text)).toEqual([]);
  });

  test("the chain, from the page and from the command", async () => {
    const page = (await app.get("/keten/uitvoer")).text;
    const { stdout } = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "app/cli/register.ts", "export"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: app.databasePath },
      maxBuffer: 100_000_000,
    });
    for (const text of [page, stdout]) {
      expect(text.trimEnd().split("\n").length).toBe(Number(column(app, "SELECT count(*) + 1 FROM events")[0]));
      expect(secretsIn(text)).toEqual([]);
      expect(text).toContain(OPEN);
    }
  });
});

test("Nor does the program to those who watch it: how it is, its figures, its log", { timeout: 60_000 }, async () => {
  const words = Object.values(SECRETS).flat();
  for (const word of words) await asked(server.url, `/toezeggingen?dossier=${encodeURIComponent(word)}`, null);
  const body = new URLSearchParams({ email: "ooievaar-uitgezet@demo.example", wachtwoord: "lepelaarwit", naar: "" });
  const headers = { Origin: server.url };
  expect((await fetch(`${server.url}/inloggen`, { method: "POST", body, headers })).status).toBe(422);
  const health = await asked(server.url, "/gezond", null);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toContain('route="/toezeggingen/:number"');
  expect(server.said()).toContain('"route":"/toezeggingen/:number"');
  for (const text of [health.words, metrics, server.said()]) expect(secretsIn(text)).toEqual([]);
});
