/** What the machine may do to a database: expected now and then, and no mistake of ours or of who is at the page. */
import Database from "better-sqlite3";

/** No room, no leave to write, in use by something else, or a disk that fails. */
export type StoreFailure = "full" | "read_only" | "busy" | "disk";

const FAILURES: [prefix: string, failure: StoreFailure][] = [
  ["SQLITE_FULL", "full"],
  ["SQLITE_READONLY", "read_only"],
  ["SQLITE_CANTOPEN", "read_only"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_IOERR", "disk"],
];

/** Null for any other error. What was being written is then not written at all. */
export function storeFailure(error: unknown): StoreFailure | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (!(one instanceof Database.SqliteError)) continue;
    const { code } = one;
    return FAILURES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
  }
  return null;
}
