/**
 * Which open commitments a passage may answer. Words weigh by their rarity among the open commitments, compounds by
 * their parts; a paper, the day of the debate and a member's name add to it. Ranked with reasons, and silent where the
 * best is weak or stands out too little from the next: a wrong link is worse than none.
 */
import { dayInWords, type IsoDay } from "../calendar.ts";
import type { Candidate, OpenCommitment } from "./findings.ts";
import { type Clues, cluesOf } from "./match-clues.ts";
import { type CommitmentIndex, type Entry, indexCommitments } from "./matchable-commitments.ts";

export { type CommitmentIndex, indexCommitments };

/** How much of the score the title makes up; the rest is all words. */
const TITLE_SHARE = 0.75;
const SIGNALS = { paper: 0.2, day: 0.12, name: 0.12 };
/** Against it: a debate, or a member, that the passage names and that belongs to other commitments. */
const OTHER = { day: 0.1, name: 0.08 };
/** What the passage says of its own subject and this commitment has not, while it lacks a word of the title. */
const CONTRADICTS = 1;

interface Scored {
  entry: Entry;
  score: number;
  /** What the words alone say, less what speaks against it. */
  byWords: number;
  against: number;
}

/** A word of the passage with what it counts for, and how rare it is among the open commitments. */
interface ClueWord {
  word: string;
  counts: number;
  rarity: number;
}

/** The words of the passage that a commitment has not, by weight: as much as the words of a title that miss, counts against. */
function contradiction(missing: number, entry: Entry, words: readonly ClueWord[]): number {
  let unexplained = 0;
  for (const { word, counts, rarity } of words) if (counts === 1 && !entry.words.has(word)) unexplained += rarity;
  return (CONTRADICTS * Math.min(missing, unexplained)) / entry.titleWeight;
}

function scored(entry: Entry, clues: Clues, clueWords: readonly ClueWord[]): Scored {
  let shared = 0;
  let sharedTitle = 0;
  for (const [stem, { weight, isInTitle }] of entry.words) {
    const counts = clues.words.get(stem) ?? 0;
    shared += counts * weight;
    if (isInTitle) sharedTitle += counts * weight;
  }
  const { commitment, surnames } = entry;
  const words = TITLE_SHARE * (sharedTitle / entry.titleWeight) + (1 - TITLE_SHARE) * (shared / entry.weight);
  const against = contradiction(entry.titleWeight - sharedTitle, entry, clueWords);
  const byWords = words - against;
  let score = byWords;
  if (hasPaper(commitment, clues)) score += SIGNALS.paper;
  if (clues.days.has(commitment.madeOn)) score += SIGNALS.day;
  else if (clues.days.size > 0) score -= OTHER.day;
  if (surnames.some((name) => clues.surnames.has(name))) score += SIGNALS.name;
  else if (clues.surnames.size > 0) score -= OTHER.name;
  return { entry, score, byWords, against };
}

const hasPaper = ({ papers }: OpenCommitment, clues: Clues): boolean =>
  papers.some((paper) => clues.papers.has(paper.toUpperCase()));

const MOST_SHOWN = 6;
function reasonsFor({ words, commitment, surnames }: Entry, clues: Clues): string[] {
  const shared = [...words].filter(([stem]) => clues.words.has(stem)).sort(([, a], [, b]) => b.weight - a.weight);
  const shown = [...new Set(shared.map(([, { word }]) => word))].slice(0, MOST_SHOWN);
  const named = surnames.find((name) => clues.surnames.has(name));
  const { topic } = commitment;
  return [
    ...(shown.length > 0 ? [`gedeelde woorden: ${shown.join(", ")}`] : []),
    ...(hasPaper(commitment, clues) ? ["hetzelfde Kamerstuk wordt genoemd"] : []),
    ...(clues.days.has(commitment.madeOn) ? [`het debat van ${dayInWords(commitment.madeOn)} wordt genoemd`] : []),
    ...(named ? [`${named} wordt genoemd`] : []),
  ].concat(
    topic && shown.some((word) => topic.toLowerCase().includes(word)) ? [`het onderwerp ${topic} komt voor`] : [],
  );
}

