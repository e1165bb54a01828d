/**
 * The timeline of a dossier: what is known of it and a day go in, what is drawn comes out, as days. Nothing later than
 * the peildatum shows, save for what was then said about later: a deadline, an expected period.
 */
import { addDays, daysBetween, earlier, type IsoDay, type Period } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import type { EvidenceSource, Figure, ItemKind, Measure } from "./events.ts";
import { measurePeriod } from "./item-term.ts";
import { type DossierContext, isCovered, type Occurrence } from "./rhythm.ts";
import { type Standing, type StandingPeriod, standingOf } from "./standing.ts";
import type { Span } from "./time-axis.ts";

/** A debate or a letter, on the day it counts from. */
export interface Dated {
  id: string;
  title: string;
  on: IsoDay;
}

/** A commitment with its periods: how it stood on every day. */
export interface Course {
  id: string;
  number: string;
  title: string;
  madeOn: IsoDay;
  periods: readonly StandingPeriod[];
  /** Of a promise without an end: the letters that came of it. */
  letters: readonly Occurrence[];
}

export interface FollowedItem {
  id: string;
  itemKind: ItemKind;
  title: string;
  effectiveOn: IsoDay;
  deadline: Deadline | null;
  evidence: EvidenceSource | null;
  measure: Measure | null;
  /** The day from which the term of a measure counts, once it is known. */
  startOn: IsoDay | null;
  figure: Figure | null;
  /** The letter that says it, if a letter does. */
  letter: { id: string } | null;
}

export interface TimelineFacts<I extends FollowedItem = FollowedItem> {
  coverage: DossierContext["coverage"];
  debates: readonly Dated[];
  progressLetters: readonly Dated[];
  otherLetters: readonly Dated[];
  courses: readonly Course[];
  items: readonly I[];
}

/** `late`: hatched. `partly`: a part is met. `awaiting`: the committee has yet to judge. `endless`: runs on by nature. */
export type Pace = "running" | "late" | "partly" | "awaiting" | "endless";

/** A stretch of days, both ends inclusive. */
export interface Stretch extends Span {
  pace: Pace;
}

/** What happened to a commitment on a day. */
export interface Turn {
  on: IsoDay;
  what:
    | "met"
    | "partly_met"
    | "went_on"
    | "lapsed"
    | "reopened"
    | "claimed"
    | "postponed"
    | "letter_in_time"
    | "letter_late";
}

/** `expected`: no deadline, but the day on which the letter that it waits for is expected. */
export interface DeadlineMark {
  on: IsoDay;
  how: "in_force" | "replaced" | "expected";
}

export interface CommitmentRow extends Omit<Course, "periods" | "letters"> {
  standing: Standing;
  stretches: Stretch[];
  turns: Turn[];
  deadlines: DeadlineMark[];
  /** The commitment in which its rest went on, where that one is shown too. */
  successorId: string | null;
}

/** Something else that is followed. Without a day it cannot be drawn, and stands in the table only. */
export interface ItemRow<I extends FollowedItem = FollowedItem> {
  item: I;
  /** The day on which it was said, decided or dated. */
  on: IsoDay | null;
  /** What it expects, intends, or is known of its date. */
  period: Period | null;
}

export const ITEM_SECTIONS = [
  "expectation",
  "decision",
  "request",
  "recommendation",
  "measure",
  "reported",
  "evidence",
] as const;
/** `reported`: what a letter tells without promising anything, which is no other source. */
export type ItemSection = (typeof ITEM_SECTIONS)[number];

export interface Timeline<I extends FollowedItem = FollowedItem> {
  span: Span;
  asOf: IsoDay;
  /** The days that were followed, within the span; null where nobody said which. */
  followed: Span | null;
  /** The part of the span that lies before the peildatum ends here; after it only what was said about later. */
  knownUntil: IsoDay;
  debates: Dated[];
  progressLetters: Dated[];
  otherLetters: Dated[];
  commitments: CommitmentRow[];
  items: Record<ItemSection, ItemRow<I>[]>;
  /** Of kind figure, on the day that the value is of. */
  figures: (I & { figure: Figure })[];
}

