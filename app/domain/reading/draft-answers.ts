/** Which open commitments a draft answers, and which it names without an answer. */
import type { IsoDay } from "../calendar.ts";
import type { DraftCommitment, ReadPassage } from "./draft-check.ts";
import { gapsIn, verdictOf } from "./draft-gaps.ts";
import { type Match, type Matcher, matcherFor } from "./draft-matching.ts";
import type { Finding, ProposedVerdict, Span } from "./findings.ts";

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
): { answers: Answer[]; mentions: Mention[] } {
  const matcher = matcherFor(open, sentOn);
  const told = read.flatMap(({ passage, findings }, at) =>
    findings.filter(speaksOfPromise).map((finding): Told => ({ at, anchor: passage.anchor, finding })),
  );
  const about = matched(read, told, matcher);
  const answers: Answer[] = [];
  const mentions: Mention[] = about.unclear.map(({ act, matches }) => mention(act, matches, "which"));
  for (const [commitmentId, { reasons, acts }] of about.clear) {
    const commitment = open.find(({ id }) => id === commitmentId);
    const [first] = acts;
    if (!commitment || !first) continue;
    if (acts.some((act) => isAnswer(read, told, act))) {
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
  return { answers, mentions: [...mentions, ...resemblances(read, told, matcher, named)] };
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

/** "Hiermee", "deze toezegging": the sentence says no more than that it goes on about what was just named. */
const POINTS_BACK =
  /(?<![\p{L}])(?:hiermee|daarmee|hieraan|daaraan|hiervoor|daarvoor|deze toezegging|die toezegging)(?![\p{L}])/iu;

/** Each sentence to the commitments that it is about. One that points back is about what was named last under its heading. */
function matched(read: readonly ReadPassage[], told: readonly Told[], matcher: Matcher) {
  const clear = new Map<string, { reasons: string[]; acts: Told[] }>();
  const unclear: { act: Told; matches: Match[] }[] = [];
  let last: { section: number; commitmentId: string } | null = null;
  told.forEach((act, i) => {
    const section = sectionOf(read, act.at);
    const before: Match[] =
      last?.section === section && act.finding.kind !== "refers_back"
        ? [
            {
              commitmentId: last.commitmentId,
              reasons: ["de zin gaat verder op de toezegging die erboven wordt genoemd"],
            },
          ]
        : [];
    const text = stretchOf(read, told, i);
    const own = () => matcher.meant(text);
    const whole = () => matcher.meant(read[act.at]?.passage.text ?? "");
    const isFirst = POINTS_BACK.test(act.finding.quote) && before.length > 0;
    const matches = [() => (isFirst ? before : []), own, () => before, whole].reduce<Match[]>(
      (found, next) => (found.length > 0 ? found : next()),
      [],
    );
    const [only, ...others] = matches;
    if (!only) return;
    if (others.length > 0) {
      unclear.push({ act, matches });
      return;
    }
    last = { section, commitmentId: only.commitmentId };
    const known = clear.get(only.commitmentId);
    if (known) known.acts.push(act);
    else clear.set(only.commitmentId, { reasons: only.reasons, acts: [act] });
  });
  return {
    clear,
    unclear: unclear.filter(({ matches }) => !matches.every(({ commitmentId }) => clear.has(commitmentId))),
  };
}

/** The number of the heading that a passage stands under; -1 above the first. */
function sectionOf(read: readonly ReadPassage[], at: number): number {
  for (let i = at; i >= 0; i -= 1) if (read[i]?.passage.kind === "heading") return i;
  return -1;
}

/** A sentence and what comes after it in its passage, up to the next that speaks of a promise. */
function stretchOf(read: readonly ReadPassage[], told: readonly Told[], i: number): string {
  const act = told[i];
  const text = act && read[act.at]?.passage.text;
  if (!act || text === undefined) return "";
  const next = told.slice(i + 1).find(({ at, finding }) => at === act.at && finding.start > act.finding.start);
  return text.slice(act.finding.start, next?.finding.start ?? text.length);
}

/** So many letters beside the promise itself are content: an answer, however short. */
const LEAST_CONTENT = 40;

/** A recital of what was promised answers only where the letter goes on about it: beside it, or up to the next heading. */
function isAnswer(read: readonly ReadPassage[], told: readonly Told[], { at, finding }: Told): boolean {
  if (finding.kind !== "refers_back" || finding.verdict === "declines") return true;
  const here = read[at];
  if (here && lettersBeside(here) >= LEAST_CONTENT) return true;
  const spokenFor = new Set(told.map((act) => act.at));
  for (let i = at + 1; i < read.length; i += 1) {
    const next = read[i];
    if (!next || next.passage.kind === "heading" || spokenFor.has(i)) return false;
    if (lettersBeside(next) >= LEAST_CONTENT) return true;
  }
  return false;
}

/** Letters in a passage outside the sentences that promise, recall or put off. */
function lettersBeside({ passage: { text }, findings }: ReadPassage): number {
  const taken = findings.filter(({ kind }) => kind === "new_commitment" || speaksOfPromise({ kind } as Finding));
  const isTaken = (at: number) => taken.some(({ start, end }: Span) => start <= at && at < end);
  return [...text.matchAll(/\p{L}/gu)].filter(({ index }) => !isTaken(index)).length;
}

/** Passages about a commitment that nothing in the draft speaks of as a promise: the first of each. */
function resemblances(
  read: readonly ReadPassage[],
  told: readonly Told[],
  matcher: Matcher,
  named: ReadonlySet<string>,
): Mention[] {
  const spokenFor = new Set(told.map(({ at }) => at));
  const found = new Map<string, Mention>();
  read.forEach(({ passage: { kind, anchor, text } }, at) => {
    const match = kind === "paragraph" && !spokenFor.has(at) ? matcher.resembled(text) : null;
    if (match && !named.has(match.commitmentId) && !found.has(match.commitmentId))
      found.set(match.commitmentId, { anchor, quote: text, matches: [match], because: "resembles", why: null });
  });
  return [...found.values()];
}
