/** CSV (RFC 4180) as spreadsheets open it: UTF-8 with a byte order mark, and no cell that they would run as a formula. */
import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { stringify as stringifyNow } from "csv-stringify/sync";

const FORM = { record_delimiter: "windows", escape_formulas: true } as const satisfies Options;

/** @param columns the name of each field with the heading of its column, in order */
export function csv<Row extends object>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: { [Name in keyof Row & string]?: string },
): Readable {
  const writer = stringify({
    header: true,
    columns: Object.entries(columns).map(([key, header]) => ({ key, header: String(header) })),
    bom: true,
    ...FORM,
  });
  return Readable.from(rows)
    .on("error", (error) => writer.destroy(error))
    .pipe(writer);
}

/** The same part by part, the headings first: for what is read in batches and ends when its reader goes away. */
export async function* csvInTurns(
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly (string | number | null)[])[]>,
): AsyncGenerator<string> {
  yield stringifyNow([[...headings]], { bom: true, ...FORM });
  for await (const rows of batches) yield stringifyNow(rows as (string | number | null)[][], FORM);
}
