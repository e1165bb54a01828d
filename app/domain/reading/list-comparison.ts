/**
 * Lays the closing list beside what was promised in the debate itself. One item goes with one promise at most, and with
 * none where it is not clear with which: staff then see both apart.
 */
import { dayInWords } from "../calendar.ts";
import type { ListItem } from "./closing-list.ts";
import type { DebatePromise } from "./debate-promises.ts";
import type { FoundDeadline } from "./findings.ts";
import type { NamedMember } from "./members-named.ts";
import { partsOf, stemWords } from "./stems.ts";

export interface ListComparison {
  /** On the list, and said in the debate. */
  both: { item: ListItem; promise: DebatePromise; reasons: string[]; moments: string | null }[];
  onlyInList: ListItem[];
  onlyInDebate: DebatePromise[];
}

interface Pair {
  item: number;
  promise: number;
  score: number;
  reasons: string[];
}

/** Below this nothing is said to be the same. */
const ENOUGH = 0.34;
/** Another that comes this close leaves it open which one is meant. */
const TOO_CLOSE = 0.85;
const WEIGHT = { words: 0.62, member: 0.2, moment: 0.22, form: 0.05 };
/** What was said around a promise counts for less than the promise. */
const AROUND = 0.55;

export function compareList(items: readonly ListItem[], promises: readonly DebatePromise[]): ListComparison {
  const spoken = promises.map(({ quote, deadline, to, context }) => ({
    own: subjectOf(quote, deadline, to ? [to] : []),
    around: stemWords(context),
  }));
  const listed = items.map(({ text, deadline, members }) => subjectOf(text, deadline, members));
  const rarity = rarityIn([...listed, ...spoken.map(({ own }) => own)]);
  const pairs = items.flatMap((item, i) =>
    promises.flatMap((promise, p) => {
      const pair = scored(item, listed[i] ?? new Map(), promise, spoken[p] ?? NOTHING, rarity);
      return pair.score >= ENOUGH ? [{ ...pair, item: i, promise: p }] : [];
    }),
  );
  const chosen = unambiguous(pairs, promises, rarity, spoken);
  const taken = new Set(chosen.map(({ promise }) => promise));
  const confirmed = new Map(chosen.map((pair) => [pair.item, pair]));
  return {
    both: [...confirmed.values()].flatMap(({ item: i, promise: p, reasons }) => {
      const [item, promise] = [items[i], promises[p]];
      return item && promise
        ? [{ item, promise, reasons, moments: momentsDiffer(item.deadline, promise.deadline) }]
        : [];
    }),
    onlyInList: items.filter((_, i) => !confirmed.has(i)),
    onlyInDebate: promises.filter((_, p) => !taken.has(p)),
  };
}

/** The words of the subject itself: by when and to whom are compared apart. */
function subjectOf(text: string, deadline: FoundDeadline | null, to: readonly NamedMember[]): Map<string, string> {
  const without = [deadline?.words ?? "", ...to.flatMap(({ name, party }) => [name, party ?? ""])].filter(Boolean);
  return stemWords(without.reduce((rest, words) => rest.replace(words, " "), text));
}

type Words = ReadonlyMap<string, string>;
const NOTHING = { own: new Map<string, string>(), around: new Map<string, string>() };

