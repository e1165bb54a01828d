/** The words for a status that lists use, and which of the four of the register they mean. */
import type { Status } from "../standing.ts";

const TABLE: Record<Status, readonly string[]> = {
  open: [
    "open",
    "openstaand",
    "staat open",
    "nog open",
    "in behandeling",
    "onder handen",
    "lopend",
    "loopt",
    "loopt nog",
    "in uitvoering",
    "actief",
    "niet afgedaan",
    "nog niet afgedaan",
    "nog niet voldaan",
    "niet voldaan",
    "onafgedaan",
  ],
  partly_met: [
    "deels",
    "deels voldaan",
    "deels afgedaan",
    "deels nagekomen",
    "gedeeltelijk",
    "gedeeltelijk voldaan",
    "gedeeltelijk afgedaan",
    "ten dele",
  ],
  met: [
    "voldaan",
    "afgedaan",
    "afgerond",
    "nagekomen",
    "uitgevoerd",
    "afgehandeld",
    "gereed",
    "klaar",
    "volledig voldaan",
    "geheel voldaan",
    "is voldaan",
    "is afgedaan",
  ],
  lapsed: ["vervallen", "ingetrokken", "is vervallen", "niet langer van toepassing", "achterhaald"],
};

/** By what a word is remembered: capitals, spaces and a full stop do not make it another. */
export const statusKey = (words: string): string =>
  words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .replace(/[.!]+$/, "")
    .trim();

const STATUS_OF = new Map(
  Object.entries(TABLE).flatMap(([status, words]) => words.map((word): [string, Status] => [word, status as Status])),
);

/** The status that words mean; what this ministry said of them goes first. Null for words that nobody explained yet. */
export function statusIn(words: string, explained: Readonly<Record<string, Status>> = {}): Status | null {
  const key = statusKey(words);
  return (Object.hasOwn(explained, key) ? explained[key] : STATUS_OF.get(key)) ?? null;
}

export const isStatus = (text: string): text is Status => Object.hasOwn(TABLE, text);
