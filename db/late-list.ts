/** What is late on a day, told in words. Part of the public door: published rows only. */
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { daysBetween, type IsoDay } from "#app/domain/calendar.ts";
import { type Filter, filterFrom } from "#app/domain/filter.ts";
import { byDaysLate, delayOf, type LateCount, type LateRow, lateCounts, shownOnPage } from "#app/domain/late-list.ts";
import { dueInWords, postponedInWords } from "#app/domain/reminder.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { filterOptions } from "./filter-options.ts";
import { groupOn } from "./member-groups.ts";
import type { Moment } from "./moment.ts";
import { type ListedCommitment, listedInTurn, publishedWhere, standingsOn } from "./register-list.ts";
import { addressees, commitments, dossiers, groups, letters, members } from "./schema.ts";

/** So many are put into words at a time. */
const IN_TURN = 500;

/** The filter of the register that finds them. */
export const LATE: Filter = filterFrom(new URLSearchParams("te-laat=ja"));

/** Everything that is late on a day, longest first, in a form that needs nothing beside it. */
export async function lateOn(moment: Moment): Promise<LateRow[]> {
  const found: LateRow[] = [];
  for await (const batch of listedInTurn(LATE, moment)) found.push(...(await inWords(batch, moment)));
  return found.sort(byDaysLate);
}

/** What is late on a day as a page shows it: all of it counted, and as much of it in words as fits. */
export interface LatePage {
  total: number;
  longest: number;
  counts: (LateCount & { name: string })[];
  rows: LateRow[];
  /** There is more: all of a ministry stands on a page of its own. */
  isCut: boolean;
}

export async function latePage(only: string | null, moment: Moment): Promise<LatePage> {
  const all = (await standingsOn(LATE, moment)).map((row) => ({
    id: row.id,
    number: row.number,
    daysLate: row.dueOn === null ? 0 : daysBetween(row.dueOn, moment.asOf),
    ministryId: row.ministryId,
    officeId: row.officeId,
    told: row.postponements > 0,
  }));
  const { shown, isCut } = shownOnPage(all, only);
  const rows: LateRow[] = [];
  for (let at = 0; at < shown.length; at += IN_TURN) {
    const ids = shown.slice(at, at + IN_TURN).map(({ id }) => id);
    rows.push(...(await inWords(await publishedWhere({ ids }, moment), moment)));
  }
  const counts = lateCounts(all);
  const named = new Map((await filterOptions(moment)).ministries.map(({ id, name }) => [id, name]));
  return {
    total: all.length,
    longest: Math.max(0, ...counts.map(({ longest }) => longest)),
    counts: counts.map((count) => ({ ...count, name: named.get(count.ministryId) ?? "" })),
    rows,
    isCut,
  };
}

async function inWords(batch: ListedCommitment[], moment: Moment): Promise<LateRow[]> {
  const ids = batch.map(({ id }) => id);
  const about = await aboutThese(ids, moment);
  const to = await addresseesOfAll(ids, moment);
  const letterDays = await missedLetterDays(batch, moment);
  return batch.map(({ id, number, title, madeOn, standing, ministry, office, dossier }) => ({
    commitmentId: id,
    number,
    title,
    madeOn,
    chamber: about.get(id)?.chamber ?? "TK",
    to: to.get(id) ?? [],
    ministry: { id: standing.ministryId, name: ministry },
    office: { id: about.get(id)?.officeId ?? "", name: office },
    dossier: {
      name: dossier.name,
      isInvented: dossier.isInvented,
      showsHelp: about.get(id)?.showsHelp ?? false,
    },
    status: standing.status,
    daysLate: standing.daysLate,
    deadline: deadlineInWords(standing.deadline),
    why: dueInWords(standing, (letterId) => letterDays.get(letterId) ?? null),
    delay: delayOf(standing),
    delayed: postponedInWords(standing),
    postponements: standing.postponements,
  }));
}

async function aboutThese(ids: string[], { from }: Moment) {
  const rows = await from
    .select({
      id: commitments.id,
      chamber: commitments.chamber,
      officeId: commitments.officeId,
      showsHelp: dossiers.showsHelp,
    })
    .from(commitments)
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .where(inArray(commitments.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** With each member the group on the day that it was promised. */
async function addresseesOfAll(ids: string[], { from }: Moment): Promise<Map<string, LateRow["to"]>> {
  const people = await from
    .select({ of: addressees.commitmentId, id: members.id, name: members.name, group: groups.name })
    .from(addressees)
    .innerJoin(commitments, eq(commitments.id, addressees.commitmentId))
    .innerJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(groups, eq(groups.id, groupOn(sql`${commitments.madeOn}`)))
    .where(inArray(addressees.commitmentId, ids));
  const parties = await from
    .select({ of: addressees.commitmentId, id: groups.id, name: groups.name })
    .from(addressees)
    .innerJoin(groups, and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)))
    .where(inArray(addressees.commitmentId, ids));
  const found = new Map<string, LateRow["to"]>();
  const all = [
    ...people.map((row) => ({ ...row, kind: "member" as const })),
    ...parties.map((row) => ({ ...row, kind: "group" as const, group: null })),
  ];
  for (const { of, ...one } of all.sort((a, b) => a.name.localeCompare(b.name, "nl")))
    found.set(of, [...(found.get(of) ?? []), one]);
  return found;
}

async function missedLetterDays(batch: ListedCommitment[], { from }: Moment): Promise<Map<string, IsoDay>> {
  const ids = batch.flatMap(({ standing }) => standing.missedLetterId ?? []);
  const rows = await from
    .select({ id: letters.id, date: letters.date })
    .from(letters)
    .where(inArray(letters.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, date }) => [id, date]));
}

/** Which of these commitments are in the register for everybody. */
export async function publishedAmong(ids: string[], { from }: Moment): Promise<Set<string>> {
  const rows = await from
    .select({ id: commitments.id })
    .from(commitments)
    .where(and(isNotNull(commitments.number), inArray(commitments.id, ids)));
  return new Set(rows.map(({ id }) => id));
}
