/**
 * The register in memory (`register-columns.ts`), as it is at this very moment: no use of it may show less than the last
 * write that was acknowledged, by whichever process. Each use asks for the revision first. Where it moved, the events
 * since say what they touched, and only that is read again; after what concerns the lists or the calendar, or where
 * anything is unsure, all of it is.
 */
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { type EntryPeriod, RegisterColumns, type RegisterEntry } from "#app/domain/register-columns.ts";
import { type Db, db } from "./client.ts";
import { groupOn } from "./member-groups.ts";
import type { Moment } from "./moment.ts";
import { addressees, commitments, events, members, periods, registerState } from "./schema.ts";

/** Which writes the columns hold: all up to this one. */
interface State {
  revision: number;
  headSeq: number;
}

interface Held extends State {
  columns: RegisterColumns;
}

let held: Held | null = null;
/** One use looks whether it is fresh at a time: what it reads anew, the others need not. */
let looking: Promise<unknown> = Promise.resolve();
/** Of what was known at a moment: that stays as it is, for as long as its connection is kept. */
const known = new WeakMap<Db, Promise<RegisterColumns>>();

/** The columns for a day, or for a moment at which something was known. Names and days of names make no difference. */
export async function registerColumns({ knownAt, from }: Moment): Promise<RegisterColumns> {
  if (knownAt === null) return (await freshest()).columns;
  const columns = known.get(from) ?? allOf(from);
  known.set(from, columns);
  return columns;
}

/** The write that the columns hold now; whatever is derived from them may be kept as long as it is the same. */
export const heldRevision = async ({ knownAt }: Moment): Promise<number> =>
  knownAt === null ? (await freshest()).revision : 0;

/** Reads it ahead, so that the first who asks need not wait for it. Where it fails, whoever asks finds out why. */
export const readAhead = (): Promise<unknown> => freshest().catch(() => undefined);

function freshest(): Promise<Held> {
  const look = looking.then(async () => {
    held = await brought(held);
    return held;
  });
  looking = look.catch(() => {
    held = null;
  });
  return look;
}

/** Up to date: what was written while it was read is read once more, which takes less each time. */
async function brought(before: Held | null): Promise<Held> {
  let upTo = before;
  for (;;) {
    const state = await stateNow();
    if (upTo?.revision === state.revision && upTo.headSeq === state.headSeq) return upTo;
    const touched = upTo && !upTo.columns.isSparse ? await touchedSince(upTo, state) : null;
    if (upTo && touched) await renew(upTo.columns, [...touched]);
    upTo = { ...state, columns: upTo && touched ? upTo.columns : await allOf(db) };
  }
}

async function renew(columns: RegisterColumns, ids: readonly string[]): Promise<void> {
  const entries = await entriesOf(db, ids);
  for (const id of ids) columns.remove(id);
  for (const entry of entries) columns.put(entry);
}

const readState = () =>
  db.select({ revision: registerState.revision, headSeq: registerState.headSeq }).from(registerState);
let prepared: ReturnType<ReturnType<typeof readState>["prepare"]> | null = null;

async function stateNow(): Promise<State> {
  prepared ??= readState().prepare();
  const [state] = await prepared.execute();
  return state ?? { revision: 0, headSeq: 0 };
}

/** More than this and all of it is read sooner. */
const MOST_TOUCHED = 5000;

/**
 * The commitments that may stand otherwise by what was recorded since: their own events, those of their dossier, and
 * of the letters in it, also in a dossier that a letter has left. Null where that cannot be told from the events.
 */
async function touchedSince(before: State, now: State): Promise<Set<string> | null> {
  if (now.headSeq < before.headSeq || now.headSeq - before.headSeq > MOST_TOUCHED) return null;
  const rows = await db
    .selectDistinct({ subject: events.subject, id: events.subjectId, kind: events.kind })
    .from(events)
    .where(and(gt(events.seq, before.headSeq), lte(events.seq, now.headSeq)));
  const of = (subject: string) => rows.flatMap((row) => (row.subject === subject ? [row.id] : []));
  // How something is called is in no column; who it is, and which group a member sits in, may touch any of them.
  const reaches = rows.some(
    ({ subject, kind }) => subject === "calendar" || (subject === "reference" && kind !== "renamed"),
  );
  if (reaches) return null;
  const touched = new Set(of("commitment"));
  const dossierIds = [...of("dossier"), ...(await dossiersOfLetters(of("letter")))];
  for (const some of batches(dossierIds))
    for (const { id } of await db
      .select({ id: commitments.id })
      .from(commitments)
      .where(inArray(commitments.dossierId, some)))
      touched.add(id);
  return touched.size > MOST_TOUCHED ? null : touched;
}

/** Every dossier that a letter was ever said to belong to. */
async function dossiersOfLetters(ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const some of batches(ids)) {
    const rows = await db
      .select({
        dossierId: sql<
          string | null
        >`coalesce(json_extract(${events.payload}, '$.dossierId'), json_extract(${events.payload}, '$.fields.dossierId'))`,
      })
      .from(events)
      .where(and(eq(events.subject, "letter"), inArray(events.subjectId, some)));
    for (const { dossierId } of rows) if (dossierId !== null) found.add(dossierId);
  }
  return [...found];
}