/** What a dossier shows on a day; null where nothing happened in it by then. */
export function timelineOf<I extends FollowedItem>(facts: TimelineFacts<I>, asOf: IsoDay): Timeline<I> | null {
  const by = <T extends { on: IsoDay }>(rows: readonly T[]): T[] =>
    rows.filter(({ on }) => on <= asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const said = facts.items.filter(({ effectiveOn }) => effectiveOn <= asOf);
  const rows = said.filter(({ itemKind }) => itemKind !== "figure").map(itemRow);
  const known = {
    debates: by(facts.debates),
    progressLetters: by(facts.progressLetters),
    otherLetters: by(facts.otherLetters),
    commitments: withSuccessors(facts.courses.flatMap((course) => commitmentRow(course, asOf) ?? [])),
    items: Object.fromEntries(
      ITEM_SECTIONS.map((section) => [section, rows.filter(({ item }) => sectionOf(item) === section)]),
    ) as Record<ItemSection, ItemRow<I>[]>,
    figures: said
      .filter((item): item is I & { figure: Figure } => item.itemKind === "figure" && item.figure !== null)
      .sort((a, b) => (a.figure.on < b.figure.on ? -1 : 1)),
  };
  const span = spanOf(known, facts.coverage, asOf);
  if (!span) return null;
  const knownUntil = earlier(asOf, span.until) ?? asOf;
  const followed = facts.coverage && {
    from: facts.coverage.from,
    until: earlier(facts.coverage.until, knownUntil) ?? knownUntil,
  };
  return { span, asOf, followed, knownUntil, ...known };
}

const sectionOf = ({ itemKind, letter }: FollowedItem): ItemSection | null =>
  itemKind === "evidence" && letter ? "reported" : itemKind === "figure" ? null : itemKind;

// --- Commitments ------------------------------------------------------------------------------------------------------

function commitmentRow({ periods, letters, ...course }: Course, asOf: IsoDay): CommitmentRow | null {
  const passed = periods.filter(({ from }) => from <= asOf);
  const last = passed.at(-1);
  if (!last) return null;
  const came = letters
    .filter(({ day }) => day <= asOf)
    .map(({ day, daysLate }): Turn => ({ on: day, what: daysLate > 0 ? "letter_late" : "letter_in_time" }));
  return {
    ...course,
    standing: standingOf(last, asOf),
    stretches: stretchesOf(passed, asOf),
    turns: [...turnsOf(passed), ...came].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    deadlines: deadlinesOf(passed, last),
    successorId: last.successorId,
  };
}

/** A successor that nobody may see is not named. */
function withSuccessors(rows: CommitmentRow[]): CommitmentRow[] {
  const shown = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    successorId: row.successorId && shown.has(row.successorId) ? row.successorId : null,
  }));
}

/** Runs while it is neither settled nor taken over by another; after coverage nothing is known to run. */
function paceOf({ status, successorId, recurring, awaitingJudgement, frozenOn }: StandingPeriod): Pace | null {
  if (status === "met" || status === "lapsed" || successorId !== null || frozenOn !== null) return null;
  if (recurring) return "endless";
  if (awaitingJudgement) return "awaiting";
  return status === "partly_met" ? "partly" : "running";
}

function stretchesOf(passed: readonly StandingPeriod[], asOf: IsoDay): Stretch[] {
  const found: Stretch[] = [];
  const add = (pace: Pace, from: IsoDay, until: IsoDay): void => {
    if (from > until) return;
    const before = found.at(-1);
    if (before?.pace === pace && addDays(before.until, 1) === from) before.until = until;
    else found.push({ pace, from, until });
  };
  for (const period of passed) {
    const pace = paceOf(period);
    const until = period.until !== null && period.until <= asOf ? addDays(period.until, -1) : asOf;
    if (pace === null) continue;
    const late = period.lateFrom === null || period.lateFrom > until ? null : period.lateFrom;
    add(pace, period.from, late === null ? until : addDays(late, -1));
    if (late !== null) add("late", late < period.from ? period.from : late, until);
  }
  return found;
}

function turnsOf(passed: readonly StandingPeriod[]): Turn[] {
  return passed.flatMap((period, at): Turn[] => {
    const before = passed[at - 1];
    const turn = (what: Turn["what"]): Turn => ({ on: period.from, what });
    const goesOn = period.successorId !== null && !before?.successorId;
    const turns = period.status !== (before?.status ?? "open");
    return [
      ...(period.postponements > (before?.postponements ?? 0) ? [turn("postponed")] : []),
      ...(turns && period.status === "open" ? [turn("reopened")] : []),
      ...(turns && period.status === "partly_met" ? [turn("partly_met")] : []),
      ...(turns && (period.status === "met" || period.status === "lapsed") ? [turn(period.status)] : []),
      ...(goesOn ? [turn("went_on")] : []),
      ...(period.awaitingJudgement && !before?.awaitingJudgement ? [turn("claimed")] : []),
    ];
  });
}

