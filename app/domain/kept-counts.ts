/** What was counted last, by filter and day: the same on each page of a filter and in each of its orders. */
import type { IsoDay } from "./calendar.ts";
import { type Counts, type SlugIds, walkFilter } from "./facets.ts";
import { type Filter, wholeOf } from "./filter.ts";
import type { RegisterColumns } from "./register-columns.ts";

const kept = new WeakMap<RegisterColumns, { changes: number; known: Map<string, Counts> }>();
/** Filters and days; the one that was asked for longest ago makes room. */
const MOST_KEPT = 50;

function knownFor(columns: RegisterColumns): Map<string, Counts> {
  const before = kept.get(columns);
  if (before?.changes === columns.changes) return before.known;
  const known = new Map<string, Counts>();
  kept.set(columns, { changes: columns.changes, known });
  return known;
}

/** Walks over the columns as `walkFilter` does, with counts for the facets: those are made where they are not known yet. */
export function walkCounted(
  columns: RegisterColumns,
  filter: Filter,
  on: IsoDay,
  slugIds: SlugIds,
  found: (slot: number, period: number) => void,
): Counts {
  const known = knownFor(columns);
  const key = JSON.stringify([on, { ...wholeOf(filter), sort: null }, slugIds]);
  const before = known.get(key);
  const walked = walkFilter(columns, filter, on, slugIds, found, before === undefined);
  const counts = before ?? walked;
  known.delete(key);
  known.set(key, counts);
  for (const oldest of known.keys()) if (known.size > MOST_KEPT) known.delete(oldest);
  return counts;
}