/** A word that many share tells little. */
function rarityIn(texts: readonly Words[]): (stem: string) => number {
  const count = new Map<string, number>();
  for (const words of texts) for (const stem of words.keys()) count.set(stem, (count.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + texts.length / (count.get(stem) ?? 1)) + 0.2;
}

const holds = (words: Words, stem: string): boolean =>
  words.has(stem) ||
  partsOf(stem, (part) => words.has(part)).length > 0 ||
  [...words.keys()].some((other) => other.length > stem.length && partsOf(other, (part) => part === stem).length > 0);

function scored(
  item: ListItem,
  listed: Words,
  promise: DebatePromise,
  { own, around }: typeof NOTHING,
  rarity: (stem: string) => number,
): Omit<Pair, "item" | "promise"> {
  const reasons: string[] = [];
  let all = 0;
  let shared = 0;
  const words: string[] = [];
  for (const [stem, word] of listed) {
    const weight = rarity(stem);
    all += weight;
    const share = holds(own, stem) ? 1 : holds(around, stem) ? AROUND : 0;
    shared += weight * share;
    if (share > 0) words.push(word);
  }
  const overlap = all > 0 ? Math.min(1, shared / (0.7 * all)) : 0;
  if (words.length === 0 || overlap < 0.2) return { score: 0, reasons };
  reasons.push(`gedeelde woorden: ${words.slice(0, 6).join(", ")}`);
  let score = WEIGHT.words * overlap;
  const member = item.members.find(({ name }) => name.toLowerCase() === promise.to?.name.toLowerCase());
  if (member) {
    score += WEIGHT.member;
    reasons.push(`hetzelfde Kamerlid: ${member.name}`);
  } else if (item.members.length > 0 && promise.to) score -= WEIGHT.member / 2;
  if (isSameMoment(item.deadline, promise.deadline)) {
    score += WEIGHT.moment;
    reasons.push(`dezelfde termijn: ${item.deadline?.words}`);
  }
  if (item.form !== null && item.form === promise.form) score += WEIGHT.form;
  return { score, reasons };
}

const isSameMoment = (a: FoundDeadline | null, b: FoundDeadline | null): boolean =>
  a !== null &&
  b !== null &&
  (a.latest !== null ? a.latest === b.latest : a.event !== null && a.event !== "unspecified" && a.event === b.event);

/** Best first; left out where the item fits another promise, or the promise another item, nearly as well. */
function unambiguous(
  pairs: readonly Pair[],
  promises: readonly DebatePromise[],
  rarity: (stem: string) => number,
  spoken: readonly (typeof NOTHING)[],
): Pair[] {
  const chosen: Pair[] = [];
  const ranked = [...pairs].sort((a, b) => b.score - a.score || a.item - b.item || a.promise - b.promise);
  for (const pair of ranked) {
    if (chosen.some(({ item, promise }) => item === pair.item || promise === pair.promise)) continue;
    const rivals = ranked.filter(
      (other) =>
        other !== pair &&
        (other.item === pair.item || other.promise === pair.promise) &&
        !chosen.some(({ item, promise }) => item === other.item || promise === other.promise) &&
        other.score >= pair.score * TOO_CLOSE,
    );
    const isOpen = rivals.some(
      (other) =>
        other.promise === pair.promise ||
        !isRepeat(spoken[pair.promise], spoken[other.promise], rarity, promises, pair, other),
    );
    if (!isOpen) chosen.push(pair);
  }
  return chosen;
}

/** A promise that was made twice, in the first term and again in the second: whichever fits best stands for both. */
function isRepeat(
  a: typeof NOTHING | undefined,
  b: typeof NOTHING | undefined,
  rarity: (stem: string) => number,
  promises: readonly DebatePromise[],
  first: Pair,
  second: Pair,
): boolean {
  const weigh = (words: Iterable<string>): number => [...words].reduce((sum, stem) => sum + rarity(stem), 0);
  const shared = [...(a?.own.keys() ?? [])].filter((stem) => b?.own.has(stem));
  const least = Math.min(weigh(a?.own.keys() ?? []), weigh(b?.own.keys() ?? []));
  const sameTo = promises[first.promise]?.to?.name === promises[second.promise]?.to?.name;
  return least > 0 && weigh(shared) / least >= (sameTo ? 0.5 : 0.7);
}

const moment = (deadline: FoundDeadline | null): string =>
  deadline === null
    ? "geen termijn"
    : deadline.latest === null
      ? `“${deadline.words}”`
      : `“${deadline.words}” (uiterlijk ${dayInWords(deadline.latest)})`;

/** A sentence where the list and the debate give another moment; null where they agree, or neither gives one. */
function momentsDiffer(listed: FoundDeadline | null, said: FoundDeadline | null): string | null {
  if ((listed === null && said === null) || isSameMoment(listed, said)) return null;
  return `Op de lijst staat ${moment(listed)}, in het debat is gezegd ${moment(said)}.`;
}
