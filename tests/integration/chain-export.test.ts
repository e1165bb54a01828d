/** The export: an outsider checks it without us, reads what is published, and nothing else. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { hashOf } from "#db/chain.ts";
import { demoIn, emptyPlace } from "../support/database.ts";
import { addSecretDrafts, OPEN_TEXTS, SECRET } from "../support/secret-drafts.ts";

type Line = Record<string, unknown> & { seq: number; hash: string; payload?: unknown };

const path = emptyPlace();
const exported = `${path}-uitvoer.jsonl`;
let text = "";
let lines: Line[] = [];

beforeAll(async () => {
  await demoIn(path);
  await addSecretDrafts();
  const made = register("export", "--out", exported);
  expect([made.status, made.said, made.complained]).toEqual([0, "", ""]);
  text = readFileSync(exported, "utf8");
  lines = linesIn(text);
});

const linesIn = (of: string): Line[] =>
  of
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line) as Line);

const run = (...command: string[]) => runOn(path, ...command);
const runOn = (database: string, ...command: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { ...process.env, DATABASE_PATH: database },
    maxBuffer: 100_000_000,
  });
  return { status, said: stdout, complained: stderr };
};
/** `npm run register -- …`, without npm. */
const register = (...words: string[]) => run("--import", "tsx", "app/cli/register.ts", ...words);
const outsider = (...words: string[]) => run("public/keten-nagaan.mjs", ...words);

const column = (query: string): string[] => {
  const connection = new Database(path, { readonly: true });
  const rows = connection.prepare(query).pluck().all() as string[];
  connection.close();
  return rows;
};

let changes = 0;
/** The export, changed by somebody. */
function changed(how: (lines: Line[]) => Line[], head = text.slice(0, text.indexOf("\n"))): string {
  changes += 1;
  const place = `${path}-veranderd-${changes}.jsonl`;
  const copy = structuredClone(lines);
  writeFileSync(place, [head, ...how(copy).map((line) => JSON.stringify(line))].join("\n"));
  return place;
}
/** All hashes from a line on made anew, and the head with them. */
function forged(from: number, how: (line: Line) => void): string {
  const copy = structuredClone(lines);
  for (const [at, line] of copy.entries()) {
    if (at < from) continue;
    if (at === from) how(line);
    line.previousHash = copy[at - 1]?.hash ?? "";
    line.hash = hashOf(line as never);
  }
  const last = copy.at(-1);
  return changed(
    () => copy,
    JSON.stringify({ format: "toezeggingenregister-keten", head: { seq: last?.seq, hash: last?.hash } }),
  );
}
function cutOff(): string {
  const place = `${path}-afgebroken.jsonl`;
  writeFileSync(place, text.slice(0, -100));
  return place;
}
const headOf = (line: Line | undefined) => `${line?.seq}:${line?.hash}`;

