/** What was promised for a letter, or is due by the day that it is sent, and that its draft says nothing of. */
import type { IsoDay } from "../calendar.ts";
import type { DraftCommitment } from "./draft-check.ts";

export interface Forgotten {
  commitmentId: string;
  /**
   * `due`: its last day is no later than the day of sending. `next_letter`: promised for the next progress letter, and
   * none came since. `unreviewed`: one came, and nobody has looked yet whether the answer is in it.
   */
  because: "due" | "next_letter" | "unreviewed";
}

const ORDER: Forgotten["because"][] = ["due", "next_letter", "unreviewed"];

/** Late first, those that are late longest before the others; then what was promised for the next letter. */
export const forgottenIn = (
  open: readonly DraftCommitment[],
  dossierId: string,
  touched: ReadonlySet<string>,
  sentOn: IsoDay,
): Forgotten[] =>
  open
    .filter((one) => one.dossierId === dossierId && !touched.has(one.id))
    .flatMap((one) => {
      const because = reasonIn(one, sentOn);
      return because ? [{ one, because }] : [];
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.because) - ORDER.indexOf(b.because) ||
        b.one.standing.daysLate - a.one.standing.daysLate ||
        (a.one.madeOn < b.one.madeOn ? -1 : a.one.madeOn > b.one.madeOn ? 1 : 0),
    )
    .map(({ one, because }) => ({ commitmentId: one.id, because }));

/** A promise behind the rhythm is met by the letter itself; what waits for judgement has had its answer. */
function reasonIn({ standing, madeOn }: DraftCommitment, sentOn: IsoDay): Forgotten["because"] | null {
  const { recurring, countsAsOpen, awaitingJudgement, frozenOn, dueOn, deadline, unreviewedLetterId } = standing;
  // What was promised on the day of sending itself is not what this letter answers.
  if (madeOn >= sentOn) return null;
  if (recurring || !countsAsOpen || awaitingJudgement || frozenOn !== null) return null;
  if (dueOn !== null && dueOn <= sentOn) return "due";
  if (deadline.event !== "next_progress_letter") return null;
  return unreviewedLetterId === null ? "next_letter" : "unreviewed";
}
