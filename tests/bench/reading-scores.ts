/** How well texts are read, as lines to print: a labelled set from elsewhere, and matching. */

import { generatedMatching } from "../support/generated-matching.ts";
import { ask } from "./gold-answers.ts";
import { type Score, scoresOf } from "./gold-scores.ts";
import { corpusIn, ownPassages } from "./gold-set.ts";
import { AFTER_ALL, type MatchingScores, matchingScores, shippedCommitments } from "./matching.ts";

const shown = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(3).replace(".", ","));

export const scoreLines = (scores: readonly Score[], before: Readonly<Record<string, number>> | null): string[] =>
  scores.map(({ name, value, counts }) => {
    const then = before ? `vastgelegd ${shown(before[name])}; ` : "";
    return `  ${name}: ${shown(value)} (${then}${counts})`;
  });

/** The scores on the corpus in `directory`, or that there is none. */
export function corpusLines(directory: string): string[] {
  const corpus = corpusIn(directory);
  return corpus
    ? [`Corpus in ${directory}`, ...scoreLines(scoresOf(ask(corpus)), null)]
    : [`Corpus: geen corpus gevonden in ${directory}`];
}

const inWords = ({ precision, recall, silentOnOne, silentOnNone }: MatchingScores): string =>
  `precisie ${shown(precision)}, volledigheid ${shown(recall)}; zwijgt bij ${shown(silentOnOne)} van de passages die er een beantwoorden en bij ${shown(silentOnNone)} van de andere`;

/** Matching on our own passages about the shipped dossier, and on a generated register of `size`. */
export function matchingLines(size: number): string[] {
  const { open, cases } = generatedMatching(size, Math.min(2_000, size), 2);
  return [
    "Vergelijken",
    `  het meegeleverde dossier: ${inWords(matchingScores(shippedCommitments(), ownPassages(), AFTER_ALL))}`,
    `  een gemaakt register van ${size}: ${inWords(matchingScores(open, cases, AFTER_ALL))}`,
  ];
}
