/**
 * The lists as they stood on a day: a connection on which views stand in front of them, so that every query of the
 * public door shows the names of that day as it is. Nothing is copied: a view reads what is stored when it is asked.
 */
import { getTableColumns, getTableName, max, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { type Db, db, openReader } from "./client.ts";
import { keptQuery } from "./kept-query.ts";
import { TABLE_OF } from "./reference-rows.ts";
import { referenceChanges } from "./schema.ts";

/** Few days are looked at on which something was called otherwise; one that is dropped is closed once nobody reads it. */
const KEPT = 8;
const kept = new Map<IsoDay, Promise<Db>>();

/**
 * The first day of the stretch that a day is in, during which everything kept its name; null for the last stretch,
 * which is how the lists stand. Days before the first change make one stretch as well.
 */
export async function namesSince(asOf: IsoDay): Promise<IsoDay | null> {
  const [last] = await lastChange(db).execute();
  if (!last?.from || last.from <= asOf) return null;
  const [since] = await db
    .select({ from: max(referenceChanges.from) })
    .from(referenceChanges)
    .where(sql`${referenceChanges.from} <= ${asOf}`);
  return since?.from ?? "";
}

/** Asked with every page. */
const lastChange = keptQuery((from) => from.select({ from: max(referenceChanges.from) }).from(referenceChanges));

/** Reads the register with the names of a day, by all that is known now. */
export async function readOn(asOf: IsoDay): Promise<Db> {
  const since = await namesSince(asOf);
  if (since === null) return db;
  const known = kept.get(since) ?? opened(since);
  kept.delete(since);
  kept.set(since, known);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return known;
}

async function opened(since: IsoDay): Promise<Db> {
  const reader = openReader();
  await showNames(reader, since);
  return reader;
}

/**
 * Puts the views in front of the lists. What the connection knows of changes counts; how something was called before
 * the first change that was ever recorded, that change says.
 * @param since the day; null for all that the connection knows
 */
export async function showNames(connection: Db, since: IsoDay | null): Promise<void> {
  for (const [list, table] of Object.entries(TABLE_OF)) {
    const name = getTableName(table);
    const columns = Object.values(getTableColumns(table)).map((column) => {
      if (column.name === "name") return `${valueOn(since, "name", "renamed")} AS name`;
      if (list === "member" && column.name === "group_id")
        return `nullif(${valueOn(since, "group", "joined")}, '') AS group_id`;
      return `list.${column.name}`;
    });
    await connection.run(sql.raw(`CREATE TEMP VIEW ${name} AS SELECT ${columns.join(", ")} FROM main.${name} AS list`));
  }
}

/** Days come from the register itself, never from a visitor. */
function valueOn(since: IsoDay | null, field: "name" | "group", kind: "renamed" | "joined"): string {
  const column = field === "name" ? "list.name" : "list.group_id";
  const until = since === null ? "" : `AND from_day <= '${since}'`;
  return `coalesce(
    (SELECT value FROM reference_changes
      WHERE thing_id = list.id AND field = '${field}' ${until} ORDER BY from_day DESC, seq DESC LIMIT 1),
    (SELECT coalesce(json_extract(payload, '$.was'), '') FROM main.events
      WHERE subject = 'reference' AND subject_id = list.id AND kind = '${kind}' ORDER BY seq LIMIT 1),
    ${column})`;
}
