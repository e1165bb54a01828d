/** A reading as a report for people, in plain Dutch. */
import { dayInWords, type IsoDay } from "../calendar.ts";
import type { Finding, FoundCitation, FoundDeadline, Reading, SpeechAct } from "./findings.ts";

const HEADINGS: [SpeechAct, string][] = [
  ["new_commitment", "Nieuwe toezeggingen"],
  ["refers_back", "Verwijst naar een eerdere toezegging"],
  ["fulfils", "Voldoet aan een toezegging"],
  ["postpones", "Stelt uit"],
  ["expectation", "Verwachtingen"],
  ["decision", "Besluiten"],
  ["request", "Vragen en verzoeken"],
];

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function findingLines(finding: Finding): string[] {
  const lines = [`- ${oneLine(finding.quote)}`, `  Waarom: ${finding.why}`];
  if (finding.deadline) lines.push(`  Termijn: ${finding.deadline.derived}`);
  for (const candidate of finding.candidates)
    lines.push(`  Past bij ${candidate.commitmentId}: ${candidate.reasons.join("; ")}`);
  return lines;
}

const deadlineLine = (deadline: FoundDeadline): string =>
  `- ${deadline.derived}${deadline.past ? " (voorbij op de datum van de tekst)" : ""}${deadline.owner ? ` (hoort bij: ${deadline.owner})` : ""}`;
const citationLine = (citation: FoundCitation): string =>
  `- ${oneLine(citation.string)}${citation.url ? ` (${citation.url})` : ""}`;

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `${title} (${lines.filter((line) => line.startsWith("- ")).length})`, ...lines];

/** The whole report, with a line end at its end. */
export function reportInWords(reading: Reading, date: IsoDay | null): string {
  const acts = HEADINGS.flatMap(([kind, title]) =>
    section(title, reading.findings.filter((finding) => finding.kind === kind).flatMap(findingLines)),
  );
  const lines = [
    date === null
      ? "Gelezen zonder datum: termijnen zonder jaartal krijgen geen datum."
      : `Gelezen als tekst van ${dayInWords(date)}.`,
    "Dit zijn voorstellen; beoordeel ze zelf.",
    ...acts,
    ...section("Termijnen", reading.deadlines.map(deadlineLine)),
    ...section("Kamerstukken", reading.citations.map(citationLine)),
    ...section(
      "Opmerkingen bij de tekst",
      reading.remarks.map((remark) => `- ${oneLine(remark.quote)}: ${remark.why}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
