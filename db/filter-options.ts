/** What the filter of the register chooses from, with how many there are of each. */
import { asc } from "drizzle-orm";
import {
  CHOICES,
  type ChoiceName,
  type Counts,
  largestOf,
  PICK_NAMES,
  type PickName,
  usedThings,
} from "#app/domain/facets.ts";
import type { Filter, PickedNames } from "#app/domain/filter.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { CHAMBERS, type RegisterColumns, STATUSES } from "#app/domain/register-columns.ts";
import type { Status } from "#app/domain/standing.ts";
import type { Db } from "./client.ts";
import type { Moment } from "./moment.ts";
import { heldRevision, registerColumns } from "./register-in-memory.ts";
import { type RegisterPage, registerListWithFacets } from "./register-list.ts";
import { committees, dossiers, groups, members, ministries, offices, topics } from "./schema.ts";

/** Something that can be chosen, by the value that an address has for it. */
interface Named {
  id: string;
  name: string;
  /** What an address calls it: its id, but for dossiers and topics. */
  slug: string;
}

interface NamedList {
  /** By name. */
  named: Named[];
  /** Of each its number in the columns, where its count stands. */
  things: Int32Array;
}

type NamedLists = Record<PickName, NamedList>;

interface Lists {
  revision: number;
  columns: RegisterColumns;
  /** Only what published commitments use: what a draft alone names is nobody's business. */
  named: Promise<NamedLists>;
}

/** What there is changes with a write only: read once for each connection and revision. */
const kept = new WeakMap<Db, Lists>();

/** @param columns whose numbers are meant: where they are built anew, things get others */
async function namedLists(moment: Moment, columns: RegisterColumns): Promise<NamedLists> {
  const revision = await heldRevision(moment);
  const known = kept.get(moment.from);
  if (known?.revision === revision && known.columns === columns) return known.named;
  const named = readLists(moment, columns);
  kept.set(moment.from, { revision, columns, named });
  return named;
}

async function readLists({ from }: Moment, columns: RegisterColumns): Promise<NamedLists> {
  const used = usedThings(columns);
  const usedOf = (of: PickName, rows: readonly Named[]): NamedList => {
    const named = rows.filter(({ id }) => used[columns.things.of(of, id)] === 1);
    return { named, things: Int32Array.from(named, ({ id }) => columns.things.of(of, id)) };
  };
  const bySlug = async (of: PickName, table: typeof dossiers | typeof topics) =>
    usedOf(
      of,
      await from.select({ id: table.id, name: table.name, slug: table.slug }).from(table).orderBy(asc(table.name)),
    );
  const byId = async (
    of: PickName,
    table: typeof ministries | typeof offices | typeof committees | typeof members | typeof groups,
  ) =>
    usedOf(
      of,
      await from.select({ id: table.id, name: table.name, slug: table.id }).from(table).orderBy(asc(table.name)),
    );
  return {
    dossier: await bySlug("dossier", dossiers),
    topic: await bySlug("topic", topics),
    ministry: await byId("ministry", ministries),
    office: await byId("office", offices),
    committee: await byId("committee", committees),
    member: await byId("member", members),
    group: await byId("group", groups),
  };
}

/** What the filter chooses from, by name. */
export async function filterOptions(moment: Moment): Promise<FilterOptions> {
  const lists = await namedLists(moment, await registerColumns(moment));
  return optionsOf(lists);
}

function optionsOf({ dossier, topic, ministry, office, committee, member, group }: NamedLists) {
  return {
    dossiers: dossier.named,
    topics: topic.named,
    ministries: ministry.named,
    offices: office.named,
    committees: committee.named,
    members: member.named,
    groups: group.named,
  };
}
export type FilterOptions = ReturnType<typeof optionsOf>;

