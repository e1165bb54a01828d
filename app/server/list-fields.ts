/** What the pages of a list show and send. Pure, because their components need it too. */

export const columnField = (column: number): string => `kolom-${column}`;
export const orderField = (column: number): string => `orde-${column}`;
export const wordField = (at: number): string => `woord-${at}`;

/** "1.250". */
export const figure = (count: number): string => count.toLocaleString("nl-NL");

/** "één rij", "1.250 rijen". */
export const rowsInWords = (rows: number): string => (rows === 1 ? "één rij" : `${figure(rows)} rijen`);
