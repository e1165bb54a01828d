/**
 * The lists that forms choose from, and adding to them while logging. What is there under the same name is not added
 * again: names are compared by `sameName`, as the forms do, because `lower()` of SQLite knows no letters with accents.
 */
import { and, asc, eq } from "drizzle-orm";
import { sameName } from "#app/domain/names.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { survivor } from "#app/domain/reference.ts";
import { type Db, db } from "./client.ts";
import { newId, record } from "./events.ts";
import { mergedIds } from "./reference-rows.ts";
import {
  committees,
  dossiers,
  events,
  groups,
  members,
  ministries,
  officeHolders,
  offices,
  recesses,
  topics,
} from "./schema.ts";

/** Everything a form chooses from, each list by name; whoever was entered twice stands in it once. */
export async function referenceLists(from: Db = db) {
  const merged = await mergedIds(from);
  const once = <R extends { id: string }>(rows: R[]): R[] => rows.filter(({ id }) => !merged.has(id));
  return {
    ministries: once(await from.select().from(ministries).orderBy(asc(ministries.name))),
    offices: once(await from.select().from(offices).orderBy(asc(offices.name))),
    officeHolders: once(await from.select().from(officeHolders).orderBy(asc(officeHolders.name))),
    committees: once(await from.select().from(committees).orderBy(asc(committees.name))),
    groups: once(await from.select().from(groups).orderBy(asc(groups.name))),
    members: once(await from.select().from(members).orderBy(asc(members.name))),
    dossiers: once(await from.select().from(dossiers).orderBy(asc(dossiers.name))),
    topics: once(await from.select().from(topics).orderBy(asc(topics.name))),
  };
}
export type ReferenceLists = Awaited<ReturnType<typeof referenceLists>>;

/** Every recess that the calendar knows, the first one first. */
export const recessList = async (from: Db = db) => from.select().from(recesses).orderBy(asc(recesses.start));

/** `Aanpak kinderpornografie` → `aanpak-kinderpornografie`; never empty. */
const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .toLowerCase()
    .replace(/^-+|-+$/g, "") || "zonder-naam";

async function freeSlug(taken: (slug: string) => Promise<boolean>, name: string): Promise<string> {
  const base = slugOf(name);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!(await taken(slug))) return slug;
  }
}

/** Who is called so now or, of nobody now, was called so before; of one that was merged whom it means. */
async function named<R extends { id: string; name: string }>(tx: Db, rows: readonly R[], name: string) {
  const id = rows.find((row) => sameName(row.name, name))?.id ?? (await onceNamed(tx, rows, name));
  const meant = id && survivor(id, await mergedIds(tx));
  return rows.find((row) => row.id === meant);
}

async function onceNamed(tx: Db, rows: readonly { id: string }[], name: string): Promise<string | undefined> {
  const renamed = await tx
    .select({ id: events.subjectId, payload: events.payload })
    .from(events)
    .where(and(eq(events.subject, "reference"), eq(events.kind, "renamed")));
  const ids = new Set(rows.map(({ id }) => id));
  return renamed.find(({ id, payload }) => {
    const { name: later, was } = payload as { name: string; was: string };
    return ids.has(id) && (sameName(later, name) || sameName(was, name));
  })?.id;
}

/** Adds a topic to a dossier; the one that is there already where the name is the same. Answers its id. */
export async function addTopic(tx: Db, dossierId: string, name: string, description = ""): Promise<string> {
  const same = await named(tx, await tx.select().from(topics).where(eq(topics.dossierId, dossierId)), name);
  if (same) return same.id;
  const slug = await freeSlug(
    async (s) => (await tx.query.topics.findFirst({ where: eq(topics.slug, s) })) !== undefined,
    name,
  );
  const row = { id: newId(), slug, dossierId, name, description };
  await tx.insert(topics).values(row);
  return row.id;
}

/** Adds a dossier, followed from a day on; the one that is there already where the name is the same. Answers its id. */
export async function addDossier(
  tx: Db,
  by: string,
  dossier: {
    name: string;
    description?: string;
    ministryId: string | null;
    committeeId: string | null;
    coveredFrom: string;
  },
): Promise<string> {
  const same = await named(tx, await tx.select().from(dossiers), dossier.name);
  if (same) return same.id;
  const slug = await freeSlug(
    async (s) => (await tx.query.dossiers.findFirst({ where: eq(dossiers.slug, s) })) !== undefined,
    dossier.name,
  );
  const id = newId();
  await tx.insert(dossiers).values({
    id,
    slug,
    name: dossier.name,
    description: dossier.description ?? "",
    ministryId: dossier.ministryId,
    committeeId: dossier.committeeId,
    showsHelp: false,
    isInvented: false,
  });
  const from = dossier.coveredFrom;
  await record(tx, by, [
    { subject: "dossier", subjectId: id, kind: "coverage_set", effectiveOn: from, payload: { from, until: null } },
  ]);
  return id;
}

