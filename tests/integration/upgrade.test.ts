/** A new version of the program finds an older database: a copy first, all of it or nothing, and never a step back. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { holdBesideOthers } from "#db/hold.ts";
import { migrate, NotUsable } from "#db/migrate.ts";
import { emptyPlace } from "../support/database.ts";
import { inventDossiers } from "../support/invented-dossiers.ts";

let path = "";
let folder = "";
beforeEach(async () => {
  path = emptyPlace();
  await inventDossiers(path);
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(resolve("db/migrations"), folder, { recursive: true });
  return () => rmSync(folder, { recursive: true, force: true });
});

/** Adds a migration to those of the program, as a later version would have it. Answers what it is called. */
function later(sql: string): string {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { idx: number; when: number; tag: string }[];
  };
  const last = journal.entries.at(-1);
  const idx = journal.entries.length;
  const tag = `${String(idx).padStart(4, "0")}_later`;
  journal.entries.push({ ...last, idx, when: (last?.when ?? 0) + 1000, tag });
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), sql);
  return tag;
}

const copies = (): string[] =>
  readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}-voor-`) && name.endsWith(".sqlite"))
    .sort();

/** The tables and all that is in them. */
function dump(file = path): string {
  const raw = new Database(file, { readonly: true });
  const tables = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string;
    sql: string;
  }[];
  const all = tables.map(({ name, sql }) => [sql, raw.prepare(`SELECT * FROM ${name}`).all()]);
  raw.close();
  return JSON.stringify(all);
}

test("it is copied before it is changed, and the copy is what was there", () => {
  const before = dump();
  const tag = later("CREATE TABLE nieuw (id text);\n--> statement-breakpoint\nINSERT INTO nieuw VALUES ('a');");
  migrate(path, { folder });
  const [copy = "", ...others] = copies();
  expect(others).toEqual([]);
  expect(copy).toMatch(new RegExp(`^register\\.db-voor-${tag}-\\d{8}T\\d{9}Z\\.sqlite$`));
  expect(dump(join(dirname(path), copy))).toBe(before);
  expect(dump()).toContain("nieuw");
  migrate(path, { folder });
  expect(copies(), "what is up to date is not copied").toEqual([copy]);
});

test("of the copies of earlier upgrades the last three are kept", () => {
  for (let i = 0; i < 5; i++) {
    later(`CREATE TABLE nieuw_${i} (id text);`);
    migrate(path, { folder });
  }
  const numbers = copies().map((name) => Number(/-voor-(\d+)_/.exec(name)?.[1]));
  const last = Math.max(...numbers);
  expect(numbers).toEqual([last - 2, last - 1, last]);
});

test.each([
  [
    "a statement that cannot be",
    "CREATE TABLE half (id text);\n--> statement-breakpoint\nINSERT INTO nergens VALUES (1);",
  ],
  ["rows that refer to what is gone", "DELETE FROM ministries;"],
])("a migration that fails leaves everything as it was: %s", (_name, sql) => {
  const before = dump();
  later("CREATE TABLE eerst (id text);");
  later(sql);
  expect(() => migrate(path, { folder })).toThrow(NotUsable);
  expect(() => migrate(path, { folder }), "told to start once more").toThrow(/mislukt; ze is niet veranderd/);
  expect(dump()).toBe(before);
  expect(copies(), "of what is still there no copy is needed").toEqual([]);
});

test("a database of a later version is refused and stays as it is", () => {
  later("CREATE TABLE nieuw (id text);");
  migrate(path, { folder });
  const [before, files] = [dump(), copies()];
  expect(() => migrate(path)).toThrow(/is van een nieuwere versie van het programma/);
  expect([dump(), copies()]).toEqual([before, files]);
});

test("a database that is being served is not upgraded beneath its server", () => {
  const server = holdBesideOthers(path);
  const before = dump();
  later("CREATE TABLE nieuw (id text);");
  expect(() => migrate(path, { folder })).toThrow(/een ander programma gebruikt haar nog/);
  expect(dump()).toBe(before);
  server?.release();
  migrate(path, { folder });
  expect(dump()).not.toBe(before);
});
