/** The Dutch words for days, months and numbers, as pieces of patterns and as values. Patterns expect lower case. */
import { type IsoDay, yearOf } from "../calendar.ts";

const MONTH_NAMES = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;
const SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
export const WEEKDAY_NAMES = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;

export const MONTH = MONTH_NAMES.join("|");
export const MONTH_OR_SHORT = `${MONTH}|${SHORT_MONTHS.join("|")}|sept`;
const SMALL_ORDINALS = [
  "eerste",
  "tweede",
  "derde",
  "vierde",
  "vijfde",
  "zesde",
  "zevende",
  "achtste",
  "negende",
  "tiende",
  "elfde",
  "twaalfde",
  "dertiende",
  "veertiende",
  "vijftiende",
];
const DAYS_IN_WORDS: Record<string, number> = {
  één: 1,
  vijftien: 15,
  twintigste: 20,
  dertigste: 30,
  eenendertigste: 31,
  ...Object.fromEntries(SMALL_ORDINALS.map((word, before) => [word, before + 1])),
};
/** The day of a month, as a number or in a word: "1", "1e", "één", "vijftiende". */
export const DAY_OF_MONTH = `\\d{1,2}(?!\\d)(?:e|ste|de)?|${Object.keys(DAYS_IN_WORDS).join("|")}`;
export const dayOfMonthIn = (word: string): number => DAYS_IN_WORDS[word] ?? Number.parseInt(word, 10);
export const WEEKDAY = WEEKDAY_NAMES.join("|");
/** Nothing of a word may follow. */
export const WORD_END = "(?![\\p{L}\\d])";
const YEAR_DIGITS = "(?:19|20)\\d\\d(?!\\d)|['’]\\d\\d(?!\\d)";
/** A year said as a number or by its place: "van dit jaar". */
export const YEAR_WORDS = `${YEAR_DIGITS}|(?:dit|volgend|komend|aankomend|vorig|afgelopen|(?:het )?(?:volgende|komende|lopende|nieuwe|afgelopen)) (?:kalender|begrotings)?jaar`;
/** An optional year after a month, quarter, season or recess. */
export const YEAR_TAIL = `(?:,? (?:van |in )?(?:het jaar )?(?<year>${YEAR_WORDS}))?`;
export const ORDINAL = "eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e|1ste|2de|3de|4de|i{1,3}|iv";

/** 1 to 12 for a month name or its short form, else 0. */
export function monthNumber(name: string): number {
  const index = SHORT_MONTHS.indexOf(name.slice(0, 3) === "maa" ? "mrt" : name.slice(0, 3));
  return index + 1;
}

/** The number of an ordinal; "laatste" is that of the last of four. */
export function ordinalNumber(word: string): number {
  const names = ["eerste", "tweede", "derde", "vierde"].indexOf(word);
  if (names >= 0) return names + 1;
  if (word === "laatste" || word === "iv") return 4;
  return /^\d/.test(word) ? Number(word[0]) : word.length;
}

const NUMBERS: Record<string, number> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  zestig: 60,
  negentig: 90,
  honderd: 100,
  anderhalf: 1.5,
  // "een paar", "enkele": conventions of the register: three.
  enkele: 3,
  enige: 3,
  "een paar": 3,
  "een aantal": 3,
  "een tweetal": 2,
  "een drietal": 3,
  "een viertal": 4,
  "een vijftal": 5,
  "een tiental": 10,
  "een dozijn": 12,
};
export const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join("|")}`;
export const numberValue = (word: string): number => NUMBERS[word] ?? Number(word);
/** Whether the number was left open ("enkele"). */
export const isVagueNumber = (word: string): boolean => /^(?:enkele|enige|een paar|een aantal)$/.test(word);

/** The calendar year that `words` mean when said on `on`; null where that needs a date and there is none. */
export function yearFrom(words: string | undefined, on: IsoDay | null): number | null {
  if (words === undefined) return null;
  if (/^\d/.test(words)) return Number(words);
  if (/^['’]/.test(words)) return 2000 + Number(words.slice(1));
  if (on === null) return null;
  if (/^(?:vorig|(?:het )?afgelopen)/.test(words)) return yearOf(on) - 1;
  return yearOf(on) + (/^(?:dit|(?:het )?lopende)/.test(words) ? 0 : 1);
}
