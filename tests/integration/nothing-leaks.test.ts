/**
 * What is internal appears in no output. Marked words are planted where they may not be seen outside, and looked for in
 * every output that there is: each public route of app/routes.ts with all that it links to, every message in the queue,
 * the exports of the log and of the chain.
 *
 * A new kind of secret is a new row of SECRETS and a line in `plant`; a public route is looked at by itself.
 */
import { spawnSync } from "node:child_process";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { dayInWords } from "#app/domain/calendar.ts";
import { ACCOUNTS, type Answer, type App, startApp, type Visitor } from "../support/app.ts";
import { type Furnished, furnish, SECRETS as SECRETS_OF_DRAFTS } from "../support/furnish.ts";
import { ROUTE_PERMISSIONS } from "../support/route-permissions.ts";
import { ROUTES } from "../support/routes.ts";
import { addSecretDrafts, SECRET } from "../support/secret-drafts.ts";

/** A day that the ministry of the demo plans for itself. */
const INTERNAL_DAY = "2031-07-13";

const SECRETS: Record<string, readonly string[]> = {
  "a draft": [...Object.values(SECRETS_OF_DRAFTS), SECRET],
  "a refused proposal": ["nachtegaalblauw"],
  "an answer to a reminder": ["korenbloemgrijs nog niet verstuurd", "klaproosgrijs wacht op de griffie"],
  "a refused answer to a reminder": ["zonnehoedgrijs geweigerd", "lavendelgrijs omdat het te vaag is"],
  "a date of a ministry's own": [INTERNAL_DAY, dayInWords(INTERNAL_DAY)],
  "the name of a disabled account": ["Ooievaar Uitgezet"],
  "the address of a disabled account": ["ooievaar-uitgezet@demo.example"],
};

let app: App;
let made: Furnished;

beforeAll(async () => {
  app = await startApp();
  await addSecretDrafts();
  made = await furnish(app);
  await plant();
});

/** What `furnish` and `addSecretDrafts` do not hold. */
async function plant(): Promise<void> {
  const colleague = "collega-van-de-proef";
  change(
    `INSERT INTO accounts (id, email, name, role, ministry_id, password_hash, created_at)
     SELECT ?, 'collega@demo.example', 'Een Collega', role, ministry_id, password_hash, created_at FROM accounts WHERE email = ?`,
    colleague,
    ACCOUNTS.staff,
  );
  // Somebody assigns a published commitment and a draft to a colleague, with a day of the ministry's own.
  for (const id of ["v1", made.draftCommitment]) {
    const { status } = await app.post(
      `/werk/toezeggingen/${id}`,
      { dossierhouder: colleague, "eigen-datum": INTERNAL_DAY },
      "staff",
    );
    expect(status).toBe(302);
  }
  change(
    `INSERT INTO proposals (id, letter_id, position, anchor, kind, quote, why)
     VALUES ('gemerkt-voorstel', 'verzonnen-brief-2', 99, 'p2', 'new_commitment', ?, ?)`,
    ...Array(2).fill(`Een voorstel, ${SECRETS["a refused proposal"]?.[0]}`),
  );
  const { status } = await app.post(
    "/werk/brieven/verzonnen-brief-2",
    { proposalId: "gemerkt-voorstel", anchor: "p2", doe: "niets" },
    "staff",
  );
  expect(status).toBe(302);
  await answerReminder();
  // Who did much of this leaves.
  change(
    "UPDATE accounts SET name = ?, email = ? WHERE email = ?",
    ...["the name of a disabled account", "the address of a disabled account"].map((what) => SECRETS[what]?.[0] ?? ""),
    ACCOUNTS.clerk,
  );
}

/** Of the answers to a reminder one is not sent, one waits for the clerk and one is refused. */
async function answerReminder(): Promise<void> {
  const [unsent = "", waiting = ""] = SECRETS["an answer to a reminder"] ?? [];
  const [refused = "", why = ""] = SECRETS["a refused answer to a reminder"] ?? [];
  const path = `/werk/rappels/${made.reminder}`;
  const reasons = (told: string[], doe: string) => ({
    doe,
    ...Object.fromEntries(
      told.flatMap((reason, at) => [
        [`antwoord-${at}-gezien`, "nog niets"],
        [`antwoord-${at}-kind`, "termijn"],
        [`antwoord-${at}-words`, "1 maart 2041"],
        [`antwoord-${at}-reason`, reason],
      ]),
    ),
  });
  expect((await app.post(`${path}/antwoord`, reasons([refused, waiting], "verstuur"), "staff")).status).toBe(302);
  const refusal = { "kies-0-hoe": "weigeren", "kies-0-reden": why };
  const looked = await app.post(`${path}/overnemen`, { ...refusal, doe: "bekijk" }, "clerk");
  const gezien = /name="gezien" value="([^"]+)"/.exec(looked.text)?.[1] ?? "";
  const kept = await app.post(`${path}/overnemen`, { ...refusal, gezien, doe: "vastleggen" }, "clerk");
  expect(kept.status, kept.page?.text).toBe(302);
  const typed = { "antwoord-2-gezien": "nog niets", "antwoord-2-kind": "vervallen", "antwoord-2-reason": unsent };
  expect((await app.post(`${path}/antwoord`, { ...typed, doe: "bewaar" }, "staff")).status).toBe(302);
}

function change(sql: string, ...values: string[]): void {
  const connection = new Database(app.databasePath);
  connection.prepare(sql).run(...values);
  connection.close();
}

