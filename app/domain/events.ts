/**
 * The union of events. Facts are stored here and nowhere else; everything that a page shows follows from them.
 * Each event has two clocks: `effectiveOn`, the day on which it holds, and `recordedAt`, when we learnt it.
 */
import type { Instant, IsoDay } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import type { LetterKind, Passage } from "./reading/letter-text.ts";
import type { Chamber, Recess } from "./recess.ts";
import type { ReferenceList } from "./reference.ts";

export type Subject = "commitment" | "letter" | "debate" | "dossier" | "item" | "calendar" | "reference";

/** A place in a letter: an anchor in a text that we hold or, where we hold none, words. */
export interface PassageRef {
  letterId: string;
  anchor: string | null;
  /** "Online Meldknop, 1e alinea"; null where the anchor says it. */
  place: string | null;
}

/**
 * A list of the ministry's own, as it stood on a day: the source of a report for which the register has no letter. It is
 * the ministry's word, not something that the Kamer received.
 */
export interface ListRef {
  date: IsoDay;
}

/** Where a commitment or an item was made. */
export interface Origin {
  kind: "debate" | "letter";
  id: string;
  passage: PassageRef | null;
}

/** To whom, beside the Chamber itself. */
interface Addressees {
  memberIds: string[];
  groupIds: string[];
}

export type Claim = "met" | "partly_met" | "progress" | "postpones" | "declines";
export type Verdict = "met" | "partly_met" | "not_met";

/** What becomes of the part that is not met. */
export type Rest =
  | { kind: "unchanged" }
  | { kind: "no_deadline" }
  | { kind: "new_deadline"; deadline: Deadline; awaitedId: string | null }
  | { kind: "successor"; commitmentId: string };

export type ItemKind = "expectation" | "decision" | "request" | "recommendation" | "measure" | "evidence" | "figure";

/** What the register says of a source outside the letters. */
export interface EvidenceSource {
  /** The document, in words. */
  source: string;
  url: string | null;
  /** Day of the document, where known to the day. */
  date: IsoDay | null;
  /** What is known of its date otherwise: "2012". */
  dateWords: string | null;
  consultedOn: IsoDay | null;
}

/** What a policy document intends: who does it with whom, and by when. */
export interface Measure {
  category: string;
  partners: string[];
  /** The term as printed: "6-9 maanden"; null where the document gives none. */
  term: string | null;
  /** The same in whole months from the start; both null where the words give no months. */
  fromMonth: number | null;
  untilMonth: number | null;
  /** Where the term counts from: a day, or an event whose day staff enter once it happened. Null where not known. */
  start: { words: string; day: IsoDay | null; awaitedId: string | null } | null;
  /** The document itself puts a question mark to it: whether it can be done was in doubt. Null where not known. */
  inDoubt: boolean | null;
}

/** One point of a series that a passage reports. */
export interface Figure {
  series: string;
  unit: string;
  value: number;
  /** The day that the value is of, not the day that it was reported. */
  on: IsoDay;
}

/** What an item has to do with something else that the register follows. */
export type ItemRelation = "about" | "shows" | "answers" | "follows_from";

interface CommitmentPayloads {
  registered: {
    title: string;
    text: string;
    quote: string | null;
    chamber: Chamber;
    origin: Origin;
    officeId: string;
    /** The person in the office at the time; null where not known. The promise binds the office. */
    officeHolderId: string | null;
    ministryId: string;
    committeeId: string | null;
    dossierId: string;
    topicId: string | null;
    to: Addressees;
    /** Where the register has it from, in words, where the origin does not say it all. */
    source: string | null;
    /** A promise without an end: its occurrences are the letters of the dossier's rhythm. */
    recurring: { perYear: number | null } | null;
  };
  published: { number: string };
  deadline_set: {
    deadline: Deadline;
    reason: string | null;
    /** Where the Kamer was told; null for the first (said with the promise) and for the ministry's own planning. */
    passage: PassageRef | null;
    /** Names the awaited event, so that staff can enter the day on which it happened. */
    awaitedId: string | null;
  };
  reported: {
    /** Null where it stands in a list and in no letter that the register has; then `list` says which. */
    passage: PassageRef | null;
    claim: Claim;
    rest: Rest;
    note: string | null;
    /** Events of before lists could be brought in do not have it. */
    list?: ListRef;
  };
  judged: { verdict: Verdict; rest: Rest; committeeId: string | null; note: string | null };
  lapsed: { reason: string; decider: string };
  reopened: { reason: string; decider: string };
  handed_over: { ministryId: string };
  accepted: { ministryId: string };
  linked: { relation: "repeats" | "adds_to" | "changes" | "same_promise"; commitmentId: string };
  evidence_added: EvidenceSource & { shows: string };
}

