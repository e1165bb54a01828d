/** How old it is what is open: counted from the day of the promise, in bands. */
import { addMonths, daysBetween, type IsoDay } from "./calendar.ts";
import { type CountedStanding, medianOf, outcomeOf } from "./outcome.ts";

/** Until so many months after the promise, that day not included; the last has no end. */
const BANDS = [
  { label: "korter dan 3 maanden", months: 3 },
  { label: "3 maanden tot een half jaar", months: 6 },
  { label: "een half jaar tot 1 jaar", months: 12 },
  { label: "1 tot 2 jaar", months: 24 },
  { label: "2 tot 4 jaar", months: 48 },
  { label: "4 jaar of langer", months: null },
] as const;

export interface AgeBand {
  label: string;
  late: number;
  open: number;
  without_term: number;
}

export interface OpenAges {
  n: number;
  bands: AgeBand[];
  /** In days; null where there are too few. */
  median: number | null;
  /** Promises without an end are open for good: their age says nothing, so they are not in the bands. */
  recurring: number;
}

export function openAges(standings: readonly CountedStanding[], asOf: IsoDay): OpenAges {
  const bands = BANDS.map(({ label }) => ({ label, late: 0, open: 0, without_term: 0 }));
  const ages: number[] = [];
  let recurring = 0;
  for (const standing of standings) {
    const outcome = outcomeOf(standing);
    if (outcome !== "open" && outcome !== "late" && outcome !== "without_term") continue;
    if (standing.recurring) recurring += 1;
    else {
      const at = BANDS.findIndex(({ months }) => months === null || asOf < addMonths(standing.madeOn, months));
      const band = bands[at];
      if (band) band[outcome] += 1;
      ages.push(daysBetween(standing.madeOn, asOf));
    }
  }
  return { n: ages.length, bands, median: medianOf(ages), recurring };
}
