/**
 * `npm run read -- [--date 2011-03-04] [--json] letter.pdf`: what a letter promises, recalls and cites. Takes every form
 * that the pages take; of a file that is no plain text the date is that of the letter, and `--json` adds the text that
 * the places are in.
 * With `--check` it holds the letter against the register before it is sent: `--dossier slug`, and `--date` for the day
 * of sending.
 * With `--jsonl` it answers line by line on stdin: {"id","date","text"} and optionally "speaker" and "chamber".
 */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { isIsoDay } from "#app/domain/calendar.ts";
import { draftReportInWords } from "#app/domain/reading/draft-words.ts";
import type { ReadingInput } from "#app/domain/reading/findings.ts";
import { read } from "#app/domain/reading/read.ts";
import { reportInWords } from "#app/domain/reading/report.ts";
import type { ReadLetter } from "#app/domain/reading/sections.ts";
import type { Recess } from "#app/domain/recess.ts";
import { readBeside } from "#app/server/extract-text/beside.ts";
import { decodeText } from "#app/server/extract-text/decode-text.ts";
import { formOf } from "#app/server/extract-text/file-form.ts";
import { refusalInWords } from "#app/server/extract-text/refusal-words.ts";
import { MAX_LETTER } from "#app/server/uploads.ts";
import { checkedAgainstRegister } from "./check-draft.ts";

const recesses = JSON.parse(readFileSync(new URL("../../db/seed/recesses.json", import.meta.url), "utf8")) as Recess[];

const USAGE =
  "Gebruik: npm run read -- [--date jjjj-mm-dd] [--chamber TK|EK] [--speaker government|member|chair] [--json] brief.pdf (of .docx, .odt, .html, .xml, .txt), of --jsonl met een regel per tekst op de invoer, of --check [--dossier naam] [--date dag van verzenden] [--json] concept.docx.";
const SPEAKERS = ["government", "member", "chair"] as const;
const CHAMBERS = ["TK", "EK"] as const;

/** What stands in the way, as a sentence for the person who typed the command. */
class Refusal extends Error {}

/** What stands for "no date" in the tables that people feed to the reader. */
const UNDATED = new Set<unknown>([undefined, null, "", "unknown", "onbekend"]);

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);

/** A reader's question from loose values; refuses what it does not know. */
function question(given: Record<string, unknown>): ReadingInput {
  if (typeof given.text !== "string") throw new Refusal("Er ontbreekt een veld text met de tekst.");
  const date = UNDATED.has(given.date) ? null : given.date;
  if (date !== null && !isIsoDay(date)) throw new Refusal(`${String(date)} is geen datum in de vorm 2011-03-04.`);
  const speaker = oneOf(SPEAKERS, given.speaker);
  if (given.speaker != null && !speaker)
    throw new Refusal(`Onbekende spreker ${String(given.speaker)}; kies uit ${SPEAKERS.join(", ")}.`);
  const chamber = oneOf(CHAMBERS, given.chamber);
  if (given.chamber != null && !chamber) throw new Refusal(`Onbekende Kamer ${String(given.chamber)}; kies TK of EK.`);
  return { text: given.text, date, recesses, ...(speaker && { speaker }), ...(chamber && { chamber }) };
}

function objectIn(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Refusal("Deze regel is geen geldige JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal("Deze regel is geen JSON-object.");
  return value as Record<string, unknown>;
}

/** The answer to one line: the reading with its id, or the reason that there is none. */
function answerLine(line: string): string {
  let id: unknown = null;
  try {
    const given = objectIn(line);
    id = given.id ?? null;
    return JSON.stringify({ id, ...read(question(given)) });
  } catch (problem) {
    const error = problem instanceof Refusal ? problem.message : "Deze regel kon niet worden gelezen.";
    return JSON.stringify({ id, error });
  }
}

async function answerLines(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") process.stdout.write(`${answerLine(line)}\n`);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > MAX_LETTER) throw new Refusal(`Het bestand ${file} is groter dan 25 MB.`);
    return readFileSync(file);
  } catch (problem) {
    throw problem instanceof Refusal ? problem : new Refusal(`Het bestand ${file} kan niet worden gelezen.`);
  }
}

/** Plain text as it stands in the file; of other forms the passages, in a process of their own. */
async function textIn(file: string): Promise<{ text: string; date: string | null; isPlain: boolean }> {
  const bytes = bytesOf(file);
  const found = formOf(bytes, file);
  const plain = "form" in found && found.form === "text" ? decodeText(bytes) : null;
  if (plain) return { text: plain.text, date: null, isPlain: true };
  const { passages, head } = await letterIn(file, bytes);
  const paragraphs = passages.flatMap(({ text, footnotes }) => [text, ...footnotes.map((note) => note.text)]);
  return { text: paragraphs.join("\n\n"), date: head.date, isPlain: false };
}

async function letterIn(file: string, bytes: Uint8Array): Promise<ReadLetter> {
  const name = basename(file);
  const reading = await readBeside({ name, bytes });
  if ("refusal" in reading) throw new Refusal(refusalInWords(reading.refusal, name, reading.sort));
  return reading.letter;
}

/** What the draft in a file answers, forgets and promises, by the register as it is. */
async function check(file: string, asked: Record<string, unknown>): Promise<string> {
  const { date, chamber = "TK" } = question({ ...asked, text: "" });
  const { passages } = await letterIn(file, bytesOf(file));
  const dossier = typeof asked.dossier === "string" ? asked.dossier : null;
  const found = await checkedAgainstRegister({ passages, sentOn: date, chamber, dossier });
  if ("problem" in found) throw new Refusal(found.problem);
  return asked.json ? `${JSON.stringify(found.report)}\n` : draftReportInWords(found.report, found.open);
}

function options() {
  const string = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        date: string,
        chamber: string,
        speaker: string,
        dossier: string,
        json: flag,
        jsonl: flag,
        check: flag,
      },
    });
  } catch {
    throw new Refusal(USAGE);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = options();
  if (values.jsonl) return answerLines();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Refusal(USAGE);
  if (values.check) return void process.stdout.write(await check(file, values));
  if (values.dossier !== undefined) throw new Refusal(USAGE);
  const { text, date, isPlain } = await textIn(file);
  const input = question({ ...values, text, date: values.date ?? date });
  const reading = read(input);
  const answer = isPlain ? reading : { ...reading, text };
  process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : reportInWords(reading, input.date));
}

process.stdout.on("error", () => process.exit(0)); // the reader of a pipe left
main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Refusal ? problem.message : `Er ging iets mis: ${String(problem)}`}\n`);
  process.exit(2);
});
