/**
 * Which open commitments a passage may be about. Stems (and parts of compounds) weigh by their rarity among the open
 * commitments; a paper, the day of the debate, a member's name and the topic add to it. Ranked with reasons, and silent
 * where nothing stands out: staff decide.
 */
import { dayInWords, type IsoDay } from "../calendar.ts";
import { citations } from "./citation.ts";
import { deadlines } from "./deadline.ts";
import type { Candidate, OpenCommitment } from "./findings.ts";
import { partsOf, stemsOf, stemWords } from "./stems.ts";

interface Entry {
  commitment: OpenCommitment;
  /** Sum of the weights of its stems: what a perfect match would have in common. */
  weight: number;
  topicStems: ReadonlySet<string>;
  surnames: readonly string[];
}

/** Open commitments prepared for matching many passages. */
export interface CommitmentIndex {
  entries: readonly Entry[];
  /** Numbers of the entries that have a stem. */
  byStem: ReadonlyMap<string, readonly number[]>;
  byPaper: ReadonlyMap<string, readonly number[]>;
  byDay: ReadonlyMap<IsoDay, readonly number[]>;
  rarity(stem: string): number;
}

const NAME = /\p{Lu}[\p{L}’'-]{2,}/gu;
const NOT_A_NAME = new Set([
  "Het",
  "Lid",
  "Leden",
  "Heer",
  "Mevrouw",
  "Kamer",
  "Tweede",
  "Eerste",
  "Commissie",
  "Van",
  "Der",
  "Den",
  "Fractie",
]);
const surnames = (addressee: string | null): string[] =>
  [...(addressee ?? "").replace(/\([^)]*\)/g, " ").matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => !NOT_A_NAME.has(name));

const add = <K>(map: Map<K, number[]>, key: K, value: number): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Prepares open commitments once, for matching any number of passages against them. */
export function indexCommitments(open: readonly OpenCommitment[]): CommitmentIndex {
  const byStem = new Map<string, number[]>();
  const byPaper = new Map<string, number[]>();
  const byDay = new Map<IsoDay, number[]>();
  const stemSets = open.map((commitment) =>
    stemsOf(`${commitment.title} ${commitment.text} ${commitment.topic ?? ""}`),
  );
  open.forEach((commitment, at) => {
    for (const stem of stemSets[at] ?? []) add(byStem, stem, at);
    for (const paper of commitment.papers) add(byPaper, paper.toUpperCase(), at);
    add(byDay, commitment.madeOn, at);
  });
  const rarity = (stem: string): number =>
    Math.log(1 + open.length / (byStem.get(stem)?.length ?? open.length + 1)) + 0.2;
  const entries = open.map((commitment, at) => ({
    commitment,
    weight: [...(stemSets[at] ?? [])].reduce((sum, stem) => sum + rarity(stem), 0),
    topicStems: stemsOf(commitment.topic ?? ""),
    surnames: surnames(commitment.addressee),
  }));
  return { entries, byStem, byPaper, byDay, rarity };
}

/** What a passage has to match with. */
interface Clues {
  /** A stem that commitments have, and the word of the passage that showed it. */
  stems: Map<string, number>;
  papers: Set<string>;
  days: Set<IsoDay>;
  text: string;
}

const COMPOUND_SHARE = 0.6;
function cluesOf(passage: string, index: CommitmentIndex): Clues {
  const stems = new Map<string, number>();
  const isKnown = (stem: string) => index.byStem.has(stem);
  for (const stem of stemsOf(passage)) {
    if (isKnown(stem)) stems.set(stem, 1);
    else for (const part of partsOf(stem, isKnown)) if (!stems.has(part)) stems.set(part, COMPOUND_SHARE);
  }
  const papers = new Set(
    citations(passage)
      .filter(({ dossier, number }) => dossier && number)
      .map(({ dossier, number }) => `${dossier}/${number}`.toUpperCase()),
  );
  return { stems, papers, days: daysIn(passage), text: passage };
}

const SPOKEN_DAY = /(?:op|van|d\.d\.) (\d{1,2} \p{L}{3,9} (?:19|20)\d\d)/gu;
const daysIn = (passage: string): Set<IsoDay> =>
  new Set(
    [...passage.matchAll(SPOKEN_DAY)].flatMap(
      ([, day]) => deadlines(`op ${day}`, { on: null, chamber: "TK", recesses: [] })[0]?.latest ?? [],
    ),
  );

