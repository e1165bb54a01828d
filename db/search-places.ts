/**
 * Where the terms of a question stand in the index. Full-text search is asked for each term by itself, with all its forms
 * and names, and what it says is kept until somebody writes; which texts have all terms, on which day, is worked out here.
 * So a question that was never asked costs little where its words were, and nothing has to be cut off to be counted.
 */
import { sql } from "drizzle-orm";
import { FOUND_KINDS, type FoundKind, placesUpTo } from "#app/domain/search/place.ts";
import { between, commonTo, type Places } from "#app/domain/search/place-lists.ts";
import { anywhere, inTitle, type Sought } from "#app/domain/search/sought.ts";
import { keptPerWrite } from "./kept-per-write.ts";
import { isAmong, keptQuery } from "./kept-query.ts";
import type { Moment } from "./moment.ts";
import { searchTexts } from "./schema.ts";

/** The words of some forty questions at their commonest, and most words of the register otherwise. */
const MOST_BYTES = 40_000_000;
const kept = keptPerWrite<Places>(MOST_BYTES, (places, expression) => places.byteLength + 2 * expression.length);

/** One long text costs a fraction of as many rows. */
const matches = keptQuery((from) =>
  from
    .select({ places: sql<string>`json_group_array(place)` })
    .from(
      sql`(SELECT rowid AS place FROM search_text WHERE search_text MATCH ${sql.placeholder("expression")} ORDER BY rowid)`,
    ),
);

const placesOf = (expression: string | null, { from }: Moment): Places | Promise<Places> =>
  expression === null
    ? new Float64Array()
    : kept(from, expression, async () => {
        const [row] = await matches(from).execute({ expression });
        return Float64Array.from(JSON.parse(row?.places ?? "[]") as number[]);
      });

export type PlacesByKind = Record<FoundKind, Places>;

/**
 * The places of each kind, up to the day of a moment, whose texts have all that is wanted and nothing that is excluded.
 * @param part where the wanted has to stand; what is excluded may stand nowhere
 */
export async function placesWith(
  { wanted, excluded }: { wanted: readonly Sought[]; excluded: readonly Sought[] },
  moment: Moment,
  part: "anywhere" | "title" = "anywhere",
): Promise<PlacesByKind> {
  const where = part === "title" ? inTitle : anywhere;
  const having = await Promise.all(wanted.map((sought) => placesOf(where(sought), moment)));
  const without = await Promise.all(excluded.map((sought) => placesOf(anywhere(sought), moment)));
  const all = commonTo(having, without);
  return Object.fromEntries(
    FOUND_KINDS.map((kind) => [kind, between(all, placesUpTo(kind, moment.asOf))]),
  ) as PlacesByKind;
}

/** The places of a paper: of what names it by number. */
export const placesOfRef = (ref: string, moment: Moment): Promise<PlacesByKind> =>
  placesWith({ wanted: [{ rows: [], refs: [ref] }], excluded: [] }, moment);

export interface TextAt {
  place: number;
  thingId: string;
  anchor: string | null;
}

/** What stands at these places, in their order. */
export async function textsAt(places: Iterable<number>, { from }: Moment): Promise<TextAt[]> {
  const wanted = [...places];
  if (wanted.length === 0) return [];
  const rows = await rowsAt(from).execute({ places: JSON.stringify(wanted) });
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return wanted.flatMap((place) => byPlace.get(place) ?? []);
}

const rowsAt = keptQuery((from) =>
  from
    .select({ place: searchTexts.place, thingId: searchTexts.thingId, anchor: searchTexts.anchor })
    .from(searchTexts)
    .where(isAmong(searchTexts.place, "places")),
);
