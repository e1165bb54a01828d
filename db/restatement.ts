/**
 * A draft that was changed is stated once more, whole, when it is published: each event that was corrected is withdrawn
 * and recorded anew as it now reads. The past of the draft can then stay secret, while the chain holds one event with
 * the very text that is published (`chain-export.ts`).
 */
import { effectiveEvents, type NewEvent, type RegisterEvent } from "#app/domain/events.ts";

const REASON = "bij publicatie opnieuw vastgelegd";

/** The events to record just before `published`; none for a draft that was never changed. */
export function restatement(draft: readonly RegisterEvent[]): NewEvent[] {
  const amended = new Set(draft.flatMap((event) => amendedBy(event) ?? []));
  const changed = effectiveEvents(draft).filter(({ id }) => amended.has(id));
  const withdrawals = changed.map(({ id, subject, subjectId }) => ({
    subject,
    subjectId,
    kind: "withdrawn",
    effectiveOn: draft.find((event) => event.id === id)?.effectiveOn,
    payload: { eventId: id, reason: REASON },
  }));
  const anew = changed.map(({ subject, subjectId, kind, effectiveOn, payload }) => ({
    subject,
    subjectId,
    kind,
    effectiveOn,
    payload,
  }));
  return [...withdrawals, ...anew] as NewEvent[];
}

/** The event that a correction or withdrawal is about; null for any other event. */
export const amendedBy = ({ kind, payload }: Pick<RegisterEvent, "kind" | "payload">): string | null =>
  kind === "corrected" || kind === "withdrawn" ? (payload as { eventId: string }).eventId : null;
