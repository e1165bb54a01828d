/**
 * What is asked of a generated register: filters, days, numbers and words, drawn from what stands in it. The same seed
 * draws the same, and none is drawn twice, so that no answer is there already.
 */
import Database from "better-sqlite3";
import { addDays, daysBetween, type IsoDay } from "#app/domain/calendar.ts";
import { SORTS } from "#app/domain/list-order.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { drawsFrom } from "../support/draws.ts";

export interface Questions {
  /** The register by a thing or two, some with all there is to choose from. */
  list(): string;
  listOfGroup(): string;
  commitment(): string;
  search(): string;
}

const PICKS = {
  dossier: "SELECT slug FROM dossiers",
  onderwerp: "SELECT slug FROM topics",
  ministerie: "SELECT id FROM ministries",
  ambt: "SELECT id FROM offices",
  commissie: "SELECT id FROM committees",
  lid: "SELECT id FROM members",
  fractie: "SELECT id FROM groups",
};
const SHORTEST_WORD = 4;

/** @param databasePath read once, and let go of */
export function questionsFor(databasePath: string, seed: number): Questions {
  const database = new Database(databasePath, { readonly: true });
  const column = (query: string) => database.prepare(query).pluck().all() as string[];
  const published = database
    .prepare("SELECT number, published_on AS 'from' FROM commitments WHERE number IS NOT NULL ORDER BY number")
    .all() as { number: string; from: IsoDay }[];
  const titles = column("SELECT title FROM commitments UNION SELECT title FROM letters");
  const picks = Object.entries(PICKS).map(([name, query]) => [name, column(`${query} ORDER BY 1`)] as const);
  database.close();
  const words = [...new Set(titles.flatMap((title) => title.toLowerCase().match(/\p{L}+/gu) ?? []))]
    .filter(({ length }) => length >= SHORTEST_WORD)
    .sort();
  const { of, below, chance } = drawsFrom(seed);
  const firstDay = published.map(({ from }) => from).sort()[0] ?? today();
  const dayFrom = (first: IsoDay): IsoDay => addDays(first, below(daysBetween(first, today()) + 1));

  const choices: [name: string, draw: () => string][] = [
    ["status", () => of(["openstaand", "deels-voldaan", "voldaan", "vervallen"])],
    ["te-laat", () => of(["ja", "nee"])],
    ["termijn", () => "zonder"],
    ["binnen", () => of(["7", "30", "90", "180"])],
    ["kamer", () => of(["TK", "EK"])],
    ["van", () => dayFrom(firstDay)],
    ["tot", () => dayFrom(firstDay)],
    ...picks.map(([name, values]): [string, () => string] => [name, () => of(values)]),
  ];

  const drawn = new Set<string>();
  /** Draws until it is another one than before. */
  const fresh = (draw: () => [path: string, params: Record<string, string>, from?: IsoDay]) => (): string => {
    for (;;) {
      const [path, params, from = firstDay] = draw();
      const address = `${path}?${new URLSearchParams({ ...params, peildatum: dayFrom(from) })}`;
      if (drawn.has(address)) continue;
      drawn.add(address);
      return address;
    }
  };
  const order = (): Record<string, string> => (chance(0.3) ? { sorteer: of(Object.keys(SORTS)) } : {});

  return {
    list: fresh(() => {
      const some = Array.from({ length: below(4) }, () => of(choices));
      return [paths.register, { ...Object.fromEntries(some.map(([name, draw]) => [name, draw()])), ...order() }];
    }),
    listOfGroup: fresh(() => {
      const [, groups = []] = picks.find(([name]) => name === "fractie") ?? [];
      return [paths.register, { fractie: of(groups), ...order() }];
    }),
    commitment: fresh(() => {
      const { number, from } = of(published);
      return [paths.commitment(number), {}, from];
    }),
    search: fresh(() => [paths.search, { q: Array.from({ length: 1 + below(3) }, () => of(words)).join(" ") }]),
  };
}
