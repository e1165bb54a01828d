/** How the forms of a reminder name their boxes. Pure, because their components need it too. */

/** The choice that leaves a row as it is. */
export const NOTHING_YET = "niets";

/** One box of the answer to a row, by the place of the row in the edition, which never changes. */
export const answerBox = (at: number, name: string): string => `antwoord-${at}-${name}`;

/** The row itself, for a link to it. */
export const rowId = (at: number): string => `toezegging-${at + 1}`;

/** What a clerk chooses for an answer, by the place of its row. */
export const takingBox = (at: number, name: "hoe" | "reden"): string => `kies-${at}-${name}`;
