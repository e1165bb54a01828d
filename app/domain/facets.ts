/**
 * One walk over the columns answers a filter on a day: which commitments it finds, and how many there would be under
 * each value of each facet if everything else stays chosen. What two choices refuse counts nowhere, what one refuses
 * counts for that one, which is how each facet leaves its own choice out.
 */
import { addDays, type IsoDay } from "./calendar.ts";
import type { Filter } from "./filter.ts";
import { CHAMBERS, type Codes, dayNumber, FLAG, type RegisterColumns, STATUSES } from "./register-columns.ts";

/** What can be chosen, each by itself; the last two are no facets, but can be dropped as well. */
export const CHOICES = [
  "statuses",
  "late",
  "withoutTerm",
  "disagreed",
  "dueWithin",
  "dossier",
  "topic",
  "ministry",
  "office",
  "committee",
  "chamber",
  "member",
  "group",
  "from",
  "until",
] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** Those that are picked from a list of things with a name. */
export const PICK_NAMES = ["dossier", "topic", "ministry", "office", "committee", "member", "group"] as const;
export type PickName = (typeof PICK_NAMES)[number];

/** The numbers that stand for these things. */
export const codesOf = (columns: RegisterColumns): Record<PickName, Codes> => ({
  dossier: columns.dossiers,
  topic: columns.topics,
  ministry: columns.ministries,
  office: columns.offices,
  committee: columns.committees,
  member: columns.members,
  group: columns.groups,
});

/** The ids of what published commitments name, on whatever day. */
export function usedIds(columns: RegisterColumns): Record<PickName, Set<string>> {
  const codes = codesOf(columns);
  const seen = Object.fromEntries(PICK_NAMES.map((of) => [of, new Uint8Array(codes[of].ids.length)])) as Record<
    PickName,
    Uint8Array
  >;
  const { commitments, periods, memberCodes, groupCodes } = columns;
  const see = (of: PickName, code: number) => {
    if (code >= 0) seen[of][code] = 1;
  };
  for (let slot = 0; slot < columns.size; slot += 1) {
    const at = (column: Int32Array): number => column[slot] as number;
    if (at(commitments.periods) === 0) continue;
    see("dossier", at(commitments.dossier));
    see("topic", at(commitments.topic));
    see("office", at(commitments.office));
    see("committee", at(commitments.committee));
    for (let i = 0; i < at(commitments.periods); i += 1)
      see("ministry", periods.ministry[at(commitments.periodsAt) + i] as number);
    for (let i = 0; i < at(commitments.members); i += 1)
      see("member", memberCodes[at(commitments.membersAt) + i] as number);
    for (let i = 0; i < at(commitments.groups); i += 1)
      see("group", groupCodes[at(commitments.groupsAt) + i] as number);
  }
  return Object.fromEntries(
    PICK_NAMES.map((of) => [of, new Set(codes[of].ids.filter((_, code) => seen[of][code] === 1))]),
  ) as Record<PickName, Set<string>>;
}

const AT = Object.fromEntries(CHOICES.map((name, at) => [name, at])) as Record<ChoiceName, number>;

/** A filter in the numbers of the columns; -1 where nothing is chosen. */
interface Asked {
  statuses: number;
  late: number;
  withoutTerm: boolean;
  disagreed: boolean;
  dueUntil: number;
  dossier: number;
  topic: number;
  ministry: number;
  office: number;
  committee: number;
  chamber: number;
  member: number;
  group: number;
  from: number;
  until: number;
}

/** @param ids of the dossier and the topic, which a filter knows by their slugs; null where there is none of that name */
export type SlugIds = Record<"dossier" | "topic", (slug: string) => string | null>;

function askedOf(filter: Filter, columns: RegisterColumns, day: IsoDay, idOf: SlugIds): Asked {
  const code = (codes: { of(id: string): number }, id: string | null) => (id === null ? -1 : codes.of(id));
  const bySlug = (slug: string | null, find: (slug: string) => string | null) =>
    slug === null ? null : (find(slug) ?? "");
  return {
    statuses: filter.statuses.reduce((mask, status) => mask | (1 << STATUSES.indexOf(status)), 0),
    late: filter.late === null ? -1 : Number(filter.late),
    withoutTerm: filter.withoutTerm === true,
    disagreed: filter.disagreed === true,
    dueUntil: filter.dueWithin === null ? -1 : dayNumber(addDays(day, filter.dueWithin)),
    dossier: code(columns.dossiers, bySlug(filter.dossier, idOf.dossier)),
    topic: code(columns.topics, bySlug(filter.topic, idOf.topic)),
    ministry: code(columns.ministries, filter.ministry),
    office: code(columns.offices, filter.office),
    committee: code(columns.committees, filter.committee),
    chamber: filter.chamber === null ? -1 : CHAMBERS.indexOf(filter.chamber),
    member: code(columns.members, filter.member),
    group: code(columns.groups, filter.group),
    from: filter.from === null ? 0 : dayNumber(filter.from),
    until: dayNumber(filter.until),
  };
}

