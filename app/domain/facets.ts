/**
 * One walk over the columns answers a filter on a day: which commitments it finds, and how many there would be under
 * each value of each facet if everything else stays chosen. What two choices refuse counts nowhere, what one refuses
 * counts for that one, which is how each facet leaves its own choice out.
 */
import { addDays, type IsoDay } from "./calendar.ts";
import type { Filter } from "./filter.ts";
import { dayNumber, FLAG, type RegisterColumns, STATUSES, THING_KINDS, type ThingKind } from "./register-columns.ts";

/** What can be chosen, each by itself; the last two are no facets, but can be dropped as well. */
export const CHOICES = [
  "statuses",
  "late",
  "withoutTerm",
  "disagreed",
  "dueWithin",
  ...THING_KINDS,
  "from",
  "until",
] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** Those that are picked from a list of things with a name. */
export type PickName = Exclude<ThingKind, "chamber">;
export const PICK_NAMES = THING_KINDS.filter((kind): kind is PickName => kind !== "chamber");

/** Which things published commitments name, on whatever day: 1 under the number of each. */
export function usedThings({ size, commitments, periods, things, thingNumbers }: RegisterColumns): Uint8Array {
  const used = new Uint8Array(things.ids.length);
  const see = (numbers: Int32Array, at: number, count: number) => {
    for (let i = at; i < at + count; i += 1) used[numbers[i] as number] = 1;
  };
  for (let slot = 0; slot < size; slot += 1) {
    const at = (column: Int32Array): number => column[slot] as number;
    if (at(commitments.periods) === 0) continue;
    see(periods.ministry, at(commitments.periodsAt), at(commitments.periods));
    see(thingNumbers, at(commitments.thingsAt), at(commitments.things));
  }
  return used;
}

const AT = Object.fromEntries(CHOICES.map((name, at) => [name, at])) as Record<ChoiceName, number>;

/** The ids of the dossier and the topic that a filter calls by their slugs; null where there is none of that name. */
export type SlugIds = Record<"dossier" | "topic", string | null>;

/** The things that a filter picks by; an id that nothing has where there is none of that name. */
function pickedThings(filter: Filter, slugIds: SlugIds): [ThingKind, string][] {
  const ids: Record<ThingKind, string | null> = {
    ...filter,
    dossier: filter.dossier === null ? null : (slugIds.dossier ?? ""),
    topic: filter.topic === null ? null : (slugIds.topic ?? ""),
  };
  return THING_KINDS.flatMap((kind): [ThingKind, string][] => {
    const id = ids[kind];
    return id === null ? [] : [[kind, id]];
  });
}

const isOpen = (flag: number): boolean => (flag & FLAG.open) !== 0;
const isWithoutTerm = (flag: number): boolean => isOpen(flag) && (flag & FLAG.withoutTerm) !== 0;
const isDisagreed = (flag: number): boolean => (flag & FLAG.disagreed) !== 0;
/** The deadline that still has to pass; 0 for none. */
const dueFrom = (day: number, flag: number, due: number): number =>
  isOpen(flag) && (flag & FLAG.frozen) === 0 && due >= day ? due : 0;

interface Check {
  choice: number;
  accepts(slot: number, period: number): boolean;
}

/** One check for each choice that a filter makes. */
function checksOf(filter: Filter, columns: RegisterColumns, on: IsoDay, slugIds: SlugIds): Check[] {
  const day = dayNumber(on);
  const { things, thingNumbers } = columns;
  const { madeOn, thingsAt, things: thingCount } = columns.commitments;
  const { status, flags, lateFrom, due, ministry } = columns.periods;
  const checks: Check[] = [];
  const check = (name: ChoiceName, accepts: Check["accepts"]) => checks.push({ choice: AT[name], accepts });
  if (filter.statuses.length > 0) {
    const asked = filter.statuses.reduce((mask, one) => mask | (1 << STATUSES.indexOf(one)), 0);
    check("statuses", (_slot, period) => ((asked >> (status[period] as number)) & 1) === 1);
  }
  if (filter.late !== null) check("late", (_slot, period) => (lateFrom[period] as number) <= day === filter.late);
  if (filter.withoutTerm) check("withoutTerm", (_slot, period) => isWithoutTerm(flags[period] as number));
  if (filter.disagreed) check("disagreed", (_slot, period) => isDisagreed(flags[period] as number));
  if (filter.dueWithin !== null) {
    const last = dayNumber(addDays(on, filter.dueWithin));
    check("dueWithin", (_slot, period) => {
      const own = dueFrom(day, flags[period] as number, due[period] as number);
      return own !== 0 && own <= last;
    });
  }
  for (const [kind, id] of pickedThings(filter, slugIds)) {
    const asked = things.of(kind, id);
    if (kind === "ministry") check(kind, (_slot, period) => ministry[period] === asked);
    else
      check(kind, (slot) => {
        const end = (thingsAt[slot] as number) + (thingCount[slot] as number);
        for (let i = thingsAt[slot] as number; i < end; i += 1) if (thingNumbers[i] === asked) return true;
        return false;
      });
  }
  if (filter.from !== null) {
    const first = dayNumber(filter.from);
    check("from", (slot) => (madeOn[slot] as number) >= first);
  }
  const last = dayNumber(filter.until);
  // What is promised after the day has no period on it.
  if (last < day) check("until", (slot) => (madeOn[slot] as number) <= last);
  return checks;
}

