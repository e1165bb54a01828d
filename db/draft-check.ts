/** What the register knows that a draft letter is held against. */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import type { DraftCommitment } from "#app/domain/reading/draft-check.ts";
import { db } from "./client.ts";
import { commitmentsOn, paperKeysIn } from "./open-commitments.ts";
import { commitments, debates, items, letters, periods } from "./schema.ts";

/**
 * Open commitments of a ministry, its drafts among them, or without one those of all ministries that are published; as
 * they stand on the day on which a letter is sent. Of a letter of an earlier day what was open on the day before, so
 * that the letter itself does not count.
 */
export async function openWhenSent(
  sentOn: IsoDay,
  today: IsoDay,
  ministryId: string | null,
): Promise<DraftCommitment[]> {
  const day = sentOn < today ? addDays(sentOn, -1) : today;
  const whose = ministryId === null ? isNotNull(commitments.number) : eq(periods.ministryId, ministryId);
  return commitmentsOn(day, and(inArray(periods.status, ["open", "partly_met"]), whose), sentOn);
}

/**
 * Keys of all papers that the register names: of its letters and its published debates, and in the sources of
 * commitments and of what else it follows. Of a ministry its own drafts count as well.
 */
export async function knownPapers(ministryId: string | null): Promise<Set<string>> {
  const own = ministryId === null ? undefined : eq(debates.ministryId, ministryId);
  const named = [
    ...(await db.select({ text: letters.paper }).from(letters)),
    ...(await db
      .select({ text: debates.paper })
      .from(debates)
      .where(or(isNotNull(debates.publishedOn), own))),
    ...(await db.select({ text: commitments.source }).from(commitments).where(isNotNull(commitments.number))),
    ...(await db.select({ text: items.source }).from(items).where(isNotNull(items.number))),
  ];
  return new Set(named.flatMap(({ text }) => (text === null ? [] : paperKeysIn(text))));
}
