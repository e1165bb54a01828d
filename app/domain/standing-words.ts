/** A standing told in words, for pages, feeds and mail alike. */
import { dayInWords, type IsoDay, monthOf, monthPeriod, yearOf } from "./calendar.ts";
import { daysInWords, STATUS_WORDS } from "./commitment.ts";
import { awaitsRecess, type Deadline, isWithoutTerm } from "./deadline.ts";
import type { Standing } from "./standing.ts";

/** `voldaan, vier dagen te laat`; `openstaand, drie dagen te laat`; `openstaand`. */
export function standingInWords(standing: Standing): string {
  const status = STATUS_WORDS[standing.status];
  if (standing.status === "met" && standing.daysLateInForce)
    return `${status}, ${daysInWords(standing.daysLateInForce)} te laat`;
  if (standing.status === "met") return standing.dueOn ? `${status}, op tijd` : status;
  return standing.late ? `${status}, ${daysInWords(standing.daysLate)} te laat` : status;
}

/** What a reader should know beside the status, each in a sentence. `letterDay` names the letters by their day. */
export function standingRemarks(standing: Standing, letterDay: (letterId: string) => IsoDay | null): string[] {
  const letter = (id: string) => {
    const day = letterDay(id);
    return day ? `de brief van ${dayInWords(day)}` : "de voortgangsbrief";
  };
  const remarks: string[] = [];
  if (standing.late && standing.missedLetterId)
    remarks.push(`Niet teruggekomen in ${letter(standing.missedLetterId)}.`);
  if (standing.unreviewedLetterId) remarks.push(`Nog niet nagegaan in ${letter(standing.unreviewedLetterId)}.`);
  if (standing.awaitingJudgement)
    remarks.push("Wacht op oordeel: het ministerie zegt dat dit is nagekomen, de commissie beslist.");
  if (standing.expectedOn)
    remarks.push(`De volgende voortgangsbrief is verwacht op ${dayInWords(standing.expectedOn)}.`);
  if (standing.successorId)
    remarks.push("Wat nog moet komen, staat in een andere toezegging. Deze telt daarom niet meer als openstaand.");
  if (standing.planning) {
    remarks.push(
      `Planning van het ministerie, niet aan de Kamer gemeld: ${deadlineInWords(standing.planning)}. De termijn verschuift daardoor niet.`,
    );
  }
  if (standing.recurring && standing.countsAsOpen)
    remarks.push("Deze toezegging keert steeds terug en is zelf nooit te laat; de brieven kunnen dat wel zijn.");
  if (standing.frozenOn)
    remarks.push(`Stand per ${dayInWords(standing.frozenOn)}; dit dossier wordt niet meer bijgehouden.`);
  return remarks;
}

/** `in februari 2011 (1 tot en met 28 februari 2011)`, `zonder termijn`. The words as they were said come first. */
export function deadlineInWords(deadline: Deadline): string {
  if (deadline.words === "") return "zonder termijn";
  const period = periodInWords(deadline.earliest, deadline.latest);
  if (period && period !== deadline.words.replace(/^(in|uiterlijk|op|voor) /, ""))
    return `“${deadline.words}” (${period})`;
  if (awaitsRecess(deadline)) return `“${deadline.words}” (reces nog niet bekend)`;
  return isWithoutTerm(deadline) ? `“${deadline.words}” (geen datum)` : `“${deadline.words}”`;
}

/** `februari 2011`, `uiterlijk 7 juli 2011`, `1 juni tot en met 30 september 2011`; null without a last day. */
function periodInWords(earliest: IsoDay | null, latest: IsoDay | null): string | null {
  if (latest === null) return earliest === null ? null : `niet eerder dan ${dayInWords(earliest)}`;
  if (earliest === null || earliest === latest)
    return earliest === latest ? dayInWords(latest) : `uiterlijk ${dayInWords(latest)}`;
  const month = monthPeriod(yearOf(latest), monthOf(latest));
  if (month.earliest === earliest && month.latest === latest) return dayInWords(latest).replace(/^\d+ /, "");
  return `uiterlijk ${dayInWords(latest)}`;
}
