/** What lies on a desk: of a ministry for its staff, of a committee for its clerks. */
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { type ExpectedLetter, expectedLetter, letterOverdueDays } from "#app/domain/rhythm.ts";
import { db } from "./client.ts";
import { contextOf } from "./events.ts";
import { nowOn } from "./moment.ts";
import { type ListedCommitment, publishedWhere } from "./register-list.ts";
import { commitments, dossiers, ownerships } from "./schema.ts";

export interface AwaitedLetter {
  dossier: { id: string; slug: string; name: string };
  expected: ExpectedLetter;
  overdueDays: number;
}

/** Dossiers of a ministry or a committee for which a progress letter is expected, the first one first. */
export async function awaitedLetters(
  of: { ministryId: string | null; committeeId: string | null },
  today: IsoDay,
): Promise<AwaitedLetter[]> {
  const mine = of.ministryId
    ? eq(dossiers.ministryId, of.ministryId)
    : of.committeeId
      ? eq(dossiers.committeeId, of.committeeId)
      : undefined;
  if (!mine) return [];
  const found: AwaitedLetter[] = [];
  for (const { id, slug, name } of await db.select().from(dossiers).where(mine).orderBy(asc(dossiers.name))) {
    const context = await contextOf(id);
    const expected = expectedLetter(context, today);
    if (expected) found.push({ dossier: { id, slug, name }, expected, overdueDays: letterOverdueDays(context, today) });
  }
  return found.sort((a, b) => (a.expected.day < b.expected.day ? -1 : 1));
}

/** Commitments of which an account is the owner, with the ministry's own date, the first one first. */
export async function ownedBy(
  accountId: string,
  today: IsoDay,
): Promise<{ commitment: ListedCommitment; internalDate: IsoDay | null }[]> {
  const rows = await db
    .select({ id: commitments.id, internalDate: ownerships.internalDate })
    .from(ownerships)
    .innerJoin(commitments, and(eq(commitments.id, ownerships.commitmentId), isNotNull(commitments.number)))
    .where(eq(ownerships.accountId, accountId));
  const dates = new Map(rows.map(({ id, internalDate }) => [id, internalDate]));
  return (await publishedWhere({ ids: rows.map(({ id }) => id) }, await nowOn(today)))
    .map((commitment) => ({ commitment, internalDate: dates.get(commitment.id) ?? null }))
    .sort((a, b) => ((a.internalDate ?? "9999") < (b.internalDate ?? "9999") ? -1 : 1));
}
