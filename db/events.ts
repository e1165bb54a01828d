/** Recording: one transaction appends the events, links them into the chain and rewrites what follows from them. */
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import type {
  CalendarEvent,
  CommitmentEvent,
  DebateEvent,
  DossierEvent,
  ItemEvent,
  LetterEvent,
  NewEvent,
  ReferenceEvent,
  RegisterEvent,
  Subject,
} from "#app/domain/events.ts";
import { throughMerges } from "#app/domain/reference.ts";
import type { DossierContext } from "#app/domain/rhythm.ts";
import { link } from "./chain.ts";
import { type Db, db } from "./client.ts";
import { keptQuery } from "./kept-query.ts";
import {
  addresseeRows,
  type CalendarFacts,
  calendarFacts,
  commitmentRow,
  debateRow,
  dossierContext,
  itemLinkRows,
  itemRow,
  letterRow,
  periodRows,
  progressLetter,
  recessRows,
  standingContext,
} from "./projections.ts";
import { mergedIds, refreshReference, renewList, thatName } from "./reference-rows.ts";
import {
  addressees,
  commitments,
  debates,
  events,
  itemLinks,
  items,
  letters,
  ministries,
  periods,
  recesses,
  registerState,
} from "./schema.ts";
import { indexAgain } from "./search-texts.ts";

export const newId = (): string => randomUUID();

type StoredEvent = typeof events.$inferSelect;

/** A stored row as the event that it is. The shape was checked when it was recorded. */
export const asEvent = (row: StoredEvent): RegisterEvent =>
  ({
    id: row.id,
    seq: row.seq,
    subject: row.subject,
    subjectId: row.subjectId,
    kind: row.kind,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    payload: row.payload,
  }) as RegisterEvent;

type SubjectEvents = {
  commitment: CommitmentEvent;
  letter: LetterEvent;
  debate: DebateEvent;
  dossier: DossierEvent;
  item: ItemEvent;
  calendar: CalendarEvent;
  reference: ReferenceEvent;
};

/** The events of one subject, or of all subjects of a kind, in order of recording; whoever was entered twice is one. */
export async function eventsOf<S extends Subject>(
  subject: S,
  subjectId: string | null,
  from: Db = db,
): Promise<SubjectEvents[S][]> {
  const rows = await (subjectId === null
    ? eventsOfKind(from).execute({ subject })
    : eventsOfOne(from).execute({ subject, subjectId }));
  const merged = await mergedIds(from);
  return rows.map((row) => throughMerges(asEvent(row), merged) as SubjectEvents[S]);
}

const eventsOfKind = keptQuery((from) =>
  from
    .select()
    .from(events)
    .where(eq(events.subject, sql.placeholder("subject")))
    .orderBy(asc(events.seq)),
);

const eventsOfOne = keptQuery((from) =>
  from
    .select()
    .from(events)
    .where(and(eq(events.subject, sql.placeholder("subject")), eq(events.subjectId, sql.placeholder("subjectId"))))
    .orderBy(asc(events.seq)),
);

/**
 * Records events within a transaction and brings everything that follows from them up to date.
 * @param by account of who records; `register` for what the program ships
 * @param at moment of recording; moved behind that of the last event where the clock did not run on
 */
export async function record(
  tx: Db,
  by: string,
  fresh: readonly NewEvent[],
  at: Instant = new Date().toISOString(),
): Promise<RegisterEvent[]> {
  const recorded = await append(tx, by, fresh, at);
  await refresh(tx, recorded);
  for (const id of touchedIn(recorded, "reference")) await renewList(tx, id);
  return recorded;
}

type Touched = Pick<RegisterEvent, "subject" | "subjectId">;

const touchedIn = (recorded: readonly Touched[], subject: Subject): string[] => [
  ...new Set(recorded.filter((event) => event.subject === subject).map((event) => event.subjectId)),
];

/** A clock that never stands still or runs back: what was known at a moment would otherwise change later. */
const after = (last: Instant, now: Instant): Instant =>
  now > last ? now : new Date(Date.parse(last) + 1).toISOString();

/** Built once for all: a list of ten thousand rows records some forty thousand events. None of the columns may be null. */
const insertEvent = (tx: Db) => {
  const values = Object.keys(getTableColumns(events)).map((name) => [name, sql.placeholder(name)]);
  return tx
    .insert(events)
    .values(Object.fromEntries(values) as typeof events.$inferInsert)
    .prepare();
};

