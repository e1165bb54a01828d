/**
 * Patterns over Latin letters. `\p{L}` is every letter of every script: V8 writes out some six hundred ranges each time
 * a pattern has it, and with the flag `u` a "k" is a "K" or the sign for kelvin too. Ours together grew to sixteen
 * megabytes of machine code, and past that V8 no longer optimises any pattern.
 */

/** Latin with its accents, as ranges in a class. */
const LATIN = "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ";

function withLatinLetters(source: string): string {
  let isInClass = false;
  return source.replace(/\\p\{L\}|\\.|[[\]]/g, (piece) => {
    if (piece === "\\p{L}") return isInClass ? LATIN : `[${LATIN}]`;
    if (piece === "[" || piece === "]") isInClass = piece === "[";
    return piece;
  });
}

/** Source and flags of a pattern with Latin letters for all letters; without `u` where nothing else in it asks for that. */
export function latin(source: string, flags: string): [source: string, flags: string] {
  const own = withLatinLetters(source);
  return [own, flags.replace("u", "") + (own.includes("\\p{") ? "u" : "")];
}
