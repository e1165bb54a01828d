/** What reading an answer to a reminder depends on, for each commitment in it. */
import type { ActProblem } from "#app/domain/act-reading.ts";
import { type ActSubject, ofSubject, refusalOf, standingOn } from "#app/domain/act-refusal.ts";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  type AnswerContext,
  answerField,
  answerProblems,
  plannedAnswer,
  type TypedAnswer,
} from "#app/domain/reminder-answer.ts";
import { subjectsOf, thingsNamedIn } from "#db/commitment-acts.ts";
import { surroundingsOfMany } from "#db/many-acts.ts";
import type { Reminder } from "#db/reminders.ts";
import { today } from "./clock.ts";

export interface Answerable {
  subject: ActSubject;
  /** Letters of its dossier of since it was made, the newest first. */
  letters: AnswerContext["around"]["letters"];
  context: (saidOn: IsoDay) => AnswerContext;
}

/** The commitments of a reminder that the register still has, by id. */
export async function answerableIn({ number, edition }: Reminder): Promise<Map<string, Answerable>> {
  const subjects = await subjectsOf(edition.rows.map(({ commitmentId }) => commitmentId));
  const around = await surroundingsOfMany([...subjects.values()]);
  const { letterDossier } = await thingsNamedIn([]);
  const found = new Map<string, Answerable>();
  for (const subject of around ? subjects.values() : []) {
    if (!around || !subject.number) continue;
    const { chamber, dossierId, madeOn } = subject;
    const letters = around.letters
      .filter(({ id, day }) => letterDossier(id) === dossierId && day >= madeOn)
      .sort((a, b) => (a.day < b.day ? 1 : -1));
    const context = (saidOn: IsoDay): AnswerContext => ({
      around: { ...around, chamber, dossierId },
      today: today(),
      saidOn,
      number,
      committee: edition.committee,
      ministry: edition.ministry,
    });
    found.set(subject.id, { subject, letters, context });
  }
  return found;
}

/** Why an answer cannot be sent as it is: what is wrong with it, or what the register would refuse. */
export async function whyNotSent(
  answer: TypedAnswer,
  answerable: Answerable | undefined,
  ministryId: string,
): Promise<ActProblem[]> {
  if (answer.kind === "") return [];
  if (!answerable) return [{ name: "", message: "Deze toezegging staat niet meer in het register." }];
  const { subject } = answerable;
  const now = standingOn(subject, today());
  if (now?.ministryId !== ministryId)
    return [{ name: "", message: "Deze toezegging is nu van een ander ministerie. Dat antwoordt er zelf op." }];
  const context = answerable.context(today());
  const problems = answerProblems(answer, context);
  if (problems.length > 0) return problems;
  const planned = plannedAnswer(answer, context, "overnemen", { decidedOn: today(), status: now.status });
  if ("problems" in planned) return planned.problems;
  const event = ofSubject(planned.event, subject);
  const refusal = refusalOf(event, subject, await thingsNamedIn([event]));
  return refusal ? [{ name: answerField(refusal.name), message: refusal.message }] : [];
}
