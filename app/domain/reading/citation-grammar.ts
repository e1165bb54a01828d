/** The parts of a citation: dossier, number, parliamentary year. Each reader starts at a place and says where it ends. */
import type { Span } from "./findings.ts";
import { latin } from "./latin-letters.ts";
import { MONTH } from "./time-words.ts";

export interface Dossier {
  /** As identifiers have it: `36410-XVI`, `21501-20`, `34417-(R2068)`. */
  name: string;
  end: number;
}

const sticky = (source: string, flags = ""): RegExp => new RegExp(...latin(source, `${flags}y`));
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const YEAR = "(?<from>(?:18|19|20)\\d\\d) ?[-–/] ?(?<to>(?:19|20)?\\d\\d)(?!\\d)";

/** `2018/19` as `2018-2019`; null where the second year is not the next one. */
export function parliamentaryYearIn(from: string | undefined, to: string | undefined): string | null {
  if (from === undefined || to === undefined) return null;
  const next = Number(from) + 1;
  return Number(to) % 100 === next % 100 ? `${from}-${next}` : null;
}

const ROMAN = "[IVXLC]+";
/** A chapter of the budget (VI, IIA), a fund or second letter (A, B, K), a sub-dossier (21501-20) or an R-number. */
const DOSSIER = sticky(
  `(?<digits>[1-9]\\d[  .]?\\d{3})(?!\\d)(?:[- ]?\\((?<r>R ?\\d{3,4})\\)|(?<sub>-\\d{2})(?=[^\\d-]|$|-\\d{3,4}(?![\\d-]))|(?:[- ]|,? (?:hoofdstuk|hfdst?\\.?|hfst\\.?) )(?<chapter>${ROMAN}[A-F]?|[A-Z])(?![\\p{L}\\d])|(?<glued>[IVX]{1,5})(?![\\p{L}\\d]))?`,
);
export const ROMAN_DOSSIER = sticky(`(?<roman>[CLXVI]{2,8})(?= ?,)`);

function dossierAt(text: string, at: number): Dossier | null {
  const match = matchAt(DOSSIER, text, at);
  if (!match?.groups) return null;
  const { digits = "", r, sub, glued } = match.groups;
  const chapter = match.groups.chapter ?? glued;
  const suffix = r ? `-(${r.replace(" ", "")})` : (sub ?? (chapter ? `-${chapter}` : ""));
  return { name: digits.replace(/\D/g, "") + suffix, end: at + match[0].length };
}

const NUMBER_WORD = sticky("(?:,|;)? ?(?:nrs?\\.?|nummers?|no\\.?|ondernummer|onder nr\\.) ?(?=\\d|[A-Z])", "i");
const NUMBER = sticky("(?<number>\\d{1,4}[a-zA-Z]?|[A-Z]{1,3})(?![\\p{L}\\d])");
/** "nrs. 4-6", "nr. 4 t/m 6": the papers between count too. A page range stands behind "p.". */
const UNTIL_NUMBER = sticky(" ?(?:-|–|t/m|tot en met) ?(?<number>\\d{1,4})(?![\\p{L}\\d-])");
const LONGEST_RANGE = 30;
/** The numbers after `first` up to and including `last`, or null where that is no range of papers. */
export function numbersUpTo(first: string, last: string): string[] | null {
  const [from, to] = [Number(first), Number(last)];
  if (!(to > from && to - from <= LONGEST_RANGE)) return null;
  return Array.from({ length: to - from }, (_, more) => String(from + more + 1));
}
const MORE_NUMBERS = sticky(
  `(?:, | en |, en |, alsmede | alsmede | resp\\. | & )(?<number>\\d{1,4}[a-z]?)(?![\\p{L}\\d]|[  .]\\d{3}|(?<=\\d{4})[-–]\\d{2}| (?:${MONTH}))`,
);
const AFTER_PAGES = sticky(",? ?(?:p|pp|blz|pag)\\. ?\\d+(?:(?:-|–| en |, )\\d+)*", "i");
const LETTER = sticky(",? ?(?:letter |nr\\.? )?(?<letter>[A-Z]{1,2})(?![\\p{L}\\d-]|\\.\\p{L})");
const MORE_LETTERS = sticky("(?:, | en | of )(?<letter>[A-Z]{1,2})(?![\\p{L}\\d-]|\\.\\p{L}| \\p{L})");

export interface Numbers {
  numbers: { number: string; span: Span }[];
  end: number;
}

