/** The fields of the form for a debate, as typed. Pure, because the form itself needs it too. */
import type { Chamber } from "#app/domain/recess.ts";

export interface RowInput {
  /** Given when the form is made, also to a blank row: what is sent twice is then kept once. */
  id: string;
  what: string;
  text: string;
  to: string;
  topic: string;
  words: string;
  by: string;
  remove: boolean;
}

export interface DebateInput {
  /** Given when the form is made, as for the rows. */
  id: string;
  /** Place in the chain of the last event of this debate that the form knew of; 0 before the first. */
  seen: number;
  kind: string;
  date: string;
  chamber: Chamber;
  committee: string;
  dossier: string;
  paper: string;
  ministry: string;
  speakers: [string, string];
  rows: RowInput[];
  /** Names that are new to the lists and that the visitor has been shown. */
  confirmed: string[];
}

export interface InputProblem {
  field: string;
  message: string;
}

/** What others did to the debate while somebody was typing, in words. */
export interface Overtaken {
  told: string;
  changes: string[];
  /** What was typed where nothing can change any more. */
  typed: string[];
}

export const isFilled = ({ what, text, to, topic, words }: RowInput): boolean =>
  [what, text, to, topic, words].some(Boolean);

/** Row fields carry their place in their name: `rij-0-what`. */
export const rowField = (index: number, field: string): string => `rij-${index}-${field}`;
