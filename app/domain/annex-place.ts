/** Where something is found, in the form in which budget annexes and Kamerstukken refer to each other. */
import { dayInWords, type IsoDay, parliamentaryYear } from "./calendar.ts";
import { parsePaper } from "./paper.ts";
import type { LetterKind } from "./reading/letter-text.ts";
import type { Chamber } from "./recess.ts";

export interface CitedDebate {
  debateKind: string;
  title: string;
  date: IsoDay;
  chamber: Chamber;
  paper: string | null;
}

export interface CitedLetter {
  letterKind: LetterKind;
  title: string;
  date: IsoDay;
  /** The day that it counts from: received, else dated. */
  day: IsoDay;
  chamber: Chamber;
  paper: string | null;
}

/** `Algemeen overleg van 2 december 2010 over …, Kamerstukken II 2010/11, 32500 VI, nr. 75`. */
export function debateCited({ debateKind, title, date, chamber, paper }: CitedDebate): string {
  const kind = capital(debateKind.trim() || "debat");
  return [`${kind} van ${dayInWords(date)}${aboutWhat(title)}`, ...paperCited(paper, chamber, date)].join(", ");
}

/** `Brief van 10 juni 2011 over …, Kamerstukken II 2010/11, 32500 VI, nr. 106`, with capital letter or without. */
export function letterCited({ title, chamber, paper, ...letter }: CitedLetter): string {
  return [`${capital(letterNamed(letter))}${aboutWhat(title)}`, ...paperCited(paper, chamber, letter.date)].join(", ");
}

/** The same in the midst of a sentence, where its subject is known: `voortgangsbrief van 30 januari 2012 (…)`. */
export function letterInBrief(letter: CitedLetter): string {
  const asides = [
    ...paperCited(letter.paper, letter.chamber, letter.date),
    ...(letter.day === letter.date ? [] : [`ontvangen op ${dayInWords(letter.day)}`]),
  ];
  return letterNamed(letter) + (asides.length > 0 ? ` (${asides.join(", ")})` : "");
}

const letterNamed = ({ letterKind, date }: Pick<CitedLetter, "letterKind" | "date">): string =>
  `${letterKind === "progress" ? "voortgangsbrief" : "brief"} van ${dayInWords(date)}`;

/**
 * `Kamerstukken II 2010/11, 32500 VI, nr. 75`, the parliamentary year that of the day; as it was written down where that
 * is no paper's number. The Eerste Kamer numbers with letters, without "nr.".
 */
function paperCited(written: string | null, chamber: Chamber, day: IsoDay): string[] {
  if (!written) return [];
  const paper = parsePaper(written);
  if (!paper) return [written];
  const { dossier, suffix, number } = paper;
  const series = `${dossier}${suffix ? ` ${suffix}` : ""}`;
  const place = /^\d/.test(number) ? `nr. ${number}` : number;
  return [`Kamerstukken ${chamber === "TK" ? "II" : "I"} ${yearCited(day)}, ${series}, ${place}`];
}

/** `2010/11`; the year that ends a century in full, as is the custom: `1999/2000`. */
function yearCited(day: IsoDay): string {
  const [from = "", until = ""] = parliamentaryYear(day).split("-");
  return `${from}/${until.endsWith("00") ? until : until.slice(2)}`;
}

/** What a title begins with that a citation says itself: what kind of debate or letter it was, and of when. */
const REPEATED =
  /^(?:vorige |nieuwe )?(?:[a-z]*debat|[a-z]*brief|[a-z]*rapportage|algemeen overleg|[a-z]*overleg)(?: \d+)?(?: van (?:\d{1,2} )?(?:[a-z]+ )?\d{4})?(?:,? over |$)/i;

/** ` over de meldknop`; nothing where the title says no more than that; a title that says something else is quoted. */
function aboutWhat(title: string): string {
  const whole = title.trim();
  const repeated = REPEATED.exec(whole)?.[0];
  if (repeated === undefined) return whole === "" ? "" : `, “${whole}”`;
  const subject = whole.slice(repeated.length);
  return subject === "" ? "" : ` over ${subject}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
