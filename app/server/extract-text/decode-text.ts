/** The letters of a text file, whatever program wrote them. */

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
