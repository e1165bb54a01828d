/** In which order a page is read: down a column before the next one, and what stands in a side column apart. */
import type { Stretch } from "./pdf-stretches.ts";

/** What is read from top to bottom in one go. */
export interface Flow {
  kind: "text" | "aside";
  stretches: Stretch[];
}

/** Fewer letters a line than this is a column of a table or of labels, not of running text. */
const PROSE = 22;

interface Split {
  x: number;
  flows: Flow[];
  /** How many stretches it puts in order. */
  gain: number;
}

/** `known` are the left sides of columns that earlier pages had; those found here are added. */
export function inReadingOrder(stretches: readonly Stretch[], known: Set<number>): Flow[] {
  const sorted = [...stretches].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  let best: Split | null = null;
  for (const x of leftSides(sorted, known)) {
    const split = splitAt(x, sorted, isKnown(x, known));
    if (split.gain > (best?.gain ?? 0)) best = split;
  }
  if (!best) return sorted.length > 0 ? [{ kind: "text", stretches: sorted }] : [];
  known.add(best.x);
  // What a column holds may be columns again.
  return best.flows.flatMap((flow) => (flow.kind === "text" ? inReadingOrder(flow.stretches, known) : [flow]));
}

const isKnown = (x: number, known: ReadonlySet<number>): boolean => [...known].some((one) => Math.abs(one - x) < 4);

/** Where at least three lines begin, other than at the left of all. */
function leftSides(stretches: readonly Stretch[], known: ReadonlySet<number>): number[] {
  const counts = new Map<number, number>();
  let left = Number.POSITIVE_INFINITY;
  for (const { x0 } of stretches) {
    const side = Math.floor(x0);
    left = Math.min(left, side);
    counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return [...counts.keys()].filter(
    (side) => side > left + 20 && ((counts.get(side) ?? 0) >= 3 || isKnown(side, known)),
  );
}

function splitAt(x: number, stretches: readonly Stretch[], known: boolean): Split {
  const split: Split = { x, flows: [], gain: 0 };
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  let whole: Stretch[] = [];
  const flush = (): void => {
    if (whole.length > 0) split.flows.push({ kind: "text", stretches: whole });
    whole = [];
  };
  const close = (): void => {
    const kind = kindOf(left, right, known);
    if (kind === "none") whole.push(...[...left, ...right].sort((a, b) => a.y - b.y || a.x0 - b.x0));
    else {
      flush();
      const below = kind === "columns" ? belowBoth(left, right) : [];
      const above = left.slice(0, left.length - below.length);
      split.flows.push({ kind: kind === "left aside" ? "aside" : "text", stretches: above });
      split.flows.push({ kind: kind === "right aside" ? "aside" : "text", stretches: right });
      split.gain += left.length + right.length;
      whole.push(...below);
    }
    left = [];
    right = [];
  };
  for (const stretch of stretches) {
    if (stretch.x0 >= x - 1) right.push(stretch);
    else if (stretch.x1 <= x - 4) left.push(stretch);
    else {
      close();
      whole.push(stretch);
    }
  }
  close();
  flush();
  return split;
}

/** Lines at the left that stand, after some white, below two columns that end together: a signature. */
function belowBoth(left: readonly Stretch[], right: readonly Stretch[]): Stretch[] {
  const end = right.at(-1)?.y ?? 0;
  const first = left.findIndex((line, i) => {
    const last = left[i - 1];
    if (!last || line.y <= end) return false;
    return line.y - last.y > 1.6 * last.size && Math.abs(last.y - end) < 3 * last.size;
  });
  return first < 0 ? [] : left.slice(first);
}

const mean = (of: readonly Stretch[], value: (stretch: Stretch) => number): number =>
  of.reduce((sum, stretch) => sum + value(stretch), 0) / Math.max(1, of.length);
/** On a line of theirs. */
const lettersOf = (of: readonly Stretch[]): number =>
  of.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, new Set(of.map(({ y }) => Math.round(y))).size);
const widthOf = (of: readonly Stretch[]): number =>
  Math.max(...of.map(({ x1 }) => x1)) - Math.min(...of.map(({ x0 }) => x0));

/** What two groups of lines beside each other are: columns, running text with a side column, or neither (a table). */
function kindOf(
  left: readonly Stretch[],
  right: readonly Stretch[],
  known: boolean,
): "columns" | "left aside" | "right aside" | "none" {
  if (left.length === 0 || right.length === 0) return "none";
  const least = known ? 1 : 3;
  const isProse = (side: readonly Stretch[]): boolean => lettersOf(side) >= PROSE;
  if (left.length >= least && right.length >= least && isProse(left) && isProse(right)) {
    const ratio = widthOf(left) / widthOf(right);
    if (known || (ratio > 0.6 && ratio < 1.6)) return "columns";
  }
  const overlaps = left.length >= 2 && right.length >= (known ? 1 : 2);
  if (overlaps && isAside(right, left)) return "right aside";
  if (right.length >= 2 && left.length >= (known ? 1 : 2) && isAside(left, right)) return "left aside";
  return "none";
}

/** Narrow beside running text, and on lines of its own or in smaller letters: labels stand on the line of their value. */
function isAside(side: readonly Stretch[], text: readonly Stretch[]): boolean {
  if (lettersOf(text) < PROSE || widthOf(side) > 0.45 * widthOf(text)) return false;
  if (side.every((stretch) => stretch.text.length < 4)) return false;
  const smaller = mean(side, ({ size }) => size) < mean(text, ({ size }) => size) - 0.7;
  const paired = side.filter(({ y, size }) => text.some((line) => Math.abs(line.y - y) < 0.15 * size)).length;
  return smaller || paired < 0.6 * side.length;
}
