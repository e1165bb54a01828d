import type { ReactNode } from "react";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { dayInShort, positionOf } from "#app/domain/time-axis.ts";
import type { CommitmentRow, ItemRow, Timeline } from "#app/domain/timeline.ts";
import { timelineInWords } from "#app/domain/timeline-words.ts";
import { type Drawn, type Layout, type Line, middleOf } from "./timeline-layout.ts";
import { Bar, DeadlineSign, dotsOf, hatchOf, ItemSign, LaneSign, Patterns, TurnSign } from "./timeline-signs.tsx";

const part = (of: number): string => `${(of * 100).toFixed(2)}%`;
const within = (of: number): number => Math.min(1, Math.max(0, of));

/**
 * The drawing itself. Along the line everything is a part of the width, so it fits any screen and any paper without
 * being made smaller; its letters keep their size.
 */
export function TimelineDrawing({
  timeline,
  layout,
  name,
  sheet,
  of,
}: {
  timeline: Timeline;
  layout: Layout;
  name: string;
  sheet: number;
  of: number;
}) {
  const { shape, height } = layout;
  const drawing = `${shape.name}-${sheet}`;
  const id = `tijdlijn-${drawing}`;
  return (
    <svg
      className={`timeline__drawing${timeline.followed ? " timeline__drawing--shaded" : ""}`}
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}-naam`}
      aria-describedby={`${id}-uitleg`}
    >
      <title id={`${id}-naam`}>{of === 1 ? name : `${name}, deel ${sheet} van ${of}`}</title>
      <desc id={`${id}-uitleg`}>{sheet === 1 ? timelineInWords(timeline) : `Vervolg van deel ${sheet - 1}.`}</desc>
      <Patterns of={drawing} />
      <Rules rows={layout.rows} />
      <svg
        x={part(shape.labels)}
        width={part(1 - shape.labels)}
        height={height}
        className="timeline__plot"
        aria-hidden="true"
      >
        <Ground timeline={timeline} layout={layout} dots={`url(#${dotsOf(drawing)})`} />
        <Guides timeline={timeline} layout={layout} />
        {layout.rows.map((drawn) => (
          <Row
            key={drawn.kind + drawn.key}
            drawn={drawn}
            timeline={timeline}
            layout={layout}
            hatch={hatchOf(drawing)}
          />
        ))}
        <AsOf timeline={timeline} layout={layout} />
      </svg>
      <Labels layout={layout} />
    </svg>
  );
}

const Rules = ({ rows }: { rows: readonly Drawn[] }) =>
  rows.map(
    ({ key, kind, top }) =>
      kind !== "heading" && (
        <line key={kind + key} className="tl-rule" x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} />
      ),
  );

/** Cut at the edge of their column, should the letters of this screen be wider than we count with. */
const Labels = ({ layout: { rows, shape } }: { layout: Layout }) => (
  <svg width={shape.labels === 0 ? "100%" : part(shape.labels - 0.01)} height="100%" aria-hidden="true">
    {rows.flatMap(({ key, lines }) =>
      lines.map(({ words, y, look }: Line) => (
        <text key={`${key}-${y}`} className={`tl-words tl-words--label tl-words--${look}`} x="0" y={y}>
          {words}
        </text>
      )),
    )}
  </svg>
);

