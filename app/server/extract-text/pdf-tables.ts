/** Rows of a table by the place of their cells, also where the words of a cell take more than one line. */

import { BETWEEN_CELLS } from "#app/domain/reading/letter-parts.ts";
import { joinLines, startsItem } from "#app/domain/reading/line-ends.ts";
import type { PrintedLine } from "./pdf-lines.ts";
import type { Stretch } from "./pdf-stretches.ts";

interface Column {
  x0: number;
  x1: number;
}

/** How many lines from `start` on are a table: 0, or at least two with cells beside each other. */
export function tableAt(lines: readonly PrintedLine[], start: number, pitch: number): number {
  const first = lines[start];
  if (!first || !isRow(first)) return 0;
  let columns: Column[] = first.cells.map(({ x0, x1 }) => ({ x0, x1 }));
  let rows = 1;
  let end = start + 1;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i];
    const last = lines[i - 1];
    if (!line || !last || line.flow !== first.flow || line.y - last.y > 3.2 * pitch * line.size) break;
    if (line.cells.length === 1 && line.y - last.y > 1.7 * pitch * line.size) break;
    const wider = withCells(columns, line.cells);
    if (!wider) break;
    if (isRow(line)) {
      columns = wider;
      rows += 1;
      end = i + 1;
    } else if (line.cells.length > 1 || !isWithin(line, columns)) break;
    else if (line.y - last.y < 1.35 * pitch * line.size) end = i + 1;
  }
  while (end > start && rows > 1 && endsApart(lines[end - 1], lines[end - 2], pitch)) end -= 1;
  return rows > 1 ? end - start : 0;
}

/** A bullet or the number of an item before its words makes no row. */
const isRow = ({ cells, size }: PrintedLine): boolean =>
  cells.length > 1 &&
  !(cells.length === 2 && startsItem(`${cells[0]?.text} x`)) &&
  cells.some((cell, i) => i > 0 && cell.x0 - (cells[i - 1]?.x1 ?? 0) > 1.2 * size);

/** The columns with these cells in them; null where a cell stands in two columns or two cells in one. */
function withCells(columns: readonly Column[], cells: readonly Stretch[]): Column[] | null {
  const wider = columns.map((column) => ({ ...column }));
  const filled = new Set<Column>();
  for (const { x0, x1 } of cells) {
    const met = wider.filter((column) => x0 < column.x1 && x1 > column.x0);
    const [column] = met;
    if (met.length > 1 || (column && filled.has(column))) return null;
    if (column) {
      column.x0 = Math.min(column.x0, x0);
      column.x1 = Math.max(column.x1, x1);
      filled.add(column);
    } else {
      const added = { x0, x1 };
      wider.push(added);
      filled.add(added);
    }
  }
  wider.sort((a, b) => a.x0 - b.x0);
  return wider.some((column, i) => column.x0 < (wider[i - 1]?.x1 ?? Number.NEGATIVE_INFINITY)) ? null : wider;
}

const isWithin = (line: PrintedLine, columns: readonly Column[]): boolean =>
  columns.some(({ x0, x1 }) => line.x0 >= x0 - 2 && line.x0 < x1);

/** A lone line below the last row, further off than lines of one cell are. */
const endsApart = (line: PrintedLine | undefined, last: PrintedLine | undefined, pitch: number): boolean =>
  line !== undefined && last !== undefined && !isRow(line) && line.y - last.y > 1.25 * pitch * line.size;

/** The rows of a table as text, with the place of the last line of each. */
export function rowsOf(lines: readonly PrintedLine[], words: ReadonlySet<string>): { text: string; lines: number }[] {
  const columns = lines.reduce<Column[]>((found, { cells }) => withCells(found, cells) ?? found, []);
  const rows: PrintedLine[][] = [];
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  for (const [i, line] of lines.entries()) {
    const gap = gaps[i - 1] ?? Number.POSITIVE_INFINITY;
    const starts = most > 1.2 * least ? gap > 1.1 * least : startsRow(line, columns);
    const row = rows.at(-1);
    if (row && !starts) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => ({ text: rowText(row, columns, words), lines: row.length }));
}

/** Where all lines stand equally far apart, a row begins with words in its first column. */
const startsRow = ({ cells, text }: PrintedLine, columns: readonly Column[]): boolean =>
  (cells[0]?.x0 ?? 0) < (columns[0]?.x1 ?? 0) && (cells.length > 1 || !/^\p{Ll}/u.test(text));

function rowText(row: readonly PrintedLine[], columns: readonly Column[], words: ReadonlySet<string>): string {
  const cells = columns.map(({ x0, x1 }) =>
    joinLines(
      row.flatMap((line) => line.cells.filter((cell) => cell.x0 < x1 && cell.x1 > x0).map(({ text }) => text)),
      words,
    ),
  );
  return cells.filter((cell) => cell !== "").join(BETWEEN_CELLS);
}
