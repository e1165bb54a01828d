/**
 * Parliamentary papers cited in a text, in the forms that Dutch letters, motions and footnotes use. Grammar: dossier =
 * five digits or (Eerste Kamer) a Roman numeral, an optional chapter, sub-dossier or R-number, then a number within it:
 * digits in the Tweede Kamer, capitals in the Eerste.
 */
import { inContext } from "./citation-context.ts";
import {
  ADDRESS,
  type Dossier,
  dossiersAt,
  hyphenNumberAt,
  letterAt,
  matchAt,
  numbersAt,
  numbersUpTo,
  paperUrl,
  parliamentaryYearIn,
  plainNumberAt,
  ROMAN_DOSSIER,
  YEAR,
} from "./citation-grammar.ts";
import type { CitationKind, FoundCitation, Span } from "./findings.ts";
import { MONTH } from "./time-words.ts";

const YEARS = new RegExp(YEAR, "gu");
const CHAMBER_WORD = "(?:kamerstuk(?:ken)?(?:nummers?|-?nrs?\\.)?|kamerst\\.|kst\\.|tweede kamer|eerste kamer|tk|ek)";
/** "Kamerstukken II 2018/19, ": who printed it, and when. The year may also stand before. */
const LEAD = new RegExp(
  `(?<![\\p{L}])(?<word>${CHAMBER_WORD})(?: (?<chamber>II|I))?(?![\\p{L}])(?:,? ?(?:der staten-generaal,? )?(?:vergaderjaar ?)?${YEAR})?[,:;]? ?(?:nrs?\\.? (?=[1-9]\\d[  .]?\\d{3}))?`,
  "giu",
);
/** "vergaderjaar 2018–2019, Kamerstuk 33 037, nr. 12": the year before, or in brackets behind. */
const YEAR_BEFORE = new RegExp(`${YEAR},? ?(?:\\(?)$`, "u");
const YEAR_BEHIND = new RegExp(`^,? ?\\(?vergaderjaar ${YEAR}`, "iu");
class Citations {
  readonly found: FoundCitation[] = [];
  private readonly taken: Uint8Array;
  constructor(readonly text: string) {
    this.taken = new Uint8Array(text.length);
  }

  add(
    span: Span,
    kind: CitationKind,
    dossier: string | null,
    number: string | null,
    year: string | null,
    url: string | null = null,
  ): void {
    this.taken.fill(1, span.start, span.end);
    this.found.push({
      ...span,
      string: this.text.slice(span.start, span.end),
      kind,
      dossier,
      number,
      year,
      url,
      contextDossier: null,
    });
  }

  paper(span: Span, dossier: string, number: string, year: string | null, isSenate: boolean): void {
    const kind = isSenate || /^[A-Z]/.test(number) ? "kamerstuk_ek" : "kamerstuk";
    this.add(span, kind, dossier, number, year, paperUrl(dossier, number));
  }

  isTaken({ start, end }: Span): boolean {
    return this.taken.subarray(start, end).includes(1);
  }
}

/** A sub-dossier of two digits and a paper of two digits look alike; only these dossiers have sub-dossiers. */
const HAS_SUB_DOSSIERS = /^(?:21501|22112|28286|26407)-\d\d$/;

interface Lead {
  start: number;
  year: string | null;
  isSenate: boolean;
  word: string;
}

/** Behind a paper the next one under the same heading: "29 247, nr. 44 en 31 765, nr. 7". */
const NEXT_PAPER = /^(?:[,;]? en |; ?|, )(?:en )?(?=[1-3]\d[  .]?\d{3}(?!\d|[.,]\d))/;

/** Reads the papers that stand after one another from `at`; one year before them counts for all. */
function readSeries(out: Citations, at: number, lead: Lead): void {
  let end = readPapers(out, at, lead);
  while (end !== null && lead.year !== null) {
    const link = NEXT_PAPER.exec(out.text.slice(end, end + 16));
    if (!link) return;
    const start: number = end + link[0].length;
    end = readPapers(out, start, { ...lead, start, word: "" });
  }
}

