/** The lists that forms choose from, and adding to them while logging. */
import { and, asc, eq } from "drizzle-orm";
import type { Chamber } from "#app/domain/recess.ts";
import { type Db, db } from "./client.ts";
import { newId, record } from "./events.ts";
import {
  committees,
  dossiers,
  groups,
  members,
  ministries,
  officeHolders,
  offices,
  recesses,
  topics,
} from "./schema.ts";

/** Everything a form chooses from, each list by name. */
export async function referenceLists(from: Db = db) {
  return {
    ministries: await from.select().from(ministries).orderBy(asc(ministries.name)),
    offices: await from.select().from(offices).orderBy(asc(offices.name)),
    officeHolders: await from.select().from(officeHolders).orderBy(asc(officeHolders.name)),
    committees: await from.select().from(committees).orderBy(asc(committees.name)),
    groups: await from.select().from(groups).orderBy(asc(groups.name)),
    members: await from.select().from(members).orderBy(asc(members.name)),
    dossiers: await from.select().from(dossiers).orderBy(asc(dossiers.name)),
    topics: await from.select().from(topics).orderBy(asc(topics.name)),
  };
}
export type ReferenceLists = Awaited<ReturnType<typeof referenceLists>>;

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

/** Adds a topic to a dossier; the one that is there already where the name is the same. Answers its id. */
export async function addTopic(tx: Db, dossierId: string, name: string, description = ""): Promise<string> {
  const same = await tx.query.topics.findFirst({ where: and(eq(topics.dossierId, dossierId), eq(topics.name, name)) });
  if (same) return same.id;
  const slug = await freeSlug(
    async (s) => (await tx.query.topics.findFirst({ where: eq(topics.slug, s) })) !== undefined,
    name,
  );
  const row = { id: newId(), slug, dossierId, name, description };
  await tx.insert(topics).values(row);
  return row.id;
}

/** Adds a dossier, followed from a day on. Answers its id. */
export async function addDossier(
  tx: Db,
  by: string,
  dossier: { name: string; ministryId: string | null; committeeId: string | null; coveredFrom: string },
): Promise<string> {
  const slug = await freeSlug(
    async (s) => (await tx.query.dossiers.findFirst({ where: eq(dossiers.slug, s) })) !== undefined,
    dossier.name,
  );
  const id = newId();
  await tx.insert(dossiers).values({
    id,
    slug,
    name: dossier.name,
    description: "",
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

export async function addMember(tx: Db, name: string, groupName: string | null, chamber: Chamber): Promise<string> {
  const groupId = groupName ? await addGroup(tx, groupName) : null;
  const same = await tx.query.members.findFirst({ where: and(eq(members.name, name), eq(members.chamber, chamber)) });
  if (same && (same.groupId === groupId || groupId === null)) return same.id;
  const row = { id: newId(), name, groupId, chamber };
  await tx.insert(members).values(row);
  return row.id;
}

export async function addGroup(tx: Db, name: string): Promise<string> {
  const same = await tx.query.groups.findFirst({ where: eq(groups.name, name) });
  if (same) return same.id;
  const row = { id: newId(), name };
  await tx.insert(groups).values(row);
  return row.id;
}

export async function addCommittee(tx: Db, name: string, chamber: Chamber): Promise<string> {
  const same = await tx.query.committees.findFirst({
    where: and(eq(committees.name, name), eq(committees.chamber, chamber)),
  });
  if (same) return same.id;
  const row = { id: newId(), name, chamber };
  await tx.insert(committees).values(row);
  return row.id;
}

/** Adds a person in an office; the office too where the ministry has none by that name. */
export async function addOfficeHolder(
  tx: Db,
  holder: { name: string; office: string; ministryId: string },
): Promise<{ officeId: string; officeHolderId: string }> {
  const office =
    (await tx.query.offices.findFirst({
      where: and(eq(offices.name, holder.office), eq(offices.ministryId, holder.ministryId)),
    })) ?? (await insertOffice(tx, holder.office, holder.ministryId));
  const same = await tx.query.officeHolders.findFirst({
    where: and(eq(officeHolders.name, holder.name), eq(officeHolders.officeId, office.id)),
  });
  if (same) return { officeId: office.id, officeHolderId: same.id };
  const row = { id: newId(), officeId: office.id, name: holder.name, from: null, until: null };
  await tx.insert(officeHolders).values(row);
  return { officeId: office.id, officeHolderId: row.id };
}

async function insertOffice(tx: Db, name: string, ministryId: string) {
  const row = { id: newId(), name, ministryId };
  await tx.insert(offices).values(row);
  return row;
}

export async function addMinistry(tx: Db, name: string): Promise<string> {
  const same = await tx.query.ministries.findFirst({ where: eq(ministries.name, name) });
  if (same) return same.id;
  const row = { id: newId(), name, tooi: null };
  await tx.insert(ministries).values(row);
  return row.id;
}
