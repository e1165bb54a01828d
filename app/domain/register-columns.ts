/**
 * The published commitments as columns of whole numbers, one row for each commitment and one for each of its periods:
 * what lists, counts and pictures are found in without a query. Days are numbers that keep their order (20110304), and
 * whatever one can pick by is a number of its own (`Things`).
 */
import type { Instant, IsoDay } from "./calendar.ts";
import type { Chamber } from "./recess.ts";
import type { Status } from "./standing.ts";

export interface RegisterEntry {
  id: string;
  number: string;
  madeOn: IsoDay;
  dossierId: string;
  topicId: string | null;
  officeId: string;
  committeeId: string | null;
  chamber: Chamber;
  changedAt: Instant;
  memberIds: readonly string[];
  /** Those that it was promised to, and those in which its members sat on the day of the promise; each once. */
  groupIds: readonly string[];
  /** In order of day, without gaps. */
  periods: readonly EntryPeriod[];
}

export interface EntryPeriod {
  from: IsoDay;
  until: IsoDay | null;
  status: Status;
  ministryId: string;
  latest: IsoDay | null;
  dueOn: IsoDay | null;
  expectedOn: IsoDay | null;
  lateFrom: IsoDay | null;
  frozenOn: IsoDay | null;
  withoutTerm: boolean;
  countsAsOpen: boolean;
  disagreed: boolean;
  recurring: boolean;
  awaitingJudgement: boolean;
  postponements: number;
  originalLatest: IsoDay | null;
  settledOn: IsoDay | null;
  daysLateInForce: number | null;
  daysLateOriginal: number | null;
}

export const STATUSES: readonly Status[] = ["open", "partly_met", "met", "lapsed"];
export const CHAMBERS: readonly Chamber[] = ["TK", "EK"];

/** A day that never comes: what has no end, no deadline, and nothing that makes it late. */
export const NEVER = 99_999_999;
export const dayNumber = (day: IsoDay | null): number => (day === null ? NEVER : Number(day.replaceAll("-", "")));
export const dayOfNumber = (number: number): IsoDay | null => {
  const digits = String(number);
  return number === NEVER ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
};

export const FLAG = { withoutTerm: 1, open: 2, disagreed: 4, frozen: 8, recurring: 16, awaiting: 32 } as const;

