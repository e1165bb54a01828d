/** Outcomes that are not a page: the one place where they become an HTTP status. */
import type { StoreFailure } from "#db/store-failure.ts";

/** Thrown by loaders and actions, shown by the error page: a plain sentence, and what one can do now. */
export interface Trouble {
  heading: string;
  sentence: string;
}

const trouble = (status: number, heading: string, sentence: string): Response =>
  Response.json({ heading, sentence } satisfies Trouble, { status });

/** "Not yours" and "not there" are the same answer. */
export const notFound = (): Response =>
  trouble(
    404,
    "Deze pagina is er niet",
    "Misschien is het adres verkeerd overgenomen, of is wat hier stond weggehaald.",
  );

/** It was there and no longer is: told, because its address was public. */
export const gone = (heading: string, sentence: string): Response => trouble(410, heading, sentence);

/** For a write without a session: going back in the browser keeps what was typed. */
export const signInFirst = (): Response =>
  trouble(
    401,
    "U bent niet (meer) ingelogd",
    "Wat u typte is niet opgeslagen, maar ook niet weg. Log in een ander tabblad opnieuw in, ga hier terug met de knop van uw browser en verstuur het formulier nog een keer.",
  );

export const unprocessable = (heading: string, sentence: string): Response => trouble(422, heading, sentence);

export const isTrouble = (data: unknown): data is Trouble =>
  typeof data === "object" && data !== null && "heading" in data && "sentence" in data;

export type StoreTrouble = Trouble & { status: number };

const UNCHANGED = "Wat al in het register stond, is niet veranderd.";

/** What the machine did to the database: nothing was kept, and nothing was lost. */
export const storeTrouble = (failure: StoreFailure): StoreTrouble => STORE_TROUBLES[failure];

const STORE_TROUBLES: Record<StoreFailure, StoreTrouble> = {
  full: {
    status: 507,
    heading: "Het register heeft geen ruimte meer",
    sentence: `Wat u verstuurde, is niet opgeslagen. ${UNCHANGED} De beheerder moet eerst ruimte maken.`,
  },
  read_only: {
    status: 503,
    heading: "Het register kan nu niets opslaan",
    sentence: `Wat u verstuurde, is niet opgeslagen. ${UNCHANGED} Lezen kan nog wel. Meld dit aan de beheerder.`,
  },
  busy: {
    status: 503,
    heading: "Het register is even bezet",
    sentence: `Wat u verstuurde, is niet opgeslagen. ${UNCHANGED} Probeer het over een minuut opnieuw.`,
  },
  disk: {
    status: 503,
    heading: "Het register kan nu niets opslaan",
    sentence: `Wat u verstuurde, is niet opgeslagen, want de schijf geeft fouten. ${UNCHANGED} Meld dit aan de beheerder.`,
  },
};
