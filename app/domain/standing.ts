/**
 * Where a commitment stands on a day: DOMAIN.md, "Standing on a day" and "Late". Pure: the events, the context of the
 * dossier and a day go in. What holds on a day never depends on anything after that day.
 */
import { addDays, daysBetween, earlier, type IsoDay } from "./calendar.ts";
import { claimAndVerdict } from "./claim-verdict.ts";
import { awaitsRecess, type Deadline, isWithoutTerm, NO_DEADLINE } from "./deadline.ts";
import { type CommitmentEvent, effectiveEvents, type Rest } from "./events.ts";
import { deadlineFromWords } from "./reading/deadline.ts";
import type { Recess } from "./recess.ts";
import { type DossierContext, expectedLetter, type ProgressLetter } from "./rhythm.ts";

export type Status = "open" | "partly_met" | "met" | "lapsed";

export interface StandingContext extends DossierContext {
  /** Tweede Kamer: settled on receipt of the result in writing. Eerste Kamer: a committee decides. */
  rule: "on_receipt" | "on_decision";
  /** Day on which an awaited event happened, by its id. */
  happened: Readonly<Record<string, IsoDay>>;
  /** Ministries whose work went to another: what is open then counts there, without anybody handing it over. */
  successions: readonly Succession[];
  /** Recesses as known now: words that name one get their date when it is entered. */
  recesses: readonly Recess[];
}

export interface Succession {
  ministryId: string;
  on: IsoDay;
  successorId: string;
}

/** What holds during a period: nothing in it depends on today. */
export interface State {
  status: Status;
  /** A claim waits for the committee's judgement. */
  awaitingJudgement: boolean;
  /** The committee decided otherwise than the ministry claims. */
  disagreed: boolean;
  /** The commitment that took over the rest: this one is then neither late nor counted as open. */
  successorId: string | null;
  ministryId: string;
  recurring: boolean;
  original: Deadline;
  deadline: Deadline;
  /** A later deadline of the ministry's that the Kamer was not told: shown, and moves nothing. */
  planning: Deadline | null;
  /** How often a told deadline took the place of an earlier one. */
  postponements: number;
  /** Last day on time under the deadline in force, as far as known by now. */
  dueOn: IsoDay | null;
  /** First day on which it is late; null while nothing makes it late. */
  lateFrom: IsoDay | null;
  lateBecause: "date" | "letter" | "event" | null;
  /** The letter that came without it. */
  missedLetterId: string | null;
  /** "Nog niet nagegaan in de brief van …": it came, its review is not closed. */
  unreviewedLetterId: string | null;
  /** When the next progress letter is expected, for what waits for it. */
  expectedOn: IsoDay | null;
  /** For what is met or lapsed: since when. */
  settledOn: IsoDay | null;
  /** For what is met: days late on receipt, against the deadline then in force and against the original. */
  daysLateInForce: number | null;
  daysLateOriginal: number | null;
  withoutTerm: boolean;
  countsAsOpen: boolean;
  /** The last day that the dossier was followed, where that has passed: the standing is of that day. */
  frozenOn: IsoDay | null;
}

export interface Standing extends State {
  asOf: IsoDay;
  late: boolean;
  daysLate: number;
}

export interface StandingPeriod extends State {
  from: IsoDay;
  /** First day that is no longer in the period; null for the last. */
  until: IsoDay | null;
}

interface SetDeadline {
  deadline: Deadline;
  saidOn: IsoDay;
  awaitedId: string | null;
}

/** What the events say up to a day, before the calendar and the letters are asked. */
interface Facts {
  status: Status;
  recurring: boolean;
  ministryId: string;
  /** The last letter that reported on it: when it came, and the deadline that was in force then. */
  receipt: Receipt | null;
  awaiting: boolean;
  successorId: string | null;
  original: SetDeadline | null;
  inForce: SetDeadline | null;
  planning: Deadline | null;
  postponements: number;
  settledOn: IsoDay | null;
  met: Receipt | null;
}

interface Receipt {
  receivedOn: IsoDay;
  against: SetDeadline | null;
}

const isSettled = (facts: Facts): boolean => facts.status === "met" || facts.status === "lapsed";

/** Events and context in, the standing on a day out; null before the commitment was made. */
export function standing(events: readonly CommitmentEvent[], context: StandingContext, asOf: IsoDay): Standing | null {
  const state = stateOn(datedEvents(events, context), context, asOf);
  return state && standingOf(state, asOf);
}

