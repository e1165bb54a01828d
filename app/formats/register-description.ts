/** What goes along with the register as it is taken along, so that a file says by itself what it is. */
import { dayInWords, type Instant, type IsoDay, instantInWords } from "#app/domain/calendar.ts";

export interface RegisterDescription {
  /** The filter as one sentence, with how many there are. */
  sentence: string;
  total: number;
  asOf: IsoDay;
  /** What was recorded by then; what came later is not in it. */
  fixedAt: Instant;
  /** The page that shows the same, and the address that shows it so for good. */
  address: string;
  fixedAddress: string;
  /** What is followed and until when, in a sentence. */
  coverage: string;
  /** A row is made up for a demonstration. */
  holdsInvented: boolean;
}

/** Facts about who promised what are free for all; the texts are the register's own words. */
export const LICENCE = {
  name: "CC0 1.0",
  address: "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
  words: "Vrij te gebruiken, ook zonder bronvermelding (CC0 1.0). Noem de peildatum erbij: de stand verandert.",
} as const;

const INVENTED = "Een deel van deze rijen is een verzonnen voorbeeld; zie de kolom Verzonnen voorbeeld.";

/** The same as rows of two cells: what it is, and what it says. */
export const describedInRows = (described: RegisterDescription): [string, string][] => [
  ["Wat dit is", described.sentence],
  ["Peildatum", dayInWords(described.asOf)],
  ["Vastgelegd tot en met", described.fixedAt ? instantInWords(described.fixedAt) : "Er is nog niets vastgelegd."],
  ["Dezelfde lijst als pagina", described.address],
  ["Vast adres van deze stand", described.fixedAddress],
  ["Wat het register volgt", described.coverage],
  ["Gebruik", `${LICENCE.words} ${LICENCE.address}`],
  ...(described.holdsInvented ? [["Let op", INVENTED] as [string, string]] : []),
];
