/** From the events of one subject to the rows that pages read. Pure: `events.ts` writes them, `verify.ts` compares. */
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import {
  type CalendarEvent,
  type CommitmentEvent,
  type DebateEvent,
  type DossierEvent,
  effectiveEvents,
  type ItemEvent,
  type LetterEvent,
  type RegisterEvent,
} from "#app/domain/events.ts";
import type { DossierContext, ProgressLetter } from "#app/domain/rhythm.ts";
import {
  periods as periodsOf,
  type StandingContext,
  type StandingPeriod,
  type Succession,
} from "#app/domain/standing.ts";
import type { addressees, commitments, debates, itemLinks, items, letters, periods, recesses } from "./schema.ts";

type Row<T extends { $inferSelect: unknown }> = T["$inferSelect"];

/** The event of a kind that holds, the first one where there are several. */
function firstOf<E extends RegisterEvent, K extends E["kind"]>(events: readonly E[], kind: K) {
  return events.find((event): event is Extract<E, { kind: K }> => event.kind === kind) ?? null;
}

/** Of the first registration: stated anew at publication, a promise keeps its place among those of its debate. */
const firstLogged = (events: readonly RegisterEvent[]): number =>
  Math.min(...events.filter(({ kind }) => kind === "registered").map(({ seq }) => seq));

const lastRecorded = (events: readonly RegisterEvent[]): Instant =>
  events.reduce((last, event) => (event.recordedAt > last ? event.recordedAt : last), "");

export function commitmentRow(events: readonly CommitmentEvent[]): Row<typeof commitments> | null {
  const effective = effectiveEvents(events);
  const registered = firstOf(effective, "registered");
  if (!registered) return null;
  const { origin, recurring, to: _to, ministryId: _ministryId, ...fields } = registered.payload;
  const published = firstOf(effective, "published");
  return {
    id: registered.subjectId,
    number: published?.payload.number ?? null,
    ...fields,
    madeOn: registered.effectiveOn,
    originKind: origin.kind,
    originId: origin.id,
    originPassage: origin.passage,
    recurringPerYear: recurring?.perYear ?? null,
    publishedOn: published?.effectiveOn ?? null,
    seq: firstLogged(events),
    changedAt: lastRecorded(events),
  };
}

export function addresseeRows(events: readonly CommitmentEvent[]): Row<typeof addressees>[] {
  const registered = firstOf(effectiveEvents(events), "registered");
  if (!registered) return [];
  const { memberIds, groupIds } = registered.payload.to;
  const commitmentId = registered.subjectId;
  return [
    ...memberIds.map((addresseeId) => ({ commitmentId, kind: "member" as const, addresseeId })),
    ...groupIds.map((addresseeId) => ({ commitmentId, kind: "group" as const, addresseeId })),
  ];
}

export function periodRows(events: readonly CommitmentEvent[], context: StandingContext): Row<typeof periods>[] {
  return periodsOf(events, context).map((state: StandingPeriod) => ({
    commitmentId: events[0]?.subjectId ?? "",
    from: state.from,
    until: state.until,
    status: state.status,
    ministryId: state.ministryId,
    latest: state.deadline.latest,
    dueOn: state.dueOn,
    lateFrom: state.lateFrom,
    expectedOn: state.expectedOn,
    withoutTerm: state.withoutTerm,
    countsAsOpen: state.countsAsOpen,
    disagreed: state.disagreed,
    frozenOn: state.frozenOn,
    state,
  }));
}

export function letterRow(events: readonly LetterEvent[]): Row<typeof letters> | null {
  const effective = effectiveEvents(events);
  const registered = firstOf(effective, "registered");
  if (!registered) return null;
  const { receivedOn, ...fields } = registered.payload;
  return {
    id: registered.subjectId,
    ...fields,
    day: receivedOn ?? fields.date,
    reviewBegun: firstOf(effective, "review_begun") !== null,
    reviewClosed: firstOf(effective, "review_closed") !== null,
    remarks: effective.flatMap((event) => (event.kind === "remarked" ? [event.payload] : [])),
  };
}

export function debateRow(events: readonly DebateEvent[]): Row<typeof debates> | null {
  const effective = effectiveEvents(events);
  const registered = firstOf(effective, "registered");
  if (!registered) return null;
  return {
    id: registered.subjectId,
    date: registered.effectiveOn,
    ...registered.payload,
    publishedOn: firstOf(effective, "published")?.effectiveOn ?? null,
  };
}

