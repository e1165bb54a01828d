/**
 * Text as a letter or a PDF delivers it, made fit for reading: line ends inside a paragraph, hyphenation, odd spaces and
 * words that lost the space between them. Every character keeps its place in the original.
 */
import { gluedAt } from "./glued-words.ts";
import { isHeadingLine } from "./heading-lines.ts";

export interface NormalText {
  /** One space between words, one line end between paragraphs. */
  text: string;
  /** The stretch of the original that a stretch of `text` came from. */
  toOriginal(start: number, end: number): { start: number; end: number };
}

interface Line {
  start: number;
  end: number;
}

/** Collects characters with the place in the original where each came from. */
class Collector {
  readonly parts: string[] = [];
  readonly places: number[] = [];

  /** A character, or one with an accent that did not melt into it. */
  add(char: string, place: number): void {
    if (char.length === 1) this.#addOne(char, place);
    else for (const part of char) this.#addOne(part, place);
  }

  #addOne(unit: string, place: number): void {
    this.parts.push(unit);
    for (let i = 0; i < unit.length; i++) this.places.push(place);
  }

  addSpace(place: number): void {
    const last = this.parts.at(-1);
    if (last !== undefined && last !== " " && last !== "\n") this.add(" ", place);
  }

  addBreak(place: number): void {
    if (this.parts.at(-1) === " ") this.dropLast();
    if (this.parts.length > 0 && this.parts.at(-1) !== "\n") this.add("\n", place);
  }

  dropLast(): void {
    const dropped = this.parts.pop();
    for (let i = 0; i < (dropped?.length ?? 0); i++) this.places.pop();
  }
}

/** Where each line starts and ends, blanks around it left out. Knows \n, \r\n, \r, form feed and the Unicode line ends. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !LINE_END.has(text.charCodeAt(i))) continue;
    lines.push(trimmed(text, from, i));
    if (text[i] === "\r" && text[i + 1] === "\n") i++;
    from = i + 1;
  }
  return lines;
}

const LINE_END = new Set([0x0a, 0x0d, 0x0c, 0x0b, 0x85, 0x2028, 0x2029]);
const isBlank = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f ||
  code === 0xfeff;

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;
const LETTER_BEFORE_HYPHEN = /\p{L}{2}-$/u;
const LOWERCASE_WORD = /^(\p{Ll}+)/u;
/** After these words a hyphen at a line end stays: "voor- en nadelen". */
const KEEPS_HYPHEN = new Set(["en", "of", "tot", "dan", "noch", "als", "respectievelijk"]);

/** Whether "verga-" and the rest are one word that was cut. */
function isCut(before: string, after: string): boolean {
  const word = LOWERCASE_WORD.exec(after)?.[1];
  return LETTER_BEFORE_HYPHEN.test(before) && word !== undefined && !KEEPS_HYPHEN.has(word);
}

function addLine(out: Collector, text: string, line: Line): void {
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xad) continue; // soft hyphen
    if (isBlank(code)) {
      // "verga- derjaar": a cut word whose line end became a space.
      if (text[i - 1] === "-" && isCut(text.slice(Math.max(0, i - 4), i), text.slice(i + 1, i + 40))) out.dropLast();
      else out.addSpace(i);
    } else if (i + 1 < line.end && isCombining(text.charCodeAt(i + 1))) {
      out.add((text.charAt(i) + text.charAt(i + 1)).normalize("NFC"), i);
      i++;
    } else out.add(text.charAt(i), i);
  }
}

function joinLines(out: Collector, text: string, lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end) {
      out.addBreak(line.start);
      continue;
    }
    addLine(out, text, line);
    const next = lines[index + 1];
    if (!next || next.start === next.end) {
      out.addBreak(line.end);
      continue;
    }
    const after = text.slice(next.start, Math.min(next.end, next.start + 40));
    if (isCut(text.slice(Math.max(line.start, line.end - 4), line.end), after)) out.dropLast();
    else if (isHeadingLine(text, lines, index)) out.addBreak(line.end);
    else out.addSpace(line.end);
  }
}

/** Puts the lost space back between glued words ("wordengeïnformeerd"); an added space has the place of what follows. */
function unglue(text: string, places: readonly number[]): { text: string; places: number[] } {
  const cuts = gluedAt(text);
  const parts: string[] = [];
  const outPlaces: number[] = [];
  let from = 0;
  const copy = (to: number) => {
    parts.push(text.slice(from, to));
    for (let i = from; i < to; i++) outPlaces.push(places[i] ?? 0);
    from = to;
  };
  for (const cut of cuts) {
    copy(cut);
    parts.push(" ");
    outPlaces.push(places[cut] ?? 0);
  }
  copy(text.length);
  return { text: parts.join(""), places: outPlaces };
}

/**
 * The text to read and the way back. Offsets are in UTF-16 units; time is linear in the length of the text.
 */
export function normalise(original: string): NormalText {
  const out = new Collector();
  joinLines(out, original, linesOf(original));
  const { text, places } = unglue(out.parts.join(""), out.places);
  return {
    text,
    toOriginal(start, end) {
      if (end <= start) return { start: 0, end: 0 };
      const from = places[start] ?? 0;
      const last = places[end - 1] ?? from;
      return { start: from, end: Math.min(original.length, endOfCharacter(original, last)) };
    },
  };
}

/** Past the character at `place`, with the accents that were typed after it. */
function endOfCharacter(text: string, place: number): number {
  let end = place + 1;
  while (end < text.length && isCombining(text.charCodeAt(end))) end++;
  return end;
}
