/**
 * Where everything on the drawing of a timeline stands, in pixels from the top; along the line in parts of its width.
 * Rows grow with their words, so that nothing covers anything, however many there are.
 */
import { addDays, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { ITEM_WORDS } from "#app/domain/commitment.ts";
import { axisOf, dayInShort, positionOf, type Span, stacked, type Tick } from "#app/domain/time-axis.ts";
import {
  type CommitmentRow,
  type Dated,
  ITEM_SECTIONS,
  type ItemRow,
  type ItemSection,
  type Timeline,
} from "#app/domain/timeline.ts";
import { type NumberOf, periodInWords, standInWords } from "#app/domain/timeline-words.ts";

/** Beside the line on a desk and on paper, above it on a phone. */
export interface Shape {
  name: "wide" | "narrow";
  /** Part of the width that the labels take. */
  labels: number;
  /** Letters that fit on a line of a title, and of the smaller line below it. */
  title: number;
  aside: number;
  ticks: number;
  /** Part of the line that a date beside its mark takes. */
  dateRoom: number;
}

export const WIDE: Shape = { name: "wide", labels: 0.34, title: 44, aside: 48, ticks: 9, dateRoom: 0.17 };
export const NARROW: Shape = { name: "narrow", labels: 0, title: 40, aside: 44, ticks: 4, dateRoom: 0.29 };

/** Of a label: the words of a line, where it stands, and how it looks. */
export interface Line {
  words: string;
  y: number;
  look: "title" | "aside" | "heading";
}

interface Placed {
  key: string;
  top: number;
  height: number;
  /** The middle of what is drawn on the line. */
  middle: number;
  lines: Line[];
}

interface LaneMark {
  key: string;
  at: number;
  y: number;
  words: string;
  before: boolean;
}

export type Drawn =
  | (Placed & { kind: "heading" })
  | (Placed & { kind: "lane"; of: LaneKind; marks: LaneMark[] })
  | (Placed & { kind: "followed" })
  | (Placed & { kind: "commitment"; row: CommitmentRow })
  | (Placed & { kind: "item"; section: ItemSection; row: ItemRow });

export type LaneKind = "debate" | "progress" | "letter" | "figure";

/** One sheet of a drawing: a long one goes on under an axis of its own, on a new page where it is printed. */
export interface Layout {
  shape: Shape;
  ticks: Tick[];
  rows: Drawn[];
  bottom: number;
  height: number;
}

const AXIS = 34;
const HEADING = 33;
const TITLE_LINE = 16;
const ASIDE_LINE = 15;

const SECTION_WORDS: Record<ItemSection, string> = {
  expectation: "Verwachtingen",
  decision: "Besluiten",
  request: "Vragen van Kamerleden",
  recommendation: "Aanbevelingen",
  measure: "Maatregelen",
  reported: "Wat een brief meldt",
  evidence: "Wat andere bronnen laten zien",
};

/** One word for a section or a lane, for a row of the table. */
export const KIND_WORDS: Record<ItemSection | LaneKind, string> = {
  expectation: ITEM_WORDS.expectation.one,
  decision: ITEM_WORDS.decision.one,
  request: ITEM_WORDS.request.one,
  recommendation: ITEM_WORDS.recommendation.one,
  measure: ITEM_WORDS.measure.one,
  reported: "melding in een brief",
  evidence: "andere bron",
  debate: "debat",
  progress: "voortgangsbrief",
  letter: "andere brief",
  figure: ITEM_WORDS.figure.one,
};

const LANES: { of: LaneKind; words: string; dated: (timeline: Timeline) => readonly Dated[] }[] = [
  { of: "debate", words: "Debatten", dated: ({ debates }) => debates },
  { of: "progress", words: "Voortgangsbrieven", dated: ({ progressLetters }) => progressLetters },
  { of: "letter", words: "Andere brieven", dated: ({ otherLetters }) => otherLetters },
  {
    of: "figure",
    words: "Cijfers",
    dated: ({ figures }) => figures.map(({ id, title, figure }) => ({ id, title, on: figure.on })),
  },
];

/** What fits on a page of paper, and what of it is left below the head of the page. */
const PAPER = 940;
const FIRST_SHEET = 430;
/** Too little for a sheet of its own: the sheets before it are made shorter. */
const TOO_LITTLE = 200;

/** How far each sheet goes: all of it on one where that fits. */
function limitsOf(total: number): { first: number; later: number } {
  if (total <= PAPER) return { first: PAPER, later: PAPER };
  const rest = total - FIRST_SHEET;
  const isEven = rest > PAPER && rest % PAPER < TOO_LITTLE;
  return { first: FIRST_SHEET, later: isEven ? rest / Math.ceil(rest / PAPER) + TOO_LITTLE / 2 : PAPER };
}

interface Part {
  /** The heading that it stands under. */
  under: string | null;
  place: (top: number) => Drawn;
}

export function layoutsOf(timeline: Timeline, shape: Shape): Layout[] {
  const ticks = axisOf(timeline.span, shape.ticks);
  const below = timeline.asOf > timeline.span.until ? 12 : 40;
  const sheets: Drawn[][] = [[]];
  let top = AXIS;
  let under: string | null = null;
  const put = (drawn: Drawn): void => {
    sheets.at(-1)?.push(drawn);
    top += drawn.height;
  };
  const parts = partsOf(timeline, shape);
  const sections = new Set(parts.map((part) => part.under)).size;
  const total = parts.reduce((sum, { place }) => sum + place(0).height, AXIS + HEADING * sections);
  const limits = limitsOf(total);
  for (const part of parts) {
    const isNew = part.under !== null && part.under !== under;
    const needed = part.place(top).height + (isNew ? HEADING : 0);
    const goesOn = top + needed > (sheets.length === 1 ? limits.first : limits.later) && part.under !== null;
    if (goesOn) {
      sheets.push([]);
      top = AXIS;
    }
    if (part.under !== null && (isNew || goesOn)) put(heading(isNew ? part.under : `${part.under} (vervolg)`, top));
    under = part.under;
    put(part.place(top));
  }
  return sheets.map((rows) => {
    const end = (rows.at(-1)?.top ?? AXIS) + (rows.at(-1)?.height ?? 0);
    return { shape, ticks, rows, bottom: end + 6, height: end + 6 + below };
  });
}

/** Everything that is drawn, from the top down: the order of the table as well. */
function partsOf(timeline: Timeline, shape: Shape): Part[] {
  const numberOf: NumberOf = (id) => timeline.commitments.find((row) => row.id === id)?.number ?? null;
  const lanes = LANES.map((lane) => ({ ...lane, found: lane.dated(timeline) })).filter(({ found }) => found.length > 0);
  return [
    ...(timeline.followed ? [{ under: null, place: (top: number) => followedAt(shape, top) }] : []),
    ...lanes.map(({ of, words, found }) => ({
      under: null,
      place: (top: number) => lane(of, words, found, timeline, shape, top),
    })),
    ...timeline.commitments.map((row) => ({
      under: "Toezeggingen",
      place: (top: number): Drawn => ({ kind: "commitment", row, ...commitmentAt(row, shape, top, numberOf) }),
    })),
    ...ITEM_SECTIONS.flatMap((section) =>
      timeline.items[section]
        .filter(({ on, period }) => on !== null || period !== null)
        .map((row) => ({
          under: SECTION_WORDS[section],
          place: (top: number): Drawn => ({ kind: "item", section, row, ...itemAt(row, shape, top) }),
        })),
    ),
  ];
}

const followedAt = (shape: Shape, top: number): Drawn => ({
  kind: "followed",
  ...placed("followed", top, shape, [["Gevolgd", "title"]], 18),
});

function heading(words: string, top: number): Drawn {
  const line: Line = { words, y: top + 24, look: "heading" };
  return { kind: "heading", key: words, top, height: HEADING, middle: top + 20, lines: [line] };
}

function lane(
  of: LaneKind,
  words: string,
  dated: readonly Dated[],
  timeline: Timeline,
  shape: Shape,
  top: number,
): Drawn {
  const { span } = timeline;
  const at = dated.map(({ on }) => middleOf(on, span));
  const places = stacked(at, shape.dateRoom, Math.min(1, positionOf(addDays(timeline.knownUntil, 1), span)));
  const depth = Math.max(...places.map(({ row }) => row)) + 1;
  const own = placed(of, top, shape, [[words, "title"]], 18 * depth);
  const first = own.middle - 9 * (depth - 1);
  const marks = dated.map(({ id, on }, i): LaneMark => {
    const { row = 0, before = false } = places[i] ?? {};
    return { key: id, at: at[i] ?? 0, y: first + 18 * row, words: dayInShort(on), before };
  });
  return { kind: "lane", of, marks, ...own };
}

/** A mark stands in the middle of its day. */
export const middleOf = (on: IsoDay, span: Span): number =>
  positionOf(on, span) + (1 - positionOf(span.until, span)) / 2;

function commitmentAt(row: CommitmentRow, shape: Shape, top: number, numberOf: NumberOf): Placed {
  const words = `${row.number} · ${standInWords(row, numberOf)}`;
  return placed(row.id, top, shape, [
    ...wrapped(row.title, shape.title, 2).map((line) => [line, "title"] as const),
    ...wrapped(words, shape.aside, 2).map((line) => [line, "aside"] as const),
  ]);
}

function itemAt(row: ItemRow, shape: Shape, top: number): Placed {
  const when = [row.on && dayInWords(row.on), periodInWords(row)].filter(Boolean).join(" · ");
  const doubt = row.item.measure?.inDoubt ? " (?)" : "";
  return placed(row.item.id, top, shape, [
    ...wrapped(row.item.title + doubt, shape.title, 2).map((line) => [line, "title"] as const),
    ...wrapped(when, shape.aside, 2).map((line) => [line, "aside"] as const),
  ]);
}

/** Labels beside the line share its height; above it they come first. */
function placed(
  key: string,
  top: number,
  { name }: Shape,
  words: readonly (readonly [string, Line["look"]])[],
  drawn = 24,
): Placed {
  let y = top + 4;
  const lines = words.map(([line, look]): Line => {
    y += look === "aside" ? ASIDE_LINE : TITLE_LINE;
    return { words: line, y: y - 1, look };
  });
  if (name === "narrow") return { key, top, height: y - top + drawn + 10, middle: y + 4 + drawn / 2, lines };
  const height = Math.max(y - top, drawn) + 10;
  // One line of words stands level with the mark beside it.
  const shift = y - top < drawn ? (drawn - (y - top)) / 2 : 0;
  return {
    key,
    top,
    height,
    middle: top + height / 2,
    lines: lines.map((line) => ({ ...line, y: line.y + shift + 2 })),
  };
}

/** Words over at most so many lines; what does not fit is cut, and stands whole in the table. */
export function wrapped(text: string, room: number, atMost: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > room && lines.length < atMost - 1) {
    const space = rest.lastIndexOf(" ", room);
    const end = space > room / 3 ? space : room;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest.length <= room) return rest === "" ? lines : [...lines, rest];
  const space = rest.lastIndexOf(" ", room - 1);
  return [...lines, `${rest.slice(0, space > room / 2 ? space : room - 1).trimEnd()}…`];
}
