/**
 * Recesses of both Chambers. The rows are data with a basis each, per chamber, editable by staff; only the summer
 * recess of the Tweede Kamer also follows from a rule.
 */
import { addDays, dayInWords, type IsoDay, nthWeekday, weekday, yearOf } from "./calendar.ts";

export type Chamber = "TK" | "EK";
export type RecessName = "herfst" | "kerst" | "voorjaar" | "mei" | "zomer" | "verkiezing";

export interface Recess {
  chamber: Chamber;
  name: RecessName;
  /** First day of the recess. */
  start: IsoDay;
  /** Last day of the recess. */
  end: IsoDay;
  /** Where the dates come from, in words. */
  basis: string;
  /** Address of that source, or null. */
  source: string | null;
  /** Whether a source gives both dates; false where they follow from a rule or a pattern. */
  verified: boolean;
}

/**
 * The summer recess of the Tweede Kamer by the rule that fits every year with a source: it ends on the Monday before
 * the first Tuesday of September and starts on the Friday 59 days before that Monday.
 */
export function summerRecessByRule(year: number): Recess {
  const end = addDays(nthWeekday(year, 9, 2, 1), -1);
  return {
    chamber: "TK",
    name: "zomer",
    start: addDays(end, -59),
    end,
    basis: "berekend",
    source: null,
    verified: false,
  };
}

/**
 * The first recess of that name and chamber that starts after `after`. For the summer recess of the Tweede Kamer the
 * rule fills in a year that the data lacks; for any other null means: not known yet, so no date follows.
 */
export function nextRecess(
  recesses: readonly Recess[],
  chamber: Chamber,
  name: RecessName,
  after: IsoDay,
): Recess | null {
  for (const year of [yearOf(after), yearOf(after) + 1]) {
    const found = recessIn(recesses, chamber, name, year);
    if (found && found.start > after) return found;
    // Without this year's row a later one would be a guess: this year's may still be to come.
    if (!found && monthMayStillCome(name, year, after)) return null;
  }
  return null;
}

/** The recess of that name that starts in `year`. */
export function recessIn(recesses: readonly Recess[], chamber: Chamber, name: RecessName, year: number): Recess | null {
  const row = recesses.find((r) => r.chamber === chamber && r.name === name && yearOf(r.start) === year);
  if (row) return row;
  return name === "zomer" && chamber === "TK" ? summerRecessByRule(year) : null;
}

const LAST_START: Record<RecessName, string> = {
  voorjaar: "03-10",
  mei: "05-10",
  zomer: "07-15",
  herfst: "10-31",
  kerst: "12-31",
  verkiezing: "12-31",
};

const monthMayStillCome = (name: RecessName, year: number, after: IsoDay): boolean =>
  after <= `${year}-${LAST_START[name]}`;

/**
 * The recesses that a Chamber has every year. The Eerste Kamer speaks of two; it also has days without meetings, which it
 * does not call recess (eerstekamer.nl, 31 August 2009).
 */
const REGULAR: Record<Chamber, readonly RecessName[]> = {
  TK: ["voorjaar", "mei", "zomer", "herfst", "kerst"],
  EK: ["zomer", "kerst"],
};

/**
 * The next recess after a day where the words name none ("voor het reces"). A date follows only where that year's
 * list is complete: with a row for each regular recess that can still come, an earlier one cannot have been missed.
 */
export function nextUnnamedRecess(recesses: readonly Recess[], chamber: Chamber, after: IsoDay): Recess | null {
  for (const year of [yearOf(after), yearOf(after) + 1]) {
    const known = REGULAR[chamber].map((name) => ({ name, recess: recessIn(recesses, chamber, name, year) }));
    if (known.some(({ name, recess }) => recess === null && monthMayStillCome(name, year, after))) return null;
    const elections = recesses.filter(
      (r) => r.chamber === chamber && r.name === "verkiezing" && yearOf(r.start) === year,
    );
    const [next] = [...known.flatMap(({ recess }) => recess ?? []), ...elections]
      .filter(({ start }) => start > after)
      .sort((a, b) => (a.start < b.start ? -1 : 1));
    if (next) return next;
  }
  return null;
}

/** The recess that `on` falls in, if any; the summer recess of the Tweede Kamer by its rule where the data lacks it. */
export function recessOn(recesses: readonly Recess[], chamber: Chamber, on: IsoDay): Recess | null {
  const summer = recessIn(recesses, chamber, "zomer", yearOf(on));
  const all = summer ? [...recesses, summer] : recesses;
  return all.find((r) => r.chamber === chamber && r.start <= on && on <= r.end) ?? null;
}

/** Monday to Friday outside the recess of a chamber. Public holidays are not known here and count as working days. */
export const isWorkingDay = (recesses: readonly Recess[], chamber: Chamber, on: IsoDay): boolean =>
  weekday(on) <= 5 && recessOn(recesses, chamber, on) === null;

export interface RecessProblem {
  field: "chamber" | "name" | "start" | "end" | "basis" | "source";
  message: string;
}

export const RECESS_WORDS: Record<RecessName, string> = {
  voorjaar: "Voorjaarsreces",
  mei: "Meireces",
  zomer: "Zomerreces",
  herfst: "Herfstreces",
  kerst: "Kerstreces",
  verkiezing: "Verkiezingsreces",
};

/** The longest recess on record takes nine weeks; what is longer was typed wrong. */
const LONGEST_DAYS = 100;

/** Why the calendar cannot hold this beside the others: two recesses of one Chamber never share a day. */
export function whyNoRecess(recess: Recess, others: readonly Recess[]): RecessProblem[] {
  const { chamber, name, start, end } = recess;
  if (end < start) return [{ field: "end", message: "De laatste dag ligt voor de eerste." }];
  if (addDays(start, LONGEST_DAYS) < end)
    return [{ field: "end", message: "Dit reces duurt langer dan honderd dagen. Klopt het jaar?" }];
  const same = others.find(
    (one) =>
      one.chamber === chamber && one.name === name && name !== "verkiezing" && yearOf(one.start) === yearOf(start),
  );
  if (same)
    return [
      {
        field: "name",
        message: `Het ${RECESS_WORDS[name].toLowerCase()} van ${yearOf(start)} staat er al. Verbeter dat.`,
      },
    ];
  const shares = others.find((one) => one.chamber === chamber && one.start <= end && start <= one.end);
  if (!shares) return [];
  return [
    {
      field: "start",
      message: `Deze dagen vallen samen met het ${RECESS_WORDS[shares.name].toLowerCase()} dat begint op ${dayInWords(shares.start)}.`,
    },
  ];
}