/** The days that were followed are shaded, the others dotted; the ticks run through. */
function Ground({
  timeline: { span, followed, knownUntil },
  layout,
  dots,
}: {
  timeline: Timeline;
  layout: Layout;
  dots: string;
}) {
  const { ticks, bottom, shape } = layout;
  const top = 32;
  const starts = followed ? within(positionOf(followed.from, span)) : 0;
  const ends = followed ? within(positionOf(addDays(followed.until, 1), span)) : 0;
  const known = within(positionOf(addDays(knownUntil, 1), span));
  const bands = followed ? bandsOf(layout, top) : [];
  return (
    <>
      {bands.map((box) => (
        <g key={box.y}>
          <rect {...box} className="tl-followed" x={part(starts)} width={part(Math.max(0, ends - starts))} />
          {starts > 0 && <rect {...box} x="0" width={part(starts)} fill={dots} />}
          {known > ends && <rect {...box} x={part(ends)} width={part(known - ends)} fill={dots} />}
        </g>
      ))}
      {ticks.map(({ on, words, year }) => {
        const at = positionOf(on, span);
        return (
          <g key={on}>
            <line className="tl-tick" x1={part(at)} x2={part(at)} y1={top - 6} y2={bottom} />
            {at < 1 - shape.dateRoom / 2 && (
              <>
                {year && (
                  <text className="tl-words tl-words--year" x={part(at)} dx="3" y="12">
                    {year}
                  </text>
                )}
                <text className="tl-words tl-words--tick" x={part(at)} dx="3" y="27">
                  {words}
                </text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The whole height beside the labels; where these stand above the line, only what is below them. */
function bandsOf({ shape, rows, bottom }: Layout, top: number): { y: number; height: number }[] {
  if (shape.name === "wide") return [{ y: top, height: bottom - top }];
  return rows.flatMap(({ kind, top: starts, height, lines }) => {
    const words = lines.at(-1)?.y ?? starts;
    return kind === "heading" ? [] : [{ y: words + 6, height: starts + height - words - 6 }];
  });
}

/** More of these would hide what they are to explain. */
const MOST_GUIDES = 24;

/** From each debate and progress letter down through the commitments: most of these begin and end there. */
function Guides({ timeline, layout: { rows } }: { timeline: Timeline; layout: Layout }) {
  const { debates, progressLetters, span } = timeline;
  const last = rows.findLast(({ kind }) => kind === "commitment");
  if (!last || debates.length + progressLetters.length > MOST_GUIDES) return null;
  return [
    ...debates.map(({ id, on }) => ({ id, on, className: "tl-guide" })),
    ...progressLetters.map(({ id, on }) => ({ id, on, className: "tl-guide tl-guide--letter" })),
  ].map(({ id, on, className }) => (
    <Guide key={id} className={className} at={middleOf(on, span)} from={34} until={last.top + last.height} />
  ));
}

const Guide = ({ className, at, from, until }: { className: string; at: number; from: number; until: number }) => (
  <line className={className} x1={part(at)} x2={part(at)} y1={from} y2={until} />
);

interface RowProps {
  drawn: Drawn;
  timeline: Timeline;
  layout: Layout;
  hatch: string;
}

function Row({ drawn, timeline, layout, hatch }: RowProps) {
  const { span, followed } = timeline;
  switch (drawn.kind) {
    case "heading":
      return null;
    case "followed": {
      if (!followed) return null;
      const from = within(positionOf(followed.from, span));
      const until = within(positionOf(addDays(followed.until, 1), span));
      return (
        <rect
          className="tl-band"
          x={part(from)}
          width={part(Math.max(0, until - from))}
          y={drawn.middle - 3}
          height="6"
        />
      );
    }
    case "lane":
      return drawn.marks.map(({ key, at, y, words, before }) => (
        <At key={key} at={at} y={y}>
          <LaneSign of={drawn.of} />
          <text className="tl-words tl-words--date" x={before ? -11 : 11} y="4" textAnchor={before ? "end" : "start"}>
            {words}
          </text>
        </At>
      ));
    case "commitment":
      return <Commitment row={drawn.row} y={drawn.middle} timeline={timeline} layout={layout} hatch={hatch} />;
    case "item":
      return <Item drawn={drawn} y={drawn.middle} span={span} />;
  }
}

const At = ({ at, y, children }: { at: number; y: number; children: ReactNode }) => (
  <svg x={part(at)} y={y} className="timeline__at" aria-hidden="true">
    {children}
  </svg>
);

function Commitment({
  row,
  y,
  timeline,
  layout,
  hatch,
}: {
  row: CommitmentRow;
  y: number;
  timeline: Timeline;
  layout: Layout;
  hatch: string;
}) {
  const { span } = timeline;
  const bar = y + 4;
  const starts = middleOf(row.madeOn, span);
  const successor = layout.rows.find(({ kind, key }) => kind === "commitment" && key === row.successorId);
  const wentOn = row.turns.findLast(({ what }) => what === "went_on");
  return (
    <>
      {successor && wentOn && (
        <Guide
          className="tl-passed"
          at={middleOf(wentOn.on, span)}
          from={Math.min(bar, successor.middle + 4)}
          until={Math.max(bar, successor.middle + 4)}
        />
      )}
      <line className="tl-line" x1={part(starts)} x2={part(starts)} y1={bar - 7} y2={bar + 7} />
      {row.stretches.map(({ pace, from, until }) => {
        const start = Math.max(starts, positionOf(from, span));
        const end = positionOf(addDays(until, 1), span);
        return (
          <Bar key={from} of={pace} x={part(start)} width={part(Math.max(0.003, end - start))} y={bar} hatch={hatch} />
        );
      })}
      {row.deadlines.map(({ on, how }) => (
        <At key={how + on} at={within(middleOf(on, span))} y={bar - 11}>
          <DeadlineSign of={how} isLater={on > span.until} />
        </At>
      ))}
      {signsOf(row).map(({ on, what, shift }) => (
        <At key={what + on} at={middleOf(on, span)} y={bar}>
          <g transform={`translate(${shift} 0)`}>
            <TurnSign of={what} />
          </g>
        </At>
      ))}
    </>
  );
}

/** A bar ends at these, so they stand behind its end and leave its last days in sight. */
const ENDS = new Set(["met", "lapsed", "went_on"]);

/** What happened on one day stands side by side. The sign for a rest that went on says that a part was met. */
function signsOf({ turns }: CommitmentRow): (CommitmentRow["turns"][number] & { shift: number })[] {
  const shown = turns.filter(
    ({ on, what }) => what !== "partly_met" || !turns.some((other) => other.on === on && other.what === "went_on"),
  );
  const seen = new Map<IsoDay, number>();
  return shown.map((turn) => {
    const count = seen.get(turn.on) ?? 0;
    seen.set(turn.on, count + 1);
    return { ...turn, shift: 15 * count + (ENDS.has(turn.what) ? 9 : 0) };
  });
}

/** The sign on its day, and what it expects or intends as a bracket. */
function Item({
  drawn,
  y,
  span,
}: {
  drawn: { row: ItemRow } & Extract<Drawn, { kind: "item" }>;
  y: number;
  span: Timeline["span"];
}) {
  const { on, period } = drawn.row;
  const from = period && within(positionOf(period.earliest, span));
  const until = period && within(positionOf(addDays(period.latest, 1), span));
  const said = on ?? period?.earliest ?? span.from;
  const at = on === null && from !== null && until !== null ? (from + until) / 2 : middleOf(said, span);
  return (
    <>
      {from !== null && until !== null && (
        <>
          {on !== null && <line className="tl-leads" x1={part(at)} x2={part(from)} y1={y} y2={y} />}
          <rect
            className="tl-period"
            x={part(from)}
            width={part(Math.max(0.004, until - from))}
            y={y - 5}
            height="10"
          />
        </>
      )}
      <At at={at} y={y}>
        <circle className="tl-halo" r="8" />
        <ItemSign of={drawn.section} />
      </At>
    </>
  );
}

/** Where the peildatum lies, unless the drawing ends before it. */
function AsOf({ timeline: { asOf, span }, layout: { bottom } }: { timeline: Timeline; layout: Layout }) {
  if (asOf > span.until) return null;
  const at = positionOf(addDays(asOf, 1), span);
  const before = at > 0.5;
  return (
    <>
      <line className="tl-as-of" x1={part(at)} x2={part(at)} y1="30" y2={bottom + 6} />
      <At at={at} y={bottom + 22}>
        <text className="tl-words tl-words--as-of" y="0" textAnchor={before ? "end" : "start"}>
          peildatum {dayInShort(asOf)}
        </text>
      </At>
    </>
  );
}
