/** How often and how far deadlines shifted: only what the Kamer was told moves a deadline, and only that is counted. */
import { daysBetween } from "./calendar.ts";
import { type CountedStanding, medianOf } from "./outcome.ts";

const TIMES = [
  { label: "nooit", most: 0 },
  { label: "1 keer", most: 1 },
  { label: "2 keer", most: 2 },
  { label: "3 keer of vaker", most: Number.POSITIVE_INFINITY },
] as const;

const FAR = [
  { label: "tot en met 30 dagen", most: 30 },
  { label: "31 tot en met 90 dagen", most: 90 },
  { label: "91 tot en met 180 dagen", most: 180 },
  { label: "181 tot en met 365 dagen", most: 365 },
  { label: "meer dan 365 dagen", most: Number.POSITIVE_INFINITY },
] as const;

export interface Band {
  label: string;
  count: number;
}

export interface DeadlineShifts {
  /** With a deadline that could shift: a day was named, or a later one was told. */
  n: number;
  times: Band[];
  /** Days from the last day of the original deadline to that of the one in force. */
  far: { n: number; bands: Band[]; median: number | null; longest: number | null };
  /** Shifted, but one of the two deadlines names no day. */
  notInDays: number;
}

export function deadlineShifts(standings: readonly CountedStanding[]): DeadlineShifts {
  const could = standings.filter(({ originalLatest, postponements }) => originalLatest !== null || postponements > 0);
  const shifted = could.filter(({ postponements }) => postponements > 0);
  const days = shifted.flatMap(({ originalLatest, latest }) =>
    originalLatest === null || latest === null ? [] : [daysBetween(originalLatest, latest)],
  );
  return {
    n: could.length,
    times: inBands(
      TIMES,
      could.map(({ postponements }) => postponements),
    ),
    far: {
      n: days.length,
      bands: inBands(FAR, days),
      median: medianOf(days),
      longest: days.length === 0 ? null : Math.max(...days),
    },
    notInDays: shifted.length - days.length,
  };
}

/** Each value in the first band that is wide enough for it. */
function inBands(bands: readonly { label: string; most: number }[], values: readonly number[]): Band[] {
  const counts = bands.map(() => 0);
  for (const value of values) {
    const at = bands.findIndex(({ most }) => value <= most);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return bands.map(({ label }, at) => ({ label, count: counts[at] ?? 0 }));
}
