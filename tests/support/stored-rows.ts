/** The database of a test beside the program: what it holds, and what happens to it behind the program's back. */
import Database from "better-sqlite3";

interface Stored {
  databasePath: string;
}

export const storedRows = <T>({ databasePath }: Stored, query: string, ...values: unknown[]): T[] =>
  using(new Database(databasePath, { readonly: true }), (rows) => rows.prepare(query).all(...values) as T[]);

export const changeRows = ({ databasePath }: Stored, sql: string, ...values: unknown[]): void =>
  using(new Database(databasePath), (rows) => {
    rows.prepare(sql).run(...values);
  });

function using<T>(connection: Database.Database, act: (connection: Database.Database) => T): T {
  try {
    return act(connection);
  } finally {
    connection.close();
  }
}

export interface StoredEvent {
  kind: string;
  effectiveOn: string;
  payload: Record<string, unknown>;
}

/** The events of one thing, in the order in which they were recorded. */
export const storedHistory = (app: Stored, subjectId: string): StoredEvent[] =>
  storedRows<{ kind: string; effectiveOn: string; payload: string }>(
    app,
    "SELECT kind, effective_on AS effectiveOn, payload FROM events WHERE subject_id = ? ORDER BY seq",
    subjectId,
  ).map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }));
