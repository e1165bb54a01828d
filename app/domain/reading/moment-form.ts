/** What a moment in words is, and the form in which it is written. The forms themselves are in the files beside this one. */
import type { IsoDay, Period } from "../calendar.ts";
import type { Chamber, Recess, RecessName } from "../recess.ts";

export interface TimeContext {
  /** The day on which the words were said or written; null where unknown. */
  on: IsoDay | null;
  chamber: Chamber;
  recesses: readonly Recess[];
}

export interface Moment {
  /**
   * `end`: the last part of something ("eind juni"), so that "voor eind juni" runs to its last day; `season` and
   * `recess` have a recess beside their days; a `month` or longer is `span`.
   */
  kind: "day" | "span" | "end" | "season" | "recess";
  /** Null where the words alone give no days. */
  period: Period | null;
  recess?: Recess | null;
  recessName?: RecessName | null;
  /** What the words leave open and the reader filled in, a Dutch sentence. */
  implied?: string;
}

export type Groups = Record<string, string | undefined>;
export interface MomentForm {
  name: string;
  source: string;
  /** Whether it is a deadline without a preposition too ("eind dit jaar", not "1 maart"). */
  bare: boolean;
  read(groups: Groups, context: TimeContext): Moment | null;
}

export const span = (period: Period | null): Moment => ({ kind: "span", period });
/** A day, where the words name one that exists. */
export const aDay = (on: IsoDay | null): Moment | null =>
  on === null ? null : { kind: "day", period: { earliest: on, latest: on } };
/** A day that the words alone do not give. */
export const UNKNOWN_DAY: Moment = { kind: "day", period: null };

export const NEXT = "(?:eerst ?)?(?:volgende?|komende?)|aankomende?|aanstaande?";
export const PART = "het (?:begin|einde?)(?= van)|begin|medio|half|halverwege|midden|einde?";
export const isEnd = (part: string | undefined): boolean => /^(?:het )?eind/.test(part ?? "");
