/** The lists as the back office reads them: every row with what it is called, what names it and what became of it. */
import { and, asc, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { effectiveEvents, type ReferenceEvent } from "#app/domain/events.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { type Candidate, type ReferenceList, survivor } from "#app/domain/reference.ts";
import type { Entry, Usage } from "#app/domain/reference-fields.ts";
import { type Db, db } from "./client.ts";
import { eventsOf } from "./events.ts";
import { mergedIds, TABLE_OF } from "./reference-rows.ts";
import { addressees, commitments, debates, events, items, referenceChanges } from "./schema.ts";

/** A row of any list, by the names of its columns; null where the list has no such column. */
export interface ReferenceRow {
  id: string;
  name: string;
  slug: string | null;
  chamber: Chamber | null;
  officeId: string | null;
  ministryId: string | null;
  committeeId: string | null;
  dossierId: string | null;
  groupId: string | null;
  from: IsoDay | null;
  until: IsoDay | null;
  abbreviation: string | null;
}

const NOTHING = {
  slug: null,
  chamber: null,
  officeId: null,
  ministryId: null,
  committeeId: null,
  dossierId: null,
  groupId: null,
  from: null,
  until: null,
  abbreviation: null,
};

const rowOf = (row: object): ReferenceRow => ({ ...NOTHING, ...row }) as ReferenceRow;

const allOf = async (list: ReferenceList, from: Db): Promise<ReferenceRow[]> =>
  (await from.select().from(TABLE_OF[list]).orderBy(asc(TABLE_OF[list].name))).map(rowOf);

/** Whoever is in a list, by name; what was merged into another is that other. */
export async function entriesOf(list: ReferenceList, from: Db = db): Promise<ReferenceRow[]> {
  const merged = await mergedIds(from);
  return (await allOf(list, from)).filter(({ id }) => !merged.has(id));
}

/** One row of a list, merged or not; null where there is none. */
export async function entryOf(list: ReferenceList, id: string, from: Db = db): Promise<ReferenceRow | null> {
  const [row] = await from.select().from(TABLE_OF[list]).where(sql`${TABLE_OF[list].id} = ${id}`);
  return row ? rowOf(row) : null;
}

/** A row as a form shows it. */
export const asEntry = (row: object): Entry =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? "" : String(value)]));

/** Of a row, by whom it means: after a merge both count as one. Drafts are not counted. */
export async function usageOf(list: ReferenceList, id: string, from: Db = db): Promise<Usage> {
  const count = async (rows: Promise<{ n: number }[]>): Promise<number> => (await rows)[0]?.n ?? 0;
  const total = { n: sql<number>`count(DISTINCT ${commitments.id})` };
  const addressed = sql`${commitments.id} IN (SELECT ${addressees.commitmentId} FROM ${addressees} WHERE ${addressees.addresseeId} = ${id})`;
  const named: Record<ReferenceList, SQL | undefined> = {
    ministry: sql`${commitments.id} IN (SELECT commitment_id FROM periods WHERE ministry_id = ${id})`,
    office: eq(commitments.officeId, id),
    office_holder: eq(commitments.officeHolderId, id),
    committee: eq(commitments.committeeId, id),
    group: addressed,
    member: addressed,
    dossier: eq(commitments.dossierId, id),
    topic: eq(commitments.topicId, id),
  };
  const spoken: Partial<Record<ReferenceList, SQL | undefined>> = {
    ministry: eq(debates.ministryId, id),
    committee: eq(debates.committeeId, id),
    dossier: eq(debates.dossierId, id),
    office_holder: sql`EXISTS (SELECT 1 FROM json_each(${debates.officeHolderIds}) WHERE value = ${id})`,
  };
  const followed = list === "topic" ? eq(items.topicId, id) : list === "dossier" ? eq(items.dossierId, id) : sql`0`;
  const published = and(isNotNull(commitments.number), named[list]);
  return {
    commitments: await count(from.select(total).from(commitments).where(published)),
    letters: await count(
      from
        .select({ n: sql<number>`count(DISTINCT ${commitments.originId})` })
        .from(commitments)
        .where(and(published, eq(commitments.originKind, "letter"))),
    ),
    debates: await count(
      from
        .select({ n: sql<number>`count(*)` })
        .from(debates)
        .where(and(isNotNull(debates.publishedOn), spoken[list] ?? sql`0`)),
    ),
    items: await count(
      from
        .select({ n: sql<number>`count(*)` })
        .from(items)
        .where(and(isNotNull(items.publishedOn), followed)),
    ),
  };
}

