/** What became of one commitment between two looks, each change in a few words. */
import { dayInWords } from "./calendar.ts";
import { STATUS_WORDS } from "./commitment.ts";
import { type Compared, compare } from "./comparison.ts";
import { deadlineInWords } from "./standing-words.ts";

/** Empty where it stands as it stood. Both sides are the same commitment. */
export function changesInWords<T extends Compared & { ministry: string }>(before: T, after: T): string[] {
  const { settled, becameLate, noLongerLate, shifted, handedOver } = compare([before], [after]);
  const then = before.standing;
  const now = after.standing;
  const words: string[] = [];
  if (settled.length > 0) words.push(`van ${STATUS_WORDS[then.status]} naar ${STATUS_WORDS[now.status]}`);
  if (becameLate.length > 0) words.push(`te laat geworden${now.lateFrom ? ` op ${dayInWords(now.lateFrom)}` : ""}`);
  if (noLongerLate.length > 0 && settled.length === 0) words.push("niet meer te laat");
  if (shifted.length > 0) words.push(`andere termijn: ${deadlineInWords(now.deadline)}`);
  if (handedOver.length > 0) words.push(`nu bij ${after.ministry}`);
  return words;
}
