/** Figures as series: which points belong together, and the scale on which they can be compared honestly. */
import { addDays, daysBetween, type IsoDay } from "./calendar.ts";
import type { Figure } from "./events.ts";
import type { Span } from "./time-axis.ts";

export interface ReportedFigure {
  effectiveOn: IsoDay;
  figure: Figure;
}

export interface Point<I extends ReportedFigure> {
  item: I;
  on: IsoDay;
  value: number;
  /** A later report of the same day takes its place: shown, but not part of the line. */
  replaced: boolean;
}

export interface Series<I extends ReportedFigure = ReportedFigure> {
  name: string;
  unit: string;
  /** By the day that the value is of, and within it by the day it was reported. */
  points: Point<I>[];
  span: Span;
  scale: Scale;
}

export interface Scale {
  /** Values of the lines that run across, from the lowest to the highest. */
  steps: number[];
  startsAtZero: boolean;
}

/** Figures of one name and unit make a series; a name with another unit is another series. */
export function seriesOf<I extends ReportedFigure>(items: readonly I[]): Series<I>[] {
  const groups = new Map<string, I[]>();
  for (const item of items) {
    const key = JSON.stringify([item.figure.series, item.figure.unit]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map(asSeries).sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

function asSeries<I extends ReportedFigure>(items: I[]): Series<I> {
  const sorted = [...items].sort((a, b) => compare(a.figure.on, b.figure.on) || compare(a.effectiveOn, b.effectiveOn));
  const points = sorted.map((item, at): Point<I> => {
    const { on, value } = item.figure;
    return { item, on, value, replaced: sorted[at + 1]?.figure.on === on };
  });
  const { series: name = "", unit = "" } = sorted[0]?.figure ?? {};
  const first = points[0]?.on ?? "";
  const last = points.at(-1)?.on ?? first;
  const room = Math.max(3, Math.round(daysBetween(first, last) * 0.06));
  const span = { from: addDays(first, -room), until: addDays(last, room) };
  return { name, unit, points, span, scale: scaleOf(points.map(({ value }) => value)) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Part of the highest value below which differences are too small to see on an axis from zero. */
const TOO_SMALL = 0.1;

/** Round steps around the values. From zero, unless all that differs would then be too small to see. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const startsAtZero = low === high || low < 0 || high - low >= high * TOO_SMALL;
  const [from, until] = startsAtZero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const step = roundStep((until - from || 1) / 4);
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(until / step));
  const steps = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { steps, startsAtZero };
}

/** 1, 2 or 5 times a power of ten, not below what is asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10) * power;
}

/** Where a value lies on a scale: 0 at the lowest step, 1 at the highest. */
export function heightOf(value: number, { steps }: Scale): number {
  const [low = 0] = steps;
  const high = steps.at(-1) ?? 1;
  return (value - low) / (high - low);
}

/** The points that are named on the line: first and last, and those between that have room. */
export function namedPoints(at: readonly number[], room: number): boolean[] {
  const named = new Set<number>();
  const isFree = (i: number) => [...named].every((other) => Math.abs((at[other] ?? 0) - (at[i] ?? 0)) >= room);
  for (const i of [at.length - 1, ...at.keys()]) if (i >= 0 && isFree(i)) named.add(i);
  return at.map((_, i) => named.has(i));
}

const DUTCH = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 6 });
/** `1.234,5`. */
export const numberInWords = (value: number): string => DUTCH.format(value);
