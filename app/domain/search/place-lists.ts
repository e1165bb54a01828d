/** Places of texts in their order, without doubles: which of them are in several lists, and which to show. */

export type Places = Float64Array;

const NOWHERE: Places = new Float64Array();

/** What is in all of these and in none of those; nothing where there is no list to be in. */
export function commonTo(all: readonly Places[], none: readonly Places[]): Places {
  const [shortest = NOWHERE, ...others] = [...all].sort((a, b) => a.length - b.length);
  if (shortest.length === 0 || others.length + none.length === 0) return shortest;
  const inOthers = others.map(askedInOrder);
  const inNone = none.map(askedInOrder);
  return shortest.filter((place) => inOthers.every((has) => has(place)) && !inNone.some((has) => has(place)));
}

/** Those from `first` up to and including `last`. */
export const between = (places: Places, { first, last }: { first: number; last: number }): Places =>
  places.subarray(indexIn(places, first), indexIn(places, last + 1));

/** Some of `all`: those that are in `first` as well go first, each part in its own order. */
export function pageOf(all: Places, first: Places, { offset, limit }: { offset: number; limit: number }): number[] {
  const page = [...first.subarray(offset, offset + limit)];
  const isFirst = askedInOrder(first);
  let passed = Math.max(offset - first.length, 0);
  for (const place of all) {
    if (page.length >= limit) break;
    if (isFirst(place)) continue;
    if (passed > 0) passed -= 1;
    else page.push(place);
  }
  return page;
}

/** Whether a place is among these, for one that asks of each place in their order. */
function askedInOrder(places: Places): (place: number) => boolean {
  let at = 0;
  return (place) => {
    at = indexIn(places, place, at);
    return places[at] === place;
  };
}

/** Where a place stands among these, or would stand, looked for from `from` on in steps that double. */
function indexIn(places: Places, place: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step < places.length && (places[low + step] ?? 0) < place) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, places.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