interface ItemPayloads {
  registered: {
    itemKind: ItemKind;
    title: string;
    text: string;
    dossierId: string;
    topicId: string | null;
    origin: Origin | null;
    /** Who expected, decided or asked, in words; null where not known. */
    by: string | null;
    deadline: Deadline | null;
    source: string | null;
    evidence: EvidenceSource | null;
    /** Of a measure and of a figure only. */
    measure: Measure | null;
    figure: Figure | null;
  };
  published: { number: string | null };
  /** To another item or to a commitment. */
  linked: { relation: ItemRelation; to: { kind: "item" | "commitment"; id: string } };
  /** Another passage that says something of it. */
  mentioned: { passage: PassageRef; note: string | null };
}

interface LetterPayloads {
  registered: {
    title: string;
    date: IsoDay;
    /** Day on which the Kamer received it; null where not known, then the date counts. */
    receivedOn: IsoDay | null;
    letterKind: LetterKind;
    chamber: Chamber;
    sender: string | null;
    ministryId: string | null;
    dossierId: string;
    paper: string | null;
    /** SHA-256 of the original as it came in; null where we hold none. */
    originalSha256: string | null;
    passages: Passage[];
  };
  remarked: { passage: PassageRef; why: string };
  review_begun: Record<string, never>;
  passage_reviewed: {
    proposalId: string;
    anchor: string;
    outcome: "confirmed" | "registered" | "rejected";
    /** The commitment that it was linked to or that was made of it. */
    commitmentId: string | null;
    /** The event that this decision recorded, so that undoing one undoes both. */
    eventId: string | null;
  };
  review_closed: Record<string, never>;
}

interface DebatePayloads {
  registered: {
    debateKind: string;
    title: string;
    chamber: Chamber;
    committeeId: string | null;
    dossierId: string;
    paper: string | null;
    ministryId: string | null;
    officeHolderIds: string[];
  };
  published: Record<string, never>;
}

interface DossierPayloads {
  coverage_set: { from: IsoDay; until: IsoDay | null };
  rhythm_set: { lettersPerYear: number | null; source: string };
  told_date_set: { expectedOn: IsoDay; words: string; source: string };
}

interface CalendarPayloads {
  recess_set: Recess;
  happened: { awaitedId: string; what: string };
  /** Of the ministry that the event is about: from this day on what is open there counts at another. */
  succeeded: { ministryId: string };
}

/** What changes in the lists that events choose from; the id is that of the person, the committee and so on. */
interface ReferencePayloads {
  /** So called from this day on; `was` is how it was called until this was recorded. */
  renamed: { list: ReferenceList; name: string; was: string };
  /** Of a member: in this group from this day on, or in none. */
  joined: { groupId: string | null; was: string | null };
  /** Entered twice: this one and the other are the same, on every day. */
  merged: { list: ReferenceList; into: string };
}

/** Either subject may be put right: a correction replaces fields, a withdrawal makes the event not have been. */
interface Amendments {
  corrected: { eventId: string; fields: Record<string, unknown>; reason: string };
  withdrawn: { eventId: string; reason: string };
}

