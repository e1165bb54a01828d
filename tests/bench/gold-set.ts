/** Labelled sentences: our own in `tests/gold`, or any directory with rows of the same form. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SpeechAct } from "#app/domain/reading/findings.ts";
import type { Chamber } from "#app/domain/recess.ts";
import type { MatchingCase } from "../support/generated-matching.ts";

interface Row {
  id: string;
  text: string;
  chamber?: Chamber;
  /** Two readings are possible; the conventions choose one. Not counted as wrong, and not in the first figures. */
  disputable?: boolean;
}

export interface SentenceRow extends Row {
  label: SpeechAct | "none";
  /** What the sentence does beside that: no mistake when it is found. */
  also?: SpeechAct | SpeechAct[];
  speaker?: "government" | "member" | "chair";
  date?: string | null;
}

export interface DeadlineRow extends Row {
  reference_date: string;
  /** The words of the deadline, as they stand in `text`. */
  expression: string;
  earliest: string | null;
  latest: string | null;
  event?: string | null;
}

export interface CitationRow extends Row {
  date?: string | null;
  matches: { string: string; kind: string; dossier: string | null; number: string | null; year: string | null }[];
}

export interface GoldSet {
  sentences: readonly SentenceRow[];
  deadlines: readonly DeadlineRow[];
  citations: readonly CitationRow[];
}

function rowsOf<T extends Row>(file: string): T[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as T]));
}

const setIn = (directory: string, sentences: string): GoldSet => ({
  sentences: rowsOf(join(directory, sentences)),
  deadlines: rowsOf(join(directory, "deadlines.jsonl")),
  citations: rowsOf(join(directory, "citations.jsonl")),
});

export const OWN_GOLD = "tests/gold";

/** The sentences that were written for this program. */
export const ownGold = (): GoldSet => setIn(OWN_GOLD, "speech-acts.jsonl");

/** Passages as a letter could have them, with the commitment of the shipped dossier that each answers, or none. */
export const ownPassages = (): MatchingCase[] => rowsOf<MatchingCase & Row>(join(OWN_GOLD, "matching.jsonl"));

/** A labelled set from elsewhere, which is never part of the program; null where it is not there. */
export const corpusIn = (directory: string): GoldSet | null =>
  existsSync(join(directory, "sentences.jsonl")) ? setIn(directory, "sentences.jsonl") : null;
