/** The deadlines of published commitments as dates for a calendar, each with how often and when it last changed. */
import { and, asc, eq, inArray, isNull, lte, max, ne, or, type SQL, sql } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import type { Filter } from "#app/domain/filter.ts";
import type { Moment } from "./moment.ts";
import { inBatches } from "./public-exports.ts";
import type { ListedCommitment } from "./register-list.ts";
import { commitments, events, letters, periods } from "./schema.ts";

export interface DatedCommitment extends ListedCommitment {
  day: IsoDay;
  /** It waits for a letter that is expected on that day: nothing is late after it. */
  isExpected: boolean;
  /** Grows with whatever may have moved the day or told what came of it, and with nothing that is not public. */
  revision: number;
  changedAt: Instant;
}

/** Those that have a date, of all that a filter finds on a day. */
export const datedInTurn = (filter: Filter, moment: Moment): AsyncGenerator<DatedCommitment[]> =>
  datedOf(inBatches(filter, moment), moment);

/** The same of commitments as they are listed on that day. */
export async function* datedOf(
  listed: AsyncIterable<readonly ListedCommitment[]>,
  moment: Moment,
): AsyncGenerator<DatedCommitment[]> {
  const withdrawnLetter = await lastSeq(moment, and(eq(events.subject, "letter"), eq(events.kind, "withdrawn")));
  const recess = await lastSeq(moment, and(eq(events.subject, "calendar"), ne(events.kind, "happened")));
  const known = new Map<string, number>();
  for await (const rows of listed) {
    const dates = await datesOf(rows, moment);
    const dated = rows.filter(({ id }) => dates.has(id));
    const ids = dated.map(({ id }) => id);
    const own = await ownRevisions(ids, moment);
    const awaited = await awaitedRevisions(ids, moment);
    const dossier = await dossierRevisions(dated, known, moment);
    const revisions = dated.map(({ id, standing: { deadline } }) => {
      const ofLetters = deadline.event === "next_progress_letter" ? [dossier.get(id) ?? 0, withdrawnLetter] : [];
      const ofRecess = /reces/i.test(deadline.words) ? [recess] : [];
      return Math.max(own.get(id) ?? 0, awaited.get(id) ?? 0, ...ofLetters, ...ofRecess);
    });
    const moments = await recordedAtOf(revisions, moment);
    yield dated.flatMap((row, i) => {
      const date = dates.get(row.id);
      const revision = revisions[i] ?? 0;
      return date ? [{ ...row, ...date, revision, changedAt: moments.get(revision) ?? "" }] : [];
    });
  }
}

type Dated = Pick<DatedCommitment, "day" | "isExpected">;

const dateIn = (state: { dueOn: IsoDay | null; latest: IsoDay | null; expectedOn: IsoDay | null }): Dated | null => {
  const due = state.dueOn ?? state.latest;
  if (due) return { day: due, isExpected: false };
  return state.expectedOn ? { day: state.expectedOn, isExpected: true } : null;
};

/** What is settled keeps the last date that it had: it stays in the calendar where it stood. */
async function datesOf(rows: readonly ListedCommitment[], { asOf, from }: Moment): Promise<Map<string, Dated>> {
  const found = new Map<string, Dated>();
  const settled: string[] = [];
  for (const { id, standing } of rows) {
    const date = dateIn({ ...standing, latest: standing.deadline.latest });
    if (date) found.set(id, date);
    else if (standing.settledOn) settled.push(id);
  }
  const earlier = await from
    .select({
      id: periods.commitmentId,
      dueOn: periods.dueOn,
      latest: periods.latest,
      expectedOn: periods.expectedOn,
    })
    .from(periods)
    .where(and(inArray(periods.commitmentId, settled), lte(periods.from, asOf)))
    .orderBy(asc(periods.commitmentId), asc(periods.from));
  for (const { id, ...period } of earlier) {
    const date = dateIn(period);
    if (date) found.set(id, date);
  }
  return found;
}

async function lastSeq({ from }: Moment, which: SQL | undefined): Promise<number> {
  const [row] = await from
    .select({ seq: max(events.seq) })
    .from(events)
    .where(which);
  return row?.seq ?? 0;
}

