/**
 * What search looks in: the texts of what is published, in words. Written in the transaction of what they follow from, with
 * plain statements; only what changed is written, as a letter's review rewrites every commitment of its dossier.
 */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { paperKey, parsePaper } from "#app/domain/paper.ts";
import type { ReferenceList } from "#app/domain/reference.ts";
import { foldedWords } from "#app/domain/search/folded.ts";
import {
  FOUND_KINDS,
  type FoundKind,
  firstOfDay,
  lastPlaceOn,
  placesOn,
  placesUpTo,
} from "#app/domain/search/place.ts";
import type { Db } from "./client.ts";
import { addressees, commitments, debates, items, letters, searchState } from "./schema.ts";
import { countWords, type WordCounts } from "./search-words.ts";

/** Raised where the words of a text are made otherwise: the index is then made anew at the next start. */
const VERSION = 1;

/** A text as the index holds it: everything folded, with one space between words. */
export interface SearchText {
  kind: FoundKind;
  day: IsoDay;
  thingId: string;
  anchor: string | null;
  title: string;
  body: string;
  /** What the text names by id: how that is called depends on the day. And its papers. */
  refs: string;
}

/** The mark of a name or a paper, a word that nobody types. */
const markOf = (text: string): string => `r${createHash("sha1").update(text).digest("hex").slice(0, 14)}`;
export const refOf = (list: ReferenceList, id: string): string => markOf(`${list} ${id}`);
export const paperRef = (key: string): string => markOf(`paper ${key}`);

const words = (...texts: (string | null | undefined)[]): string =>
  texts.flatMap((text) => (text ? foldedWords(text) : [])).join(" ");
const refs = (...named: [ReferenceList, string | null | undefined][]): string[] =>
  named.flatMap(([list, id]) => (id ? [refOf(list, id)] : []));
const paperRefs = (text: string | null): string[] => {
  const paper = text === null ? null : parsePaper(text);
  return paper ? [paperRef(paperKey(paper))] : [];
};

/** The texts of these things that are public, each thing's in the order in which it reads. */
const TEXTS: Record<FoundKind, (from: Db, ids: string[]) => Promise<SearchText[]>> = {
  async commitment(from, ids) {
    const rows = await from
      .select()
      .from(commitments)
      .where(and(inArray(commitments.id, ids), isNotNull(commitments.number)));
    const to = await from.select().from(addressees).where(inArray(addressees.commitmentId, ids));
    return rows.map((row) => ({
      kind: "commitment",
      day: row.madeOn,
      thingId: row.id,
      anchor: null,
      title: words(row.title),
      body: words(row.text === row.title ? null : row.text, row.quote, row.number, row.source),
      refs: [
        ...refs(
          ["office", row.officeId],
          ["office_holder", row.officeHolderId],
          ["committee", row.committeeId],
          ["dossier", row.dossierId],
          ["topic", row.topicId],
        ),
        ...to
          .filter(({ commitmentId }) => commitmentId === row.id)
          .map(({ kind, addresseeId }) => refOf(kind, addresseeId))
          .sort(),
      ].join(" "),
    }));
  },

  async letter(from, ids) {
    const rows = await from.select().from(letters).where(inArray(letters.id, ids));
    return rows.flatMap((row): SearchText[] => {
      const own = { kind: "letter", day: row.day, thingId: row.id } as const;
      return [
        {
          ...own,
          anchor: null,
          title: words(row.title),
          body: words(row.sender, row.paper),
          refs: [...refs(["dossier", row.dossierId]), ...paperRefs(row.paper)].join(" "),
        },
        ...row.passages.map((passage) => ({
          ...own,
          anchor: passage.anchor,
          title: "",
          body: words(passage.text, ...passage.footnotes.map(({ text }) => text)),
          refs: "",
        })),
      ];
    });
  },

  async debate(from, ids) {
    const rows = await from
      .select()
      .from(debates)
      .where(and(inArray(debates.id, ids), isNotNull(debates.publishedOn)));
    return rows.map((row) => ({
      kind: "debate",
      day: row.date,
      thingId: row.id,
      anchor: null,
      title: words(row.title),
      body: words(row.debateKind, row.paper),
      refs: [
        ...refs(["committee", row.committeeId], ["dossier", row.dossierId]),
        ...row.officeHolderIds.map((id) => refOf("office_holder", id)),
        ...paperRefs(row.paper),
      ].join(" "),
    }));
  },

  async item(from, ids) {
    const rows = await from
      .select()
      .from(items)
      .where(and(inArray(items.id, ids), isNotNull(items.publishedOn)));
    return rows.map((row) => ({
      kind: "item",
      day: row.effectiveOn,
      thingId: row.id,
      anchor: null,
      title: words(row.title),
      body: words(
        row.text === row.title ? null : row.text,
        row.number,
        row.by,
        row.source,
        row.evidence?.source,
        row.measure?.category,
        ...(row.measure?.partners ?? []),
        row.figure?.series,
      ),
      refs: refs(["dossier", row.dossierId], ["topic", row.topicId]).join(" "),
    }));
  },
};

