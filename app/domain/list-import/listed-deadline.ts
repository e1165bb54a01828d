/** What a list says of a term: the words that were said to the Kamer, and a day that the ministry holds beside them. */
import { dayInWords, type IsoDay } from "../calendar.ts";
import { type Deadline, NO_DEADLINE } from "../deadline.ts";
import { deadlineFromWords } from "../reading/deadline.ts";
import type { Chamber, Recess } from "../recess.ts";
import type { ListedRow } from "./listed-row.ts";

export interface ListedTerm {
  deadline: Deadline;
  /** A day that the words do not give: the ministry's own planning, of which nobody knows whether the Kamer was told. */
  planning: Deadline | null;
}

/**
 * The words count from the day of the promise, and what they leave open stays open. A day without words is the deadline
 * itself; beside words it is only planning, unless the words give that same day.
 */
export function listedTerm(
  { deadline: { words, on } }: Pick<ListedRow, "deadline">,
  saidOn: IsoDay,
  chamber: Chamber,
  recesses: readonly Recess[],
): ListedTerm {
  const onDay = on === null ? null : deadlineFromWords(`uiterlijk ${dayInWords(on)}`, saidOn, chamber, recesses);
  if (words === "") return { deadline: onDay ?? NO_DEADLINE, planning: null };
  const deadline = deadlineFromWords(words, saidOn, chamber, recesses);
  return { deadline, planning: deadline.latest === on ? null : onDay };
}