/** Each deadline that a postponement replaced, and the one in force; else the day on which the awaited letter is expected. */
function deadlinesOf(passed: readonly StandingPeriod[], last: StandingPeriod): DeadlineMark[] {
  const replaced = passed.flatMap((period, at): DeadlineMark[] => {
    const next = passed[at + 1];
    const isReplaced = next !== undefined && next.postponements > period.postponements;
    return isReplaced && period.dueOn ? [{ on: period.dueOn, how: "replaced" }] : [];
  });
  const inForce: DeadlineMark[] = last.dueOn
    ? [{ on: last.dueOn, how: "in_force" }]
    : last.expectedOn
      ? [{ on: last.expectedOn, how: "expected" }]
      : [];
  return [...replaced.filter(({ on }) => on !== last.dueOn), ...inForce];
}

// --- What else is followed --------------------------------------------------------------------------------------------

function itemRow<I extends FollowedItem>(item: I): ItemRow<I> {
  const { effectiveOn, evidence, deadline, measure, startOn } = item;
  // The day on which we took up a document without a date is no day of that document.
  const on = evidence && !item.letter ? evidence.date : effectiveOn;
  const year = evidence && on === null && /^\d{4}$/.test(evidence.dateWords ?? "") ? evidence.dateWords : null;
  if (year) return { item, on, period: { earliest: `${year}-01-01`, latest: `${year}-12-31` } };
  if (measure) return { item, on, period: measurePeriod(measure, startOn) };
  if (!deadline?.latest) return { item, on, period: null };
  return { item, on, period: { earliest: deadline.earliest ?? on ?? deadline.latest, latest: deadline.latest } };
}

// --- The span ---------------------------------------------------------------------------------------------------------

type Known = Pick<Timeline, "debates" | "progressLetters" | "otherLetters" | "commitments" | "items" | "figures">;

/**
 * From the first to the last that is known, with a little room at both ends. What was said about later stretches it,
 * but not without end: past half the length of what is known, a mark stands at the edge.
 */
function spanOf(known: Known, coverage: DossierContext["coverage"], asOf: IsoDay): Span | null {
  const rows = Object.values(known.items).flat();
  const days = [
    ...[...known.debates, ...known.progressLetters, ...known.otherLetters].map(({ on }) => on),
    ...known.figures.map(({ figure }) => figure.on),
    ...known.commitments.flatMap(({ madeOn, turns, stretches }) => [
      madeOn,
      ...turns.map(({ on }) => on),
      ...stretches.map(({ until }) => until),
    ]),
    ...rows.flatMap(({ on }) => on ?? []),
  ].sort();
  const announced = [
    ...known.commitments.flatMap(({ deadlines }) => deadlines.map(({ on }) => on)),
    ...rows.flatMap(({ period }) => (period ? [period.earliest, period.latest] : [])),
  ].sort();
  const all = [...days, ...announced].sort();
  // Documents without a day have no place on the line, but are told of below it.
  const first = all[0] ?? (rows.length > 0 ? asOf : null);
  if (first === null) return null;
  const isFollowed = isCovered({ coverage, progressLetters: [], toldDates: [], rhythm: [] }, asOf);
  const began = coverage && coverage.from <= asOf ? coverage.from : first;
  const ended = isFollowed ? asOf : (earlier(coverage?.until ?? null, asOf) ?? asOf);
  const start = began < first ? began : first;
  const end = [days.at(-1) ?? start, ended].sort().at(-1) ?? asOf;
  const reach = addDays(end, Math.max(45, Math.round(daysBetween(start, end) / 2)));
  const last = announced.filter((on) => on <= reach).at(-1) ?? end;
  const until = announced.some((on) => on > reach) ? reach : last > end ? last : end;
  const length = daysBetween(start, until);
  const room = (part: number) => Math.max(1, Math.round(length * part));
  return { from: addDays(start, -room(0.025)), until: addDays(until, room(0.04)) };
}
