/** What a feed, a calendar or an export is asked for: the register's own filter, as the page of the register reads it. */
import { redirect } from "@remix-run/node";
import { coverageInWords, coveredOf } from "#app/components/coverage-line.tsx";
import { choices, type Filter, filterFrom, filterSentence, filterToParams, wholeOf } from "#app/domain/filter.ts";
import type { RegisterDescription } from "#app/formats/register-description.ts";
import { type Linker, linker, paths, registerPath } from "#app/paths.ts";
import type { Moment } from "#db/moment.ts";
import { countInRegister, coverage, filterOptions, pickedNames, queryElsewhere } from "#db/public.ts";
import type { Visit } from "./visit.ts";

export interface Visited {
  visit: Visit;
  moment: Moment;
  link: Linker;
}

export interface RegisterAsked {
  filter: Filter;
  /** "te laat, dossier Meldknop": what is the same on every day, for the name of what people subscribe to. */
  chosen: string;
  /** The same with how many there are, the day and the order. */
  sentence: string;
  total: number;
  /** Writes a whole address, of the same day. */
  address: (path: string, params?: URLSearchParams) => string;
}

/** @throws a redirect where the address names something that is called otherwise since */
export async function registerAsked(request: Request, { visit, moment, link }: Visited): Promise<RegisterAsked> {
  const url = new URL(request.url);
  const elsewhere = await queryElsewhere(url.searchParams, moment);
  if (elsewhere) throw redirect(`${url.pathname}?${elsewhere}`);
  const filter = wholeOf(filterFrom(url.searchParams));
  const total = await countInRegister(filter, moment);
  const isWhole = choices(filter, {}, visit.asOf).length === 0;
  const names = isWhole ? {} : pickedNames(filter, await filterOptions(moment));
  const labels = choices(filter, names, visit.asOf).map(({ label }) => label);
  return {
    filter,
    total,
    chosen: isWhole ? "alle toezeggingen" : labels.join(", "),
    sentence: filterSentence(filter, names, visit.asOf, total),
    address: (path, params) => visit.origin + link(path, params),
  };
}

export async function descriptionOf(
  { filter, sentence, total, address }: RegisterAsked,
  { visit, moment }: Visited,
): Promise<RegisterDescription> {
  const covered = coveredOf(filter.dossier, await coverage(moment));
  const fixed = linker({ ...visit, knownAt: visit.fixedAt || null });
  return {
    sentence,
    total,
    asOf: visit.asOf,
    fixedAt: visit.fixedAt,
    address: address(paths.register, filterToParams(filter)),
    fixedAddress: visit.origin + registerPath(fixed, filter),
    coverage: coverageInWords(covered),
    holdsInvented: total > 0 && covered.some(({ dossier }) => dossier.isInvented),
  };
}