/** Something that was said of a row and holds, with the event by which it can be taken back. */
export interface Said {
  eventId: string;
  kind: "renamed" | "joined" | "merged" | "succeeded";
  on: IsoDay;
  /** A name; or the id of a group (empty for none), of who it is, of the ministry that follows. */
  value: string;
}

/** All that was said of a row and holds, and the place in the chain of the last thing recorded of it. */
export async function saidOf(id: string, from: Db = db): Promise<{ said: Said[]; seen: number }> {
  const reference: ReferenceEvent[] = await eventsOf("reference", id, from);
  const calendar = await eventsOf("calendar", id, from);
  const said = [
    ...effectiveEvents(reference).flatMap((event): Said[] => {
      const own = { eventId: event.id, on: event.effectiveOn };
      if (event.kind === "renamed") return [{ ...own, kind: event.kind, value: event.payload.name }];
      if (event.kind === "joined") return [{ ...own, kind: event.kind, value: event.payload.groupId ?? "" }];
      return event.kind === "merged" ? [{ ...own, kind: event.kind, value: event.payload.into }] : [];
    }),
    ...effectiveEvents(calendar).flatMap((event): Said[] =>
      event.kind === "succeeded"
        ? [{ eventId: event.id, on: event.effectiveOn, kind: event.kind, value: event.payload.ministryId }]
        : [],
    ),
  ];
  return { said, seen: Math.max(0, ...[...reference, ...calendar].map(({ seq }) => seq)) };
}

/** How something was called before the first day that is known; null while it was never called otherwise. */
export async function firstName(id: string, from: Db = db): Promise<string | null> {
  const first = (await eventsOf("reference", id, from)).find((event) => event.kind === "renamed");
  return first?.kind === "renamed" ? first.payload.was : null;
}

/** The rows that were merged into this one. */
export async function mergedInto(list: ReferenceList, id: string, from: Db = db): Promise<ReferenceRow[]> {
  const merged = await mergedIds(from);
  return (await allOf(list, from)).filter((row) => merged.has(row.id) && survivor(row.id, merged) === id);
}

/** What there is to know of a row to say whether it is the same as another. */
export async function candidateOf(list: ReferenceList, id: string, from: Db = db): Promise<Candidate | null> {
  const row = await entryOf(list, id, from);
  if (!row) return null;
  const merged = await mergedIds(from);
  const into = merged.has(id) ? await entryOf(list, survivor(id, merged), from) : null;
  const { name, chamber, officeId, dossierId, from: since, until } = row;
  return { id, list, name, chamber, officeId, dossierId, from: since, until, mergedInto: into?.name ?? null };
}

/** Whether any event names it, in a draft as well, or anything was ever said of it. */
export async function isNamed(id: string, from: Db = db): Promise<boolean> {
  const [row] = await from
    .select({ id: events.id })
    .from(events)
    .where(or(eq(events.subjectId, id), sql`instr(${events.payload}, ${JSON.stringify(id)}) > 0`))
    .limit(1);
  return row !== undefined;
}

/** Members whose group it is, or ever was; offices of a ministry; and so on: rows of lists that point to a row. */
export async function pointsTo(list: ReferenceList, id: string, from: Db = db): Promise<string[]> {
  const found: string[] = [];
  for (const other of Object.keys(TABLE_OF) as ReferenceList[]) {
    for (const row of await allOf(other, from)) {
      const { officeId, ministryId, committeeId, dossierId, groupId } = row;
      const pointed = {
        office: officeId,
        ministry: ministryId,
        committee: committeeId,
        dossier: dossierId,
        group: groupId,
      };
      if (list in pointed && pointed[list as keyof typeof pointed] === id) found.push(row.name);
    }
  }
  const [was] = await from
    .select({ id: referenceChanges.thingId })
    .from(referenceChanges)
    .where(and(eq(referenceChanges.field, "group"), eq(referenceChanges.value, id), ne(referenceChanges.thingId, id)))
    .limit(1);
  return was && found.length === 0 ? ["een Kamerlid dat er eerder bij hoorde"] : found;
}