/** The standing on a day inside the period of a state. */
export function standingOf(state: State, asOf: IsoDay): Standing {
  const late = state.lateFrom !== null && asOf >= state.lateFrom;
  return { ...state, asOf, late, daysLate: late && state.dueOn ? daysBetween(state.dueOn, asOf) : 0 };
}

/** The same as `standing`, for every day at once: one period for each stretch in which nothing changes. */
export function periods(events: readonly CommitmentEvent[], context: StandingContext): StandingPeriod[] {
  const effective = datedEvents(events, context);
  const days = [
    ...effective.map((event) => event.effectiveOn),
    ...context.progressLetters.map((letter) => letter.day),
    ...context.toldDates.map((told) => told.saidOn),
    ...context.rhythm.map((rhythm) => rhythm.from),
    ...Object.values(context.happened),
    ...context.successions.map(({ on }) => on),
    ...(context.coverage ? [context.coverage.from] : []),
    ...(context.coverage?.until ? [addDays(context.coverage.until, 1)] : []),
  ];
  const found: StandingPeriod[] = [];
  for (const from of [...new Set(days)].sort()) {
    const state = stateOn(effective, context, from);
    const previous = found.at(-1);
    if (!state) continue;
    if (previous) {
      const { from: _from, until: _until, ...before } = previous;
      if (JSON.stringify(before) === JSON.stringify(state)) continue;
      previous.until = from;
    }
    found.push({ from, until: null, ...state });
  }
  return found;
}

/** The events that count, with a date for each deadline whose recess has been entered since. */
const datedEvents = (events: readonly CommitmentEvent[], context: StandingContext): CommitmentEvent[] =>
  effectiveEvents(events).map((event) => {
    const dated = (deadline: Deadline): Deadline =>
      awaitsRecess(deadline)
        ? deadlineFromWords(deadline.words, event.effectiveOn, chamberOf(context), context.recesses)
        : deadline;
    if (event.kind === "deadline_set") {
      return { ...event, payload: { ...event.payload, deadline: dated(event.payload.deadline) } };
    }
    if ((event.kind !== "reported" && event.kind !== "judged") || event.payload.rest.kind !== "new_deadline")
      return event;
    const rest = { ...event.payload.rest, deadline: dated(event.payload.rest.deadline) };
    return { ...event, payload: { ...event.payload, rest } } as CommitmentEvent;
  });

const chamberOf = ({ rule }: StandingContext) => (rule === "on_receipt" ? "TK" : "EK");

/** A day on which something became late by itself, with no event of its own. */
export interface BecameLate {
  on: IsoDay;
  because: "date" | "letter" | "event";
  letterId: string | null;
}

/** Every time a commitment became late, up to a day: derived from its periods, never stored. */
export function timesLate(all: readonly StandingPeriod[], asOf: IsoDay): BecameLate[] {
  const found: BecameLate[] = [];
  let wasLate = false;
  for (const { from, until, lateFrom, lateBecause, missedLetterId } of all) {
    const on = lateFrom !== null && lateFrom < from ? from : lateFrom;
    const isReached = on !== null && on <= asOf && (until === null || on < until);
    // Late from the first day of a period on, it may be so since before; later in it, it was on time in between.
    if (isReached && lateBecause && !(wasLate && on === from)) {
      found.push({ on, because: lateBecause, letterId: missedLetterId });
    }
    wasLate = isReached;
  }
  return found;
}

function stateOn(effective: readonly CommitmentEvent[], context: StandingContext, day: IsoDay): State | null {
  const until = context.coverage?.until ?? null;
  if (until !== null && day > until) {
    const last = stateOn(effective, context, until);
    // Made after the dossier was last followed: shown as it was made, never late.
    const state = last ?? stateOn(effective, { ...context, coverage: null }, day);
    return state && { ...state, lateFrom: null, lateBecause: null, missedLetterId: null, frozenOn: until };
  }
  const facts = factsUntil(effective, context.rule, day);
  const { disagree } = claimAndVerdict(effective.filter((event) => event.effectiveOn <= day));
  return facts && { ...stateOf(facts, context, day), disagreed: disagree };
}

