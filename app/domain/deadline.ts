/** What a deadline is in the register. Reading one from words is `reading/deadline.ts`. */
import type { IsoDay } from "./calendar.ts";

/**
 * What a deadline waits for when the words name no date. The names are those of the reading conventions;
 * `next_progress_letter` has a rule of its own (standing.ts), the others wait for a day that staff enter.
 */
const AWAITED_KINDS = [
  "next_progress_letter",
  "next_half_year_report",
  "next_letter",
  "next_monitor",
  "named_letter",
  "next_budget",
  "budget_day",
  "before_budget_debate",
  "before_debate",
  "before_committee_meeting",
  "spring_memorandum",
  "spring_decision_making",
  "condition",
  "after_christmas_recess",
  "before_autumn_recess",
  "recurring",
  "unspecified",
] as const;
export type AwaitedKind = (typeof AWAITED_KINDS)[number];

/** A deadline as the register keeps it: the words, the period they mean, and how that follows. */
export interface Deadline {
  /** The words used; empty means that no deadline was said ("zonder termijn"). */
  words: string;
  /** First day of the period meant, or null. */
  earliest: IsoDay | null;
  /** Last day that is still on time, inclusive, or null where the words give no date. */
  latest: IsoDay | null;
  /** The event it waits for, if any; both a date and an event may be said. */
  event: AwaitedKind | null;
  /** "voor …": the day of the event itself is already too late. */
  beforeEvent: boolean;
  /** How the period follows from the words, in a Dutch sentence. */
  derived: string;
}

export const NO_DEADLINE: Deadline = {
  words: "",
  earliest: null,
  latest: null,
  event: null,
  beforeEvent: false,
  derived: "Er is geen termijn genoemd.",
};

/** "Reces nog niet bekend": a term was said that gives no date until somebody enters the recess it names. */
export const awaitsRecess = ({ words, earliest, latest, event }: Deadline): boolean =>
  words !== "" && earliest === null && latest === null && event === null;

/** "Zonder termijn": neither a date nor an event that can pass. */
export const isWithoutTerm = (deadline: Deadline): boolean =>
  deadline.latest === null &&
  !awaitsRecess(deadline) &&
  (deadline.event === null || deadline.event === "unspecified" || deadline.event === "recurring");
