/** What happened to many commitments at once, as the public may read it. */
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { CitedLetter } from "#app/domain/annex-place.ts";
import { type CommitmentEvent, effectiveEvents } from "#app/domain/events.ts";
import { throughMerges } from "#app/domain/reference.ts";
import { asEvent } from "./events.ts";
import type { Moment } from "./moment.ts";
import { mergedIds } from "./reference-rows.ts";
import { commitments, events, letters } from "./schema.ts";

/** SQLite takes a limited number of values in one statement. */
const BATCH = 500;

/**
 * The events of published commitments that hold by the day, by commitment and in order: only those that name nothing but
 * what is public, and of the deadlines only the first and those that the Kamer was told.
 * @param letterIds what standings name beside them
 */
export async function publicHistories(
  ids: readonly string[],
  letterIds: readonly string[],
  { asOf, from }: Moment,
): Promise<{
  told: Map<string, CommitmentEvent[]>;
  letters: Map<string, CitedLetter>;
  numbers: Map<string, string>;
}> {
  const all = await recordedOf(ids, from);
  const holding = [...all].map(([id, history]) => [id, toldDeadlines(effectiveUntil(history, asOf))] as const);
  const every = holding.flatMap(([, history]) => history);
  const { isPublic, ...named } = await namedIn(every, letterIds, from);
  return { told: new Map(holding.map(([id, history]) => [id, history.filter(isPublic)])), ...named };
}

/** All that was ever recorded of commitments, by commitment and in order of recording. */
export async function recordedOf(
  ids: readonly string[],
  from: Moment["from"],
): Promise<Map<string, CommitmentEvent[]>> {
  const merged = await mergedIds(from);
  const all = new Map<string, CommitmentEvent[]>(ids.map((id) => [id, []]));
  for (const some of batches(ids)) {
    const rows = await from
      .select()
      .from(events)
      .where(and(eq(events.subject, "commitment"), inArray(events.subjectId, some)))
      .orderBy(asc(events.seq));
    for (const row of rows) all.get(row.subjectId)?.push(throughMerges(asEvent(row), merged) as CommitmentEvent);
  }
  return all;
}

/** The letters and the numbers that events name, and which of the events name nothing but what is public. */
export async function namedIn(every: readonly CommitmentEvent[], letterIds: readonly string[], from: Moment["from"]) {
  const letters = await citedLetters([...letterIds, ...every.flatMap(lettersIn)], from);
  const numbers = await publicNumbers(every.flatMap(othersIn), from);
  return {
    letters,
    numbers,
    isPublic: (event: CommitmentEvent): boolean =>
      lettersIn(event).every((id) => letters.has(id)) && othersIn(event).every((id) => numbers.has(id)),
  };
}

export const effectiveUntil = (history: readonly CommitmentEvent[], asOf: string): CommitmentEvent[] =>
  effectiveEvents(history).filter(({ effectiveOn }) => effectiveOn <= asOf);

/** Without the ministry's own planning, which is any deadline that was not told after one came in force. */
function toldDeadlines(history: readonly CommitmentEvent[]): CommitmentEvent[] {
  const first = history.find(
    ({ kind, payload }) => kind === "deadline_set" || ("rest" in payload && payload.rest.kind === "new_deadline"),
  );
  return history.filter((event) => event.kind !== "deadline_set" || event === first || event.payload.passage !== null);
}

export const lettersIn = (event: CommitmentEvent): string[] =>
  (event.kind === "reported" || event.kind === "deadline_set") && event.payload.passage
    ? [event.payload.passage.letterId]
    : [];

export function othersIn(event: CommitmentEvent): string[] {
  if (event.kind === "linked") return [event.payload.commitmentId];
  const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
  return rest?.kind === "successor" ? [rest.commitmentId] : [];
}

async function citedLetters(ids: readonly string[], from: Moment["from"]): Promise<Map<string, CitedLetter>> {
  const found = new Map<string, CitedLetter>();
  for (const some of batches([...new Set(ids)])) {
    const { id, letterKind, title, date, day, chamber, paper } = letters;
    const rows = await from
      .select({ id, letterKind, title, date, day, chamber, paper })
      .from(letters)
      .where(inArray(letters.id, some));
    for (const { id: letterId, ...letter } of rows) found.set(letterId, letter);
  }
  return found;
}

async function publicNumbers(ids: readonly string[], from: Moment["from"]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of batches([...new Set(ids)])) {
    const rows = await from
      .select({ id: commitments.id, number: commitments.number })
      .from(commitments)
      .where(and(isNotNull(commitments.number), inArray(commitments.id, some)));
    for (const { id, number } of rows) found.set(id, number ?? "");
  }
  return found;
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) => rows.slice(at * BATCH, (at + 1) * BATCH));
}
