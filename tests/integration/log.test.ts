/** The log: who did what, when, for administrators; and to take away without a name in it. */
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ACCOUNTS, type App, startApp } from "../support/app.ts";
import { csvRows } from "../support/csv-rows.ts";
import { all, textOf } from "../support/page.ts";
import { addSecretDrafts, SECRET } from "../support/secret-drafts.ts";

let app: App;
const MARKED_NAME = `Iemand ${SECRET}`;

beforeAll(async () => {
  app = await startApp();
  await app.get("/beheer", "admin"); // who looks below is signed in by now
  await addSecretDrafts();
  run("UPDATE accounts SET name = ?, email = ? WHERE email = ?", MARKED_NAME, `${SECRET}@demo.example`, ACCOUNTS.aide);
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { logAct } = await import("#db/act-log.ts");
  const account = { kind: "account", id: idOf(ACCOUNTS.staff) } as const;
  await write(async (tx) => {
    await logAct(tx, { kind: "signed_in", by: account.id });
    await logAct(tx, { kind: "sign_in_refused", by: null, thing: account, detail: "password" });
    await logAct(tx, { kind: "account_disabled", by: idOf(ACCOUNTS.admin), thing: account });
  });
  close();
});

const open = <T>(use: (connection: Database.Database) => T): T => {
  const connection = new Database(app.databasePath);
  try {
    return use(connection);
  } finally {
    connection.close();
  }
};
const run = (sql: string, ...values: string[]) => open((connection) => connection.prepare(sql).run(...values));
const column = (sql: string, ...values: string[]): string[] =>
  open(
    (connection) =>
      connection
        .prepare(sql)
        .pluck()
        .all(...values) as string[],
  );
const idOf = (email: string): string => column("SELECT id FROM accounts WHERE email = ?", email)[0] ?? "";
const count = (sql: string, ...values: string[]): number => Number(column(sql, ...values)[0]);

/** The rows of the page as a reader sees them: when, who, what, about what. */
async function rowsAt(path: string): Promise<{ cells: string[][]; next: string | null; text: string }> {
  const { page, status } = await app.get(path, "admin");
  expect(status).toBe(200);
  const rows = page ? all(page.root, "tr").slice(1) : [];
  return {
    cells: rows.map((row) => all(row, "th", "td").map(textOf)),
    next: page?.links.find(({ text }) => text === "Ouder")?.href ?? null,
    text: page?.text ?? "",
  };
}

async function everyRow(path: string): Promise<string[][]> {
  const found: string[][] = [];
  for (let at: string | null = path; at; ) {
    const { cells, next } = await rowsAt(at);
    found.push(...cells);
    at = next;
  }
  return found;
}

describe("The log shows", () => {
  test("every event and every act once, however one pages through it, the newest first", async () => {
    const total = count("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM acts)");
    expect(total).toBeGreaterThan(150);
    const rows = await everyRow("/beheer/logboek");
    expect(rows).toHaveLength(total);
    expect(rows.slice(0, 3).map(([, who, what]) => [who, what])).toEqual([
      ["Beheerder", "account uitgezet"],
      ["niet ingelogd", "inloggen geweigerd het wachtwoord klopte niet"],
      ["Medewerker Voorbeeldministerie", "ingelogd"],
    ]);
  });

  test("nothing of what stands in a draft, nor what it is called", async () => {
    const rows = await everyRow("/beheer/logboek?soort=alles-register");
    expect(rows.filter((cells) => cells.at(-1) === "een concept").length).toBeGreaterThan(10);
    expect(rows.filter((cells) => cells.join(" ").includes(SECRET) && !cells.includes(MARKED_NAME))).toEqual([]);
  });

  test("one person, told above the list", async () => {
    const id = idOf(ACCOUNTS.staff);
    const { cells, text } = await rowsAt(`/beheer/logboek?wie=${id}`);
    expect(text).toContain("Wat is gedaan, door Medewerker Voorbeeldministerie. De nieuwste eerst.");
    expect(cells).toHaveLength(
      count(
        "SELECT (SELECT count(*) FROM events WHERE recorded_by = ?) + (SELECT count(*) FROM acts WHERE by_account = ?)",
        id,
        id,
      ),
    );
    expect(new Set(cells.map(([, who]) => who))).toEqual(new Set(["Medewerker Voorbeeldministerie"]));
  });

  test.each([
    [
      "soort=inloggen-geweigerd",
      "handeling: inloggen geweigerd",
      "SELECT count(*) FROM acts WHERE kind = 'sign_in_refused'",
    ],
    [
      "soort=alles-accounts",
      "handeling: accounts",
      "SELECT count(*) FROM acts WHERE thing_kind = 'account' AND kind NOT LIKE 'sign%'",
    ],
    ["soort=gepubliceerd", "handeling: gepubliceerd", "SELECT count(*) FROM events WHERE kind = 'published'"],
    ["soort=alles-register&wie=niemand", "handeling: register, door wie niet was ingelogd", "SELECT 0"],
    ["wie=niemand", "door wie niet was ingelogd", "SELECT count(*) FROM acts WHERE by_account IS NULL"],
    ["wie=register&soort=alles-inloggen", "handeling: inloggen, door het register zelf", "SELECT 0"],
    ["tot=2011-01-01", "tot en met 1 januari 2011", "SELECT 0"],
    ["wat=2099-9999", "over “2099-9999” (onbekend)", "SELECT 0"],
  ])("%s: %s", async (query, sentence, counted) => {
    const rows = await everyRow(`/beheer/logboek?${query}`);
    expect((await rowsAt(`/beheer/logboek?${query}`)).text).toContain(sentence);
    expect(rows).toHaveLength(count(counted));
  });

  test("one thing, by its number in any case, or by the address of its page", async () => {
    const [number = ""] = column("SELECT number FROM commitments WHERE id = 'kade'");
    const expected = count("SELECT count(*) FROM events WHERE subject = 'commitment' AND subject_id = 'kade'");
    expect(expected).toBeGreaterThan(5);
    for (const wat of [
      number,
      number.toLowerCase(),
      `https://register.example/toezeggingen/${number}?peildatum=2025-06-01`,
    ])
      expect(await everyRow(`/beheer/logboek?wat=${encodeURIComponent(wat)}`), wat).toHaveLength(expected);
    const letter = await everyRow("/beheer/logboek?wat=/brieven/verzonnen-brief-2");
    expect(letter).toHaveLength(
      count("SELECT count(*) FROM events WHERE subject = 'letter' AND subject_id = 'verzonnen-brief-2'"),
    );
    for (const draft of ["concept", "sluizen", "concept-item", `dossier-${SECRET}`])
      expect(await everyRow(`/beheer/logboek?wat=${draft}`), `${draft} is a draft: nobody finds it here.`).toEqual([]);
  });

  test("the days that were asked for, as Amsterdam counts them", async () => {
    const [at = ""] = column("SELECT max(at) FROM acts");
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date(at));
    expect(await everyRow(`/beheer/logboek?van=${day}&tot=${day}&soort=account-uitgezet`)).toHaveLength(1);
    const after = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    expect(await everyRow(`/beheer/logboek?van=${after}&soort=account-uitgezet`)).toEqual([]);
  });
});

