/** What goes wrong, as the API tells it: RFC 9457, in Dutch. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { component, field, text } from "./components.ts";
import type { QueryProblem } from "./query.ts";

export const Problem = component("Problem", "Wat er misging, volgens RFC 9457.", {
  type: field(z.url(), "Waar de soort fout is uitgelegd."),
  title: text("De soort fout."),
  status: field(z.int().min(400).max(599), "De statuscode."),
  detail: text("Wat er precies misging en wat u kunt doen."),
  errors: field(
    z
      .array(
        component("ParameterProblem", "Wat er mis is met een parameter.", {
          name: text("De parameter, zoals die in de vraag stond."),
          detail: text("Wat er mis mee is en wat goed is."),
        }),
      )
      .optional(),
    "Alles wat mis is met de parameters, bij elkaar.",
  ),
});

/** Each kind of fault, for the answer and for the page that explains them. */
export const FAULTS = {
  400: { title: "De vraag klopt niet", means: "Een parameter is er niet, of kan deze waarde niet hebben." },
  404: { title: "Dit is er niet", means: "Het adres is verkeerd, of wat u vraagt was er op de peildatum nog niet." },
  405: { title: "Dit kan hier niet", means: "De API is om te lezen: alleen GET, HEAD en OPTIONS." },
  410: { title: "Dit is ingetrokken", means: "Het was openbaar en telt niet meer mee. De reden staat erbij." },
  429: { title: "Te veel vragen", means: "Wacht zo lang als Retry-After zegt en ga dan verder." },
  500: { title: "Er ging iets mis", means: "Dat ligt niet aan u. Meld het met het nummer dat erbij staat." },
  503: { title: "Het register is even bezet", means: "Probeer het later opnieuw." },
} as const;
export type Fault = keyof typeof FAULTS;

export const isFault = (status: number): status is Fault => Object.hasOwn(FAULTS, status);

export const problem = (
  origin: string,
  status: Fault,
  detail: string,
  errors?: QueryProblem[],
): z.infer<typeof Problem> => ({
  type: `${origin}${paths.api}#fout-${status}`,
  title: FAULTS[status].title,
  status,
  detail,
  ...(errors && { errors }),
});

/** A question of which parameters are wrong: all of them at once. */
export function wrongQuery(origin: string, wrong: QueryProblem[]): z.infer<typeof Problem> {
  const [first, ...others] = wrong;
  const detail =
    others.length === 0 ? (first?.detail ?? "") : `Er kloppen ${wrong.length} dingen niet. Ze staan bij errors.`;
  return problem(origin, 400, detail, wrong);
}