/** Everything of a kind, latest first: in the order of the index, which is then written in one go. */
const ALL: Record<FoundKind, (from: Db) => Promise<{ id: string }[]>> = {
  commitment: (from) => from.select({ id: commitments.id }).from(commitments).orderBy(sql`${commitments.madeOn} DESC`),
  letter: (from) => from.select({ id: letters.id }).from(letters).orderBy(sql`${letters.day} DESC`),
  debate: (from) => from.select({ id: debates.id }).from(debates).orderBy(sql`${debates.date} DESC`),
  item: (from) => from.select({ id: items.id }).from(items).orderBy(sql`${items.effectiveOn} DESC`),
};

/** What an index made anew would hold, so many things at a time. */
export async function* textsToFind(from: Db, kind: FoundKind, batch = 200): AsyncGenerator<SearchText[]> {
  const ids = (await ALL[kind](from)).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += batch) yield TEXTS[kind](from, ids.slice(at, at + batch));
}

type Kept = Omit<SearchText, "kind" | "day"> & { place: number };

/** The texts that the index holds of these things, or of all. */
export async function textsHeld(from: Db, kind: FoundKind, ids: readonly string[] | null): Promise<Kept[]> {
  const { first, last } = placesUpTo(kind, "9999-12-31");
  const ofThese = ids === null ? sql`1` : sql`thing_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return from.all<Kept>(sql`
    SELECT place, thing_id AS thingId, anchor, title, body, refs
    FROM search_texts LEFT JOIN search_text ON search_text.rowid = place
    WHERE ${ofThese} AND place BETWEEN ${sql.raw(String(first))} AND ${sql.raw(String(last))}`);
}

/** Whether the index is there, and made as this version makes it. */
export const isSearchReady = async (from: Db): Promise<boolean> =>
  (await from.select().from(searchState).where(eq(searchState.version, VERSION))).length > 0;

/** Brings the index up to date for things of which something may have changed; does nothing where there is no index yet. */
export async function indexAgain(tx: Db, touched: { kind: FoundKind; ids: readonly string[] }[]): Promise<void> {
  if (!(await isSearchReady(tx))) return;
  const counts: WordCounts = new Map();
  for (const { kind, ids } of touched) {
    for (let at = 0; at < ids.length; at += BATCH) {
      const some = ids.slice(at, at + BATCH);
      await exchange(tx, kind, await TEXTS[kind](tx, some), await textsHeld(tx, kind, some), counts);
    }
  }
  await countWords(tx, counts);
}

const BATCH = 100;

/** Day and words; the same text stays where it is. */
const keyOf = (day: number, { thingId, anchor, title, body, refs: named }: Omit<Kept, "place">): string =>
  [day, thingId, anchor ?? "", title, body, named].join("\n");

async function exchange(
  tx: Db,
  kind: FoundKind,
  wanted: readonly SearchText[],
  held: readonly Kept[],
  counts: WordCounts,
): Promise<void> {
  const missing = new Map(wanted.map((text) => [keyOf(placesOn(kind, text.day), text), text]));
  const gone: Kept[] = [];
  for (const text of held) {
    if (!missing.delete(keyOf(firstOfDay(text.place), text))) gone.push(text);
  }
  for (const text of gone) count(counts, text, -1);
  const places = JSON.stringify(gone.map(({ place }) => place));
  if (gone.length > 0) {
    await tx.run(sql`DELETE FROM search_text WHERE rowid IN (SELECT value FROM json_each(${places}))`);
    await tx.run(sql`DELETE FROM search_texts WHERE place IN (SELECT value FROM json_each(${places}))`);
  }
  await insert(tx, kind, [...missing.values()], counts);
}

async function insert(tx: Db, kind: FoundKind, texts: readonly SearchText[], counts: WordCounts): Promise<void> {
  if (texts.length === 0) return;
  const next = new Map<IsoDay, number>();
  const rows = [];
  for (const text of texts) {
    const place = next.get(text.day) ?? (await freePlace(tx, kind, text.day));
    next.set(text.day, place + 1);
    count(counts, text, 1);
    rows.push([place, text.thingId, text.anchor, text.title, text.body, text.refs] as const);
  }
  // Full-text search takes texts in the order of their places at once, and others one by one.
  const sorted = JSON.stringify(rows.sort(([a], [b]) => a - b));
  await tx.run(sql`INSERT INTO search_texts (place, thing_id, anchor)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${sorted})`);
  await tx.run(sql`INSERT INTO search_text (rowid, title, body, refs)
    SELECT value ->> 0, value ->> 3, value ->> 4, value ->> 5 FROM json_each(${sorted})`);
}

async function freePlace(tx: Db, kind: FoundKind, day: IsoDay): Promise<number> {
  const first = placesOn(kind, day);
  const [row] = await tx.all<{ last: number | null }>(
    sql`SELECT max(place) AS last FROM search_texts WHERE place BETWEEN ${sql.raw(String(first))} AND ${sql.raw(String(lastPlaceOn(kind, day)))}`,
  );
  return row?.last == null ? first : row.last + 1;
}

function count(counts: WordCounts, { title, body }: Pick<SearchText, "title" | "body">, by: 1 | -1): void {
  for (const word of new Set(`${title} ${body}`.split(" "))) counts.set(word, (counts.get(word) ?? 0) + by);
}

/** Makes the index anew from what is published, and keeps it from then on. */
export async function makeSearch(tx: Db): Promise<void> {
  for (const table of ["search_text", "search_texts", "search_words", "search_state"])
    await tx.run(sql.raw(`DELETE FROM ${table}`));
  const counts: WordCounts = new Map();
  for (const kind of FOUND_KINDS) {
    for await (const texts of textsToFind(tx, kind)) {
      await insert(tx, kind, texts, counts);
      await setImmediate(); // Others read meanwhile.
    }
  }
  await countWords(tx, counts);
  await tx.insert(searchState).values({ id: 1, version: VERSION });
  await joinSegments(tx);
}

/** Full-text search writes what is new beside what it has, and looks in each of these places for each word. */
export async function joinSegments(tx: Db): Promise<void> {
  await tx.run(sql`INSERT INTO search_text (search_text) VALUES ('optimize')`);
}

/** In how many places it looks. */
export async function segmentCount(from: Db): Promise<number> {
  const [row] = await from.all<{ segments: number }>(
    sql`SELECT count(DISTINCT segid) AS segments FROM search_text_idx`,
  );
  return row?.segments ?? 0;
}

/**
 * Puts an empty index in front of the stored one, on a connection that shows what was known at a moment: it is made when
 * somebody searches there.
 */
export async function hideSearch(shadow: Db): Promise<void> {
  const made = await shadow.all<{ sql: string }>(
    sql`SELECT sql FROM main.sqlite_master WHERE tbl_name IN ('search_text', 'search_texts', 'search_words', 'search_state') AND sql IS NOT NULL ORDER BY type DESC`,
  );
  for (const { sql: statement } of made)
    await shadow.run(sql.raw(statement.replace(/^(CREATE (?:(?:UNIQUE|VIRTUAL) )?(?:TABLE|INDEX) )/, "$1temp.")));
}

const making = new WeakMap<Db, Promise<void>>();
/** Once it is there, it stays. */
const ready = new WeakSet<Db>();

/** Makes the index of a connection that shows what was known at a moment, once, before anybody searches in it. */
export async function searchReady(from: Db): Promise<void> {
  if (ready.has(from)) return;
  if (await isSearchReady(from)) {
    ready.add(from);
    return;
  }
  const [shadow] = await from.all(sql`SELECT 1 FROM sqlite_temp_master WHERE name = 'search_state'`);
  if (!shadow) return;
  const made =
    making.get(from) ??
    (async () => {
      await from.run(sql`BEGIN`);
      await makeSearch(from);
      await from.run(sql`COMMIT`);
    })();
  making.set(from, made);
  await made;
}
