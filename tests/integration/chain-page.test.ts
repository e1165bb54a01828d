/** The page on the chain: the head, a head of each day in Amsterdam, the export, and what it does not prove. */
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

let app: App;
let hashes: string[] = [];
let last = 0;

beforeAll(async () => {
  app = await startApp();
  // Recorded over many days: as the clock in Amsterdam stands, not that in Greenwich.
  const raw = new Database(app.databasePath);
  raw.exec("DROP TRIGGER events_refuse_update");
  const record = raw.prepare("UPDATE events SET recorded_at = ? WHERE seq = ?");
  hashes = raw.prepare("SELECT hash FROM events ORDER BY seq").pluck().all() as string[];
  last = hashes.length;
  for (let seq = 1; seq <= last; seq += 1) record.run(momentOf(seq), seq);
  raw.close();
});

function momentOf(seq: number): string {
  if (seq <= 10) return "2024-01-01T22:59:59.999Z";
  if (seq <= 20) return "2024-01-01T23:00:00.000Z";
  if (seq <= 30) return "2024-07-01T21:59:59.999Z";
  if (seq <= 40) return "2024-07-01T22:00:00.000Z";
  const day = String(1 + Math.min(30, seq - 41)).padStart(2, "0");
  return `2025-03-${day}T10:00:00.000Z`;
}

/** The rows of the table: day, number, hash. */
async function rowsOf(path: string): Promise<string[]> {
  const { page } = await app.get(path);
  return page ? all(page.root, "tr").slice(1).map(textOf) : [];
}
const rowOf = (day: string, seq: number): string => `${day} ${seq} ${hashes[seq - 1]}`;

test("shows the head of the chain, when it was recorded, and how many events there are", async () => {
  const { status, page } = await app.get("/keten");
  expect(status).toBe(200);
  expect(page?.text).toContain(`Gebeurtenissen ${last} Laatst vastgelegd 31 maart 2025, 12.00 uur`);
  expect(page?.text).toContain(`${last}:${hashes.at(-1)}`);
});

test("gives the last event of each day in Amsterdam, latest first, page by page", async () => {
  const first = await rowsOf("/keten");
  expect(first).toHaveLength(30);
  expect(first.slice(0, 2)).toEqual([rowOf("31 maart 2025", last), rowOf("30 maart 2025", 70)]);
  const earlier = [
    rowOf("1 maart 2025", 41),
    rowOf("2 juli 2024", 40),
    rowOf("1 juli 2024", 30),
    rowOf("2 januari 2024", 20),
    rowOf("1 januari 2024", 10),
  ];
  expect(await rowsOf("/keten?pagina=2")).toEqual(earlier);
  expect(await rowsOf("/keten?pagina=99")).toEqual(earlier);
  expect(await rowsOf("/keten?pagina=-1")).toEqual(first);
  expect(await rowsOf("/keten?pagina=twee")).toEqual(first);
});

test("says what the chain does not prove", async () => {
  const text = (await app.get("/keten")).page?.text;
  expect(text).toContain("Dat wat is ingetypt waar is.");
  expect(text).toContain("Dat het register niet alles opnieuw schreef vóór de eerste kop");
});

test("is found from the foot of every page and from the explanation, and leads to both files", async () => {
  for (const path of ["/", "/toezeggingen", "/uitleg"])
    expect((await app.get(path)).page?.links).toContainEqual({ href: "/keten", text: "Keten nagaan" });
  expect((await app.get("/uitleg")).page?.links).toContainEqual({ href: "/keten", text: "de keten nagaan" });
  const links = (await app.get("/keten")).page?.links.map(({ href }) => href);
  expect(links).toEqual(expect.arrayContaining(["/keten/uitvoer", "/keten-nagaan.mjs"]));
  expect(readFileSync("build/client/keten-nagaan.mjs", "utf8")).toBe(readFileSync("public/keten-nagaan.mjs", "utf8"));
});

test("the export comes as a file, and every event is in it", async () => {
  const { status, headers, text } = await app.get("/keten/uitvoer");
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toBe("application/jsonl; charset=utf-8");
  expect(headers.get("Content-Disposition")).toBe('attachment; filename="toezeggingenregister-keten.jsonl"');
  const lines = text.trimEnd().split("\n");
  expect(lines.slice(1).map((line) => JSON.parse(line).hash)).toEqual(hashes);
  expect(JSON.parse(lines[0] ?? "").head).toMatchObject({ seq: last, hash: hashes.at(-1) });
});