/** Stems that more than this share of a long list has, find nothing by themselves. */
const TOO_COMMON = 0.2;

/** The entries worth scoring: those that share a paper, a day or a telling stem. */
function reachable(clues: Clues, index: CommitmentIndex): Map<number, number> {
  const shared = new Map<number, number>();
  const limit = Math.max(50, index.entries.length * TOO_COMMON);
  const touch = (at: number, weight: number) => shared.set(at, (shared.get(at) ?? 0) + weight);
  for (const [stem, share] of clues.stems) {
    const holders = index.byStem.get(stem) ?? [];
    if (holders.length <= limit) for (const at of holders) touch(at, share * index.rarity(stem));
  }
  for (const paper of clues.papers) for (const at of index.byPaper.get(paper) ?? []) touch(at, 0);
  return shared;
}

const FULL_OVERLAP = 0.55; // this share of a commitment's weight in the passage counts as all of it
const SIGNALS = { words: 0.72, paper: 0.5, day: 0.25, name: 0.3, topic: 0.25 };

function scored(
  { commitment, weight, topicStems, surnames: names }: Entry,
  sharedWeight: number,
  clues: Clues,
): Candidate {
  const reasons: string[] = [];
  let missing = 1;
  const count = (strength: number, reason: string) => {
    missing *= 1 - strength;
    reasons.push(reason);
  };
  const overlap = weight > 0 ? Math.min(1, sharedWeight / (FULL_OVERLAP * weight)) : 0;
  if (overlap > 0.15) count(SIGNALS.words * overlap, `gedeelde woorden: ${sharedWords(commitment, clues)}`);
  if (commitment.papers.some((paper) => clues.papers.has(paper.toUpperCase())))
    count(SIGNALS.paper, "hetzelfde Kamerstuk wordt genoemd");
  if (clues.days.has(commitment.madeOn))
    count(SIGNALS.day, `het debat van ${dayInWords(commitment.madeOn)} wordt genoemd`);
  const named = names.find((name) => clues.text.includes(name));
  if (named) count(SIGNALS.name, `${named} wordt genoemd`);
  if (topicStems.size > 0 && [...topicStems].every((stem) => clues.stems.has(stem)))
    count(SIGNALS.topic, `het onderwerp ${commitment.topic} komt voor`);
  return { commitmentId: commitment.id, score: Math.round((1 - missing) * 1000) / 1000, reasons };
}

const MOST_SHOWN = 6;
function sharedWords(commitment: OpenCommitment, clues: Clues): string {
  const words = stemWords(`${commitment.title} ${commitment.topic ?? ""} ${commitment.text}`);
  const shared = [...words].flatMap(([stem, word]) => (clues.stems.has(stem) ? [word] : []));
  return shared.slice(0, MOST_SHOWN).join(", ");
}

const LEAST_SCORE = 0.3;
/** A candidate this far behind the best is noise. */
const SHARE_OF_BEST = 0.6;
const MOST_CANDIDATES = 5;
const PRELIMINARY = 60;

/**
 * The open commitments that a passage may answer, best first, at most five; none where nothing stands out. Those made
 * after `on.date` are left out. Pass an index to match many passages; a plain list is indexed on the spot.
 */
export function candidates(
  passage: string,
  open: CommitmentIndex | readonly OpenCommitment[],
  on: { date: IsoDay | null },
): Candidate[] {
  const index = "byStem" in open ? open : indexCommitments(open);
  const clues = cluesOf(passage, index);
  const ranked = [...reachable(clues, index)]
    .sort((a, b) => b[1] - a[1])
    .filter(([at], rank) => rank < PRELIMINARY || hasHardClue(index.entries[at], clues))
    .flatMap(([at, shared]) => {
      const entry = index.entries[at];
      return !entry || (on.date !== null && entry.commitment.madeOn > on.date) ? [] : [scored(entry, shared, clues)];
    })
    .sort((a, b) => b.score - a.score || (a.commitmentId < b.commitmentId ? -1 : 1));
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= LEAST_SCORE && score >= best * SHARE_OF_BEST).slice(0, MOST_CANDIDATES);
}

const hasHardClue = (entry: Entry | undefined, clues: Clues): boolean =>
  entry?.commitment.papers.some((paper) => clues.papers.has(paper.toUpperCase())) ?? false;