/**
 * Whom a name means in a chamber, by name and group together: the same surname in another group is another person.
 * Without a group it is the one who has none, or else whoever is called so: one for each group, so that more than one
 * means that somebody has to say which.
 */
export function membersNamed(
  lists: Pick<ReferenceLists, "members" | "groups">,
  { name, groupName }: { name: string; groupName: string | null },
  chamber: Chamber,
): ReferenceLists["members"] {
  const called = lists.members.filter((row) => row.chamber === chamber && sameName(row.name, name));
  const inGroup = (groupId: string | null) => called.filter((row) => row.groupId === groupId).slice(0, 1);
  if (groupName) {
    const group = lists.groups.find((row) => sameName(row.name, groupName));
    return group ? inGroup(group.id) : [];
  }
  const without = inGroup(null);
  return without.length > 0 ? without : [...new Set(called.map(({ groupId }) => groupId))].flatMap(inGroup);
}

/**
 * Adds a member of a chamber, and the group where that is new; answers the id of who is meant where that is clear
 * (`membersNamed`). Where it is not, the form asks first; here nobody is guessed, and somebody without a group is added.
 */
export async function addMember(tx: Db, name: string, groupName: string | null, chamber: Chamber): Promise<string> {
  const groupId = groupName ? await addGroup(tx, groupName) : null;
  const lists = { members: await tx.select().from(members), groups: await tx.select().from(groups) };
  const [meant, ...others] = membersNamed(lists, { name, groupName }, chamber);
  if (meant && others.length === 0) return survivor(meant.id, await mergedIds(tx));
  const row = { id: newId(), name, groupId, chamber };
  await tx.insert(members).values(row);
  return row.id;
}

/** Adds a parliamentary group; the one that is there already where the name is the same. Answers its id. */
export async function addGroup(tx: Db, name: string): Promise<string> {
  const same = await named(tx, await tx.select().from(groups), name);
  if (same) return same.id;
  const row = { id: newId(), name };
  await tx.insert(groups).values(row);
  return row.id;
}

/** Adds a committee of a chamber; the one that is there already where the name is the same. Answers its id. */
export async function addCommittee(tx: Db, name: string, chamber: Chamber): Promise<string> {
  const same = await named(tx, await tx.select().from(committees).where(eq(committees.chamber, chamber)), name);
  if (same) return same.id;
  const row = { id: newId(), name, chamber };
  await tx.insert(committees).values(row);
  return row.id;
}

/** Adds a person in an office, and the office where the ministry has none by that name. Answers both ids. */
export async function addOfficeHolder(
  tx: Db,
  holder: { name: string; office: string; ministryId: string },
): Promise<{ officeId: string; officeHolderId: string }> {
  const officeId = await addOffice(tx, holder);
  const same = await named(
    tx,
    await tx.select().from(officeHolders).where(eq(officeHolders.officeId, officeId)),
    holder.name,
  );
  if (same) return { officeId, officeHolderId: same.id };
  const row = { id: newId(), officeId, name: holder.name, from: null, until: null };
  await tx.insert(officeHolders).values(row);
  return { officeId, officeHolderId: row.id };
}

/** Adds an office of a ministry; the one that is there already where the name is the same. Answers its id. */
export async function addOffice(
  tx: Db,
  { office: name, ministryId }: { office: string; ministryId: string },
): Promise<string> {
  const same = await named(tx, await tx.select().from(offices).where(eq(offices.ministryId, ministryId)), name);
  if (same) return same.id;
  const row = { id: newId(), name, ministryId };
  await tx.insert(offices).values(row);
  return row.id;
}

/** Adds a ministry; the one that is there already where the name is the same. Answers its id. */
export async function addMinistry(tx: Db, name: string): Promise<string> {
  const same = await named(tx, await tx.select().from(ministries), name);
  if (same) return same.id;
  const row = { id: newId(), name, tooi: null, abbreviation: null };
  await tx.insert(ministries).values(row);
  return row.id;
}
