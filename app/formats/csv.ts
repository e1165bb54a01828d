/** CSV (RFC 4180) as spreadsheets open it: UTF-8 with a byte order mark, and no cell that they would run as a formula. */
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** @param columns the name of each field with the heading of its column, in order */
export function csv<Row extends object>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: { [Name in keyof Row & string]?: string },
): Readable {
  const writer = stringify({
    header: true,
    columns: Object.entries(columns).map(([key, header]) => ({ key, header: String(header) })),
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return Readable.from(rows)
    .on("error", (error) => writer.destroy(error))
    .pipe(writer);
}
