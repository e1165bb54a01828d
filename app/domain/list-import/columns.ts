/**
 * What a column of a ministry's list holds. A guess goes by the words of its header first and by its values where the
 * header leaves it open; people see three values of each column and choose.
 */
import { dateIn, looksLikeDate } from "./cell-dates.ts";
import { statusIn } from "./status-words.ts";

export const COLUMN_WORDS = {
  number: "nummer in dit register",
  key: "eigen kenmerk",
  title: "titel",
  text: "tekst van de toezegging",
  madeOn: "datum van de toezegging",
  origin: "debat of brief",
  office: "bewindspersoon",
  to: "aan wie (Kamerlid, fractie, commissie)",
  chamber: "Kamer",
  ministry: "ministerie",
  dossier: "dossier",
  topic: "onderwerp",
  deadlineWords: "termijn in woorden",
  deadlineOn: "termijndatum",
  status: "status",
  statusOn: "datum van de status",
  settledBy: "brief van afdoening",
  holder: "dossierhouder (intern)",
  remark: "opmerking (intern, nooit openbaar)",
} as const;

export type ColumnUse = keyof typeof COLUMN_WORDS;

export const COLUMN_USES = Object.keys(COLUMN_WORDS) as ColumnUse[];
export const isColumnUse = (text: string): text is ColumnUse => Object.hasOwn(COLUMN_WORDS, text);

/** The uses with days in them: how they are written is asked about where it is open. */
export const DAY_USES: readonly ColumnUse[] = ["madeOn", "deadlineOn", "statusOn"];

/** From what only one column can mean to what many could: the first that fits wins. */
const HEADERS: readonly [ColumnUse, RegExp][] = [
  ["number", /register.*(?:nr|nummer)|(?:nr|nummer).*register|^toezeggingnummer tk$/],
  [
    "statusOn",
    /dat\w*.*(?:afdoening|afgedaan|status|nakoming|voldaan)|(?:afgedaan|voldaan|status|afdoening) (?:op|dat)/,
  ],
  ["settledBy", /brief.*afdoening|afdoenings?brief|afgedaan (?:met|bij|door|in)|wijze van afdoening|kamerbrief/],
  ["deadlineOn", /(?:termijn|streef|eind|deadline|uiterste|verval)\s?-?datum|datum.*(?:termijn|deadline)|uiterlijk op/],
  ["deadlineWords", /termijn|deadline|planning|wanneer|gereed|tijdpad/],
  ["madeOn", /^datum$|datum.*(?:toezegging|toegezegd|debat|brief|gedaan|vergadering)|toegezegd op|toezegdatum/],
  [
    "key",
    /^(?:id|nr|nummer|volgnr|volgnummer|kenmerk|zaaknummer|sleutel|code|referentie|#)\b|toezegging\w*\s?(?:nr|nummer|id)$|kenmerk/,
  ],
  ["title", /titel|^korte? (?:omschrijving|titel)|^naam$|^toezegging$/],
  ["text", /tekst|omschrijving|toelichting op de toezegging|inhoud|letterlijk|formulering/],
  ["office", /bewinds|minister\b|staatssecretaris|toegezegd door|portefeuillehouder|^door$/],
  ["chamber", /^(?:kamer|tk\s?\/\s?ek|ek\s?\/\s?tk|welke kamer)$/],
  ["to", /aan wie|kamerlid|fractie|toegezegd aan|^aan$|commissie|indiener|vragensteller/],
  ["ministry", /ministerie|departement/],
  ["origin", /debat|bron|vindplaats|vergadering|herkomst|overleg|gelegenheid/],
  ["dossier", /dossier(?!houder)|beleidsterrein|programma/],
  ["topic", /onderwerp|thema/],
  ["status", /status|stand van zaken|afgedaan|^stand$|voortgang/],
  ["holder", /dossierhouder|behandelaar|beleidsmedewerker|eigenaar|directie|contactpersoon/],
  ["remark", /opmerking|notitie|intern|bijzonderheden|toelichting/],
];

/** By what a header is remembered: capitals, accents and double spaces do not make it another. */
export const headerKey = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/[*:]+$/g, "")
    .trim();

export const headerMeans = (header: string): ColumnUse | null => {
  const words = headerKey(header);
  return HEADERS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
};

/** Each use goes to one column at most, the first that asks for it; `null` is a column that is not used. */
export function guessUses(headers: readonly string[], rows: readonly (readonly string[])[]): (ColumnUse | null)[] {
  const given = new Set<ColumnUse>();
  const give = (use: ColumnUse | null): ColumnUse | null => {
    if (use === null || given.has(use)) return null;
    given.add(use);
    return use;
  };
  const named = headers.map((header) => give(headerMeans(header)));
  return named.map((use, column) => use ?? give(valuesMean(rows.map((row) => row[column] ?? ""))));
}

/** Only where all values say the same and hardly anything else could: a list without a header that we know. */
function valuesMean(cells: readonly string[]): ColumnUse | null {
  const values = cells.filter((cell) => cell.trim() !== "");
  if (values.length < 3) return null;
  const all = (test: (value: string) => boolean): boolean => values.every(test);
  if (all((value) => statusIn(value) !== null)) return "status";
  if (all((value) => /^(?:minister|staatssecretaris)\b/i.test(value))) return "office";
  if (all((value) => /^(?:tk|ek|(?:tweede|eerste) kamer)$/i.test(value))) return "chamber";
  // Of columns of days the first is the day of the promise.
  if (all((value) => looksLikeDate(value) && dateIn(value, null).kind !== "none")) return "madeOn";
  return null;
}

const HEADER_WITHIN = 30;

const headersKnown = (row: readonly string[]): number =>
  new Set(row.map(headerMeans).filter((use) => use !== null)).size;

/** Of the sheets of a workbook the place of the one that looks most like a list; the first where none does. */
export function sheetOfList(sheets: readonly (readonly (readonly string[])[])[]): number {
  const known = sheets.map((rows) => Math.max(0, ...rows.slice(0, HEADER_WITHIN).map(headersKnown)));
  return Math.max(0, known.indexOf(Math.max(2, ...known)));
}

/**
 * The row (from 0) that names the columns: above it stand titles, often merged over all columns, below it the list.
 * The one with most headers that we know; where we know none, the first with as many words as the list is wide.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): number {
  const top = rows.slice(0, HEADER_WITHIN);
  const known = top.map(headersKnown);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most);
  const filled = top.map((row) => row.filter((cell) => cell.trim() !== "").length);
  const widest = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count >= 2 && count >= widest - 1),
  );
}

export const widthOf = (rows: readonly (readonly string[])[]): number =>
  Math.max(0, ...rows.map(({ length }) => length));

/** The headers in a row (from 0), as many as the list is wide; a column without one is called by its place. */
export const headersIn = (rows: readonly (readonly string[])[], headerRow: number, width: number): string[] =>
  Array.from({ length: width }, (_, column) => rows[headerRow]?.[column]?.trim() || `kolom ${column + 1}`);
