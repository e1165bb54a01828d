import type { ReactNode } from "react";
import {
  type FollowedItem,
  ITEM_SECTIONS,
  type ItemSection,
  type Pace,
  type Timeline,
  type Turn,
} from "#app/domain/timeline.ts";
import { KIND_WORDS, type LaneKind } from "./timeline-layout.ts";
import { Bar, DeadlineSign, dotsOf, hatchOf, ItemSign, LaneSign, Patterns, TurnSign } from "./timeline-signs.tsx";

const PACES: Record<Pace, string> = {
  running: "toezegging loopt",
  late: "te laat",
  partly: "deels voldaan, de rest loopt",
  awaiting: "wacht op oordeel",
  endless: "loopt door, zonder einde",
};

const TURNS: Record<Turn["what"], string> = {
  met: "voldaan",
  partly_met: "deels voldaan",
  went_on: "deels voldaan, de rest ging verder in een andere toezegging",
  lapsed: "vervallen",
  reopened: "heropend",
  claimed: "gemeld als nagekomen",
  postponed: "uitstel gemeld",
  letter_in_time: "brief op tijd",
  letter_late: "brief te laat",
};

const DEADLINES = {
  in_force: "termijn die geldt",
  replaced: "eerdere termijn",
  expected: "brief verwacht",
} as const;

const keysOf = <K extends string>(words: Record<K, string>): K[] => Object.keys(words) as K[];

/** The signs that this drawing uses, drawn as it draws them. */
export function TimelineLegend({ timeline }: { timeline: Timeline<FollowedItem> }) {
  const { commitments, items, span, followed, knownUntil } = timeline;
  const paces = new Set(commitments.flatMap(({ stretches }) => stretches.map(({ pace }) => pace)));
  const turns = new Set(commitments.flatMap((row) => row.turns.map(({ what }) => what)));
  const deadlines = new Set(commitments.flatMap((row) => row.deadlines.map(({ how }) => how)));
  const lanes: LaneKind[] = [
    ...(timeline.debates.length > 0 ? (["debate"] as const) : []),
    ...(timeline.progressLetters.length > 0 ? (["progress"] as const) : []),
    ...(timeline.otherLetters.length > 0 ? (["letter"] as const) : []),
    ...(timeline.figures.length > 0 ? (["figure"] as const) : []),
  ];
  const sections = ITEM_SECTIONS.filter((section: ItemSection) => items[section].length > 0);
  const isPartOnly = followed !== null && (followed.from > span.from || followed.until < knownUntil);
  return (
    <div className="timeline__legend">
      <p className="timeline__legend-title" id="legenda">
        Legenda
      </p>
      <ul className="timeline__signs" aria-labelledby="legenda">
        {keysOf(PACES)
          .filter((pace) => paces.has(pace))
          .map((pace) => (
            <Entry key={pace} words={PACES[pace]} wide>
              <Patterns of={`legenda-${pace}`} />
              <Bar of={pace} x="1" width="30" y={0} hatch={hatchOf(`legenda-${pace}`)} />
            </Entry>
          ))}
        {keysOf(DEADLINES)
          .filter((how) => deadlines.has(how))
          .map((how) => (
            <Entry key={how} words={DEADLINES[how]}>
              <DeadlineSign of={how} />
            </Entry>
          ))}
        {keysOf(TURNS)
          .filter((what) => turns.has(what))
          .map((what) => (
            <Entry key={what} words={TURNS[what]}>
              <TurnSign of={what} />
            </Entry>
          ))}
        {lanes.map((lane) => (
          <Entry key={lane} words={KIND_WORDS[lane]}>
            <LaneSign of={lane} />
          </Entry>
        ))}
        {sections.map((section) => (
          <Entry key={section} words={KIND_WORDS[section]}>
            <ItemSign of={section} />
          </Entry>
        ))}
        {isPartOnly && (
          <Entry words="niet gevolgd" wide>
            <Patterns of="legenda-niet-gevolgd" />
            <rect
              className="tl-frame"
              x="1"
              y="-7"
              width="30"
              height="14"
              fill={`url(#${dotsOf("legenda-niet-gevolgd")})`}
            />
          </Entry>
        )}
      </ul>
    </div>
  );
}

const Entry = ({ words, wide = false, children }: { words: string; wide?: boolean; children: ReactNode }) => (
  <li>
    <svg
      width={wide ? 32 : 22}
      height="18"
      viewBox={wide ? "0 -9 32 18" : "-9 -9 22 18"}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
    {words}
  </li>
);
