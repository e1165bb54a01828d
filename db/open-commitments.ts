/** Commitments as they stand on a day, with what a passage of a letter can be matched with. */
import { and, asc, eq, type SQL } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { paperKey, parsePaper } from "#app/domain/paper.ts";
import { citations } from "#app/domain/reading/citation.ts";
import type { OpenCommitment } from "#app/domain/reading/findings.ts";
import { type Standing, standingOf } from "#app/domain/standing.ts";
import { db } from "./client.ts";
import { holdsOn } from "./register-list.ts";
import { addressees, commitments, debates, letters, members, periods, topics } from "./schema.ts";

export interface StandingCommitment extends OpenCommitment {
  /** Null for one that is not published yet. */
  number: string | null;
  dossierId: string;
  officeId: string;
  standing: Standing;
}

/**
 * The commitments for which `condition` holds, on its tables `commitments` and `periods`, in the order in which they
 * were made.
 * @param day on which they are looked up, `standsOn` on which they are shown
 */
export async function commitmentsOn(
  day: IsoDay,
  condition: SQL | undefined,
  standsOn: IsoDay = day,
): Promise<StandingCommitment[]> {
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
    .where(and(holdsOn(day), condition))
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
    papers: [debate?.paper, letter?.paper].flatMap((paper) => paperKeysIn(paper ?? "")),
    dossierId: commitment.dossierId,
    officeId: commitment.officeId,
    standing: standingOf(state, standsOn),
  }));
}

/** The key of a paper that is written as one, or else of those that a text cites. */
export function paperKeysIn(text: string): string[] {
  const one = parsePaper(text);
  if (one) return [paperKey(one)];
  return citations(text).flatMap(({ dossier, number }) =>
    dossier && number ? [`${dossier}/${number}`.toUpperCase()] : [],
  );
}
