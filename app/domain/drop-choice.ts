/** What to let go of where nothing is found: each choice with how many there would be without it. */
import type { IsoDay } from "./calendar.ts";
import type { ChoiceName } from "./facets.ts";
import { type Choice, choices, type Filter, type PickedNames } from "./filter.ts";

export interface Droppable {
  label: string;
  without: Filter;
  count: number;
}

/**
 * The one that helps most first; in the order of the filter where they help as much. Several statuses widen each other,
 * so they go together.
 * @param counts how many there would be without each
 */
export function droppable(
  filter: Filter,
  names: PickedNames,
  asOf: IsoDay,
  counts: Record<ChoiceName, number>,
): Droppable[] {
  const found = choices(filter, names, asOf);
  const [status, ...others] = found.filter(({ name }) => name === "statuses");
  const joined: Choice[] = status
    ? [
        {
          ...status,
          label: [status, ...others].map(({ label }) => label).join(" of "),
          without: { ...status.without, statuses: [] },
        },
      ]
    : [];
  return [...joined, ...found.filter(({ name }) => name !== "statuses")]
    .map(({ name, label, without }) => ({ label, without, count: counts[name] }))
    .sort((a, b) => b.count - a.count);
}
