/** A ministry's list as rows of text: from a workbook, or from a text with separators. Runs in the reading process. */
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { sheetOfList } from "#app/domain/list-import/columns.ts";
import { decodeText } from "./decode-text.ts";
import { Unreadable } from "./extracted.ts";
import { openArchive } from "./zip.ts";

export interface ListFile {
  form: "xlsx" | "csv";
  /** Those with something in them, in the order of the workbook; a text has one without a name. */
  sheets: string[];
  /** The one that was read. */
  sheet: string;
  rows: string[][];
  decodedFrom: string | null;
}

/** A ministry has some thousands of commitments; what is longer is another kind of file. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 80;
const LONGEST_CELL = 10_000;

/**
 * Rows with all cells of the sheet as text: days as `2011-03-04`, numbers as they are, formulas as what they came to.
 * @param wanted the sheet by name; null for the one that looks most like a list
 * @throws Unreadable, with the reason
 */
export async function readListFile(bytes: Uint8Array, wanted: string | null): Promise<ListFile> {
  if (bytes.length === 0) throw new Unreadable("empty");
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK") || start.startsWith("\xd0\xcf\x11\xe0")) return fromWorkbook(bytes, wanted);
  const decoded = decodeText(bytes);
  // Separators alone are no text either.
  if (!decoded && /^[\s;,"]*$/.test(Buffer.from(bytes).toString("latin1"))) throw new Unreadable("empty");
  if (!decoded || /^\s*(?:<|%PDF|\{\\rtf)/.test(decoded.text.slice(0, 100))) throw new Unreadable("wrong_type");
  return { form: "csv", sheets: [], sheet: "", rows: fromText(decoded.text), decodedFrom: decoded.decodedFrom };
}

/** Every part is counted while it is unpacked before the workbook is opened: see `zip.ts`. */
async function fromWorkbook(bytes: Uint8Array, wanted: string | null): Promise<ListFile> {
  const parts = await openArchive(bytes, () => false);
  if (!parts.has("xl/workbook.xml")) throw new Unreadable("wrong_type");
  const sheets = (await readWorkbook(Buffer.from(bytes))).filter(({ data }) => data.length > 0);
  const read = sheets.find(({ sheet }) => sheet === wanted) ?? sheets[sheetOfList(sheets.map(beginningOf))];
  if (!read) throw new Unreadable("empty");
  const rows = bounded(read.data).map((row) => row.map(cellText));
  return { form: "xlsx", sheets: sheets.map(({ sheet }) => sheet), sheet: read.sheet, rows, decodedFrom: null };
}

/** Enough of a sheet to tell whether it is a list. */
const beginningOf = ({ data }: { data: readonly (readonly unknown[])[] }): string[][] =>
  data.slice(0, 30).map((row) => row.slice(0, MOST_COLUMNS).map(cellText));

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "ja" : "nee";
  return String(value).slice(0, LONGEST_CELL);
}

const SEPARATORS = [";", "\t", ","];

/** Of the separators the one that parts the first rows into most columns, as evenly as it can. */
function fromText(text: string): string[][] {
  if (text.trim() === "") throw new Unreadable("empty");
  const [separator = ";"] = SEPARATORS.map((one) => ({ one, score: evenness(text, one) }))
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
  return bounded(parsed(text, separator, MOST_ROWS + 2)).map((row) => row.map((cell) => cellText(unguarded(cell))));
}

/** A spreadsheet would run `=…`: files of ours put an apostrophe in front (app/formats/refused-rows.ts), taken off here. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "");

/**
 * How many rows at the start have as many columns as most have, times those columns; nothing for one column, and for a
 * separator with which the quotes do not fit.
 */
function evenness(text: string, separator: string): number {
  const counts = new Map<number, number>();
  for (const { length } of beginning(text, separator)) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([width, count]) => count * Math.min(width, 20)));
}

function beginning(text: string, separator: string): string[][] {
  try {
    return parsed(text, separator, 50);
  } catch {
    return [];
  }
}

/** Excel may write the separator in a first line of its own (`sep=;`). */
const parsed = (text: string, separator: string, most: number): string[][] =>
  parse(text.replace(/^sep=.\r?\n/i, ""), {
    bom: true,
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
    to: most,
    max_record_size: 1_000_000,
  }) as string[][];

function bounded<T>(rows: readonly (readonly T[])[]): T[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null && cell !== ""));
  if (last < 0) throw new Unreadable("empty");
  if (last >= MOST_ROWS) throw new Unreadable("too_many_pages");
  const kept = rows.slice(0, last + 1);
  if (
    kept.some(
      (row) => row.length > MOST_COLUMNS && row.slice(MOST_COLUMNS).some((cell) => cell !== null && cell !== ""),
    )
  )
    throw new Unreadable("too_large");
  return kept.map((row) => row.slice(0, MOST_COLUMNS));
}
