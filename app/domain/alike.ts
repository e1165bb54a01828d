/** How far two words are apart: for who wrote one that nobody knows. */

/** By how many letters that are added, left out, changed or swapped with the next, one becomes the other. */
export function distanceBetween(a: string, b: string): number {
  const distance = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => distance[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 1; j <= b.length; j++) distance[0]?.push(j);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      distance[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
          isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
