/** Whether what is stored beside the events follows from them: rebuilds every row and names each difference. */
import { type Column, getTableColumns, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type {
  CalendarEvent,
  CommitmentEvent,
  DossierEvent,
  ReferenceEvent,
  RegisterEvent,
  Subject,
} from "#app/domain/events.ts";
import { throughMerges } from "#app/domain/reference.ts";
import type { DossierContext, ProgressLetter } from "#app/domain/rhythm.ts";
import { canonicalJson } from "./chain.ts";
import { db } from "./client.ts";
import {
  addresseeRows,
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
import { changeRows, mergeRow, nowOf, TABLE_OF } from "./reference-rows.ts";
import {
  addressees,
  commitments,
  debates,
  events,
  itemLinks,
  items,
  letters,
  merges,
  periods,
  recesses,
  referenceChanges,
} from "./schema.ts";
import { eventIn, type RawEvent, storedHistories } from "./stored-events.ts";

/** A table that follows from the events of one kind of subject. */
interface Projection {
  /** What a row is called in a sentence. */
  name: string;
  table: SQLiteTable;
  key: string[];
  /** The column with the subject that a row belongs to. */
  owner: Column;
}

const PROJECTIONS = {
  debate: { name: "debat", table: debates, key: ["id"], owner: debates.id },
  letter: { name: "brief", table: letters, key: ["id"], owner: letters.id },
  item: { name: "item", table: items, key: ["id"], owner: items.id },
  itemLink: { name: "verband", table: itemLinks, key: ["id"], owner: itemLinks.itemId },
  recess: { name: "reces", table: recesses, key: ["id"], owner: recesses.id },
  commitment: { name: "toezegging", table: commitments, key: ["id"], owner: commitments.id },
  addressee: {
    name: "geadresseerde",
    table: addressees,
    key: ["commitmentId", "kind", "addresseeId"],
    owner: addressees.commitmentId,
  },
  change: { name: "naam of fractie", table: referenceChanges, key: ["id"], owner: referenceChanges.thingId },
  merge: { name: "samenvoeging", table: merges, key: ["id"], owner: merges.id },
  period: { name: "periode", table: periods, key: ["commitmentId", "from"], owner: periods.commitmentId },
} satisfies Record<string, Projection>;

type Rows = readonly object[];

/** Each difference, in a Dutch sentence. */
export async function rowDifferences(): Promise<string[]> {
  const merged = new Map<string, string>();
  const called = new Map<string, ReturnType<typeof nowOf>>();
  const found = await differencesIn<ReferenceEvent>("reference", [PROJECTIONS.merge], (history) => {
    const row = mergeRow(history);
    if (row) merged.set(row.id, row.into);
    return [one(row)];
  });
  const through = <E extends RegisterEvent>(history: readonly E[]): E[] =>
    history.map((event) => throughMerges(event, merged));
  found.push(
    ...(await differencesIn<ReferenceEvent>("reference", [PROJECTIONS.change], (history) => {
      called.set(history[0]?.subjectId ?? "", nowOf(through(history)));
      return [changeRows(through(history))];
    })),
    ...(await listDifferences(called)),
  );

  const calendar: CalendarEvent[] = [];
  found.push(
    ...(await differencesIn<CalendarEvent>("calendar", [PROJECTIONS.recess], (history) => {
      calendar.push(...history);
      return [recessRows(history)];
    })),
  );
  const facts = calendarFacts(calendar.sort((a, b) => a.seq - b.seq));
  found.push(
    ...(await differencesIn("debate", [PROJECTIONS.debate], (history) => [one(debateRow(through(history) as never))])),
  );

  const progress = new Map<string, ProgressLetter[]>();
  found.push(
    ...(await differencesIn("letter", [PROJECTIONS.letter], (history) => {
      const row = letterRow(history as never);
      if (row) progress.set(row.dossierId, [...(progress.get(row.dossierId) ?? []), ...progressLetter(row)]);
      return [one(row)];
    })),
    ...(await differencesIn("item", [PROJECTIONS.item, PROJECTIONS.itemLink], (history) => {
      const row = itemRow(through(history) as never);
      return [one(row), row ? itemLinkRows(history as never) : []];
    })),
  );

  const contexts = new Map<string, DossierContext>();
  const contextOf = (dossierId: string, told: readonly DossierEvent[] = []): DossierContext => {
    const context = contexts.get(dossierId) ?? dossierContext(told, (progress.get(dossierId) ?? []).sort(byDay));
    contexts.set(dossierId, context);
    return context;
  };
  await differencesIn<DossierEvent>("dossier", [], (history) => {
    contextOf(history[0]?.subjectId ?? "", history);
    return [];
  });
  found.push(
    ...(await differencesIn<CommitmentEvent>(
      "commitment",
      [PROJECTIONS.commitment, PROJECTIONS.addressee, PROJECTIONS.period],
      (recorded) => {
        const history = through(recorded);
        const row = commitmentRow(history);
        if (!row) return [[], [], []];
        const context = standingContext(row.chamber, contextOf(row.dossierId), facts);
        return [[row], addresseeRows(history), periodRows(history, context)];
      },
    )),
  );
  return found;
}

/** Whether the lists call things as their last events do. */
async function listDifferences(called: ReadonlyMap<string, ReturnType<typeof nowOf>>): Promise<string[]> {
  const found: string[] = [];
  for (const [list, table] of Object.entries(TABLE_OF)) {
    for (const row of await db.select().from(table)) {
      for (const [field, follows] of Object.entries(called.get(row.id) ?? {})) {
        const is = (row as Record<string, unknown>)[field];
        if (is !== follows)
          found.push(
            `${list} ${row.id}: ${field} is ${shown(is)}, uit de gebeurtenissen volgt ${shown(follows ?? null)}.`,
          );
      }
    }
  }
  return found;
}

const one = (row: object | null): Rows => (row ? [row] : []);

const byDay = (a: ProgressLetter, b: ProgressLetter): number =>
  a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1;

/** Rebuilds the rows of every subject of a kind, table by table, and compares them with what is kept. */
async function differencesIn<E extends RegisterEvent>(
  subject: Subject,
  tables: readonly Projection[],
  rebuild: (history: E[]) => Rows[],
): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of storedHistories(subject)) {
    const wanted: Rows[] = tables.map(() => []);
    const sound: string[] = [];
    for (const [id, history] of batch) {
      try {
        const rows = rebuild(readable(history) as E[]);
        for (const [at, of] of rows.entries()) wanted[at] = [...(wanted[at] ?? []), ...of];
        sound.push(id);
      } catch (error) {
        // An event whose content was changed may no longer be one that the rules can read.
        found.push(`${subject} ${id}: niet op te bouwen uit de gebeurtenissen (${(error as Error).message}).`);
      }
    }
    for (const [at, projection] of tables.entries()) {
      const kept = await keptRows(projection, inArray(projection.owner, sound));
      found.push(...compare(projection, wanted[at] ?? [], kept));
    }
  }
  for (const projection of tables) found.push(...(await strayRows(projection, subject)));
  return found;
}