/** Reads the papers from `at`, given what stood before; returns where it stopped, or null where there is none. */
function readPapers(out: Citations, at: number, lead: Lead): number | null {
  const dossiers = dossiersAt(out.text, at);
  const last = dossiers.at(-1);
  if (!last) return readRoman(out, at, lead);
  const numbers =
    numbersAt(out.text, last.end, lead.start) ??
    letterAt(out.text, last.end, lead.start) ??
    hyphenNumberAt(out.text, last.end, lead.start) ??
    (lead.year !== null && lead.word !== "" ? plainNumberAt(out.text, last.end, lead.start) : null);
  if (!numbers) return readWithoutNumber(out, last, dossiers, lead);
  const year = lead.year ?? yearBehind(out.text, numbers.end);
  if (dossiers.length > 1 && numbers.numbers.length > 1) {
    // Which number is of which dossier does not follow from the words.
    const span = { start: lead.start, end: numbers.end };
    for (const dossier of dossiers) out.add(span, "dossier", dossier.name, null, year);
    return numbers.end;
  }
  for (const { number, span } of numbers.numbers) {
    for (const dossier of dossiers) out.paper(span, dossier.name, number, year, lead.isSenate);
  }
  return numbers.end;
}

function yearBehind(text: string, at: number): string | null {
  const { from, to } = YEAR_BEHIND.exec(text.slice(at, at + 40))?.groups ?? {};
  return parliamentaryYearIn(from, to);
}
function yearBefore(text: string, at: number): string | null {
  const { from, to } = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 24), at))?.groups ?? {};
  return parliamentaryYearIn(from, to);
}

/**
 * "(36120-24)" is number 24 of 36120; "Kamerstuk 21501-20" and "dossier 36740-K" have no number. No dossier has come past
 * 39 999 yet: "de Tweede Kamer 45 000 handtekeningen" cites none.
 */
function readWithoutNumber(out: Citations, last: Dossier, dossiers: readonly Dossier[], lead: Lead): number | null {
  const span = { start: lead.start, end: last.end };
  const split = /^(\d{5})-(\d\d)$/.exec(last.name);
  if (split?.[1] && split[2] && !HAS_SUB_DOSSIERS.test(last.name)) {
    out.paper(span, split[1], split[2], lead.year, lead.isSenate);
    return last.end;
  }
  if (lead.word === "" || !/^[1-3]/.test(last.name)) return null;
  // In the Eerste Kamer a letter is a number, except where it may be a fund of the budget.
  const letter = /^(\d{5})-([A-Z])$/.exec(last.name);
  if (lead.isSenate && letter?.[1] && letter[2] && !letter[1].endsWith("00")) {
    out.paper(span, letter[1], letter[2], lead.year, true);
    return last.end;
  }
  for (const dossier of dossiers) out.add(span, "dossier", dossier.name, null, lead.year);
  return last.end;
}

/** "(2012–2013, CII, B)": a dossier of the Eerste Kamer with a Roman numeral. */
function readRoman(out: Citations, at: number, lead: Lead): number | null {
  const roman = matchAt(ROMAN_DOSSIER, out.text, at)?.groups?.roman;
  if (!roman || (!lead.isSenate && lead.year === null)) return null;
  const numbers = letterAt(out.text, at + roman.length, lead.start);
  const first = numbers?.numbers[0];
  if (!numbers || !first) return null;
  out.paper(first.span, roman, first.number, lead.year, true);
  return numbers.end;
}

function papersWithLead(out: Citations): void {
  for (const match of out.text.matchAll(LEAD)) {
    const { word = "", chamber, from, to } = match.groups ?? {};
    const isSenate = chamber?.toUpperCase() === "I" || /^(?:eerste kamer|ek)$/i.test(word);
    readSeries(out, match.index + match[0].length, {
      start: match.index,
      year: parliamentaryYearIn(from, to) ?? yearBefore(out.text, match.index),
      isSenate,
      word,
    });
  }
}

/** After a year without a chamber ("Kamerstukken, 2022-2023, 29628, nr. 1135" is with one): "(2012–2013, CII, B)". */
function papersWithYear(out: Citations): void {
  for (const match of out.text.matchAll(YEARS)) {
    const link = /^, ?/.exec(out.text.slice(match.index + match[0].length, match.index + match[0].length + 2));
    if (!link || out.isTaken({ start: match.index, end: match.index + match[0].length + 1 })) continue;
    const year = parliamentaryYearIn(match.groups?.from, match.groups?.to);
    readSeries(out, match.index + match[0].length + link[0].length, {
      start: match.index,
      year,
      isSenate: false,
      word: "",
    });
  }
}