export interface PayloadsOf {
  commitment: CommitmentPayloads & Amendments;
  item: ItemPayloads & Amendments;
  letter: LetterPayloads & Amendments;
  debate: DebatePayloads & Amendments;
  dossier: DossierPayloads & Amendments;
  calendar: CalendarPayloads & Amendments;
  reference: ReferencePayloads & Amendments;
}

interface Recorded {
  id: string;
  /** Place in the chain, 1 for the first event of the register. */
  seq: number;
  subjectId: string;
  effectiveOn: IsoDay;
  recordedAt: Instant;
  /** Account, or `register` for what the program itself shipped. */
  recordedBy: string;
}

export type EventOf<S extends Subject> = {
  [K in keyof PayloadsOf[S]]: Recorded & { subject: S; kind: K; payload: PayloadsOf[S][K] };
}[keyof PayloadsOf[S]];

export type CommitmentEvent = EventOf<"commitment">;
export type LetterEvent = EventOf<"letter">;
export type DebateEvent = EventOf<"debate">;
export type DossierEvent = EventOf<"dossier">;
export type ItemEvent = EventOf<"item">;
export type CalendarEvent = EventOf<"calendar">;
export type ReferenceEvent = EventOf<"reference">;
export type RegisterEvent =
  | CommitmentEvent
  | LetterEvent
  | DebateEvent
  | DossierEvent
  | ItemEvent
  | CalendarEvent
  | ReferenceEvent;

/** What a writer hands over; the store adds its place in the chain and the moment. */
export type NewEvent = RegisterEvent extends infer E
  ? E extends RegisterEvent
    ? Omit<E, "seq" | "recordedAt" | "recordedBy" | "id"> & { id?: string }
    : never
  : never;

/** The order within one day (DOMAIN: "Within one day the order is …, then by recording"). */
const ORDER_WITHIN_DAY = ["registered", "deadline_set", "reported", "judged", "lapsed", "reopened"];
const rank = (kind: string): number => {
  const at = ORDER_WITHIN_DAY.indexOf(kind);
  return at < 0 ? ORDER_WITHIN_DAY.length : at;
};

/**
 * The events that count: withdrawn ones taken out, corrections applied, in the order in which they hold. A withdrawal
 * may itself be withdrawn; the order of recording plays no part in it.
 */
export function effectiveEvents<E extends RegisterEvent>(events: readonly E[]): E[] {
  const withdrawals = new Map<string, E[]>();
  for (const event of events) {
    if (event.kind !== "withdrawn") continue;
    const { eventId } = event.payload as Amendments["withdrawn"];
    withdrawals.set(eventId, [...(withdrawals.get(eventId) ?? []), event]);
  }
  const standsFor = (event: E): boolean => !(withdrawals.get(event.id) ?? []).some(standsFor);
  const standing = events.filter(standsFor);

  const corrections = new Map<string, Record<string, unknown>>();
  for (const event of [...standing].sort((a, b) => a.seq - b.seq)) {
    if (event.kind !== "corrected") continue;
    const { eventId, fields } = event.payload as Amendments["corrected"];
    corrections.set(eventId, { ...corrections.get(eventId), ...fields });
  }
  return standing
    .filter((event) => event.kind !== "withdrawn" && event.kind !== "corrected")
    .map((event) => corrected(event, corrections.get(event.id)))
    .sort((a, b) =>
      a.effectiveOn !== b.effectiveOn
        ? a.effectiveOn < b.effectiveOn
          ? -1
          : 1
        : rank(a.kind) - rank(b.kind) || a.seq - b.seq,
    );
}

function corrected<E extends RegisterEvent>(event: E, fields: Record<string, unknown> | undefined): E {
  if (!fields) return event;
  const { effectiveOn = event.effectiveOn, ...payload } = fields;
  return { ...event, effectiveOn, payload: { ...event.payload, ...payload } } as E;
}

/** What was recorded by a moment: the second clock. */
export const knownBy = <E extends RegisterEvent>(events: readonly E[], knownAt: Instant): E[] =>
  events.filter((event) => event.recordedAt <= knownAt);
