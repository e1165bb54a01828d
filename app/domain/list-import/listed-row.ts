/** One row of a ministry's list, read by what its columns hold; or why it cannot be taken in, in sentences. */
import { dayInWords, type IsoDay } from "../calendar.ts";
import { STATUS_WORDS } from "../commitment.ts";
import { parseNumber } from "../numbers.ts";
import type { Chamber } from "../recess.ts";
import type { Status } from "../standing.ts";
import { type DayOrder, dateIn } from "./cell-dates.ts";
import { COLUMN_WORDS, type ColumnUse } from "./columns.ts";
import { statusIn, statusKey } from "./status-words.ts";

/** What people said of a list: what its columns hold and what its words mean. */
export interface Layout {
  /** For each column; null is not used. */
  uses: (ColumnUse | null)[];
  /** For each column (from 0) with days that could be two. */
  orders: Record<string, DayOrder>;
  statuses: Record<string, Status>;
  /** For the rows that do not say it themselves; empty where there is nothing for all. */
  whole: { chamber: Chamber; office: string; dossier: string };
}

/** A row as it says it. Null and empty is not said: that changes nothing in the register. */
export interface ListedRow {
  number: string | null;
  key: string | null;
  title: string;
  text: string;
  madeOn: IsoDay;
  origin: string;
  office: string;
  to: string;
  chamber: Chamber;
  ministry: string;
  dossier: string;
  topic: string;
  /** What was said, and the day beside it where the list gives one. */
  deadline: { words: string; on: IsoDay | null };
  status: Status | null;
  /** The words of the list for it. */
  statusWords: string;
  statusOn: IsoDay | null;
  settledBy: string;
  holder: string;
  remark: string;
}

/** What somebody has to say before such a row can be read. */
export type Question =
  | { about: "status"; words: string }
  | { about: "order"; column: number; example: string; orders: DayOrder[] };

export type RowReading = { row: ListedRow } | { refusals: string[]; questions: Question[]; title: string };

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 5_000;

/** @param today no promise and no status is of a later day */
export function readRow(cells: readonly string[], layout: Layout, today: IsoDay): RowReading {
  const refusals: string[] = [];
  const questions: Question[] = [];
  const columnOf = (use: ColumnUse): number => layout.uses.indexOf(use);
  const cell = (use: ColumnUse): string => (cells[columnOf(use)] ?? "").trim();
  const line = (use: ColumnUse): string => cell(use).replace(/\s+/g, " ");

  function dayOf(use: ColumnUse): IsoDay | null {
    const column = columnOf(use);
    const found = dateIn(cell(use), layout.orders[column] ?? null);
    if (found.kind === "day") return found.day;
    if (found.kind === "open") {
      questions.push({ about: "order", column, example: cell(use), orders: found.orders });
      refusals.push(`Bij ${COLUMN_WORDS[use]} staat “${cell(use)}”. Dat kan meer dan één dag zijn: zeg eerst welke.`);
    }
    if (found.kind === "none") refusals.push(`Bij ${COLUMN_WORDS[use]} staat “${short(cell(use))}”. Dat is geen dag.`);
    return null;
  }

  const text = cell("text").replace(/[^\S\n]+/g, " ");
  const title = line("title");
  if (title === "" && text === "") refusals.push("Er staat niet wat is toegezegd: de titel en de tekst zijn leeg.");
  if (title.length > LONGEST_TITLE)
    refusals.push(`De titel is langer dan ${LONGEST_TITLE} tekens. Zet de rest bij de tekst.`);
  if (text.length > LONGEST_TEXT) refusals.push(`De tekst is langer dan ${LONGEST_TEXT} tekens.`);

  const number = line("number");
  const own = number === "" ? null : parseNumber(number);
  if (number !== "" && own?.kind !== "own")
    refusals.push(`“${short(number)}” is geen nummer van dit register. Zo'n nummer ziet eruit als 2011-0007.`);

  const madeOn = dayOf("madeOn");
  if (madeOn === null && cell("madeOn") === "") refusals.push("De datum van de toezegging is leeg.");
  if (madeOn !== null && madeOn > today)
    refusals.push(`De toezegging is van ${dayInWords(madeOn)}. Die dag moet nog komen.`);

  const chamber = line("chamber") === "" ? layout.whole.chamber : chamberIn(line("chamber"));
  if (chamber === null)
    refusals.push(
      `Bij Kamer staat “${short(line("chamber"))}”. Schrijf Tweede Kamer of Eerste Kamer; een toezegging aan beide is er twee.`,
    );

  const status = line("status") === "" ? null : statusIn(line("status"), layout.statuses);
  if (status === null && line("status") !== "") {
    questions.push({ about: "status", words: statusKey(line("status")) });
    refusals.push(
      `De status “${short(line("status"))}” kennen we niet. Zeg wat die betekent, of schrijf ${Object.values(STATUS_WORDS).join(", ")}.`,
    );
  }
  const statusOn = status === null ? null : dayOf("statusOn");
  if (statusOn !== null && statusOn > today)
    refusals.push(`De status is van ${dayInWords(statusOn)}. Die dag moet nog komen.`);
  if (statusOn !== null && madeOn !== null && statusOn < madeOn)
    refusals.push(`De status is van ${dayInWords(statusOn)}, voor de dag van de toezegging.`);

  const deadline = deadlineOf(
    line("deadlineWords"),
    cell("deadlineOn"),
    () => dayOf("deadlineOn"),
    layout,
    columnOf("deadlineOn"),
  );
  if (refusals.length > 0 || madeOn === null || chamber === null)
    return { refusals, questions, title: promisedIn({ title, text }).title };
  return {
    row: {
      number: own?.number ?? null,
      key: line("key") || null,
      title,
      text,
      madeOn,
      origin: line("origin"),
      office: line("office") || layout.whole.office,
      to: line("to"),
      chamber,
      ministry: line("ministry"),
      dossier: line("dossier") || layout.whole.dossier,
      topic: line("topic"),
      deadline,
      status,
      statusWords: line("status"),
      statusOn,
      settledBy: line("settledBy"),
      holder: line("holder"),
      remark: cell("remark"),
    },
  };
}

/** A column of days often holds words as well ("voor de zomer"): these are the words of the term where no others are. */
function deadlineOf(
  words: string,
  cell: string,
  read: () => IsoDay | null,
  layout: Layout,
  column: number,
): ListedRow["deadline"] {
  const isWords = words === "" && dateIn(cell, layout.orders[column] ?? null).kind === "none" && /\p{L}/u.test(cell);
  if (isWords) return { words: cell.replace(/\s+/g, " ").trim(), on: null };
  return { words: /^[-–—]$/.test(words) ? "" : words, on: read() };
}

const CHAMBERS: readonly [Chamber, RegExp][] = [
  ["TK", /^(?:de )?(?:tk|tweede(?: kamer)?|2e(?: kamer)?|ii)$/i],
  ["EK", /^(?:de )?(?:ek|eerste(?: kamer)?|1e(?: kamer)?|i)$/i],
];
const chamberIn = (words: string): Chamber | null => CHAMBERS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** A list often has one of the two: a title is then the first sentence of the text, and a text the title. */
export const promisedIn = ({ title, text }: Pick<ListedRow, "title" | "text">): { title: string; text: string } => ({
  title: title || firstSentence(text),
  text: text || title,
});

function firstSentence(text: string): string {
  const sentence = (/^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text).replace(/\s+/g, " ").trim();
  return sentence.length <= LONGEST_TITLE ? sentence : `${sentence.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
