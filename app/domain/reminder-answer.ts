/**
 * What a ministry answers to one row of a reminder. An answer is a proposal: it changes nothing until the committee's
 * clerk takes it over, as the event that stands here beside it.
 *
 * A new date becomes a term that holds only where a letter told the Kamer of it or the committee decides so; otherwise it
 * is kept as what the ministry plans, and lateness runs on (DOMAIN.md: only a postponement that the Kamer was told of
 * moves the deadline in force).
 */
import { type ActProblem, type Planned, readAct } from "./act-reading.ts";
import { ACTS } from "./acts.ts";
import { dayInWords, type IsoDay, isIsoDay } from "./calendar.ts";
import type { Surroundings } from "./correction-kinds.ts";
import { type Deadline, isWithoutTerm } from "./deadline.ts";
import { deadlineFromWords } from "./reading/deadline.ts";
import type { Status } from "./standing.ts";
import { deadlineInWords } from "./standing-words.ts";

export const ANSWER_WORDS = {
  gedaan: "Gedaan in een brief",
  termijn: "Komt later: een nieuwe datum",
  vervallen: "Verzoekt te laten vervallen",
} as const;
export type AnswerKind = keyof typeof ANSWER_WORDS;

/** As it was typed, whether it can be read or not. */
export interface TypedAnswer {
  /** Empty: no answer yet. */
  kind: AnswerKind | "";
  letterId: string;
  place: string;
  words: string;
  reason: string;
}

export const NO_ANSWER: TypedAnswer = { kind: "", letterId: "", place: "", words: "", reason: "" };

export const isAnswerKind = (kind: string): kind is AnswerKind => Object.hasOwn(ANSWER_WORDS, kind);

/** How a clerk takes an answer over. A new date is the ministry's planning unless the committee makes it its own. */
export const TAKING_WORDS = {
  overnemen: "Neem over",
  besluit: "Neem over als besluit van de commissie",
  weigeren: "Weiger",
} as const;
export type Taking = keyof typeof TAKING_WORDS;

export const isTaking = (how: string): how is Taking => Object.hasOwn(TAKING_WORDS, how);

/** Whether taking this over is a decision of the committee, which has a day of its own. */
export const isDecision = (kind: AnswerKind | "", how: Taking): boolean =>
  how === "besluit" || (how === "overnemen" && kind === "vervallen");

/** What reading an answer depends on beside its words. */
export interface AnswerContext {
  around: Surroundings;
  today: IsoDay;
  /** The day on which the ministry said it: words count from then. */
  saidOn: IsoDay;
  /** Of the reminder, for what is recorded. */
  number: string;
  committee: string;
  ministry: string;
}

/** A day that was typed as the calendar writes it, in words; other words as they are. */
const inWords = (typed: string): string => (isIsoDay(typed) ? dayInWords(typed) : typed);

const answeredDeadline = ({ words }: TypedAnswer, { around, saidOn }: Pick<AnswerContext, "around" | "saidOn">) =>
  deadlineFromWords(inWords(words), saidOn, around.chamber, around.recesses);

/** What is wrong with it, by the field of the answer; empty where it can be sent. An answer that is none has nothing wrong. */
export function answerProblems(answer: TypedAnswer, context: AnswerContext): ActProblem[] {
  const problems: ActProblem[] = [];
  const wrong = (name: keyof TypedAnswer, message: string) => void problems.push({ name, message });
  const { kind, letterId, place, reason, words } = answer;
  if (kind === "") return [];
  if (kind === "gedaan" && letterId === "")
    wrong(
      "letterId",
      place
        ? "Kies de brief waarin dit staat. Een plaats in woorden is niet genoeg: het register moet de brief kennen, zodat iedereen het kan nalezen."
        : "Kies de brief waarin dit staat. Staat de brief er niet bij, neem hem dan eerst op in het register.",
    );
  if (kind !== "gedaan" && reason === "") wrong("reason", "Vul de reden in.");
  if (kind === "termijn") {
    const deadline = answeredDeadline(answer, context);
    if (words === "") wrong("words", "Vul de nieuwe datum in, als dag of in woorden.");
    else if (isWithoutTerm(deadline))
      wrong(
        "words",
        `Uit “${words.slice(0, 60)}” volgt geen termijn. Schrijf een dag of een periode, zoals: voor 1 maart.`,
      );
    else if (deadline.latest !== null && deadline.latest < context.saidOn)
      wrong("words", `${dayInWords(deadline.latest)} is al voorbij. Vul een dag in die nog komt.`);
  }
  return problems;
}

