/** `register verify`: rebuilds everything from the events and names each difference with what is stored. */
import { asc } from "drizzle-orm";
import type {
  CalendarEvent,
  CommitmentEvent,
  DebateEvent,
  DossierEvent,
  ItemEvent,
  LetterEvent,
  Subject,
} from "#app/domain/events.ts";
import type { DossierContext } from "#app/domain/rhythm.ts";
import { canonicalJson, link } from "./chain.ts";
import { db } from "./client.ts";
import { asEvent } from "./events.ts";
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
import {
  addressees,
  commitments,
  debates,
  events,
  itemLinks,
  items,
  letters,
  periods,
  recesses,
  type registerState,
} from "./schema.ts";

type StoredEvent = typeof events.$inferSelect;

/** Each difference in a Dutch sentence; an empty list when the register is what its events say. */
export async function differences(): Promise<string[]> {
  const stored = await db.select().from(events).orderBy(asc(events.seq));
  const chain = await chainDifferences(stored);
  try {
    return [...chain, ...(await rowDifferences(stored))];
  } catch (error) {
    // An event whose content was changed may no longer be readable at all.
    return [
      ...chain,
      `De rijen konden niet worden opgebouwd uit de gebeurtenissen: ${error instanceof Error ? error.message : error}.`,
    ];
  }
}

async function chainDifferences(stored: readonly StoredEvent[]): Promise<string[]> {
  const found: string[] = [];
  let hash = "";
  for (const [index, row] of stored.entries()) {
    if (row.seq !== index + 1) found.push(`Gebeurtenis ${index + 1} ontbreekt in de keten; er staat ${row.seq}.`);
    const expected = link(asEvent(row), hash, row);
    for (const key of ["payloadDigest", "recorderDigest", "previousHash", "hash"] as const) {
      if (row[key] !== expected[key]) found.push(`Gebeurtenis ${row.seq}: ${key} klopt niet met de inhoud.`);
    }
    hash = row.hash;
  }
  const state = await db.query.registerState.findFirst();
  if (state?.headSeq !== stored.length || state.headHash !== hash) {
    found.push(`Het einde van de keten klopt niet: genoteerd is ${state?.headSeq}, gevonden ${stored.length}.`);
  }
  return found;
}

async function rowDifferences(stored: readonly StoredEvent[]): Promise<string[]> {
  const groups = new Map<Subject, Map<string, never[]>>();
  for (const row of stored) {
    const bySubject = groups.get(row.subject) ?? new Map<string, never[]>();
    groups.set(row.subject, bySubject);
    bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), asEvent(row) as never]);
  }
  const of = <E>(subject: Subject): Map<string, E[]> => (groups.get(subject) ?? new Map()) as Map<string, E[]>;
  const rowsFrom = <E, R>(subject: Subject, make: (history: E[]) => R | null): R[] =>
    [...of<E>(subject).values()].flatMap((history) => make(history) ?? []);

  const calendar = [...of<CalendarEvent>("calendar").values()].flat().sort((a, b) => a.seq - b.seq);
  const letterRows = rowsFrom<LetterEvent, typeof letters.$inferSelect>("letter", letterRow);
  const facts = calendarFacts(calendar);
  const contexts = new Map<string, DossierContext>();
  const contextOf = (dossierId: string): DossierContext => {
    const known = contexts.get(dossierId);
    if (known) return known;
    const mine = letterRows
      .filter((letter) => letter.dossierId === dossierId)
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
    const context = dossierContext(of<DossierEvent>("dossier").get(dossierId) ?? [], mine.flatMap(progressLetter));
    contexts.set(dossierId, context);
    return context;
  };
  const periodsOf = (history: CommitmentEvent[]) => {
    const row = commitmentRow(history);
    if (!row) return [];
    return periodRows(history, standingContext(row.chamber, contextOf(row.dossierId), facts));
  };
  const histories = [...of<CommitmentEvent>("commitment").values()];
  return [
    ...compare("debat", rowsFrom<DebateEvent, object>("debate", debateRow), await db.select().from(debates), ["id"]),
    ...compare("brief", letterRows, await db.select().from(letters), ["id"]),
    ...compare("item", rowsFrom<ItemEvent, object>("item", itemRow), await db.select().from(items), ["id"]),
    ...compare(
      "verband",
      [...of<ItemEvent>("item").values()].flatMap((history) => (itemRow(history) ? itemLinkRows(history) : [])),
      await db.select().from(itemLinks),
      ["id"],
    ),
    ...compare("reces", recessRows(calendar), await db.select().from(recesses), ["id"]),
    ...compare(
      "toezegging",
      histories.flatMap((h) => commitmentRow(h) ?? []),
      await db.select().from(commitments),
      ["id"],
    ),
    ...compare("geadresseerde", histories.flatMap(addresseeRows), await db.select().from(addressees), [
      "commitmentId",
      "kind",
      "addresseeId",
    ]),
    ...compare("periode", histories.flatMap(periodsOf), await db.select().from(periods), ["commitmentId", "from"]),
  ];
}

function compare(name: string, rebuilt: readonly object[], kept: readonly object[], key: readonly string[]): string[] {
  const keyOf = (row: object) => key.map((column) => String((row as Record<string, unknown>)[column])).join(" ");
  const expected = new Map(rebuilt.map((row) => [keyOf(row), row as Record<string, unknown>]));
  const found: string[] = [];
  for (const row of kept as Record<string, unknown>[]) {
    const want = expected.get(keyOf(row));
    expected.delete(keyOf(row));
    if (!want) {
      found.push(`${name} ${keyOf(row)}: staat in het register, maar volgt uit geen gebeurtenis.`);
      continue;
    }
    for (const column of Object.keys(row)) {
      if (canonicalJson(row[column] ?? null) !== canonicalJson(want[column] ?? null)) {
        found.push(
          `${name} ${keyOf(row)}: ${column} is ${canonicalJson(row[column])}, uit de gebeurtenissen volgt ${canonicalJson(want[column])}.`,
        );
      }
    }
  }
  for (const missing of expected.keys()) found.push(`${name} ${missing}: ontbreekt, maar volgt uit de gebeurtenissen.`);
  return found;
}

/** How many events and where the chain ends, for the report of `verify`. */
export const chainHead = async (): Promise<{ seq: number; hash: string }> => {
  const state = await db.query.registerState.findFirst({ columns: registerStateColumns });
  return { seq: state?.headSeq ?? 0, hash: state?.headHash ?? "" };
};

const registerStateColumns = { headSeq: true, headHash: true } as const satisfies Partial<
  Record<keyof typeof registerState.$inferSelect, boolean>
>;
