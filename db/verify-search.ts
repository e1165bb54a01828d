/** Whether the index of search follows from what it finds: makes every text anew and names each difference. */
import { sql } from "drizzle-orm";
import { FOUND_KINDS, type FoundKind, firstOfDay, placesOn } from "#app/domain/search/place.ts";
import { db } from "./client.ts";
import { isSearchReady, type SearchText, textsHeld, textsToFind } from "./search-texts.ts";

const NAMES: Record<FoundKind, string> = { commitment: "toezegging", letter: "brief", debate: "debat", item: "item" };

/** Each difference, in a Dutch sentence. A database of an earlier version has no index yet, which is none. */
export async function searchDifferences(): Promise<string[]> {
  if (!(await isSearchReady(db))) return [];
  const words = new Map<string, number>();
  const found: string[] = [];
  for (const kind of FOUND_KINDS) found.push(...(await textDifferences(kind, words)));
  if (found.length > 0) return found;
  return [...(await wordDifferences(words)), ...(await damages())];
}

async function textDifferences(kind: FoundKind, words: Map<string, number>): Promise<string[]> {
  const found: string[] = [];
  const held = new Map((await textsHeld(db, kind, null)).map((text) => [text.place, text]));
  const byKey = new Map([...held].map(([place, text]) => [keyOf(firstOfDay(place), text), place]));
  for await (const texts of textsToFind(db, kind)) {
    for (const text of texts) {
      const key = keyOf(placesOn(kind, text.day), text);
      const place = byKey.get(key);
      if (place === undefined) found.push(`zoekindex: ${nameOf(kind, text)} ontbreekt of heeft andere woorden.`);
      else held.delete(place);
      for (const word of new Set(`${text.title} ${text.body}`.split(" ")))
        if (/\p{L}/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  for (const text of held.values())
    found.push(`zoekindex: ${nameOf(kind, text)} staat erin, maar is zo niet openbaar.`);
  return found;
}

type Text = Pick<SearchText, "thingId" | "anchor" | "title" | "body" | "refs">;

const nameOf = (kind: FoundKind, { thingId, anchor }: Text): string =>
  `${NAMES[kind]} ${thingId}${anchor ? ` ${anchor}` : ""}`;

const keyOf = (day: number, { thingId, anchor, title, body, refs }: Text): string =>
  [day, thingId, anchor ?? "", title, body, refs].join("\n");

async function wordDifferences(words: Map<string, number>): Promise<string[]> {
  const rows = await db.all<{ word: string; texts: number }>(sql`SELECT word, texts FROM search_words`);
  const wrong = rows.filter(({ word, texts }) => words.get(word) !== texts).map(({ word }) => word);
  for (const { word } of rows) words.delete(word);
  return [...wrong, ...words.keys()].map((word) => `zoekindex: het woord “${word}” is verkeerd geteld.`);
}

/** What SQLite itself finds wrong between the words of the texts and the lists that it looks them up in. */
async function damages(): Promise<string[]> {
  const rows = await db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(search_text)`);
  return rows.flatMap(({ integrity_check: said }) => (said === "ok" ? [] : [`zoekindex: beschadigd (${said}).`]));
}
