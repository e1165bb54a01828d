/**
 * Who serves a database holds it, and who replaces or upgrades it has to hold it alone. The lock is on an empty file
 * beside it, by SQLite's own locks: the system lets go of them when a process ends in whatever way, so that nothing is
 * left behind by `kill -9`.
 */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";

export interface Hold {
  release(): void;
}

/** Beside others who serve it. @returns null while somebody holds it alone */
export const holdBesideOthers = (path: string): Hold | null => hold(path, "BEGIN; SELECT 1 FROM sqlite_master");

/** With nobody beside. @returns null while somebody else holds it, in whatever way */
export const holdAlone = (path: string): Hold | null => hold(path, "BEGIN EXCLUSIVE");

function hold(path: string, how: string): Hold | null {
  const place = resolve(path);
  mkdirSync(dirname(place), { recursive: true });
  const lock = new Database(`${place}-slot`, { timeout: 0 });
  try {
    lock.exec(how);
    return { release: () => void lock.close() };
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY") return null;
    throw error;
  }
}
