/** Line ends: how long a full line is, where a sentence ends, and words that a line end broke in two. */
import type { Line } from "./letter-lines.ts";

export const BULLET = /^[•●▪◦‣∙·○■□➢✓*–—-] *(?=\S)|^o (?=\S)/;
export const LONE_BULLET = /^[•●▪◦‣∙·○■□➢✓]$/;
export const ITEM = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\((?:\d{1,2}|[a-z])\))(?= )/;
const ABBREVIATED =
  /(?:^|[\s(])(?:nrs?|art|drs?|mr|ir|prof|ing|mw|dhr|bijv|o\.a|i\.v\.m|d\.d|m\.b\.t|resp|ca|blz|c\.q)\.$/i;

export const isFinished = (text: string): boolean =>
  /[.!?:;…]["”’»)\]]*(?:\d{1,3}|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)?$/.test(text) && !ABBREVIATED.test(text);
export const startsLower = (text: string): boolean => /^[("“‘'«]?\p{Ll}/u.test(text);
export const isHyphenated = (text: string): boolean => /[\p{L}\d][-\u00ad]$/u.test(text);
export const startsItem = (text: string): boolean => BULLET.test(text) || LONE_BULLET.test(text) || ITEM.test(text);
const firstWord = (text: string): number => {
  const space = text.indexOf(" ");
  return space < 0 ? text.length : space;
};

/**
 * From which length a line counts as full. A line that ran on must have been too long with the next word added, so
 * the shortest such sum is the measure; 0 where no line runs on (a paragraph a line, as pasted from a web page).
 */
export function lineMeasure(lines: readonly Line[]): number {
  const sums: number[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next?.gap !== "none" || isFinished(line.text) || !startsLower(next.text) || line.text.length < 30) continue;
    sums.push(line.text.length + 1 + firstWord(next.text));
  }
  sums.sort((a, b) => a - b);
  return (sums[Math.floor(sums.length / 10)] ?? 0) * 0.9;
}

/** Whether the next word would not have fitted behind this line. Far longer lines were never broken at this measure. */
export const isFull = (line: Line, next: Line, measure: number): boolean => {
  const sum = line.text.length + 1 + firstWord(next.text);
  return measure > 0 && sum >= measure && line.text.length < measure * 1.6;
};

/** The words of the text that hold a hyphen, and those that do not: they tell what a hyphen at a line end was. */
export function hyphenWords(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const word of line.text.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)) words.add(word[0].toLowerCase());
  return words;
}

const VOWELS_CLASH = /(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$/;

export function joinLines(rows: readonly string[], words: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (next === undefined) parts.push(row);
    else if (row.endsWith("\u00ad")) parts.push(row.slice(0, -1));
    else if (LONE_BULLET.test(row)) parts.push(`${row} `);
    else if (/[\p{L}\d][–/]$/u.test(row)) parts.push(row);
    else if (isHyphenated(row)) parts.push(hyphenAtLineEnd(row, next, words));
    else parts.push(`${row} `);
  }
  return parts
    .join("")
    .replace(/\u00ad/g, "")
    .trim();
}

/** A row that ends in a hyphen, as it is in running text: "sporen", "zelf- en", "EU-lidstaten", "zee-eend". */
function hyphenAtLineEnd(row: string, next: string, words: ReadonlySet<string>): string {
  const left = /[\p{L}\d]+(?=-$)/u.exec(row.slice(-60))?.[0] ?? "";
  const right = /^[\p{L}\d]+/u.exec(next.slice(0, 60))?.[0] ?? "";
  if (words.has(`${left}-${right}`.toLowerCase())) return row;
  if (/^(?:en|of|tot|dan wel|als|respectievelijk|c\.q\.)(?: |$)/.test(next)) return `${row} `;
  if (!/^\p{Ll}/u.test(right)) return row;
  if (words.has(`${left}${right}`.toLowerCase())) return row.slice(0, -1);
  const keeps =
    /[\p{Lu}\d]$/u.test(left) ||
    left.length === 1 ||
    /^(?:niet|oud|non|vice)$/i.test(left) ||
    (VOWELS_CLASH.test(left.slice(-1) + right.slice(0, 1)) && !/^(?:ge|be)$/i.test(left));
  return keeps ? row : row.slice(0, -1);
}
