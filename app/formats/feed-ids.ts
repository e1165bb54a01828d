/** Ids of feeds and entries (RFC 4287, 4.2.6): the same for good, wherever the register is served. */
import { createHash } from "node:crypto";

/** Chosen once, for all that this program names. */
const NAMESPACE = "6f1c7a52-2d0e-5b8e-9c57-3a4b8f0d1e6c";

/** `urn:uuid:…` made of a name as RFC 9562 has it (version 5). */
export function urnOf(name: string): string {
  const space = Buffer.from(NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}`;
}
