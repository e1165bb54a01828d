/** Words that somebody may have meant who typed one that nobody wrote. */

/** How many letters differ, two that changed places counting as one; `most + 1` for anything further apart. */
export function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** A short word is soon another one. */
const mostApart = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The nearest of these words, of equally near ones the one that most texts have; null where none is near. */
export function nearestWord(typed: string, known: readonly { word: string; documents: number }[]): string | null {
  let best: { word: string; apart: number; documents: number } | null = null;
  for (const { word, documents } of known) {
    const apart = lettersApart(typed, word, best?.apart ?? mostApart(typed));
    if (apart === 0 || apart > mostApart(typed)) continue;
    if (!best || apart < best.apart || (apart === best.apart && documents > best.documents))
      best = { word, apart, documents };
  }
  return best?.word ?? null;
}