const readable = (history: readonly RawEvent[]): RegisterEvent[] =>
  history.map((row) => {
    const event = eventIn(row);
    if (!event) throw new Error(`gebeurtenis ${row.seq} is onleesbaar`);
    return event;
  });

/** Rows of subjects that no event knows. */
async function strayRows(projection: Projection, subject: Subject): Promise<string[]> {
  const known = db.select({ id: events.subjectId }).from(events).where(sql`${events.subject} = ${subject}`);
  return compare(projection, [], await keptRows(projection, notInArray(projection.owner, known)));
}

/** Rows as they stand on disk, by the names of their columns, not yet read as what they should be. */
async function keptRows({ table }: Projection, where: SQL): Promise<Record<string, unknown>[]> {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => [name, sql<unknown>`${column}`]);
  return db
    .select(Object.fromEntries(columns) as Record<string, SQL<unknown>>)
    .from(table)
    .where(where);
}

function compare({ name, key, table }: Projection, rebuilt: Rows, kept: readonly Record<string, unknown>[]): string[] {
  const keyOf = (row: object) => key.map((column) => String((row as Record<string, unknown>)[column])).join(" ");
  const expected = new Map(rebuilt.map((row) => [keyOf(row), row as Record<string, unknown>]));
  const found: string[] = [];
  for (const row of kept) {
    const want = expected.get(keyOf(row));
    expected.delete(keyOf(row));
    if (!want) {
      found.push(`${name} ${keyOf(row)}: staat in het register, maar volgt uit geen gebeurtenis.`);
      continue;
    }
    for (const [column, type] of Object.entries(getTableColumns(table))) {
      const is = row[column];
      const follows = want[column] ?? null;
      if (!isKeptAs(type, is, follows))
        found.push(
          `${name} ${keyOf(row)}: ${column} is ${shown(is)}, uit de gebeurtenissen volgt ${shown(onDisk(type, follows))}.`,
        );
    }
  }
  for (const missing of expected.keys()) found.push(`${name} ${missing}: ontbreekt, maar volgt uit de gebeurtenissen.`);
  return found;
}

const onDisk = (type: Column, value: unknown): unknown => (value === null ? null : type.mapToDriverValue(value));

/** Whether a column holds a value. JSON may hold its keys in any order, but each once and as we write it. */
function isKeptAs(type: Column, kept: unknown, value: unknown): boolean {
  if (type.dataType !== "json" || value === null) return kept === onDisk(type, value);
  try {
    const read: unknown = JSON.parse(String(kept));
    return JSON.stringify(read) === kept && canonicalJson(read) === canonicalJson(value);
  } catch {
    return false;
  }
}

const SHOWN = 300;
const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};