export function itemRow(events: readonly ItemEvent[]): Row<typeof items> | null {
  const effective = effectiveEvents(events);
  const registered = firstOf(effective, "registered");
  if (!registered) return null;
  const published = firstOf(effective, "published");
  return {
    id: registered.subjectId,
    number: published?.payload.number ?? null,
    ...registered.payload,
    measure: registered.payload.measure ?? null,
    figure: registered.payload.figure ?? null,
    effectiveOn: registered.effectiveOn,
    publishedOn: published?.effectiveOn ?? null,
    seq: firstLogged(events),
  };
}

/** What an item is linked to, beside the passage that it comes from. */
export const itemLinkRows = (events: readonly ItemEvent[]): Row<typeof itemLinks>[] =>
  effectiveEvents(events).flatMap(({ id, subjectId: itemId, effectiveOn, ...event }): Row<typeof itemLinks>[] => {
    const own = { id, itemId, effectiveOn };
    if (event.kind === "linked") {
      const { relation, to } = event.payload;
      return [{ ...own, targetKind: to.kind, targetId: to.id, relation, passage: null, note: null }];
    }
    if (event.kind !== "mentioned") return [];
    const { passage, note } = event.payload;
    return [{ ...own, targetKind: "passage", targetId: passage.letterId, relation: null, passage, note }];
  });

/** Rhythm, told dates and coverage; the letters come beside them. Of more than one coverage the one that holds last counts. */
export function dossierContext(
  events: readonly DossierEvent[],
  progressLetters: readonly ProgressLetter[],
): DossierContext {
  const effective = effectiveEvents(events);
  const coverage = effective.findLast((event) => event.kind === "coverage_set");
  return {
    progressLetters,
    toldDates: effective.flatMap((event) =>
      event.kind === "told_date_set" ? [{ saidOn: event.effectiveOn, expectedOn: event.payload.expectedOn }] : [],
    ),
    rhythm: effective.flatMap((event) =>
      event.kind === "rhythm_set" ? [{ from: event.effectiveOn, lettersPerYear: event.payload.lettersPerYear }] : [],
    ),
    coverage: coverage?.kind === "coverage_set" ? { from: coverage.payload.from, until: coverage.payload.until } : null,
  };
}

export const progressLetter = (
  row: Pick<Row<typeof letters>, "id" | "day" | "letterKind" | "reviewClosed">,
): ProgressLetter[] =>
  row.letterKind === "progress" ? [{ id: row.id, day: row.day, reviewClosed: row.reviewClosed }] : [];

/** The day on which each awaited event happened. One stands at a time; of older records with more, the earliest counts. */
function happenedDays(events: readonly CalendarEvent[]): Record<string, IsoDay> {
  const days: Record<string, IsoDay> = {};
  for (const event of effectiveEvents(events)) {
    if (event.kind === "happened") days[event.payload.awaitedId] ??= event.effectiveOn;
  }
  return days;
}

export const recessRows = (events: readonly CalendarEvent[]): Row<typeof recesses>[] => {
  const rows = new Map<string, Row<typeof recesses>>();
  for (const event of effectiveEvents(events)) {
    if (event.kind === "recess_set") rows.set(event.subjectId, { id: event.subjectId, ...event.payload });
  }
  return [...rows.values()];
};

/** Of each ministry whose work went to another the last that was said of it. */
const successionsOf = (events: readonly CalendarEvent[]): Succession[] => {
  const found = new Map<string, Succession>();
  for (const { kind, subjectId, effectiveOn, payload } of effectiveEvents(events)) {
    if (kind === "succeeded")
      found.set(subjectId, { ministryId: subjectId, on: effectiveOn, successorId: payload.ministryId });
  }
  return [...found.values()];
};

/** What the calendar says to every commitment. */
export interface CalendarFacts {
  happened: Record<string, IsoDay>;
  successions: Succession[];
  recesses: Row<typeof recesses>[];
}

export const calendarFacts = (events: readonly CalendarEvent[]): CalendarFacts => ({
  happened: happenedDays(events),
  successions: successionsOf(events),
  recesses: recessRows(events),
});

/** All that the standing of a commitment depends on beside its own events. */
export const standingContext = (
  chamber: "TK" | "EK",
  dossier: DossierContext,
  calendar: CalendarFacts,
): StandingContext => ({ ...dossier, ...calendar, rule: chamber === "TK" ? "on_receipt" : "on_decision" });
