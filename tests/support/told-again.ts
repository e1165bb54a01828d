/** The same register, recorded in another order. */
import { effectiveEvents, type RegisterEvent } from "#app/domain/events.ts";
import { type Register, recorded } from "./generated-register.ts";
import { historiesOf } from "./rows-of-events.ts";

/**
 * Records the events in the order of `keys`, but for those of one subject, day and kind: these keep theirs. The day is
 * that on which an event holds, after correction; a calendar counts as one subject, as its events are read together.
 */
export function toldAgain(register: Register, keys: readonly number[]): Register {
  const holdsOn = new Map(allEffective(register).map(({ id, effectiveOn }) => [id, effectiveOn]));
  const group = ({ id, subject, subjectId, kind, effectiveOn }: RegisterEvent) =>
    [subject, subject === "calendar" ? "" : subjectId, kind, holdsOn.get(id) ?? effectiveOn].join(" ");
  const shuffled = register
    .map((event, i) => ({ event, key: keys[i % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
  const waiting = new Map<string, RegisterEvent[]>();
  for (const event of register) waiting.set(group(event), [...(waiting.get(group(event)) ?? []), event]);
  return recorded(shuffled.map((event) => waiting.get(group(event))?.shift() ?? event));
}

/** The events of every subject that count. */
export const allEffective = (register: readonly RegisterEvent[]): RegisterEvent[] =>
  (["commitment", "letter", "debate", "dossier", "item", "calendar"] as const).flatMap((subject) =>
    historiesOf(register, subject).flatMap((history) => effectiveEvents(history as RegisterEvent[])),
  );
