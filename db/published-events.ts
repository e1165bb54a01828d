/**
 * Which events the public may read. An event is public if its subject is, if it is no part of the past that a draft had
 * before it was published, and if all that it refers to is public.
 */
import { and, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { RegisterEvent, Subject } from "#app/domain/events.ts";
import { db } from "./client.ts";
import { namedInPublic } from "./reference-public.ts";
import { amendedBy } from "./restatement.ts";
import { commitments, debates, events, items, letters } from "./schema.ts";
import { eventIn, type RawEvent, rawColumns } from "./stored-events.ts";

/** Subjects that can be drafts, or be taken back. */
const GUARDED: Subject[] = ["commitment", "debate", "item", "letter"];

/** An event with every text in its payload that can be an id: what it refers to is among them, under whatever name. */
type Candidate = RegisterEvent & { names: Set<string> };

/** Ids of those of these events that are public. What it reads is in proportion to their number. */
export async function publishedAmong(rows: readonly RawEvent[]): Promise<Set<string>> {
  const candidates = await withNamed(rows);
  const waiting = await thatAwait([...candidates.values()]);
  for (const [id, candidate] of await withNamed(waiting)) candidates.set(id, candidate);
  const known = await knownOf([...candidates.values()]);
  const told = [...candidates.values()].filter(({ subject }) => subject === "reference");
  const named = await namedInPublic(told.flatMap((event) => thingsIn(event)));

  const decided = new Map<string, boolean>();
  const isPublic = (id: string): boolean => {
    const earlier = decided.get(id);
    if (earlier !== undefined) return earlier;
    decided.set(id, false);
    const event = candidates.get(id);
    const answer =
      event !== undefined && subjectIsPublic(event) && !isPastOfDraft(event, known) && namesArePublic(event);
    decided.set(id, answer);
    return answer;
  };
  const subjectIsPublic = (event: Candidate): boolean => {
    const { subject, subjectId, kind } = event;
    // Which passages somebody looked at, and what they took for nothing, is internal work.
    if (kind === "passage_reviewed") return false;
    // A day that was entered for an awaited event tells in words what is awaited.
    if (kind === "happened") return waiting.some(({ id }) => candidates.get(id)?.names.has(subjectId) && isPublic(id));
    // What becomes of a name is public once something published bears it; that a change was taken back, as the change is.
    if (event.subject === "reference")
      return event.kind === "withdrawn" || thingsIn(event).every((thing) => named.has(thing));
    return subject === "calendar" || known.publicSubjects.has(`${subject} ${subjectId}`);
  };
  const namesArePublic = ({ names }: Candidate): boolean =>
    [...names].every((name) => !known.hidden.has(name) && (!candidates.has(name) || isPublic(name)));
  return new Set(rows.flatMap(({ id }) => (isPublic(id) ? [id] : [])));
}

/** Whom an event of the lists tells something of: of two that are the same the one that is shown. */
function thingsIn(event: RegisterEvent): string[] {
  if (event.subject !== "reference") return [];
  if (event.kind === "merged") return [event.payload.into];
  if (event.kind === "joined") return [event.subjectId, ...(event.payload.groupId ? [event.payload.groupId] : [])];
  return [event.subjectId];
}

/** What was said of a draft and changed or taken back before its publication, and that it was. */
function isPastOfDraft(event: Candidate, { publishedAt, amendedAt }: Known): boolean {
  const published = publishedAt.get(`${event.subject} ${event.subjectId}`) ?? 0;
  if (event.seq > published) return false;
  return amendedBy(event) !== null || (amendedAt.get(event.id) ?? Number.POSITIVE_INFINITY) < published;
}

/** These events, those that they name, and so on. An event that cannot be read is left out: it is not public. */
async function withNamed(rows: readonly RawEvent[]): Promise<Map<string, Candidate>> {
  const found = new Map<string, Candidate>();
  let fresh = rows;
  while (fresh.length > 0) {
    const named = new Set<string>();
    for (const row of fresh) {
      const event = eventIn(row);
      if (!event) continue;
      const names = idsIn(event.payload);
      found.set(event.id, { ...event, names });
      for (const name of names) if (!found.has(name)) named.add(name);
    }
    fresh = await inParts([...named], (ids) => db.select(rawColumns).from(events).where(inArray(events.id, ids)));
    fresh = fresh.filter(({ id }) => !found.has(id));
  }
  return found;
}

const LONGEST_ID = 200;

function idsIn(payload: unknown, found = new Set<string>()): Set<string> {
  if (typeof payload === "string") {
    if (payload !== "" && payload.length <= LONGEST_ID && !/\s/.test(payload)) found.add(payload);
  } else if (payload && typeof payload === "object") for (const part of Object.values(payload)) idsIn(part, found);
  return found;
}

/** The events with a deadline or term that waits for what `happened` among these. */
async function thatAwait(candidates: readonly Candidate[]): Promise<RawEvent[]> {
  const awaited = candidates.filter(({ kind }) => kind === "happened").map(({ subjectId }) => subjectId);
  if (awaited.length === 0) return [];
  const namesOne = or(...awaited.map((id) => sql`instr(${events.payload}, ${id}) > 0`));
  return db
    .select(rawColumns)
    .from(events)
    .where(and(inArray(events.subject, ["commitment", "item"]), namesOne));
}

interface Known {
  /** As "commitment <id>": published, and not taken back. */
  publicSubjects: Set<string>;
  /** Ids of subjects that events name and that are not public. */
  hidden: Set<string>;
  /** Place in the chain of the publication of a subject. */
  publishedAt: Map<string, number>;
  /** Place in the chain of the first correction or withdrawal of an event. */
  amendedAt: Map<string, number>;
}

// The public subjects are read first: whatever is published in the meantime is then at most left out.
async function knownOf(candidates: readonly Candidate[]): Promise<Known> {
  const subjectIds = [...new Set(candidates.map(({ subjectId }) => subjectId))];
  const ids = [...new Set([...subjectIds, ...candidates.flatMap(({ names }) => [...names])])];
  const publicSubjects = new Set(await inParts(ids, publicOf));
  const named = await inParts(ids, (part) =>
    db
      .selectDistinct({ subject: events.subject, id: events.subjectId })
      .from(events)
      .where(and(inArray(events.subject, GUARDED), inArray(events.subjectId, part))),
  );
  const history = await inParts(subjectIds, (part) =>
    db
      .select(rawColumns)
      .from(events)
      .where(
        and(
          inArray(events.subject, GUARDED),
          inArray(events.subjectId, part),
          inArray(events.kind, ["published", "corrected", "withdrawn"]),
        ),
      ),
  );
  const publishedAt = new Map<string, number>();
  const amendedAt = new Map<string, number>();
  for (const row of history.sort((a, b) => a.seq - b.seq)) {
    if (row.kind === "published") publishedAt.set(`${row.subject} ${row.subjectId}`, row.seq);
    const event = eventIn(row);
    const amended = event && amendedBy(event);
    if (amended && !amendedAt.has(amended)) amendedAt.set(amended, row.seq);
  }
  return {
    publicSubjects,
    hidden: new Set(named.filter(({ subject, id }) => !publicSubjects.has(`${subject} ${id}`)).map(({ id }) => id)),
    publishedAt,
    amendedAt,
  };
}

/** Those of these ids that are public, as "commitment <id>". A dossier is, once something published is about it. */
async function publicOf(ids: string[]): Promise<string[]> {
  const sources = [
    { subject: "commitment", table: commitments, shows: isNotNull(commitments.number) },
    { subject: "debate", table: debates, shows: isNotNull(debates.publishedOn) },
    { subject: "item", table: items, shows: isNotNull(items.publishedOn) },
    { subject: "letter", table: letters, shows: undefined },
  ] as const;
  const found: string[] = [];
  for (const { subject, table, shows } of sources) {
    const own = await db
      .select({ id: table.id })
      .from(table)
      .where(and(inArray(table.id, ids), shows));
    const about = await db
      .selectDistinct({ id: table.dossierId })
      .from(table)
      .where(and(inArray(table.dossierId, ids), shows));
    found.push(...own.map(({ id }) => `${subject} ${id}`), ...about.map(({ id }) => `dossier ${id}`));
  }
  return found;
}

/** SQLite takes so many values in one statement. */
const PART = 5000;

async function inParts<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += PART) found.push(...(await read(ids.slice(at, at + PART))));
  return found;
}
