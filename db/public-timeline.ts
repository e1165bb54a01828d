/** What the timeline of a dossier asks of the register beside its lists: how each commitment stood on every day. */
import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { occurrences } from "#app/domain/rhythm.ts";
import type { Course } from "#app/domain/timeline.ts";
import { contextOf } from "./events.ts";
import type { Moment } from "./moment.ts";
import { commitments, periods } from "./schema.ts";

/** The published commitments of a dossier that were made by a day, in order, each with its periods up to that day. */
export async function publicCourses(dossierId: string, { asOf, from }: Moment): Promise<Course[]> {
  const rows = await from
    .select()
    .from(commitments)
    .where(and(eq(commitments.dossierId, dossierId), isNotNull(commitments.number), lte(commitments.madeOn, asOf)))
    .orderBy(asc(commitments.madeOn), asc(commitments.number));
  const stretches = await from
    .select()
    .from(periods)
    .where(
      and(
        lte(periods.from, asOf),
        inArray(
          periods.commitmentId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(periods.from));
  const context = await contextOf(dossierId, from);
  const { until = null } = context.coverage ?? {};
  const letters = (madeOn: IsoDay) => occurrences(context, madeOn, until && until < asOf ? until : asOf);
  return rows.map(({ id, number, title, madeOn, recurringPerYear }) => {
    const own = stretches.filter(({ commitmentId }) => commitmentId === id).map(({ state }) => state);
    return {
      id,
      number: number ?? "",
      title,
      madeOn,
      periods: own,
      letters: recurringPerYear === null && !own.at(-1)?.recurring ? [] : letters(madeOn),
    };
  });
}
