/** The fields of the form for a debate, as typed. Pure, because the form itself needs it too. */
import type { Chamber } from "#app/domain/recess.ts";

export interface RowInput {
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

/** Row fields carry their place in their name: `rij-0-what`. */
export const rowField = (index: number, field: string): string => `rij-${index}-${field}`;
