/** The head of a letter (return address, to whom, date, subject) and its signature: out of the text, into fields. */
import { day, type IsoDay } from "../calendar.ts";
import { NUMBERED } from "./headings.ts";
import type { Line } from "./letter-lines.ts";
import type { LetterHead } from "./letter-text.ts";

const MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december".split("|");
const WRITTEN_DAY = new RegExp(`(?<!\\d)(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})(?!\\d)`, "i");
const FIGURE_DAY = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;

/** The day in a date line: "4 maart 2011" or "04-03-2011"; null where there is none, or none that exists. */
function dayIn(text: string): IsoDay | null {
  const written = WRITTEN_DAY.exec(text);
  if (written) return day(Number(written[3]), MONTHS.indexOf((written[2] ?? "").toLowerCase()) + 1, Number(written[1]));
  const figures = FIGURE_DAY.exec(text);
  return figures ? day(Number(figures[3]), Number(figures[2]), Number(figures[1])) : null;
}

const LABELS: readonly [name: "date" | "title" | "addressee" | "other", pattern: RegExp][] = [
  ["date", /^(?:Datum|DATUM)(?: brief)?(?::| (?=\d)|$)/],
  ["title", /^(?:Onderwerp|ONDERWERP|Betreft|BETREFT|Betreffende)(?::| (?!van |is |was |dat |het |de )|$)/],
  [
    "addressee",
    /^A[Aa][Nn](?::|$| (?=(?:de )?(?:[Vv]oorzitter|[Ll]eden|[Gg]riffier|heer|mevrouw)\b|(?:de )?(?:Tweede|Eerste) Kamer))/,
  ],
  ["other", /^Uw brief(?: \(kenmerk\)| van)?(?::|$| (?=\d{1,2} \p{Ll}+ \d{4}$))/u],
  [
    "other",
    /^(?:Ons kenmerk|Onze referentie|Uw kenmerk|Uw referentie|Kenmerk|Registratienummer|Bijlagen?(?:\(n\))?|Contactpersoon|Contact|Projectnaam|Auteur|Afdeling|Bezoekadres|Postadres|Kopie aan|Aantal bijlagen)(?::|$| (?=[^ ]*\d[^ ]*$|geen$|div))/,
  ],
];