describe("The outsider's script, in a process of its own,", () => {
  test("finds the export in order, counts the texts, and names the head", () => {
    const { status, said, complained } = outsider(exported);
    const open = lines.filter(({ payload }) => payload !== undefined).length;
    expect([status, complained]).toEqual([0, ""]);
    expect(said).toContain(`In orde: ${lines.length} gebeurtenissen, ${open} met tekst. Kop: ${headOf(lines.at(-1))}`);
    expect(said).toContain("Geen bewaarde kop gegeven");
    expect(column("SELECT head_seq || ':' || head_hash FROM register_state")).toEqual([headOf(lines.at(-1))]);
  });

  test("follows the chain through heads of earlier", () => {
    const { status, said } = outsider(exported, headOf(lines[9]), headOf(lines.at(-1)));
    expect(status).toBe(0);
    expect(said).not.toContain("Geen bewaarde kop");
  });

  const withText = () => lines.findIndex(({ kind, payload }) => kind === "reported" && payload !== undefined);
  const swapped = (all: Line[]) => [...all.slice(0, 20), ...all.slice(20, 22).reverse(), ...all.slice(22)];
  test.each<[string, () => string, RegExp]>([
    [
      "a text that was changed",
      () =>
        changed((all) => all.map((line, at) => (at === withText() ? { ...line, payload: { note: "anders" } } : line))),
      /Regel \d+: de tekst klopt niet met payloadDigest\./,
    ],
    [
      "a text under another id",
      () => changed((all) => all.map((line, at) => (at === withText() ? { ...line, subjectId: "anders" } : line))),
      /Regel \d+: de tekst klopt niet met payloadDigest\./,
    ],
    ...["payloadDigest", "recorderDigest", "previousHash", "hash"].map((name): [string, () => string, RegExp] => [
      `another ${name}`,
      () => changed((all) => all.map((line, at) => (at === 30 ? { ...line, [name]: "0".repeat(64) } : line))),
      /Regel 32: (?:de hash klopt niet met de gegevens|sluit niet aan op)/,
    ]),
    ...["kind", "effectiveOn", "recordedAt"].map((name): [string, () => string, RegExp] => [
      `another ${name}`,
      () => changed((all) => all.map((line, at) => (at === 30 ? { ...line, [name]: "anders" } : line))),
      /Regel 32: de hash klopt niet met de gegevens/,
    ]),
    [
      "two lines that changed places",
      () => changed(swapped),
      /Regel 22: hier hoort nummer 21; er ontbreekt iets of de volgorde/,
    ],
    [
      "a line that is missing",
      () => changed((all) => all.filter((_, at) => at !== 30)),
      /Regel 32: hier hoort nummer 31/,
    ],
    ["an end that is missing", () => changed((all) => all.slice(0, -1)), /eindigt niet bij de kop die bovenaan staat/],
    ["half a line", cutOff, /Regel \d+: niet te lezen/],
    ["another file", () => "package.json", /Regel 1: niet te lezen/],
    ["no file", () => `${path}-nergens`, /niet te lezen/],
  ])("finds %s", (_name, make, sentence) => {
    const { status, said, complained } = outsider(make());
    expect([status, complained]).toEqual([1, ""]);
    expect(said).toMatch(sentence);
    expect(said).toContain("NIET in orde.");
    expect(said).not.toContain("In orde:");
  });

  test("finds a consistent forgery only with a head of earlier, and then always", () => {
    const place = forged(40, (line) => {
      line.effectiveOn = "2011-01-01";
    });
    expect(outsider(place).status, "The forgery is to hold by itself, or it shows nothing.").toBe(0);
    for (const kept of [lines[40], lines.at(-1)]) {
      const { status, said } = outsider(place, headOf(kept));
      expect(status).toBe(1);
      expect(said).toContain(`de keten gaat niet door ${headOf(kept)}; er is later iets herschreven`);
    }
    expect(outsider(place, headOf(lines[39])).status, "Before the forgery the chain is what it was.").toBe(0);
  });

  test("is one screen, and takes nothing but Node", () => {
    const script = readFileSync("public/keten-nagaan.mjs", "utf8");
    expect(script.trimEnd().split("\n").length).toBeLessThanOrEqual(48);
    expect([...script.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "node:crypto",
      "node:fs",
      "node:readline",
    ]);
  });
});

describe("The export holds", () => {
  test("no account: no id, no name, no address", () => {
    const told = column("SELECT id FROM accounts UNION SELECT name FROM accounts UNION SELECT email FROM accounts");
    expect(told.length).toBeGreaterThan(10);
    const recorders = column("SELECT DISTINCT recorded_by FROM events");
    expect(recorders.filter((by) => told.includes(by)).length, "Somebody with an account recorded something.").toBe(1);
    expect(told.filter((one) => text.includes(one))).toEqual([]);
    expect(/recordedBy|recorderSalt/.test(text)).toBe(false);
    const salts = column("SELECT recorder_salt FROM events");
    expect(salts.filter((salt) => text.includes(salt))).toEqual([]);
  });

  test("nothing of a draft, of its past, of what was thrown away, or of what refers to one", () => {
    const secret = column(
      `SELECT kind || ' ' || subject FROM events WHERE payload LIKE '%${SECRET}%' OR subject_id LIKE '%${SECRET}%'`,
    );
    expect(secret.length, "The register is to hold secrets, or this test shows nothing.").toBeGreaterThan(15);
    expect(new Set(secret)).toEqual(
      new Set([
        "registered debate",
        "corrected debate",
        "registered commitment",
        "deadline_set commitment",
        "corrected commitment",
        "withdrawn commitment",
        "reported commitment",
        "rhythm_set dossier",
        "happened calendar",
        "withdrawn letter",
        "registered item",
      ]),
    );
    const draftOfTheDemo = "Uitzoeken of de loketten in het weekend open kunnen";
    for (const word of [SECRET, draftOfTheDemo, "concept-item", '"concept"', '"sluizen"', "verworpen", "per-ongeluk"])
      expect(lines.filter((line) => JSON.stringify(line).includes(word))).toEqual([]);
  });

  test("nothing of the work on a letter", () => {
    const reviewed = lines.filter(({ kind }) => kind === "passage_reviewed");
    expect(reviewed.length).toBeGreaterThan(2);
    expect(reviewed.filter(({ payload }) => payload !== undefined)).toEqual([]);
  });

  test("the text of all that is published, as it was published and as it was corrected since", () => {
    expect(OPEN_TEXTS.filter((open) => !text.includes(open))).toEqual([]);
    const titles = [
      ...column("SELECT title FROM commitments WHERE number IS NOT NULL"),
      ...column("SELECT title FROM debates WHERE published_on IS NOT NULL"),
      ...column("SELECT title FROM items WHERE published_on IS NOT NULL"),
      ...column("SELECT title FROM letters"),
    ];
    expect(titles.length).toBeGreaterThan(40);
    const registered = lines.filter(({ kind, payload }) => kind === "registered" && payload !== undefined);
    const told = new Set(registered.map(({ payload }) => (payload as { title: string }).title));
    expect(titles.filter((title) => !told.has(title))).toEqual([]);
    const published = lines.filter(({ kind, payload }) => kind === "published" && payload !== undefined);
    expect(published).toHaveLength(
      Number(
        column(
          "SELECT (SELECT count(*) FROM commitments WHERE number IS NOT NULL) + (SELECT count(*) FROM debates WHERE published_on IS NOT NULL) + (SELECT count(*) FROM items WHERE published_on IS NOT NULL)",
        )[0],
      ),
    );
  });

  test("of every event what its hash covers, in order", () => {
    const seqs = column("SELECT seq FROM events ORDER BY seq");
    expect(lines.map(({ seq }) => seq)).toEqual(seqs);
    for (const line of lines) expect(line.hash).toBe(hashOf(line as never));
  });

  test("one event on each line, also where a text holds ends of lines of its own", () => {
    expect(column("SELECT count(*) FROM events WHERE payload LIKE '%' || char(8232) || '%'")[0]).toBe(1);
    expect(/[\u2028\u2029]/.test(text)).toBe(false);
    expect(text.includes("\\u2028tweede\\u2029derde")).toBe(true);
  });
});

