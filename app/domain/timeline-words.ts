/** The timeline in words: what the table says beside the drawing, so that nothing is told by the drawing alone. */
import { dayInWords, daysBetween } from "./calendar.ts";
import { daysInWords } from "./commitment.ts";
import { deadlineInWords, standingInWords } from "./standing-words.ts";
import type { CommitmentRow, ItemRow, Stretch, Timeline, Turn } from "./timeline.ts";

const TURN_WORDS: Record<Turn["what"], string> = {
  met: "Voldaan op",
  partly_met: "Deels voldaan op",
  went_on: "De rest ging verder in een andere toezegging op",
  lapsed: "Vervallen op",
  reopened: "Heropend op",
  claimed: "Het ministerie meldde dat dit is nagekomen, en de commissie moest nog oordelen, op",
  postponed: "Uitstel gemeld op",
  letter_in_time: "Een brief op tijd, op",
  letter_late: "Een brief te laat, op",
};

/** The number of a commitment that is shown too; null where there is none. */
export type NumberOf = (id: string) => string | null;

/** The standing in one line: `openstaand, drie dagen te laat`, `deels voldaan, de rest in 2011-0009`. */
export function standInWords({ standing, successorId }: CommitmentRow, numberOf: NumberOf): string {
  const successor = successorId === null ? null : numberOf(successorId);
  return [
    standingInWords(standing),
    ...(successor ? [`de rest in ${successor}`] : []),
    ...(standing.awaitingJudgement ? ["wacht op oordeel"] : []),
    ...(standing.unreviewedLetterId ? ["nog niet nagegaan"] : []),
  ].join(", ");
}

/** Each turn and each stretch of lateness, in the order of the days. */
export function courseInWords({ turns, stretches, successorId }: CommitmentRow, numberOf: NumberOf): string[] {
  const told = [
    ...turns.map((turn) => ({
      on: turn.on,
      words: turnInWords(turn, successorId === null ? null : numberOf(successorId)),
    })),
    ...stretches.flatMap((stretch) =>
      stretch.pace === "late" ? [{ on: stretch.from, words: latenessInWords(stretch) }] : [],
    ),
  ];
  return told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ words }) => words);
}

const turnInWords = ({ what, on }: Turn, successor: string | null): string =>
  what === "went_on" && successor
    ? `De rest ging op ${dayInWords(on)} verder in ${successor}.`
    : `${TURN_WORDS[what]} ${dayInWords(on)}.`;

const latenessInWords = ({ from, until }: Stretch): string =>
  from === until
    ? `Te laat op ${dayInWords(from)} (één dag).`
    : `Te laat van ${dayInWords(from)} tot en met ${dayInWords(until)} (${daysInWords(daysBetween(from, until) + 1)}).`;

/** The deadline in force and those that it replaced, or when the letter that it waits for is expected. */
export function deadlinesInWords({ standing, deadlines }: CommitmentRow): string[] {
  const replaced = deadlines.filter(({ how }) => how === "replaced").map(({ on }) => dayInWords(on));
  const expected = deadlines.find(({ how }) => how === "expected");
  const inForce = deadlines.find(({ how }) => how === "in_force");
  const words = deadlineInWords(standing.deadline);
  return [
    standing.recurring ? `${words}, zonder einde` : words,
    ...(inForce && inForce.on !== standing.deadline.latest ? [`liep af op ${dayInWords(inForce.on)}`] : []),
    ...(expected ? [`verwacht op ${dayInWords(expected.on)}`] : []),
    ...(replaced.length > 0 ? [`eerder: ${replaced.join(", ")}`] : []),
  ];
}

/** What an item says of time beside its own day; null where it says nothing. */
export function periodInWords({ item: { deadline, measure, evidence }, on, period }: ItemRow): string | null {
  if (deadline?.words) return deadlineInWords(deadline);
  if (measure?.term) {
    const from = measure.start ? `, geteld vanaf: ${measure.start.words}` : "";
    const days = period ? ` (${dayInWords(period.earliest)} tot en met ${dayInWords(period.latest)})` : "";
    return `“${measure.term}”${from}${days}`;
  }
  if (evidence && on === null) return evidence.dateWords ?? "zonder datum";
  return null;
}

/** What the drawing shows, in two sentences, for who does not see it. */
export function timelineInWords(timeline: Timeline): string {
  const { span, debates, progressLetters, otherLetters, commitments, items, asOf } = timeline;
  const late = commitments.filter(({ standing }) => standing.late).length;
  const others = Object.values(items).flat().length;
  const counts = [
    counted(debates.length, "debat", "debatten"),
    counted(progressLetters.length, "voortgangsbrief", "voortgangsbrieven"),
    counted(otherLetters.length, "andere brief", "andere brieven"),
    counted(commitments.length, "toezegging", "toezeggingen"),
    counted(others, "andere zaak", "andere zaken"),
  ];
  const lateness =
    commitments.length === 0
      ? ""
      : late === 0
        ? " Op die dag is niets te laat."
        : ` Op die dag ${late === 1 ? "is er één" : `zijn er ${late}`} te laat.`;
  return `Van ${dayInWords(span.from)} tot en met ${dayInWords(span.until)}, naar de stand op ${dayInWords(asOf)}: ${counts.slice(0, -1).join(", ")} en ${counts.at(-1)}.${lateness} Dezelfde feiten staan in de tabel onder de tekening, in dezelfde volgorde.`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
