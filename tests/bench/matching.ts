/** How often a passage finds its commitment: right, wrong or silent. */

import { paperKey, parsePaper } from "#app/domain/paper.ts";
import type { OpenCommitment } from "#app/domain/reading/findings.ts";
import { candidates, indexCommitments } from "#app/domain/reading/match.ts";
import { debates, topics } from "#db/seed/dossier.ts";
import { commitments } from "#db/seed/dossier-commitments.ts";
import type { MatchingCase } from "../support/generated-matching.ts";

/** The commitments of the dossier that ships with the program, all as if open. */
export const shippedCommitments = (): OpenCommitment[] =>
  commitments.map(({ id, title, text, topic, to, madeOn, origin }) => {
    const paper = parsePaper(debates.find((debate) => debate.id === origin.id)?.paper ?? "");
    return {
      id,
      title,
      text,
      topic: topics.find((one) => one.id === topic)?.name ?? null,
      addressee: to.member && `${to.member.charAt(0).toUpperCase()}${to.member.slice(1)}`,
      madeOn,
      papers: paper ? [paperKey(paper)] : [],
    };
  });

/** After everything that the dossier and the generated register hold. */
export const AFTER_ALL = "2026-01-01";

export interface MatchingScores {
  /** Of the passages that got an answer, how many got the right one first. */
  precision: number;
  /** Of the passages that answer a commitment, how many found it first. */
  recall: number;
  /** Passages without an answer, of those that answer a commitment and of those that answer none. */
  silentOnOne: number;
  silentOnNone: number;
  wrong: { passage: string; expected: string | null; found: string; reasons: string[] }[];
}

const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 1000) / 1000;

/** Every passage of a case, as in a letter of `date`, against the commitments. */
export function matchingScores(
  open: readonly OpenCommitment[],
  cases: readonly MatchingCase[],
  date: string,
): MatchingScores {
  const index = indexCommitments(open);
  const asked = cases.map(({ passage, answers }) => ({
    passage,
    answers,
    best: candidates(passage, index, { date })[0] ?? null,
  }));
  const answered = asked.filter(({ best }) => best !== null);
  const right = answered.filter(({ best, answers }) => best?.commitmentId === answers);
  const [one, none] = [
    asked.filter(({ answers }) => answers !== null),
    asked.filter(({ answers }) => answers === null),
  ];
  const silentIn = (group: typeof asked) => share(group.filter(({ best }) => best === null).length, group.length);
  return {
    precision: share(right.length, answered.length),
    recall: share(right.length, one.length),
    silentOnOne: silentIn(one),
    silentOnNone: silentIn(none),
    wrong: answered.flatMap(({ passage, answers, best }) =>
      best && best.commitmentId !== answers
        ? [{ passage, expected: answers, found: best.commitmentId, reasons: best.reasons }]
        : [],
    ),
  };
}