describe("The command", () => {
  test("writes the same to standard output", () => {
    expect(register("export").said === text).toBe(true);
  });

  test("writes over nothing", () => {
    const again = register("export", "--out", exported);
    expect([again.status, again.said]).toEqual([2, ""]);
    expect(again.complained).toBe(`Het bestand ${exported} is er al. Kies een andere naam.\n`);
    expect(readFileSync(exported, "utf8") === text).toBe(true);
  });

  test("verifies against a saved export, a list of heads, and a head", () => {
    const list = `${path}-koppen.txt`;
    writeFileSync(
      list,
      `Koppen die ik bewaarde\n21 maart 2026\t${lines[9]?.seq}\t${lines[9]?.hash}\n${headOf(lines[19])}\n`,
    );
    const all = register("verify", "--heads", exported, "--heads", list, "--head", headOf(lines[4]));
    expect([all.status, all.complained]).toEqual([0, ""]);
    expect(all.said).toContain(`De keten gaat door alle ${lines.length + 1 + 3} koppen van eerder.`);
  });

  test.each<[string, string[], string]>([
    [
      "a head without a hash",
      ["--head", "12"],
      "In “12” staat geen kop. Schrijf een kop als NUMMER:HASH; de hash heeft 64 tekens.",
    ],
    ["a file that is not there", ["--heads", "nergens.txt"], "Het bestand nergens.txt is er niet."],
    ["a file without heads", ["--heads", "LICENSE"], "In LICENSE staat geen kop."],
    ["an option of the other command", ["--out", "x.jsonl"], "Gebruik: npm run register -- verify"],
  ])("refuses %s with a sentence", (_name, words, sentence) => {
    const { status, said, complained } = register("verify", ...words);
    expect([status, said]).toEqual([2, ""]);
    expect(complained).toContain(sentence);
  });

  test("makes no register where there is none", () => {
    const nowhere = `${path}-nergens.db`;
    for (const command of ["verify", "export", "mail"]) {
      const { status, complained } = runOn(nowhere, "--import", "tsx", "app/cli/register.ts", command);
      expect([status, complained]).toEqual([2, expect.stringContaining(`${nowhere} bestaat niet.`)]);
    }
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe("Publication", () => {
  test("states a changed draft once more, whole, and keeps the order in which its rows were logged", () => {
    const kinds = (id: string) => column(`SELECT kind FROM events WHERE subject_id = '${id}' ORDER BY seq`);
    expect(kinds("kade").slice(0, 9)).toEqual([
      "registered",
      "deadline_set",
      "corrected",
      "corrected",
      "corrected",
      "corrected",
      "withdrawn",
      "withdrawn",
      "registered",
    ]);
    expect(kinds("kade").slice(9, 11)).toEqual(["deadline_set", "published"]);
    expect(kinds("brug")).toEqual(["registered", "deadline_set", "published"]);
    expect(column("SELECT id FROM commitments WHERE origin_id = 'kades' ORDER BY seq")).toEqual([
      "kade",
      "brug",
      "sluis",
    ]);
    expect(column("SELECT number FROM commitments WHERE origin_id = 'kades' ORDER BY seq")).toEqual([
      "2025-0001",
      "2025-0002",
      "2025-0003",
    ]);
  });

  test("leaves the rows what the events say", async () => {
    process.env.DATABASE_PATH = path;
    vi.resetModules();
    const { differences } = await import("#db/verify.ts");
    expect(await differences()).toEqual([]);
    (await import("#db/client.ts")).close();
  });
});
