/** Of whom something is asked now, for the work sheet: what follows from where a commitment stands. */
import { dayInWords } from "./calendar.ts";
import { daysInWords } from "./commitment.ts";
import type { Standing } from "./standing.ts";

export interface Asked {
  who: string;
  what: string;
}

/** @param handedTo the name of the ministry that has yet to accept it */
export function askedNow(standing: Standing, ministry: string, handedTo: string | null): Asked[] {
  const asked: Asked[] = [];
  if (handedTo) asked.push({ who: handedTo, what: "de overdracht aanvaarden of weigeren" });
  const { status, frozenOn, recurring, late, daysLate, dueOn } = standing;
  if (frozenOn || status === "met" || status === "lapsed") return asked;
  if (standing.awaitingJudgement)
    return [...asked, { who: "De commissie", what: "oordelen over wat het ministerie meldt" }];
  if (standing.unreviewedLetterId) asked.push({ who: ministry, what: "de brief nagaan die nu binnen is" });
  if (standing.successorId) return asked;
  if (recurring)
    return [...asked, { who: ministry, what: "een brief sturen, telkens volgens het ritme van het dossier" }];
  if (late)
    asked.push({ who: ministry, what: `alsnog antwoorden, of uitstel melden: ${daysInWords(daysLate)} te laat` });
  else if (dueOn) asked.push({ who: ministry, what: `antwoorden, uiterlijk ${dayInWords(dueOn)}` });
  else if (standing.withoutTerm) asked.push({ who: ministry, what: "antwoorden; er is geen termijn genoemd" });
  else if (!standing.unreviewedLetterId) asked.push({ who: ministry, what: "antwoorden, wanneer de termijn daar is" });
  return asked;
}
