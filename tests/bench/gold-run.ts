/** The last recorded run over our own sentences, kept beside them, and what changed since. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "./gold-answers.ts";
import type { Score } from "./gold-scores.ts";
import { OWN_GOLD } from "./gold-set.ts";

export interface RecordedRun {
  scores: Record<string, number>;
  /** By id: what the reader said, and whether that was right. */
  answers: Record<string, { isRight: boolean; said: string }>;
}

const FILE = join(OWN_GOLD, "last-run.json");

export const lastRun = (): RecordedRun =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as RecordedRun) : { scores: {}, answers: {} };

/** One line an answer, so that a change of the file shows what changed. */
export function recordRun(scores: readonly Score[], answers: readonly Answer[]): void {
  const line = (key: string, value: unknown) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const block = (lines: readonly string[]) => `{\n${lines.join(",\n")}\n  }`;
  const ofScores = block(scores.map(({ name, value }) => line(name, value)));
  const ofAnswers = block(answers.map(({ id, isRight, said }) => line(id, { isRight, said })));
  writeFileSync(FILE, `{\n  "scores": ${ofScores},\n  "answers": ${ofAnswers}\n}\n`);
}

export interface Change {
  answer: Answer;
  before: string;
}

/** Rows that are right now and were not, and the other way round. A row that the last run did not have is neither. */
export function changes(answers: readonly Answer[], before: RecordedRun): { gained: Change[]; lost: Change[] } {
  const changed = answers.flatMap((answer) => {
    const then = before.answers[answer.id];
    return then && then.isRight !== answer.isRight ? [{ answer, before: then.said }] : [];
  });
  return {
    gained: changed.filter(({ answer }) => answer.isRight),
    lost: changed.filter(({ answer }) => !answer.isRight),
  };
}
