import { dayInWords } from "#app/domain/calendar.ts";
import {
  heightOf,
  namedPoints,
  numberInWords,
  type Point,
  type ReportedFigure,
  type Series,
} from "#app/domain/series.ts";
import { axisOf, positionOf } from "#app/domain/time-axis.ts";
import { Day } from "./day.tsx";
import { DataTable } from "./table.tsx";

const TOP = 34;
const BOTTOM = 204;
const HEIGHT = 248;
/** Parts of the width: the numbers at the side, and the plot. */
const SIDE = 0.15;
const PLOT = 0.8;
/** A value beside a point takes this part of the plot on the narrowest screen. */
const VALUE_ROOM = 0.2;

const part = (of: number): string => `${(of * 100).toFixed(2)}%`;

/** One series as a line over days, and its points in a table; each leads to where it was reported. */
export function SeriesChart<I extends ReportedFigure & { id: string; title: string }>({
  series,
  addressOf,
}: {
  series: Series<I>;
  addressOf: (item: I) => string;
}) {
  const { name, unit, points, scale } = series;
  const id = `reeks-${points[0]?.item.id}`;
  return (
    <figure className="series">
      <h3 id={id}>{name}</h3>
      <p className="series__unit">
        Elk punt is de stand op die dag, in {unit}.
        {!scale.startsAtZero && (
          <strong> Let op: de as begint niet bij nul, maar bij {numberInWords(scale.steps[0] ?? 0)}.</strong>
        )}
      </p>
      <Drawing series={series} id={id} />
      <DataTable
        caption={`${name}, in ${unit}`}
        hideCaption
        columns={[
          { key: "on", label: "Dag", rowHeader: true },
          { key: "value", label: capital(unit), align: "end", fit: true },
          { key: "where", label: "Waar het staat" },
        ]}
        rows={points.map(({ item, on, value, replaced }) => ({
          key: item.id,
          cells: {
            on: <Day of={on} />,
            value: numberInWords(value),
            where: (
              <>
                <a href={addressOf(item)}>{item.title}</a>
                <span className="cell-aside">
                  gemeld op <Day of={item.effectiveOn} />
                  {replaced && "; later is over deze dag een ander cijfer gemeld"}
                </span>
              </>
            ),
          },
        }))}
      />
    </figure>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Drawing<I extends ReportedFigure & { id: string }>({ series, id }: { series: Series<I>; id: string }) {
  const { name, unit, points, span, scale } = series;
  const at = ({ on }: Point<I>) => SIDE + PLOT * (positionOf(on, span) + (1 - positionOf(span.until, span)) / 2);
  const y = (value: number) => BOTTOM - (BOTTOM - TOP) * heightOf(value, scale);
  const line = points.filter(({ replaced }) => !replaced);
  const named = namedPoints(line.map(at), VALUE_ROOM);
  return (
    <svg
      className="series__drawing"
      width="100%"
      height={HEIGHT}
      role="img"
      aria-labelledby={`${id}-naam`}
      aria-describedby={`${id}-uitleg`}
    >
      <title id={`${id}-naam`}>{`${name}, in ${unit}`}</title>
      <desc id={`${id}-uitleg`}>{inWords(series)}</desc>
      <text className="tl-words tl-words--tick" x="0" y="12">
        {unit}
      </text>
      {scale.steps.map((step) => (
        <g key={step}>
          <line
            className={step === 0 ? "tl-axis" : "tl-tick"}
            x1={part(SIDE)}
            x2={part(SIDE + PLOT)}
            y1={y(step)}
            y2={y(step)}
          />
          <text className="tl-words tl-words--tick" x={part(SIDE - 0.015)} y={y(step) + 4} textAnchor="end">
            {numberInWords(step)}
          </text>
        </g>
      ))}
      {axisOf(span, 4).map(({ on, words, year }) => {
        const x = part(SIDE + PLOT * positionOf(on, span));
        return (
          <g key={on}>
            <line className="tl-tick" x1={x} x2={x} y1={BOTTOM} y2={BOTTOM + 6} />
            <text className="tl-words tl-words--tick" x={x} y={BOTTOM + 21} textAnchor="middle">
              {words}
            </text>
            {year && (
              <text className="tl-words tl-words--year" x={x} y={BOTTOM + 36} textAnchor="middle">
                {year}
              </text>
            )}
          </g>
        );
      })}
      {line.slice(1).map((point, i) => {
        const before = line[i] ?? point;
        return (
          <line
            key={point.item.id}
            className="tl-series"
            x1={part(at(before))}
            y1={y(before.value)}
            x2={part(at(point))}
            y2={y(point.value)}
          />
        );
      })}
      {points.map((point) => (
        <circle
          key={point.item.id}
          className={point.replaced ? "tl-hollow" : "tl-solid"}
          cx={part(at(point))}
          cy={y(point.value)}
          r="5"
        />
      ))}
      {line.map(
        (point, i) =>
          named[i] && (
            <text
              key={point.item.id}
              className="tl-words tl-words--value"
              x={part(at(point))}
              y={y(point.value) - 11}
              textAnchor="middle"
            >
              {numberInWords(point.value)}
            </text>
          ),
      )}
    </svg>
  );
}

function inWords({ points, unit, scale }: Series): string {
  const told = points.map(({ on, value }) => `${numberInWords(value)} op ${dayInWords(on)}`);
  const axis = scale.startsAtZero ? "De as begint bij nul." : "De as begint niet bij nul.";
  return `${told.join(", ")}, in ${unit}. ${axis} Dezelfde cijfers staan in de tabel onder de tekening.`;
}
