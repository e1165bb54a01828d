/** Preparing a progress letter in words, for the page and for the outline. */
import { dayInWords, daysBetween, type IsoDay } from "./calendar.ts";
import { CLAIM_WORDS, daysInWords, REST_WORDS } from "./commitment.ts";
import { ASKED_ORDER, type AskedBecause, type LastReport, type PreparedCommitment } from "./letter-preparation.ts";
import { paperInWords, parsePaper } from "./paper.ts";
import type { DraftCommitment } from "./reading/draft-check.ts";
import type { ExpectedLetter } from "./rhythm.ts";
import { deadlineInWords } from "./standing-words.ts";

export const BECAUSE_WORDS: Record<AskedBecause, string> = {
  promised: "beloofd voor deze brief",
  late: "te laat",
  shifted: "verschoven naar deze brief",
  due: "termijn loopt af voor deze brief",
  unreviewed: "beloofd voor een eerdere brief, nog niet nagegaan",
  after: "termijn loopt af voor de brief erna",
  optional: "zonder termijn",
};

/** `3 beloofd voor deze brief`: of each reason that there is, in order. */
export const askedCounts = (asked: readonly { because: AskedBecause }[]): string[] =>
  ASKED_ORDER.flatMap((because) => {
    const count = asked.filter((one) => one.because === because).length;
    return count === 0 ? [] : [`${count} ${BECAUSE_WORDS[because]}`];
  });

/** When the letter is expected, and how that is known. */
export function expectedInWords(expected: ExpectedLetter | null, overdueDays: number): string {
  if (!expected) return "Er is geen dag bekend waarop de volgende voortgangsbrief wordt verwacht.";
  const source = expected.basis === "told" ? "zoals aan de Kamer gemeld" : "volgens het ritme van het dossier";
  return overdueDays > 0
    ? `De voortgangsbrief is ${daysInWords(overdueDays)} te laat: verwacht op ${dayInWords(expected.day)}, ${source}.`
    : `De volgende voortgangsbrief wordt verwacht op ${dayInWords(expected.day)}, ${source}.`;
}

/** What `BECAUSE_WORDS` leaves to say of it, each a sentence. Its standing is of the day of the letter. */
export function askedInWords({ because, standing }: PreparedCommitment, today: IsoDay, sentOn: IsoDay): string[] {
  const { dueOn } = standing;
  switch (because) {
    case "unreviewed":
      return ["Die brief is er. Kijk eerst of het antwoord daarin staat."];
    case "late":
      return lateInWords(standing, today, sentOn);
    case "shifted":
      return [`De termijn is ${times(standing.postponements)} verschoven.`, ...passedInWords(dueOn, sentOn)];
    case "due":
      return passedInWords(dueOn, sentOn);
    default:
      return [];
  }
}

const times = (count: number): string => (count === 1 ? "één keer" : `${count} keer`);

/** Of what is not late yet, and will be by the time that the letter goes. */
const passedInWords = (dueOn: IsoDay | null, sentOn: IsoDay): string[] =>
  dueOn !== null && dueOn < sentOn
    ? [`Dat is ${daysInWords(daysBetween(dueOn, sentOn))} voordat de brief weggaat: antwoord eerder, of meld uitstel.`]
    : [];

function lateInWords(
  { dueOn, lateBecause, daysLate, lateFrom }: PreparedCommitment["standing"],
  today: IsoDay,
  sentOn: IsoDay,
): string[] {
  if (dueOn === null || lateFrom === null) return [];
  const why =
    lateBecause === "letter"
      ? `niet teruggekomen in de voortgangsbrief van ${dayInWords(dueOn)}`
      : `de termijn liep af op ${dayInWords(dueOn)}`;
  const then = sentOn === today ? "" : `, op de dag van de brief ${daysInWords(daysLate)}`;
  return [`Vandaag ${daysInWords(daysLate - daysBetween(today, sentOn))} te laat${then}: ${why}.`];
}

/**
 * Of what is late: whether the Kamer knows that it comes later. For the desk only: it names what the ministry plans.
 */
export function toldInWords({ standing, lastReport: last }: PreparedCommitment): string {
  const { planning, postponements } = standing;
  if (planning) return `Planning van het ministerie, niet aan de Kamer gemeld: ${deadlineInWords(planning)}.`;
  if (last?.claim === "postpones" && last.rest !== "new_deadline")
    return `Op ${dayInWords(last.on)} is de Kamer gemeld dat het later wordt, zonder nieuwe termijn.`;
  if (postponements > 0)
    return `De termijn is eerder ${times(postponements)} verschoven. Dat het nu weer later wordt, is de Kamer niet gemeld.`;
  return "De Kamer is niet gemeld dat het later wordt.";
}

/** `tussenstand, brief van 4 maart 2011 (passage 3)`. */
export function reportInWords({ on, claim, rest, letter, anchor, place }: LastReport): string {
  const where = anchor ? `passage ${anchor.slice(1)}` : place;
  const source = letter
    ? `brief van ${dayInWords(letter.date)}${where ? ` (${where})` : ""}`
    : `lijst van ${dayInWords(on)}`;
  const left = rest === "unchanged" ? "" : `; ${REST_WORDS[rest]}`;
  return `${CLAIM_WORDS[claim]}, ${source}${left}`;
}

/** Why an open commitment is not asked of this letter. */
export function notAskedInWords({ standing }: DraftCommitment): string {
  const { recurring, countsAsOpen, awaitingJudgement, frozenOn, dueOn, deadline } = standing;
  if (frozenOn !== null) return "het dossier wordt niet meer bijgehouden";
  if (recurring) return "loopt door: elke voortgangsbrief is er een van";
  if (!countsAsOpen) return "de rest gaat verder in een andere toezegging";
  if (awaitingJudgement) return "wacht op het oordeel van de commissie";
  if (dueOn !== null) return `termijn tot en met ${dayInWords(dueOn)}`;
  return `termijn: ${deadlineInWords(deadline)}`;
}

/** Where it was promised, to whom and in which words: one sentence for the outline. */
export function promisedInWords({ origin, to, quote, text, title }: PreparedCommitment): string {
  const words = quote ?? (text === title ? null : text);
  const paper = citedAs(origin.paper);
  return [
    `beloofd in ${origin.kind === "debate" ? `het ${origin.words}` : `de ${origin.words}`}`,
    paper && ` (${paper})`,
    to.length > 0 && ` aan ${to.join(" en ")}`,
    words === null ? "." : `: “${words}”`,
  ]
    .filter(Boolean)
    .join("");
}

/** `Kamerstuk 32 500 VI, nr. 75`; as it was typed where that is no number we know. */
export function citedAs(paper: string | null): string | null {
  const known = paper === null ? null : parsePaper(paper);
  return known ? `Kamerstuk ${paperInWords(known)}` : paper;
}