/** The event that an answer becomes once it is taken over, or what is wrong, by the field of the answer. */
export function plannedAnswer(
  answer: TypedAnswer,
  context: AnswerContext,
  how: Exclude<Taking, "weigeren">,
  { decidedOn, status }: { decidedOn: IsoDay | ""; status: Status },
): { event: Planned } | { problems: ActProblem[] } {
  const { around, today, saidOn, number, committee, ministry } = context;
  const { letterId, place, reason } = answer;
  const words = inWords(answer.words);
  const passage = [letterId, letterId ? place : ""];
  const read = (() => {
    if (answer.kind === "gedaan") return readAct("melden", ACTS.melden, { passage, claim: ["met"] }, around, today);
    if (answer.kind === "vervallen") {
      const typed = {
        reason: [`${ministry} verzocht hierom: ${reason}`],
        decider: [committee],
        effectiveOn: [decidedOn],
      };
      return readAct("vervallen", ACTS.vervallen, typed, around, today);
    }
    if (how === "besluit") {
      const note = `De commissie nam deze termijn over uit het antwoord van ${ministry} op rappel ${number}. Reden: ${reason}`;
      const verdict = status === "partly_met" ? "partly_met" : "not_met";
      const typed = { verdict: [verdict], rest: ["new_deadline", words, ""], note: [note], effectiveOn: [decidedOn] };
      return readAct("oordelen", ACTS.oordelen, typed, around, today);
    }
    const typed = { deadline: [words], passage, effectiveOn: [letterId ? "" : saidOn], reason: [reason] };
    return readAct("uitstellen", ACTS.uitstellen, typed, around, today);
  })();
  if ("problems" in read)
    return { problems: read.problems.map(({ name, message }) => ({ name: answerField(name), message })) };
  return { event: asSaid(read.event, answeredDeadline(answer, context)) };
}

/** The words that a decision takes over count from the day on which the ministry said them, not from that of the decision. */
function asSaid(event: Planned, deadline: Deadline): Planned {
  if (event.kind !== "judged" || event.payload.rest.kind !== "new_deadline") return event;
  return { ...event, payload: { ...event.payload, rest: { ...event.payload.rest, deadline } } };
}

const FIELDS: Record<string, keyof TypedAnswer> = {
  passage: "letterId",
  deadline: "words",
  rest: "words",
  reason: "reason",
};

/** The field of an answer that a problem of the act is about; empty where it is about none. */
export const answerField = (fieldOfAct: string): string => FIELDS[fieldOfAct] ?? "";

/** An answer told in sentences, the way the clerk reads it. */
export function answerInWords(answer: TypedAnswer, context: Pick<AnswerContext, "around" | "saidOn">): string[] {
  const { kind, reason, place } = answer;
  const letter = context.around.letters.find(({ id }) => id === answer.letterId);
  const source = letter && `de brief van ${dayInWords(letter.date)} (${letter.title}), ${place}`;
  if (kind === "gedaan") return [`Gedaan, in ${source ?? "een brief die het register niet meer heeft"}.`];
  if (kind === "vervallen") return ["Verzoekt te laten vervallen.", `Reden: ${reason}`];
  if (kind !== "termijn") return [];
  return [
    `Nieuwe datum: ${deadlineInWords(answeredDeadline(answer, context))}.`,
    `Reden: ${reason}`,
    source ? `Aan de Kamer gemeld in ${source}.` : "Niet in een brief aan de Kamer gemeld.",
  ];
}
