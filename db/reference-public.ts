/** Which of the lists the public sees: what something published is about, to, by or from, and nothing else. */
import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { db } from "./client.ts";
import { addressees, commitments, debates, items, letters, members, periods } from "./schema.ts";

/** Those of these ids that a published row names. A row names whom it means: of two that were merged only the one. */
export async function namedInPublic(ids: readonly string[]): Promise<Set<string>> {
  const isPublic = {
    commitments: isNotNull(commitments.number),
    debates: isNotNull(debates.publishedOn),
    items: isNotNull(items.publishedOn),
  };
  const published = sql`SELECT ${commitments.id} FROM ${commitments} WHERE ${isPublic.commitments}`;
  const places: [SQLiteColumn, SQL | undefined][] = [
    [commitments.officeId, isPublic.commitments],
    [commitments.officeHolderId, isPublic.commitments],
    [commitments.committeeId, isPublic.commitments],
    [commitments.dossierId, isPublic.commitments],
    [commitments.topicId, isPublic.commitments],
    [addressees.addresseeId, sql`${addressees.commitmentId} IN (${published})`],
    [periods.ministryId, sql`${periods.commitmentId} IN (${published})`],
    [debates.committeeId, isPublic.debates],
    [debates.ministryId, isPublic.debates],
    [debates.dossierId, isPublic.debates],
    [items.dossierId, isPublic.items],
    [items.topicId, isPublic.items],
    [letters.ministryId, undefined],
    [letters.dossierId, undefined],
  ];
  const found = new Set<string>();
  for (const [column, shows] of places) {
    const rows = await db
      .selectDistinct({ id: sql<string>`${column}` })
      .from(column.table)
      .where(and(inArray(column, [...ids]), shows));
    for (const { id } of rows) found.add(id);
  }
  const spoke = await db.select({ ids: debates.officeHolderIds }).from(debates).where(isPublic.debates);
  const held = new Set(spoke.flatMap((row) => row.ids));
  for (const id of ids) if (held.has(id)) found.add(id);
  const groups = await db
    .select({ id: members.groupId })
    .from(members)
    .where(
      sql`${members.id} IN (SELECT ${addressees.addresseeId} FROM ${addressees} WHERE ${addressees.commitmentId} IN (${published}))`,
    );
  for (const { id } of groups) if (id && ids.includes(id)) found.add(id);
  return found;
}
