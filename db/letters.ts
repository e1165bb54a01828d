/** Letters: from what came in to the register's own copy. */
import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { PayloadsOf } from "#app/domain/events.ts";
import type { PassageFinding } from "#app/domain/reading/letter-findings.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { newId, record } from "./events.ts";
import { debates, imports, letters, proposals } from "./schema.ts";

export type LetterRow = typeof letters.$inferSelect;
export type LetterFacts = PayloadsOf["letter"]["registered"];

export const letterById = async (id: string, from: Db = db): Promise<LetterRow | null> =>
  (await from.query.letters.findFirst({ where: eq(letters.id, id) })) ?? null;

/** The letter that was registered from the original with this SHA-256, if any. */
export const letterOfOriginal = async (originalSha256: string, from: Db = db): Promise<LetterRow | null> =>
  (await from.query.letters.findFirst({ where: eq(letters.originalSha256, originalSha256) })) ?? null;

/** The letter that was registered from these very bytes, if any. */
export const letterWithBytes = (bytes: Uint8Array): Promise<LetterRow | null> => letterOfOriginal(sha256(bytes));

/**
 * Registers a letter: from now on it can be read by all, and its review can begin. What the reader found is kept
 * beside it. The letter takes over the id of the import, so that a form sent twice finds it. Answers the letter that was
 * made of the same bytes before, if there is one; the import then stays with who brought it in.
 */
export const receiveLetter = (
  by: string,
  importId: string,
  facts: LetterFacts,
  findings: readonly PassageFinding[],
): Promise<LetterRow | null> =>
  write(async (tx) => {
    const same = facts.originalSha256 ? await letterOfOriginal(facts.originalSha256, tx) : null;
    if (same) return same;
    await tx.delete(imports).where(eq(imports.id, importId));
    await recordLetter(tx, by, importId, facts, findings);
    return null;
  });

export async function recordLetter(
  tx: Db,
  by: string,
  id: string,
  facts: LetterFacts,
  findings: readonly PassageFinding[] = [],
): Promise<void> {
  const effectiveOn = facts.receivedOn ?? facts.date;
  await record(tx, by, [{ subject: "letter", subjectId: id, kind: "registered", effectiveOn, payload: facts }]);
  for (const [position, { anchor, finding }] of findings.entries()) {
    await tx.insert(proposals).values({
      id: newId(),
      letterId: id,
      position,
      anchor,
      kind: finding.kind,
      quote: finding.quote,
      who: finding.who,
      addressee: finding.to?.words ?? null,
      deadline: finding.deadline,
      verdict: finding.verdict,
      why: finding.why,
    });
  }
}

/** A debate of the dossier that was held after the letter was written: a reason to ask whether its date is right. */
export const debateAfter = async (dossierId: string, date: IsoDay) =>
  (await db.query.debates.findFirst({
    where: and(eq(debates.dossierId, dossierId), gt(debates.date, date), isNotNull(debates.publishedOn)),
    orderBy: desc(debates.date),
  })) ?? null;

/** A letter of the dossier with the same date: a reason to ask whether it is the same one. */
export const letterOfDate = async (dossierId: string, date: IsoDay): Promise<LetterRow | null> =>
  (await db.query.letters.findFirst({ where: and(eq(letters.dossierId, dossierId), eq(letters.date, date)) })) ?? null;

/** Letters of a ministry whose review is open, oldest first. */
export const lettersToReview = async (ministryId: string): Promise<LetterRow[]> =>
  db
    .select()
    .from(letters)
    .where(and(eq(letters.ministryId, ministryId), eq(letters.reviewClosed, false)))
    .orderBy(asc(letters.day));
