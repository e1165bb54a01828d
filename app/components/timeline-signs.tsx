/**
 * The signs of a timeline, for the drawing and its legend alike. Each has a shape or a pattern of its own, so that it
 * is told apart without colour; the middle of each is at 0, 0, and none is wider than 15.
 */
import type { ReactNode } from "react";
import type { DeadlineMark, ItemSection, Pace, Turn } from "#app/domain/timeline.ts";
import type { LaneKind } from "./timeline-layout.ts";

const LANE_SIGNS: Record<LaneKind, ReactNode> = {
  debate: <path className="tl-solid" d="M-7-6H7V3H0L-4 7V3H-7z" />,
  progress: (
    <>
      <rect className="tl-solid" x="-7" y="-5" width="14" height="10" />
      <path className="tl-cut" d="M-6-4 0 1 6-4" />
    </>
  ),
  letter: (
    <>
      <rect className="tl-hollow" x="-7" y="-5" width="14" height="10" />
      <path className="tl-line" d="M-6-4 0 1 6-4" />
    </>
  ),
  figure: <path className="tl-solid" d="M-6 5V0h3v5zM-1.5 5v-7h3v7zM3 5V-6h3V5z" />,
};

const ITEM_SIGNS: Record<ItemSection, ReactNode> = {
  expectation: <path className="tl-hollow" d="M0-7 7 0 0 7-7 0z" />,
  decision: <path className="tl-solid" d="M-5.5-5.5h11v11h-11z" />,
  request: (
    <>
      <circle className="tl-hollow" r="6.5" />
      <path className="tl-line" d="M-2.2-2A2.2 2.2 0 1 1 0 .4V1.4M0 3.2v1" />
    </>
  ),
  recommendation: (
    <>
      <circle className="tl-hollow" r="6.5" />
      <path className="tl-line" d="M0 4V-4M-3-1 0-4 3-1" />
    </>
  ),
  measure: <path className="tl-solid" d="M-2-6.5h4V-2h4.500v4H2v4.500h-4V2h-4.500v-4H-2z" />,
  reported: <path className="tl-hollow" d="M-5-6.500h10v13h-10zM-2.500-3h5M-2.500 0h5M-2.500 3h5" />,
  evidence: (
    <>
      <circle className="tl-hollow" cx="-1.500" cy="-1.500" r="4.500" />
      <path className="tl-thick" d="M2 2 6 6" />
    </>
  ),
};

const disc = <circle className="tl-halo" r="8" />;
const TURN_SIGNS: Record<Turn["what"], ReactNode> = {
  met: (
    <>
      {disc}
      <circle className="tl-solid" r="6.500" />
      <path className="tl-cut tl-cut--thick" d="M-3 0-1 2.500 3-2.500" />
    </>
  ),
  partly_met: (
    <>
      {disc}
      <circle className="tl-hollow" r="6" />
      <path className="tl-solid" d="M0-6A6 6 0 0 1 0 6z" />
    </>
  ),
  went_on: (
    <>
      {disc}
      <circle className="tl-hollow" r="6" />
      <path className="tl-solid" d="M0-6A6 6 0 0 0 0 6z" />
      <path className="tl-thick" d="M1 0h11M8.500-3.500 12 0 8.500 3.500" />
    </>
  ),
  lapsed: (
    <>
      {disc}
      <circle className="tl-hollow" r="6" />
      <path className="tl-thick" d="M-4-4 4 4M4-4-4 4" />
    </>
  ),
  reopened: (
    <>
      {disc}
      <circle className="tl-hollow" r="6" />
      <circle className="tl-solid" r="2" />
    </>
  ),
  claimed: (
    <>
      {disc}
      <path className="tl-hollow" d="M-4.500-6h9l-9 12h9z" />
    </>
  ),
  postponed: (
    <>
      {disc}
      <path className="tl-thick" d="M-5-4-1 0-5 4M1-4 5 0 1 4" />
    </>
  ),
  letter_in_time: (
    <>
      <circle className="tl-halo" r="6.500" />
      <circle className="tl-solid" r="4.500" />
    </>
  ),
  letter_late: <path className="tl-hollow tl-hollow--late" d="M0-6 6 5H-6zM0-2V1.500M0 3v.800" />,
};

const DEADLINE_SIGNS: Record<DeadlineMark["how"], ReactNode> = {
  in_force: <path className="tl-solid tl-solid--text" d="M-5-5H5L0 4z" />,
  replaced: <path className="tl-hollow tl-hollow--text" d="M-5-5H5L0 4z" />,
  expected: <path className="tl-hollow tl-hollow--dotted" d="M-5-5H5L0 4z" />,
};

/** A deadline past the edge of the drawing. */
const later = <path className="tl-solid tl-solid--text" d="M-6-4.500 3 0-6 4.500z" />;

export const LaneSign = ({ of }: { of: LaneKind }) => LANE_SIGNS[of];
export const ItemSign = ({ of }: { of: ItemSection }) => ITEM_SIGNS[of];
export const TurnSign = ({ of }: { of: Turn["what"] }) => TURN_SIGNS[of];
export const DeadlineSign = ({ of, isLater = false }: { of: DeadlineMark["how"]; isLater?: boolean }) =>
  isLater ? later : DEADLINE_SIGNS[of];

const BAR_HEIGHT = 10;

/** A bar from `x` to `x + width` (with their units), around `y`. `hatch` names the pattern of this drawing. */
export function Bar({ of, x, width, y, hatch }: { of: Pace; x: string; width: string; y: number; hatch: string }) {
  const box = { x, width, y: y - BAR_HEIGHT / 2, height: BAR_HEIGHT };
  if (of === "late") {
    return (
      <>
        <rect {...box} className="tl-ground" />
        <rect {...box} className="tl-late" fill={`url(#${hatch})`} />
      </>
    );
  }
  if (of === "partly") {
    return (
      <>
        <rect {...box} className="tl-hollow" />
        <rect {...box} y={y} height={BAR_HEIGHT / 2} className="tl-solid" />
      </>
    );
  }
  if (of === "awaiting") return <rect {...box} className="tl-hollow tl-hollow--dotted" />;
  if (of === "endless") return <rect {...box} y={y - 3} height={6} className="tl-hollow" />;
  return <rect {...box} className="tl-solid" />;
}

/** The patterns of one drawing. Those of a drawing that is not shown would not show either, so each has its own. */
export const Patterns = ({ of }: { of: string }) => (
  <defs>
    <pattern id={`arcering-${of}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className="tl-hatch" d="M1 0V5" />
    </pattern>
    <pattern id={`stippels-${of}`} width="7" height="7" patternUnits="userSpaceOnUse">
      <circle className="tl-dot" cx="2" cy="2" r="0.900" />
      <circle className="tl-dot" cx="5.500" cy="5.500" r="0.900" />
    </pattern>
  </defs>
);

export const hatchOf = (drawing: string): string => `arcering-${drawing}`;
export const dotsOf = (drawing: string): string => `stippels-${drawing}`;
