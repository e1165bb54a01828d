/** The form for what the register follows beside commitments, as typed. Pure, because the form itself needs it too. */
import type { ItemKind } from "#app/domain/events.ts";
import type { InputProblem } from "./debate-fields.ts";

/** Of a measure; the form under a passage has them too. */
export const MEASURE_FIELDS = ["category", "partners", "words", "start", "startDay", "doubt"] as const;
/** Of a figure; the form under a passage has them too. */
export const FIGURE_FIELDS = ["series", "unit", "value", "valueOn"] as const;
const EVIDENCE_FIELDS = ["document", "url", "date", "dateWords", "consultedOn"] as const;

export const ITEM_FIELDS = [
  ...(["title", "text", "topic", "origin", "place", "on", "by", "source"] as const),
  ...MEASURE_FIELDS,
  ...FIGURE_FIELDS,
  ...EVIDENCE_FIELDS,
] as const;

export type MeasureInput = Record<(typeof MEASURE_FIELDS)[number], string>;
export type FigureInput = Record<(typeof FIGURE_FIELDS)[number], string>;

export type ItemInput = Record<(typeof ITEM_FIELDS)[number], string> & {
  /** Given when the form is made: what is sent twice is then kept once. */
  id: string;
  /** The event that stated the draft which the form showed; empty for a new one. */
  seen: string;
  kind: ItemKind;
  dossierId: string;
};

export interface ItemAnswer {
  input: ItemInput;
  problems: InputProblem[];
  /** What others did meanwhile, in a sentence, with what now stands there. */
  overtaken: { told: string; now: string[] } | null;
}

/** Kinds that come from a document outside letters and debates: evidence always, or else a place in a letter. */
export const hasDocument = (kind: ItemKind): boolean => ["evidence", "recommendation", "measure"].includes(kind);

/** Whether the words of a term are said of this kind. */
export const hasDeadline = (kind: ItemKind): boolean =>
  ["expectation", "decision", "request", "recommendation"].includes(kind);
