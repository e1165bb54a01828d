/** Files that come in with a form: read within limits, decoded to text. */
import { getMultipartBoundary, MaxFileSizeExceededError, MultipartParser } from "@remix-run/multipart-parser";

const MAX_FILE = 25 * 1024 * 1024;
/** Above this nothing is read at all. Up to it a file that is too large is read to its end, so that the visitor gets an answer. */
export const MAX_BODY = 200 * 1024 * 1024;

export interface Upload {
  fields: Map<string, string>;
  /** Null where no file was chosen, or where it was too large. */
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
  tooLarge: boolean;
}

/** The fields of a form with one file. Fields that stand before the file are kept, also when the file is too large. */
export async function readUpload(request: Request): Promise<Upload> {
  const upload: Upload = { fields: new Map(), file: null, tooLarge: false };
  const boundary = getMultipartBoundary(request.headers.get("Content-Type") ?? "");
  if (!boundary || !request.body) return upload;
  const parser = new MultipartParser(boundary, { maxFileSize: MAX_FILE, maxTotalSize: MAX_BODY, maxParts: 50 });
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    if (upload.tooLarge) continue;
    try {
      for (const part of parser.write(chunk)) {
        if (!part.isFile) upload.fields.set(part.name ?? "", part.text);
        else if (part.filename)
          upload.file = { name: part.filename ?? "", mediaType: part.mediaType ?? "", bytes: part.bytes };
      }
    } catch (error) {
      if (!(error instanceof MaxFileSizeExceededError)) throw error;
      upload.tooLarge = true;
    }
  }
  return upload;
}

export interface Decoded {
  text: string;
  /** Null for UTF-8; otherwise the encoding that it was read as, for the reader to check. */
  decodedFrom: string | null;
}

/** Bytes as text, or null where they are no text. Latin letters of Windows are the only other encoding that we meet. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return looksLikeText(text) ? { text, decodedFrom: null } : null;
  } catch {
    // As a stream: Node's short cut for whole texts reads curly quotes as control characters (nodejs/node#56542).
    const text = new TextDecoder("windows-1252").decode(bytes, { stream: true });
    return looksLikeText(text) ? { text, decodedFrom: "Windows-1252" } : null;
  }
}

/** UTF-16 as Windows writes it, with its mark in front. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (!label) return null;
  const text = new TextDecoder(label).decode(bytes);
  return looksLikeText(text) ? { text, decodedFrom: label.toUpperCase() } : null;
}

/** A text has letters, and hardly any control characters or characters that could not be decoded. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 200_000);
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0) return false;
    if (code === 0xfffd || (code < 32 && ![9, 10, 12, 13].includes(code)) || (code > 126 && code < 160)) odd += 1;
  }
  return odd <= sample.length / 200 && (/\p{Letter}/u.test(sample) || sample.trim() === "");
}
