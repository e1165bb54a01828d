/**
 * What became of promises, counted. Each commitment is in one class and no more, so that the classes add up to all that
 * is counted; what lapsed stays in the denominator, or dropping a promise would look like keeping one.
 */
import type { IsoDay } from "./calendar.ts";
import type { State } from "./standing.ts";

/** What counting looks at: a commitment as it stands on a day. */
export interface CountedStanding
  extends Pick<
    State,
    | "status"
    | "countsAsOpen"
    | "recurring"
    | "postponements"
    | "dueOn"
    | "daysLateInForce"
    | "daysLateOriginal"
    | "withoutTerm"
  > {
  madeOn: IsoDay;
  late: boolean;
  /** Its dossier is not followed any more: the standing is of the last day that it was. */
  isFrozen: boolean;
  /** The last day of the first deadline and of the one in force; null where the words name no day. */
  originalLatest: IsoDay | null;
  latest: IsoDay | null;
}

/** In the order in which they are drawn and listed. */
export const OUTCOMES = [
  "met_on_time",
  "met_late",
  "met_unmeasured",
  "open",
  "late",
  "without_term",
  "continued",
  "unfollowed",
  "lapsed",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Record<Outcome, { short: string; means: string }> = {
  met_on_time: {
    short: "op tijd voldaan",
    means:
      "De Kamer kreeg wat is beloofd, uiterlijk op de laatste dag van de termijn die toen gold. Meldde de bewindspersoon eerder uitstel aan de Kamer, dan telt de nieuwe termijn. Hoeveel daarvan tegen de eerste termijn te laat waren, staat erbij.",
  },
  met_late: {
    short: "te laat voldaan",
    means: "De Kamer kreeg wat is beloofd, maar na de termijn die toen gold.",
  },
  met_unmeasured: {
    short: "voldaan, zonder dag om aan te toetsen",
    means: "De Kamer kreeg wat is beloofd. Er was geen termijn, of geen dag waarop die afliep.",
  },
  open: {
    short: "loopt nog",
    means:
      "Nog niet of deels voldaan, met een termijn die nog niet voorbij is. Ook wat wacht op een oordeel van de commissie, en wat zonder einde doorloopt, telt hier.",
  },
  late: {
    short: "te laat",
    means: "Nog niet of deels voldaan, en de termijn die geldt is voorbij.",
  },
  without_term: {
    short: "zonder termijn",
    means: "Nog niet of deels voldaan, zonder termijn waar een dag uit volgt. Zo'n toezegging kan niet te laat worden.",
  },
  continued: {
    short: "gaat verder in een andere toezegging",
    means: "De rest gaat verder in een andere toezegging. Die telt zelf mee, in haar eigen groep.",
  },
  unfollowed: {
    short: "niet meer gevolgd",
    means:
      "Nog niet voldaan op de laatste dag waarop het register dit dossier volgde. Wat daarna gebeurde, weet het register niet.",
  },
  lapsed: {
    short: "vervallen",
    means: "Hoeft niet meer te worden nagekomen. Telt wel mee in het totaal.",
  },
};

/** The one class that a commitment is in. */
export function outcomeOf(standing: CountedStanding): Outcome {
  const { status, daysLateInForce, dueOn } = standing;
  if (status === "lapsed") return "lapsed";
  if (status === "met") return daysLateInForce ? "met_late" : dueOn === null ? "met_unmeasured" : "met_on_time";
  if (!standing.countsAsOpen) return "continued";
  if (standing.isFrozen) return "unfollowed";
  if (standing.late) return "late";
  return standing.withoutTerm ? "without_term" : "open";
}

export interface OutcomeCounts {
  n: number;
  of: Record<Outcome, number>;
  /** Of what was met on time: how many were late against the original deadline. */
  onTimeByPostponement: number;
}

export function outcomeCounts(standings: readonly CountedStanding[]): OutcomeCounts {
  const of = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let onTimeByPostponement = 0;
  for (const standing of standings) {
    const outcome = outcomeOf(standing);
    of[outcome] += 1;
    if (outcome === "met_on_time" && (standing.daysLateOriginal ?? 0) > 0) onTimeByPostponement += 1;
  }
  return { n: standings.length, of, onTimeByPostponement };
}

/** Below this many a share says more about chance than about anybody. */
export const ENOUGH_TO_COMPARE = 10;

export const TOO_FEW = "te weinig om te vergelijken";

/** `45%`, rounded; null where there are too few to compare. */
export const shareInWords = (count: number, n: number): string | null =>
  n < ENOUGH_TO_COMPARE ? null : `${Math.round((count / n) * 100)}%`;

/** The middle of the values, rounded; null where there are too few: one more would move it too far. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < ENOUGH_TO_COMPARE) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return Math.round((low + high) / 2);
}
