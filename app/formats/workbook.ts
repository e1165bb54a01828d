/** Tables as an Excel file: days are days, everything else is text or a number and never a formula, the head stays in view. */
import writeWorkbook from "write-excel-file/node";
import type { IsoDay } from "#app/domain/calendar.ts";
import { xmlText } from "./xml-text.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Null is an empty cell. */
export type SheetCell = string | number | { day: IsoDay } | null;

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  /** Width in characters. */
  columns: readonly { heading: string; width: number }[];
  rows: readonly (readonly SheetCell[])[];
}

export const workbook = async (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeWorkbook(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: "bold" as const, textWrap: true })),
        ...rows.map((row) => row.map(written)),
      ],
    })),
  ).toBuffer();

const written = (cell: SheetCell) => {
  if (cell === null) return null;
  if (typeof cell === "number") return { value: cell, type: Number, alignVertical: "top" as const };
  if (typeof cell === "string")
    return { value: clean(cell), type: String, textWrap: true, alignVertical: "top" as const };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "dd-mm-yyyy", alignVertical: "top" as const };
};

/** Excel takes 32,767 characters a cell. */
export const clean = (text: string): string => xmlText(text).slice(0, 32_767);
