/** What the pages of reminders share: whose one is, composing and sending it, and what it says by now. */
import { data, redirect } from "@remix-run/node";
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import type { Act, Actor } from "#app/domain/permissions.ts";
import { countsInWords } from "#app/domain/reminder.ts";
import { DOCX_TYPE, docx } from "#app/formats/docx.ts";
import { reminderLetter } from "#app/formats/reminder-letter.ts";
import { reminder as reminderMessage } from "#app/mail/reminder.ts";
import { paths } from "#app/paths.ts";
import {
  draftReminders,
  mailedTo,
  type NumberedReminder,
  type Reminder,
  reminderById,
  reminderChoices,
  sendReminders,
} from "#db/reminders.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { publicAddress } from "./mail.ts";
import { notFound } from "./outcome.ts";
import { allow } from "./visit.ts";

/** A reminder, for the committee that sent it or the ministry that it went to, as far as these may do this. */
export async function ownReminder(actor: Actor, act: Act, id: string | undefined): Promise<Reminder> {
  const found = await reminderById(id ?? "");
  if (!found) throw notFound();
  allow(actor, act, found);
  return found;
}

/** The letter as a Word file: of what was sent, so that it is the same each time. */
export const reminderDocx = ({
  id,
  number,
  edition,
}: Pick<Reminder, "id" | "number" | "edition">): Promise<Uint8Array> =>
  docx(reminderLetter({ number, edition, answerAt: publicAddress(paths.reminderAnswer(id)) }));

export const letterFileName = (number: string): string => `rappel-${number}.docx`;

interface AskedReminder {
  ministryId: string;
  asOf: string;
}

interface ComposeAnswer {
  asked: AskedReminder;
  problems: InputProblem[];
  /** Null while there is nothing to show: not asked yet, or asked wrongly. */
  preview: Awaited<ReturnType<typeof previewOf>> | null;
  /** What was looked at before is not what would be sent now. */
  isChanged: boolean;
}

/** What the committee would send: to one ministry, or to each that it asks something. */
async function previewOf(committeeId: string, ministryId: string | null, asOf: IsoDay) {
  const { reminders, nothingFor, seen } = await draftReminders(committeeId, ministryId, asOf, today());
  const shown = await Promise.all(
    reminders.map(async ({ ministryId: id, edition, leftOut, sentBefore }) => ({
      ministryId: id,
      edition,
      leftOut,
      sentBefore,
      mailedTo: await mailedTo(id),
    })),
  );
  return { reminders: shown, nothingFor, seen };
}

/** The form for a new one; once a day was asked for, with what would be sent. */
export async function composePage(actor: Actor, url: URL) {
  const committeeId = actor.committeeId ?? "";
  const choices = await reminderChoices(committeeId);
  const isAsked = url.searchParams.has("peildatum");
  const asked = {
    ministryId: url.searchParams.get("ministerie") ?? "",
    asOf: isAsked ? (url.searchParams.get("peildatum") ?? "").trim() : today(),
  };
  const problems = isAsked ? problemsIn(asked, choices.ministries) : [];
  const preview =
    isAsked && problems.length === 0 ? await previewOf(committeeId, asked.ministryId || null, asked.asOf) : null;
  return { choices, asked, problems, preview };
}

function problemsIn({ ministryId, asOf }: AskedReminder, ministries: readonly { id: string }[]): InputProblem[] {
  const problems: InputProblem[] = [];
  if (ministryId && !ministries.some(({ id }) => id === ministryId))
    problems.push({ field: "ministerie", message: "Kies een ministerie uit de lijst, of alle ministeries." });
  if (!isIsoDay(asOf))
    problems.push({ field: "peildatum", message: "Vul de dag in waarvan het rappel de stand geeft." });
  else if (asOf > today())
    problems.push({
      field: "peildatum",
      message: `Hoe het op ${dayInWords(asOf)} staat, weten we nog niet. Kies vandaag of een eerdere dag.`,
    });
  return problems;
}

/** Something may be recorded between composing and sending: then it is composed once more, a few times. */
const TRIES = 5;

/** Sends what was looked at, as it was looked at. */
export async function handleCompose(request: Request, actor: Actor) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const asked = { ministryId: text("ministerie"), asOf: text("peildatum") };
  const committeeId = actor.committeeId ?? "";
  const answer = async (status: number, more: Partial<ComposeAnswer>) =>
    data<ComposeAnswer>({ asked, problems: [], preview: null, isChanged: false, ...more }, { status });
  const problems = problemsIn(asked, (await reminderChoices(committeeId)).ministries);
  if (problems.length > 0) return answer(422, { problems });
  const ministryId = asked.ministryId || null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const draft = await draftReminders(committeeId, ministryId, asked.asOf, today());
    const [first] = draft.reminders;
    if (!first || draft.seen !== text("gezien"))
      return answer(first ? 409 : 422, {
        preview: await previewOf(committeeId, ministryId, asked.asOf),
        isChanged: first !== undefined && text("gezien") !== "",
      });
    const fresh = draft.reminders.filter(({ sentBefore }) => sentBefore === null);
    if (fresh.length === 0) return redirect(afterwards(draft.reminders, "rappel-was-verstuurd"));
    const letters = new Map<string, Uint8Array>();
    for (const one of fresh) letters.set(one.id, await reminderDocx(one));
    const mail = (one: NumberedReminder) => ({
      message: (name: string) => messageOf(one, name),
      attachments: [
        { fileName: letterFileName(one.number), mediaType: DOCX_TYPE, bytes: letters.get(one.id) ?? new Uint8Array() },
      ],
    });
    if (await sendReminders(actor.accountId, committeeId, { headSeq: draft.headSeq, reminders: fresh }, mail))
      return redirect(afterwards(draft.reminders, "rappel-verstuurd"));
  }
  const message = "Er wordt op dit moment veel vastgelegd. Er is nog niets verstuurd. Probeer het zo nog een keer.";
  return answer(409, {
    problems: [{ field: "", message }],
    preview: await previewOf(committeeId, ministryId, asked.asOf),
  });
}

const messageOf = ({ id, number, edition }: NumberedReminder, name: string) =>
  reminderMessage({
    name,
    number,
    committee: edition.committee,
    asOf: edition.asOf,
    counts: countsInWords(edition.rows),
    address: publicAddress(paths.reminderAnswer(id)),
  });

/** One reminder has a page of its own; several stand in the list. */
function afterwards(sent: readonly NumberedReminder[], done: string): string {
  const [first, second] = sent;
  const path = first && !second ? paths.reminder(first.sentBefore?.id ?? first.id) : paths.reminders;
  return `${path}?gedaan=${done}`;
}
