/** Brings a database to the schema of this version, after a copy of what was there. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { copyBeforeUpgrade } from "./backup.ts";
import { holdAlone } from "./hold.ts";

/** Why a database cannot be used by this version, in a Dutch sentence. */
export class NotUsable extends Error {}

/**
 * Applies each migration that is not there yet: all of them or none. The folder is looked up from where the program
 * starts. A database that held something is copied first, unless it is a copy itself, and may not be served by somebody
 * else meanwhile.
 * @throws NotUsable for a database of a later version, and for one that another process serves
 */
export function migrate(path: string, { folder = resolve("db/migrations"), keepsCopy = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path);
  try {
    if (waiting(connection, folder).length === 0) return;
    connection.pragma("journal_mode = WAL");
    // Where a table is made anew, dropping the old one would take along what refers to it.
    connection.pragma("foreign_keys = OFF");
    const own = holdAlone(path);
    if (!own)
      throw new NotUsable(
        `De database ${path} moet worden bijgewerkt, maar een ander programma gebruikt haar nog. Stop dat eerst.`,
      );
    try {
      upgrade(connection, path, { folder, keepsCopy });
    } finally {
      own.release();
    }
  } finally {
    connection.close();
  }
}

function upgrade(connection: Database.Database, path: string, { folder = "", keepsCopy = true }): void {
  const [first] = waiting(connection, folder);
  if (!first) return; // another process was first
  const copy = keepsCopy && lastApplied(connection) > 0 ? copyBeforeUpgrade(connection, path, first.tag) : null;
  try {
    connection.transaction(() => apply(connection, folder)).immediate();
  } catch (error) {
    copy?.drop(); // of what is still there
    throw new NotUsable(
      `Het bijwerken van de database ${path} is mislukt; ze is niet veranderd. Wat er misging: ${(error as Error).message}.`,
      { cause: error },
    );
  }
  copy?.keep();
}

function apply(connection: Database.Database, folder: string): void {
  connection.exec(
    "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)",
  );
  const note = connection.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
  for (const { statements, hash, when } of waiting(connection, folder)) {
    for (const statement of statements) connection.exec(statement);
    note.run(hash, when);
  }
  const [broken] = connection.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken) throw new Error(`a row of ${broken.table} refers to one of ${broken.parent} that is gone`);
}

interface Migration {
  tag: string;
  statements: string[];
  hash: string;
  when: number;
}

/** In order. @throws NotUsable where the database knows a later one than this version */
function waiting(connection: Database.Database, folder: string): Migration[] {
  const all = migrationsIn(folder);
  const last = lastApplied(connection);
  if (last > (all.at(-1)?.when ?? 0))
    throw new NotUsable(
      `De database ${connection.name} is van een nieuwere versie van het programma. Start die versie, of zet een reservekopie terug van voor het bijwerken. Er is niets veranderd.`,
    );
  return all.filter(({ when }) => when > last);
}

function migrationsIn(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, hash, folderMillis }, at) => ({
    tag: journal.entries[at]?.tag ?? "",
    statements: sql,
    hash,
    when: folderMillis,
  }));
}

/** The moment of the last migration that was applied; 0 for a database that is new. */
function lastApplied(connection: Database.Database): number {
  const isKept = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!isKept) return 0;
  return Number(connection.prepare("SELECT max(created_at) FROM __drizzle_migrations").pluck().get() ?? 0);
}
