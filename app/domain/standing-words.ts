/** A standing told in words, for pages, feeds and mail alike. */
import { dayInWords, type IsoDay } from "./calendar.ts";
import { daysInWords, STATUS_WORDS } from "./commitment.ts";
import { awaitsRecess, type Deadline } from "./deadline.ts";
import type { Standing } from "./standing.ts";

/** `voldaan, vier dagen te laat`; `openstaand, drie dagen te laat`; `openstaand`. */
export function standingInWords(standing: Standing): string {
  const status = STATUS_WORDS[standing.status];
  if (standing.status === "met" && standing.daysLateInForce)
    return `${status}, ${daysInWords(standing.daysLateInForce)} te laat`;
  if (standing.status === "met") return standing.dueOn ? `${status}, op tijd` : status;
  return standing.late ? `${status}, ${daysInWords(standing.daysLate)} te laat` : status;
}

/** Names a letter by its day; null where the reader cannot see it. */
export type LetterDay = (letterId: string) => IsoDay | null;

const theLetter = (id: string, letterDay: LetterDay): string => {
  const day = letterDay(id);
  return day ? `de brief van ${dayInWords(day)}` : "de voortgangsbrief";
};

/** What the status means for this commitment on this day, in a sentence that is true of it and not only of the word. */
export function standingExplained(standing: Standing, letterDay: LetterDay): string {
  const { status, dueOn, recurring, frozenOn, asOf } = standing;
  const on = frozenOn ?? asOf;
  if (status === "lapsed")
    return "Deze toezegging hoeft niet meer te worden nagekomen. Dat is iets anders dan voldaan.";
  if (status === "met") return "De Kamer heeft gekregen wat is beloofd. Dat zegt niets over hoe goed het antwoord is.";
  if (standing.successorId)
    return "Een deel is nagekomen. De rest gaat verder in een andere toezegging, en alleen die telt als openstaand.";
  if (recurring)
    return "Deze toezegging loopt door en is zelf nooit te laat. De brieven die eruit volgen, kunnen dat wel zijn.";
  if (standing.unreviewedLetterId) {
    return `Nog niet nagegaan in ${theLetter(standing.unreviewedLetterId, letterDay)}. Die brief is er, maar in dit register is nog niet gekeken of het antwoord erin staat.`;
  }
  const part = standing.disagreed
    ? "Het ministerie meldt dat dit is nagekomen. De commissie oordeelt anders."
    : status === "partly_met"
      ? "Een deel is nagekomen. Op de rest kent het register nog geen antwoord."
      : "Het register kent nog geen antwoord.";
  if (standing.awaitingJudgement)
    return "Wacht op oordeel: het ministerie zegt dat dit is nagekomen, de commissie beslist.";
  if (standing.late && standing.missedLetterId)
    return `${part} Niet teruggekomen in ${theLetter(standing.missedLetterId, letterDay)}.`;
  if (standing.late && dueOn) return `${part} De termijn liep af op ${dayInWords(dueOn)}.`;
  if (standing.withoutTerm)
    return `${part} Er is geen termijn waar een dag uit volgt; daarom kan deze toezegging niet te laat worden.`;
  if (dueOn) return `${part} De termijn loopt ${dueOn < on ? "af" : "tot en met"} ${dayInWords(dueOn)}.`;
  return part;
}

/** What else a reader should know, each in a sentence. */
export function standingRemarks(standing: Standing): string[] {
  const { expectedOn, planning, frozenOn, asOf } = standing;
  const remarks: string[] = [];
  if (expectedOn && frozenOn === null) {
    remarks.push(
      expectedOn < asOf
        ? `De volgende voortgangsbrief werd verwacht op ${dayInWords(expectedOn)} en is er nog niet.`
        : `De volgende voortgangsbrief is verwacht op ${dayInWords(expectedOn)}.`,
    );
  }
  if (planning) {
    remarks.push(
      `Planning van het ministerie, niet aan de Kamer gemeld: ${deadlineInWords(planning)}. De termijn verschuift daardoor niet.`,
    );
  }
  if (frozenOn) remarks.push(`Stand op ${dayInWords(frozenOn)}; dit dossier wordt niet meer bijgehouden.`);
  return remarks;
}

/** `“in februari 2011” (uiterlijk 28 februari 2011)`, `zonder termijn`. The words as they were said come first. */
export function deadlineInWords(deadline: Deadline): string {
  if (deadline.words === "") return "zonder termijn";
  const period = periodInWords(deadline.earliest, deadline.latest);
  if (period) return deadline.words === period ? `“${deadline.words}”` : `“${deadline.words}” (${period})`;
  return awaitsRecess(deadline) ? `“${deadline.words}” (reces nog niet bekend)` : `“${deadline.words}”`;
}

/** How the period follows, without the words themselves in front. */
export function derivationInWords({ words, derived }: Deadline): string {
  const how = words !== "" && derived.startsWith(`${words}: `) ? derived.slice(words.length + 2) : derived;
  return how.charAt(0).toUpperCase() + how.slice(1);
}

/** `uiterlijk 7 juli 2011`, `1 januari 2012` where it is one day; null without a last day. */
function periodInWords(earliest: IsoDay | null, latest: IsoDay | null): string | null {
  if (latest === null) return earliest === null ? null : `niet eerder dan ${dayInWords(earliest)}`;
  return earliest === latest ? dayInWords(latest) : `uiterlijk ${dayInWords(latest)}`;
}
