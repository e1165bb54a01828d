/**
 * Parliamentary papers cited in a text, in the forms that Dutch letters, motions and footnotes use. Grammar: dossier =
 * five digits or (Eerste Kamer) a Roman numeral, an optional chapter, sub-dossier or R-number, then a number within it:
 * digits in the Tweede Kamer, capitals in the Eerste.
 */
import {
  type Dossier,
  dossiersAt,
  hyphenNumberAt,
  letterAt,
  matchAt,
  numbersAt,
  parliamentaryYearIn,
  ROMAN_DOSSIER,
  YEAR,
} from "./citation-grammar.ts";
import type { CitationKind, FoundCitation, Span } from "./findings.ts";

const YEARS = new RegExp(YEAR, "gu");
const CHAMBER_WORD = "(?:kamerstuk(?:ken)?|kamerst\\.|tweede kamer|eerste kamer|tk|ek)";
/** "Kamerstukken II 2018/19, ": who printed it, and when. The year may also stand before. */
const LEAD = new RegExp(
  `(?<![\\p{L}])(?<word>${CHAMBER_WORD})(?: (?<chamber>II|I))?(?![\\p{L}])(?:,? ?(?:der staten-generaal,? )?(?:vergaderjaar ?)?${YEAR})?[,:;]? ?`,
  "giu",
);
const ADDRESS = "https://zoek.officielebekendmakingen.nl/";

/**
 * The address of the official publication, only where it follows for certain: not for R-numbers and letters added to a
 * number, whose addresses are irregular.
 */
function paperUrl(dossier: string | null, number: string | null): string | null {
  if (!dossier || !number || !/^[\dA-Z]+(?:-[\dA-Z]+)?$/.test(dossier) || !/^(?:\d+|[A-Z]+)$/.test(number)) return null;
  return `${ADDRESS}kst-${dossier}-${number}.html`;
}

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
    this.found.push({ ...span, string: this.text.slice(span.start, span.end), kind, dossier, number, year, url });
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

/** Reads the papers from `at`, given what stood before; returns where it stopped, or null where there is none. */
function readPapers(out: Citations, at: number, lead: Lead): number | null {
  const dossiers = dossiersAt(out.text, at);
  const last = dossiers.at(-1);
  if (!last) return readRoman(out, at, lead);
  const numbers =
    numbersAt(out.text, last.end, lead.start) ??
    letterAt(out.text, last.end, lead.start) ??
    hyphenNumberAt(out.text, last.end, lead.start);
  if (numbers) {
    for (const { number, span } of numbers.numbers) {
      for (const dossier of dossiers) out.paper(span, dossier.name, number, lead.year, lead.isSenate);
    }
    return numbers.end;
  }
  return readWithoutNumber(out, last, dossiers, lead);
}

