/** What the register knows that a draft letter is held against. */
import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { paperKey, parsePaper } from "#app/domain/paper.ts";
import { citations } from "#app/domain/reading/citation.ts";
import type { DraftCommitment } from "#app/domain/reading/draft-check.ts";
import { standingOf } from "#app/domain/standing.ts";
import { db } from "./client.ts";
import { holdsOn } from "./register-list.ts";
import { addressees, commitments, debates, items, letters, members, periods, topics } from "./schema.ts";

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
  const rows = await db
    .select({
      commitment: commitments,
      state: periods.state,
      topic: topics.name,
      debate: { paper: debates.paper },
      letter: { paper: letters.paper },
    })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .leftJoin(topics, eq(topics.id, commitments.topicId))
    .leftJoin(debates, eq(debates.id, commitments.originId))
    .leftJoin(letters, eq(letters.id, commitments.originId))
    .where(
      and(
        holdsOn(day),
        inArray(periods.status, ["open", "partly_met"]),
        ministryId === null ? isNotNull(commitments.number) : eq(periods.ministryId, ministryId),
      ),
    )
    .orderBy(asc(commitments.madeOn), asc(commitments.seq));
  const to = await db
    .select({ commitmentId: addressees.commitmentId, name: members.name })
    .from(addressees)
    .innerJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)));
  const addressee = new Map(to.map((row) => [row.commitmentId, row.name]));
  return rows.map(({ commitment, state, topic, debate, letter }) => ({
    id: commitment.id,
    number: commitment.number,
    title: commitment.title,
    text: commitment.text,
    topic,
    addressee: addressee.get(commitment.id) ?? null,
    madeOn: commitment.madeOn,
    papers: [debate?.paper, letter?.paper].flatMap((paper) => keysIn(paper ?? "")),
    dossierId: commitment.dossierId,
    standing: standingOf(state, sentOn),
  }));
}

/** The key of a paper that is written as one, or else of those that a text cites. */
function keysIn(text: string): string[] {
  const one = parsePaper(text);
  if (one) return [paperKey(one)];
  return citations(text).flatMap(({ dossier, number }) =>
    dossier && number ? [`${dossier}/${number}`.toUpperCase()] : [],
  );
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
  return new Set(named.flatMap(({ text }) => (text === null ? [] : keysIn(text))));
}
