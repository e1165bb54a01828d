/**
 * Queries that every page asks. Drizzle takes longer to write out a query than SQLite to answer it, so these are written
 * once for each connection, with a name in the place of what is another each time: `sql.placeholder("id")`.
 */
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "./client.ts";

export function keptQuery<P>(build: (from: Db) => { prepare(): P }): (from: Db) => P {
  const written = new WeakMap<Db, P>();
  return (from) => {
    const known = written.get(from) ?? build(from).prepare();
    written.set(from, known);
    return known;
  };
}

/** Whether a column is one of the values under this name, which are given as `JSON.stringify(values)`. */
export const isAmong = (column: SQLWrapper, name: string): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${sql.placeholder(name)}))`;
