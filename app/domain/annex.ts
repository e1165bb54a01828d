/**
 * The annex to a budget, "Door bewindslieden gedane toezeggingen": for each commitment what was promised, where, and how
 * it stands in sentences. Nothing in it depends on how many days have gone by, so that two annexes differ where
 * something happened and nowhere else. Planning that the Kamer was not told stays out.
 */
import { type CitedLetter, letterInBrief } from "./annex-place.ts";
import { dayInWords } from "./calendar.ts";
import { CLAIM_WORDS, daysInWords, VERDICT_WORDS } from "./commitment.ts";
import type { CommitmentEvent } from "./events.ts";
import type { Standing } from "./standing.ts";
import { deadlineInWords } from "./standing-words.ts";

export const ANNEX_COLUMNS = ["Omschrijving", "Vindplaats", "Stand van zaken"] as const;
export const ANNEX_TABLES = { inHand: "In behandeling", done: "Afgerond" } as const;

export interface AnnexRow {
  id: string;
  number: string;
  /** What was promised, and under which number. */
  description: string;
  /** Where it was promised, in the official form. */
  place: string;
  stand: string;
  isInvented: boolean;
  standing: Standing;
  /** The public events that hold by the cut-off date, in order. */
  told: CommitmentEvent[];
}

/** What the events of a commitment name. */
export interface Named {
  /** Letters by their id. */
  letters: ReadonlyMap<string, CitedLetter>;
  /** Numbers of published commitments by their id. */
  numbers: ReadonlyMap<string, string>;
}

/** Nothing more is to be done about it: met, lapsed, or gone on as another commitment. */
export const isDone = ({ countsAsOpen }: Standing): boolean => !countsAsOpen;

type Told<K extends CommitmentEvent["kind"]> = Extract<CommitmentEvent, { kind: K }>;

/** How a commitment stands, in a few sentences. */
export function standOfAffairs(standing: Standing, told: readonly CommitmentEvent[], named: Named): string {
  const since = sinceReopened(told);
  const lines =
    standing.status === "met"
      ? [howMet(standing, since, named)]
      : standing.status === "lapsed"
        ? [howLapsed(standing, told)]
        : [...howFar(standing, since, named), ...theTerm(standing, named)];
  if (standing.frozenOn)
    lines.push(`Stand per ${dayInWords(standing.frozenOn)}; daarna is dit dossier niet meer bijgehouden.`);
  return lines.join(" ");
}

/** From the last time that it was opened again, with that. */
function sinceReopened(told: readonly CommitmentEvent[]): readonly CommitmentEvent[] {
  const at = told.findLastIndex(({ kind }) => kind === "reopened");
  return at < 0 ? told : told.slice(at);
}

const last = (told: readonly CommitmentEvent[], is: (event: CommitmentEvent) => boolean): CommitmentEvent | undefined =>
  told.findLast(is);

function howMet(standing: Standing, told: readonly CommitmentEvent[], named: Named): string {
  const { settledOn, daysLateInForce } = standing;
  const late = daysLateInForce ? `, ${daysInWords(daysLateInForce)} te laat` : "";
  const by = last(
    told,
    (event) =>
      event.effectiveOn === settledOn &&
      ((event.kind === "reported" && event.payload.claim === "met") ||
        (event.kind === "judged" && event.payload.verdict === "met")),
  );
  if (by?.kind === "reported") return `Voldaan ${by.payload.list ? "volgens" : "met"} ${where(by, named)}${late}.`;
  if (by?.kind !== "judged") return `Voldaan${settledOn ? ` op ${dayInWords(settledOn)}` : ""}${late}.`;
  const letter = last(told, (event) => event.kind === "reported" && event.payload.claim === "met");
  const about = letter?.kind === "reported" ? ` over ${where(letter, named)}` : "";
  return `Voldaan: zo oordeelde de commissie op ${dayInWords(by.effectiveOn)}${about}${late}.`;
}

function howLapsed({ settledOn }: Standing, told: readonly CommitmentEvent[]): string {
  const by = last(told, ({ kind }) => kind === "lapsed");
  if (by?.kind !== "lapsed") return `Vervallen${settledOn ? ` op ${dayInWords(settledOn)}` : ""}.`;
  const { reason, decider } = by.payload;
  return `Vervallen op ${dayInWords(by.effectiveOn)}: ${withoutStop(reason)} (besluit van ${decider}).`;
}

