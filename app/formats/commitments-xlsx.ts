/** Commitments as a workbook: a sheet with the rows, and one that says what they are. */
import type { ExportedCommitment } from "#db/public.ts";
import { COLUMNS, type PageOf, tableRow } from "./commitment-columns.ts";
import { describedInRows, type RegisterDescription } from "./register-description.ts";
import { workbookInTurns } from "./workbook-in-turns.ts";

export const commitmentsXlsx = (
  described: RegisterDescription,
  batches: AsyncIterable<ExportedCommitment[]>,
  pageOf: PageOf,
): AsyncGenerator<Uint8Array> =>
  workbookInTurns([
    { name: "Toezeggingen", columns: COLUMNS, batches: rowsOf(batches, pageOf) },
    {
      name: "Toelichting",
      columns: [
        { heading: "Over dit bestand", width: 28 },
        { heading: "", width: 110 },
      ],
      batches: [describedInRows(described)],
    },
  ]);

async function* rowsOf(batches: AsyncIterable<ExportedCommitment[]>, pageOf: PageOf) {
  for await (const batch of batches) yield batch.map((row) => tableRow(row, pageOf));
}
