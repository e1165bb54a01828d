/** The archive that a Word or ODF file is: opened within limits, before anything else looks inside. */
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Unreadable } from "./extracted.ts";

const MEGABYTE = 1024 * 1024;
const MOST_PARTS = 2_000;
const LARGEST_PART = 20 * MEGABYTE;
const LARGEST_SUM = 60 * MEGABYTE;

/** The parts of an archive by name; only those that were asked for hold bytes. */
export type Archive = ReadonlyMap<string, Uint8Array | null>;

/**
 * Unpacks an archive. Every part is inflated and counted, whatever the archive says of its size, and inflating stops at
 * the limit; only the parts that are `wanted` are kept.
 * @throws Unreadable, with the reason, for whatever is no sound archive
 */
export async function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Archive> {
  refuseCompound(bytes);
  if (!startsWith(bytes, [0x50, 0x4b])) throw new Unreadable("wrong_type");
  let file: ZipFile | null = null;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    file = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false });
    return await unpack(file, wanted);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("damaged");
  } finally {
    file?.close();
  }
}

async function unpack(file: ZipFile, wanted: (name: string) => boolean): Promise<Archive> {
  if (file.entryCount > MOST_PARTS) throw new Unreadable("too_large");
  const parts = new Map<string, Uint8Array | null>();
  let sum = 0;
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith("/")) continue;
    // Two parts of one name: which of them is read depends on the reader, so neither is.
    if (parts.has(name)) throw new Unreadable("damaged");
    if (entry.isEncrypted()) throw new Unreadable("password");
    const part = await inflate(file, entry, Math.min(LARGEST_PART, LARGEST_SUM - sum));
    sum += part.length;
    parts.set(name, wanted(name) ? part : null);
  }
  return parts;
}

async function inflate(file: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of (await file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop ends the stream: nothing more is inflated.
    if (length > most) throw new Unreadable("too_large");
    chunks.push(chunk);
  }
  const part = Buffer.concat(chunks);
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw new Unreadable("damaged");
  return part;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

/** Word 97 wrote compound files, and newer ones wrap a document with a password in such a file. */
function refuseCompound(bytes: Uint8Array): void {
  if (!startsWith(bytes, COMPOUND)) return;
  throw new Unreadable(Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? "password" : "wrong_type");
}