/** Bare: "32 500 VI, nr. 75", "(36120-24)", "dossier 36740-K". A number by itself is no dossier. */
const BARE =
  /(?<![\d.,-]|\d )(?<word>(?:kamer)?dossiers?(?:nummer|nr\.)? |wetsvoorstel(?:len)? \(?)?(?=[1-3]\d[  .]?\d{3}(?!\d|[.,]\d|%| ?(?:euro|inwoners|leerlingen|personen)))/giu;
function bareAndDossier(out: Citations): void {
  for (const match of out.text.matchAll(BARE)) {
    const start = match.index;
    const at = start + match[0].length;
    if (out.isTaken({ start: at, end: at + 5 })) continue;
    const word = match.groups?.word ?? "";
    const isHyphened = /^\d{5}-(?:[A-Z]|\d\d(?!\d))/.test(out.text.slice(at, at + 9));
    readPapers(out, at, {
      start,
      year: null,
      isSenate: false,
      word: word || (isHyphened && /[A-Z]/.test(out.text.charAt(at + 6)) ? "dossier" : ""),
    });
  }
}

/** One number, several or a range: "1203", "1203, 1204 en 1206", "1203 t/m 1206". */
const NUMBERS = `(?<numbers>\\d{1,4}(?:(?:, | en | t/m | ?[-–] ?)\\d{1,4}(?!\\d| (?:${MONTH})))*)`;
const NUMBER_LEAD = "(?:nrs?\\.?|nummers?|no\\.)";
/** "Aanhangsel Handelingen II 2014/15, nr. 1203", or with the year in front or behind. */
const ANNEX = [
  `(?:kamervragen \\()?aanhangsel\\)?(?: (?:van|bij|tot) de)?(?: ?handelingen)?(?: (?<chamber>II|I|TK|EK))?(?: tweede kamer)?,? ?(?:vergaderjaar ?)?${YEAR}(?:,? ?${NUMBER_LEAD}|,) ?${NUMBERS}`,
  `(?:(?<chamber>tk|tweede kamer|ek|eerste kamer)|handelingen)?,? ?(?:II,? )?vergaderjaar ${YEAR},? aanhangsel(?: (?:van|bij) de)?(?: handelingen)?,? ${NUMBER_LEAD} ?${NUMBERS}`,
  `aanhangsel(?: (?:van|bij|tot) de)? handelingen(?: (?<chamber>II|I|TK|EK))?,? ${NUMBER_LEAD} ?${NUMBERS}(?:,? ?\\(?(?:vergaderjaar ?)?${YEAR})?`,
].map((source) => new RegExp(`(?<![\\p{L}])${source}(?![\\p{L}\\d])`, "giu"));
function annexes(out: Citations): void {
  for (const pattern of ANNEX) {
    for (const match of out.text.matchAll(pattern)) {
      const { from, to, numbers = "", chamber } = match.groups ?? {};
      const year = parliamentaryYearIn(from, to);
      const span = { start: match.index, end: match.index + match[0].length };
      if (out.isTaken(span)) continue;
      const house = isSenateWord(chamber) ? "ek" : "tk";
      for (const number of numbersIn(numbers)) {
        const url = year ? `${ADDRESS}ah-${house}-${year.replace("-", "")}-${number}.html` : null;
        out.add(span, "aanhangsel", null, number, year, url);
      }
    }
  }
}

const isSenateWord = (word: string | undefined): boolean => /^(?:I|EK|eerste kamer)$/i.test(word ?? "");

function numbersIn(words: string): string[] {
  const found: string[] = [];
  for (const [, link = "", number = ""] of words.matchAll(/(^|, | en | t\/m | ?[-–] ?)(\d{1,4})/g)) {
    const range = /[-–m]/.test(link) ? numbersUpTo(found.at(-1) ?? "", number) : null;
    found.push(...(range ?? [number]));
  }
  return found;
}

/** "Handelingen II 2014/15, nr. 40, item 9", by pages, or without "nr."; `40-9` is meeting and item. */
const PROCEEDINGS = new RegExp(
  `(?<!aanhangsel(?: van de| bij de| tot de)? )(?<![\\p{L}])(?:handelingen|hand\\.)(?:,? (?:der |van de )?(?<chamber>TK|EK|II|I|tweede kamer|eerste kamer)(?: der staten-generaal)?)?,? ?(?:vergaderjaar ?)?(?:${YEAR})?,? ?(?:(?:nr\\.?|nummer) ?(?<meeting>\\d{1,3})(?:(?:, ?| )(?:(?<word>item|p\\.|blz\\.|pp\\.|pag\\.) ?)?(?<item>\\d{1,4}(?:[-–]\\d{1,4})?)(?![\\p{L}\\d]))?|(?:p|pp|blz|pag)\\. ?(?<pages>\\d{1,4}(?: ?[-–] ?\\d{1,4})?)|(?<hyphened>\\d{1,3}-\\d{1,5}(?:[-–]\\d{1,4})?)|(?<plain>\\d{1,3}), ?(?:(?<plainWord>item|p\\.|blz\\.|pp\\.|pag\\.) ?)(?<plainItem>\\d{1,4}(?:[-–]\\d{1,4})?)(?![\\p{L}\\d]))`,
  "giu",
);
function proceedings(out: Citations): void {
  for (const match of out.text.matchAll(PROCEEDINGS)) {
    const { from, to, word, pages, hyphened, plain, plainWord, plainItem, chamber } = match.groups ?? {};
    const meeting = match.groups?.meeting ?? plain;
    const item = match.groups?.item ?? plainItem;
    const span = { start: match.index, end: match.index + match[0].length };
    if (out.isTaken(span)) continue;
    const year = parliamentaryYearIn(from, to);
    const number = meeting ? (item ? `${meeting}-${item}` : meeting) : (pages ?? hyphened ?? "").replace(/ ?– ?/, "-");
    const byItem = /^item$/i.test(word ?? plainWord ?? "") || (hyphened !== undefined && hasItems(year, hyphened));
    out.add(span, "handelingen", null, number, year, byItem ? proceedingsUrl(chamber, year, number) : null);
  }
}

/** Since the parliamentary year 2011-2012 proceedings are published by item; before that `40-3210` is a page. */
const hasItems = (year: string | null, hyphened: string): boolean =>
  year !== null && year >= "2011" && /^\d{1,3}-\d{1,2}$/.test(hyphened);

/** Only where the words say which Chamber. */
function proceedingsUrl(chamber: string | undefined, year: string | null, number: string): string | null {
  if (chamber === undefined || year === null || !/^\d+-\d+$/.test(number)) return null;
  return `${ADDRESS}h-${isSenateWord(chamber) ? "ek" : "tk"}-${year.replace("-", "")}-${number}.html`;
}

/** `ah-tk-20242025-1028`, `h-ek-20182019-12-3`: the names that the official publications have. */
const NAMED =
  /(?<![\p{L}\d-])(?<what>ah|h)-(?:tk|ek)-(?<from>(?:19|20)\d\d)(?<to>(?:19|20)\d\d)-(?<number>\d{1,4}(?:-\d{1,4})?)(?![\p{L}\d-])/giu;
function namedPublications(out: Citations): void {
  for (const match of out.text.matchAll(NAMED)) {
    const { what = "", from, to, number = "" } = match.groups ?? {};
    const year = parliamentaryYearIn(from, to);
    if (year === null || (what.toLowerCase() === "ah" && number.includes("-"))) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const kind = what.toLowerCase() === "ah" ? "aanhangsel" : "handelingen";
    out.add(span, kind, null, number, year, `${ADDRESS}${match[0].toLowerCase()}.html`);
  }
}

const NUMBERED: [RegExp, CitationKind][] = [
  [/(?<number>(?<year>20\d\d)Z\d{5})(?!\d)/gu, "zaak"],
  [/(?<number>(?<year>20\d\d)D\d{5})(?!\d)/gu, "document"],
  [/(?<![\p{L}\d])(?<number>TZ(?<year>20\d\d)\d\d-\d{1,4})(?!\d)/gu, "toezegging"],
  [/(?<![\p{L}\d])(?<number>T\d{5})(?!\d)/gu, "toezegging"],
];
function numbered(out: Citations): void {
  for (const [pattern, kind] of NUMBERED) {
    for (const { index, groups } of out.text.matchAll(pattern)) {
      const number = groups?.number ?? "";
      out.add({ start: index, end: index + number.length }, kind, null, number, groups?.year ?? null);
    }
  }
}

/** `kst-36600-B` may be paper B of 36600 or chapter B of that budget (a dossier that ends in 00): then no number. */
const KST =
  /(?<![\p{L}\d])kst-(?<dossier>\d{5}|[IVXLC]+)(?:-(?<chapter>[IVXLC]+|[A-Z]|\d\d|\(R\d{4}\)))?-(?<number>\d{1,4}|[A-Z]{1,2})(?![\p{L}\d-])/giu;
function identifiers(out: Citations): void {
  for (const match of out.text.matchAll(KST)) {
    const { dossier = "", chapter, number = "" } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    const isAmbiguous = chapter === undefined && /00$/.test(dossier) && /^[A-Z]$/i.test(number);
    const name = (isAmbiguous ? `${dossier}-${number}` : chapter ? `${dossier}-${chapter}` : dossier).toUpperCase();
    const url = isAmbiguous || chapter?.startsWith("(") ? null : `${ADDRESS}${match[0]}.html`;
    out.add(span, "kst-id", name, isAmbiguous ? null : number, null, url);
  }
}

/** "op stuk nr. 469", "gedrukt onder nr. 8": the dossier stands elsewhere; "nr. 22 (30196)" has it in brackets. */
const LOOSE =
  /(?<![\p{L}])(?:(?<lead>(?:op )?(?:de )?stuk(?:ken)? (?=n)|(?:gedrukt )?onder (?=n)|moties? (?=nr)|moties? met (?=n)|amendement(?:en)? (?=nr)|ondernummers? )?(?:stuk)?(?:nrs?\.?|nummers?|ondernummers?|no\.) ?)(?<numbers>\d{1,4}(?:(?:, | en | t\/m )\d{1,4}(?![\p{L}\d]))*)(?![\p{L}\d])(?: ?\( ?(?<dossier>[1-3]\d[  ]?\d{3})(?:[- ](?<chapter>[IVXLC]+|[A-Z]))? ?\))?/giu;
/** "de motie-De Boer (nr. 14)": a number in brackets right behind a motion or amendment. */
const BRACKETED =
  /(?<=(?:motie|amendement)(?:[- ](?:c\.s\.|[^ .;()\n]{1,30})){0,8} ?\()nr\.? ?(?<number>\d{1,3})(?=\))/giu;
function loose(out: Citations, inBrackets: boolean): void {
  for (const match of out.text.matchAll(LOOSE)) {
    const { lead, numbers = "", dossier, chapter } = match.groups ?? {};
    if (inBrackets !== (dossier !== undefined)) continue;
    const isNamed = lead !== undefined || /^stuk/i.test(match[0]);
    // "onder nummer 14 van de lijst" and a bare "nummer 14" are no papers.
    if (!dossier && /nummer/i.test(match[0]) && !/stuk|ondernummer|motie/i.test(match[0])) continue;
    const numberStart = match.index + (lead?.length ?? 0);
    const span = {
      start: dossier || !/stuk/i.test(lead ?? "") ? numberStart : match.index,
      end: match.index + match[0].length,
    };
    if (out.isTaken(span)) continue;
    for (const number of numbersIn(numbers)) {
      if (dossier) out.paper(span, dossier.replace(/\D/g, "") + (chapter ? `-${chapter}` : ""), number, null, false);
      else if (isNamed) out.add(span, "stuk_nr_context", null, number, null);
    }
  }
}

function bracketed(out: Citations): void {
  for (const { index, groups, 0: words } of out.text.matchAll(BRACKETED)) {
    const span = { start: index, end: index + words.length };
    if (!out.isTaken(span)) out.add(span, "stuk_nr_context", null, groups?.number ?? "", null);
  }
}

/**
 * All citations in a normalised text, in order. One string that names two papers gives two, with the same place.
 * Offsets are in that text.
 */
export function citations(text: string): FoundCitation[] {
  const out = new Citations(text);
  numbered(out);
  identifiers(out);
  namedPublications(out);
  annexes(out);
  proceedings(out);
  papersWithLead(out);
  papersWithYear(out);
  loose(out, true);
  bareAndDossier(out);
  loose(out, false);
  bracketed(out);
  out.found.sort((a, b) => a.start - b.start || a.end - b.end);
  return inContext(text, out.found);
}