/** The stretches in which a deadline passes that one can choose from. */
const DUE_WITHIN: readonly number[] = [30, 90, 180];

/** How many there are of everything, in the numbers of the columns. */
export interface Counts {
  total: number;
  /** Without one choice, beside those that the whole filter finds. */
  more: Int32Array;
  statuses: Int32Array;
  late: Int32Array;
  withoutTerm: number;
  disagreed: number;
  dueWithin: { days: number; until: number; count: number }[];
  chamber: Int32Array;
  dossier: Int32Array;
  topic: Int32Array;
  ministry: Int32Array;
  office: Int32Array;
  committee: Int32Array;
  member: Int32Array;
  group: Int32Array;
}

function noCounts(columns: RegisterColumns, day: IsoDay, filter: Filter): Counts {
  const each = (count: number) => new Int32Array(count);
  const within = filter.dueWithin === null ? DUE_WITHIN : [...new Set([...DUE_WITHIN, filter.dueWithin])];
  return {
    total: 0,
    more: each(CHOICES.length),
    statuses: each(STATUSES.length),
    late: each(2),
    withoutTerm: 0,
    disagreed: 0,
    dueWithin: [...within]
      .sort((a, b) => a - b)
      .map((days) => ({ days, until: dayNumber(addDays(day, days)), count: 0 })),
    chamber: each(CHAMBERS.length),
    dossier: each(columns.dossiers.ids.length),
    topic: each(columns.topics.ids.length),
    ministry: each(columns.ministries.ids.length),
    office: each(columns.offices.ids.length),
    committee: each(columns.committees.ids.length),
    member: each(columns.members.ids.length),
    group: each(columns.groups.ids.length),
  };
}

const ALL = -1;

/**
 * Walks over all commitments as they stood on a day.
 * @param found is called with each that the filter finds: its place in the columns, and that of its period
 * @param counted whether to count for the facets as well; without it only what is found is looked at
 */
