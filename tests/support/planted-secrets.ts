/**
 * Marked words where nobody outside may read them, put there as people put them: through the pages. What a later kind of
 * secret needs is a row of SECRETS and a line in `plantSecrets`; `nothing-leaks` looks for it in everything there is.
 */
import Database from "better-sqlite3";
import { expect, vi } from "vitest";
import { dayInWords } from "#app/domain/calendar.ts";
import { NO_DEADLINE } from "#app/domain/deadline.ts";
import { ACCOUNTS, type Account, type App, type Form } from "./app.ts";
import { SECRETS as FURNISHED, type Furnished, furnish } from "./furnish.ts";
import { bringList, compareList } from "./lists.ts";
import { putInQueue } from "./queued-mail.ts";
import { untilRead } from "./reading.ts";
import { addSecretDrafts, SECRET } from "./secret-drafts.ts";
import { changeRows } from "./stored-rows.ts";

/** A day that the ministry of the demo plans for itself, and one that it plans for a draft. */
const OWN_DAY = "2031-07-13";
const DAY_OF_DRAFT = "2032-08-09";

/** Names that only drafts know stand in the lists that everybody who logs chooses from, so that nobody adds them twice. */
export const NAMES_IN_LISTS: readonly string[] = [
  FURNISHED.topic,
  FURNISHED.member,
  FURNISHED.group,
  FURNISHED.dossier,
  FURNISHED.committee,
];

export const SECRETS = {
  "a draft": [...Object.values(FURNISHED), SECRET],
  "what is planned for a draft": [DAY_OF_DRAFT, dayInWords(DAY_OF_DRAFT), "kraanvogelpaars"],
  "a refused proposal": ["nachtegaalblauw"],
  "an answer to a reminder": ["korenbloemgrijs nog niet verstuurd", "klaproosgrijs wacht op de griffie"],
  "a refused answer to a reminder": ["zonnehoedgrijs geweigerd", "lavendelgrijs omdat het te vaag is"],
  "a date of a ministry's own": [OWN_DAY, dayInWords(OWN_DAY)],
  "who writes an answer": ["Zeearend Dossierhouder", "zeearend@demo.example"],
  "the name of a disabled account": ["Ooievaar Uitgezet"],
  "the address of a disabled account": ["ooievaar-uitgezet@demo.example"],
  "a refused row of a list": ["wielewaalgoud"],
  "a column of a list": ["leeuwerikgrijs"],
  "decisions that nobody confirmed": ["putterrood"],
  "the report of a draft debate": ["sperwerbruin"],
  "a letter that was not taken up": ["ijsvogelroze"],
  "a message in the queue": ["lepelaarwit", "lepelaar@demo.example"],
} as const satisfies Record<string, readonly string[]>;

/** A promise that was made of a passage is published at once; taken back, it stays to be read with the reason. */
const ONCE_PUBLIC = [`Per ongeluk, ${SECRET}`, `Hoort hier niet, ${SECRET}`];

/** Each secret that a text holds, in words for who reads the failure. */
export function secretsIn(text: string, but: readonly string[] = []): string[] {
  const told = ONCE_PUBLIC.reduce((rest, words) => rest.replaceAll(words, ""), text).toLowerCase();
  return Object.entries(SECRETS).flatMap(([what, words]) =>
    words.filter((word) => !but.includes(word) && told.includes(word.toLowerCase())).map((word) => `${what}: ${word}`),
  );
}

/** A clerk of a committee that has nothing to do with any of it. */
export const CLERK_ELSEWHERE = "griffie-elders@demo.example";

/** Fills a demo with all of it. */
export async function plantSecrets(app: App): Promise<Furnished> {
  await addSecretDrafts();
  const made = await furnish(app);
  const holder = "collega-van-de-proef";
  addAccount(app, ACCOUNTS.staff, holder, "zeearend@demo.example", "Zeearend Dossierhouder");
  addAccount(app, ACCOUNTS.clerk, "griffie-elders", CLERK_ELSEWHERE, "Griffie Elders");
  changeRows(app, "INSERT INTO committees (id, name, chamber) VALUES ('elders', 'Commissie Elders (verzonnen)', 'TK')");
  changeRows(app, "UPDATE accounts SET committee_id = 'elders' WHERE id = 'griffie-elders'");
  // Somebody assigns a published commitment and a draft to a colleague, with a day of the ministry's own.
  for (const id of ["v1", made.draftCommitment])
    await send(app, `/werk/toezeggingen/${id}`, { dossierhouder: holder, "eigen-datum": OWN_DAY });
  await planForDraft(made.draftCommitment);
  changeRows(
    app,
    `INSERT INTO proposals (id, letter_id, position, anchor, kind, quote, why)
     VALUES ('gemerkt-voorstel', 'verzonnen-brief-2', 99, 'p2', 'new_commitment', ?, ?)`,
    ...Array(2).fill("Een voorstel, nachtegaalblauw"),
  );
  await send(app, "/werk/brieven/verzonnen-brief-2", { proposalId: "gemerkt-voorstel", anchor: "p2", doe: "niets" });
  const list = await bringList(app, "lijst.csv", LIST);
  await compareList(app, list);
  await send(app, `/werk/debatten/${made.draftDebate}/verslag`, asFile({ tekst: REPORT, lijst: "" }));
  await letterOnItsWay(app);
  const decisions = { datum: "2025-03-04", bron: "Korte aantekeningen putterrood", tekst: DECISIONS };
  await send(app, "/werk/commissiebesluiten", decisions, "clerk");
  await putInQueue({ to: "lepelaar@demo.example", subject: "Over lepelaarwit", text: "Beste lepelaarwit,\n" });
  await answerReminder(app, made);
  await disableClerk(app);
  return made;
}

