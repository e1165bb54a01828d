/** The bytes of a page or an XML file to text, by the encoding that it names itself. */
import { Unreadable } from "./extracted.ts";

const DECLARED = [
  /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)["']/i,
  /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i,
];
const MARKS: readonly [label: string, mark: readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How far into a file a declaration is looked for. */
const START = 4096;

/**
 * The text of a marked-up file: by its byte order mark, else as it declares, else as UTF-8, and where that fails as
 * Windows wrote it.
 * @throws Unreadable for bytes that are no text
 */
export function decodeMarkup(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, START), { stream: true });
  const declared = DECLARED.map((pattern) => pattern.exec(start)?.[1]).find((label) => label !== undefined);
  const named = decodeAs(marked ?? declared ?? "utf-8", bytes);
  const text = named ?? decodeAs("utf-8", bytes) ?? decodeAs("windows-1252", bytes) ?? "";
  if (text.slice(0, START).includes("\0")) throw new Unreadable("wrong_type");
  return text;
}

/** Null for an encoding that is not known, or that the bytes are not in. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    // As a stream: Node's short cut for whole texts reads curly quotes as control characters (nodejs/node#56542).
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return null;
  }
}
