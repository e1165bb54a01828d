/** The register as a list: the filter as a query over the period rows of a day. */
import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { type Filter, PAGE_SIZE } from "#app/domain/filter.ts";
import { type Standing, standingOf } from "#app/domain/standing.ts";
import type { Db } from "./client.ts";
import { groupOn } from "./member-groups.ts";
import type { Moment } from "./moment.ts";
import { addressees, commitments, dossiers, members, ministries, offices, periods, topics } from "./schema.ts";

export interface ListedCommitment {
  id: string;
  number: string;
  title: string;
  madeOn: IsoDay;
  standing: Standing;
  dossier: { slug: string; name: string; isInvented: boolean };
  topic: { slug: string; name: string } | null;
  ministry: string;
  office: string;
}

/** For conditions: a query inside a query. */
const some = new QueryBuilder();

/** The period row that holds on a day. */
export const holdsOn = (asOf: IsoDay): SQL | undefined =>
  and(lte(periods.from, asOf), or(isNull(periods.until), gt(periods.until, asOf)));

const isLate = (asOf: IsoDay): SQL => sql`coalesce(${periods.lateFrom} <= ${asOf}, 0)`;

const DUE = sql`coalesce(${periods.dueOn}, ${periods.latest}, ${periods.expectedOn})`;

/** Whose drafts are listed instead of what is published. */
export type DraftsOf = { ministryId: string | null; committeeId: string | null };

const isDraftOf = ({ ministryId, committeeId }: DraftsOf): SQL | undefined =>
  and(
    isNull(commitments.number),
    or(eq(periods.ministryId, ministryId ?? ""), eq(commitments.committeeId, committeeId ?? "")),
  );

function conditions(filter: Filter, asOf: IsoDay, drafts: DraftsOf | null = null): SQL | undefined {
  const addressed = (kind: "member" | "group", id: string) =>
    inArray(
      commitments.id,
      some
        .select({ id: addressees.commitmentId })
        .from(addressees)
        .where(and(eq(addressees.kind, kind), eq(addressees.addresseeId, id))),
    );
  return and(
    drafts ? isDraftOf(drafts) : sql`${commitments.number} IS NOT NULL`,
    holdsOn(asOf),
    filter.statuses.length > 0 ? inArray(periods.status, filter.statuses) : undefined,
    filter.late === null ? undefined : filter.late ? isLate(asOf) : sql`NOT ${isLate(asOf)}`,
    filter.withoutTerm ? and(eq(periods.withoutTerm, true), eq(periods.countsAsOpen, true)) : undefined,
    filter.disagreed ? eq(periods.disagreed, true) : undefined,
    filter.dueWithin === null
      ? undefined
      : and(
          eq(periods.countsAsOpen, true),
          isNull(periods.frozenOn),
          gte(DUE, asOf),
          lte(DUE, addDays(asOf, filter.dueWithin)),
        ),
    filter.dossier ? eq(dossiers.slug, filter.dossier) : undefined,
    filter.topic ? eq(topics.slug, filter.topic) : undefined,
    filter.ministry ? eq(periods.ministryId, filter.ministry) : undefined,
    filter.office ? eq(commitments.officeId, filter.office) : undefined,
    filter.committee ? eq(commitments.committeeId, filter.committee) : undefined,
    filter.member ? addressed("member", filter.member) : undefined,
    filter.group
      ? or(
          addressed("group", filter.group),
          inArray(
            commitments.id,
            some
              .select({ id: addressees.commitmentId })
              .from(addressees)
              .innerJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
              .where(
                and(eq(addressees.commitmentId, commitments.id), eq(groupOn(sql`${commitments.madeOn}`), filter.group)),
              ),
          ),
        )
      : undefined,
    filter.from ? gte(commitments.madeOn, filter.from) : undefined,
    filter.until ? lte(commitments.madeOn, filter.until) : undefined,
  );
}

const NEWEST = [desc(commitments.madeOn), asc(commitments.number)];

const ORDER: Record<Filter["sort"], (asOf: IsoDay) => SQL[]> = {
  "te-laat": (asOf) => [
    desc(isLate(asOf)),
    sql`CASE WHEN ${isLate(asOf)} THEN ${periods.dueOn} END ASC NULLS LAST`,
    desc(periods.countsAsOpen),
    ...NEWEST,
  ],
  termijn: () => [sql`${DUE} ASC NULLS LAST`, ...NEWEST],
  toezegging: () => NEWEST,
  wijziging: () => [desc(commitments.changedAt), ...NEWEST],
};

