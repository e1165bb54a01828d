/** Decisions of a committee: the texts that its clerk brought in, and recording one decision on one commitment. */
import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { Deadline } from "#app/domain/deadline.ts";
import { type CommitmentEvent, effectiveEvents, type NewEvent, type Verdict } from "#app/domain/events.ts";
import type { Decided } from "#app/domain/reading/committee-decisions.ts";
import type { Standing } from "#app/domain/standing.ts";
import { type Db, db, write } from "./client.ts";
import { awaitedId, type CommitmentRow, commitmentById, standingOfCommitment } from "./commitments.ts";
import { eventsOf, newId, record } from "./events.ts";
import { commitments, debates, decisionTexts } from "./schema.ts";

type DecisionText = typeof decisionTexts.$inferSelect;

/** Keeps a text as it was brought in; answers its id. Nothing is decided by it. */
export const keepDecisionText = (
  by: string,
  brought: Pick<DecisionText, "committeeId" | "text" | "source" | "decidedOn">,
): Promise<string> =>
  write(
    async (tx) => {
      const id = newId();
      await tx.insert(decisionTexts).values({ id, accountId: by, createdAt: new Date().toISOString(), ...brought });
      return id;
    },
    { silent: true },
  );

export const decisionText = async (id: string): Promise<DecisionText | null> =>
  (await db.query.decisionTexts.findFirst({ where: eq(decisionTexts.id, id) })) ?? null;

/** The texts of a committee, the last meeting first. */
export const decisionTextsOf = async (committeeId: string) =>
  db
    .select({ id: decisionTexts.id, source: decisionTexts.source, decidedOn: decisionTexts.decidedOn })
    .from(decisionTexts)
    .where(eq(decisionTexts.committeeId, committeeId))
    .orderBy(desc(decisionTexts.decidedOn), desc(decisionTexts.createdAt));

export const dropDecisionText = (id: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(decisionTexts).where(eq(decisionTexts.id, id));
    },
    { silent: true },
  );

/**
 * The published commitments that go by a number: our own, or one of another register that stands in their source, their
 * words or the paper of their debate.
 */
export async function commitmentsUnder(number: string): Promise<CommitmentRow[]> {
  const named = `%${number}%`;
  const places = [commitments.source, commitments.title, commitments.text, commitments.quote, debates.paper];
  const rows = await db
    .select({ row: commitments, paper: debates.paper })
    .from(commitments)
    .leftJoin(debates, eq(debates.id, commitments.originId))
    .where(
      and(
        isNotNull(commitments.number),
        or(eq(commitments.number, number), ...places.map((place) => sql`${place} LIKE ${named}`)),
      ),
    )
    .orderBy(commitments.number);
  const whole = new RegExp(`(?<![\\p{L}\\d-])${number}(?!\\d)`, "iu");
  return rows
    .filter(({ row, paper }) => {
      const { source, title, text, quote } = row;
      return row.number === number || [source, title, text, quote, paper].some((place) => whole.test(place ?? ""));
    })
    .map(({ row }) => row);
}

/** A decision as it is recorded of one commitment. */
export interface DecisionOnOne {
  decided: Decided;
  /** The deadline that the decision sets; null leaves the one in force. */
  deadline: Deadline | null;
  on: IsoDay;
  committeeId: string;
  /** The committee, in words. */
  decider: string;
  /** Where the decision stands, with its words. */
  note: string;
}

/** Whether a decision of that day and purport counts for a commitment already. */
export async function isRecorded(
  commitmentId: string,
  decision: Pick<DecisionOnOne, "decided" | "deadline" | "on">,
  from: Db = db,
): Promise<boolean> {
  return effectiveEvents(await eventsOf("commitment", commitmentId, from)).some((event) => says(event, decision));
}

function says(event: CommitmentEvent, { decided, on }: Pick<DecisionOnOne, "decided" | "deadline" | "on">) {
  if (event.effectiveOn !== on) return false;
  if (event.kind === "lapsed") return decided === "lapsed";
  if (event.kind !== "judged") return false;
  // Of one day a committee decides once on a commitment; an extension is recognised by the deadline that it sets.
  return decided === "extended" ? event.payload.rest.kind === "new_deadline" : event.payload.verdict === decided;
}

/** An extension leaves what was partly met partly met, and says of anything else that it is not met. */
const verdictOf = (decided: Exclude<Decided, "lapsed">, status: Standing["status"]): Verdict =>
  decided === "extended" ? (status === "partly_met" ? "partly_met" : "not_met") : decided;

/**
 * Records what the committee decided of one of its own commitments.
 * @returns "already" where that counts already, "lapsed" where it was to be met no more, "too_early" for a day before it
 * was made, "gone" where it is no published commitment of this committee; nothing is recorded then
 */
export const recordDecision = (
  by: string,
  commitmentId: string,
  decision: DecisionOnOne,
): Promise<"recorded" | "already" | "lapsed" | "too_early" | "gone"> =>
  write(async (tx) => {
    const row = await commitmentById(commitmentId, tx);
    if (row?.number == null || row.committeeId !== decision.committeeId) return "gone";
    if (decision.on < row.madeOn) return "too_early";
    if (await isRecorded(commitmentId, decision, tx)) return "already";
    const standing = await standingOfCommitment(commitmentId, decision.on, tx);
    if (!standing || standing.status === "lapsed") return "lapsed";
    await record(tx, by, [eventOf(commitmentId, decision, standing.status)]);
    return "recorded";
  });

function eventOf(commitmentId: string, decision: DecisionOnOne, status: Standing["status"]): NewEvent {
  const { decided, deadline, on, committeeId, decider, note } = decision;
  const subject = { subject: "commitment", subjectId: commitmentId, effectiveOn: on } as const;
  if (decided === "lapsed") return { ...subject, kind: "lapsed", payload: { reason: note, decider } };
  const rest = deadline
    ? { kind: "new_deadline" as const, deadline, awaitedId: awaitedId(deadline) }
    : { kind: "unchanged" as const };
  return { ...subject, kind: "judged", payload: { verdict: verdictOf(decided, status), rest, committeeId, note } };
}
