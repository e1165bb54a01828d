/** Which passages of a letter answer which commitment: the `reported` events that stand. */
import { and, eq, sql } from "drizzle-orm";
import { type EventOf, effectiveEvents } from "#app/domain/events.ts";
import { type Db, db } from "./client.ts";
import { eventsOf } from "./events.ts";
import { events } from "./schema.ts";

export type Reported = Extract<EventOf<"commitment">, { kind: "reported" }>;

/** The reports of a letter, withdrawn ones left out, in the order in which they were recorded. */
export async function answersIn(letterId: string, from: Db = db): Promise<Reported[]> {
  const touched = await from
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(and(eq(events.kind, "reported"), sql`json_extract(${events.payload}, '$.passage.letterId') = ${letterId}`));
  const found: Reported[] = [];
  for (const { id } of touched) {
    for (const event of effectiveEvents(await eventsOf("commitment", id, from))) {
      if (event.kind === "reported" && event.payload.passage?.letterId === letterId) found.push(event);
    }
  }
  return found.sort((a, b) => a.seq - b.seq);
}
