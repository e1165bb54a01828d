/** What the feed and the calendar of a list are asked for: the list stands in their address. */
import { type Filter, filterFrom } from "#app/domain/filter.ts";
import { filterOfKept, type KeptList, keptFrom, keptThatFits, sizeOfKept } from "#app/domain/kept-list.ts";
import { type AskedOfList, queryElsewhere } from "#db/public.ts";
import type { Visited } from "./register-asked.ts";

const EVERYTHING = filterFrom(new URLSearchParams());

export async function listAsked(
  request: Request,
  { moment }: Pick<Visited, "moment">,
): Promise<{ list: KeptList; asked: AskedOfList; words: string }> {
  const { list } = keptThatFits(keptFrom(new URL(request.url).searchParams));
  const filters: Filter[] = list.dossiers.map((dossier) => ({ ...EVERYTHING, dossier }));
  for (const query of list.filters) {
    const elsewhere = await queryElsewhere(new URLSearchParams(query), moment);
    filters.push(filterOfKept(elsewhere ? String(elsewhere) : query));
  }
  const parts = [
    counted(list.commitments.length, "toezegging", "toezeggingen"),
    counted(list.dossiers.length, "dossier", "dossiers"),
    counted(list.filters.length, "filter", "filters"),
  ].filter((part) => part !== null);
  const words = sizeOfKept(list) === 0 ? "een lege lijst" : `een lijst met ${parts.join(", ")}`;
  return { list, asked: { numbers: list.commitments, filters }, words };
}

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;
