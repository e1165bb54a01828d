/** Brings a database to the schema of this version. */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";

/** Applies each migration once, on a connection of its own. The folder is looked up from where the program starts. */
export function migrate(path: string, folder = resolve("db/migrations")): void {
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path);
  try {
    connection.pragma("journal_mode = WAL");
    applyMigrations(drizzle(connection), { migrationsFolder: folder });
  } finally {
    connection.close();
  }
}
