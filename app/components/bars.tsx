/**
 * Bars that one reads without colour: each part has a pattern of its own and its number in words below. The drawing is
 * left out for who hears the page, as the words and the table beside it say the same.
 */
import type { ReactNode } from "react";
import type { Outcome } from "#app/domain/outcome.ts";

/** What the parts of a bar can be: what became of a promise, or just how many. */
export type Fill = Outcome | "count";

export interface Part {
  fill: Fill;
  label: string;
  count: number;
  /** `45%`; null or left out where there are too few to compare. */
  share?: string | null;
}

export interface Bar {
  key: string;
  label: ReactNode;
  /** Without those of which there is none. */
  parts: Part[];
  /** What the full width stands for; null draws no bar. */
  full: number | null;
  /** Said instead of a bar, or beside it. */
  note?: string;
}

/** Each a square of 8 by 8 that repeats. */
const PATTERNS: Record<Fill, ReactNode> = {
  met_on_time: <rect className="fill-good" width="8" height="8" />,
  met_late: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <path className="line-good" d="M-2 2 2-2M0 8 8 0M6 10 10 6" />
    </>
  ),
  met_unmeasured: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <path className="line-good" d="M0 4h8" />
    </>
  ),
  open: <rect className="fill-accent-tint" width="8" height="8" />,
  late: (
    <>
      <rect className="fill-late" width="8" height="8" />
      <path className="line-page" d="M-2 6 2 10M0 0 8 8M6-2 10 2" />
    </>
  ),
  without_term: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <circle className="fill-accent" cx="4" cy="4" r="1.5" />
    </>
  ),
  continued: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <path className="line-accent" d="M4 0v8" />
    </>
  ),
  unfollowed: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <path className="line-muted" d="M0 4h8M4 0v8" />
    </>
  ),
  lapsed: (
    <>
      <rect className="fill-page" width="8" height="8" />
      <path className="line-muted" d="M0 0 8 8M8 0 0 8" />
    </>
  ),
  count: <rect className="fill-accent" width="8" height="8" />,
};

/** The patterns, once on a page that has bars. */
export const BarPatterns = () => (
  <svg className="bar-patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      {Object.entries(PATTERNS).map(([fill, drawn]) => (
        <pattern key={fill} id={`vulling-${fill}`} width="8" height="8" patternUnits="userSpaceOnUse">
          {drawn}
        </pattern>
      ))}
    </defs>
  </svg>
);

const HEIGHT = 22;
const part = (of: number): string => `${(of * 100).toFixed(3)}%`;

export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ key, label: name, parts, full, note }) => (
        <li key={key} className="bar">
          <p className="bar__name">{name}</p>
          {full !== null && full > 0 && <BarDrawing parts={parts} full={full} />}
          {note && <p className="bar__note">{note}</p>}
          <PartCounts parts={parts} />
        </li>
      ))}
    </ul>
  );
}

/** The bar by itself, for a cell of a table that says its numbers. */
export function BarDrawing({ parts, full }: { parts: readonly Part[]; full: number }) {
  let drawn = 0;
  return (
    <svg className="bar__drawing" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {parts.map(({ fill, count }) => {
        const from = drawn;
        drawn += count;
        return (
          <rect
            key={fill}
            className="bar__part"
            data-count={count}
            x={part(from / full)}
            y="1"
            width={part(count / full)}
            height={HEIGHT - 2}
            fill={`url(#vulling-${fill})`}
          />
        );
      })}
    </svg>
  );
}

/** What each pattern stands for, with how many. */
export const PartCounts = ({ parts }: { parts: readonly Part[] }) => (
  <ul className="bar__counts">
    {parts.map(({ fill, label, count, share }) => (
      <li key={fill}>
        <svg width="16" height="16" aria-hidden="true" focusable="false">
          <rect className="bar__part" x="1" y="1" width="14" height="14" fill={`url(#vulling-${fill})`} />
        </svg>
        <span>
          <strong>{count}</strong> {label}
          {share && ` (${share})`}
        </span>
      </li>
    ))}
  </ul>
);