const BATCH = 500;

function batches<T>(rows: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < rows.length; at += BATCH) found.push(rows.slice(at, at + BATCH));
  return found;
}

/** So many commitments at a time, so that not all their rows stand in memory beside the columns. */
const AT_A_TIME = 2000;

async function allOf(from: Db): Promise<RegisterColumns> {
  const columns = new RegisterColumns();
  for (let last = ""; ; ) {
    const ids = await from
      .select({ id: commitments.id })
      .from(commitments)
      .where(gt(commitments.id, last))
      .orderBy(asc(commitments.id))
      .limit(AT_A_TIME);
    const [first, end] = [ids[0]?.id, ids.at(-1)?.id];
    if (first === undefined || end === undefined) return columns;
    for (const entry of await entriesIn(from, (column) => and(gte(column, first), lte(column, end))))
      columns.put(entry);
    last = end;
    await setImmediate(); // who asks for something else is not kept waiting
  }
}

async function entriesOf(from: Db, ids: readonly string[]): Promise<RegisterEntry[]> {
  const found: RegisterEntry[] = [];
  for (const some of batches(ids)) found.push(...(await entriesIn(from, (column) => inArray(column, some))));
  return found;
}

type IdColumn = typeof commitments.id | typeof periods.commitmentId | typeof addressees.commitmentId;

/** The published commitments among these. */
async function entriesIn(from: Db, among: (column: IdColumn) => SQL | undefined): Promise<RegisterEntry[]> {
  const rows = await from
    .select({
      id: commitments.id,
      number: commitments.number,
      madeOn: commitments.madeOn,
      dossierId: commitments.dossierId,
      topicId: commitments.topicId,
      officeId: commitments.officeId,
      committeeId: commitments.committeeId,
      chamber: commitments.chamber,
      changedAt: commitments.changedAt,
    })
    .from(commitments)
    .where(and(isNotNull(commitments.number), among(commitments.id)));
  const to = await addressedIn(from, among);
  const held = await periodsIn(from, among);
  return rows.map(({ number, ...row }) => ({
    ...row,
    number: number ?? "",
    memberIds: to.get(row.id)?.memberIds ?? [],
    groupIds: [...(to.get(row.id)?.groupIds ?? [])],
    periods: held.get(row.id) ?? [],
  }));
}

async function addressedIn(from: Db, among: (column: IdColumn) => SQL | undefined) {
  const rows = await from
    .select({
      id: addressees.commitmentId,
      kind: addressees.kind,
      addresseeId: addressees.addresseeId,
      group: groupOn(sql`${commitments.madeOn}`),
    })
    .from(addressees)
    .innerJoin(commitments, eq(commitments.id, addressees.commitmentId))
    .leftJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .where(among(addressees.commitmentId));
  const found = new Map<string, { memberIds: string[]; groupIds: Set<string> }>();
  for (const { id, kind, addresseeId, group } of rows) {
    const own = found.get(id) ?? { memberIds: [], groupIds: new Set() };
    found.set(id, own);
    if (kind === "group") own.groupIds.add(addresseeId);
    else {
      own.memberIds.push(addresseeId);
      if (group !== null) own.groupIds.add(group);
    }
  }
  return found;
}

/** What a period says that no column holds, taken out of it at once. */
const REST = sql<string>`json_extract(${periods.state}, '$.recurring', '$.awaitingJudgement', '$.postponements',
  '$.original.latest', '$.settledOn', '$.daysLateInForce', '$.daysLateOriginal')`;

async function periodsIn(from: Db, among: (column: IdColumn) => SQL | undefined): Promise<Map<string, EntryPeriod[]>> {
  const rows = await from
    .select({
      id: periods.commitmentId,
      from: periods.from,
      until: periods.until,
      status: periods.status,
      ministryId: periods.ministryId,
      latest: periods.latest,
      dueOn: periods.dueOn,
      lateFrom: periods.lateFrom,
      expectedOn: periods.expectedOn,
      withoutTerm: periods.withoutTerm,
      countsAsOpen: periods.countsAsOpen,
      disagreed: periods.disagreed,
      frozenOn: periods.frozenOn,
      rest: REST,
    })
    .from(periods)
    .where(among(periods.commitmentId))
    .orderBy(asc(periods.commitmentId), asc(periods.from));
  const found = new Map<string, EntryPeriod[]>();
  for (const { id, rest, ...row } of rows) {
    const [recurring, awaitingJudgement, postponements, originalLatest, settledOn, daysLateInForce, daysLateOriginal] =
      JSON.parse(rest) as [boolean, boolean, number, string | null, string | null, number | null, number | null];
    const period = {
      ...row,
      recurring,
      awaitingJudgement,
      postponements,
      originalLatest,
      settledOn,
      daysLateInForce,
      daysLateOriginal,
    };
    const own = found.get(id);
    if (own) own.push(period);
    else found.set(id, [period]);
  }
  return found;
}
