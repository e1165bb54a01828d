/** What an annex says around its tables, on the page and on paper alike. */
import { DIFFERENCES, type Difference } from "./annex-comparison.ts";
import { dayInWords, type IsoDay } from "./calendar.ts";

/** What an annex was asked for. */
export interface AnnexQuestion {
  ministryId: string;
  /** The budget chapter, as it goes into the heading: `VI`; the register keeps none. Null where not said. */
  chapter: string | null;
  cutOff: IsoDay;
  /** An earlier cut-off date to compare with, or null. */
  since: IsoDay | null;
  /** Each day as the register knew it at the end of that day, or by what is known now. */
  asThen: boolean;
  /** Of what is done only what was not done yet on the earlier date. */
  onlySince: boolean;
}

export const annexTitle = ({ chapter }: Pick<AnnexQuestion, "chapter">): string =>
  chapter === null
    ? "Door bewindslieden gedane toezeggingen"
    : `Begroting hoofdstuk ${chapter}: door bewindslieden gedane toezeggingen`;

/** Of whom and of which day it is, and by what was known when. */
export function annexLead({ cutOff, asThen }: AnnexQuestion, ministry: string): string {
  const known = asThen ? "Zoals het register die dag was." : "Met wat nu bekend is.";
  return `${ministry}. Stand op ${dayInWords(cutOff)}. ${known}`;
}

/** How the tables are divided. */
export function annexRules({ since, onlySince }: AnnexQuestion): string {
  const done = "Onder Afgerond staat wat voldaan is, wat vervallen is (met de reden) en wat verdergaat als een andere";
  const from = since && onlySince ? ` Alleen wat na ${dayInWords(since)} is afgerond, staat erbij.` : "";
  return `${done} toezegging. Vervallen is niet hetzelfde als voldaan. Alles andere staat onder In behandeling.${from}`;
}

export interface DifferenceGroup {
  heading: string;
  rows: Difference[];
}

/** The differences by what they are; kinds of which there are none fall away. */
export const groupsOf = (differences: readonly Difference[]): DifferenceGroup[] =>
  Object.entries(DIFFERENCES).flatMap(([kind, heading]) => {
    const rows = differences.filter((difference) => difference.kind === kind);
    return rows.length === 0 ? [] : [{ heading, rows }];
  });

/** `7 verschillen: 3 nieuw, 2 afgerond, 2 verdwenen.` */
export function differencesInWords(differences: readonly Difference[]): string {
  if (differences.length === 0) return "Er is geen verschil tussen de twee dagen.";
  const parts = groupsOf(differences).map(({ heading, rows }) => `${rows.length} ${heading.toLowerCase()}`);
  return `${differences.length === 1 ? "1 verschil" : `${differences.length} verschillen`}: ${parts.join(", ")}.`;
}
