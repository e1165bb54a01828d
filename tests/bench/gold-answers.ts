/** What the reader answers to a labelled set, row by row, and whether that is right. */
import { readFileSync } from "node:fs";
import type { Finding, FoundCitation, FoundDeadline, Reading, ReadingInput } from "#app/domain/reading/findings.ts";
import { read } from "#app/domain/reading/read.ts";
import type { Recess } from "#app/domain/recess.ts";
import type { CitationRow, DeadlineRow, GoldSet, SentenceRow } from "./gold-set.ts";

export interface Answer {
  id: string;
  part: "zin" | "termijn" | "verwijzing";
  text: string;
  expected: string;
  /** What the reader said, in one line, with the rule where there is one. */
  said: string;
  isRight: boolean;
}

export interface Asked {
  sentences: { row: SentenceRow; findings: readonly Finding[] }[];
  deadlines: { row: DeadlineRow; nearest: FoundDeadline | null }[];
  citations: { row: CitationRow; found: readonly FoundCitation[] }[];
}

const recesses = JSON.parse(readFileSync("db/seed/recesses.json", "utf8")) as Recess[];

const readingOf = (text: string, more: Omit<ReadingInput, "text" | "recesses">): Reading =>
  read({ text, recesses, ...more });

/** Reads every row; texts and dates are all that the reader gets, and who speaks where the row says so. */
export const ask = (gold: GoldSet): Asked => ({
  sentences: gold.sentences.map((row) => {
    const { text, date = null, speaker = "government", chamber = "TK" } = row;
    return { row, findings: readingOf(text, { date, speaker, chamber }).findings };
  }),
  deadlines: gold.deadlines.map((row) => {
    const found = readingOf(row.text, { date: row.reference_date, chamber: row.chamber ?? "TK" }).deadlines;
    return { row, nearest: nearestTo(row, found) };
  }),
  citations: gold.citations.map((row) => ({
    row,
    found: readingOf(row.text, { date: row.date ?? null }).citations,
  })),
});

/** Of the deadlines that overlap the labelled words the one that does most. */
function nearestTo({ text, expression }: DeadlineRow, found: readonly FoundDeadline[]): FoundDeadline | null {
  const start = text.indexOf(expression);
  const overlap = (one: FoundDeadline) => Math.min(one.end, start + expression.length) - Math.max(one.start, start);
  return found.filter((one) => overlap(one) > 0).sort((a, b) => overlap(b) - overlap(a))[0] ?? null;
}

export const COUNTED = ["new_commitment", "refers_back", "fulfils", "postpones"] as const;
const isCounted = ({ kind }: Finding): boolean => (COUNTED as readonly string[]).includes(kind);

export const alsoOf = ({ also }: SentenceRow): string[] => (also === undefined ? [] : [also].flat());

function sentenceAnswer({ row, findings }: Asked["sentences"][number]): Answer {
  const counted = findings.filter(isCounted);
  const kinds = new Set<string>(counted.map(({ kind }) => kind));
  const allowed = [row.label, ...alsoOf(row)];
  const said = counted.map(({ kind, rule }) => `${kind} (${rule})`);
  return {
    id: row.id,
    part: "zin",
    text: row.text,
    expected: row.label,
    said: [...new Set(said)].join(", ") || "none",
    isRight:
      (row.label === "none" || kinds.has(row.label)) &&
      (row.disputable === true || [...kinds].every((kind) => allowed.includes(kind))),
  };
}

const period = ({ earliest, latest, event }: Pick<DeadlineRow, "earliest" | "latest" | "event">): string =>
  earliest === null && latest === null ? (event ?? "geen datum") : `${earliest ?? ""}..${latest ?? ""}`;

/** With a date the date counts; without one the event that is waited for. */
export const isSameDeadline = (row: DeadlineRow, found: FoundDeadline | null): boolean =>
  found !== null &&
  found.earliest === row.earliest &&
  found.latest === row.latest &&
  (row.latest !== null || row.earliest !== null || !row.event || found.event === row.event);

const deadlineAnswer = ({ row, nearest }: Asked["deadlines"][number]): Answer => ({
  id: row.id,
  part: "termijn",
  text: row.text,
  expected: `${row.expression}: ${period(row)}`,
  said: nearest ? `${nearest.words}: ${period(nearest)}` : "niets",
  isRight: isSameDeadline(row, nearest),
});

export const citationKey = ({ kind, dossier, number }: Omit<CitationRow["matches"][number], "string" | "year">) =>
  `${kind} ${(dossier ?? "-").toUpperCase()}/${(number ?? "-").toUpperCase()}`;

function citationAnswer({ row, found }: Asked["citations"][number]): Answer {
  const keys = (all: CitationRow["matches"]) => all.map(citationKey).sort().join(", ");
  return {
    id: row.id,
    part: "verwijzing",
    text: row.text,
    expected: keys(row.matches) || "niets",
    said: keys([...found]) || "niets",
    isRight: keys(row.matches) === keys([...found]),
  };
}

export const answersOf = ({ sentences, deadlines, citations }: Asked): Answer[] => [
  ...sentences.map(sentenceAnswer),
  ...deadlines.map(deadlineAnswer),
  ...citations.map(citationAnswer),
];
