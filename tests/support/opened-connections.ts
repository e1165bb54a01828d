/**
 * The connections that the program opens in this process, so that a test can do to them what a machine does: a limit on
 * the pages of a file is a full disk to SQLite, and a connection that may not write is a database that cannot be
 * written. Both are SQLite's own refusals. To be imported before the program is.
 */
import Database from "better-sqlite3";
import { vi } from "vitest";

const opened = new Set<Database.Database>();
const pragma = Database.prototype.pragma;
vi.spyOn(Database.prototype, "pragma").mockImplementation(function (this: Database.Database, ...given) {
  opened.add(this);
  return pragma.apply(this, given);
});

const open = (): Database.Database[] => [...opened].filter((one) => one.open);

/** Runs something while there is room for no further page. */
export async function onFullDisk<T>(act: () => Promise<T>): Promise<T> {
  const limits = open().map((one) => [one, pragma.call(one, "max_page_count", { simple: true })] as const);
  // Fewer than there are: SQLite takes the number that there are.
  for (const [one] of limits) pragma.call(one, "max_page_count = 1");
  try {
    return await act();
  } finally {
    for (const [one, limit] of limits) pragma.call(one, `max_page_count = ${limit}`);
  }
}

/** Runs something while nothing can be written. */
export async function onReadOnlyDisk<T>(act: () => Promise<T>): Promise<T> {
  const before = open().map((one) => [one, pragma.call(one, "query_only", { simple: true })] as const);
  for (const [one] of before) pragma.call(one, "query_only = ON");
  try {
    return await act();
  } finally {
    for (const [one, was] of before) pragma.call(one, `query_only = ${was}`);
  }
}
