/** What the address of a letter that is prepared says: the day of sending, and what was picked for the outline. */

/** `sent` tells a form from which all was taken out from one that was not sent yet. */
export const FIELDS = { day: "dag", pick: "kies", sent: "gekozen" } as const;

/** The id of the box of one thing that can be picked. */
export const pickId = (id: string): string => `${FIELDS.pick}-${id}`;