/** What has come of it so far: the part that is met, and what was said last. */
function howFar({ status }: Standing, told: readonly CommitmentEvent[], named: Named): string[] {
  const part =
    status === "partly_met"
      ? last(
          told,
          (event) =>
            (event.kind === "reported" && event.payload.claim === "partly_met") ||
            (event.kind === "judged" && event.payload.verdict === "partly_met"),
        )
      : undefined;
  const said = last(told, ({ kind }) => kind === "reported" || kind === "judged" || kind === "reopened");
  return [
    ...(status === "partly_met" ? [partMet(part, named)] : []),
    ...(said && said !== part ? [lastSaid(said, named)] : []),
  ];
}

function partMet(part: CommitmentEvent | undefined, named: Named): string {
  if (part?.kind === "reported") return `Deels voldaan ${part.payload.list ? "volgens" : "met"} ${where(part, named)}.`;
  if (part?.kind === "judged") return `Deels voldaan: zo oordeelde de commissie op ${dayInWords(part.effectiveOn)}.`;
  return "Deels voldaan.";
}

function lastSaid(said: CommitmentEvent, named: Named): string {
  if (said.kind === "judged")
    return `De commissie oordeelde op ${dayInWords(said.effectiveOn)}: ${VERDICT_WORDS[said.payload.verdict]}.`;
  if (said.kind === "reopened")
    return `Heropend op ${dayInWords(said.effectiveOn)}: ${withoutStop(said.payload.reason)}.`;
  if (said.kind !== "reported") return "";
  const by = where(said, named);
  switch (said.payload.claim) {
    case "progress":
      return `Tussenstand in ${by}.`;
    case "postpones":
      return `Uitstel gemeld in ${by}.`;
    case "declines":
      return `Het ministerie meldt in ${by} dit niet te gaan doen.`;
    default:
      return `Het ministerie meldt ${CLAIM_WORDS[said.payload.claim]} in ${by}.`;
  }
}

/** The deadline of what is still open, or what it waits for. */
function theTerm(standing: Standing, named: Named): string[] {
  const { successorId, recurring, awaitingJudgement, late, deadline, original, postponements, frozenOn } = standing;
  const part = standing.status === "partly_met";
  if (successorId !== null) {
    const number = named.numbers.get(successorId);
    const on = number ? `als toezegging ${number}` : "in een andere toezegging";
    return [part ? `De rest gaat verder ${on}.` : `Gaat verder ${on}.`];
  }
  if (recurring) return ["Loopt door; zelf nooit te laat, de brieven die eruit volgen wel."];
  if (awaitingJudgement) return ["Wacht op het oordeel van de commissie."];
  const open = late ? (part ? "De rest is te laat." : "Te laat.") : part ? "De rest staat open." : "Openstaand.";
  const lines = [open, standing.withoutTerm ? withoutTerm(standing) : `Termijn: ${deadlineInWords(deadline)}.`];
  if (late && standing.lateBecause === "letter")
    lines.push(`Niet teruggekomen in ${progressLetter(standing.missedLetterId, named)}.`);
  if (late && standing.lateBecause === "event" && standing.dueOn)
    lines.push(`Waarop werd gewacht, is gebeurd: de termijn liep af op ${dayInWords(standing.dueOn)}.`);
  if (standing.unreviewedLetterId)
    lines.push(`Nog niet nagegaan in ${progressLetter(standing.unreviewedLetterId, named)}.`);
  if (standing.expectedOn && frozenOn === null)
    lines.push(`De volgende voortgangsbrief is verwacht op ${dayInWords(standing.expectedOn)}.`);
  if (postponements > 0)
    lines.push(
      `${postponements === 1 ? "Eén keer" : `${postponements} keer`} uitgesteld; eerst: ${deadlineInWords(original)}.`,
    );
  return lines;
}

const withoutTerm = ({ deadline }: Standing): string =>
  deadline.words === "" ? "Zonder termijn." : `Zonder termijn: gezegd is “${deadline.words}”.`;

/** The letter or list in which something was reported: `de brief van 4 maart 2011 (…)`. */
export function where(event: Told<"reported"> | Told<"deadline_set">, named: Named): string {
  if (event.kind === "reported" && event.payload.list)
    return `de lijst van het ministerie van ${dayInWords(event.payload.list.date)}`;
  const letter = named.letters.get(event.payload.passage?.letterId ?? "");
  return letter ? `de ${letterInBrief(letter)}` : `een brief die op ${dayInWords(event.effectiveOn)} binnenkwam`;
}

export function progressLetter(id: string | null, { letters }: Named): string {
  const letter = letters.get(id ?? "");
  return letter ? `de ${letterInBrief(letter)}` : "de voortgangsbrief";
}

const withoutStop = (reason: string): string => reason.trim().replace(/\.$/, "");