/** A word that more than this share of a long list has finds nothing by itself. */
const TOO_COMMON = 0.2;
/** Of the commitments that share most, this many are looked at closely. */
const PRELIMINARY = 60;

/** What each entry shares with the passage at hand; kept between passages, as a new one for each costs more than the sums. */
let shared = new Float64Array(0);

/** The entries worth scoring: those that share a paper, or most in rare words. */
function reachable(clues: Clues, clueWords: readonly ClueWord[], index: CommitmentIndex): Entry[] {
  const { entries } = index;
  if (shared.length < entries.length) shared = new Float64Array(entries.length);
  shared.fill(0);
  const touched: number[] = [];
  const touch = (at: number, weight: number) => {
    if (shared[at] === 0) touched.push(at);
    shared[at] = (shared[at] ?? 0) + weight;
  };
  const limit = Math.max(50, entries.length * TOO_COMMON);
  for (const { word, counts, rarity } of clueWords) {
    const holders = index.byWord.get(word) ?? [];
    if (holders.length > limit) continue;
    for (const at of holders) touch(at, counts * rarity);
  }
  for (const paper of clues.papers) for (const at of index.byPaper.get(paper) ?? []) touch(at, 2);
  for (const on of clues.days) for (const at of index.byDay.get(on) ?? []) touch(at, 1);
  return mostSharing(touched).flatMap((at) => entries[at] ?? []);
}

/** Of the entries touched those that share most, most first. */
function mostSharing(touched: readonly number[]): number[] {
  const most: number[] = [];
  let least = 0;
  for (const at of touched) {
    const sum = shared[at] ?? 0;
    if (most.length === PRELIMINARY && sum <= least) continue;
    let place = most.length;
    while (place > 0 && (shared[most[place - 1] ?? 0] ?? 0) < sum) place--;
    most.splice(place, 0, at);
    if (most.length > PRELIMINARY) most.pop();
    least = shared[most.at(-1) ?? 0] ?? 0;
  }
  return most;
}

/** Enough of the words, and clear of the next. */
const LEAST_SCORE = 0.55;
/** A member or a day tells neighbours apart; without words they say nothing. */
const LEAST_BY_WORDS = 0.45;
/** By this much the best has to stand out. */
const LEAST_MARGIN = 0.1;
/** Or, where nothing speaks against it and nothing else comes near: fewer of the words. */
const ALONE = { score: 0.3, margin: 0.25 };

function standsOut({ score, byWords, against }: Scored, second: number): boolean {
  const margin = score - Math.max(0, second);
  if (score >= LEAST_SCORE && byWords >= LEAST_BY_WORDS && margin >= LEAST_MARGIN) return true;
  return against === 0 && byWords >= ALONE.score && margin >= ALONE.margin;
}

/** A candidate this far behind the best is noise. */
const SHARE_OF_BEST = 0.6;
const MOST_CANDIDATES = 5;

/**
 * The open commitments that a passage may answer, best first, at most five; none where nothing stands out. Those made
 * after `on.date` are left out. Pass an index to match many passages; a plain list is indexed on the spot.
 */
export function candidates(
  passage: string,
  open: CommitmentIndex | readonly OpenCommitment[],
  on: { date: IsoDay | null },
): Candidate[] {
  const index = "byWord" in open ? open : indexCommitments(open);
  const clues = cluesOf(passage, index);
  const words = [...clues.words].map(([word, counts]) => ({ word, counts, rarity: index.rarity(word) }));
  const ranked = reachable(clues, words, index)
    .filter(({ commitment }) => on.date === null || commitment.madeOn <= on.date)
    .map((entry) => scored(entry, clues, words))
    .sort((a, b) => b.score - a.score || (a.entry.commitment.id < b.entry.commitment.id ? -1 : 1));
  const [best, second] = ranked;
  if (!best || !standsOut(best, second?.score ?? 0)) return [];
  return ranked
    .filter(({ score }) => score >= best.score * SHARE_OF_BEST)
    .slice(0, MOST_CANDIDATES)
    .map(({ entry, score }) => ({
      commitmentId: entry.commitment.id,
      score: Math.round(Math.min(1, score) * 1000) / 1000,
      reasons: reasonsFor(entry, clues),
    }));
}