async function send(app: App, path: string, form: Form, as: Account = "staff"): Promise<void> {
  const { status, page } = await app.post(path, form, as);
  expect(status, `${path}: ${page?.text}`).toBe(302);
}

/** As a form that may bring a file along. */
function asFile(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Of the answers to a reminder one is not sent, one waits for the clerk and one is refused. */
async function answerReminder(app: App, made: Furnished): Promise<void> {
  const [unsent, waiting] = SECRETS["an answer to a reminder"];
  const [refused, why] = SECRETS["a refused answer to a reminder"];
  const path = `/werk/rappels/${made.reminder}`;
  const reasons = [refused, waiting].flatMap((reason, at) => [
    [`antwoord-${at}-gezien`, "nog niets"],
    [`antwoord-${at}-kind`, "termijn"],
    [`antwoord-${at}-words`, "1 maart 2041"],
    [`antwoord-${at}-reason`, reason],
  ]);
  await send(app, `${path}/antwoord`, { doe: "verstuur", ...Object.fromEntries(reasons) });
  const refusal = { "kies-0-hoe": "weigeren", "kies-0-reden": why };
  const looked = await app.post(`${path}/overnemen`, { ...refusal, doe: "bekijk" }, "clerk");
  const gezien = /name="gezien" value="([^"]+)"/.exec(looked.text)?.[1] ?? "";
  await send(app, `${path}/overnemen`, { ...refusal, gezien, doe: "vastleggen" }, "clerk");
  const typed = { "antwoord-2-gezien": "nog niets", "antwoord-2-kind": "vervallen", "antwoord-2-reason": unsent };
  await send(app, `${path}/antwoord`, { ...typed, doe: "bewaar" });
}

/** With the password and the second factor of another, so that they can sign in. */
const addAccount = (app: App, like: string, id: string, email: string, name: string): void =>
  changeRows(
    app,
    `INSERT INTO accounts (id, email, name, role, ministry_id, committee_id, password_hash, created_at, totp_secret)
     SELECT ?, ?, ?, role, ministry_id, committee_id, password_hash, created_at, totp_secret FROM accounts WHERE email = ?`,
    id,
    email,
    name,
    like,
  );

async function planForDraft(subjectId: string): Promise<void> {
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const deadline = { ...NO_DEADLINE, words: dayInWords(DAY_OF_DRAFT), latest: DAY_OF_DRAFT, derived: "Een dag." };
  const payload = { deadline, reason: "Te weinig mensen, kraanvogelpaars", passage: null, awaitedId: null };
  await write((tx) =>
    record(tx, "register", [
      { subject: "commitment", subjectId, kind: "deadline_set", effectiveOn: "2025-06-01", payload },
    ]),
  );
  close();
}

const LIST = [
  "Kenmerk;Titel;Datum toezegging;Debat;Bewindspersoon;Dossier;Kolom leeuwerikgrijs",
  "G-1;Een bank bij het loket;dag wielewaalgoud;Commissiedebat;Minister van Voorbeelden;Voorbeeld: digitale loketten;x",
].join("\n");
const REPORT = `De voorzitter: Ik open de vergadering.

Minister Jansen: Ik zal de Kamer voor het zomerreces informeren over het sperwerbruin van het loket.

De voorzitter: Ik sluit de vergadering.`;
const DECISIONS = "De commissie besluit toezegging T09999 over putterrood als «voldaan» aan te merken.";

async function letterOnItsWay(app: App): Promise<void> {
  const tekst = "Onderwerp Brief over ijsvogelroze\n\nIk informeer uw Kamer over de ijsvogelroze loketten.\n";
  const form = asFile({ dossier: "voorbeeld-digitale-loketten", tekst });
  const { location, page } = await app.post("/werk/brieven/nieuw", form, "staff");
  expect(location, page?.text).toMatch(/^\/werk\/brieven\/binnengekomen\//);
  await untilRead(app, location ?? "");
}

/** Who did much of this leaves: the name is changed and the account put out, as an administrator does it. */
async function disableClerk(app: App): Promise<void> {
  const [id = "", committee = ""] = column(app, "SELECT id FROM accounts WHERE email = ?", ACCOUNTS.clerk).concat(
    column(app, "SELECT committee_id FROM accounts WHERE email = ?", ACCOUNTS.clerk),
  );
  const [naam] = SECRETS["the name of a disabled account"];
  const [email] = SECRETS["the address of a disabled account"];
  const path = `/beheer/accounts/${id}`;
  await send(app, path, { doe: "verander", naam, email, rol: "clerk", commissie: committee }, "admin");
  await send(app, path, { doe: "uit" }, "admin");
}

/** The first column of what a query finds. */
export function column(app: App, sql: string, ...values: string[]): string[] {
  const connection = new Database(app.databasePath, { readonly: true });
  const rows = connection
    .prepare(sql)
    .pluck()
    .all(...values) as string[];
  connection.close();
  return rows;
}

/** Every text in the database, so that a secret that was not planted is noticed. */
export function everyText(app: App): string {
  const tables = column(app, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  const connection = new Database(app.databasePath, { readonly: true });
  const text = tables.map((table) => JSON.stringify(connection.prepare(`SELECT * FROM "${table}"`).all())).join("\n");
  connection.close();
  return text;
}
