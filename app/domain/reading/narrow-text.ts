/**
 * Strings that patterns read quickly. A piece cut from a text that holds a single "€" or "–" keeps two bytes a character,
 * and for those V8 writes each pattern out once more, twice as long and slower. Written anew, a piece that is all Latin
 * takes one byte; for rules also a piece with other quotes, dashes and accents, which mean the same to them.
 */

/** Pieces no longer than this are written anew at once. */
const CHUNK = 8_192;
const ONE_BYTE = 0xff;

function written(text: string, codeAt: (at: number) => number): string {
  let whole = "";
  for (let from = 0; from < text.length; from += CHUNK) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(text.length, from + CHUNK); at++) codes.push(codeAt(at));
    whole += String.fromCharCode(...codes);
  }
  return whole;
}

/** The same text; one byte a character where it can be. */
export const narrow = (text: string): string => written(text, (at) => text.charCodeAt(at));

const LOOK_ALIKES: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "–": "-",
  "—": "-",
  "−": "-",
  "•": "·",
  "€": "¤",
  "\u2009": " ",
  "\u2011": "-",
};

/** The one-byte character that a rule takes for the same; a character of another script becomes a sign. */
function lookAlike(char: string): number {
  const base = (LOOK_ALIKES[char] ?? char.normalize("NFD")).charCodeAt(0);
  return base <= ONE_BYTE ? base : char.charCodeAt(0) === 0x2026 ? 0x2026 : "¤".charCodeAt(0);
}

/** The text as rules read it, character for character: a curly quote is a straight one, "ş" is "s". */
export const asRead = (text: string): string =>
  written(text, (at) => (text.charCodeAt(at) <= ONE_BYTE ? text.charCodeAt(at) : lookAlike(text.charAt(at))));
