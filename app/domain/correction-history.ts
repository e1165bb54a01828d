/** Corrections and withdrawals read back from the events of one subject: what each did to the event it means. */
import { effectiveEvents, type RegisterEvent } from "./events.ts";

export type Amendment = Extract<RegisterEvent, { kind: "corrected" | "withdrawn" }>;

export const isAmendment = (event: RegisterEvent): event is Amendment =>
  event.kind === "corrected" || event.kind === "withdrawn";

/** The event that an amendment is about in the end: a withdrawal of a correction is about what was corrected. */
export function meantBy(history: readonly RegisterEvent[], event: RegisterEvent): RegisterEvent | null {
  if (!isAmendment(event)) return event;
  const next = history.find(({ id }) => id === event.payload.eventId);
  return next ? meantBy(history, next) : null;
}

/** An event as it held once a place in the chain was reached; null where it did not count then. */
export const heldAfter = (history: readonly RegisterEvent[], eventId: string, seq: number): RegisterEvent | null =>
  effectiveEvents(history.filter((event) => event.seq <= seq)).find(({ id }) => id === eventId) ?? null;

/** The withdrawal that makes an event not count; null where it counts. */
export const undoneBy = (history: readonly RegisterEvent[], eventId: string): Amendment | null =>
  history
    .filter(isAmendment)
    .find((event) => event.kind === "withdrawn" && event.payload.eventId === eventId && !undoneBy(history, event.id)) ??
  null;

/** Place in the chain of the last thing that was done to an event: what somebody who changes it must have seen. */
export const lastDoneTo = (history: readonly RegisterEvent[], eventId: string): number =>
  history.reduce((last, event) => (meantBy(history, event)?.id === eventId ? Math.max(last, event.seq) : last), 0);

/** What an amendment did: other values, an event that no longer counts, or one that counts again. */
export interface Amended {
  amendment: Amendment;
  /** The event that it is about, as it was recorded. */
  meant: RegisterEvent;
  before: RegisterEvent | null;
  after: RegisterEvent | null;
  /** The withdrawal that undid the amendment itself, if any. */
  undone: Amendment | null;
}

/** Every amendment in the history of one subject, in order of recording. */
export const amendmentsIn = (history: readonly RegisterEvent[]): Amended[] =>
  history.filter(isAmendment).flatMap((amendment) => {
    const meant = meantBy(history, amendment);
    if (!meant) return [];
    const before = heldAfter(history, meant.id, amendment.seq - 1);
    const after = heldAfter(history, meant.id, amendment.seq);
    return before || after ? [{ amendment, meant, before, after, undone: undoneBy(history, amendment.id) }] : [];
  });

/** The deadline that was said with the promise itself, of the events of one commitment. */
export const originalDeadline = (history: readonly RegisterEvent[]): RegisterEvent | null =>
  history.find(({ kind }) => kind === "deadline_set") ?? null;

/** The registration that counts or, where none does, the last one: a draft of an item is registered anew when changed. */
function lastRegistered(history: readonly RegisterEvent[]): { event: RegisterEvent; undone: Amendment | null } | null {
  const all = history
    .filter(({ kind }) => kind === "registered")
    .map((event) => ({ event, undone: undoneBy(history, event.id) }));
  return all.find(({ undone }) => undone === null) ?? all.at(-1) ?? null;
}

/** The events of a subject as if its registration had not been withdrawn: what a page tells of something taken back. */
export function beforeWithdrawal<E extends RegisterEvent>(history: readonly E[]): E[] {
  const registered = lastRegistered(history);
  return history.filter(
    (event) => !isAmendment(event) || event.kind !== "withdrawn" || event.payload.eventId !== registered?.event.id,
  );
}

/** The withdrawal by which the whole subject counts as not having been; null where it counts. */
export const takenBackBy = (history: readonly RegisterEvent[]): Amendment | null =>
  lastRegistered(history)?.undone ?? null;
