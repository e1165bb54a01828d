/** Files as they came in, byte for byte: each once, whoever brought it. */
import type { Instant } from "#app/domain/calendar.ts";
import { sha256 } from "./chain.ts";
import type { Db } from "./client.ts";
import { originals } from "./schema.ts";

/** Keeps a file, under the name that it first came with. Answers its digest, by which it is found. */
export async function keepOriginal(
  tx: Db,
  { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array },
  receivedAt: Instant,
): Promise<string> {
  const sha = sha256(bytes);
  await tx
    .insert(originals)
    .values({ sha256: sha, fileName: name, mediaType, size: bytes.length, bytes, receivedAt })
    .onConflictDoNothing();
  return sha;
}
