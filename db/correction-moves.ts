/** What moves along when the day of a debate, a letter or a promise turns out to be another. */
import { and, eq, or, sql } from "drizzle-orm";
import { movedTo } from "#app/domain/correction.ts";
import type { Surroundings } from "#app/domain/correction-kinds.ts";
import { effectiveEvents, type NewEvent, type RegisterEvent } from "#app/domain/events.ts";
import type { Db } from "./client.ts";
import { eventsOf } from "./events.ts";
import { events } from "./schema.ts";

/**
 * Corrections of every event that took its day from this one: what was promised in a debate or letter and by when, what a
 * letter reported, that its review was closed. Those that somebody put on another day of their own stay there.
 */
export async function movedAlong(
  tx: Db,
  event: RegisterEvent,
  fields: Record<string, unknown>,
  reason: string,
  around: Surroundings,
): Promise<NewEvent[]> {
  const { effectiveOn: day = event.effectiveOn, date } = fields as { effectiveOn?: string; date?: string };
  if (event.kind !== "registered" || (day === event.effectiveOn && date === undefined)) return [];
  const written = event.subject === "letter" ? event.payload.date : event.effectiveOn;
  const move = (one: RegisterEvent, to: string, from: string): NewEvent[] => {
    if (one.id === event.id || one.effectiveOn !== from) return [];
    const changed = movedTo(one, to, { ...around, day: to });
    if (Object.keys(changed).length === 0) return [];
    const { subject, subjectId, id: eventId, effectiveOn } = one;
    const payload = { eventId, fields: changed, reason };
    return [{ subject, subjectId, kind: "corrected", effectiveOn, payload } as NewEvent];
  };

  if (event.subject === "commitment") {
    const own = effectiveEvents(await eventsOf("commitment", event.subjectId, tx));
    return own.flatMap((one) =>
      one.kind === "deadline_set" && one.payload.passage === null ? move(one, day, event.effectiveOn) : [],
    );
  }
  if (event.subject !== "debate" && event.subject !== "letter") return [];
  const found: NewEvent[] = [];
  for (const { subject, subjectId } of await touchedBy(tx, event.subjectId)) {
    for (const one of effectiveEvents<RegisterEvent>(await eventsOf(subject, subjectId, tx))) {
      if (!comesFrom(one, event.subjectId)) continue;
      // An item of a letter stands on the day that the letter was written.
      const isItem = subject === "item" && event.subject === "letter";
      found.push(...(isItem ? move(one, date ?? written, written) : move(one, day, event.effectiveOn)));
    }
  }
  if (event.subject === "letter") {
    for (const one of effectiveEvents(await eventsOf("letter", event.subjectId, tx))) {
      if (one.kind === "review_closed" || one.kind === "remarked") found.push(...move(one, day, event.effectiveOn));
    }
  }
  return found;
}

/** Commitments and items with an event that names this debate or letter. */
const touchedBy = (tx: Db, id: string) =>
  tx
    .selectDistinct({ subject: sql<"commitment" | "item">`${events.subject}`, subjectId: events.subjectId })
    .from(events)
    .where(
      and(
        or(eq(events.subject, "commitment"), eq(events.subject, "item")),
        or(
          sql`json_extract(${events.payload}, '$.origin.id') = ${id}`,
          sql`json_extract(${events.payload}, '$.passage.letterId') = ${id}`,
        ),
      ),
    );

/** Whether an event took its day from this debate or letter; the first deadline was said with the promise itself. */
function comesFrom(event: RegisterEvent, id: string): boolean {
  const { origin, passage } = event.payload as {
    origin?: { id: string } | null;
    passage?: { letterId: string } | null;
  };
  if (event.kind === "deadline_set") return passage === null || passage?.letterId === id;
  if (event.kind === "registered") return origin?.id === id;
  return event.kind === "reported" && passage?.letterId === id;
}
