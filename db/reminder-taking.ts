/**
 * A clerk takes answers to a reminder over, or refuses them: looked at first, then recorded in one transaction or not at
 * all. What is recorded are the same events, held to the same rules, as when somebody does it on a work sheet.
 */
import { and, eq } from "drizzle-orm";
import { asRecorded, standingChanges } from "#app/domain/act-overtaken.ts";
import type { Planned } from "#app/domain/act-reading.ts";
import { type ActSubject, ofSubject, refusalOf, standingOn } from "#app/domain/act-refusal.ts";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import type { CorrectionNames } from "#app/domain/correction-names.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { isDecision, plannedAnswer, type Taking } from "#app/domain/reminder-answer.ts";
import { logAct } from "./act-log.ts";
import { canonicalJson, sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { subjectsOf, thingsNamedIn, toRecord } from "./commitment-acts.ts";
import { namesFor } from "./correction-things.ts";
import { record } from "./events.ts";
import { type ManyRow, surroundingsOfMany } from "./many-acts.ts";
import {
  answersOf,
  isWaiting,
  type RecordedSince,
  type ReminderAnswer,
  recordedSince,
  saidOn,
} from "./reminder-answers.ts";
import type { Reminder } from "./reminders.ts";
import { registerState, reminderAnswers } from "./schema.ts";

/** What the clerk chose for one answer. */
export interface TakingChoice {
  commitmentId: string;
  how: Taking;
  /** Why it is refused; only then. */
  reason: string;
}

export interface TakingPreview {
  rows: ManyRow[];
  /** What it was made from: given back when it is to be recorded. */
  seen: string;
}

export type TakingOutcome =
  | { done: true; preview: TakingPreview }
  /** Nobody waits for this any more: the same form sent twice. */
  | { done: false; because: "was done" }
  | { done: false; because: "wrong"; problems: TakingProblem[] }
  | { done: false; because: "refused"; preview: TakingPreview }
  | { done: false; because: "overtaken"; preview: TakingPreview; told: TakenMeanwhile[] };

/** What is wrong with what was chosen; about the day of the decision where it is about none of them. */
interface TakingProblem {
  commitmentId: string | null;
  message: string;
}

/** What happened to one of them since the preview: something recorded, or another answer. */
export type TakenMeanwhile = Pick<RecordedSince, "sentence"> & {
  number: string;
  title: string;
  by: string | null;
  at: string | null;
};

interface Deciding {
  actor: Actor;
  today: IsoDay;
  /** The day of the committee's decision, for what is one; empty where nobody filled it in. */
  decidedOn: IsoDay | "";
  rehearse: boolean;
}

/** Takes over or refuses the chosen answers, or only says what would come of it (`rehearse`). */
export function takeAnswers(
  deciding: Deciding,
  reminder: Reminder,
  choices: readonly TakingChoice[],
  seen: string,
): Promise<TakingOutcome> {
  const { actor, rehearse } = deciding;
  const run = async (from: Db): Promise<TakingOutcome> => {
    const answers = await answersOf(reminder.id, from);
    const waiting = choices.filter(({ commitmentId }) => waits(answers.get(commitmentId)));
    const wasDone = choices.filter(({ commitmentId, how }) => {
      const answer = answers.get(commitmentId);
      const same = answer?.outcome === (how === "weigeren" ? "refused" : "taken");
      return same && answer?.decidedBy === actor.accountId;
    });
    if (wasDone.length === choices.length) return { done: false, because: "was done" };
    const plan = await planned(from, deciding, reminder, answers, choices);
    if ("problems" in plan) return { done: false, because: "wrong", problems: plan.problems };
    const { preview, events } = plan;
    if (!rehearse && preview.seen !== seen) {
      const told = await toldSince(from, reminder, choices, seen, preview.seen);
      if (told.length > 0) return { done: false, because: "overtaken", preview, told };
    }
    if (preview.rows.some(({ refusal }) => refusal !== null)) return { done: false, because: "refused", preview };
    if (rehearse) return { done: true, preview };
    await record(from, actor.accountId, events);
    await settle(from, actor.accountId, reminder.id, waiting);
    return { done: true, preview };
  };
  return rehearse ? run(db) : write(run);
}

const waits = (answer: ReminderAnswer | undefined): answer is ReminderAnswer =>
  answer !== undefined && isWaiting(answer);

/** Notes what became of the answers, and that somebody did so. */
async function settle(tx: Db, by: string, reminderId: string, choices: readonly TakingChoice[]): Promise<void> {
  const decided = { decidedBy: by, decidedAt: new Date().toISOString() };
  for (const { commitmentId, how, reason } of choices) {
    const outcome =
      how === "weigeren" ? ({ outcome: "refused", refusal: reason } as const) : ({ outcome: "taken" } as const);
    await tx
      .update(reminderAnswers)
      .set({ ...decided, ...outcome })
      .where(and(eq(reminderAnswers.reminderId, reminderId), eq(reminderAnswers.commitmentId, commitmentId)));
  }
  const thing = { kind: "reminder", id: reminderId } as const;
  if (choices.some(({ how }) => how !== "weigeren")) await logAct(tx, { kind: "reminder_answers_taken", by, thing });
  if (choices.some(({ how }) => how === "weigeren")) await logAct(tx, { kind: "reminder_answers_refused", by, thing });
}

interface Plan {
  preview: TakingPreview;
  events: NewEvent[];
}

async function planned(
  from: Db,
  { actor, today, decidedOn }: Deciding,
  reminder: Reminder,
  answers: ReadonlyMap<string, ReminderAnswer>,
  choices: readonly TakingChoice[],
): Promise<Plan | { problems: TakingProblem[] }> {
  // The place in the chain is asked first: what comes in between is then told rather than missed.
  const seen = await seenBy(from, answers, choices);
  const subjects = await subjectsOf(
    choices.map(({ commitmentId }) => commitmentId),
    from,
  );
  const around = await surroundingsOfMany([...subjects.values()], from);
  const { committee, ministry, rows } = reminder.edition;
  const problems: TakingProblem[] = [];
  const decides = choices.some(({ commitmentId, how }) => isDecision(answers.get(commitmentId)?.sent?.kind ?? "", how));
  if (decides && decidedOn === "") problems.push({ commitmentId: null, message: DAY_MISSING });
  else if (decides && decidedOn > today)
    problems.push({
      commitmentId: null,
      message: `${dayInWords(decidedOn)} moet nog komen. Vul een dag in tot en met vandaag.`,
    });
  const plans: { subject: ActSubject; event: Planned }[] = [];
  const refused = new Map<string, string>();
  for (const { commitmentId, how, reason } of choices) {
    const subject = subjects.get(commitmentId);
    const answer = answers.get(commitmentId);
    if (how === "weigeren" && reason === "")
      problems.push({ commitmentId, message: "Schrijf waarom u dit antwoord weigert: het ministerie leest de reden." });
    if (!waits(answer) || !answer.sent) refused.set(commitmentId, "Hier wacht geen antwoord meer op.");
    else if (!subject?.number || !around) refused.set(commitmentId, "Deze toezegging is er niet meer.");
    else if (!may(actor, "judge", subject))
      refused.set(commitmentId, "Deze toezegging is nu van een andere commissie.");
    else if (how !== "weigeren") {
      const now = standingOn(subject, today);
      if (now?.ministryId !== reminder.ministryId) {
        refused.set(commitmentId, "Deze toezegging is nu van een ander ministerie. Dat antwoordt er zelf op.");
        continue;
      }
      const { chamber, dossierId } = subject;
      const context = {
        around: { ...around, chamber, dossierId },
        today,
        saidOn: saidOn(answer, today),
        number: reminder.number,
        committee,
        ministry,
      };
      const read = plannedAnswer(answer.sent, context, how, { decidedOn, status: now.status });
      if ("problems" in read) refused.set(commitmentId, read.problems.map(({ message }) => message).join(" "));
      else plans.push({ subject, event: ofSubject(read.event, subject) });
    }
  }
  if (problems.length > 0) return { problems };
  const named = await thingsNamedIn(
    plans.map(({ event }) => event),
    from,
  );
  const names = await namesFor(
    plans.map(({ event, subject }) => asRecorded(event, subject)),
    from,
  );
  const events: NewEvent[] = [];
  const byId = new Map<string, Pick<ManyRow, "what" | "changes" | "refusal">>();
  for (const { subject, event } of plans) {
    const refusal = refusalOf(event, subject, named);
    byId.set(
      subject.id,
      refusal ? { what: null, changes: [], refusal: refusal.message } : told(event, subject, names, today),
    );
    if (!refusal) events.push(toRecord(event, subject.id));
  }
  return {
    events,
    preview: {
      seen,
      rows: choices.map(({ commitmentId, how, reason }) => {
        const listed = rows.find((row) => row.commitmentId === commitmentId);
        const refusal = refused.get(commitmentId) ?? null;
        const own =
          byId.get(commitmentId) ??
          (how === "weigeren" && !refusal
            ? { what: `Het antwoord wordt geweigerd. Het ministerie leest: ${reason}`, changes: [], refusal: null }
            : { what: null, changes: [], refusal });
        return { id: commitmentId, number: listed?.number ?? "", title: listed?.title ?? "", ...own };
      }),
    },
  };
}

const DAY_MISSING =
  "Vul de dag van het besluit in. Die is nodig om iets te laten vervallen, of om een termijn als besluit over te nemen.";

const told = (event: Planned, subject: ActSubject, names: CorrectionNames, today: IsoDay) => ({
  what: `${dayInWords(event.effectiveOn)}: ${registerSentence(asRecorded(event, subject), names)}`,
  changes: standingChanges(subject, event, names, today),
  refusal: null,
});

/** The place that the chain has reached, with a digest of the answers that were chosen. */
async function seenBy(
  from: Db,
  answers: ReadonlyMap<string, ReminderAnswer>,
  choices: readonly TakingChoice[],
): Promise<string> {
  const [state] = await from.select({ headSeq: registerState.headSeq }).from(registerState);
  const read = choices.map(({ commitmentId }) => {
    const { sent = null, sentAt = null, outcome = null } = answers.get(commitmentId) ?? {};
    return [commitmentId, sent, sentAt, outcome];
  });
  return `${state?.headSeq ?? 0}.${sha256(canonicalJson(read))}`;
}

async function toldSince(
  from: Db,
  { edition }: Reminder,
  choices: readonly TakingChoice[],
  seen: string,
  now: string,
): Promise<TakenMeanwhile[]> {
  const [seq = "", answers] = seen.split(".");
  const ids = choices.map(({ commitmentId }) => commitmentId);
  const since = await recordedSince(ids, Number(seq) || 0, from);
  const told: TakenMeanwhile[] = since.map(({ commitmentId, sentence, by, at }) => {
    const row = edition.rows.find((one) => one.commitmentId === commitmentId);
    return { number: row?.number ?? "", title: row?.title ?? "", sentence, by, at };
  });
  if (answers === now.split(".")[1]) return told;
  const sentence = "Van een of meer toezeggingen is het antwoord veranderd, teruggenomen of al afgehandeld.";
  return [...told, { number: "", title: "", sentence, by: null, at: null }];
}
