/** Where in the list of commitments an answer begins and ends. */
import { type Filter, wholeOf } from "#app/domain/filter.ts";
import { placeFromText, placeToText } from "#app/domain/list-order.ts";
import { type ListedCommitment, registerPart } from "#db/public.ts";
import { keyInCursor, type Part } from "./listing.ts";
import type { Asked } from "./operation.ts";
import { limitIn } from "./query.ts";

/** The part after the place in the cursor; null where that is a place in no list, or in one with another order. */
export async function commitmentPart(
  filter: Filter,
  query: URLSearchParams,
  moment: Asked["moment"],
): Promise<Part<ListedCommitment> | null> {
  const cursor = keyInCursor(query);
  const [sort, written = null] = cursor?.split(" ") ?? [];
  const after = placeFromText(written);
  if (cursor !== null && (after === null || sort !== filter.sort)) return null;
  const { rows, total, next } = await registerPart({ ...wholeOf(filter), after }, limitIn(query), moment);
  return { rows, total, last: next && `${filter.sort} ${placeToText(next)}` };
}
