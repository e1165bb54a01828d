/**
 * The database: `db` reads, `write` writes, and nothing else touches a connection.
 *
 * `write` queues its work on a connection of its own and awaits it between BEGIN IMMEDIATE and COMMIT, so that no other
 * request's statement can slip into a transaction. Network and file work has no place inside.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { databasePath } from "./database-path.ts";
import * as schema from "./schema.ts";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

function connect(): Database.Database {
  mkdirSync(dirname(databasePath()), { recursive: true });
  const connection = new Database(databasePath());
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  return keepStatements(connection);
}

/** More than there are queries in the program; those with a list in them are another for each length. */
const STATEMENTS = 500;

/**
 * Keeps what was prepared: SQLite takes as long to read the words of a query as to answer it, and every page asks the
 * same ones again. What was used longest ago makes room.
 */
function keepStatements(connection: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    // Who used it last may have asked for rows without names.
    if (known?.reader) known.raw(false);
    const statement = known ?? prepare(source);
    kept.delete(source);
    kept.set(source, statement);
    for (const oldest of kept.keys()) if (kept.size > STATEMENTS) kept.delete(oldest);
    return statement;
  }) as typeof connection.prepare;
  return connection;
}

const reader = connect();
const writer = connect();
reader.pragma("query_only = ON");

/** Reads. A write through it is refused by SQLite itself. */
export const db: Db = drizzle(reader, { schema });
const writing: Db = drizzle(writer, { schema });

let queue: Promise<unknown> = Promise.resolve();
/** How many writes have not ended yet, and since when the present one is at it (`performance.now()`). */
const underWay: { count: number; since: number | null } = { count: 0, since: null };

/** How a write went, for who measures the program: in seconds. */
export interface Written {
  waited: number;
  took: number;
  isDone: boolean;
}
let tell: (written: Written) => void = () => {};

/** Calls this after each write, done or refused. */
export function watchWrites(watch: (written: Written) => void): void {
  tell = watch;
}

/** How many writes have not ended yet, and for how many seconds the present one has been at it. */
export const writesUnderWay = (): { count: number; seconds: number } => ({
  count: underWay.count,
  seconds: underWay.since === null ? 0 : (performance.now() - underWay.since) / 1000,
});

/** Once every write that was asked for has ended, also those that were asked for meanwhile. */
export async function writesEnded(): Promise<void> {
  for (let last: unknown = null; last !== queue; ) {
    last = queue;
    await queue;
  }
}

/**
 * Runs `fn` alone, in one transaction that commits when it resolves and rolls back when it throws. Every write raises
 * the revision of the register, except those that no page shows (`silent`: sessions, sign-in attempts).
 */
export function write<T>(fn: (tx: Db) => Promise<T>, { silent = false } = {}): Promise<T> {
  return inTurn(() => transaction(fn, silent));
}

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const asked = performance.now();
  underWay.count += 1;
  const turn = queue.then(async () => {
    const begun = performance.now();
    underWay.since = begun;
    let isDone = false;
    try {
      const result = await act();
      isDone = true;
      return result;
    } finally {
      underWay.count -= 1;
      underWay.since = null;
      tell({ waited: (begun - asked) / 1000, took: (performance.now() - begun) / 1000, isDone });
    }
  });
  queue = turn.catch(() => undefined);
  return turn;
}

/**
 * Tries whether the database can be written, and changes nothing. Answers at once: where somebody is writing just now,
 * it can be. @throws what SQLite says where it cannot
 */
export function tryWriting(): void {
  if (underWay.since !== null) return;
  writer.pragma("busy_timeout = 0");
  try {
    writer.exec("BEGIN IMMEDIATE; UPDATE register_state SET revision = revision");
  } catch (error) {
    if (!isBusy(error)) throw error;
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    writer.pragma("busy_timeout = 5000");
  }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code === "SQLITE_BUSY";

async function transaction<T>(fn: (tx: Db) => Promise<T>, silent: boolean): Promise<T> {
  writer.exec("BEGIN IMMEDIATE");
  try {
    const result = await fn(writing);
    if (!silent) await writing.update(schema.registerState).set({ revision: sql`revision + 1` });
    writer.exec("COMMIT");
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

/**
 * A connection on which copies stand in front of these tables, to be changed at will, and the rows of a query in front
 * of the events. SQLite looks among temporary tables first; the stored ones cannot be written through it.
 */
export function openShadow(tables: readonly string[], knownEvents: string): Db {
  const shadow = keepStatements(new Database(databasePath(), { readonly: true }));
  const definitions = shadow.prepare(
    "SELECT type, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC",
  );
  shadow.transaction(() => {
    for (const table of tables) {
      for (const { type, sql: made } of definitions.all(table) as { type: string; sql: string }[]) {
        shadow.exec(made.replace(/^(CREATE (?:UNIQUE )?(?:TABLE|INDEX) )/, "$1temp."));
        if (type === "table") shadow.exec(`INSERT INTO temp.${table} SELECT * FROM main.${table}`);
      }
    }
    shadow.exec(`CREATE TEMP VIEW events AS ${knownEvents}`);
  })();
  return drizzle(shadow, { schema });
}

/** One more connection that reads, for views of its own. */
export const openReader = (): Db =>
  drizzle(keepStatements(new Database(databasePath(), { readonly: true })), { schema });

/** Runs `fn` while `db` stays at one moment, however much is written meanwhile. For a command: every reader stays. */
export async function atOneMoment<T>(fn: () => Promise<T>): Promise<T> {
  reader.exec("BEGIN");
  try {
    return await fn();
  } finally {
    reader.exec("COMMIT");
  }
}

/** The number of writes so far: pages made at the same revision on the same day are the same. */
export async function revision(): Promise<number> {
  return (await db.query.registerState.findFirst())?.revision ?? 0;
}

let editionNow: Database.Statement<[], string> | null = null;

/**
 * Which state of the register this is, asked with every request: the number of writes, by whatever process, and the end
 * of the chain, as after a copy was put back the count begins again.
 */
export async function edition(): Promise<string> {
  editionNow ??= reader
    .prepare<[], string>("SELECT revision || ' ' || substr(head_hash, 1, 16) FROM register_state")
    .pluck();
  return editionNow.get() ?? "";
}

/** Closes both connections, after what is in the log was brought into the database itself. */
export function close(): void {
  reader.close();
  try {
    writer.pragma("busy_timeout = 500"); // somebody else may be reading: then the log stays, and nothing is lost
    writer.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    writer.close();
  }
}