const joined = (from: Db) =>
  from
    .select({
      commitment: commitments,
      state: periods.state,
      dossier: dossiers,
      topic: topics,
      ministry: ministries.name,
      office: offices.name,
    })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .innerJoin(ministries, eq(ministries.id, periods.ministryId))
    .innerJoin(offices, eq(offices.id, commitments.officeId))
    .leftJoin(topics, eq(topics.id, commitments.topicId))
    .$dynamic();

type Joined = Awaited<ReturnType<typeof joined>>[number];

const listed = ({ commitment, state, dossier, topic, ministry, office }: Joined, asOf: IsoDay): ListedCommitment => ({
  id: commitment.id,
  number: commitment.number ?? "",
  title: commitment.title,
  madeOn: commitment.madeOn,
  standing: standingOf(state, asOf),
  dossier: { slug: dossier.slug, name: dossier.name, isInvented: dossier.isInvented },
  topic: topic && { slug: topic.slug, name: topic.name },
  ministry,
  office,
});

/** One page of published commitments as they stood on a day, and how many there are in all. */
export const registerList = (filter: Filter, moment: Moment): Promise<ListPage> => listPage(filter, moment, null);

interface ListPage {
  rows: ListedCommitment[];
  total: number;
  page: number;
  pages: number;
}

/** The same of drafts, for those who may edit them; a draft has no number. For the back office only. */
export const draftList = (filter: Filter, moment: Moment, drafts: DraftsOf): Promise<ListPage> =>
  listPage(filter, moment, drafts);

async function listPage(filter: Filter, moment: Moment, drafts: DraftsOf | null): Promise<ListPage> {
  const total = await countOf(filter, moment, drafts);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  // An old link to a page that is no longer there shows the last one.
  const page = Math.min(filter.page, pages);
  const rows = await joined(moment.from)
    .where(conditions(filter, moment.asOf, drafts))
    .orderBy(...ORDER[filter.sort](moment.asOf))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { rows: rows.map((row) => listed(row, moment.asOf)), total, page, pages };
}

/** Everything that a filter finds on a day, in its order, some hundreds at a time: for what is taken along as a whole. */
export async function* listedInTurn(filter: Filter, moment: Moment): AsyncGenerator<ListedCommitment[]> {
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await listPage({ ...filter, page }, moment, null);
    pages = found.pages;
    if (found.rows.length > 0) yield found.rows;
  }
}

/** How many published commitments a filter finds on a day. */
export const countInRegister = (filter: Filter, moment: Moment): Promise<number> => countOf(filter, moment, null);

/** The ids of all that a filter finds, in its order and no more than so many. */
export async function idsInList(
  filter: Filter,
  moment: Moment,
  drafts: DraftsOf | null,
  limit: number,
): Promise<string[]> {
  const rows = await joined(moment.from)
    .where(conditions(filter, moment.asOf, drafts))
    .orderBy(...ORDER[filter.sort](moment.asOf))
    .limit(limit);
  return rows.map(({ commitment }) => commitment.id);
}

async function countOf(filter: Filter, moment: Moment, drafts: DraftsOf | null): Promise<number> {
  const [row] = await moment.from
    .select({ total: count() })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .leftJoin(topics, eq(topics.id, commitments.topicId))
    .where(conditions(filter, moment.asOf, drafts));
  return row?.total ?? 0;
}

/** Published commitments by one of their columns, as they stood on a day: those of a debate, a letter, a topic; or all. */
export async function publishedWhere(
  where: {
    ids?: string[];
    origin?: string;
    topicId?: string;
    dossierId?: string;
    committeeId?: string;
    officeId?: string;
  },
  moment: Moment,
): Promise<ListedCommitment[]> {
  const { ids, origin, topicId, dossierId, committeeId, officeId } = where;
  const rows = await joined(moment.from)
    .where(
      and(
        sql`${commitments.number} IS NOT NULL`,
        holdsOn(moment.asOf),
        ids === undefined ? undefined : inArray(commitments.id, ids),
        origin === undefined ? undefined : eq(commitments.originId, origin),
        topicId === undefined ? undefined : eq(commitments.topicId, topicId),
        dossierId === undefined ? undefined : eq(commitments.dossierId, dossierId),
        committeeId === undefined ? undefined : eq(commitments.committeeId, committeeId),
        officeId === undefined ? undefined : eq(commitments.officeId, officeId),
      ),
    )
    .orderBy(asc(commitments.madeOn), asc(commitments.number));
  return rows.map((row) => listed(row, moment.asOf));
}
