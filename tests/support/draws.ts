/** Draws that are the same in every run: a small generator (mulberry32) from a seed. */
export interface Draws {
  /** At least 0, below `limit`. */
  below(limit: number): number;
  of<T>(all: readonly T[]): T;
  chance(share: number): boolean;
}

export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, of: (all) => all[below(all.length)] as (typeof all)[number], chance: (share) => next() < share };
}
