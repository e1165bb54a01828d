/** What a zip file says it holds: enough to tell a Word file from another, without unpacking anything. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes long, and a comment of 64 kB may follow it. */
const END_WITHIN = 22 + 65_535;
const MOST = 10_000;

/** The names in the directory at the end of a zip file, ten thousand at most; null where there is no such directory. */
export function zipNames(bytes: Uint8Array): string[] | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const names: string[] = [];
  let at = view.readUInt32LE(end + 16);
  while (names.length < MOST && at + 46 <= view.length && view.readUInt32LE(at) === ENTRY) {
    const length = view.readUInt16LE(at + 28);
    names.push(view.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}

function endRecord(view: Buffer): number | null {
  for (let at = view.length - 22; at >= Math.max(0, view.length - END_WITHIN); at -= 1) {
    if (view.readUInt32LE(at) === END) return at;
  }
  return null;
}
