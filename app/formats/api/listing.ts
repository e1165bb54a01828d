/** Lists in the API: what every list says of itself, and going on where the last answer ended. */
import { z } from "zod";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { address, addressOrNone, component, count, day, field } from "./components.ts";
import type { Asked } from "./operation.ts";
import { limitIn, type QueryProblem } from "./query.ts";

const ListLinks = component("ListLinks", "Waar deze lijst te vinden is, en waar ze verder gaat.", {
  self: address("Dit antwoord."),
  next: addressOrNone("Het volgende antwoord van deze lijst. Null: dit was het laatste."),
  page: addressOrNone("Dezelfde lijst voor mensen, als er een pagina van is."),
});

/** The schema of a list of such things. */
export const listOf = <Item extends z.ZodType, More extends z.ZodRawShape = Record<never, never>>(
  id: string,
  description: string,
  item: Item,
  more: More = {} as More,
) =>
  component(id, description, {
    asOf: day("De dag waarvoor dit geldt: de peildatum."),
    knownAt: field(z.iso.datetime().nullable(), "Wat toen was vastgelegd telt mee. Null: alles wat nu bekend is."),
    ...more,
    total: count("Hoeveel er zijn, in alle antwoorden van deze lijst samen."),
    results: field(z.array(item), "Wat er in dit antwoord staat."),
    links: ListLinks,
  });

/** A part of a list, with the key of its last row where there is more. */
export interface Part<Row> {
  rows: Row[];
  total: number;
  last: string | null;
}

/** The part that a query asks for of rows that are all at hand; null where it goes on after what is not in them. */
export function partOf<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  query: URLSearchParams,
): Part<Row> | null {
  const after = keyInCursor(query);
  const from = after === null ? 0 : all.findIndex((row) => keyOf(row) === after) + 1;
  if (after !== null && from === 0) return null;
  const rows = all.slice(from, from + limitIn(query));
  const last = rows.at(-1);
  return { rows, total: all.length, last: last && from + rows.length < all.length ? keyOf(last) : null };
}

/** What every list says. */
interface ListAnswer<Item> {
  asOf: IsoDay;
  knownAt: Instant | null;
  total: number;
  results: Item[];
  links: z.infer<typeof ListLinks>;
}

/** The answer with a part of a list. @param page the path of the same list for people, with its query */
export function answerList<Row, Item>(
  part: Part<Row> | null,
  itemOf: (row: Row) => Item,
  { clocks, url, query }: Asked,
  here: string,
  page: { path: string; query?: URLSearchParams } | null,
): { answer: ListAnswer<Item> } | { refused: QueryProblem[] } {
  if (part === null) return { refused: [LOST] };
  const next = new URLSearchParams(withoutClocks(query));
  if (part.last !== null) next.set("cursor", cursorAfter(part.last));
  return {
    answer: {
      asOf: clocks.asOf,
      knownAt: clocks.knownAt,
      total: part.total,
      results: part.rows.map(itemOf),
      links: {
        self: url(here, withoutClocks(query)),
        next: part.last === null ? null : url(here, next),
        page: page && url(page.path, page.query),
      },
    },
  };
}

const LOST: QueryProblem = {
  name: "cursor",
  detail: "Waar deze cursor naar verwijst, staat niet (meer) in deze lijst. Begin opnieuw, zonder cursor.",
};

/** The clocks are written by who writes addresses. */
function withoutClocks(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete("peildatum");
  rest.delete("bekend");
  for (const [name, value] of query) if (value === "") rest.delete(name);
  return rest;
}

const cursorAfter = (key: string): string => Buffer.from(key).toString("base64url");

/** The key of the row that a query goes on after; null for the beginning. */
export function keyInCursor(query: URLSearchParams): string | null {
  const cursor = query.get("cursor");
  return cursor ? Buffer.from(cursor, "base64url").toString() : null;
}
