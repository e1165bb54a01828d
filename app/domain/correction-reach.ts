/** What a correction does to where things stand: the days on which another standing is shown than before. */
import { addDays, dayInWords, type IsoDay } from "./calendar.ts";
import { type Standing, type StandingPeriod, standingOf } from "./standing.ts";
import { deadlineInWords, standingInWords } from "./standing-words.ts";

/** A stretch of days with another standing, in words that are true on `on`. */
export interface Shift {
  from: IsoDay;
  /** Last day; null where it lasts. */
  until: IsoDay | null;
  on: IsoDay;
  was: string;
  becomes: string;
}

const NOT_THERE = "nog niet in het register";

const on = (periods: readonly StandingPeriod[], day: IsoDay): Standing | null => {
  const period = periods.findLast(({ from }) => from <= day);
  return period && (period.until === null || day < period.until) ? standingOf(period, day) : null;
};

/** All that a reader sees of a standing, without the number of days, which is another every day. */
const seen = (standing: Standing | null): string =>
  standing === null
    ? ""
    : JSON.stringify([
        standing.status,
        standing.late,
        standing.dueOn,
        standing.deadline.words,
        standing.deadline.latest,
        standing.awaitingJudgement,
        standing.successorId,
        standing.ministryId,
        standing.unreviewedLetterId,
        standing.missedLetterId,
        standing.daysLateInForce,
        standing.planning,
        standing.expectedOn,
        standing.recurring,
        standing.frozenOn,
      ]);

function told(standing: Standing | null, other: Standing | null): string {
  if (!standing) return NOT_THERE;
  const { deadline, awaitingJudgement, successorId, unreviewedLetterId, recurring, expectedOn } = standing;
  const sameDeadline = other !== null && deadlineInWords(deadline) === deadlineInWords(other.deadline);
  return [
    standingInWords(standing),
    awaitingJudgement && "wacht op oordeel",
    successorId && "de rest gaat verder in een andere toezegging",
    unreviewedLetterId && "nog niet nagegaan",
    recurring && "loopt door",
    expectedOn && expectedOn !== other?.expectedOn && `voortgangsbrief verwacht op ${dayInWords(expectedOn)}`,
    !sameDeadline && (deadline.words ? `termijn ${deadlineInWords(deadline)}` : "zonder termijn"),
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * The stretches up to and including the day after today in which a commitment stands otherwise. The words are those of
 * the last day of a stretch, or of today where it runs on.
 */
export function shifts(before: readonly StandingPeriod[], after: readonly StandingPeriod[], today: IsoDay): Shift[] {
  const starts = [...before, ...after].flatMap(({ from, until, lateFrom }) => [from, until, lateFrom]);
  const days = [...new Set(starts.filter((day) => day !== null))].filter((day) => day <= addDays(today, 1)).sort();
  const found: (Shift & { key: string })[] = [];
  days.forEach((from, i) => {
    const was = on(before, from);
    const becomes = on(after, from);
    if (seen(was) === seen(becomes)) return;
    const next = days[i + 1];
    const until = next ? addDays(next, -1) : null;
    const last = found.at(-1);
    const key = `${seen(was)} ${seen(becomes)}`;
    const start = last?.key === key && last.until === addDays(from, -1) ? found.pop()?.from : from;
    const shown = until !== null && until < today ? until : from > today ? from : today;
    const [old, fresh] = [on(before, shown), on(after, shown)];
    found.push({
      from: start ?? from,
      until,
      on: shown,
      was: told(old, fresh),
      becomes: told(fresh, old),
      key,
    });
  });
  // What no reader sees otherwise (a day that only becomes late in the future) is no shift.
  return found.filter(({ was, becomes }) => was !== becomes).map(({ key: _key, ...shift }) => shift);
}
