/** The page on which a ministry answers a reminder: everything that was typed is kept whichever button is pressed. */
import { data, redirect } from "@remix-run/node";
import { standingOn } from "#app/domain/act-refusal.ts";
import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { answerInWords, isAnswerKind, NO_ANSWER, type TypedAnswer } from "#app/domain/reminder-answer.ts";
import { standingInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import {
  type AnswerOvertaken,
  answerSeen,
  answersOf,
  isUnsent,
  recordedSince,
  type SavedAnswer,
  saveAnswers,
  sendAnswers,
} from "#db/reminder-answers.ts";
import type { Reminder } from "#db/reminders.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { answerableIn, whyNotSent } from "./reminder-answers.ts";
import { answerBox, rowId } from "./reminder-fields.ts";
import { ownReminder } from "./reminder-page.ts";

/** What is asked, row by row, with what was typed and what the clerk did with it. */
export async function answerPage(actor: Actor, id: string | undefined) {
  const reminder = await ownReminder(actor, "review", id);
  const { number, edition, headSeq } = reminder;
  return {
    reminder: { id: reminder.id, number, committee: edition.committee, asOf: edition.asOf },
    rows: await rowsOf(reminder, headSeq),
  };
}

async function rowsOf(reminder: Reminder, headSeq: number) {
  const answers = await answersOf(reminder.id);
  const answerable = await answerableIn(reminder);
  const since = await recordedSince([...answerable.keys()], headSeq);
  return reminder.edition.rows.map((row) => {
    const { commitmentId } = row;
    const answer = answers.get(commitmentId);
    const found = answerable.get(commitmentId);
    const now = found && standingOn(found.subject, today());
    return {
      row,
      isOpen: now?.countsAsOpen ?? false,
      stands: now ? standingInWords(now) : "niet meer in het register",
      since: since
        .filter((one) => one.commitmentId === commitmentId)
        .map(({ seq, on, sentence }) => ({ seq, on, sentence })),
      letters: (found?.letters ?? []).map(({ id, date, title }) => ({
        value: id,
        label: `${dayInWords(date)}: ${title}`,
      })),
      typed: answer?.typed ?? NO_ANSWER,
      seen: answerSeen(answer?.typed),
      outcome: answer?.outcome ?? null,
      refusal: answer?.refusal ?? null,
      sentAt: answer?.sentAt ?? null,
      told: answer?.sent && found ? answerInWords(answer.sent, found.context(today())) : [],
      isUnsent: answer ? isUnsent(answer) : false,
    };
  });
}

export type AnswerRow = Awaited<ReturnType<typeof rowsOf>>[number];

export interface AnswerPageAnswer {
  problems: InputProblem[];
  /** What was typed and is not kept, because a colleague saved something else. */
  typed: Record<string, TypedAnswer>;
  /** Of each row what is stored now: saving once more then takes its place. */
  told: { number: string; sentence: string }[];
}

function answersSent(form: FormData, { edition }: Reminder): SavedAnswer[] {
  return edition.rows.flatMap(({ commitmentId }, at) => {
    if (!form.has(answerBox(at, "gezien"))) return [];
    const text = (name: string) =>
      String(form.get(answerBox(at, name)) ?? "")
        .trim()
        .replaceAll("\r\n", "\n");
    const kind = text("kind");
    const typed: TypedAnswer = {
      kind: isAnswerKind(kind) ? kind : "",
      letterId: text("letterId"),
      place: text("place"),
      words: text("words"),
      reason: text("reason"),
    };
    return [{ commitmentId, typed, seen: text("gezien") }];
  });
}

export async function handleAnswers(request: Request, actor: Actor, id: string | undefined) {
  const reminder = await ownReminder(actor, "review", id);
  const form = await request.formData();
  const act = String(form.get("doe") ?? "");
  const sent = answersSent(form, reminder);
  const overtaken = await saveAnswers(actor.accountId, reminder.id, sent);
  const answer = (status: number, more: Partial<AnswerPageAnswer>) =>
    data<AnswerPageAnswer>({ problems: [], typed: {}, told: [], ...more }, { status });
  if (overtaken.length > 0) return answer(409, await toldOf(reminder, overtaken, sent));

  const one = /^bewaar-(\d{1,4})$/.exec(act)?.[1];
  const rows = reminder.edition.rows;
  const answers = await answersOf(reminder.id);
  const looked = rows.flatMap(({ commitmentId }, at) => {
    const stored = answers.get(commitmentId);
    const asked = act === "verstuur" ? stored && isUnsent(stored) : one === String(at) && stored?.outcome !== "taken";
    return stored && asked ? [{ at, commitmentId, typed: stored.typed }] : [];
  });
  const answerable = looked.length > 0 ? await answerableIn(reminder) : new Map();
  const problems: InputProblem[] = [];
  for (const { at, commitmentId, typed } of looked)
    for (const { name, message } of await whyNotSent(typed, answerable.get(commitmentId), reminder.ministryId))
      problems.push({ field: name ? answerBox(at, name) : rowId(at), message: `${rows[at]?.number}: ${message}` });
  if (problems.length > 0) return answer(422, { problems });

  if (act !== "verstuur")
    return redirect(
      `${paths.reminderAnswer(reminder.id)}?gedaan=antwoorden-bewaard${one ? `#${rowId(Number(one))}` : ""}`,
    );
  const wanted = looked.map(({ commitmentId, typed }) => ({ commitmentId, seen: answerSeen(typed) }));
  if ((await sendAnswers(actor.accountId, reminder.id, wanted)) === 0) {
    const message = "Er is niets nieuws om te versturen. Kies eerst bij een toezegging een antwoord.";
    return answer(422, { problems: [{ field: "", message }] });
  }
  return redirect(`${paths.reminder(reminder.id)}?gedaan=antwoorden-verstuurd`);
}

/** What colleagues saved meanwhile, told; what was typed beside it stays in the form. */
async function toldOf(
  reminder: Reminder,
  overtaken: readonly AnswerOvertaken[],
  sent: readonly SavedAnswer[],
): Promise<Partial<AnswerPageAnswer>> {
  const answerable = await answerableIn(reminder);
  return {
    typed: Object.fromEntries(
      overtaken.flatMap(({ commitmentId }) => {
        const own = sent.find((one) => one.commitmentId === commitmentId);
        return own ? [[commitmentId, own.typed]] : [];
      }),
    ),
    told: overtaken.map(({ commitmentId, typed, by, at }) => {
      const number = reminder.edition.rows.find((row) => row.commitmentId === commitmentId)?.number ?? "";
      const context = answerable.get(commitmentId)?.context(today());
      const words = (context && answerInWords(typed, context).join(" ")) || "geen antwoord";
      return { number, sentence: `${by} bewaarde op ${instantInWords(at)}: ${words}` };
    }),
  };
}
