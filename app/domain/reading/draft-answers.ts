/** Which open commitments a draft answers, and which it names without an answer. */
import type { IsoDay } from "../calendar.ts";
import type { DraftCommitment, ReadPassage } from "./draft-check.ts";
import { gapsIn, verdictOf } from "./draft-gaps.ts";
import { type Match, type Matcher, matcherFor } from "./draft-matching.ts";
import { headedBy, saysSomething } from "./draft-outline.ts";
import type { Finding, ProposedVerdict } from "./findings.ts";
import { GOES_ON, pointsBack } from "./points-back.ts";

/** A sentence of the draft that says something of a promise. */
export interface DraftAct {
  anchor: string;
  finding: Finding;
}

export interface Answer extends Match {
  /** In the order of the draft. */
  acts: DraftAct[];
  /** What the words suggest; null: "beoordeel zelf". */
  verdict: ProposedVerdict;
  /** What the draft has to say yet before it counts, each a sentence. */
  gaps: string[];
}

export interface Mention {
  anchor: string;
  quote: string;
  /** One; more where the words fit several, and nobody should guess which is meant. */
  matches: Match[];
  /**
   * `recalled`: a sentence says that it was promised, and nothing follows. `which`: more than one fits. `resembles`: the
   * words are about it, while no sentence speaks of a promise.
   */
  because: "recalled" | "which" | "resembles";
  /** The rule that fired and its words, where a sentence speaks of a promise. */
  why: string | null;
}

/** With the number of its passage. */
interface Told extends DraftAct {
  at: number;
}

export function answersIn(
  read: readonly ReadPassage[],
  open: readonly DraftCommitment[],
  sentOn: IsoDay,
): { answers: Answer[]; mentions: Mention[]; unknown: DraftAct[] } {
  const matcher = matcherFor(open, sentOn);
  const told = read.flatMap(({ passage, findings }, at) =>
    findings.filter(speaksOfPromise).map((finding): Told => ({ at, anchor: passage.anchor, finding })),
  );
  const headed = headedBy(
    read.map(({ passage }) => passage),
    matcher.numbered,
  );
  const about = matched(read, told, matcher, headed);
  const answersWith = contentAround(read, told);
  const byId = new Map(open.map((one) => [one.id, one]));
  const answers: Answer[] = [];
  const mentions: Mention[] = about.unclear.map(({ act, matches }) => mention(act, matches, "which"));
  for (const [commitmentId, { reasons, acts }] of about.clear) {
    const commitment = byId.get(commitmentId);
    const [first] = acts;
    if (!commitment || !first) continue;
    if (acts.some(answersWith)) {
      const verdict = verdictOf(acts);
      const said = acts.map(({ anchor, finding }) => ({ anchor, finding }));
      const here = [...new Set(acts.map(({ at }) => at))].flatMap((at) => read[at] ?? []);
      answers.push({ commitmentId, reasons, acts: said, verdict, gaps: gapsIn(verdict, acts, here, commitment) });
    } else mentions.push(mention(first, [{ commitmentId, reasons }], "recalled"));
  }
  const named = new Set([
    ...about.clear.keys(),
    ...mentions.flatMap(({ matches }) => matches.map((one) => one.commitmentId)),
  ]);
  return {
    answers,
    mentions: [...mentions, ...resemblances(read, told, matcher, headed, open, named)],
    unknown: about.none.filter(({ finding }) => finding.kind === "fulfils"),
  };
}

const speaksOfPromise = ({ kind }: Finding): boolean =>
  kind === "refers_back" || kind === "fulfils" || kind === "postpones";

const mention = ({ anchor, finding }: DraftAct, matches: Match[], because: Mention["because"]): Mention => ({
  anchor,
  quote: finding.quote,
  matches,
  because,
  why: finding.why,
});

/**
 * Each sentence to the commitments that it is about. Under a heading with a number it is about that one, unless it gives
 * another itself. One that points back is about what was named last under its heading.
 */
