/**
 * Strings that patterns read quickly. A piece cut from a text that holds a single "€" or "–" keeps two bytes a character,
 * and V8 then looks letters (`\p{L}`) up in the table of all scripts. Written anew, a piece that is all Latin takes one
 * byte, which reads three times as fast.
 */

/** Pieces no longer than this are written anew at once. */
const CHUNK = 8_192;

/** The same text; one byte a character where it can be. */
export function narrow(text: string): string {
  let written = "";
  for (let from = 0; from < text.length; from += CHUNK) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(text.length, from + CHUNK); at++) codes.push(text.charCodeAt(at));
    written += String.fromCharCode(...codes);
  }
  return written;
}
