/** The form under one passage of a letter that is being reviewed, as typed. Pure, because the form itself needs it too. */
import type { InputProblem } from "./debate-fields.ts";
import { FIGURE_FIELDS, type FigureInput, MEASURE_FIELDS, type MeasureInput } from "./item-fields.ts";

export interface ReviewInput extends MeasureInput, FigureInput {
  proposalId: string;
  anchor: string;
  /** The button that was pressed; empty in a form that nobody sent yet. */
  act: string;
  commitment: string;
  other: string;
  claim: string;
  rest: string;
  restWords: string;
  successor: string;
  note: string;
  title: string;
  holder: string;
  to: string;
  topic: string;
  /** Something that the register follows already, of which the passage says something. */
  item: string;
}

export const REVIEW_FIELDS = [
  "commitment",
  "other",
  "claim",
  "rest",
  "restWords",
  "successor",
  "note",
  "title",
  "holder",
  "to",
  "topic",
  "item",
  ...MEASURE_FIELDS,
  ...FIGURE_FIELDS,
] as const;

/** Fields of several passages stand on one page: each carries the proposal in its id, the name stays short. */
export const fieldId = (proposalId: string, field: string): string => `${field}-${proposalId}`;

export interface ReviewAnswer {
  input: ReviewInput;
  problems: InputProblem[];
  /** What somebody else decided in the meantime, in a sentence. */
  overtaken: string | null;
}

/** A passage for which the reader proposed nothing, linked by hand; `n` counts within the passage. */
export const byHand = (anchor: string, n: number): string => `zelf-${anchor}-${n}`;
