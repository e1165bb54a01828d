/** The rows of a list that were refused, with the same columns and why: to put right and bring again. */
import { stringify } from "csv-stringify/sync";
import { workbook } from "./workbook.ts";

export interface RefusedRows {
  headers: readonly string[];
  rows: readonly { cells: readonly string[]; why: string }[];
}

const WHY = "waarom";

const tableOf = ({ headers, rows }: RefusedRows): string[][] => [
  [...headers, WHY],
  ...rows.map(({ cells, why }) => [...headers.map((_, column) => cells[column] ?? ""), why]),
];

/** A spreadsheet would run what begins with one of these; with an apostrophe in front it is text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** With the mark of UTF-8 in front and a semicolon between, as Excel opens it in the Netherlands. */
export const refusedRowsCsv = (refused: RefusedRows): string =>
  stringify(
    tableOf(refused).map((row) => row.map(harmless)),
    { bom: true, delimiter: ";", record_delimiter: "windows" },
  );

/** Each cell is written as text, so that nothing in it is a formula. */
export const refusedRowsXlsx = (refused: RefusedRows): Promise<Uint8Array> => {
  const [headings = [], ...rows] = tableOf(refused);
  return workbook([{ name: "Geweigerde rijen", columns: headings.map((heading) => ({ heading, width: 20 })), rows }]);
};
