/** Histories of commitments for tests, told the way one would tell them: what happened, and on which day. */
import type { IsoDay } from "#app/domain/calendar.ts";
import { type AwaitedKind, type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { Claim, CommitmentEvent, PassageRef, Rest, Verdict } from "#app/domain/events.ts";
import type { ProgressLetter } from "#app/domain/rhythm.ts";
import { type Standing, type StandingContext, standing } from "#app/domain/standing.ts";

type DraftOf<E> = E extends CommitmentEvent ? Pick<E, "kind" | "effectiveOn" | "payload"> & { id?: string } : never;
/** An event before it is recorded. */
export type Draft = DraftOf<CommitmentEvent>;

/** Gives events their ids (`e1`, `e2`, … unless `called`), and in that order their place in the chain and moments. */
export const record = (...drafts: Draft[]): CommitmentEvent[] =>
  drafts.map(
    (draft, at) =>
      ({
        id: `e${at + 1}`,
        ...draft,
        seq: at + 1,
        subject: "commitment",
        subjectId: "c1",
        recordedAt: recordedAt(at + 1),
        recordedBy: "test",
      }) as CommitmentEvent,
  );

/** The moment at which `record` says the event with this number was recorded. */
export const recordedAt = (seq: number): string => new Date(Date.UTC(2020, 0, 1, 12, seq)).toISOString();

export const called = (id: string, draft: Draft): Draft => ({ ...draft, id });

const passage = (letterId: string): PassageRef => ({ letterId, anchor: "p1", place: null });

// --- What was said about a deadline --------------------------------------------------------------------------------

export const by = (latest: IsoDay, earliest: IsoDay | null = null): Deadline => ({
  ...NO_DEADLINE,
  words: `uiterlijk ${latest}`,
  earliest,
  latest,
  derived: "Als datum genoemd.",
});

/** "In de volgende voortgangsbrief", perhaps with a date beside it. */
export const nextLetter = (latest: IsoDay | null = null): Deadline => ({
  ...NO_DEADLINE,
  words: "in de volgende voortgangsbrief",
  latest,
  event: "next_progress_letter",
  derived: "Wacht op de volgende voortgangsbrief.",
});

/** "Bij …" (or, with `before`, "voor …") an event whose day staff enter, perhaps with a date beside it. */
export const at = (event: AwaitedKind, { before = false, latest = null as IsoDay | null } = {}): Deadline => ({
  ...NO_DEADLINE,
  words: `${before ? "voor" : "bij"} ${event}`,
  latest,
  event,
  beforeEvent: before,
  derived: "Wacht op een gebeurtenis.",
});

/** Words without a date. */
export const vague = (words = "te zijner tijd"): Deadline => ({ ...NO_DEADLINE, words, event: "unspecified" });

// --- What happened -------------------------------------------------------------------------------------------------

export const made = (effectiveOn: IsoDay, { perYear = null as number | null, ministry = "justice" } = {}): Draft => ({
  kind: "registered",
  effectiveOn,
  payload: {
    title: "De Kamer informeren",
    text: "De Kamer informeren over de stand van zaken.",
    quote: null,
    chamber: "TK",
    origin: { kind: "debate", id: "debate", passage: null },
    officeId: "office",
    officeHolderId: null,
    ministryId: ministry,
    committeeId: "committee",
    dossierId: "dossier",
    topicId: null,
    to: { memberIds: [], groupIds: [] },
    source: null,
    recurring: perYear === null ? null : { perYear },
  },
});

export const published = (effectiveOn: IsoDay, number = "2011-0001"): Draft => ({
  kind: "published",
  effectiveOn,
  payload: { number },
});

/** The deadline that was said with the promise itself. */
export const due = (effectiveOn: IsoDay, deadline: Deadline, awaitedId: string | null = null): Draft => ({
  kind: "deadline_set",
  effectiveOn,
  payload: { deadline, reason: null, passage: null, awaitedId },
});

/** A later deadline that the Kamer was told of. */
export const told = (effectiveOn: IsoDay, deadline: Deadline, awaitedId: string | null = null): Draft => ({
  kind: "deadline_set",
  effectiveOn,
  payload: { deadline, reason: "Er is meer tijd nodig.", passage: passage("a letter"), awaitedId },
});

/** A later deadline of the ministry's own, not told to the Kamer. */
export const planned = (effectiveOn: IsoDay, deadline: Deadline): Draft => ({
  kind: "deadline_set",
  effectiveOn,
  payload: { deadline, reason: "Er is meer tijd nodig.", passage: null, awaitedId: null },
});

export const UNCHANGED: Rest = { kind: "unchanged" };
export const REST_WITHOUT_DEADLINE: Rest = { kind: "no_deadline" };
export const restIn = (commitmentId: string): Rest => ({ kind: "successor", commitmentId });
export const restBy = (deadline: Deadline, awaitedId: string | null = null): Rest => ({
  kind: "new_deadline",
  deadline,
  awaitedId,
});

export const reported = (effectiveOn: IsoDay, claim: Claim, rest: Rest = UNCHANGED): Draft => ({
  kind: "reported",
  effectiveOn,
  payload: { passage: passage("a letter"), claim, rest, note: null },
});

export const judged = (effectiveOn: IsoDay, verdict: Verdict, rest: Rest = UNCHANGED): Draft => ({
  kind: "judged",
  effectiveOn,
  payload: { verdict, rest, committeeId: "committee", note: null },
});

export const lapsed = (effectiveOn: IsoDay): Draft => ({
  kind: "lapsed",
  effectiveOn,
  payload: { reason: "Het kabinet is gevallen.", decider: "De commissie" },
});

export const reopened = (effectiveOn: IsoDay): Draft => ({
  kind: "reopened",
  effectiveOn,
  payload: { reason: "Toch nog nodig.", decider: "De commissie" },
});

export const handedOver = (effectiveOn: IsoDay, ministryId: string): Draft => ({
  kind: "handed_over",
  effectiveOn,
  payload: { ministryId },
});

export const accepted = (effectiveOn: IsoDay, ministryId: string): Draft => ({
  kind: "accepted",
  effectiveOn,
  payload: { ministryId },
});

export const linked = (effectiveOn: IsoDay, commitmentId: string): Draft => ({
  kind: "linked",
  effectiveOn,
  payload: { relation: "repeats", commitmentId },
});

export const evidence = (effectiveOn: IsoDay): Draft => ({
  kind: "evidence_added",
  effectiveOn,
  payload: { source: "Een rapport", url: null, date: effectiveOn, dateWords: null, consultedOn: null, shows: "Iets." },
});

/** The register was wrong: other fields for an event, `effectiveOn` among them. */
export const corrected = (effectiveOn: IsoDay, eventId: string, fields: Record<string, unknown>): Draft => ({
  kind: "corrected",
  effectiveOn,
  payload: { eventId, fields, reason: "Vergissing." },
});

export const withdrawn = (effectiveOn: IsoDay, eventId: string): Draft => ({
  kind: "withdrawn",
  effectiveOn,
  payload: { eventId, reason: "Verkeerde koppeling." },
});

// --- Around it -----------------------------------------------------------------------------------------------------

export const reviewedLetter = (id: string, day: IsoDay): ProgressLetter => ({ id, day, reviewClosed: true });
export const unreviewedLetter = (id: string, day: IsoDay): ProgressLetter => ({ id, day, reviewClosed: false });

/** A dossier of the Tweede Kamer: settled once the Kamer has the result in writing. */
export const tweedeKamer = (context: Partial<StandingContext> = {}): StandingContext => ({
  rule: "on_receipt",
  progressLetters: [],
  toldDates: [],
  rhythm: [],
  coverage: null,
  happened: {},
  successions: [],
  recesses: [],
  ...context,
});

/** A dossier of the Eerste Kamer: a committee decides. */
export const eersteKamer = (context: Partial<StandingContext> = {}): StandingContext =>
  tweedeKamer({ rule: "on_decision", ...context });

// --- What the register shows ---------------------------------------------------------------------------------------

/** All that a standing says, in one line: "open, 3 days late by date". What is not in the line does not hold. */
export function inBrief(s: Standing | null): string {
  if (s === null) return "not there";
  const days = (n: number | null) => `${n} ${n === 1 ? "day" : "days"} late`;
  const unsettled = s.status === "open" || s.status === "partly_met";
  return [
    s.status.replace("_", " "),
    s.daysLateInForce !== null && days(s.daysLateInForce),
    s.daysLateOriginal !== null && s.daysLateOriginal !== s.daysLateInForce && `${s.daysLateOriginal} by the original`,
    s.awaitingJudgement && "awaits judgement",
    s.successorId !== null && `rest in ${s.successorId}`,
    s.late && `${days(s.daysLate)} by ${s.lateBecause}`,
    s.late && s.missedLetterId !== null && `not in ${s.missedLetterId}`,
    s.unreviewedLetterId !== null && `not checked in ${s.unreviewedLetterId}`,
    s.expectedOn !== null && `expected ${s.expectedOn}`,
    s.planning !== null && `planning ${s.planning.latest}`,
    s.postponements > 0 && `postponed ${s.postponements}x`,
    s.withoutTerm && "no term",
    unsettled && !s.countsAsOpen && "not counted",
    s.frozenOn !== null && `as of ${s.frozenOn}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The lines of a commitment on a row of days. */
export const onDays = (
  events: readonly CommitmentEvent[],
  context: StandingContext,
  days: readonly IsoDay[],
): [IsoDay, string][] => days.map((day) => [day, inBrief(standing(events, context, day))]);
