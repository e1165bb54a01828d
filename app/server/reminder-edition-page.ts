/** The page of a reminder: what was sent, and apart from it what changed since and what was answered. */
import { type Actor, may } from "#app/domain/permissions.ts";
import { answerInWords } from "#app/domain/reminder-answer.ts";
import { answersOf, isUnsent, isWaiting, type ReminderAnswer, recordedSince, saidOn } from "#db/reminder-answers.ts";
import type { Reminder } from "#db/reminders.ts";
import { today } from "./clock.ts";
import { answerableIn } from "./reminder-answers.ts";
import { ownReminder } from "./reminder-page.ts";

/** Where an answer is; `none` while there is none that this person may see. */
export type AnswerState = "none" | "typed" | "waiting" | "taken" | "refused";

export async function editionPage(actor: Actor, id: string | undefined) {
  const reminder = await ownReminder(actor, "register", id);
  const { edition, headSeq, number, sentAt } = reminder;
  const ids = edition.rows.map(({ commitmentId }) => commitmentId);
  const answers = await answersOf(reminder.id);
  const mayAnswer = may(actor, "review", reminder);
  return {
    reminder: { id: reminder.id, number, edition, sentAt, mailedTo: reminder.mailedTo },
    since: await recordedSince(ids, headSeq),
    answers: await answersShown(reminder, answers, mayAnswer),
    mayAnswer,
    mayTake: may(actor, "judge", reminder),
    waiting: [...answers.values()].filter(isWaiting).length,
  };
}

/** What the clerk reads is what was sent; the ministry also sees what it typed and did not send. */
async function answersShown(reminder: Reminder, answers: ReadonlyMap<string, ReminderAnswer>, isOwn: boolean) {
  const answerable = await answerableIn(reminder);
  return reminder.edition.rows.map(({ commitmentId, number, title }) => {
    const answer = answers.get(commitmentId);
    const context = answerable.get(commitmentId)?.context(saidOn(answer, today()));
    const told = answer?.sent && context ? answerInWords(answer.sent, context) : [];
    return {
      commitmentId,
      number,
      title,
      state: stateOf(answer, isOwn),
      hasUnsent: isOwn && answer !== undefined && answer.sent !== null && isUnsent(answer),
      told,
      sentAt: answer?.sentAt ?? null,
      refusal: answer?.outcome === "refused" ? answer.refusal : null,
    };
  });
}

function stateOf(answer: ReminderAnswer | undefined, isOwn: boolean): AnswerState {
  if (answer?.outcome) return answer.outcome;
  if (answer && isWaiting(answer)) return "waiting";
  return isOwn && answer && answer.typed.kind !== "" ? "typed" : "none";
}
