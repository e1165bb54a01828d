/** What follows from the events of a register, made in one go and without a database. */
import type { RegisterEvent, Subject } from "#app/domain/events.ts";
import type { StandingContext } from "#app/domain/standing.ts";
import { canonicalJson } from "#db/chain.ts";
import {
  addresseeRows,
  calendarFacts,
  commitmentRow,
  debateRow,
  dossierContext,
  itemLinkRows,
  itemRow,
  letterRow,
  periodRows,
  progressLetter,
  recessRows,
  standingContext,
} from "#db/projections.ts";

type Of<S extends Subject> = Extract<RegisterEvent, { subject: S }>;

/** The events of each subject of a kind. */
export function historiesOf<S extends Subject>(register: readonly RegisterEvent[], subject: S): Of<S>[][] {
  const histories = new Map<string, Of<S>[]>();
  for (const event of register) {
    if (event.subject !== subject) continue;
    histories.set(event.subjectId, [...(histories.get(event.subjectId) ?? []), event as Of<S>]);
  }
  return [...histories.values()];
}

/** A commitment with all that its standing depends on. */
export interface Case {
  id: string;
  events: Of<"commitment">[];
  context: StandingContext;
}

/** The commitments of a register, also those that were withdrawn, by id. */
export function casesOf(register: readonly RegisterEvent[]): Case[] {
  const letters = historiesOf(register, "letter").flatMap((history) => letterRow(history) ?? []);
  letters.sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1));
  const calendar = calendarFacts(historiesOf(register, "calendar").flat());
  return historiesOf(register, "commitment")
    .map((events) => {
      const row = commitmentRow(events);
      const said = register.filter(
        (e): e is Of<"dossier"> => e.subject === "dossier" && e.subjectId === row?.dossierId,
      );
      const mine = letters.filter(({ dossierId }) => dossierId === row?.dossierId).flatMap(progressLetter);
      const context = standingContext(row?.chamber ?? "TK", dossierContext(said, mine), calendar);
      return { id: events[0]?.subjectId ?? "", events, context };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows of tables that follow from the events, by the name of the table, each as text and in an order of its own. */
export type Rows = Record<string, string[]>;

/** All rows that pages read. What only says when something was recorded is left out: `seq`, `changedAt`. */
export function rowsOf(register: readonly RegisterEvent[]): Rows {
  const cases = casesOf(register);
  const items = historiesOf(register, "item").filter((history) => itemRow(history));
  return comparable({
    commitments: cases.flatMap(({ events }) => commitmentRow(events) ?? []),
    addressees: cases.flatMap(({ events }) => addresseeRows(events)),
    periods: cases.flatMap(({ events, context }) => periodRows(events, context)),
    items: items.flatMap((history) => itemRow(history) ?? []),
    itemLinks: items.flatMap(itemLinkRows),
    debates: historiesOf(register, "debate").flatMap((history) => debateRow(history) ?? []),
    letters: historiesOf(register, "letter").flatMap((history) => letterRow(history) ?? []),
    recesses: recessRows(historiesOf(register, "calendar").flat()),
  });
}

/** Tables as text that is equal where their rows are, in whatever order, but for when they were recorded. */
export const comparable = (tables: Record<string, readonly object[]>): Rows =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) => canonicalJson({ ...row, seq: undefined, changedAt: undefined })).sort(),
    ]),
  );