const NONE = -1;
const SEVERAL = -2;

/** The one choice that refuses it; none, or several. */
function refusing(checks: readonly Check[], slot: number, period: number): number {
  let refused = NONE;
  for (const { choice, accepts } of checks) {
    if (accepts(slot, period)) continue;
    if (refused !== NONE) return SEVERAL;
    refused = choice;
  }
  return refused;
}

/** The stretches in which a deadline passes that one can choose from. */
const DUE_WITHIN: readonly number[] = [30, 90, 180];

/** How many there are of everything, in the numbers of the columns. */
export interface Counts {
  total: number;
  /** Without one choice, beside those that the whole filter finds. */
  more: Int32Array;
  statuses: Int32Array;
  late: number;
  notLate: number;
  withoutTerm: number;
  disagreed: number;
  dueWithin: { days: number; until: number; count: number }[];
  /** By the number of the thing. */
  things: Int32Array;
}

function noCounts(columns: RegisterColumns, day: IsoDay, filter: Filter): Counts {
  const within = filter.dueWithin === null ? DUE_WITHIN : [...new Set([...DUE_WITHIN, filter.dueWithin])];
  return {
    total: 0,
    more: new Int32Array(CHOICES.length),
    statuses: new Int32Array(STATUSES.length),
    late: 0,
    notLate: 0,
    withoutTerm: 0,
    disagreed: 0,
    dueWithin: [...within]
      .sort((a, b) => a - b)
      .map((days) => ({ days, until: dayNumber(addDays(day, days)), count: 0 })),
    things: new Int32Array(columns.things.ids.length),
  };
}

/**
 * Walks over all commitments as they stood on a day.
 * @param found is called with each that the filter finds: its place in the columns, and that of its period
 * @param counted whether to count for the facets as well; without it only `total` and `more` say something
 */
export function walkFilter(
  columns: RegisterColumns,
  filter: Filter,
  on: IsoDay,
  slugIds: SlugIds,
  found: (slot: number, period: number) => void,
  counted: boolean,
): Counts {
  const checks = checksOf(filter, columns, on, slugIds);
  const counts = noCounts(columns, on, filter);
  const day = dayNumber(on);
  const { size, thingNumbers } = columns;
  const { periodsAt, periods: periodCount, thingsAt, things: thingCount } = columns.commitments;
  const { from, until, status, flags, lateFrom, due, ministry } = columns.periods;
  const { more, statuses, dueWithin, things } = counts;
  const choiceOf = columns.things.kinds.map((kind) => AT[kind]);
  for (let slot = 0; slot < size; slot += 1) {
    const earliest = periodsAt[slot] as number;
    let period = earliest + (periodCount[slot] as number) - 1;
    while (period >= earliest && (from[period] as number) > day) period -= 1;
    if (period < earliest || (until[period] as number) <= day) continue;
    const refused = refusing(checks, slot, period);
    if (refused === SEVERAL) continue;
    const isFound = refused === NONE;
    if (isFound) {
      counts.total += 1;
      found(slot, period);
    } else raise(more, refused);
    if (!counted) continue;
    const flag = flags[period] as number;
    if (isFound || refused === AT.statuses) raise(statuses, status[period] as number);
    if (isFound || refused === AT.late) {
      if ((lateFrom[period] as number) <= day) counts.late += 1;
      else counts.notLate += 1;
    }
    if (isWithoutTerm(flag) && (isFound || refused === AT.withoutTerm)) counts.withoutTerm += 1;
    if (isDisagreed(flag) && (isFound || refused === AT.disagreed)) counts.disagreed += 1;
    if (isFound || refused === AT.dueWithin) {
      const own = dueFrom(day, flag, due[period] as number);
      if (own !== 0) for (const one of dueWithin) if (own <= one.until) one.count += 1;
    }
    if (isFound || refused === AT.ministry) raise(things, ministry[period] as number);
    const first = thingsAt[slot] as number;
    const end = first + (thingCount[slot] as number);
    if (isFound) for (let i = first; i < end; i += 1) raise(things, thingNumbers[i] as number);
    else
      for (let i = first; i < end; i += 1) {
        const thing = thingNumbers[i] as number;
        if (refused === choiceOf[thing]) raise(things, thing);
      }
  }
  return counts;
}

const raise = (counts: Int32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

/**
 * What a count has to be to be among the so many largest, how many of exactly that are among them, and how many counts
 * there are beside zeros.
 */
export function largestOf(counts: Int32Array, most: number): { least: number; ofLeast: number; all: number } {
  const some = counts.filter((count) => count > 0);
  const all = some.length;
  if (all <= most) return { least: 1, ofLeast: all, all };
  const least = some.sort()[all - most] ?? 1;
  return { least, ofLeast: most - some.filter((count) => count > least).length, all };
}
