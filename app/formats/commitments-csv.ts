/** Commitments as CSV: comma between, days as 2011-03-04, which every program reads as the same day. */
import type { ExportedCommitment } from "#db/public.ts";
import { COLUMNS, type PageOf, tableRow } from "./commitment-columns.ts";
import { csvInTurns } from "./csv.ts";

export const commitmentsCsv = (batches: AsyncIterable<ExportedCommitment[]>, pageOf: PageOf): AsyncGenerator<string> =>
  csvInTurns(
    COLUMNS.map(({ heading }) => heading),
    rowsOf(batches, pageOf),
  );

async function* rowsOf(batches: AsyncIterable<ExportedCommitment[]>, pageOf: PageOf) {
  for await (const batch of batches)
    yield batch.map((row) =>
      tableRow(row, pageOf).map((cell) => (typeof cell === "object" && cell !== null ? cell.day : cell)),
    );
}
