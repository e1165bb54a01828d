/** Reviewing a letter: each decision is an event, made once; the second to decide is told what the first did. */
import { and, asc, eq, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import type { Deadline } from "#app/domain/deadline.ts";
import {
  type Claim,
  type CommitmentEvent,
  type EvidenceSource,
  effectiveEvents,
  type Figure,
  type ItemKind,
  type Measure,
  type NewEvent,
  type PassageRef,
  type Rest,
} from "#app/domain/events.ts";
import type { Status } from "#app/domain/standing.ts";
import { answersIn } from "./answers.ts";
import { type Db, db, write } from "./client.ts";
import { commitmentById, publication, type Registration, registration } from "./commitments.ts";
import { eventsOf, newId, record } from "./events.ts";
import { isItemBuiltOn, itemById, itemPublication, mention, withSharedStart } from "./items.ts";
import { type LetterRow, letterById } from "./letters.ts";
import { commitmentsOn, type StandingCommitment } from "./open-commitments.ts";
import { holdsOn } from "./register-list.ts";
import { accounts, commitments, events, periods, proposals } from "./schema.ts";

export type ProposalRow = typeof proposals.$inferSelect;

export interface Decision {
  eventId: string;
  proposalId: string;
  outcome: "confirmed" | "registered" | "rejected";
  commitmentId: string | null;
  /** The item that was made of the passage, or of which it says something. */
  itemId: string | null;
  recordedEventId: string | null;
  /** Name of who decided, and when. */
  by: string;
  at: string;
}

export const proposalsOf = async (letterId: string): Promise<ProposalRow[]> =>
  db.select().from(proposals).where(eq(proposals.letterId, letterId)).orderBy(asc(proposals.position));

/** The decisions on a letter that stand, by proposal. */
export async function decisionsOn(letterId: string, from: Db = db): Promise<Map<string, Decision>> {
  const effective = effectiveEvents(await eventsOf("letter", letterId, from));
  const names = new Map(
    (await from.select({ id: accounts.id, name: accounts.name }).from(accounts)).map((a) => [a.id, a.name]),
  );
  const recorded = effective.flatMap((event) =>
    event.kind === "passage_reviewed" ? (event.payload.eventId ?? []) : [],
  );
  const ofItems = new Map(
    (
      await from
        .select({ id: events.id, itemId: events.subjectId })
        .from(events)
        .where(and(eq(events.subject, "item"), inArray(events.id, recorded.concat(""))))
    ).map(({ id, itemId }) => [id, itemId]),
  );
  const found = new Map<string, Decision>();
  for (const event of effective) {
    if (event.kind !== "passage_reviewed") continue;
    const { proposalId, outcome, commitmentId, eventId } = event.payload;
    found.set(proposalId, {
      eventId: event.id,
      proposalId,
      outcome,
      commitmentId,
      itemId: ofItems.get(eventId ?? "") ?? null,
      recordedEventId: eventId,
      by: names.get(event.recordedBy) ?? "het register",
      at: event.recordedAt,
    });
  }
  return found;
}

/** What a reviewer decides of a passage. `proposalId` names the place, also where the reader proposed nothing. */
export interface Place {
  letterId: string;
  proposalId: string;
  anchor: string;
}

type Outcome =
  | { done: true }
  | { done: false; because: "decided"; decision: Decision }
  | { done: false; because: Refusal };

/** Why a decision was not recorded, beside one that somebody else made first. */
type Refusal = "gone" | "closed" | "not_there" | "circle";

interface ToRecord {
  events: NewEvent[];
  outcome: Decision["outcome"];
  commitmentId: string | null;
  eventId: string | null;
}

async function decide(
  by: string,
  place: Place,
  what: (tx: Db, letter: LetterRow) => Promise<ToRecord | { because: Refusal }>,
): Promise<Outcome> {
  return write(async (tx) => {
    const letter = await letterById(place.letterId, tx);
    if (!letter) return { done: false, because: "gone" };
    if (letter.reviewClosed) return { done: false, because: "closed" };
    const earlier = (await decisionsOn(place.letterId, tx)).get(place.proposalId);
    if (earlier) return { done: false, because: "decided", decision: earlier };
    const decided = await what(tx, letter);
    if ("because" in decided) return { done: false, because: decided.because };
    const { events, outcome, commitmentId, eventId } = decided;
    const letterEvent = { subject: "letter", subjectId: letter.id, effectiveOn: letter.day } as const;
    const begun: NewEvent[] = letter.reviewBegun ? [] : [{ ...letterEvent, kind: "review_begun", payload: {} }];
    await record(tx, by, [
      ...begun,
      ...events,
      {
        ...letterEvent,
        kind: "passage_reviewed",
        payload: { proposalId: place.proposalId, anchor: place.anchor, outcome, commitmentId, eventId },
      },
    ]);
    return { done: true };
  });
}

const refTo = ({ letterId, anchor }: Place): PassageRef => ({ letterId, anchor, place: null });

/** This passage answers that commitment: the ministry's claim, and what becomes of the rest. */
export const confirmLink = (
  by: string,
  place: Place,
  commitmentId: string,
  answer: { claim: Claim; rest: Rest; note: string | null },
): Promise<Outcome> =>
  decide(by, place, async (tx, letter) => {
    const successorId = answer.rest.kind === "successor" ? answer.rest.commitmentId : null;
    for (const id of [commitmentId, ...(successorId ? [successorId] : [])]) {
      if ((await commitmentById(id, tx))?.number == null) return { because: "not_there" };
    }
    if (successorId && (await leadsTo(tx, successorId, commitmentId))) return { because: "circle" };
    const eventId = newId();
    const reported: NewEvent = {
      id: eventId,
      subject: "commitment",
      subjectId: commitmentId,
      kind: "reported",
      effectiveOn: letter.day,
      payload: { passage: refTo(place), ...answer },
    };
    return { events: [reported], outcome: "confirmed", commitmentId, eventId };
  });

/** Whether the rest of one commitment went on, by however many steps, in another: closing that circle would lose both. */
async function leadsTo(tx: Db, from: string, to: string, seen: ReadonlySet<string> = new Set()): Promise<boolean> {
  if (from === to) return true;
  if (seen.has(from)) return false;
  const next = new Set([...seen, from]);
  for (const id of successorsOf(await eventsOf("commitment", from, tx)))
    if (await leadsTo(tx, id, to, next)) return true;
  return false;
}

/** The commitments that events which still count name as successor. */
export const successorsOf = (events: readonly CommitmentEvent[]): string[] =>
  effectiveEvents(events).flatMap((event) => {
    const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
    return rest?.kind === "successor" ? [rest.commitmentId] : [];
  });

/** This passage makes a promise: registered and published at once, as the letter itself is public. */
export const registerFromPassage = (
  by: string,
  place: Place,
  promised: Omit<Registration, "origin">,
  deadline: Deadline,
  today: IsoDay,
): Promise<Outcome> =>
  decide(by, place, async (tx, letter) => {
    const id = newId();
    const origin = { kind: "letter" as const, id: letter.id, passage: refTo(place) };
    // On the day the Kamer had the letter: dated before it, a promise for the next letter would wait for its own.
    const made = registration(id, letter.day, { ...promised, origin }, deadline);
    const published = await publication(tx, [{ id, madeOn: letter.day }], today);
    const eventId = newId();
    const [registered, ...rest] = made;
    return {
      events: [...(registered ? [{ ...registered, id: eventId }] : []), ...rest, ...published],
      outcome: "registered",
      commitmentId: id,
      eventId,
    };
  });

/** This passage holds something else that the dossier follows: published at once, as the letter itself is public. */
export const registerItemFromPassage = (
  by: string,
  place: Place,
  item: {
    itemKind: ItemKind;
    title: string;
    text: string;
    by: string | null;
    topicId: string | null;
    deadline: Deadline | null;
    evidence?: EvidenceSource | null;
    measure?: Measure | null;
    figure?: Figure | null;
  },
  today: IsoDay,
): Promise<Outcome> =>
  decide(by, place, async (tx, letter) => {
    const id = newId();
    const eventId = newId();
    const origin = { kind: "letter" as const, id: letter.id, passage: refTo(place) };
    const { evidence = null, figure = null } = item;
    const measure = item.measure ? await withSharedStart(tx, letter.dossierId, item.measure) : null;
    const registered: NewEvent = {
      subject: "item",
      subjectId: id,
      id: eventId,
      kind: "registered",
      effectiveOn: letter.date,
      payload: { ...item, evidence, measure, figure, dossierId: letter.dossierId, origin, source: null },
    };
    const published = await itemPublication(tx, [{ id, itemKind: item.itemKind, on: letter.date }], today);
    return {
      events: [registered, ...published],
      outcome: "registered",
      commitmentId: null,
      eventId,
    };
  });

/** This passage says something of an item that the register follows already. */
export const mentionFromPassage = (by: string, place: Place, itemId: string, note: string | null): Promise<Outcome> =>
  decide(by, place, async (tx, letter) => {
    const item = await itemById(itemId, tx);
    if (!item?.publishedOn) return { because: "not_there" };
    const eventId = newId();
    const said = mention(eventId, item, letter.day, refTo(place), note);
    return { events: [said], outcome: "confirmed", commitmentId: null, eventId };
  });

export const rejectProposal = (by: string, place: Place): Promise<Outcome> =>
  decide(by, place, async () => ({ events: [], outcome: "rejected", commitmentId: null, eventId: null }));

/**
 * Takes a decision back with its reason: the event that it recorded counts as not having been. Refused where somebody
 * has built on a commitment that it made.
 */
export const withdrawDecision = (
  by: string,
  letterId: string,
  proposalId: string,
  reason: string,
): Promise<{ done: true } | { done: false; because: "gone" | "closed" | "built_on" }> =>
  write(async (tx) => {
    const letter = await letterById(letterId, tx);
    const decision = (await decisionsOn(letterId, tx)).get(proposalId);
    if (!letter || !decision) return { done: false, because: "gone" };
    if (letter.reviewClosed) return { done: false, because: "closed" };
    const undo: NewEvent[] = [
      {
        subject: "letter",
        subjectId: letterId,
        kind: "withdrawn",
        effectiveOn: letter.day,
        payload: { eventId: decision.eventId, reason },
      },
    ];
    if (decision.recordedEventId) {
      const event = await findEvent(tx, decision.recordedEventId);
      if (!event) return { done: false, because: "gone" };
      if (event.subject === "commitment" && (await isBuiltOn(tx, event))) return { done: false, because: "built_on" };
      if (event.subject === "item" && event.kind === "registered" && (await isItemBuiltOn(tx, event.subjectId)))
        return { done: false, because: "built_on" };
      undo.push({
        subject: event.subject,
        subjectId: event.subjectId,
        kind: "withdrawn",
        effectiveOn: event.effectiveOn,
        payload: { eventId: event.id, reason },
      } as NewEvent);
    }
    await record(tx, by, undo);
    return { done: true };
  });

async function findEvent(tx: Db, id: string) {
  const row = await tx.query.events.findFirst({ where: (events, { eq: equals }) => equals(events.id, id) });
  return row ?? null;
}

const BUILDS = ["deadline_set", "reported", "judged", "lapsed", "reopened", "handed_over", "accepted"];

/**
 * Whether somebody went on from an event: something that counts was recorded of the commitment after it or, for its
 * registration, another commitment names it as successor.
 */
async function isBuiltOn(tx: Db, { id, kind, seq, subjectId }: typeof events.$inferSelect): Promise<boolean> {
  const effective = effectiveEvents(await eventsOf("commitment", subjectId, tx));
  const own = kind === "registered" ? effective.find((event) => event.kind === "deadline_set")?.id : null;
  if (effective.some((event) => event.seq > seq && event.id !== own && event.id !== id && BUILDS.includes(event.kind)))
    return true;
  if (kind !== "registered") return false;
  const naming = await tx
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(sql`json_extract(${events.payload}, '$.rest.commitmentId') = ${subjectId}`);
  for (const row of naming) if (successorsOf(await eventsOf("commitment", row.id, tx)).includes(subjectId)) return true;
  return false;
}

/** Notes something odd in the source with the letter, for every reader; once for each place and reason. */
export const remarkOn = (by: string, letterId: string, anchor: string, why: string): Promise<boolean> =>
  write(async (tx) => {
    const letter = await letterById(letterId, tx);
    if (!letter || letter.remarks.some((remark) => remark.passage.anchor === anchor && remark.why === why))
      return false;
    await record(tx, by, [
      {
        subject: "letter",
        subjectId: letterId,
        kind: "remarked",
        effectiveOn: letter.day,
        payload: { passage: { letterId, anchor, place: null }, why },
      },
    ]);
    return true;
  });

/** Closes the review: takes effect on the day the letter was received. */
export const closeReview = (by: string, letterId: string): Promise<boolean> =>
  write(async (tx) => {
    const letter = await letterById(letterId, tx);
    if (!letter || letter.reviewClosed) return false;
    await record(tx, by, [
      { subject: "letter", subjectId: letterId, kind: "review_closed", effectiveOn: letter.day, payload: {} },
    ]);
    return true;
  });

/** Opens a closed review again, with the reason. */
export const reopenReview = (by: string, letterId: string, reason: string): Promise<boolean> =>
  write(async (tx) => {
    const letter = await letterById(letterId, tx);
    const closed = effectiveEvents(await eventsOf("letter", letterId, tx)).find(({ kind }) => kind === "review_closed");
    if (!letter || !closed) return false;
    await record(tx, by, [
      {
        subject: "letter",
        subjectId: letterId,
        kind: "withdrawn",
        effectiveOn: letter.day,
        payload: { eventId: closed.id, reason },
      },
    ]);
    return true;
  });

/** Numbers and titles of published commitments, by id, however they stand. */
export async function publishedTitles(ids: string[]): Promise<Map<string, { number: string; title: string }>> {
  const rows = await db
    .select({ id: commitments.id, number: commitments.number, title: commitments.title })
    .from(commitments)
    .where(and(isNotNull(commitments.number), inArray(commitments.id, ids.concat(""))));
  return new Map(rows.map(({ id, number, title }) => [id, { number: number ?? "", title }]));
}

export type AnswerableCommitment = StandingCommitment & { number: string };

const ANSWERABLE: Status[] = ["open", "partly_met"];
const hasNumber = (one: StandingCommitment): one is AnswerableCommitment => one.number !== null;

/** Published commitments, of any dossier, that were open just before or on the day of a letter, by their number. */
export async function answerableOn(day: IsoDay, dossierId: string | null = null): Promise<AnswerableCommitment[]> {
  const openJustBefore = db
    .select({ id: periods.commitmentId })
    .from(periods)
    .where(and(holdsOn(addDays(day, -1)), inArray(periods.status, ANSWERABLE)));
  const found = await commitmentsOn(
    day,
    and(
      isNotNull(commitments.number),
      lte(commitments.madeOn, day),
      // What this letter has met in one passage, another of its passages may answer as well.
      or(inArray(periods.status, ANSWERABLE), inArray(commitments.id, openJustBefore)),
      dossierId ? eq(commitments.dossierId, dossierId) : undefined,
    ),
  );
  return found.filter(hasNumber).sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Commitments of the letter's dossier that it says nothing of: those promised for this letter first. */
export async function silentIn(
  letter: LetterRow,
): Promise<{ promisedForThis: boolean; commitment: AnswerableCommitment }[]> {
  const answered = new Set((await answersIn(letter.id)).map(({ subjectId }) => subjectId));
  return (await answerableOn(letter.day, letter.dossierId))
    .filter(({ id, standing, madeOn }) => standing.countsAsOpen && !answered.has(id) && madeOn < letter.day)
    .map((commitment) => ({
      promisedForThis:
        commitment.standing.unreviewedLetterId === letter.id || commitment.standing.missedLetterId === letter.id,
      commitment,
    }))
    .sort((a, b) => Number(b.promisedForThis) - Number(a.promisedForThis));
}

/** What becomes late when the review of this letter is closed now: promised for it, and not answered in it. */
export async function lateByClosing(letter: LetterRow): Promise<AnswerableCommitment[]> {
  return (await answerableOn(letter.day, letter.dossierId)).filter(
    ({ standing }) => standing.unreviewedLetterId === letter.id && !standing.recurring,
  );
}