function matched(
  read: readonly ReadPassage[],
  told: readonly Told[],
  matcher: Matcher,
  headed: readonly (readonly Match[])[],
) {
  const clear = new Map<string, { reasons: string[]; acts: Told[] }>();
  const unclear: { act: Told; matches: Match[] }[] = [];
  const none: Told[] = [];
  const sections = sectionsOf(read);
  // Where several sentences of a passage speak of a promise, the passage as a whole is about more than one.
  const isAlone = (i: number) => told[i - 1]?.at !== told[i]?.at && told[i + 1]?.at !== told[i]?.at;
  const whole = (i: number): Match[] =>
    isAlone(i) ? matcher.meant((read[told[i]?.at ?? -1]?.passage.text ?? "").slice(0, LONGEST_STRETCH)) : [];
  let last: { section: number; commitmentId: string } | null = null;
  const settle = (act: Told, { commitmentId, reasons }: Match): void => {
    const known = clear.get(commitmentId);
    if (known) known.acts.push(act);
    else clear.set(commitmentId, { reasons, acts: [act] });
  };
  told.forEach((act, i) => {
    const section = sections[act.at] ?? 0;
    const goesOn = last?.section === section && act.finding.kind !== "refers_back";
    const before = goesOn && last ? [{ commitmentId: last.commitmentId, reasons: [GOES_ON] }] : [];
    const ownNumbers = matcher.numbered(act.finding.quote);
    const numbered = ownNumbers.length > 0 ? ownNumbers : [...(headed[act.at] ?? [])];
    const own = () => matcher.meant(stretchOf(read, told, i));
    const order = pointsBack(act.finding.quote) ? [() => before, own] : [own, () => before];
    const matches = [...order, () => whole(i)].reduce<Match[]>(
      (found, next) => (found.length > 0 ? found : next()),
      numbered,
    );
    const [only] = matches;
    if (!only) none.push(act);
    else if (matches.length > 1 && numbered.length === 0) unclear.push({ act, matches });
    else {
      last = { section, commitmentId: only.commitmentId };
      for (const match of matches) settle(act, match);
    }
  });
  const isSettled = ({ commitmentId }: Match) => clear.has(commitmentId);
  return { clear, unclear: unclear.filter(({ matches }) => !matches.every(isSettled)), none };
}

/** For each passage the number of the heading that it stands under. */
function sectionsOf(read: readonly ReadPassage[]): number[] {
  let section = 0;
  return read.map(({ passage }) => (passage.kind === "heading" ? ++section : section));
}

/** What says which commitment is meant, stands near: in a passage of a megabyte the rest is about other things. */
const LONGEST_STRETCH = 3000;

/** A sentence and what comes after it in its passage, up to the next that speaks of a promise. */
function stretchOf(read: readonly ReadPassage[], told: readonly Told[], i: number): string {
  const act = told[i];
  const text = act && read[act.at]?.passage.text;
  if (!act || text === undefined) return "";
  const { start } = act.finding;
  let next = i + 1;
  while (told[next]?.at === act.at && told[next]?.finding.start === start) next += 1;
  const end = told[next]?.at === act.at ? told[next]?.finding.start : undefined;
  return text.slice(start, Math.min(end ?? text.length, start + LONGEST_STRETCH));
}

/** So many letters beside the promise itself are content: an answer, however short. */
const LEAST_CONTENT = 40;

/** Whether a sentence answers. A recital of what was promised does so only where the letter goes on about it: beside it, or up to the next heading. */
function contentAround(read: readonly ReadPassage[], told: readonly Told[]): (act: Told) => boolean {
  const letters = read.map(lettersBeside);
  const spokenFor = new Set(told.map(({ at }) => at));
  const hasContent = (at: number) => (letters[at] ?? 0) >= LEAST_CONTENT;
  return ({ at, finding }) => {
    if (finding.kind !== "refers_back" || finding.verdict === "declines" || hasContent(at)) return true;
    for (let i = at + 1; i < read.length; i += 1) {
      if (read[i]?.passage.kind === "heading" || spokenFor.has(i)) return false;
      if (hasContent(i)) return true;
    }
    return false;
  };
}

/** Letters in a paragraph outside the sentences that promise, recall or put off. */
function lettersBeside({ passage, findings }: ReadPassage): number {
  if (passage.kind === "heading") return 0;
  let at = 0;
  let beside = "";
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.kind !== "new_commitment" && !speaksOfPromise(finding)) continue;
    if (finding.start > at) beside += passage.text.slice(at, finding.start);
    at = Math.max(at, finding.end);
  }
  return (beside + passage.text.slice(at)).match(/\p{L}/gu)?.length ?? 0;
}

/** Passages about a commitment that nothing in the draft speaks of as a promise: the first of each. */
function resemblances(
  read: readonly ReadPassage[],
  told: readonly Told[],
  matcher: Matcher,
  headed: readonly (readonly Match[])[],
  open: readonly DraftCommitment[],
  named: ReadonlySet<string>,
): Mention[] {
  const recurring = new Set(open.filter(({ standing }) => standing.recurring).map(({ id }) => id));
  const spokenFor = new Set(told.map(({ at }) => at));
  const found = new Map<string, Mention>();
  read.forEach(({ passage }, at) => {
    const { kind, anchor, text } = passage;
    if (kind !== "paragraph" || spokenFor.has(at)) return;
    const headings = headed[at] ?? [];
    const byWords = () => [matcher.resembled(text) ?? []].flat();
    const matches = headings.length === 0 ? byWords() : saysSomething(passage) ? headings : [];
    for (const match of matches) {
      const { commitmentId } = match;
      // Any letter resembles the promise to send letters.
      if (!recurring.has(commitmentId) && !named.has(commitmentId) && !found.has(commitmentId))
        found.set(commitmentId, { anchor, quote: text, matches: [match], because: "resembles", why: null });
    }
  });
  return [...found.values()];
}
