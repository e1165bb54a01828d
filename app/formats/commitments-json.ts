/** Commitments as one JSON object, written while they are read. */
import type { ExportedCommitment } from "#db/public.ts";
import { jsonObject, type PageOf } from "./commitment-columns.ts";
import { LICENCE, type RegisterDescription } from "./register-description.ts";

export async function* commitmentsJson(
  described: RegisterDescription,
  batches: AsyncIterable<ExportedCommitment[]>,
  pageOf: PageOf,
): AsyncGenerator<string> {
  const meta = { ...described, licence: { name: LICENCE.name, address: LICENCE.address } };
  yield `{"meta":${JSON.stringify(meta, null, 1)},\n"commitments":[`;
  let between = "\n";
  for await (const batch of batches) {
    yield batch.map((row, at) => `${at > 0 ? ",\n" : between}${JSON.stringify(jsonObject(row, pageOf))}`).join("");
    between = ",\n";
  }
  yield "\n]}\n";
}