/** The names behind the choices of a filter. */
export function pickedNames(filter: Filter, options: FilterOptions): PickedNames {
  const nameOf = (rows: readonly Named[], value: string | null) =>
    value === null ? undefined : rows.find(({ slug }) => slug === value)?.name;
  return {
    dossier: nameOf(options.dossiers, filter.dossier),
    topic: nameOf(options.topics, filter.topic),
    ministry: nameOf(options.ministries, filter.ministry),
    office: nameOf(options.offices, filter.office),
    committee: nameOf(options.committees, filter.committee),
    member: nameOf(options.members, filter.member),
    group: nameOf(options.groups, filter.group),
  };
}

/** A value of a facet, as an address has it, and how many there would be with it. */
export interface FacetValue {
  value: string;
  name: string;
  count: number;
}

/** What one could choose beside what is chosen, each with how many there would be: a facet leaves its own choice out. */
export interface Facets {
  statuses: { value: Status; count: number }[];
  late: { yes: number; no: number };
  withoutTerm: number;
  disagreed: number;
  dueWithin: { days: number; count: number }[];
  chambers: { value: Chamber; count: number }[];
  /** By name; what there would be none of is left out, unless it is chosen. */
  picks: Record<PickName, FacetValue[]>;
  /** How many values there would be some of, also where only those with most are given. */
  pickable: Record<PickName, number>;
  /** How many there would be without a choice. */
  without: Record<ChoiceName, number>;
}

/** The facets of a filter on a day. */
export const facetsOf = async (filter: Filter, moment: Moment): Promise<Facets> =>
  (await registerView(filter, moment)).facets;

/**
 * All that the page of the register shows of a filter on a day: found in one walk, so that list and counts agree.
 * @param mostPicks of each pick so many, those with most, and what is chosen
 */
export async function registerView(
  filter: Filter,
  moment: Moment,
  mostPicks = Number.POSITIVE_INFINITY,
): Promise<{ list: RegisterPage; facets: Facets; names: PickedNames }> {
  const { list, counts, columns } = await registerListWithFacets(filter, moment);
  const lists = await namedLists(moment, columns);
  return {
    list,
    facets: facetsFrom(counts, filter, columns, lists, mostPicks),
    names: pickedNames(filter, optionsOf(lists)),
  };
}

function facetsFrom(
  counts: Counts,
  filter: Filter,
  columns: RegisterColumns,
  lists: NamedLists,
  mostPicks: number,
): Facets {
  const ofEach = <T>(read: (of: PickName) => T) =>
    Object.fromEntries(PICK_NAMES.map((of) => [of, read(of)])) as Record<PickName, T>;
  const countsOf = ofEach((of) => lists[of].things.map((thing) => counts.things[thing] ?? 0));
  const largest = ofEach((of) => largestOf(countsOf[of], mostPicks));
  const valuesOf = (of: PickName): FacetValue[] => {
    const chosen = filter[of];
    const at = chosen === null ? -1 : lists[of].named.findIndex(({ slug }) => slug === chosen);
    const { least } = largest[of];
    let left = largest[of].ofLeast;
    const found: FacetValue[] = [];
    countsOf[of].forEach((count, i) => {
      const isLeast = count === least && left > 0;
      if (isLeast) left -= 1;
      const one = lists[of].named[i];
      if (one && (count > least || isLeast || i === at)) found.push({ value: one.slug, name: one.name, count });
    });
    if (chosen === null || at >= 0) return found;
    return [...found, { value: chosen, name: `“${chosen}” (onbekend)`, count: 0 }];
  };
  return {
    statuses: STATUSES.map((value, i) => ({ value, count: counts.statuses[i] ?? 0 })),
    late: { yes: counts.late, no: counts.notLate },
    withoutTerm: counts.withoutTerm,
    disagreed: counts.disagreed,
    dueWithin: counts.dueWithin.map(({ days, count }) => ({ days, count })),
    chambers: CHAMBERS.map((value) => ({ value, count: counts.things[columns.things.of("chamber", value)] ?? 0 })),
    picks: ofEach(valuesOf),
    pickable: ofEach((of) => largest[of].all),
    without: Object.fromEntries(
      CHOICES.map((name, i) => [name, counts.total + (counts.more[i] ?? 0)]),
    ) as Facets["without"],
  };
}
