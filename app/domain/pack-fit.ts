/**
 * What fits on two sheets. Every line of a debate pack has a height that the print stylesheet holds it to, whatever the
 * font, so that the sum here is the most that it can take on paper; `debate-pack.test.ts` measures that it is so.
 */

/** In points; app/styles/print.css says the same. */
const ROW = { 1: 14, 2: 25 } as const;
/** What is left of two sheets of A4 for rows, after the heads, the figures and the lines that say what is left out. */
const ROOM = 1030;
const TAKEN_BY = { help: 90, invented: 45 } as const;

export type Lines = keyof typeof ROW;

/** How many characters of the two columns of a row stand on one line; a narrow guess, as what is longer is cut. */
const ACROSS = { text: 50, aside: 35 } as const;

export const linesOf = (text: string, aside: string): Lines =>
  text.length > ACROSS.text || aside.length > ACROSS.aside ? 2 : 1;

export interface Part {
  rows: readonly Lines[];
  /** Its part of the room, against the other parts; what it does not need goes to the others, the first one first. */
  share: number;
}

/** How many rows of each part are shown, from its first. */
export function fitted(parts: readonly Part[], extra: { help: boolean; invented: boolean }): number[] {
  const room = ROOM - (extra.help ? TAKEN_BY.help : 0) - (extra.invented ? TAKEN_BY.invented : 0);
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  let left = room;
  const shown = parts.map(({ rows, share }) => {
    const count = fitting(rows, (room * share) / shares);
    left -= heightOf(rows.slice(0, count));
    return count;
  });
  return parts.map(({ rows }, at) => {
    const had = shown[at] ?? 0;
    const more = fitting(rows.slice(had), left);
    left -= heightOf(rows.slice(had, had + more));
    return had + more;
  });
}

const heightOf = (rows: readonly Lines[]): number => rows.reduce<number>((sum, lines) => sum + ROW[lines], 0);

function fitting(rows: readonly Lines[], room: number): number {
  let height = 0;
  const at = rows.findIndex((lines) => {
    height += ROW[lines];
    return height > room;
  });
  return at < 0 ? rows.length : at;
}
