/** The page on which a clerk takes answers over or refuses them: looked at first, recorded once that is confirmed. */
import { data, redirect } from "@remix-run/node";
import { standingOn } from "#app/domain/act-refusal.ts";
import { isIsoDay } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { answerInWords, isTaking } from "#app/domain/reminder-answer.ts";
import { standingInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import { answersOf, isWaiting, recordedSince, saidOn } from "#db/reminder-answers.ts";
import { type TakenMeanwhile, type TakingChoice, type TakingPreview, takeAnswers } from "#db/reminder-taking.ts";
import type { Reminder } from "#db/reminders.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { answerableIn } from "./reminder-answers.ts";
import { takingBox } from "./reminder-fields.ts";
import { ownReminder } from "./reminder-page.ts";

/** The answers that wait, each with what was recorded since it was sent. */
export async function takingPage(actor: Actor, id: string | undefined) {
  const reminder = await ownReminder(actor, "judge", id);
  const { number, edition } = reminder;
  const answers = await answersOf(reminder.id);
  const answerable = await answerableIn(reminder);
  const waiting = [];
  for (const [at, row] of edition.rows.entries()) {
    const answer = answers.get(row.commitmentId);
    if (!answer?.sent || !isWaiting(answer)) continue;
    const found = answerable.get(row.commitmentId);
    const now = found && standingOn(found.subject, today());
    const since = await recordedSince([row.commitmentId], answer.sentSeq ?? 0);
    waiting.push({
      at,
      row,
      kind: answer.sent.kind,
      hasLetter: answer.sent.letterId !== "",
      told: found ? answerInWords(answer.sent, found.context(saidOn(answer, today()))) : [],
      sentAt: answer.sentAt ?? "",
      stands: now ? standingInWords(now) : "niet meer in het register",
      since: since.map(({ seq, on, sentence, by }) => ({ seq, on, sentence, by })),
    });
  }
  return { reminder: { id: reminder.id, number, ministry: edition.ministry }, waiting };
}

export type WaitingAnswer = Awaited<ReturnType<typeof takingPage>>["waiting"][number];

export interface TakingAnswer {
  problems: InputProblem[];
  /** What was chosen and typed, by the name of the box. */
  typed: Record<string, string>;
  preview: TakingPreview | null;
  told: TakenMeanwhile[];
}

const DAY = "dag";

export async function handleTaking(request: Request, actor: Actor, id: string | undefined) {
  const reminder = await ownReminder(actor, "judge", id);
  const form = await request.formData();
  const typed = typedIn(form, reminder);
  const act = String(form.get("doe") ?? "");
  const answer = (status: number, more: Partial<TakingAnswer>) =>
    data<TakingAnswer>({ problems: [], typed, preview: null, told: [], ...more }, { status });
  if (act === "alles") return answer(200, { typed: { ...typed, ...(await allTaken(reminder, typed)) } });
  if (act === "wijzig") return answer(200, {});
  const choices = choicesIn(typed, reminder);
  if (choices.length === 0) {
    const message = "Kies eerst bij een antwoord wat u ermee doet.";
    return answer(422, { problems: [{ field: "", message }] });
  }
  const day = typed[DAY] ?? "";
  const isDay: boolean = day === "" || isIsoDay(day);
  if (!isDay)
    return answer(422, { problems: [{ field: DAY, message: `“${day.slice(0, 40)}” is geen dag die bestaat.` }] });
  const rehearse = act !== "vastleggen";
  const deciding = { actor, today: today(), decidedOn: day, rehearse };
  const taking = (some: readonly TakingChoice[], asRehearsal = rehearse) =>
    takeAnswers({ ...deciding, rehearse: asRehearsal }, reminder, some, String(form.get("gezien") ?? ""));
  const outcome = await taking(choices);
  if (outcome.done)
    return rehearse ? answer(200, { preview: outcome.preview }) : redirect(`${after(reminder)}antwoorden-verwerkt`);
  if (outcome.because === "was done") return redirect(`${after(reminder)}was-vastgelegd`);
  if (outcome.because === "wrong")
    return answer(422, {
      problems: outcome.problems.map(({ commitmentId, message }) => ({
        field: commitmentId === null ? DAY : takingBox(placeOf(reminder, commitmentId), "reden"),
        message,
      })),
    });
  if (outcome.because === "overtaken") return answer(409, { preview: outcome.preview, told: outcome.told });
  if (act !== "zonder-geweigerde") return answer(422, { preview: outcome.preview });
  // What cannot be done is left as it was: not chosen.
  const refused = outcome.preview.rows.flatMap((row) => (row.refusal === null ? [] : row.id));
  const left = { ...typed };
  for (const one of refused) left[takingBox(placeOf(reminder, one), "hoe")] = "";
  const without = choicesIn(left, reminder);
  const again = without.length > 0 ? await taking(without, true) : null;
  return answer(200, { typed: left, preview: again?.done ? again.preview : null });
}

const after = ({ id }: Reminder): string => `${paths.reminder(id)}?gedaan=`;

const placeOf = ({ edition }: Reminder, commitmentId: string): number =>
  edition.rows.findIndex((row) => row.commitmentId === commitmentId);

function typedIn(form: FormData, { edition }: Reminder): Record<string, string> {
  const names = [DAY, ...edition.rows.flatMap((_, at) => [takingBox(at, "hoe"), takingBox(at, "reden")])];
  return Object.fromEntries(
    names.filter((name) => form.has(name)).map((name) => [name, String(form.get(name)).trim()]),
  );
}

const choicesIn = (typed: Record<string, string>, { edition }: Reminder): TakingChoice[] =>
  edition.rows.flatMap(({ commitmentId }, at) => {
    const how = typed[takingBox(at, "hoe")] ?? "";
    return isTaking(how) ? [{ commitmentId, how, reason: typed[takingBox(at, "reden")] ?? "" }] : [];
  });

/** Every answer that waits and for which nothing was chosen yet, taken over. */
async function allTaken(reminder: Reminder, typed: Record<string, string>): Promise<Record<string, string>> {
  const answers = await answersOf(reminder.id);
  return Object.fromEntries(
    reminder.edition.rows.flatMap(({ commitmentId }, at) => {
      const answer = answers.get(commitmentId);
      const box = takingBox(at, "hoe");
      return answer && isWaiting(answer) && !isTaking(typed[box] ?? "") ? [[box, "overnemen"]] : [];
    }),
  );
}