function stateOf(facts: Facts, context: StandingContext, day: IsoDay): Omit<State, "disagreed"> {
  const deadline = facts.inForce?.deadline ?? NO_DEADLINE;
  const pending = !isSettled(facts) && !facts.awaiting && facts.successorId === null;
  const due = dueOn(facts.inForce, context, day);
  const mayBeLate = pending && !facts.recurring && due !== null;
  const letter = pending ? awaitedLetter(facts.inForce, context, day) : null;
  const waitsForLetter = pending && deadline.event === "next_progress_letter" && letter === null;
  const originalDue = facts.met && dueOn(facts.original, context, facts.met.receivedOn);
  const dueAtReceipt = facts.met && dueOn(facts.met.against, context, facts.met.receivedOn);
  return {
    status: facts.status,
    awaitingJudgement: facts.awaiting,
    successorId: facts.successorId,
    ministryId: answerable(facts.ministryId, context.successions, facts.settledOn ?? day),
    recurring: facts.recurring,
    original: facts.original?.deadline ?? NO_DEADLINE,
    deadline,
    planning: facts.planning,
    postponements: facts.postponements,
    dueOn: due?.day ?? null,
    lateFrom: mayBeLate ? addDays(due.day, 1) : null,
    lateBecause: mayBeLate ? due.because : null,
    missedLetterId: mayBeLate && due.because === "letter" ? (letter?.id ?? null) : null,
    unreviewedLetterId: letter && !letter.reviewClosed ? letter.id : null,
    expectedOn: waitsForLetter ? (expectedLetter(context, day)?.day ?? null) : null,
    settledOn: facts.settledOn,
    daysLateInForce: facts.met && (dueAtReceipt ? Math.max(0, daysBetween(dueAtReceipt.day, facts.met.receivedOn)) : 0),
    daysLateOriginal: facts.met && (originalDue ? Math.max(0, daysBetween(originalDue.day, facts.met.receivedOn)) : 0),
    withoutTerm: !isSettled(facts) && !facts.recurring && isWithoutTerm(deadline),
    countsAsOpen: !isSettled(facts) && facts.successorId === null,
    frozenOn: null,
  };
}

/** Who answers for it on a day: the ministry, or the one that its work went to, and so on. What is settled stays. */
function answerable(ministryId: string, successions: readonly Succession[], day: IsoDay): string {
  const passed = new Set<string>();
  let now = ministryId;
  while (!passed.has(now)) {
    passed.add(now);
    now = successions.find((one) => one.ministryId === now && one.on <= day)?.successorId ?? now;
  }
  return now;
}

/** Last day on time, as far as known on `day`: whichever of the date, the letter and the event passes first. */
function dueOn(
  set: SetDeadline | null,
  context: StandingContext,
  day: IsoDay,
): { day: IsoDay; because: "date" | "letter" | "event" } | null {
  if (!set || isWithoutTerm(set.deadline)) return null;
  const date = set.deadline.latest;
  const letter = awaitedLetter(set, context, day);
  const letterDay = letter?.reviewClosed ? letter.day : null;
  const happened = set.awaitedId === null ? null : (context.happened[set.awaitedId] ?? null);
  const eventDay = happened === null || happened > day ? null : addDays(happened, set.deadline.beforeEvent ? -1 : 0);
  const first = earlier(date, earlier(letterDay, eventDay));
  if (first === null) return null;
  return { day: first, because: first === date ? "date" : first === letterDay ? "letter" : "event" };
}

/**
 * The first progress letter after the day the words were said, once it is there. Of two letters of one day the answer
 * may stand in either: the one that is still to be reviewed comes first.
 */
function awaitedLetter(set: SetDeadline | null, context: StandingContext, day: IsoDay): ProgressLetter | null {
  if (set?.deadline.event !== "next_progress_letter") return null;
  const [first] = context.progressLetters
    .filter((letter) => letter.day > set.saidOn && letter.day <= day)
    .sort((a, b) => (a.day === b.day ? Number(a.reviewClosed) - Number(b.reviewClosed) : a.day < b.day ? -1 : 1));
  return first ?? null;
}

function factsUntil(effective: readonly CommitmentEvent[], rule: StandingContext["rule"], day: IsoDay): Facts | null {
  const registered = effective.find((event) => event.kind === "registered");
  if (!registered || registered.effectiveOn > day) return null;
  // Words of before the registration (a letter is dated before it is received) count from then on.
  return effective
    .filter((event) => event.effectiveOn <= day)
    .reduce((facts, event) => apply(facts, event, rule), begin(registered));
}

