/** A reminder (rappel): what a committee asks a ministry about on a day, in three groups. Which row goes where is decided here. */
import { addMonths, dayInWords, type IsoDay } from "./calendar.ts";
import { ownNumber } from "./numbers.ts";
import type { Chamber } from "./recess.ts";
import type { Standing, Status } from "./standing.ts";
import { deadlineInWords, type LetterDay } from "./standing-words.ts";

export const REMINDER_GROUPS = ["late", "coming", "without_term"] as const;
export type ReminderGroup = (typeof REMINDER_GROUPS)[number];

/** One commitment as the reminder names it: words, so that it stays what was sent whatever becomes of it. */
export interface ReminderRow {
  commitmentId: string;
  number: string;
  title: string;
  group: ReminderGroup;
  madeOn: IsoDay;
  /** Where it was made: "Commissiedebat van 4 maart 2011 (32 500 VI, nr. 75)". */
  origin: string;
  /** To which members; empty: to the Kamer. */
  to: string[];
  office: string;
  dossier: string;
  isInvented: boolean;
  status: Status;
  /** Of a late one; 0 otherwise. */
  daysLate: number;
  deadline: string;
  /** Why it is late or when it is due, in a few words; empty without a term. */
  due: string;
  /** Whether the Kamer was told of a later term. */
  postponed: string;
}

/** What was sent. Kept as it is, for good. */
export interface ReminderEdition {
  committee: string;
  ministry: string;
  chamber: Chamber;
  asOf: IsoDay;
  rows: ReminderRow[];
}

/** `R2026-0001`: the year in which it was sent, and a serial within it. */
export const reminderNumber = (sentOn: IsoDay, serial: number): string => `R${ownNumber(sentOn, serial)}`;

/** The last day of the half year that a reminder looks ahead. */
const lookAheadUntil = (asOf: IsoDay): IsoDay => addMonths(asOf, 6);

/** The heading of a group. */
export const groupInWords = (group: ReminderGroup, asOf: IsoDay): string =>
  ({
    late: "Te laat",
    coming: `Te verwachten tot en met ${dayInWords(lookAheadUntil(asOf))}`,
    without_term: "Zonder termijn",
  })[group];

/** Why something that is open is not asked about. */
export type LeftOut = "judgement" | "unreviewed" | "later" | "awaited" | "recurring" | "ended";

export const LEFT_OUT_WORDS: Record<LeftOut, string> = {
  judgement: "wacht op het oordeel van de commissie",
  unreviewed: "kan beantwoord zijn in een brief die het ministerie nog niet heeft nagegaan",
  later: "heeft een termijn die later dan een half jaar afloopt",
  awaited: "wacht op iets waarvan de dag niet bekend is",
  recurring: "loopt door en heeft zelf geen termijn",
  ended: "hoort bij een dossier dat niet meer wordt bijgehouden",
};

/** The group of a commitment as it stands, or why it is in none; null for what is settled or went on in another. */
export function placeInReminder(standing: Standing): { group: ReminderGroup } | { leftOut: LeftOut } | null {
  if (!standing.countsAsOpen) return null;
  if (standing.frozenOn !== null) return { leftOut: "ended" };
  if (standing.recurring) return { leftOut: "recurring" };
  if (standing.awaitingJudgement) return { leftOut: "judgement" };
  if (standing.late) return { group: "late" };
  // A letter that was expected and has not come yet is still to come.
  const due = standing.dueOn ?? standing.expectedOn;
  if (due !== null) return due <= lookAheadUntil(standing.asOf) ? { group: "coming" } : { leftOut: "later" };
  if (standing.withoutTerm) return { group: "without_term" };
  return { leftOut: standing.unreviewedLetterId === null ? "awaited" : "unreviewed" };
}

/** Why it is late, or when it is due. */
export function dueInWords({ late, dueOn, expectedOn, missedLetterId }: Standing, letterDay: LetterDay): string {
  if (late && missedLetterId) {
    const day = letterDay(missedLetterId);
    return `niet teruggekomen in ${day ? `de brief van ${dayInWords(day)}` : "de voortgangsbrief"}`;
  }
  if (dueOn) return late ? `termijn liep af op ${dayInWords(dueOn)}` : `uiterlijk ${dayInWords(dueOn)}`;
  return expectedOn ? `voortgangsbrief verwacht op ${dayInWords(expectedOn)}` : "";
}

/** What is known of later terms: told to the Kamer, or only planned. */
export function postponedInWords({ postponements, planning }: Standing): string {
  const told = postponements === 1 ? "1 keer uitstel gemeld" : `${postponements} keer uitstel gemeld`;
  const planned = planning && `planning die niet aan de Kamer is gemeld: ${deadlineInWords(planning)}`;
  return [postponements > 0 && told, planned].filter(Boolean).join("; ") || "geen uitstel gemeld";
}

/** Longest late first, then what comes first, then by number. */
export const inReminderOrder = (rows: readonly (ReminderRow & { on: IsoDay | null })[]) =>
  [...rows].sort(
    (a, b) =>
      b.daysLate - a.daysLate ||
      (a.on ?? "9").localeCompare(b.on ?? "9") ||
      a.number.localeCompare(b.number, "nl", { numeric: true }),
  );

/** How many of each group: "2 te laat, 1 te verwachten, 3 zonder termijn". */
export function countsInWords(rows: readonly Pick<ReminderRow, "group">[]): string {
  const count = (group: ReminderGroup) => rows.filter((row) => row.group === group).length;
  return `${count("late")} te laat, ${count("coming")} te verwachten binnen een half jaar, ${count("without_term")} zonder termijn`;
}