async function append(tx: Db, by: string, fresh: readonly NewEvent[], now: Instant): Promise<RegisterEvent[]> {
  const state = await tx.query.registerState.findFirst();
  let { headSeq, headHash } = state ?? { headSeq: 0, headHash: "" };
  const last = await tx.query.events.findFirst({ where: eq(events.seq, headSeq), columns: { recordedAt: true } });
  const at = after(last?.recordedAt ?? "", now);
  const recorded: RegisterEvent[] = [];
  const insert = insertEvent(tx);
  for (const some of batches(fresh)) {
    for (const given of some) {
      headSeq += 1;
      const event = {
        ...given,
        id: given.id ?? newId(),
        seq: headSeq,
        recordedAt: at,
        recordedBy: by,
      } as RegisterEvent;
      const chained = link(event, headHash);
      await insert.execute({ ...event, ...chained });
      headHash = chained.hash;
      recorded.push(event);
    }
    if (fresh.length > BATCH) await setImmediate(); // Others read meanwhile, as below.
  }
  await tx.update(registerState).set({ headSeq, headHash });
  return recorded;
}

/** Rewrites the rows of all that events touched: their own subjects, then the commitments that wait for these. */
export async function refresh(tx: Db, recorded: readonly Touched[]): Promise<void> {
  const all: Touched[] = [...recorded];
  for (const id of touchedIn(recorded, "reference"))
    all.push(...(await thatName(tx, await refreshReference(tx, id, await eventsOf("reference", id, tx)))));
  for (const id of touchedIn(all.slice(recorded.length), "reference"))
    await refreshReference(tx, id, await eventsOf("reference", id, tx));
  // A ministry whose work goes to another: what it answers for counts elsewhere.
  all.push(...(await thatName(tx, await ministriesAmong(tx, touchedIn(recorded, "calendar")))));
  const touched = (subject: Subject): string[] => touchedIn(all, subject);
  for (const id of touched("debate")) await refreshDebate(tx, id);
  for (const id of touched("item")) await refreshItem(tx, id);
  const dossierIds = new Set(touched("dossier"));
  for (const id of touched("letter")) for (const dossierId of await refreshLetter(tx, id)) dossierIds.add(dossierId);
  if (touched("calendar").length > 0) await refreshRecesses(tx);

  const commitmentIds = new Set(touched("commitment"));
  for (const id of await commitmentsIn(tx, [...dossierIds])) commitmentIds.add(id);
  if (touched("calendar").length > 0) for (const id of await commitmentsWaiting(tx)) commitmentIds.add(id);
  const contexts = new Map<string, DossierContext>();
  const calendar = calendarFacts(await eventsOf("calendar", null, tx));
  for (const ids of batches([...commitmentIds])) {
    await refreshCommitments(tx, ids, contexts, calendar);
    // Others read meanwhile; nobody else writes, as `write` lets one in at a time.
    await setImmediate();
  }
  await indexAgain(tx, [
    { kind: "commitment", ids: [...commitmentIds] },
    { kind: "letter", ids: touched("letter") },
    { kind: "debate", ids: touched("debate") },
    { kind: "item", ids: touched("item") },
  ]);
}

const ministriesAmong = async (tx: Db, ids: readonly string[]): Promise<string[]> =>
  (await tx.query.ministries.findMany({ columns: { id: true }, where: inArray(ministries.id, [...ids]) })).map(
    ({ id }) => id,
  );

/** SQLite takes a limited number of values in one statement, and a batch of commitments holds up others for a moment. */
const BATCH = 100;

function batches<T>(rows: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < rows.length; at += BATCH) found.push(rows.slice(at, at + BATCH));
  return found;
}

async function commitmentsIn(tx: Db, dossierIds: readonly string[]): Promise<string[]> {
  if (dossierIds.length === 0) return [];
  const rows = await tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(inArray(commitments.dossierId, [...dossierIds]));
  return rows.map(({ id }) => id);
}

/** `awaitsRecess` of a deadline inside a payload. */
const awaitsRecessAt = (path: string): SQL => sql`(
  json_extract(${events.payload}, ${`${path}.words`}) <> ''
  AND json_extract(${events.payload}, ${`${path}.earliest`}) IS NULL
  AND json_extract(${events.payload}, ${`${path}.latest`}) IS NULL
  AND json_extract(${events.payload}, ${`${path}.event`}) IS NULL
)`;

/** Where an event says what somebody waits for: in itself, in what becomes of the rest, or as a correction of these. */
const WAITS_AT = ["$", "$.rest", "$.fields", "$.fields.rest"];

