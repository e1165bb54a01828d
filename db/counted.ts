/** Everything that a filter finds on a day, as what is counted. Part of the public door: published rows only. */
import { inArray } from "drizzle-orm";
import { type Filter, wholeOf } from "#app/domain/filter.ts";
import type { CountedStanding } from "#app/domain/outcome.ts";
import type { Moment } from "./moment.ts";
import { listedInTurn } from "./register-list.ts";
import { commitments } from "./schema.ts";

/** A commitment as it is counted, and for whom. */
export interface Counted extends CountedStanding {
  ministryId: string;
  officeId: string;
}

export async function standingsOn(filter: Filter, moment: Moment): Promise<Counted[]> {
  const found: Counted[] = [];
  for await (const batch of listedInTurn(wholeOf(filter), moment)) {
    const rows = await moment.from
      .select({ id: commitments.id, officeId: commitments.officeId })
      .from(commitments)
      .where(
        inArray(
          commitments.id,
          batch.map(({ id }) => id),
        ),
      );
    const officeOf = new Map(rows.map(({ id, officeId }) => [id, officeId]));
    for (const { id, madeOn, standing } of batch)
      found.push({
        ...standing,
        madeOn,
        isFrozen: standing.frozenOn !== null,
        originalLatest: standing.original.latest,
        latest: standing.deadline.latest,
        officeId: officeOf.get(id) ?? "",
      });
  }
  return found;
}
