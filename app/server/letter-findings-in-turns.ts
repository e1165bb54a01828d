/** What the reader finds in a letter, without keeping the pages waiting: a letter may have a thousand passages. */
import { setImmediate as turn } from "node:timers/promises";
import { letterFindings, type PassageFinding } from "#app/domain/reading/letter-findings.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";

const PASSAGES_A_TURN = 20;

export async function findingsIn(
  passages: readonly Passage[],
  context: Parameters<typeof letterFindings>[1],
): Promise<PassageFinding[]> {
  const found: PassageFinding[] = [];
  for (let from = 0; from < passages.length; from += PASSAGES_A_TURN) {
    found.push(...letterFindings(passages.slice(from, from + PASSAGES_A_TURN), context));
    await turn();
  }
  return found;
}
