/** The lines of a letter in reading order, each with its place, its style and its cells. */
import type { Flow } from "./pdf-columns.ts";
import type { Stretch } from "./pdf-stretches.ts";

export interface PrintedLine extends Stretch {
  /** What wide gaps hold apart: one of them in running text, more in a row of a table. */
  cells: Stretch[];
  /** Lines of one column of one page have the same number; it grows in reading order. */
  flow: number;
  page: number;
  /** Where the lines of its column begin and end at most. */
  left: number;
  right: number;
}

/** Down each flow: what stands on one height is one line. */
export function toLines(flows: readonly Flow[], page: number, firstFlow: number): PrintedLine[] {
  return flows.flatMap(({ stretches }, i) => {
    const left = Math.min(...stretches.map(({ x0 }) => x0));
    const right = Math.max(...stretches.map(({ x1 }) => x1));
    const rows: Stretch[][] = [];
    for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
      const row = rows.at(-1);
      const first = row?.[0];
      if (row && first && stretch.y - first.y < 0.3 * Math.min(stretch.size, first.size)) row.push(stretch);
      else rows.push([stretch]);
    }
    return rows.map((row) => {
      const cells = row.sort((a, b) => a.x0 - b.x0);
      return { ...asOne(cells), cells, flow: firstFlow + i, page, left, right };
    });
  });
}

/** Stretches on one line as one. */
function asOne(cells: readonly Stretch[]): Stretch {
  const longest = cells.reduce((most, cell) => (cell.text.length > most.text.length ? cell : most));
  return {
    text: cells.map(({ text }) => text).join(" "),
    x0: Math.min(...cells.map(({ x0 }) => x0)),
    x1: Math.max(...cells.map(({ x1 }) => x1)),
    y: longest.y,
    size: longest.size,
    bold: cells.every(({ bold }) => bold),
    italic: cells.every(({ italic }) => italic),
  };
}

/** The size in which most of the letter is printed. */
export function bodySize(lines: readonly PrintedLine[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  return [...sizes].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** How far apart the lines of running text stand, in parts of their size. */
export function linePitch(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last?.flow !== line.flow || Math.abs(last.size - line.size) > 0.3) continue;
    const pitch = Math.round(((line.y - last.y) / line.size) * 20) / 20;
    if (pitch > 0.8 && pitch < 2.3) counts.set(pitch, (counts.get(pitch) ?? 0) + line.text.length);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [1.2, 0])[0];
}
