/**
 * What is told of a commitment that is taken along: one description for the table of a spreadsheet, where headings are
 * Dutch, and for JSON, where names are English.
 */
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { CHAMBER_WORDS, STATUS_WORDS } from "#app/domain/commitment.ts";
import type { ExportedCommitment } from "#db/public.ts";

/** A day, so that a spreadsheet can count with it. */
type Day = { day: IsoDay };
type Value = string | number | boolean | Day | readonly string[] | null;

interface Column {
  /** In JSON. */
  name: string;
  /** In a table. */
  heading: string;
  /** In characters. */
  width: number;
  /** What JSON says, where that is not what a table says. */
  code?: (row: ExportedCommitment) => Value;
  value: (row: ExportedCommitment, pageOf: PageOf) => Value;
}

/** The address of the page of a commitment, by its number. */
export type PageOf = (number: string) => string;

const day = (of: IsoDay | null): Day | null => (of === null ? null : { day: of });

/** No term has no words: the column says so by being empty. */
const words = (text: string): string | null => text || null;

export const COLUMNS: readonly Column[] = [
  { name: "number", heading: "Nummer", width: 11, value: ({ number }) => number },
  { name: "title", heading: "Titel", width: 50, value: ({ title }) => title },
  { name: "text", heading: "Wat is beloofd", width: 70, value: ({ text }) => text },
  {
    name: "chamber",
    heading: "Kamer",
    width: 14,
    value: ({ chamber }) => CHAMBER_WORDS[chamber],
    code: ({ chamber }) => chamber,
  },
  { name: "madeOn", heading: "Gedaan op", width: 12, value: ({ madeOn }) => day(madeOn) },
  { name: "office", heading: "Gedaan door (ambt)", width: 32, value: ({ office }) => office },
  { name: "officeHolder", heading: "Gedaan door (persoon)", width: 22, value: ({ holder }) => holder },
  { name: "ministry", heading: "Verantwoordelijk ministerie", width: 34, value: ({ ministry }) => ministry },
  {
    name: "addressees",
    heading: "Gedaan aan",
    width: 30,
    value: ({ to }) => to.map(({ name, group }) => (group ? `${name} (${group})` : name)),
  },
  { name: "committee", heading: "Commissie", width: 30, value: ({ committee }) => committee },
  { name: "dossier", heading: "Dossier", width: 30, value: ({ dossier }) => dossier.name },
  { name: "topic", heading: "Onderwerp", width: 24, value: ({ topic }) => topic?.name ?? null },
  {
    name: "status",
    heading: "Status",
    width: 14,
    value: ({ standing }) => STATUS_WORDS[standing.status],
    code: ({ standing }) => standing.status,
  },
  { name: "late", heading: "Te laat", width: 8, value: ({ standing }) => standing.late },
  { name: "daysLate", heading: "Dagen te laat", width: 9, value: ({ standing }) => standing.daysLate },
  {
    name: "awaitingJudgement",
    heading: "Wacht op oordeel",
    width: 10,
    value: ({ standing }) => standing.awaitingJudgement,
  },
  {
    name: "deadlineWords",
    heading: "Termijn in woorden",
    width: 30,
    value: ({ standing }) => words(standing.deadline.words),
  },
  { name: "earliest", heading: "Termijn vanaf", width: 12, value: ({ standing }) => day(standing.deadline.earliest) },
  { name: "latest", heading: "Termijn tot en met", width: 12, value: ({ standing }) => day(standing.deadline.latest) },
  { name: "dueOn", heading: "Laatste dag op tijd", width: 12, value: ({ standing }) => day(standing.dueOn) },
  { name: "expectedOn", heading: "Brief verwacht op", width: 12, value: ({ standing }) => day(standing.expectedOn) },
  { name: "withoutTerm", heading: "Zonder termijn", width: 9, value: ({ standing }) => standing.withoutTerm },
  {
    name: "originalDeadlineWords",
    heading: "Eerste termijn in woorden",
    width: 30,
    value: ({ standing }) => words(standing.original.words),
  },
  {
    name: "originalLatest",
    heading: "Eerste termijn tot en met",
    width: 12,
    value: ({ standing }) => day(standing.original.latest),
  },
  { name: "postponements", heading: "Keer uitgesteld", width: 10, value: ({ standing }) => standing.postponements },
  {
    name: "metOn",
    heading: "Voldaan op",
    width: 12,
    value: ({ standing }) => (standing.status === "met" ? day(standing.settledOn) : null),
  },
  {
    name: "daysLateInForce",
    heading: "Dagen te laat voldaan",
    width: 10,
    value: ({ standing }) => standing.daysLateInForce,
  },
  {
    name: "daysLateOriginal",
    heading: "Dagen te laat voldaan, tegen de eerste termijn",
    width: 14,
    value: ({ standing }) => standing.daysLateOriginal,
  },
  {
    name: "madeIn",
    heading: "Gedaan in",
    width: 40,
    value: ({ origin }) => origin && `${origin.title}, ${dayInWords(origin.date)}`,
  },
  { name: "paper", heading: "Officiële bron", width: 20, value: ({ origin }) => origin?.paper ?? null },
  { name: "source", heading: "Hoe we dit weten", width: 30, value: ({ source }) => source },
  {
    name: "frozenOn",
    heading: "Dossier gevolgd tot en met",
    width: 12,
    value: ({ standing }) => day(standing.frozenOn),
  },
  { name: "invented", heading: "Verzonnen voorbeeld", width: 10, value: ({ dossier }) => dossier.isInvented },
  { name: "page", heading: "Pagina", width: 40, value: ({ number }, pageOf) => pageOf(number) },
];

const isDay = (value: Value): value is Day => typeof value === "object" && value !== null && "day" in value;

/** As a table shows it: days stay days, yes and no are words, several are one text. */
export function tableRow(row: ExportedCommitment, pageOf: PageOf): (string | number | Day | null)[] {
  return COLUMNS.map(({ value }) => {
    const told = value(row, pageOf);
    if (typeof told === "boolean") return told ? "ja" : "nee";
    if (typeof told === "object" && told !== null && !isDay(told)) return told.join("; ");
    return told;
  });
}

/** As JSON says it: codes, days as text, null for what is not there. */
export const jsonObject = (row: ExportedCommitment, pageOf: PageOf): Record<string, unknown> =>
  Object.fromEntries(
    COLUMNS.map(({ name, value, code }) => {
      const told = code ? code(row) : value(row, pageOf);
      return [name, isDay(told) ? told.day : told];
    }),
  );
