/**
 * The register as a list. What a filter finds among the published comes from the columns in memory
 * (`register-in-memory.ts`), what is shown of it from the tables; drafts are few, and found by a query.
 */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { type Counts, type SlugIds, walkFilter } from "#app/domain/facets.ts";
import { type Filter, PAGE_SIZE, wholeOf } from "#app/domain/filter.ts";
import { walkCounted } from "#app/domain/kept-counts.ts";
import { comparePlaces, FirstInOrder, type Place, rankBy } from "#app/domain/list-order.ts";
import { dayNumber, dayOfNumber, FLAG, type RegisterColumns, STATUSES } from "#app/domain/register-columns.ts";
import { type Standing, type Status, standingOf } from "#app/domain/standing.ts";
import type { Db } from "./client.ts";
import { isAmong, keptQuery } from "./kept-query.ts";
import { groupOn } from "./member-groups.ts";
import type { Moment } from "./moment.ts";
import { registerColumns } from "./register-in-memory.ts";
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
export const holdsOn = (asOf: IsoDay | Placeholder): SQL | undefined =>
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

function conditions(filter: Filter, asOf: IsoDay, drafts: DraftsOf): SQL | undefined {
  const addressed = (kind: "member" | "group", id: string) =>
    inArray(
      commitments.id,
      some
        .select({ id: addressees.commitmentId })
        .from(addressees)
        .where(and(eq(addressees.kind, kind), eq(addressees.addresseeId, id))),
    );
  return and(
    isDraftOf(drafts),
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
    filter.chamber ? eq(commitments.chamber, filter.chamber) : undefined,
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
      id: commitments.id,
      number: commitments.number,
      title: commitments.title,
      madeOn: commitments.madeOn,
      state: periods.state,
      dossier: { slug: dossiers.slug, name: dossiers.name, isInvented: dossiers.isInvented },
      topic: { slug: topics.slug, name: topics.name },
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

const listed = ({ number, state, ...row }: Joined, asOf: IsoDay): ListedCommitment => ({
  ...row,
  number: number ?? "",
  standing: standingOf(state, asOf),
});

interface ListPage {
  rows: ListedCommitment[];
  total: number;
  page: number;
  pages: number;
}

/** A page of the register's list, with the filters of the pages beside it. */
export interface RegisterPage extends ListPage {
  /** How many come before the first of this page. */
  skipped: number;
  previous: Filter | null;
  next: Filter | null;
}

/** One page of published commitments as they stood on a day, and how many there are in all. */
export async function registerList(filter: Filter, moment: Moment): Promise<RegisterPage> {
  return (await registerListWithFacets(filter, moment, false)).list;
}

/** The same with how many there are under each value of each facet, found in one walk over the register. */
export async function registerListWithFacets(
  filter: Filter,
  moment: Moment,
  counted = true,
): Promise<{ list: RegisterPage; counts: Counts; columns: RegisterColumns }> {
  const columns = await registerColumns(moment);
  const slugs = await slugIds(filter, moment);
  let part = partOf(columns, filter, moment.asOf, slugs, counted);
  // Where an address leads beyond the end, or before the begin, that end is shown.
  if (part.slots.length === 0 && part.counts.total > 0)
    part = partOf(
      columns,
      filter.before ? wholeOf(filter) : lastOf(filter, part.counts.total),
      moment.asOf,
      slugs,
      counted,
    );
  const { places, skipped, counts } = part;
  const [first, last] = [places[0], places.at(-1)];
  const { total } = counts;
  const rows = await listedByIds(
    part.slots.map((slot) => columns.ids[slot] ?? ""),
    moment,
  );
  const whole = wholeOf(filter);
  return {
    columns,
    counts,
    list: {
      rows,
      total,
      skipped,
      page: Math.floor(skipped / PAGE_SIZE) + 1,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      previous: skipped === 0 || !first ? null : skipped <= PAGE_SIZE ? whole : { ...whole, before: first },
      next: !last || skipped + places.length >= total ? null : { ...whole, after: last },
    },
  };
}

const lastOf = (filter: Filter, total: number): Filter => ({
  ...wholeOf(filter),
  page: Math.max(1, Math.ceil(total / PAGE_SIZE)),
});

/** The part of the list that a filter asks for: after a place, before one, or a page by its number. */
function partOf(
  columns: RegisterColumns,
  filter: Filter,
  asOf: IsoDay,
  slugs: SlugIds,
  counted: boolean,
  size = PAGE_SIZE,
) {
  const { after, before, page } = filter;
  const skip = after || before ? 0 : (page - 1) * size;
  const nearest = new FirstInOrder(skip + size, before !== null);
  const rank = rankBy(filter.sort, columns, dayNumber(asOf));
  let passed = 0;
  const place = { first: 0, second: 0, number: "" };
  const take = (slot: number, period: number): void => {
    const { first, second } = rank(slot, period);
    if (!after && !before && nearest.isBeyond(first)) return;
    place.first = first;
    place.second = second;
    place.number = columns.numbers[slot] ?? "";
    if (after && comparePlaces(place, after) <= 0) passed += 1;
    else if (before && comparePlaces(place, before) < 0) {
      passed += 1;
      nearest.offer(place, slot);
    } else if (!before) nearest.offer(place, slot);
  };
  const counts = counted
    ? walkCounted(columns, filter, asOf, slugs, take)
    : walkFilter(columns, filter, asOf, slugs, take, false);
  const kept = nearest.inOrder();
  const shown = before ? kept.reverse() : kept.slice(skip);
  const places = shown.map(({ slot: _slot, ...own }) => own);
  const skipped = before ? passed - shown.length : after ? passed : skip;
  return { slots: shown.map(({ slot }) => slot), places, skipped, counts };
}

/** So many after the place in a filter, and the place to go on from; none where there are no more. */
export async function registerPart(
  filter: Filter,
  size: number,
  moment: Moment,
): Promise<{ rows: ListedCommitment[]; total: number; next: Place | null }> {
  const columns = await registerColumns(moment);
  const part = partOf(columns, filter, moment.asOf, await slugIds(filter, moment), false, size);
  const ids = part.slots.map((slot) => columns.ids[slot] ?? "");
  const { total } = part.counts;
  const isLast = part.skipped + part.places.length >= total;
  return { rows: await listedByIds(ids, moment), total, next: isLast ? null : (part.places.at(-1) ?? null) };
}

/** The ids of the dossier and the topic that a filter calls by their slugs. */
async function slugIds(filter: Filter, { from }: Moment): Promise<SlugIds> {
  const idOf = async (table: typeof dossiers | typeof topics, slug: string | null) =>
    slug === null
      ? null
      : ((await from.select({ id: table.id }).from(table).where(eq(table.slug, slug)))[0]?.id ?? null);
  const [dossier, topic] = [await idOf(dossiers, filter.dossier), await idOf(topics, filter.topic)];
  return { dossier, topic };
}

/** Calls with each published commitment that a filter finds on a day, in no order. */
async function eachFound(
  filter: Filter,
  moment: Moment,
  found: (slot: number, period: number, columns: RegisterColumns) => void,
): Promise<Counts> {
  const columns = await registerColumns(moment);
  const slugs = await slugIds(filter, moment);
  return walkFilter(columns, filter, moment.asOf, slugs, (slot, period) => found(slot, period, columns), false);
}

/** How many published commitments a filter finds on a day. */
export const countInRegister = async (filter: Filter, moment: Moment): Promise<number> =>
  (await eachFound(filter, moment, () => {})).total;

/** The ids of all published commitments that a filter finds, in no order. */
export async function foundIds(filter: Filter, moment: Moment): Promise<Set<string>> {
  const found = new Set<string>();
  await eachFound(filter, moment, (slot, _period, { ids }) => found.add(ids[slot] ?? ""));
  return found;
}

/** The ids of all published commitments that a filter finds, in its order and no more than so many. */
async function idsFound(filter: Filter, moment: Moment, limit: number): Promise<string[]> {
  const columns = await registerColumns(moment);
  const slugs = await slugIds(filter, moment);
  const order = new FirstInOrder(limit);
  const rank = rankBy(filter.sort, columns, dayNumber(moment.asOf));
  walkFilter(
    columns,
    filter,
    moment.asOf,
    slugs,
    (slot, period) => order.offer({ ...rank(slot, period), number: columns.numbers[slot] ?? "" }, slot),
    false,
  );
  return order.inOrder().map(({ slot }) => columns.ids[slot] ?? "");
}

const IN_TURN = 100;

/** Everything that a filter finds on a day, in its order, some at a time: for what is taken along as a whole. */
export async function* listedInTurn(filter: Filter, moment: Moment): AsyncGenerator<ListedCommitment[]> {
  const ids = await idsFound(filter, moment, Number.POSITIVE_INFINITY);
  for (let at = 0; at < ids.length; at += IN_TURN) yield await listedByIds(ids.slice(at, at + IN_TURN), moment);
}

/** The ids of all that a filter finds, in its order and no more than so many. */
export async function idsInList(
  filter: Filter,
  moment: Moment,
  drafts: DraftsOf | null,
  limit: number,
): Promise<string[]> {
  if (!drafts) return idsFound(filter, moment, limit);
  const rows = await joined(moment.from)
    .where(conditions(filter, moment.asOf, drafts))
    .orderBy(...ORDER[filter.sort](moment.asOf))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The drafts that a filter finds, for those who may edit them; a draft has no number. For the back office only. */
export async function draftList(filter: Filter, moment: Moment, drafts: DraftsOf): Promise<ListPage> {
  const where = conditions(filter, moment.asOf, drafts);
  const [counted] = await moment.from
    .select({ total: count() })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .leftJoin(topics, eq(topics.id, commitments.topicId))
    .where(where);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  // An old link to a page that is no longer there shows the last one.
  const page = Math.min(filter.page, pages);
  const rows = await joined(moment.from)
    .where(where)
    .orderBy(...ORDER[filter.sort](moment.asOf))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { rows: rows.map((row) => listed(row, moment.asOf)), total, page, pages };
}

/** What lists show of these published commitments on a day, in this order. */
export async function listedByIds(ids: readonly string[], { from, asOf }: Moment): Promise<ListedCommitment[]> {
  if (ids.length === 0) return [];
  const rows = await rowsByIds(from).execute({ ids: JSON.stringify(ids), asOf });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? listed(row, asOf) : [];
  });
}

const rowsByIds = keptQuery((from) =>
  joined(from).where(
    and(isAmong(commitments.id, "ids"), isNotNull(commitments.number), holdsOn(sql.placeholder("asOf"))),
  ),
);

/** Where each commitment that a filter finds stands on a day, in numbers and days: for pictures and counts. */
export interface StandingRow {
  id: string;
  number: string;
  madeOn: IsoDay;
  officeId: string;
  ministryId: string;
  status: Status;
  late: boolean;
  lateFrom: IsoDay | null;
  /** Last day on time under the deadline in force. */
  dueOn: IsoDay | null;
  latest: IsoDay | null;
  originalLatest: IsoDay | null;
  expectedOn: IsoDay | null;
  /** Words without a date, or none at all. Says nothing of what is settled or recurring. */
  withoutTerm: boolean;
  countsAsOpen: boolean;
  recurring: boolean;
  awaitingJudgement: boolean;
  disagreed: boolean;
  isFrozen: boolean;
  postponements: number;
  /** For what is met or lapsed. */
  settledOn: IsoDay | null;
  /** For what is met: how late on receipt, against the deadline then in force and against the original. */
  daysLateInForce: number | null;
  daysLateOriginal: number | null;
}

/** Everything that a filter finds on a day, in no order; thousands of rows, so count with them and let them go. */
export async function standingsOn(filter: Filter, moment: Moment): Promise<StandingRow[]> {
  const rows: StandingRow[] = [];
  const day = dayNumber(moment.asOf);
  await eachFound(filter, moment, (slot, period, { ids, numbers, commitments, periods, things }) => {
    const at = (column: Int32Array): number => column[period] as number;
    const flag = at(periods.flags);
    const lateDays = (column: Int32Array) => (at(column) < 0 ? null : at(column));
    rows.push({
      id: ids[slot] ?? "",
      number: numbers[slot] ?? "",
      madeOn: dayOfNumber(commitments.madeOn[slot] as number) ?? "",
      officeId: things.ids[commitments.office[slot] as number] ?? "",
      ministryId: things.ids[at(periods.ministry)] ?? "",
      status: STATUSES[at(periods.status)] ?? "open",
      late: at(periods.lateFrom) <= day,
      lateFrom: dayOfNumber(at(periods.lateFrom)),
      dueOn: dayOfNumber(at(periods.dueOn)),
      latest: dayOfNumber(at(periods.latest)),
      originalLatest: dayOfNumber(at(periods.originalLatest)),
      expectedOn: dayOfNumber(at(periods.expectedOn)),
      withoutTerm: (flag & FLAG.withoutTerm) !== 0,
      countsAsOpen: (flag & FLAG.open) !== 0,
      recurring: (flag & FLAG.recurring) !== 0,
      awaitingJudgement: (flag & FLAG.awaiting) !== 0,
      disagreed: (flag & FLAG.disagreed) !== 0,
      isFrozen: (flag & FLAG.frozen) !== 0,
      postponements: at(periods.postponements),
      settledOn: dayOfNumber(at(periods.settledOn)),
      daysLateInForce: lateDays(periods.daysLateInForce),
      daysLateOriginal: lateDays(periods.daysLateOriginal),
    });
  });
  return rows;
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
  // Without an id in it the question would go past every commitment to find none.
  if (ids?.length === 0) return [];
  const rows = await joined(moment.from)
    .where(
      and(
        isNotNull(commitments.number),
        holdsOn(moment.asOf),
        ids === undefined ? undefined : inArray(commitments.id, ids),
        // The index is of both columns: by the id alone every commitment would be looked at.
        origin === undefined
          ? undefined
          : and(inArray(commitments.originKind, ["debate", "letter"]), eq(commitments.originId, origin)),
        topicId === undefined ? undefined : eq(commitments.topicId, topicId),
        dossierId === undefined ? undefined : eq(commitments.dossierId, dossierId),
        committeeId === undefined ? undefined : eq(commitments.committeeId, committeeId),
        officeId === undefined ? undefined : eq(commitments.officeId, officeId),
      ),
    )
    .orderBy(asc(commitments.madeOn), asc(commitments.number));
  return rows.map((row) => listed(row, moment.asOf));
}
