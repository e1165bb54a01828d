/**
 * A zip file written while its contents are made, in constant memory: sizes follow each file instead of standing before
 * it (APPNOTE.TXT 4.3.9). Our library for workbooks holds all of one in memory, which for a whole register is too much.
 */
import { pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZippedFile {
  name: string;
  parts: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  name: Buffer;
  at: number;
  crc: number;
  size: number;
  packed: number;
}

const VERSION = 20;
/** Sizes follow the file; its name is UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** The first day that a zip file can name, so that the same contents are the same bytes. */
const DAY = 0x0021;

export async function* zipInTurns(files: readonly ZippedFile[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const file of files) {
    const one: Written = { name: Buffer.from(file.name), at, crc: 0, size: 0, packed: 0 };
    yield localHeader(one);
    const packing = pipeline(counted(file.parts, one), createDeflateRaw(), () => {});
    for await (const chunk of packing as AsyncIterable<Buffer>) {
      one.packed += chunk.length;
      yield chunk;
    }
    yield descriptor(one);
    at += 30 + one.name.length + one.packed + 16;
    written.push(one);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield end(written.length, directory.length, at);
}

async function* counted(parts: ZippedFile["parts"], one: Written): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    one.crc = crc32(bytes, one.crc);
    one.size += bytes.length;
    yield bytes;
  }
}

/** Numbers of two (`s`) or four (`l`) bytes, the least first. */
function packed(signature: number, form: string, ...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + [...form].reduce((sum, kind) => sum + (kind === "s" ? 2 : 4), 0));
  let at = bytes.writeUInt32LE(signature, 0);
  [...form].forEach((kind, i) => {
    at = kind === "s" ? bytes.writeUInt16LE(numbers[i] ?? 0, at) : bytes.writeUInt32LE(numbers[i] ?? 0, at);
  });
  return bytes;
}

const localHeader = ({ name }: Written): Buffer =>
  Buffer.concat([packed(0x04034b50, "ssssslllss", VERSION, FLAGS, DEFLATED, 0, DAY, 0, 0, 0, name.length, 0), name]);

const descriptor = ({ crc, size, packed: length }: Written): Buffer => packed(0x08074b50, "lll", crc, length, size);

const directoryEntry = ({ name, at, crc, size, packed: length }: Written): Buffer =>
  Buffer.concat([
    packed(
      0x02014b50,
      "sssssslllsssssll",
      VERSION,
      VERSION,
      FLAGS,
      DEFLATED,
      0,
      DAY,
      crc,
      length,
      size,
      name.length,
      0,
      0,
      0,
      0,
      0,
      at,
    ),
    name,
  ]);

const end = (files: number, length: number, at: number): Buffer =>
  packed(0x06054b50, "sssslls", 0, 0, files, files, length, at, 0);