/** ", nr. 75", ", nrs. 520 en 548", ", nr. 4, p. 12 en 13, en nr. 6", or for the Eerste Kamer ", H". */
export function numbersAt(text: string, at: number, start: number): Numbers | null {
  const numbers: Numbers["numbers"] = [];
  let end = at;
  for (;;) {
    const word = matchAt(NUMBER_WORD, text, end);
    const first = word && matchAt(NUMBER, text, end + word[0].length);
    if (!word || !first?.groups?.number) break;
    const from = numbers.length === 0 ? start : end + word[0].search(/\S/);
    end += word[0].length + first[0].length;
    const group = [first.groups.number];
    for (;;) {
      const until = matchAt(UNTIL_NUMBER, text, end);
      const range = until?.groups?.number ? numbersUpTo(group.at(-1) ?? "", until.groups.number) : null;
      if (until && range) {
        group.push(...range);
        end += until[0].length;
      }
      const more = matchAt(MORE_NUMBERS, text, end);
      if (!more?.groups?.number) break;
      group.push(more.groups.number);
      end += more[0].length;
    }
    const pages = matchAt(AFTER_PAGES, text, end);
    if (pages) end += pages[0].length;
    numbers.push(...group.map((number) => ({ number, span: { start: from, end } })));
    const and = /^,? en (?=nrs?\.? \d)/i.exec(text.slice(end, end + 12));
    if (!and) break;
    end += and[0].length;
  }
  return numbers.length > 0 ? { numbers, end } : null;
}

export function letterAt(text: string, at: number, start: number): Numbers | null {
  const letter = matchAt(LETTER, text, at);
  if (!letter?.groups?.letter || !letter[0].startsWith(",")) return null;
  const letters = [letter.groups.letter];
  let end = at + letter[0].length;
  for (let more = matchAt(MORE_LETTERS, text, end); more?.groups?.letter; more = matchAt(MORE_LETTERS, text, end)) {
    letters.push(more.groups.letter);
    end += more[0].length;
  }
  return { numbers: letters.map((number) => ({ number, span: { start, end } })), end };
}

/** "33 037, 12" behind who printed it and when, as lawyers write: the number without "nr.". */
const PLAIN_NUMBER = sticky(", ?(?<number>\\d{1,4})(?![\\p{L}\\d]|[  .,/-]\\d|[  ]?(?:%|euro|\\p{Ll}{4,}))");
export function plainNumberAt(text: string, at: number, start: number): Numbers | null {
  const match = matchAt(PLAIN_NUMBER, text, at);
  if (!match?.groups?.number) return null;
  const end = at + match[0].length;
  return { numbers: [{ number: match.groups.number, span: { start, end } }], end };
}

/** "36740-X-1", "35315-(R2137)-1", "36120-24": number after a hyphen. */
const HYPHEN_NUMBER = sticky("-(?<number>\\d{1,4}|[A-Z]{1,2})(?![\\p{L}\\d]|-\\d)");
export function hyphenNumberAt(text: string, at: number, start: number): Numbers | null {
  const match = matchAt(HYPHEN_NUMBER, text, at);
  if (!match?.groups?.number) return null;
  const end = at + match[0].length;
  return { numbers: [{ number: match.groups.number, span: { start, end } }], end };
}

/** Further dossiers before the number: "36 200 X en 32 761, nr. 51", "35925 VII / 35925 IV, A". */
const NEXT_DOSSIER = sticky("(?: en | ?/ ?|, | resp\\. )(?=[1-3]\\d[  .]?\\d{3}(?!\\d))");
/** No paper belongs to more; a row of thousands would be read to its end again from each of them. */
const MOST_DOSSIERS = 12;
export function dossiersAt(text: string, at: number): Dossier[] {
  const dossiers: Dossier[] = [];
  for (let place = at; ; ) {
    const dossier = dossierAt(text, place);
    if (!dossier) return dossiers;
    dossiers.push(dossier);
    const link = dossiers.length < MOST_DOSSIERS && matchAt(NEXT_DOSSIER, text, dossier.end);
    if (!link) return dossiers;
    place = dossier.end + link[0].length;
  }
}

export const ADDRESS = "https://zoek.officielebekendmakingen.nl/";

/**
 * The address of the official publication, only where it follows for certain: not for R-numbers and letters added to a
 * number, whose addresses are irregular.
 */
export function paperUrl(dossier: string | null, number: string | null): string | null {
  if (!dossier || !number || !/^[\dA-Z]+(?:-[\dA-Z]+)?$/.test(dossier) || !/^(?:\d+|[A-Z]+)$/.test(number)) return null;
  return `${ADDRESS}kst-${dossier}-${number}.html`;
}
