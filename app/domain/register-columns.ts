/**
 * The published commitments as columns of whole numbers, one row for each commitment and one for each of its periods:
 * what lists, counts and pictures are found in without a query. Days are numbers that keep their order (20110304), and
 * whatever has an id or a name is a number of its own (`Codes`).
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

/** Whatever has an id, as numbers from 0 on. */
export class Codes {
  readonly ids: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The number of an id, a new one where it has none yet; -1 for none. */
  give(id: string | null): number {
    if (id === null) return -1;
    const known = this.#codes.get(id);
    if (known !== undefined) return known;
    this.#codes.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  /** The number of an id that may be unknown: then one that nothing has. */
  of = (id: string): number => this.#codes.get(id) ?? UNKNOWN;
}

const UNKNOWN = -2;

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
  ...["madeOn", "dossier", "topic", "office", "committee", "chamber"],
  // Where its periods, members and groups stand, how many they are, and for how many there is room.
  ...["periodsAt", "periods", "periodRoom", "membersAt", "members", "memberRoom", "groupsAt", "groups", "groupRoom"],
] as const;
type OfCommitment =
  | "madeOn"
  | "dossier"
  | "topic"
  | "office"
  | "committee"
  | "chamber"
  | `${"period" | "member" | "group"}${"s" | "sAt" | "Room"}`;

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
  readonly dossiers = new Codes();
  readonly topics = new Codes();
  readonly offices = new Codes();
  readonly committees = new Codes();
  readonly ministries = new Codes();
  readonly members = new Codes();
  readonly groups = new Codes();
  readonly #slots = new Map<string, number>();
  readonly #commitments = table<OfCommitment>(OF_COMMITMENT as unknown as readonly OfCommitment[]);
  readonly #periods = table(OF_PERIOD);
  readonly #members = table(["code"]);
  readonly #groups = table(["code"]);
  #lost = 0;

  /** How many rows there are; one that is no longer published stays, without periods, and is found on no day. */
  get size(): number {
    return this.ids.length;
  }

  get commitments(): Record<OfCommitment, Int32Array> {
    return this.#commitments.columns;
  }

  get periods(): Record<(typeof OF_PERIOD)[number], Int32Array> {
    return this.#periods.columns;
  }

  get memberCodes(): Int32Array {
    return this.#members.columns.code;
  }

  get groupCodes(): Int32Array {
    return this.#groups.columns.code;
  }

  /** Whether so much was put elsewhere since that building anew is the cheaper way to have room. */
  get isSparse(): boolean {
    return this.#lost > 1000 && this.#lost > this.#periods.rows / 3;
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#commitments.columns.periods[slot] = 0;
    this.numbers[slot] = "";
  }

  /** Takes one in, or puts it in the place of what was known of it. */
  put(entry: RegisterEntry): void {
    const slot = this.#slots.get(entry.id) ?? this.#newSlot(entry.id);
    this.numbers[slot] = entry.number;
    this.changedAt[slot] = Date.parse(entry.changedAt);
    const own = this.#commitments.columns;
    own.madeOn[slot] = dayNumber(entry.madeOn);
    own.dossier[slot] = this.dossiers.give(entry.dossierId);
    own.topic[slot] = this.topics.give(entry.topicId);
    own.office[slot] = this.offices.give(entry.officeId);
    own.committee[slot] = this.committees.give(entry.committeeId);
    own.chamber[slot] = CHAMBERS.indexOf(entry.chamber);
    const memberAt = this.#room("member", slot, entry.memberIds.length);
    entry.memberIds.forEach((id, i) => {
      this.memberCodes[memberAt + i] = this.members.give(id);
    });
    const groupAt = this.#room("group", slot, entry.groupIds.length);
    entry.groupIds.forEach((id, i) => {
      this.groupCodes[groupAt + i] = this.groups.give(id);
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
  #room(of: "period" | "member" | "group", slot: number, count: number): number {
    const own = this.#commitments.columns;
    const rows = { period: this.#periods, member: this.#members, group: this.#groups }[of];
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
    own.ministry[at] = this.ministries.give(period.ministryId);
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
