/**
 * A workbook written row by row, for tables of any length: days are days, text is text and never a formula, the head
 * stays in view and can be filtered by. What fits in memory is `workbook.ts`.
 */
import { daysBetween } from "#app/domain/calendar.ts";
import { clean, type SheetCell } from "./workbook.ts";
import { escapedXml } from "./xml-text.ts";
import { type ZippedFile, zipInTurns } from "./zip-in-turns.ts";

interface SheetInTurns {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  /** Width in characters. */
  columns: readonly { heading: string; width: number }[];
  batches: AsyncIterable<readonly (readonly SheetCell[])[]> | Iterable<readonly (readonly SheetCell[])[]>;
}

export function workbookInTurns(sheets: readonly SheetInTurns[]): AsyncGenerator<Uint8Array> {
  const numbers = sheets.map((_, i) => i + 1);
  const files: ZippedFile[] = [
    { name: "[Content_Types].xml", parts: [contentTypes(numbers)] },
    { name: "_rels/.rels", parts: [relations([["officeDocument", "xl/workbook.xml"]])] },
    { name: "xl/workbook.xml", parts: [contents(sheets)] },
    {
      name: "xl/_rels/workbook.xml.rels",
      parts: [
        relations([
          ...numbers.map((n): Relation => ["worksheet", `worksheets/sheet${n}.xml`]),
          ["styles", "styles.xml"],
        ]),
      ],
    },
    { name: "xl/styles.xml", parts: [STYLES] },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, parts: sheetParts(sheet) })),
  ];
  return zipInTurns(files);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (numbers: readonly number[]): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join("")}</Types>`;

type Relation = [kind: string, target: string];
const relations = (all: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

const contents = (sheets: readonly SheetInTurns[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapedXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`;

/** The styles of a cell by their place in the list below. */
const STYLE = { plain: 0, day: 1, heading: 2 } as const;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

async function* sheetParts({ columns, batches }: SheetInTurns): AsyncGenerator<string> {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const letters = columns.map((_, i) => letterOf(i));
  const head = columns.map(({ heading }, i) => text(`${letters[i]}1`, heading, STYLE.heading)).join("");
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${head}</row>`;
  let row = 1;
  for await (const batch of batches) {
    yield batch
      .map((cells) => {
        row += 1;
        return `<row r="${row}">${cells.map((cell, i) => written(`${letters[i]}${row}`, cell)).join("")}</row>`;
      })
      .join("");
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/></worksheet>`;
}

/** A, B … Z, AA, AB …: no table here is wider than that. */
const letterOf = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : "") + String.fromCharCode(65 + (at % 26));

function written(place: string, cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}" s="${STYLE.plain}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return text(place, cell, STYLE.plain);
  // Spreadsheets count days from 30 December 1899, and before March 1900 wrongly.
  if (cell.day < "1900-03-01") return text(place, cell.day, STYLE.plain);
  return `<c r="${place}" s="${STYLE.day}"><v>${daysBetween("1899-12-30", cell.day)}</v></c>`;
}

const text = (place: string, words: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(clean(words))}</t></is></c>`;
