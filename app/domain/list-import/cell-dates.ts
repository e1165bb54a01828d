/** Days as lists hold them: Dutch forms, what a spreadsheet makes of them, and those that could be two days. */
import { addDays, day, type IsoDay, isIsoDay } from "../calendar.ts";

/** How a column writes the days that can be read in more than one way: asked about once for each column. */
export type DayOrder = "day_month" | "month_day" | "year_first";

export const ORDER_WORDS: Record<DayOrder, string> = {
  day_month: "dag, maand, jaar",
  month_day: "maand, dag, jaar",
  year_first: "jaar, maand, dag",
};

export type CellDate =
  | { kind: "empty" }
  | { kind: "day"; day: IsoDay }
  /** More than one order gives a day, and they differ. */
  | { kind: "open"; orders: DayOrder[] }
  | { kind: "none" };

const MONTHS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTH =
  "(jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WORDS = new RegExp(`^(?:\\p{L}{2,9}\\s+)?(\\d{1,2})[\\s-]+${MONTH}\\.?[\\s-]+(\\d{4}|\\d{2})$`, "iu");
const FIGURES = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.Z+]*)?$/;
/** The days from 1954 to 2119 as Excel counts them, from 30 December 1899. */
const SERIAL = /^[2-7]\d{4}$/;

const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 80 ? 2000 : 1900);

const found = (at: IsoDay | null): CellDate => (at === null ? { kind: "none" } : { kind: "day", day: at });

/**
 * The day in a cell. With dashes or points it is day-month-year, as in Dutch; with strokes other programs may have
 * written it their way round, so that `04/03/11` is left open until `order` says which.
 */
export function dateIn(cell: string, order: DayOrder | null): CellDate {
  const text = cell.replace(/\s+/g, " ").trim();
  if (text === "" || /^[-–—]$/.test(text)) return { kind: "empty" };
  if (isIsoDay(text)) return found(text);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return found(day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  if (SERIAL.test(text)) return found(addDays("1899-12-30", Number(text)));
  const words = WORDS.exec(text);
  if (words) return found(day(fullYear(words[3] ?? ""), monthNamed(words[2] ?? ""), Number(words[1])));
  const figures = FIGURES.exec(text);
  return figures ? inFigures(figures, order) : { kind: "none" };
}

const monthNamed = (name: string): number => {
  const start = name.toLowerCase().slice(0, 3);
  return MONTHS.indexOf(start === "mrt" ? "maa" : start) + 1;
};

function inFigures([, a = "", sign, b = "", c = ""]: RegExpExecArray, order: DayOrder | null): CellDate {
  const read: Record<DayOrder, IsoDay | null> = {
    day_month: day(fullYear(c), Number(b), Number(a)),
    month_day: day(fullYear(c), Number(a), Number(b)),
    year_first: c.length === 2 ? day(fullYear(a.padStart(2, "0")), Number(b), Number(c)) : null,
  };
  if (sign !== "/") return found(read.day_month);
  const orders = (["day_month", "month_day", "year_first"] as const).filter((one) => read[one] !== null);
  const days = new Set(orders.map((one) => read[one]));
  if (days.size <= 1) return found(read[orders[0] ?? "day_month"]);
  return order && read[order] !== null ? found(read[order]) : { kind: "open", orders };
}

/** A serial number of a spreadsheet is a day only in a column that is known to hold days. */
export const looksLikeDate = (cell: string): boolean => !SERIAL.test(cell.trim());
