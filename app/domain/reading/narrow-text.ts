/**
 * Strings that patterns read quickly. A text that holds a single "€" or "–" keeps two bytes a character, and so does each
 * piece cut from it; for those V8 writes each pattern out once more, twice as long and slower. Written anew, a piece that
 * is all Latin takes one byte; for rules also a text with other quotes, dashes and accents, which mean the same to them.
 */

const ONE_BYTE = 0xff;
const WIDE = /[\u0100-\uffff]/;

/** The same text; one byte a character where each of its characters fits in one. */
export const narrow = (text: string): string =>
  WIDE.test(text) ? text : Buffer.from(text, "latin1").toString("latin1");

/** "…" in one byte: a line end of old, which no normalised text holds. */
export const ELLIPSIS = "\u0085";

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
  "…": ELLIPSIS,
  "\u2009": " ",
  "\u2011": "-",
};

/** The one-byte character that a rule takes for the same; a character of another script becomes a sign. */
function lookAlike(char: string): string {
  const base = (LOOK_ALIKES[char] ?? char.normalize("NFD")).charAt(0);
  return base.charCodeAt(0) <= ONE_BYTE ? base : "¤";
}

/** A whole text as rules read it, character for character: a curly quote is a straight one, "ş" is "s". */
export const asRead = (text: string): string => narrow(text.replace(/[\u0100-\uffff]/g, lookAlike));
