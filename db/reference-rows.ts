/** What follows from the events of the lists: names and groups by day, who is who, and how each is called now. */
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { effectiveEvents, type ReferenceEvent } from "#app/domain/events.ts";
import { type Merged, type ReferenceList, survivor, throughMerges } from "#app/domain/reference.ts";
import type { Db } from "./client.ts";
import { keptQuery } from "./kept-query.ts";
import * as schema from "./schema.ts";

type Change = typeof schema.referenceChanges.$inferSelect;
type Merge = typeof schema.merges.$inferSelect;

/** The table of each list. */
export const TABLE_OF = {
  ministry: schema.ministries,
  office: schema.offices,
  office_holder: schema.officeHolders,
  committee: schema.committees,
  group: schema.groups,
  member: schema.members,
  dossier: schema.dossiers,
  topic: schema.topics,
} satisfies Record<ReferenceList, SQLiteTable>;

/** Names from a day on, and groups of a member from a day on. */
export const changeRows = (events: readonly ReferenceEvent[]): Change[] =>
  effectiveEvents(events).flatMap(({ id, subjectId: thingId, effectiveOn: from, seq, ...event }): Change[] => {
    const own = { id, thingId, from, seq };
    if (event.kind === "renamed") return [{ ...own, field: "name", value: event.payload.name }];
    if (event.kind === "joined") return [{ ...own, field: "group", value: event.payload.groupId ?? "" }];
    return [];
  });

/** Who it is, where it was entered twice; the last that was said counts. */
export function mergeRow(events: readonly ReferenceEvent[]): Merge | null {
  const last = effectiveEvents(events).findLast((event) => event.kind === "merged");
  return last?.kind === "merged" ? { id: last.subjectId, ...last.payload, eventId: last.id } : null;
}

/** How it is called, and of a member the group, by all that was ever recorded; undefined where nothing was. */
export function nowOf(events: readonly ReferenceEvent[]): { name?: string; groupId?: string | null } {
  const last = (field: Change["field"]) =>
    changeRows(events)
      .filter((change) => change.field === field)
      .sort((a, b) => (a.from === b.from ? a.seq - b.seq : a.from < b.from ? -1 : 1))
      .at(-1)?.value;
  const bySeq = [...events].sort((a, b) => a.seq - b.seq);
  const renamed = bySeq.find((event) => event.kind === "renamed");
  const joined = bySeq.find((event) => event.kind === "joined");
  return {
    ...(renamed?.kind === "renamed" && { name: last("name") ?? renamed.payload.was }),
    ...(joined?.kind === "joined" && { groupId: (last("group") ?? joined.payload.was) || null }),
  };
}

/** Who is who, as it stands. */
export async function mergedIds(from: Db): Promise<Merged> {
  const rows = await allMerges(from).execute();
  return new Map(rows.map(({ id, into }) => [id, into]));
}

const allMerges = keptQuery((from) =>
  from.select({ id: schema.merges.id, into: schema.merges.into }).from(schema.merges),
);

/** Rewrites the rows of one id. Answers every id that means somebody else since; the empty list for another name. */
export async function refreshReference(tx: Db, id: string, history: readonly ReferenceEvent[]): Promise<string[]> {
  const { referenceChanges, merges } = schema;
  await tx.delete(referenceChanges).where(eq(referenceChanges.thingId, id));
  for (const row of changeRows(history)) await tx.insert(referenceChanges).values(row);
  const before = await mergedIds(tx);
  const row = mergeRow(history);
  await tx.delete(merges).where(eq(merges.id, id));
  if (row) await tx.insert(merges).values(row);
  const after = await mergedIds(tx);
  const known = new Set([...before.keys(), ...after.keys()]);
  return [...known].filter((one) => survivor(one, before) !== survivor(one, after));
}

/** All whose events name one of these ids: commitments, items, debates, and members in a group. */
export async function thatName(tx: Db, ids: readonly string[]) {
  const { events } = schema;
  const found = [];
  for (const id of ids) {
    found.push(
      ...(await tx
        .selectDistinct({ subject: events.subject, subjectId: events.subjectId })
        .from(events)
        .where(
          sql`${inArray(events.subject, ["commitment", "item", "debate", "reference"])} AND instr(${events.payload}, ${JSON.stringify(id)}) > 0`,
        )),
    );
  }
  return found;
}

/** The lists hold how things are called now: what forms choose from, and pages of today. */
export async function renewList(tx: Db, id: string): Promise<void> {
  const { events } = schema;
  const rows = await tx
    .select()
    .from(events)
    .where(sql`${events.subject} = 'reference' AND ${events.subjectId} = ${id}`)
    .orderBy(asc(events.seq));
  const merged = await mergedIds(tx);
  const { name, groupId } = nowOf(rows.map((row) => throughMerges(row as unknown as ReferenceEvent, merged)));
  for (const table of Object.values(TABLE_OF))
    if (name !== undefined) await tx.update(table).set({ name }).where(eq(table.id, id));
  if (groupId !== undefined) await tx.update(schema.members).set({ groupId }).where(eq(schema.members.id, id));
}
