/** In which group a member sat on a day: to whom something was promised is also to which group then. */
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { events, members, merges, referenceChanges } from "./schema.ts";

/**
 * The id of the group, or null; for a query that joins `members`. Before the first change that was recorded, that change
 * says which it was; without one it is the group in the list.
 * @param day a day, or the column with one
 */
export const groupOn = (day: IsoDay | SQL | Placeholder): SQL<string | null> => {
  const group = sql`coalesce(
    (SELECT ${referenceChanges.value} FROM ${referenceChanges}
      WHERE ${referenceChanges.thingId} = ${members.id} AND ${referenceChanges.field} = 'group'
        AND ${referenceChanges.from} <= ${day}
      ORDER BY ${referenceChanges.from} DESC, ${referenceChanges.seq} DESC LIMIT 1),
    (SELECT coalesce(json_extract(${events.payload}, '$.was'), '') FROM ${events}
      WHERE ${events.subject} = 'reference' AND ${events.subjectId} = ${members.id} AND ${events.kind} = 'joined'
      ORDER BY ${events.seq} LIMIT 1),
    ${members.groupId})`;
  return sql`nullif(coalesce((SELECT ${merges.into} FROM ${merges} WHERE ${merges.id} = ${group}), ${group}), '')`;
};
