/** Looks at the packed streams of a PDF before it is opened: a few kilobytes can unpack to gigabytes. */
import { inflateSync } from "node:zlib";
import { Unreadable } from "./extracted.ts";

const MEGABYTE = 1024 * 1024;
/** Of one stream and of all: a page is some kilobytes, a whole font some megabytes. */
const MOST_OF_ONE = 64 * MEGABYTE;
const MOST_OF_ALL = 160 * MEGABYTE;
/** Pictures are never unpacked while reading; one that would be this large is none of a letter. */
const MOST_OF_A_PICTURE = 128 * MEGABYTE;

export function refuseBroken(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 1024).indexOf("%PDF-") < 0) throw new Unreadable("wrong_type");
  // A whole file ends with the place of its table of objects; without it the parser would guess, and lose pages.
  if (!/startxref\s+\d+\s/.test(file.subarray(-2048).toString("latin1"))) throw new Unreadable("damaged");
  let all = 0;
  const encrypted = file.includes("/Encrypt");
  for (const { data, dictionary } of streamsIn(file)) {
    const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary);
    const size = unpacked(data, isPicture ? MOST_OF_A_PICTURE : MOST_OF_ONE);
    if (size === "damaged" && !encrypted && !isPicture && /Flate/.test(dictionary)) throw new Unreadable("damaged");
    if (typeof size === "number" && !isPicture) all += size;
    if (all > MOST_OF_ALL) throw new Unreadable("too_large");
  }
}

function* streamsIn(file: Buffer): Generator<{ data: Buffer; dictionary: string }> {
  for (let at = file.indexOf("stream"); at >= 0; ) {
    const start = at + 6;
    const end = file.indexOf("endstream", start);
    const stop = end < 0 ? file.length : end;
    const lineEnd = file[start] === 13 && file[start + 1] === 10 ? 2 : 1;
    const dictionary = file.toString("latin1", Math.max(0, at - 1000), at);
    yield { data: file.subarray(start + lineEnd, stop), dictionary: dictionary.slice(dictionary.lastIndexOf(" obj")) };
    at = end < 0 ? -1 : file.indexOf("stream", end + 9);
  }
}

/** How many bytes come out, also where what comes out is packed again. */
function unpacked(data: Buffer, most: number): number | "damaged" {
  let sum = 0;
  let packed = data;
  while (isDeflated(packed)) {
    const out = inflated(packed, most);
    if (out === "damaged") return sum === 0 ? out : sum;
    sum += out.length;
    packed = out;
  }
  return sum;
}

const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;

function inflated(data: Buffer, most: number): Buffer | "damaged" {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: 2 });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw new Unreadable("too_large");
    return "damaged";
  }
}