function begin(event: Extract<CommitmentEvent, { kind: "registered" }>): Facts {
  return {
    status: "open",
    recurring: event.payload.recurring !== null,
    ministryId: event.payload.ministryId,
    receipt: null,
    awaiting: false,
    successorId: null,
    original: null,
    inForce: null,
    planning: null,
    postponements: 0,
    settledOn: null,
    met: null,
  };
}

function apply(facts: Facts, event: CommitmentEvent, rule: StandingContext["rule"]): Facts {
  switch (event.kind) {
    case "deadline_set":
      return setDeadline(facts, event);
    case "reported":
      return report(facts, event, rule);
    case "judged":
      return judge(facts, event);
    case "lapsed":
      return { ...facts, status: "lapsed", awaiting: false, settledOn: event.effectiveOn, met: null };
    case "reopened":
      return { ...facts, status: "open", awaiting: false, successorId: null, settledOn: null, met: null };
    case "accepted":
      return { ...facts, ministryId: event.payload.ministryId };
    default:
      return facts;
  }
}

/** The first deadline is the original. A later one moves the deadline in force only if the Kamer was told. */
function setDeadline(facts: Facts, event: Extract<CommitmentEvent, { kind: "deadline_set" }>): Facts {
  const { deadline, awaitedId, passage } = event.payload;
  const set: SetDeadline = { deadline, awaitedId, saidOn: event.effectiveOn };
  if (facts.inForce === null) return { ...facts, original: set, inForce: set };
  return passage === null ? { ...facts, planning: deadline } : tell(facts, set);
}

/** Words without a date are no later deadline: they leave one that was said in force, and lateness runs on. */
function tell(facts: Facts, set: SetDeadline): Facts {
  const before = facts.inForce?.deadline;
  const hadTerm = before !== undefined && !isWithoutTerm(before);
  if (hadTerm && isWithoutTerm(set.deadline)) return facts;
  const shifted =
    hadTerm && (before.latest === null || set.deadline.latest === null || set.deadline.latest > before.latest);
  return { ...facts, inForce: set, planning: null, postponements: facts.postponements + (shifted ? 1 : 0) };
}

/** An interim note never closes anything; what is settled stays so until somebody judges or reopens. */
function report(
  facts: Facts,
  event: Extract<CommitmentEvent, { kind: "reported" }>,
  rule: StandingContext["rule"],
): Facts {
  if (isSettled(facts)) return facts;
  const { claim, rest } = event.payload;
  const settles = (claim === "met" || claim === "partly_met") && !facts.recurring;
  const receipt = { receivedOn: event.effectiveOn, against: facts.inForce };
  // An interim note does not move the receipt of a claim that waits for judgement.
  const received = facts.awaiting && !settles ? facts : { ...facts, receipt };
  if (settles && rule === "on_decision") return dispose({ ...received, awaiting: true }, event.effectiveOn, rest);
  if (settles && claim === "met") return meet(received, event.effectiveOn, receipt);
  return dispose(settles ? { ...received, status: "partly_met" } : received, event.effectiveOn, rest);
}

/** `judged met` holds from its own day, with the days late counted to the day of receipt. */
function judge(facts: Facts, event: Extract<CommitmentEvent, { kind: "judged" }>): Facts {
  const { verdict, rest } = event.payload;
  // A promise without an end ends by lapsing only; what a letter has met is met since that letter.
  if (facts.recurring || (verdict === "met" && facts.status === "met")) return facts;
  const decided = { ...facts, awaiting: false };
  if (verdict === "met") {
    const decision = { receivedOn: event.effectiveOn, against: facts.inForce };
    return meet(decided, event.effectiveOn, facts.receipt ?? decision);
  }
  const open: Facts =
    verdict === "partly_met"
      ? { ...decided, status: "partly_met", settledOn: null, met: null }
      : { ...decided, status: "open", successorId: null, settledOn: null, met: null };
  return dispose(open, event.effectiveOn, rest);
}

const meet = (facts: Facts, settledOn: IsoDay, met: Receipt): Facts => ({
  ...facts,
  status: "met",
  awaiting: false,
  settledOn,
  met,
});

/** What becomes of the rest. Nothing said, or "zonder termijn", leaves the deadline in force and lateness runs on. */
function dispose(facts: Facts, saidOn: IsoDay, rest: Rest): Facts {
  if (rest.kind === "successor") return { ...facts, successorId: rest.commitmentId };
  if (rest.kind === "new_deadline") {
    return tell(facts, { deadline: rest.deadline, awaitedId: rest.awaitedId, saidOn });
  }
  return facts;
}
