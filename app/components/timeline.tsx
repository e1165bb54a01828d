import { dayInWords } from "#app/domain/calendar.ts";
import type { Timeline as Drawn, FollowedItem } from "#app/domain/timeline.ts";
import { TimelineDrawing } from "./timeline-drawing.tsx";
import { type Layout, layoutsOf, NARROW, WIDE } from "./timeline-layout.ts";
import { TimelineLegend } from "./timeline-legend.tsx";

/** The address of what a row shows, by the key of the row. */
export type AddressOf = (kind: string, key: string) => string | null;

/**
 * The drawing of a timeline with its legend, once for wide pages and paper and once for phones; one of the two shows.
 * The facts stand in the table that the page puts below it.
 */
export function Timeline<I extends FollowedItem>({
  timeline,
  name,
  addressOf,
}: {
  timeline: Drawn<I>;
  name: string;
  addressOf: AddressOf;
}) {
  const undated = Object.values(timeline.items)
    .flat()
    .filter(({ on, period }) => on === null && period === null)
    .map(({ item }) => item.title);
  return (
    <figure className="timeline">
      <TimelineLegend timeline={timeline} />
      {[WIDE, NARROW].map((shape) => (
        <div key={shape.name} className={`timeline__shape timeline__shape--${shape.name}`}>
          {layoutsOf(timeline, shape).map((layout, at, { length }) => (
            <div key={layout.rows[0]?.key ?? "leeg"} className="timeline__sheet">
              <TimelineDrawing timeline={timeline} layout={layout} name={name} sheet={at + 1} of={length} />
              <Targets layout={layout} addressOf={addressOf} />
            </div>
          ))}
        </div>
      ))}
      <figcaption>
        {name}, stand op {dayInWords(timeline.asOf)}.{" "}
        {timeline.followed &&
          timeline.followed.until < timeline.asOf &&
          `Na ${dayInWords(timeline.followed.until)} is dit dossier niet meer gevolgd. `}
        {undated.length > 0 && `Zonder dag, en daarom alleen in de tabel: ${undated.join(", ")}. `}
        Bron: Toezeggingenregister.
      </figcaption>
    </figure>
  );
}

/**
 * Where a mouse can click. A drawing is one image to who hears it, so what can be followed lies over it and is kept
 * from the keyboard: the table holds the same links, once.
 */
function Targets({ layout, addressOf }: { layout: Layout; addressOf: AddressOf }) {
  return (
    <svg className="timeline__targets" width="100%" height={layout.height} aria-hidden="true" focusable="false">
      {layout.rows.map(({ kind, key, top, height }) => {
        const href = kind === "commitment" || kind === "item" ? addressOf(kind, key) : null;
        return (
          href && (
            <a key={key} href={href} tabIndex={-1}>
              <rect x="0" y={top} width="100%" height={height} />
            </a>
          )
        );
      })}
    </svg>
  );
}
