/** Cuts normalised text into sentences, in one pass over its full stops, question marks and line ends. */
import type { Span } from "./findings.ts";

/** Written with a full stop inside a sentence; lower case, without the last stop. */
const ABBREVIATIONS = new Set(
  `nr nrs no art artt blz p pp pag ca circa bijv bv dhr mevr mw mr mrs dr drs prof ir ing jhr st vgl zgn resp incl excl max min evt
  red m.n o.a o.m t.a.v t.b.v m.b.t i.v.m i.h.k.v n.a.v d.w.z t/m a.u.b a.g.v i.c i.o t.w zg zog gem minr staatsst stb stcrt
  tel fig hfst par sub jan feb mrt apr jun jul aug sep sept okt nov dec kst kamerst vz wnd o.g.v i.p.v m.i.v t.o.v m.u.v h.t`
    .split(/\s+/)
    .filter(Boolean),
);
/** Abbreviations that may also end a sentence: then a capital follows. */
const MAY_END = new Set([
  "jl",
  "as",
  "a.s",
  "c.s",
  "e.d",
  "enz",
  "etc",
  "e.v",
  "d.d",
  "dd",
  "n.v.t",
  "t.z.t",
  "z.s.m",
  "p.m",
]);

const CLOSERS = `"'”’»)]`;
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase();
const isLower = (char: string | undefined): boolean => char !== undefined && char !== char.toUpperCase();

/** The word that ends just before `at`, at most 24 characters of it. */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 24 && !' \n(«“"'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Past the closing quotes, brackets and footnote number that belong to the sentence ending at `at`. */
function pastClosers(text: string, at: number): number {
  let end = at;
  while (CLOSERS.includes(text.charAt(end)) && end < text.length) end++;
  let digits = end;
  while (isDigit(text[digits]) && digits - end < 2) digits++;
  const isNote = digits > end && !isDigit(text[end - 2]) && (digits === text.length || /\s/.test(text.charAt(digits)));
  return isNote ? digits : end;
}

/** Whether a full stop at `at` belongs to an abbreviation, an initial, a number or an address. */
function isInner(text: string, at: number, sentenceStart: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  if (isDigit(before) && isDigit(after)) return true;
  if (after === "." || (isLower(after) && !CLOSERS.includes(after ?? ""))) return true;
  const word = wordBefore(text, at);
  const lower = word.toLowerCase();
  if (/^(?:www\.|https?:|\S+@)/.test(lower) && after !== undefined && !/\s/.test(after)) return true;
  if (ABBREVIATIONS.has(lower)) return true;
  if (MAY_END.has(lower)) return !startsSentence(text, at + 1);
  // Initials: "I.W. Opstelten"; and the number of a list item: "3. Ik zal …".
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && lower !== "u") return true;
  return /^\d{1,3}$/.test(word) && at - word.length - sentenceStart <= 1;
}

/** Whether a new sentence can start at or after the blanks at `at`. */
function startsSentence(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && text[next] === " ") next++;
  const char = text[next];
  if (char === undefined || char === "\n") return true;
  return isUpper(char) || isDigit(char) || `"“«‘'([•–—-…`.includes(char);
}

/** Glued: "2025.Ook is": a capital with small letters directly after the stop. */
const isGlued = (text: string, at: number): boolean =>
  isUpper(text[at]) &&
  isLower(text[at + 1]) &&
  (isLower(text[at - 2]) || isDigit(text[at - 2]) || CLOSERS.includes(text.charAt(at - 2)));

function endsAt(text: string, at: number, sentenceStart: number): number | null {
  const char = text[at];
  if (char === "\n") return at;
  if (char !== "." && char !== "!" && char !== "?" && char !== "…") return null;
  if (char === "." && isInner(text, at, sentenceStart)) return null;
  const end = pastClosers(text, at + 1);
  if (end >= text.length || text[end] === "\n") return end;
  if (text[end] === " ") return startsSentence(text, end) ? end : null;
  return end === at + 1 && isGlued(text, end) ? end : null;
}

/**
 * The sentences of a normalised text, in order, without the blanks between them. A line end always ends one.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    let from = start;
    while (from < end && /\s/.test(text.charAt(from))) from++;
    if (from < end) found.push({ start: from, end });
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const end = endsAt(text, at, start);
    if (end === null) continue;
    close(end);
    at = Math.max(at, end - 1);
  }
  close(text.length);
  return found;
}
