/** What the pages for decisions of a committee show and send. Pure, because their components need it too. */
import type { Decided } from "#app/domain/reading/committee-decisions.ts";
import type { Standing } from "#app/domain/standing.ts";
import type { InputProblem } from "./debate-fields.ts";

/** One number of one decision, and what it is in this register. */
export interface DecisionTarget {
  number: string;
  /** Null: not in this register. */
  commitment: { id: string; number: string; title: string; standing: Standing | null } | null;
  /** `other_committee`: public, and not for this clerk to decide on. */
  state: "open" | "recorded" | "lapsed" | "recurring" | "too_early" | "other_committee" | "unknown";
}

export interface ShownDecision {
  decided: Decided;
  words: string;
  quote: string;
  why: string;
  targets: DecisionTarget[];
}

export interface BringAnswer {
  problems: InputProblem[];
  typed: { text: string; decidedOn: string; source: string };
}

export interface DecideAnswer {
  problem: string;
  /** The form that was sent, and the deadline as typed. */
  target: string;
  words: string;
}

/** The id of the form for one commitment in one decision. */
export const targetId = (decision: number, commitmentId: string): string => `besluit-${decision + 1}-${commitmentId}`;
