/** The query parameters of the API: what each may be, and in a Dutch sentence what is wrong with what was asked. */
import { z } from "zod";
import { distanceBetween } from "#app/domain/alike.ts";
import { isInstant, isIsoDay } from "#app/domain/calendar.ts";

export interface Parameter {
  /** Of one value, as it is written in an address. */
  is: z.ZodType;
  /** What it means, for who reads about it. */
  means: string;
  /** What may be written, for who wrote something else. */
  right: string;
  /** May be given more than once: any of them. */
  many?: true;
  /** How the page writes it; it is understood as well, so that the query of a page can be copied. */
  onPage?: string;
}
export type Parameters = Record<string, Parameter>;

export interface QueryProblem {
  name: string;
  detail: string;
}

export const dayParameter = (means: string): Parameter => ({
  is: z.iso.date().refine(isIsoDay),
  means,
  right: "een dag als 2011-03-04",
});

export const choiceParameter = (
  words: readonly [string, ...string[]],
  means: string,
  more: Partial<Parameter> = {},
) => ({
  is: z.enum(words),
  means,
  right: words.length === 1 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} of ${words.at(-1)}`,
  ...more,
});

export const idParameter = (means: string, right: string): Parameter => ({
  is: z.string().max(200),
  means,
  right,
});

/** The two clocks of every question to the register. */
export const CLOCKS = {
  peildatum: dayParameter("De dag waarvoor u het register vraagt. Zonder: vandaag. Een latere dag kan niet."),
  bekend: {
    is: z.string().refine((asked) => isIsoDay(asked) || isInstant(utc(asked))),
    means:
      "Alleen wat toen was vastgelegd telt mee. Met peildatum erbij geeft een adres voorgoed hetzelfde. Zonder: alles wat nu bekend is.",
    right: "een tijdstip als 2026-11-01T09:30:00Z, of een dag (het eind daarvan)",
  },
} satisfies Parameters;

const MOST = 100;
const USUAL = 25;

export const PAGING = {
  limit: {
    is: z.string().regex(/^(?:[1-9]\d?|100)$/),
    means: `Hoeveel er hoogstens in één antwoord staan: 1 tot en met ${MOST}. Zonder: ${USUAL}.`,
    right: `een getal van 1 tot en met ${MOST}`,
  },
  cursor: {
    is: z.string().regex(/^[\w-]{1,400}$/),
    means: "Waar het vorige antwoord ophield. Volg liever links.next: daar staat alles al in.",
    right: "een cursor uit links.next van een eerder antwoord",
  },
} satisfies Parameters;

export const limitIn = (query: URLSearchParams): number => Number(query.get("limit") || USUAL);

/** These say where one is in the list of a page; an answer has `links.next`. */
const ONLY_ON_PAGES = ["pagina", "na", "voor"];

/** What is wrong with a query, all of it; a parameter without a value counts as not given. */
export function problemsIn(query: URLSearchParams, known: Parameters): QueryProblem[] {
  const names = [...new Set(query.keys())];
  return names.flatMap((name) => {
    const parameter = Object.hasOwn(known, name) ? known[name] : byPageName(known, name)?.[1];
    if (!parameter) return { name, detail: unknown(name, Object.keys(known)) };
    const values = query.getAll(name).filter((value) => value !== "");
    if (values.length > 1 && !parameter.many)
      return {
        name,
        detail: `De parameter “${shortened(name)}” staat er meer dan één keer, en kan maar één waarde hebben.`,
      };
    return values
      .filter((value) => !parameter.is.safeParse(value).success)
      .map((value) => ({
        name,
        detail: `“${shortened(value)}” kan niet bij de parameter “${name}”. Goed is: ${parameter.right}.`,
      }));
  });
}

const byPageName = (known: Parameters, name: string): [string, Parameter] | undefined =>
  Object.entries(known).find(([, { onPage }]) => onPage === name);

function unknown(name: string, known: string[]): string {
  const says = `De parameter “${shortened(name)}” is er niet.`;
  if (ONLY_ON_PAGES.includes(name)) return `${says} De API bladert met links.next van het vorige antwoord.`;
  const [nearest] = known
    .map((one) => ({ one, far: distanceBetween(name.slice(0, 40).toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const isNear = nearest && nearest.far <= Math.max(2, Math.floor(nearest.one.length / 3));
  if (isNear) return `${says} Bedoelt u “${nearest.one}”?`;
  return known.length === 0 ? `${says} Dit adres neemt geen parameters.` : `${says} Wel zijn er: ${known.join(", ")}.`;
}

const shortened = (typed: string): string => typed.slice(0, 40);

/** A moment with any offset from UTC as the register writes moments; anything else as it is. */
export function utc(asked: string): string {
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i.test(asked);
  const at = isMoment ? new Date(asked.toUpperCase()) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : asked;
}

/** The query as pages write it: what has another name there under that one, moments in UTC, and nothing of paging. */
export function asPagesWriteIt(query: URLSearchParams, known: Parameters): URLSearchParams {
  const written = new URLSearchParams();
  for (const [name, value] of query) {
    if (value === "" || name in PAGING) continue;
    written.append(known[name]?.onPage ?? name, name === "bekend" ? utc(value) : value);
  }
  return written;
}