const bySubject = (rows: readonly { id: string; seq: number | null }[]): Map<string, number> =>
  new Map(rows.map(({ id, seq }) => [id, seq ?? 0]));

/** The last of a commitment's own events, but for those that name what is not public. */
async function ownRevisions(ids: readonly string[], { from }: Moment): Promise<Map<string, number>> {
  const KINDS = ["published", "deadline_set", "reported", "judged", "lapsed", "reopened", "corrected", "withdrawn"];
  const successor = sql`json_extract(${events.payload}, '$.rest.commitmentId')`;
  const rows = await from
    .select({ id: events.subjectId, seq: max(events.seq) })
    .from(events)
    .where(
      and(
        eq(events.subject, "commitment"),
        inArray(events.subjectId, [...ids]),
        inArray(events.kind, KINDS),
        or(
          sql`${events.kind} NOT IN ('reported', 'judged')`,
          isNull(successor),
          sql`EXISTS (SELECT 1 FROM ${commitments} WHERE ${commitments.id} = ${successor} AND ${commitments.number} IS NOT NULL)`,
        ),
      ),
    )
    .groupBy(events.subjectId);
  return bySubject(rows);
}

/** The last that was entered about the day of what a deadline waits for. */
async function awaitedRevisions(ids: readonly string[], { from }: Moment): Promise<Map<string, number>> {
  const rows = await from
    .select({ id: events.subjectId, seq: sql<number | null>`max(entered.seq)` })
    .from(events)
    .innerJoin(
      sql`events AS entered`,
      sql`entered.subject = 'calendar' AND entered.subject_id =
        coalesce(json_extract(${events.payload}, '$.awaitedId'), json_extract(${events.payload}, '$.rest.awaitedId'))`,
    )
    .where(
      and(
        eq(events.subject, "commitment"),
        inArray(events.subjectId, [...ids]),
        inArray(events.kind, ["deadline_set", "reported", "judged"]),
      ),
    )
    .groupBy(events.subjectId);
  return bySubject(rows);
}

/**
 * The last that was recorded of the rhythm, the told dates and the letters of the dossier of each that waits for a letter.
 * @param known the dossiers that were looked up before, by id
 */
async function dossierRevisions(
  rows: readonly ListedCommitment[],
  known: Map<string, number>,
  { from }: Moment,
): Promise<Map<string, number>> {
  const waiting = rows.filter(({ standing }) => standing.deadline.event === "next_progress_letter").map(({ id }) => id);
  const of = await from
    .select({ id: commitments.id, dossierId: commitments.dossierId })
    .from(commitments)
    .where(inArray(commitments.id, waiting));
  const fresh = [...new Set(of.map(({ dossierId }) => dossierId))].filter((id) => !known.has(id));
  const own = await from
    .select({ id: events.subjectId, seq: max(events.seq) })
    .from(events)
    .where(and(eq(events.subject, "dossier"), inArray(events.subjectId, fresh)))
    .groupBy(events.subjectId);
  const ofLetters = await from
    .select({ id: letters.dossierId, seq: max(events.seq) })
    .from(letters)
    .innerJoin(events, and(eq(events.subject, "letter"), eq(events.subjectId, letters.id)))
    .where(
      and(
        inArray(letters.dossierId, fresh),
        inArray(events.kind, ["registered", "review_closed", "corrected", "withdrawn"]),
      ),
    )
    .groupBy(letters.dossierId);
  for (const { id, seq } of [...own, ...ofLetters]) known.set(id, Math.max(known.get(id) ?? 0, seq ?? 0));
  return new Map(of.map(({ id, dossierId }) => [id, known.get(dossierId) ?? 0]));
}

async function recordedAtOf(seqs: readonly number[], { from }: Moment): Promise<Map<number, Instant>> {
  const rows = await from
    .select({ seq: events.seq, at: events.recordedAt })
    .from(events)
    .where(inArray(events.seq, [...new Set(seqs)]));
  return new Map(rows.map(({ seq, at }) => [seq, at]));
}
