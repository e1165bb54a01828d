/** The orders of the register's list, each a total one that ends in the number, and places in it to go on from. */
import type { RegisterColumns } from "./register-columns.ts";
import { FLAG, NEVER } from "./register-columns.ts";

export const SORTS = {
  "te-laat": "langst te laat eerst",
  termijn: "eerste termijn eerst",
  toezegging: "nieuwste toezegging eerst",
  wijziging: "laatst gewijzigd eerst",
} as const;
export type Sort = keyof typeof SORTS;

/** Where a commitment stands in an order: by two numbers, then by its own. It stays where it is when others go. */
export interface Place {
  first: number;
  second: number;
  number: string;
}

/** Both numbers of a commitment's place in an order, in a period on a day. */
export type Rank = (slot: number, period: number) => { first: number; second: number };

export function rankBy(sort: Sort, columns: RegisterColumns, day: number): Rank {
  const { changedAt } = columns;
  const { madeOn } = columns.commitments;
  const { due, dueOn, lateFrom, flags } = columns.periods;
  const newest = (slot: number) => -(madeOn[slot] as number);
  // One object for all: it is read at once, and there are many.
  const rank = { first: 0, second: 0 };
  const as = (first: number, second: number) => {
    rank.first = first;
    rank.second = second;
    return rank;
  };
  if (sort === "termijn") return (slot, period) => as(due[period] as number, newest(slot));
  if (sort === "toezegging") return (slot) => as(newest(slot), 0);
  if (sort === "wijziging") return (slot) => as(-(changedAt[slot] as number), newest(slot));
  return (slot, period) => {
    if ((lateFrom[period] as number) <= day) return as(dueOn[period] as number, newest(slot));
    return as((flags[period] as number) & FLAG.open ? NEVER + 1 : NEVER + 2, newest(slot));
  };
}

/** Below zero where `a` comes first. */
export const comparePlaces = (a: Place, b: Place): number =>
  a.first - b.first || a.second - b.second || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

/** In an address: `20110228_-20101202_2010-0003`. */
export const placeToText = ({ first, second, number }: Place): string => `${first}_${second}_${number}`;

/** Null for what is no place. */
export function placeFromText(text: string | null): Place | null {
  const found = /^(-?\d{1,15})_(-?\d{1,15})_([\w-]{1,40})$/.exec(text ?? "");
  return found && { first: Number(found[1]), second: Number(found[2]), number: found[3] ?? "" };
}

/**
 * The first so many of what is offered, in order, at the cost of one comparison for most of the others: a heap of which
 * the top is the one that goes when a better one comes.
 */
export class FirstInOrder {
  readonly #kept: (Place & { slot: number })[] = [];

  constructor(
    private readonly most: number,
    /** Backwards: the last so many of what is offered, the very last one first. */
    private readonly backwards = false,
  ) {}

  private readonly compare = (a: Place, b: Place): number =>
    this.backwards ? comparePlaces(b, a) : comparePlaces(a, b);

  offer(place: Place, slot: number): void {
    const kept = this.#kept;
    if (kept.length < this.most) {
      kept.push({ ...place, slot });
      this.#rise(kept.length - 1);
    } else if (this.isBeyond(place.first)) return;
    else if (this.most > 0 && this.compare(place, kept[0] as Place) < 0) {
      kept[0] = { ...place, slot };
      this.#sink();
    }
  }

  /** Whether nothing with this first number can be among them any more: settles most. */
  isBeyond(first: number): boolean {
    const kept = this.#kept;
    if (kept.length < this.most) return false;
    const worst = kept[0]?.first ?? 0;
    return this.backwards ? first < worst : first > worst;
  }

  inOrder(): (Place & { slot: number })[] {
    return [...this.#kept].sort(this.compare);
  }

  #isLater = (a: number, b: number): boolean => this.compare(this.#kept[a] as Place, this.#kept[b] as Place) > 0;

  #swap(a: number, b: number): void {
    const kept = this.#kept;
    [kept[a], kept[b]] = [kept[b] as Place & { slot: number }, kept[a] as Place & { slot: number }];
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#isLater(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let latest = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#kept.length && this.#isLater(below, latest)) latest = below;
      if (latest === at) return;
      this.#swap(at, latest);
      at = latest;
    }
  }
}