/** What a commitment is about, from whom and to whom: what one can pick it by. */
export const THING_KINDS = [
  "dossier",
  "topic",
  "ministry",
  "office",
  "committee",
  "chamber",
  "member",
  "group",
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** Things of all kinds, as numbers from 0 on. */
class Things {
  readonly ids: string[] = [];
  readonly kinds: ThingKind[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a thing, a new one where it has none yet. */
  give(kind: ThingKind, id: string): number {
    const key = keyOf(kind, id);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.ids.length);
    this.kinds.push(kind);
    return this.ids.push(id) - 1;
  }

  /** The number of a thing that may be unknown: then one that nothing has. */
  of = (kind: ThingKind, id: string): number => this.#numbers.get(keyOf(kind, id)) ?? UNKNOWN;
}

const keyOf = (kind: ThingKind, id: string): string => `${kind} ${id}`;
const UNKNOWN = -1;

/** Columns that grow together. */
function table<K extends string>(names: readonly K[]) {
  const columns = Object.fromEntries(names.map((name) => [name, new Int32Array(64)])) as Record<K, Int32Array>;
  let rows = 0;
  return {
    columns,
    /** Makes room for so many more rows; answers the place of the first. */
    add(count: number): number {
      const first = rows;
      rows += count;
      for (const name of names) {
        const column = columns[name];
        if (column.length >= rows) continue;
        const wider = new Int32Array(Math.max(rows, column.length * 2));
        wider.set(column);
        columns[name] = wider;
      }
      return first;
    },
    get rows() {
      return rows;
    },
  };
}

const OF_COMMITMENT = [
  "madeOn",
  // Among its things as well; here for who needs it of each.
  "office",
  // Where its periods and its things stand, how many they are, and for how many there is room.
  ...(["periodsAt", "periods", "periodRoom", "thingsAt", "things", "thingRoom"] as const),
] as const;

const OF_PERIOD = [
  "from",
  "until",
  "status",
  "ministry",
  "flags",
  "due",
  "latest",
  "dueOn",
  "expectedOn",
  "lateFrom",
  "postponements",
  "originalLatest",
  "settledOn",
  "daysLateInForce",
  "daysLateOriginal",
] as const;

export class RegisterColumns {
  readonly ids: string[] = [];
  readonly numbers: string[] = [];
  /** Moments of recording, in milliseconds; too large for the other columns. */
  changedAt: number[] = [];
  readonly things = new Things();
  readonly #slots = new Map<string, number>();
  readonly #commitments = table(OF_COMMITMENT);
  readonly #periods = table(OF_PERIOD);
  readonly #things = table(["number"]);
  #lost = 0;
  #changes = 0;

  /** How often anything in it became another: what was derived from it holds as long as this stays the same. */
  get changes(): number {
    return this.#changes;
  }

  /** How many rows there are; one that is no longer published stays, without periods, and is found on no day. */
  get size(): number {
    return this.ids.length;
  }

  get commitments(): Record<(typeof OF_COMMITMENT)[number], Int32Array> {
    return this.#commitments.columns;
  }

  get periods(): Record<(typeof OF_PERIOD)[number], Int32Array> {
    return this.#periods.columns;
  }

  /** The things of each commitment one after another; the ministry is its period's. */
  get thingNumbers(): Int32Array {
    return this.#things.columns.number;
  }

  /** Whether so much was put elsewhere since that building anew is the cheaper way to have room. */
  get isSparse(): boolean {
    return this.#lost > 1000 && this.#lost > this.#periods.rows / 3;
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#changes += 1;
    this.#commitments.columns.periods[slot] = 0;
    this.numbers[slot] = "";
  }

  /** Takes one in, or puts it in the place of what was known of it. */
  put(entry: RegisterEntry): void {
    const slot = this.#slots.get(entry.id) ?? this.#newSlot(entry.id);
    this.#changes += 1;
    this.numbers[slot] = entry.number;
    this.changedAt[slot] = Date.parse(entry.changedAt);
    const own = this.#commitments.columns;
    own.madeOn[slot] = dayNumber(entry.madeOn);
    own.office[slot] = this.things.give("office", entry.officeId);
    const things = thingsOf(entry);
    const thingsAt = this.#room("thing", slot, things.length);
    things.forEach(([kind, id], i) => {
      this.thingNumbers[thingsAt + i] = this.things.give(kind, id);
    });
    const periodAt = this.#room("period", slot, entry.periods.length);
    entry.periods.forEach((period, i) => {
      this.#putPeriod(periodAt + i, period);
    });
  }

  #newSlot(id: string): number {
    const slot = this.ids.push(id) - 1;
    this.#slots.set(id, slot);
    this.#commitments.add(1);
    return slot;
  }

  /** Where so many rows of a commitment go: in their old place, or at the end where they do not fit there. */
  #room(of: "period" | "thing", slot: number, count: number): number {
    const own = this.#commitments.columns;
    const rows = { period: this.#periods, thing: this.#things }[of];
    const room = own[`${of}Room`][slot] as number;
    if (count > room) {
      own[`${of}sAt`][slot] = rows.add(count);
      own[`${of}Room`][slot] = count;
      if (of === "period") this.#lost += room;
    }
    own[`${of}s`][slot] = count;
    return own[`${of}sAt`][slot] as number;
  }

  #putPeriod(at: number, period: EntryPeriod): void {
    const own = this.#periods.columns;
    own.from[at] = dayNumber(period.from);
    own.until[at] = dayNumber(period.until);
    own.status[at] = STATUSES.indexOf(period.status);
    own.ministry[at] = this.things.give("ministry", period.ministryId);
    own.flags[at] =
      (period.withoutTerm ? FLAG.withoutTerm : 0) |
      (period.countsAsOpen ? FLAG.open : 0) |
      (period.disagreed ? FLAG.disagreed : 0) |
      (period.frozenOn === null ? 0 : FLAG.frozen) |
      (period.recurring ? FLAG.recurring : 0) |
      (period.awaitingJudgement ? FLAG.awaiting : 0);
    own.due[at] = dayNumber(period.dueOn ?? period.latest ?? period.expectedOn);
    own.latest[at] = dayNumber(period.latest);
    own.dueOn[at] = dayNumber(period.dueOn);
    own.expectedOn[at] = dayNumber(period.expectedOn);
    own.lateFrom[at] = dayNumber(period.lateFrom);
    own.postponements[at] = period.postponements;
    own.originalLatest[at] = dayNumber(period.originalLatest);
    own.settledOn[at] = dayNumber(period.settledOn);
    own.daysLateInForce[at] = period.daysLateInForce ?? -1;
    own.daysLateOriginal[at] = period.daysLateOriginal ?? -1;
  }
}

function thingsOf({ officeId, dossierId, topicId, committeeId, chamber, memberIds, groupIds }: RegisterEntry) {
  const each = (kind: ThingKind, ids: readonly (string | null)[]) =>
    ids.flatMap((id): [ThingKind, string][] => (id === null ? [] : [[kind, id]]));
  return [
    ...each("office", [officeId]),
    ...each("dossier", [dossierId]),
    ...each("topic", [topicId]),
    ...each("committee", [committeeId]),
    ...each("chamber", [chamber]),
    ...each("member", memberIds),
    ...each("group", groupIds),
  ];
}