export function walkFilter(
  columns: RegisterColumns,
  filter: Filter,
  on: IsoDay,
  idOf: SlugIds,
  found: (slot: number, period: number) => void,
  counted = true,
): Counts {
  const asked = askedOf(filter, columns, on, idOf);
  const counts = noCounts(columns, on, filter);
  const day = dayNumber(on);
  const { commitments, periods, memberCodes, groupCodes } = columns;
  const { madeOn, dossier, topic, office, committee, chamber, membersAt, members, groupsAt, groups, periodsAt } =
    commitments;
  const { from, until, status, flags, lateFrom, due, ministry } = periods;
  const { more } = counts;
  const within = counts.dueWithin;
  const { size } = columns;
  for (let slot = 0; slot < size; slot += 1) {
    const earliest = periodsAt[slot] as number;
    let period = earliest + (commitments.periods[slot] as number) - 1;
    while (period >= earliest && (from[period] as number) > day) period -= 1;
    if (period < earliest || (until[period] as number) <= day) continue;
    const flag = flags[period] as number;
    const isOpen = (flag & FLAG.open) !== 0;
    const isLate = (lateFrom[period] as number) <= day;
    const isWithoutTerm = isOpen && (flag & FLAG.withoutTerm) !== 0;
    const dueOn = isOpen && (flag & FLAG.frozen) === 0 && (due[period] as number) >= day ? (due[period] as number) : 0;
    /** The one choice that refuses it; a second one ends it. */
    let refused = ALL;
    if (asked.statuses !== 0 && ((asked.statuses >> (status[period] as number)) & 1) === 0) refused = AT.statuses;
    if (asked.late >= 0 && Number(isLate) !== asked.late) {
      if (refused !== ALL) continue;
      refused = AT.late;
    }
    if (asked.withoutTerm && !isWithoutTerm) {
      if (refused !== ALL) continue;
      refused = AT.withoutTerm;
    }
    if (asked.disagreed && (flag & FLAG.disagreed) === 0) {
      if (refused !== ALL) continue;
      refused = AT.disagreed;
    }
    if (asked.dueUntil >= 0 && (dueOn === 0 || dueOn > asked.dueUntil)) {
      if (refused !== ALL) continue;
      refused = AT.dueWithin;
    }
    if (asked.dossier !== ALL && dossier[slot] !== asked.dossier) {
      if (refused !== ALL) continue;
      refused = AT.dossier;
    }
    if (asked.topic !== ALL && topic[slot] !== asked.topic) {
      if (refused !== ALL) continue;
      refused = AT.topic;
    }
    if (asked.ministry !== ALL && ministry[period] !== asked.ministry) {
      if (refused !== ALL) continue;
      refused = AT.ministry;
    }
    if (asked.office !== ALL && office[slot] !== asked.office) {
      if (refused !== ALL) continue;
      refused = AT.office;
    }
    if (asked.committee !== ALL && committee[slot] !== asked.committee) {
      if (refused !== ALL) continue;
      refused = AT.committee;
    }
    if (asked.chamber !== ALL && chamber[slot] !== asked.chamber) {
      if (refused !== ALL) continue;
      refused = AT.chamber;
    }
    const [memberAt, memberCount] = [membersAt[slot] as number, members[slot] as number];
    if (asked.member !== ALL && !has(memberCodes, memberAt, memberCount, asked.member)) {
      if (refused !== ALL) continue;
      refused = AT.member;
    }
    const [groupAt, groupCount] = [groupsAt[slot] as number, groups[slot] as number];
    if (asked.group !== ALL && !has(groupCodes, groupAt, groupCount, asked.group)) {
      if (refused !== ALL) continue;
      refused = AT.group;
    }
    if ((madeOn[slot] as number) < asked.from) {
      if (refused !== ALL) continue;
      refused = AT.from;
    }
    if ((madeOn[slot] as number) > asked.until) {
      if (refused !== ALL) continue;
      refused = AT.until;
    }
    if (refused === ALL) {
      counts.total += 1;
      found(slot, period);
    } else more[refused] = (more[refused] as number) + 1;
    if (!counted) continue;
    const none = refused === ALL;
    if (none || refused === AT.statuses) raise(counts.statuses, status[period] as number);
    if (none || refused === AT.late) raise(counts.late, Number(isLate));
    if (isWithoutTerm && (none || refused === AT.withoutTerm)) counts.withoutTerm += 1;
    if ((flag & FLAG.disagreed) !== 0 && (none || refused === AT.disagreed)) counts.disagreed += 1;
    if (dueOn !== 0 && (none || refused === AT.dueWithin))
      for (const one of within) if (dueOn <= one.until) one.count += 1;
    if (none || refused === AT.dossier) raise(counts.dossier, dossier[slot] as number);
    if (none || refused === AT.topic) raise(counts.topic, topic[slot] as number);
    if (none || refused === AT.ministry) raise(counts.ministry, ministry[period] as number);
    if (none || refused === AT.office) raise(counts.office, office[slot] as number);
    if (none || refused === AT.committee) raise(counts.committee, committee[slot] as number);
    if (none || refused === AT.chamber) raise(counts.chamber, chamber[slot] as number);
    if (none || refused === AT.member)
      for (let i = memberAt; i < memberAt + memberCount; i += 1) raise(counts.member, memberCodes[i] as number);
    if (none || refused === AT.group)
      for (let i = groupAt; i < groupAt + groupCount; i += 1) raise(counts.group, groupCodes[i] as number);
  }
  return counts;
}

function has(codes: Int32Array, at: number, count: number, code: number): boolean {
  for (let i = at; i < at + count; i += 1) if (codes[i] === code) return true;
  return false;
}

const raise = (counts: Int32Array, code: number): void => {
  if (code >= 0) counts[code] = (counts[code] as number) + 1;
};

/**
 * What a count has to be to be among the so many largest, how many of exactly that are among them, and how many counts
 * there are beside zeros.
 */
export function largestOf(counts: Int32Array, most: number): { least: number; ofLeast: number; all: number } {
  const sorted = counts.filter((count) => count > 0).sort();
  const least = sorted[sorted.length - most] ?? 1;
  return { least, ofLeast: most - sorted.filter((count) => count > least).length, all: sorted.length };
}
