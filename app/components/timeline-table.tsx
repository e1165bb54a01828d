import { dayInWords } from "#app/domain/calendar.ts";
import { numberInWords } from "#app/domain/series.ts";
import { ITEM_SECTIONS, type ItemRow, type Timeline } from "#app/domain/timeline.ts";
import { courseInWords, deadlinesInWords, periodInWords } from "#app/domain/timeline-words.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { PublicItem } from "#db/public.ts";
import { StandingBadge } from "./commitment-table.tsx";
import { Day } from "./day.tsx";
import { type Column, DataTable, type Row } from "./table.tsx";
import { KIND_WORDS, type LaneKind } from "./timeline-layout.ts";

const COLUMNS: Column[] = [
  { key: "what", label: "Wat", rowHeader: true },
  { key: "kind", label: "Soort" },
  { key: "on", label: "Dag", fit: true },
  { key: "period", label: "Termijn of periode" },
  { key: "course", label: "Wat ervan kwam" },
];

/** What the drawing shows, in its order: every row leads to its page. */
export function TimelineTable({
  timeline,
  addressOf,
  link,
}: {
  timeline: Timeline<PublicItem>;
  addressOf: (item: PublicItem) => string | null;
  link: Linker;
}) {
  const { debates, progressLetters, otherLetters, figures, commitments, items } = timeline;
  const numberOf = (id: string) => commitments.find((row) => row.id === id)?.number ?? null;
  const dated =
    (kind: LaneKind, href: (id: string) => string) =>
    (row: { id: string; title: string; on: string }): Row => ({
      key: kind + row.id,
      cells: { what: <a href={link(href(row.id))}>{row.title}</a>, kind: KIND_WORDS[kind], on: <Day of={row.on} /> },
    });
  const rows: Row[] = [
    ...debates.map(dated("debate", paths.debate)),
    ...progressLetters.map(dated("progress", paths.letter)),
    ...otherLetters.map(dated("letter", paths.letter)),
    ...figures.map((item) => itemRow(KIND_WORDS.figure, { item, on: item.figure.on, period: null }, addressOf)),
    ...commitments.map(
      (row): Row => ({
        key: row.id,
        tone: row.standing.late ? "late" : undefined,
        cells: {
          what: (
            <>
              <a href={link(paths.commitment(row.number))}>{row.title}</a>
              <span className="cell-aside">{row.number}</span>
            </>
          ),
          kind: "toezegging",
          on: <Day of={row.madeOn} />,
          period: deadlinesInWords(row).join("; "),
          course: (
            <>
              <StandingBadge standing={row.standing} />
              {row.standing.frozenOn && (
                <span className="cell-aside">stand per {dayInWords(row.standing.frozenOn)}</span>
              )}
              {courseInWords(row, numberOf).map((words) => (
                <span key={words} className="cell-aside">
                  {words}
                </span>
              ))}
            </>
          ),
        },
      }),
    ),
    ...ITEM_SECTIONS.flatMap((section) => items[section].map((row) => itemRow(KIND_WORDS[section], row, addressOf))),
  ];
  return (
    <DataTable
      caption={`De tijdlijn in een tabel, stand op ${dayInWords(timeline.asOf)}`}
      columns={COLUMNS}
      rows={rows}
    />
  );
}

function itemRow(kind: string, row: ItemRow<PublicItem>, addressOf: (item: PublicItem) => string | null): Row {
  const { item, on } = row;
  const href = addressOf(item);
  const title = item.measure?.inDoubt ? `${item.title} (?)` : item.title;
  return {
    key: item.id,
    cells: {
      what: (
        <>
          {href ? <a href={href}>{title}</a> : title}
          {item.number && <span className="cell-aside">{item.number}</span>}
        </>
      ),
      kind,
      on: on && <Day of={on} />,
      period: periodInWords(row),
      course: item.figure && `${numberInWords(item.figure.value)} ${item.figure.unit}`,
    },
  };
}