const PLACE_AND_DAY =
  /^(?:Den Haag|[’‘'`]s[- ]Gravenhage|Utrecht|Amsterdam|Rotterdam|Assen|Zwolle|\p{Lu}\p{Ll}+),? (?:d\.d\. )?\d{1,2} \p{Ll}+ \d{4}\.?$/u;
const DAY_ALONE = /^\d{1,2}(?: \p{Ll}{3,9} |[-/]\d{1,2}[-/])\d{4}$/u;
const ADDRESS =
  /^(?:>|Retouradres|Postbus \d|\d{4} ?[A-Z]{2}(?:\s|$)|der Staten-Generaal,?$|Binnenhof \d|(?:Tweede|Eerste) Kamer der Staten-Generaal ?\d?$|Vergaderjaar \d|www\.\S+$|[TFEM] ?:? ?[\d+(]|Ministerie van [^.,]{3,80}$|Directoraat-Generaal |Directie [^.,]{3,80}$|Bij (?:de )?beantwoording |Wilt u slechts |Geachte? )/;
const NUMBERS_ONLY = /^[\d .-]{1,30}$/;

const DOSSIER = String.raw`(\d{2}[ .]?\d{3}(?: ?-? ?(?:[IVX]+|\d{1,2}|[A-Z])| \(R ?\d+\))?)`;
/** The paper that the letter itself is, as a line of its own. A paper cited in a sentence is another one. */
const PAPER = [
  new RegExp(`^Kamerstuk(?:ken)?(?: I{1,2})? ${DOSSIER},? [Nn]rs?\\.? ?(\\d{1,4}|[A-Z]{1,2})$`),
  new RegExp(
    `^${DOSSIER},? Nr\\.? ?(\\d{1,4}|[A-Z]{1,2})(?: (?:(?:GEWIJZIGDE |HERDRUK |NADERE )?BRIEF|VERSLAG|LIJST)\\b.*)?$`,
    "i",
  ),
  /^kst-(\d{5}(?:-[IVX]+)?)-(\d{1,4}|[A-Z]{1,2})$/,
];
const FOOT = new RegExp(`^(?:Tweede|Eerste) Kamer[^.]{0,60}, ${DOSSIER}, nr\\. (\\w{1,4})(?: \\d{1,3})?$`);
const DOSSIER_ALONE = new RegExp(`^${DOSSIER}(?= \\p{Lu}\\p{Ll}|$)`, "u");
const NUMBER_ALONE = /^N[rR]\. ?(\d{1,4}|[A-Z]{1,2})(?: BRIEF\b.*| Brief van\b.*)?$/;
const LETTER_OF = /^(?:BRIEF VAN DE|Brief van de) \p{Lu}?/u;

export interface TakenHead {
  /** The lines that belong to the head. */
  lines: Line[];
  rest: Line[];
  title: string | null;
  date: IsoDay | null;
  addressee: string | null;
  paper: string | null;
}

type Field = (typeof LABELS)[number][0] | "place" | "address" | "paper" | "unknown";

const labelOf = (text: string): { name: Field; value: string } | null => {
  for (const [name, pattern] of LABELS) {
    const match = pattern.exec(text);
    if (match) return { name, value: text.slice(match[0].length).replace(/^:/, "").trim() };
  }
  return null;
};

/** What a line of the head is; `unknown` may still be part of it where a known line follows. */
function fieldOf(text: string): Field {
  const label = labelOf(text);
  if (label) return label.name;
  if (PLACE_AND_DAY.test(text) || DAY_ALONE.test(text)) return "place";
  if (PAPER.some((pattern) => pattern.test(text)) || NUMBER_ALONE.test(text) || LETTER_OF.test(text)) return "paper";
  if (ADDRESS.test(text) || NUMBERS_ONLY.test(text)) return "address";
  return "unknown";
}

const isProse = (text: string): boolean =>
  /[.!?]["”’»)]*\d{0,3}$/.test(text) || /\p{Ll}{2}[.!?]\d{0,3} \p{Lu}/u.test(text);

/** How many unknown lines in a row (names, departments, the name of a dossier) the head may hold. */
const STRANGERS = 6;
const LONGEST_HEAD = 60;

/** Takes the head off the lines; all null and no line taken where the text has none. */
export function takeHead(lines: readonly Line[]): TakenHead {
  const head: TakenHead = { lines: [], rest: [...lines], title: null, date: null, addressee: null, paper: null };
  let length = 0;
  let strangers = 0;
  let certain = false;
  let dossier: string | null = null;
  for (let i = 0; i < Math.min(lines.length, LONGEST_HEAD); i++) {
    const line = lines[i];
    if (!line) break;
    const field = fieldOf(line.text);
    const dossierHere = DOSSIER_ALONE.exec(line.text)?.[1];
    if (dossierHere) dossier = dossierHere;
    if (field === "unknown") {
      strangers += 1;
      // Lines that run on are text already, unless they give the name of a dossier.
      const runsOn = !dossier && line.text.length > 50 && /^\p{Ll}/u.test(lines[i + 1]?.text ?? "");
      if (strangers > STRANGERS || isProse(line.text) || runsOn) break;
      continue;
    }
    strangers = 0;
    certain ||= field !== "address";
    const label = labelOf(line.text);
    const end = label ? endOfValue(lines, i, label) : i;
    const value = [label?.value ?? line.text, ...lines.slice(i + 1, end + 1).map((row) => row.text)].join(" ").trim();
    if (field === "title") head.title ??= value || null;
    if (field === "date" || field === "place") head.date ??= dayIn(value);
    if (field === "addressee") head.addressee ??= addresseeIn(value);
    if (field === "paper") head.paper ??= paperIn(line.text, dossier);
    i = end;
    length = end + 1;
    if (/^Geachte? /.test(line.text)) break;
  }
  if (!certain || length === lines.length) {
    return { ...head, title: null, date: null, addressee: null, paper: null };
  }
  head.lines = lines.slice(0, length);
  head.rest = lines.slice(length);
  return head;
}

/** The last line of a label's value: on the next line where the label stands alone, and on while the words run on. */
function endOfValue(lines: readonly Line[], i: number, label: { name: Field; value: string }): number {
  let end = i;
  const alone = label.value === "";
  const next = lines[i + 1];
  if (alone && next && labelOf(next.text) === null && !(label.name !== "title" && next.text.length > 80)) end += 1;
  while (end > i || !alone) {
    const last = lines[end];
    const line = lines[end + 1];
    if (!last || !line || line.gap !== "none" || end - i >= 4) break;
    const goesOn =
      label.name === "addressee"
        ? !/^(?:Postbus|Binnenhof|\d{4} ?[A-Z]{2})/i.test(line.text) &&
          /^(?:der|van|de|en|Tweede|Eerste)\b/i.test(line.text)
        : label.name === "title" &&
          fieldOf(line.text) === "unknown" &&
          !NUMBERED.test(line.text) &&
          (/^[\p{Ll}(“‘\d]/u.test(line.text) || (last.text.length >= 45 && lines[end + 2]?.gap !== "none"));
    if (!goesOn) break;
    end += 1;
  }
  return end;
}

/** "de Voorzitter van de Tweede Kamer der Staten-Generaal": without the postal address, the Chamber with its capital. */
function addresseeIn(value: string): string | null {
  const name = value
    .replace(/,? ?(?:Postbus|Binnenhof|\d{4} ?[A-Z]{2}\b).*$/, "")
    .replace(/\b(Tweede|Eerste) kamer\b/i, "$1 Kamer");
  return name.replace(/^De\b/, "de").replace(/[,;]$/, "").trim() || null;
}

/** `32 500 VI, nr. 75`, as the register writes it. */
function paperIn(text: string, dossier: string | null): string | null {
  for (const pattern of PAPER) {
    const [, where, number] = pattern.exec(text) ?? [];
    if (where && number) return writePaper(where, number);
  }
  const number = NUMBER_ALONE.exec(text)?.[1];
  return number && dossier ? writePaper(dossier, number) : null;
}

function writePaper(dossier: string, number: string): string {
  const [, thousands, rest, suffix] = /^(\d{2})[ .]?(\d{3})[ -]*(.*)$/.exec(dossier) ?? [];
  if (!thousands) return `${dossier}, nr. ${number}`;
  const joined = suffix && /^\d/.test(suffix) ? `-${suffix}` : suffix && ` ${suffix}`;
  return `${thousands} ${rest}${joined ?? ""}, nr. ${number}`;
}

/** The paper that the page furniture names as the letter's own, or null. A foot counts once it comes back. */
export function paperOfFurniture(lines: readonly Line[]): string | null {
  const feet = new Set<string>();
  for (const { text } of lines) {
    const own = paperIn(text, null);
    if (own) return own;
    const [, dossier, number] = FOOT.exec(text) ?? [];
    const paper = dossier && number ? writePaper(dossier, number) : null;
    if (paper && feet.has(paper)) return paper;
    if (paper) feet.add(paper);
  }
  return null;
}

const PROGRESS = /\bvoortgangs(?:brief|bericht|rapportage)\b/i;
const ANOTHER =
  /(?:vorige|eerdere|vorig|laatste|volgende|komende|toegezegde|uitstel|reactie op|antwoord|vragen|naar aanleiding van|commissiebrief|motie)\b[^.]*\bvoortgangs(?:brief|bericht|rapportage)/i;
const THIS_ONE =
  /\b(?:deze|onderhavige|voorliggende|hierbij|bijgaande?|hiermee|dit)\b(?:(?!vorig|eerder|laatste|volgende|toegezegd)[^.!?])*?\bvoortgangs(?:brief|bericht|rapportage)\b(?! van (?:\d|vorig|de minister))/i;

/** Whether the letter is itself a progress letter, by its title, or else by its first words. */
export function kindOf(title: string | null, opening: readonly string[]): LetterHead["kind"] {
  if (title && PROGRESS.test(title)) return ANOTHER.test(title.slice(0, 500)) ? "other" : "progress";
  return opening.some((text) => THIS_ONE.test(text.slice(0, 1000))) ? "progress" : "other";
}