/** Those with a deadline that waits for an event, or for a recess that is not known yet. */
async function commitmentsWaiting(tx: Db): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.subject, "commitment"),
        or(
          ...WAITS_AT.flatMap((path) => [
            sql`json_extract(${events.payload}, ${`${path}.awaitedId`}) IS NOT NULL`,
            awaitsRecessAt(`${path}.deadline`),
          ]),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Many at once: a letter's review may touch every commitment of a large dossier. */
async function refreshCommitments(
  tx: Db,
  ids: readonly string[],
  contexts: Map<string, DossierContext>,
  calendar: CalendarFacts,
): Promise<void> {
  await tx.delete(commitments).where(inArray(commitments.id, [...ids]));
  await tx.delete(addressees).where(inArray(addressees.commitmentId, [...ids]));
  await tx.delete(periods).where(inArray(periods.commitmentId, [...ids]));
  const histories = new Map<string, CommitmentEvent[]>(ids.map((id) => [id, []]));
  const stored = await tx
    .select()
    .from(events)
    .where(and(eq(events.subject, "commitment"), inArray(events.subjectId, [...ids])))
    .orderBy(asc(events.seq));
  const merged = await mergedIds(tx);
  for (const row of stored) histories.get(row.subjectId)?.push(throughMerges(asEvent(row), merged) as CommitmentEvent);
  const fresh = {
    commitments: [] as (typeof commitments.$inferSelect)[],
    addressees: [] as (typeof addressees.$inferSelect)[],
    periods: [] as (typeof periods.$inferSelect)[],
  };
  for (const history of histories.values()) {
    const row = commitmentRow(history);
    if (!row) continue;
    const context = contexts.get(row.dossierId) ?? (await contextOf(row.dossierId, tx));
    contexts.set(row.dossierId, context);
    fresh.commitments.push(row);
    fresh.addressees.push(...addresseeRows(history));
    fresh.periods.push(...periodRows(history, standingContext(row.chamber, context, calendar)));
  }
  for (const rows of batches(fresh.commitments)) await tx.insert(commitments).values(rows);
  for (const rows of batches(fresh.addressees)) await tx.insert(addressees).values(rows);
  for (const rows of batches(fresh.periods)) await tx.insert(periods).values(rows);
}

/** What the rhythm asks of a letter. Its text is thirty thousand bytes, and stays where it is. */
export const LETTER_IN_RHYTHM = {
  id: letters.id,
  day: letters.day,
  letterKind: letters.letterKind,
  reviewClosed: letters.reviewClosed,
};

/** What the standing of a dossier's commitments depends on beside their own events. */
export async function contextOf(dossierId: string, from: Db = db): Promise<DossierContext> {
  const rows = await from
    .select(LETTER_IN_RHYTHM)
    .from(letters)
    .where(eq(letters.dossierId, dossierId))
    .orderBy(asc(letters.day), asc(letters.id));
  return dossierContext(await eventsOf("dossier", dossierId, from), rows.flatMap(progressLetter));
}

/** Answers the dossiers that it belonged to and belongs to. */
async function refreshLetter(tx: Db, id: string): Promise<string[]> {
  const before = await tx.query.letters.findFirst({ where: eq(letters.id, id) });
  const row = letterRow(await eventsOf("letter", id, tx));
  await tx.delete(letters).where(eq(letters.id, id));
  if (row) await tx.insert(letters).values(row);
  return [before?.dossierId, row?.dossierId].filter((dossierId) => dossierId !== undefined);
}

async function refreshDebate(tx: Db, id: string): Promise<void> {
  const row = debateRow(await eventsOf("debate", id, tx));
  await tx.delete(debates).where(eq(debates.id, id));
  if (row) await tx.insert(debates).values(row);
}

async function refreshItem(tx: Db, id: string): Promise<void> {
  const history = await eventsOf("item", id, tx);
  const row = itemRow(history);
  await tx.delete(items).where(eq(items.id, id));
  await tx.delete(itemLinks).where(eq(itemLinks.itemId, id));
  if (!row) return;
  await tx.insert(items).values(row);
  for (const link of itemLinkRows(history)) await tx.insert(itemLinks).values(link);
}

async function refreshRecesses(tx: Db): Promise<void> {
  await tx.delete(recesses);
  for (const row of recessRows(await eventsOf("calendar", null, tx))) await tx.insert(recesses).values(row);
}