/** "(36120-24)" is number 24 of 36120; "Kamerstuk 21501-20" and "dossier 36740-K" have no number. */
function readWithoutNumber(out: Citations, last: Dossier, dossiers: readonly Dossier[], lead: Lead): number | null {
  const span = { start: lead.start, end: last.end };
  const split = /^(\d{5})-(\d\d)$/.exec(last.name);
  if (split?.[1] && split[2] && !HAS_SUB_DOSSIERS.test(last.name)) {
    out.paper(span, split[1], split[2], lead.year, lead.isSenate);
    return last.end;
  }
  if (lead.word === "") return null;
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
    readPapers(out, match.index + match[0].length, {
      start: match.index,
      year: parliamentaryYearIn(from, to),
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
    readPapers(out, match.index + match[0].length + link[0].length, {
      start: match.index,
      year,
      isSenate: false,
      word: "",
    });
  }
}

/** Bare: "32 500 VI, nr. 75", "(36120-24)", "dossier 36740-K". A number by itself is no dossier. */
const BARE =
  /(?<![\d.,-]|\d )(?<word>dossier(?:nummer)? )?(?=[1-3]\d[  .]?\d{3}(?!\d|[.,]\d|%| ?(?:euro|inwoners|leerlingen|personen)))/giu;
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

const ANNEX = new RegExp(
  `(?<![\\p{L}])(?:(?:kamervragen \\()?aanhangsel\\)?(?: (?:van|bij) de)?(?: ?handelingen)?(?: (?<chamber>II|I))?,? ?(?:vergaderjaar ?)?${YEAR}(?:,? ?(?:nrs?\\.?|nummers?|no\\.)|,) ?(?<number>\\d{1,4})(?: en (?<second>\\d{1,4})(?!\\d| \\p{Ll}))?|(?:tk|tweede kamer|ek|eerste kamer|handelingen)?,? ?(?:II,? )?vergaderjaar (?<from2>(?:19|20)\\d\\d) ?[-–/] ?(?<to2>(?:19|20)?\\d\\d),? aanhangsel(?: (?:van|bij) de)?(?: handelingen)?,? (?:nrs?\\.?|nummers?|no\\.) ?(?<number2>\\d{1,4}))`,
  "giu",
);
function annexes(out: Citations): void {
  for (const match of out.text.matchAll(ANNEX)) {
    const { from, to, from2, to2, number, number2, second, chamber } = match.groups ?? {};
    const year = parliamentaryYearIn(from ?? from2, to ?? to2);
    const span = { start: match.index, end: match.index + match[0].length };
    for (const one of [number ?? number2, second]) {
      if (one === undefined) continue;
      const house = chamber?.toUpperCase() === "I" ? "ek" : "tk";
      out.add(
        span,
        "aanhangsel",
        null,
        one,
        year,
        year ? `${ADDRESS}ah-${house}-${year.replace("-", "")}-${one}.html` : null,
      );
    }
  }
}

const PROCEEDINGS = new RegExp(
  `(?<!aanhangsel(?: van de| bij de)? )(?<![\\p{L}])handelingen(?: (?:der|van de) (?:tweede|eerste) kamer)?(?: (?<chamber>TK|EK|II|I))?,? ?(?:vergaderjaar ?)?(?:${YEAR})?,? ?(?:(?:nr\\.?|nummer) ?(?<meeting>\\d{1,3})(?:(?:, ?| )(?:item|p\\.|blz\\.|pp\\.|pag\\.)? ?(?<item>\\d{1,4}(?:[-–]\\d{1,4})?)(?![\\p{L}\\d]))?|(?:p|pp|blz|pag)\\. ?(?<pages>\\d{1,4}(?: ?[-–] ?\\d{1,4})?)|(?<hyphened>\\d{1,3}-\\d{1,5}(?:[-–]\\d{1,4})?))`,
  "giu",
);
function proceedings(out: Citations): void {
  for (const match of out.text.matchAll(PROCEEDINGS)) {
    const { from, to, meeting, item, pages, hyphened, chamber } = match.groups ?? {};
    const year = parliamentaryYearIn(from, to);
    const number = meeting ? (item ? `${meeting}-${item}` : meeting) : (pages ?? hyphened ?? "").replace(/ ?– ?/, "-");
    const house = /^(?:I|EK)$/i.test(chamber ?? "") ? "ek" : "tk";
    const isItem = /item/i.test(match[0]);
    const url =
      year && meeting && item && isItem
        ? `${ADDRESS}h-${house}-${year.replace("-", "")}-${meeting}-${item}.html`
        : null;
    out.add({ start: match.index, end: match.index + match[0].length }, "handelingen", null, number, year, url);
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
  /(?<![\p{L}])(?:(?<lead>(?:op )?stuk (?=nr)|(?:gedrukt )?onder (?=nr)|motie (?=nr)|amendement (?=nr)|ondernummer )?(?:nrs?\.?|ondernummer) ?)(?<number>\d{1,4})(?![\p{L}\d])(?: ?\((?<dossier>[1-3]\d[  ]?\d{3})(?: (?<chapter>[IVXLC]+))?\))?/giu;
function loose(out: Citations): void {
  for (const match of out.text.matchAll(LOOSE)) {
    const { lead, number = "", dossier, chapter } = match.groups ?? {};
    const numberStart = match.index + (lead?.length ?? 0);
    const span = {
      start: dossier || !/stuk/i.test(lead ?? "") ? numberStart : match.index,
      end: match.index + match[0].length,
    };
    if (out.isTaken(span)) continue;
    if (dossier) out.paper(span, dossier.replace(/\D/g, "") + (chapter ? `-${chapter}` : ""), number, null, false);
    else if (lead) out.add(span, "stuk_nr_context", null, number, null);
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
  annexes(out);
  proceedings(out);
  papersWithLead(out);
  papersWithYear(out);
  bareAndDossier(out);
  loose(out);
  return out.found.sort((a, b) => a.start - b.start || a.end - b.end);
}