describe("What an administrator takes away", () => {
  const exported = async (query = "") => (await app.get(`/beheer/logboek/uitvoer${query}`, "admin")).text;
  type Row = Record<"at" | "person" | "done" | "kind" | "thingKind" | "thing" | "detail", string>;
  const jsonRows = async (query = "") => (JSON.parse(await exported(`?vorm=json${query}`)) as { rows: Row[] }).rows;

  test("is all that the page shows, and as CSV the same as in JSON", async () => {
    const total = count("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM acts)");
    const csv = csvRows(await exported());
    expect(csv, "The export itself is an act, and the first row.").toHaveLength(total + 1);
    expect(csv[0]).toMatchObject({ handeling: "logboek uitgevoerd", bijzonderheid: "csv" });
    const json = await jsonRows();
    expect(json.slice(1).map((row) => Object.values(row))).toEqual(csv.map((row) => Object.values(row)));
  });

  test("follows the filter of the page", async () => {
    const rows = await jsonRows("&soort=account-uitgezet");
    expect(rows.map(({ kind }) => kind)).toEqual(["account_disabled"]);
    expect((await app.get("/beheer/logboek/uitvoer?vorm=json", "admin")).headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="toezeggingenregister-logboek-\d{4}-\d\d-\d\d\.json"$/,
    );
  });

  test("holds no name, no address, no id of an account and nothing of a draft", async () => {
    const told = [
      ...column("SELECT id FROM accounts UNION SELECT name FROM accounts UNION SELECT email FROM accounts"),
      SECRET,
      "concept-item",
      "sluizen",
    ];
    expect(told.length).toBeGreaterThan(15);
    for (const text of [
      await exported(),
      await exported("?vorm=json"),
      await exported(`?wie=${idOf(`${SECRET}@demo.example`)}`),
    ])
      expect(told.filter((one) => text.includes(one))).toEqual([]);
  });

  test("calls each person by a number of their own, the same in every export", async () => {
    const before = await jsonRows("&soort=account-uitgezet");
    const [row] = before;
    expect(row?.person).toMatch(/^\d+$/);
    expect(row?.thing).toMatch(/^\d+$/);
    expect(row?.thing).not.toBe(row?.person);
    expect(await jsonRows("&soort=account-uitgezet")).toEqual(before);
    const [byStaff] = await jsonRows(`&wie=${idOf(ACCOUNTS.staff)}`);
    expect(byStaff?.person).toBe(row?.thing);
    expect((await jsonRows("&soort=inloggen-geweigerd"))[0]?.person).toBe("");
  });
});

describe("A row of the log", () => {
  test("cannot be changed or taken away, not even behind the program's back", () => {
    expect(() => run("UPDATE acts SET kind = 'signed_out'")).toThrow("acts are append-only");
    expect(() => run("DELETE FROM acts")).toThrow("acts are append-only");
  });

  test("holds words of the program only", async () => {
    vi.resetModules();
    const { write, close } = await import("#db/client.ts");
    const { logAct } = await import("#db/act-log.ts");
    const before = count("SELECT count(*) FROM acts");
    for (const detail of ["Jan", "jan@demo.example", "06 12345678", "", "een regel\nen nog een", "x".repeat(200)])
      await expect(
        write((tx) => logAct(tx, { kind: "signed_in", by: null, detail })),
        detail,
      ).rejects.toThrow("no word");
    close();
    expect(count("SELECT count(*) FROM acts")).toBe(before);
  });
});
