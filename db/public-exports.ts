/** What is taken along of each commitment beside what a list shows: read for some hundreds at a time. */
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { Filter } from "#app/domain/filter.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { groupOn } from "./member-groups.ts";
import type { Moment } from "./moment.ts";
import { type ListedCommitment, listedInTurn } from "./register-list.ts";
import { addressees, commitments, committees, debates, groups, letters, members, officeHolders } from "./schema.ts";

export interface ExportedCommitment extends ListedCommitment {
  text: string;
  chamber: Chamber;
  holder: string | null;
  committee: string | null;
  /** A member with the group on the day that it was promised, or a group. */
  to: { name: string; group: string | null }[];
  /** The debate or letter that it was made in; null where that is not public. */
  origin: { kind: "debate" | "letter"; id: string; title: string; date: IsoDay; paper: string | null } | null;
  source: string | null;
}

/** So many at a time, and then others are served. */
const BATCH = 30;

/** Everything that a filter finds on a day, in its order; constant memory, however much it is. */
export async function* exportedInTurn(filter: Filter, moment: Moment): AsyncGenerator<ExportedCommitment[]> {
  for await (const rows of inBatches(filter, moment)) yield withDetails(rows, moment);
}

/** What a filter finds, so many at a time that one has the particulars of all in a few queries. */
export async function* inBatches(filter: Filter, moment: Moment): AsyncGenerator<ListedCommitment[]> {
  let waiting: ListedCommitment[] = [];
  for await (const found of listedInTurn(filter, moment)) {
    waiting.push(...found);
    while (waiting.length >= BATCH) {
      yield waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await setImmediate();
    }
  }
  if (waiting.length > 0) yield waiting;
}

async function withDetails(rows: readonly ListedCommitment[], moment: Moment): Promise<ExportedCommitment[]> {
  const ids = rows.map(({ id }) => id);
  const details = await detailsOf(ids, moment);
  const to = await addresseesOf(ids, moment);
  return rows.flatMap((row) => {
    const detail = details.get(row.id);
    return detail ? [{ ...row, ...detail, to: to.get(row.id) ?? [] }] : [];
  });
}

async function detailsOf(ids: readonly string[], { from }: Moment) {
  const rows = await from
    .select({
      id: commitments.id,
      text: commitments.text,
      chamber: commitments.chamber,
      source: commitments.source,
      holder: officeHolders.name,
      committee: committees.name,
      debate: { id: debates.id, title: debates.title, date: debates.date, paper: debates.paper },
      letter: { id: letters.id, title: letters.title, date: letters.date, paper: letters.paper },
    })
    .from(commitments)
    .leftJoin(officeHolders, eq(officeHolders.id, commitments.officeHolderId))
    .leftJoin(committees, eq(committees.id, commitments.committeeId))
    .leftJoin(
      debates,
      and(eq(commitments.originKind, "debate"), eq(debates.id, commitments.originId), isNotNull(debates.publishedOn)),
    )
    .leftJoin(letters, and(eq(commitments.originKind, "letter"), eq(letters.id, commitments.originId)))
    .where(and(isNotNull(commitments.number), inArray(commitments.id, [...ids])));
  return new Map(
    rows.map(({ id, debate, letter, ...row }) => {
      const origin = debate ? { kind: "debate" as const, ...debate } : letter && { kind: "letter" as const, ...letter };
      return [id, { ...row, origin }];
    }),
  );
}

async function addresseesOf(ids: readonly string[], { from }: Moment): Promise<Map<string, ExportedCommitment["to"]>> {
  const rows = await from
    .select({ id: addressees.commitmentId, member: members.name, group: groups.name })
    .from(addressees)
    .innerJoin(commitments, eq(commitments.id, addressees.commitmentId))
    .leftJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(
      groups,
      or(
        and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)),
        and(eq(addressees.kind, "member"), eq(groups.id, groupOn(sql`${commitments.madeOn}`))),
      ),
    )
    .where(inArray(addressees.commitmentId, [...ids]))
    .orderBy(asc(addressees.commitmentId), asc(members.name), asc(groups.name));
  const found = new Map<string, ExportedCommitment["to"]>();
  for (const { id, member, group } of rows) {
    const one = member === null ? { name: group ?? "", group: null } : { name: member, group };
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  return found;
}