function column(sql: string): string[] {
  const connection = new Database(app.databasePath, { readonly: true });
  const rows = connection.prepare(sql).pluck().all() as string[];
  connection.close();
  return rows;
}

/** A promise that was made of a passage is published at once; taken back, it stays to be read with the reason. */
const ONCE_PUBLIC = [`Per ongeluk, ${SECRET}`, `Hoort hier niet, ${SECRET}`];

/** Each secret that a text holds, in words for who reads the failure. */
const leaksIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([what, words]) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${what}: ${word}`),
  );

/** Addresses to begin with: every thing of every route that anybody may read. */
const publicAddresses = (): string[] =>
  Object.entries(ROUTE_PERMISSIONS).flatMap(([route, { GET, things }]) =>
    GET === "read" && route !== "/uitloggen"
      ? things.map(({ path }) => (typeof path === "string" ? path : path(made)))
      : [],
  );

/** All that one reaches from there. Pages of other days are the same pages; fixed ones have a test of their own. */
async function walk(visitor: Visitor): Promise<Map<string, Answer>> {
  const walked = new Map<string, Answer>();
  const ahead = publicAddresses();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const address = next.replace(/#.*$/, "");
    if (walked.has(address)) continue;
    const answer = await app.get(address, visitor);
    walked.set(address, answer);
    const links = answer.page?.links.map(({ href }) => href) ?? [];
    ahead.push(
      ...links.filter((href) => /^\/(?!\/|werk|beheer|account)/.test(href) && !/bekend=|peildatum=|\.mjs$/.test(href)),
    );
  }
  return walked;
}

test("the secrets are where they belong, or nothing below would show anything", async () => {
  const stored = column(
    `SELECT payload FROM events UNION ALL SELECT quote FROM proposals UNION ALL SELECT internal_date FROM ownerships
     UNION ALL SELECT name || ' ' || email FROM accounts UNION ALL SELECT name FROM dossiers UNION ALL SELECT name FROM committees
     UNION ALL SELECT name FROM groups UNION ALL SELECT name FROM members UNION ALL SELECT name FROM topics
     UNION ALL SELECT passages FROM kept_drafts UNION ALL SELECT cells FROM list_rows
     UNION ALL SELECT typed || ' ' || coalesce(refusal, '') FROM reminder_answers`,
  ).join("\n");
  const missing = Object.values(SECRETS)
    .flat()
    .filter((word) => word !== dayInWords(INTERNAL_DAY) && !stored.includes(word));
  expect(missing).toEqual([]);
  expect((await app.get("/werk/toezeggingen/v1", "staff")).text, "Its own ministry sees it.").toContain(INTERNAL_DAY);
  expect(
    column("SELECT id FROM events WHERE kind = 'passage_reviewed' AND payload LIKE '%gemerkt-voorstel%'"),
  ).toHaveLength(1);
});

describe("No public page says anything of it", () => {
  test.each<Visitor>(["stranger", "admin"])("to %s", async (visitor) => {
    const walked = await walk(visitor);
    expect(walked.size).toBeGreaterThan(ROUTES.length);
    for (const [address, { status, text, headers }] of walked) {
      expect([200, 410], `${address} answered ${status}`).toContain(status);
      const shown = `${text}\n${[...headers].join("\n")}`;
      const told = ONCE_PUBLIC.reduce((rest, words) => rest.replaceAll(words, ""), shown);
      expect(leaksIn(told), address).toEqual([]);
    }
  });

  test("nor an address that somebody guesses", async () => {
    const words = Object.values(SECRETS).flatMap(([word = ""]) => encodeURIComponent(word));
    const guesses = words.flatMap((word) => [`/toezeggingen?dossier=${word}`, `/toezeggingen/${word}`]);
    for (const guess of guesses) {
      const { page, status } = await app.get(guess);
      if (status === 404) continue;
      expect(page?.text, guess).toMatch(/^(?!.*\b[1-9]\d* toezegging)/s);
    }
  });

  test("nor a number: the register counts what is published", async () => {
    const [published] = column("SELECT count(*) FROM commitments WHERE number IS NOT NULL");
    expect(Number(column("SELECT count(*) FROM commitments")[0])).toBeGreaterThan(Number(published) + 3);
    expect((await app.get("/toezeggingen")).page?.text).toContain(`${published} toezeggingen: alle toezeggingen`);
  });
});

describe("No message says anything of it", () => {
  test("to whoever it goes", () => {
    const messages = column("SELECT subject || char(10) || text FROM mails");
    expect(messages.filter((text) => text.includes("Beste Een Collega,"))).toHaveLength(2);
    for (const message of messages) expect(leaksIn(message), message).toEqual([]);
  });
});

describe("No export says anything of it", () => {
  test.each(["csv", "json"])("the log as %s", async (form) => {
    const { text } = await app.get(`/beheer/logboek/uitvoer?vorm=${form}`, "admin");
    expect(text.split("\n").length).toBeGreaterThan(Number(column("SELECT count(*) FROM events")[0]));
    expect(leaksIn(text)).toEqual([]);
  });

  test("the chain, from the page and from the command", async () => {
    const page = (await app.get("/keten/uitvoer")).text;
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "app/cli/register.ts", "export"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: app.databasePath },
      maxBuffer: 100_000_000,
    });
    for (const text of [page, stdout]) {
      expect(text.trimEnd().split("\n").length).toBe(Number(column("SELECT count(*) + 1 FROM events")[0]));
      expect(leaksIn(text)).toEqual([]);
    }
  });
});
