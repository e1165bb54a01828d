/** The annex to a budget: a ministry's published commitments on a cut-off date, and against an earlier one. */
import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { type AnnexRow, isDone, type Named, standOfAffairs } from "#app/domain/annex.ts";
import { annexDifferences, type Difference, type Elsewhere } from "#app/domain/annex-comparison.ts";
import { debateCited, letterCited } from "#app/domain/annex-place.ts";
import type { AnnexQuestion } from "#app/domain/annex-words.ts";
import { dayInWords, endOfDay, type IsoDay } from "#app/domain/calendar.ts";
import { standingOf } from "#app/domain/standing.ts";
import { eventsOf } from "./events.ts";
import { type Moment, nowOn, thenOn } from "./moment.ts";
import { calendarFacts } from "./projections.ts";
import { withdrawnThing } from "./public-corrections.ts";
import { publicHistories } from "./public-histories.ts";
import { holdsOn } from "./register-list.ts";
import { commitments, debates, dossiers, letters, ministries, offices, periods } from "./schema.ts";

export interface BudgetAnnex {
  /** As it was called on the cut-off date. */
  ministry: string;
  inHand: AnnexRow[];
  done: AnnexRow[];
  /** Null without an earlier date. */
  differences: Difference[] | null;
}

/** Ministries that ever had to answer for something published, by name. */
export async function annexMinistries({ from }: Moment): Promise<{ id: string; name: string }[]> {
  const { id, name } = ministries;
  return from
    .selectDistinct({ id, name })
    .from(ministries)
    .innerJoin(periods, eq(periods.ministryId, ministries.id))
    .innerJoin(commitments, eq(commitments.id, periods.commitmentId))
    .where(isNotNull(commitments.number))
    .orderBy(asc(ministries.name));
}

/** Null for a ministry that there is not. */
export async function budgetAnnex({
  ministryId,
  cutOff,
  since,
  asThen,
  onlySince,
}: AnnexQuestion): Promise<BudgetAnnex | null> {
  const at = (day: IsoDay): Promise<Moment> => (asThen ? thenOn(day, endOfDay(day)) : nowOn(day));
  const now = await at(cutOff);
  const ministry = await now.from.query.ministries.findFirst({ where: eq(ministries.id, ministryId) });
  if (!ministry) return null;
  const after = await annexRows(eq(periods.ministryId, ministryId), now);
  const split = {
    ministry: ministry.name,
    inHand: after.rows.filter(({ standing }) => !isDone(standing)),
    done: after.rows.filter(({ standing }) => isDone(standing)),
  };
  if (since === null) return { ...split, differences: null };
  const then = await at(since);
  const before = await annexRows(eq(periods.ministryId, ministryId), then);
  const wasDone = new Set(before.rows.filter(({ standing }) => isDone(standing)).map(({ id }) => id));
  return {
    ...split,
    done: onlySince ? split.done.filter(({ id }) => !wasDone.has(id)) : split.done,
    differences: await differencesBetween(before, then, after, now),
  };
}

interface Found {
  rows: AnnexRow[];
  named: Named;
}

async function differencesBetween(before: Found, then: Moment, after: Found, now: Moment): Promise<Difference[]> {
  const stood = new Set(before.rows.map(({ id }) => id));
  const stands = new Set(after.rows.map(({ id }) => id));
  const came = after.rows.filter(({ id }) => !stood.has(id));
  const went = before.rows.filter(({ id }) => !stands.has(id));
  const [cameFrom, wentTo] = [await byIds(came, then), await byIds(went, now)];
  const elsewhere = new Map<string, Elsewhere>();
  for (const row of [...cameFrom.rows, ...wentTo.rows]) elsewhere.set(row.id, { kind: "ministry", row });
  for (const row of went) if (!elsewhere.has(row.id)) elsewhere.set(row.id, await becameOf(row, now));
  const named = [before, cameFrom, after, wentTo].map((found) => found.named);
  const calendar = calendarFacts(await eventsOf("calendar", null, now.from));
  return annexDifferences(before.rows, after.rows, {
    since: then.asOf,
    named: {
      letters: new Map(named.flatMap((one) => [...one.letters])),
      numbers: new Map(named.flatMap((one) => [...one.numbers])),
    },
    ministries: new Map((await now.from.select().from(ministries)).map(({ id, name }) => [id, name])),
    successions: calendar.successions,
    elsewhere,
  });
}

const byIds = (rows: readonly AnnexRow[], moment: Moment): Promise<Found> =>
  annexRows(
    inArray(
      commitments.id,
      rows.map(({ id }) => id),
    ),
    moment,
  );

/** A row that no list holds any more: taken back, or corrected to a later day. */
async function becameOf({ id, number }: AnnexRow, moment: Moment): Promise<Elsewhere> {
  const withdrawn = await withdrawnThing("commitment", number, moment);
  if (withdrawn) return { kind: "withdrawn", on: withdrawn.on, reason: withdrawn.reason };
  const row = await moment.from.query.commitments.findFirst({ where: eq(commitments.id, id) });
  return row?.number && row.madeOn > moment.asOf ? { kind: "later", madeOn: row.madeOn } : { kind: "nowhere" };
}

/** The published commitments for which a condition on `commitments` and `periods` holds on the day, in order. */
async function annexRows(condition: SQL, moment: Moment): Promise<Found> {
  const found = await moment.from
    .select({
      commitment: commitments,
      state: periods.state,
      isInvented: dossiers.isInvented,
      office: offices.name,
      debate: debates,
      letter: {
        letterKind: letters.letterKind,
        title: letters.title,
        date: letters.date,
        day: letters.day,
        chamber: letters.chamber,
        paper: letters.paper,
      },
    })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .innerJoin(offices, eq(offices.id, commitments.officeId))
    .leftJoin(debates, and(eq(debates.id, commitments.originId), isNotNull(debates.publishedOn)))
    .leftJoin(letters, eq(letters.id, commitments.originId))
    .where(and(isNotNull(commitments.number), holdsOn(moment.asOf), condition))
    .orderBy(asc(commitments.madeOn), asc(commitments.number));
  const standings = new Map(found.map(({ commitment, state }) => [commitment.id, standingOf(state, moment.asOf)]));
  const { told, ...named } = await publicHistories(
    [...standings.keys()],
    [...standings.values()].flatMap(({ missedLetterId, unreviewedLetterId }) =>
      [missedLetterId, unreviewedLetterId].flatMap((id) => id ?? []),
    ),
    moment,
  );
  const rows = found.flatMap(({ commitment, isInvented, office, debate, letter }): AnnexRow[] => {
    const { id, number, title, text, madeOn } = commitment;
    const standing = standings.get(id);
    const own = told.get(id) ?? [];
    if (!standing || number === null) return [];
    const promised = text.trim() || title;
    return [
      {
        id,
        number,
        description: `${promised} (${office}, toezegging ${number}${isInvented ? ", verzonnen voorbeeld" : ""})`,
        place: debate ? debateCited(debate) : letter ? letterCited(letter) : dayInWords(madeOn),
        stand: standOfAffairs(standing, own, named),
        isInvented,
        standing,
        told: own,
      },
    ];
  });
  return { rows, named };
}
