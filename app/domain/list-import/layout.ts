/** What was said of a list, kept by the headers of its columns so that the next list is right at once. */

import type { Status } from "../standing.ts";
import type { DayOrder } from "./cell-dates.ts";
import { type ColumnUse, guessUses, headerKey } from "./columns.ts";
import type { Layout } from "./listed-row.ts";

/** By header instead of by place: columns that moved keep their meaning. */
export interface RememberedLayout {
  uses: Record<string, ColumnUse | null>;
  orders: Record<string, DayOrder>;
  statuses: Record<string, Status>;
  whole: Layout["whole"];
}

/** The headers in one order: by what a layout is remembered. */
export const headersTogether = (headers: readonly string[]): string => headers.map(headerKey).sort().join("\n");

export const remembered = (
  headers: readonly string[],
  { uses, orders, statuses, whole }: Layout,
): RememberedLayout => ({
  uses: Object.fromEntries(headers.map((header, column) => [headerKey(header), uses[column] ?? null])),
  orders: Object.fromEntries(
    Object.entries(orders).map(([column, order]) => [headerKey(headers[Number(column)] ?? ""), order]),
  ),
  statuses,
  whole,
});

/** The layout to begin with: what was remembered of these headers, else a guess. */
export function layoutFor(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  memory: RememberedLayout | null,
  whole: Layout["whole"],
): Layout {
  if (!memory) return { uses: guessUses(headers, rows), orders: {}, statuses: {}, whole };
  const keys = headers.map(headerKey);
  const orders = keys.flatMap((key, column) => {
    const order = memory.orders[key];
    return order ? [[String(column), order] as const] : [];
  });
  return {
    uses: keys.map((key) => memory.uses[key] ?? null),
    orders: Object.fromEntries(orders),
    statuses: memory.statuses,
    whole: memory.whole,
  };
}
