/**
 * One program at a time serves or replaces a database. It holds a lock on an empty file beside it, by SQLite's own
 * locks: the system lets go of them when a process ends in whatever way, so nothing is left behind by `kill -9`.
 */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";

export interface Hold {
  release(): void;
}

const held = new Set<string>();

/** Null where another process holds the database. Within one process it can be held more than once. */
export function hold(path: string): Hold | null {
  const place = resolve(path);
  if (held.has(place)) return { release: () => {} };
  mkdirSync(dirname(place), { recursive: true });
  const lock = new Database(`${place}-slot`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY") return null;
    throw error;
  }
  held.add(place);
  return {
    release: () => {
      held.delete(place);
      lock.close();
    },
  };
}
