/**
 * Answers to strangers, kept in memory: each is made once and packed once, and never asked for again once the register,
 * the day or the program is another. What was asked for longest ago makes room.
 */
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gunzip, gzip, gzipSync } from "node:zlib";

const MEGABYTE = 1024 * 1024;
const LIMIT = 16 * MEGABYTE;
/** What is larger is sent on as it comes. */
const LARGEST = MEGABYTE;
/** Below this, packing gains nothing. */
const SMALLEST_PACKED = 1000;

export type Encoding = "br" | "gzip" | "identity";

export interface KeptAnswer {
  tag: string;
  route: string;
  type: string;
  /** Other headers of its own, such as the name of a file. */
  headers: [name: string, value: string][];
  bodies: Map<Encoding, Buffer | Promise<Buffer>>;
  /** Of the body, not packed. */
  size: number;
  /** Of all that is kept of it. */
  bytes: number;
}

const PACKABLE = /^(?:text\/|image\/svg|application\/(?:json|xml|javascript)|application\/[\w.-]+\+(?:json|xml))/;

export const isPackable = (type: string): boolean => PACKABLE.test(type);

/** What is smaller is packed sooner than it is handed to another thread and back. */
const PACKED_AT_ONCE = 200_000;

const pack: Record<Exclude<Encoding, "identity">, (body: Buffer) => Buffer | Promise<Buffer>> = {
  br: (body) => {
    const options = {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // Of the eleven steps the second: the fourth takes twice as long for a twentieth fewer bytes, the next ones more.
        [constants.BROTLI_PARAM_QUALITY]: 2,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        // Looks back over about a whole page and no further: memory for more was four megabytes for each page.
        [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.round(Math.log2(body.length + 16)))),
      },
    };
    return body.length < PACKED_AT_ONCE ? brotliCompressSync(body, options) : promisify(brotliCompress)(body, options);
  },
  // Of the nine steps the third, for the same reason.
  gzip: (body) => (body.length < PACKED_AT_ONCE ? gzipSync(body, { level: 3 }) : promisify(gzip)(body, { level: 3 })),
};

/** The body as it was made: once it is packed, only the packed one is kept. */
async function wholeOf({ bodies }: KeptAnswer): Promise<Buffer> {
  const [made, br, gz] = (["identity", "br", "gzip"] as const).map((encoding) => bodies.get(encoding));
  if (made) return made;
  return br ? promisify(brotliDecompress)(await br) : promisify(gunzip)((await gz) as Buffer);
}

/** What packs writes into sixteen thousand bytes at a time, and the first of them would be kept whole for a small page. */
function withoutRoom(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** The first of these that a browser takes. `br;q=0` refuses one. */
export function encodingFor(accept: string | null | undefined, offered: Encoding[] = ["br", "gzip"]): Encoding {
  const takes = (name: string): boolean =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, "i").test(accept ?? "");
  return offered.find(takes) ?? "identity";
}

export function keepAnswers(limit = LIMIT) {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;

  function drop(answer: KeptAnswer): void {
    if (kept.delete(answer.tag)) bytes -= answer.bytes;
  }

  function grow(answer: KeptAnswer, by: number): void {
    if (kept.get(answer.tag) !== answer) return;
    answer.bytes += by;
    bytes += by;
    for (const oldest of kept.values()) {
      if (bytes <= limit) return;
      drop(oldest);
    }
  }

  return {
    /** The bytes that are kept, packed and not. */
    bytes: (): number => bytes,

    find(tag: string): KeptAnswer | null {
      const answer = kept.get(tag);
      if (!answer) return null;
      kept.delete(tag);
      kept.set(tag, answer);
      return answer;
    },

    /** The tag is that of before the answer was made. */
    keep(tag: string, made: Pick<KeptAnswer, "route" | "type" | "headers">, body: Buffer): KeptAnswer {
      const answer: KeptAnswer = { tag, ...made, bodies: new Map([["identity", body]]), size: body.length, bytes: 0 };
      const before = kept.get(tag);
      if (before) drop(before);
      kept.set(tag, answer);
      // A page, its headers and its place in the table: a thousand bytes cover what is not the body.
      grow(answer, body.length + 1000);
      return answer;
    },

    /** The body as this encoding: packed the first time that somebody asks for it so, for all who do. */
    bodyOf(answer: KeptAnswer, encoding: Encoding): Buffer | Promise<Buffer> {
      const there = answer.bodies.get(encoding);
      if (there) return there;
      if (encoding === "identity") return wholeOf(answer);
      const packing = wholeOf(answer)
        .then(pack[encoding])
        .then((made) => {
          const packed = withoutRoom(made);
          answer.bodies.set(encoding, packed);
          const freed = answer.bodies.delete("identity") ? answer.size : 0;
          grow(answer, packed.length - freed);
          return packed;
        });
      answer.bodies.set(encoding, packing);
      return packing;
    },
  };
}

/** In which encoding an answer goes out: what is small, or packed by itself, as it is. */
export const encodingOf = (answer: KeptAnswer, accept: string | null | undefined): Encoding =>
  isPackable(answer.type) && answer.size >= SMALLEST_PACKED ? encodingFor(accept) : "identity";

/** All of a body, or where it is too large to keep a body that gives what was read already and then the rest. */
export async function wholeBody(
  response: Response,
): Promise<{ whole: Buffer } | { stream: ReadableStream<Uint8Array> }> {
  const reader = response.body?.getReader();
  const read: Uint8Array[] = [];
  if (!reader) return { whole: Buffer.alloc(0) };
  for (let size = 0; size <= LARGEST; ) {
    const { done, value } = await reader.read();
    if (done) return { whole: Buffer.concat(read) };
    read.push(value);
    size += value.length;
  }
  return {
    stream: new ReadableStream({
      async pull(controller) {
        const first = read.shift();
        if (first) return controller.enqueue(first);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    }),
  };
}
