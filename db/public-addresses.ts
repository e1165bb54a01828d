/** What has a page of its own, with the day on which something of it was last recorded. Part of the public door. */
import { and, asc, inArray, isNotNull, max, ne } from "drizzle-orm";
import { amsterdamDay, type IsoDay } from "#app/domain/calendar.ts";
import type { Moment } from "./moment.ts";
import { commitments, debates, events, items, letters } from "./schema.ts";

export interface PublicAddress {
  kind: "commitment" | "letter" | "debate" | "item";
  /** The number, or the id of what has none. */
  key: string;
  changedOn: IsoDay | null;
}

/** Every published commitment, letter, debate and item, in the order of their numbers. */
export async function publicAddresses({ from }: Moment): Promise<PublicAddress[]> {
  const changes = await from
    .select({ id: events.subjectId, at: max(events.recordedAt) })
    .from(events)
    // Looking at a passage is work in hand and changes no page.
    .where(
      and(inArray(events.subject, ["commitment", "letter", "debate", "item"]), ne(events.kind, "passage_reviewed")),
    )
    .groupBy(events.subjectId);
  const lastOf = new Map(changes.map(({ id, at }) => [id, at && amsterdamDay(at)]));
  const listed = (kind: PublicAddress["kind"], rows: { id: string; number: string | null }[]): PublicAddress[] =>
    rows.map(({ id, number }) => ({ kind, key: number ?? id, changedOn: lastOf.get(id) ?? null }));
  return [
    ...listed(
      "commitment",
      await from
        .select({ id: commitments.id, number: commitments.number })
        .from(commitments)
        .where(isNotNull(commitments.number))
        .orderBy(asc(commitments.number)),
    ),
    ...listed("letter", withoutNumber(await from.select({ id: letters.id }).from(letters).orderBy(asc(letters.id)))),
    ...listed(
      "debate",
      withoutNumber(
        await from
          .select({ id: debates.id })
          .from(debates)
          .where(isNotNull(debates.publishedOn))
          .orderBy(asc(debates.id)),
      ),
    ),
    ...listed(
      "item",
      await from
        .select({ id: items.id, number: items.number })
        .from(items)
        .where(isNotNull(items.publishedOn))
        .orderBy(asc(items.number), asc(items.id)),
    ),
  ];
}

const withoutNumber = (rows: { id: string }[]) => rows.map(({ id }) => ({ id, number: null }));
