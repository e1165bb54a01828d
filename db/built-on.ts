/** What somebody went on to do with an event: while there is any of it, the event is not withdrawn. */
import { and, eq, ne, sql } from "drizzle-orm";
import { dayInWords } from "#app/domain/calendar.ts";
import { type Amendment, heldAfter, isAmendment, meantBy, undoneBy } from "#app/domain/correction-history.ts";
import type { CorrectionNames } from "#app/domain/correction-names.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import { effectiveEvents, type RegisterEvent } from "#app/domain/events.ts";
import type { Db } from "./client.ts";
import { namesFor, valuesOf } from "./correction-things.ts";
import { asEvent, eventsOf } from "./events.ts";
import { letterOfOriginal } from "./letters.ts";
import { events } from "./schema.ts";

const BUILDS = ["deadline_set", "reported", "judged", "lapsed", "reopened", "handed_over", "accepted"];

/** Each thing that builds on the event, in a sentence that names it; empty where it may be withdrawn. */
export async function builtOn(tx: Db, event: RegisterEvent, history: readonly RegisterEvent[]): Promise<string[]> {
  if (isAmendment(event)) return builtOnAmendment(tx, event, history);
  const byReview = await reviewThatRecorded(tx, event.id);
  if (byReview) return ["Dit is vastgelegd bij het nagaan van een brief. Trek de beoordeling van die passage daar in."];
  const later = event.subject === "commitment" ? laterOn(event, history, await namesFor(history, tx)) : [];
  return event.kind === "registered" ? [...later, ...(await naming(tx, event))] : later;
}

/** What counts and was recorded of a commitment after an event; its first deadline is part of its registration. */
function laterOn(event: RegisterEvent, history: readonly RegisterEvent[], names: CorrectionNames): string[] {
  if (event.kind !== "registered" && !BUILDS.includes(event.kind)) return [];
  const effective = effectiveEvents(history);
  const first = effective.find(({ kind }) => kind === "deadline_set");
  return effective
    .filter(
      ({ id, seq, kind }) =>
        seq > event.seq && BUILDS.includes(kind) && !(event.kind === "registered" && id === first?.id),
    )
    .map((one) => `${dayInWords(one.effectiveOn)}: ${registerSentence(one, names, one === first)}`);
}

/** Everything else that counts and names the thing: what was promised in it, what answers it, what is linked to it. */
async function naming(tx: Db, { subject, subjectId }: RegisterEvent): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ subject: events.subject, subjectId: events.subjectId })
    .from(events)
    .where(and(sql`instr(${events.payload}, ${JSON.stringify(subjectId)}) > 0`, ne(events.kind, "withdrawn")));
  const found = new Set<string>();
  for (const row of rows) {
    if (row.subject === "calendar" || row.subject === "dossier" || row.subject === "reference") continue;
    const own = row.subject === subject && row.subjectId === subjectId;
    const history: RegisterEvent[] = await eventsOf(row.subject, row.subjectId, tx);
    for (const event of effectiveEvents(history)) {
      if (own ? event.kind === "passage_reviewed" : refersTo(event, subjectId)) found.add(nameOf(history, own));
    }
  }
  return [...found];
}

const refersTo = ({ payload }: RegisterEvent, id: string): boolean =>
  ["commitmentId", "letterId", "id"].some((key) => valuesOf(payload, key).includes(id));

function nameOf(history: readonly RegisterEvent[], own: boolean): string {
  if (own) return "Passages van deze brief zijn al beoordeeld. Trek die beoordelingen eerst in.";
  const effective = effectiveEvents(history);
  const [event] = effective;
  const published = effective.find(({ kind }) => kind === "published");
  const { title = "" } = (effective.find(({ kind }) => kind === "registered")?.payload ?? {}) as { title?: string };
  const { number } = (published?.payload ?? {}) as { number?: string | null };
  const what = { commitment: "Toezegging", item: "Wat gevolgd wordt:", letter: "Brief", debate: "Debat" };
  const called = event && event.subject in what ? what[event.subject as keyof typeof what] : "";
  return published || event?.subject === "letter"
    ? `${called} ${number ? `${number}: ` : ""}${title} verwijst hiernaar.`
    : `Een concept verwijst hiernaar: ${title}.`;
}

/** The standing decision on a passage that recorded this event. */
async function reviewThatRecorded(tx: Db, eventId: string): Promise<RegisterEvent | null> {
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.kind, "passage_reviewed"), sql`json_extract(${events.payload}, '$.eventId') = ${eventId}`));
  for (const row of rows) {
    const history = await eventsOf("letter", row.subjectId, tx);
    if (!undoneBy(history, row.id)) return asEvent(row);
  }
  return null;
}

async function builtOnAmendment(tx: Db, event: Amendment, history: readonly RegisterEvent[]): Promise<string[]> {
  if (event.kind === "corrected") {
    const later = history.find(
      (one) =>
        one.kind === "corrected" &&
        one.seq > event.seq &&
        one.payload.eventId === event.payload.eventId &&
        !undoneBy(history, one.id) &&
        Object.keys(one.payload.fields).some((name) => name in event.payload.fields),
    );
    return later ? ["Hetzelfde is daarna nog eens gecorrigeerd. Trek die latere correctie eerst in."] : [];
  }
  const target = history.find(({ id }) => id === event.payload.eventId);
  const meant = meantBy(history, event);
  if (!target || !meant) return [];
  const again = heldAfter(history, meant.id, event.seq - 1);
  const effective = effectiveEvents(history);
  const alone = ["happened", "review_closed"];
  if (alone.includes(meant.kind) && effective.some(({ kind }) => kind === meant.kind))
    return ["Intussen is iets anders vastgelegd dat hiervoor in de plaats kwam. Trek dat eerst in."];
  if (await wasWithdrawnInReview(tx, event))
    return ["Dit is ingetrokken bij het nagaan van een brief. Beoordeel de passage daar opnieuw."];
  if (again?.subject === "letter" && again.kind === "registered" && again.payload.originalSha256) {
    const same = await letterOfOriginal(again.payload.originalSha256, tx);
    if (same) return [`Dezelfde brief is intussen opnieuw opgenomen: ${same.title}.`];
  }
  const origin = (again?.payload as { origin?: { kind: "debate" | "letter"; id: string } | null } | undefined)?.origin;
  if (again?.kind === "registered" && origin) {
    const source: RegisterEvent[] = await eventsOf(origin.kind, origin.id, tx);
    if (!effectiveEvents(source).some(({ kind }) => kind === "registered"))
      return [
        `Het ${origin.kind === "debate" ? "debat" : "stuk"} waarin dit staat, is ingetrokken. Herstel dat eerst.`,
      ];
  }
  return [];
}

/** Whether a decision on a passage was taken back in the same act. */
async function wasWithdrawnInReview(tx: Db, { payload, recordedAt }: Amendment): Promise<boolean> {
  const decisions = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.kind, "passage_reviewed"),
        sql`(json_extract(${events.payload}, '$.eventId') = ${payload.eventId} OR ${events.id} = ${payload.eventId})`,
      ),
    );
  for (const { id } of decisions) {
    const [taken] = await tx
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          eq(events.kind, "withdrawn"),
          eq(events.recordedAt, recordedAt),
          sql`json_extract(${events.payload}, '$.eventId') = ${id}`,
        ),
      );
    if (taken) return true;
  }
  return false;
}
