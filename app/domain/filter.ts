/** One filter of the register: from the URL, to the URL, to a sentence. The query is `db/register-list.ts`. */
import { addDays, dayInWords, type IsoDay, isIsoDay } from "./calendar.ts";
import { CHAMBER_WORDS, STATUS_WORDS } from "./commitment.ts";
import type { ChoiceName } from "./facets.ts";
import { figure } from "./figure.ts";
import { type Place, placeFromText, placeToText, SORTS, type Sort } from "./list-order.ts";
import type { Chamber } from "./recess.ts";
import type { Status } from "./standing.ts";

export interface Filter {
  statuses: Status[];
  /** Late on the day; null: both. */
  late: boolean | null;
  /** Without a deadline; null: both. */
  withoutTerm: boolean | null;
  /** The committee decided otherwise than the ministry claims; null: both. */
  disagreed: true | null;
  /** Due on or within so many days from the day; null: no limit. */
  dueWithin: number | null;
  dossier: string | null;
  topic: string | null;
  ministry: string | null;
  office: string | null;
  committee: string | null;
  member: string | null;
  group: string | null;
  chamber: Chamber | null;
  /** Promised in this period, both ends inclusive. */
  from: IsoDay | null;
  until: IsoDay | null;
  sort: Sort;
  /** The list goes on after this place in its order, or ends before it; at most one of both. */
  after: Place | null;
  before: Place | null;
  /** 1 for the first. Lists of drafts have numbered pages; in addresses of earlier it still opens the same part. */
  page: number;
}

export const PAGE_SIZE = 25;

const STATUS_OF_WORD = new Map(
  Object.entries(STATUS_WORDS).map(([status, word]) => [word.replace(" ", "-"), status as Status]),
);

const PICKS = {
  dossier: "dossier",
  topic: "onderwerp",
  ministry: "ministerie",
  office: "ambt",
  committee: "commissie",
  member: "lid",
  group: "fractie",
} as const;
type Pick = keyof typeof PICKS;

/** Reads a filter from the query of a URL. What it does not know it leaves out: an old link still opens. */
export function filterFrom(params: URLSearchParams): Filter {
  const pick = (name: string) => params.get(name)?.trim() || null;
  const dayAt = (name: string) => (isIsoDay(params.get(name)) ? params.get(name) : null);
  const yesNo = (name: string, yes: string) =>
    params.get(name) === yes ? true : params.get(name) === "nee" ? false : null;
  const sort = params.get("sorteer") ?? "";
  const chamber = params.get("kamer");
  const after = placeFromText(params.get("na"));
  return {
    statuses: [...new Set(params.getAll("status").flatMap((word) => STATUS_OF_WORD.get(word) ?? []))],
    late: yesNo("te-laat", "ja"),
    withoutTerm: params.get("termijn") === "zonder" ? true : null,
    disagreed: params.get("oordeel") === "verschilt" ? true : null,
    dueWithin: /^\d{1,4}$/.test(params.get("binnen") ?? "") ? Number(params.get("binnen")) : null,
    ...(Object.fromEntries(Object.entries(PICKS).map(([key, name]) => [key, pick(name)])) as Record<
      Pick,
      string | null
    >),
    chamber: chamber === "TK" || chamber === "EK" ? chamber : null,
    from: dayAt("van"),
    until: dayAt("tot"),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : "te-laat",
    after,
    before: after ? null : placeFromText(params.get("voor")),
    page: Math.max(1, Math.min(100_000, Number.parseInt(params.get("pagina") ?? "1", 10) || 1)),
  };
}

/** The same filter with nothing paged: for what holds all of it. */
export const wholeOf = (filter: Filter): Filter => ({ ...filter, ...UNPAGED });

const UNPAGED = { after: null, before: null, page: 1 };

/** The query that gives this filter back; defaults are left out. */
export function filterToParams(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  for (const status of filter.statuses) params.append("status", STATUS_WORDS[status].replace(" ", "-"));
  if (filter.late !== null) params.set("te-laat", filter.late ? "ja" : "nee");
  if (filter.withoutTerm) params.set("termijn", "zonder");
  if (filter.disagreed) params.set("oordeel", "verschilt");
  if (filter.dueWithin !== null) params.set("binnen", String(filter.dueWithin));
  for (const [key, name] of Object.entries(PICKS)) {
    const value = filter[key as Pick];
    if (value) params.set(name, value);
  }
  if (filter.chamber) params.set("kamer", filter.chamber);
  if (filter.from) params.set("van", filter.from);
  if (filter.until) params.set("tot", filter.until);
  if (filter.sort !== "te-laat") params.set("sorteer", filter.sort);
  if (filter.after) params.set("na", placeToText(filter.after));
  if (filter.before) params.set("voor", placeToText(filter.before));
  if (filter.page > 1) params.set("pagina", String(filter.page));
  return params;
}

/** The query without what a form sends of fields that were left empty; null where there is nothing of that in it. */
export function withoutEmpty(params: URLSearchParams): URLSearchParams | null {
  const kept = [...params].filter(([name, value]) => value !== "" || !FIELDS.has(name));
  return kept.length < params.size ? new URLSearchParams(kept) : null;
}

const FIELDS = new Set([
  ...["status", "te-laat", "termijn", "oordeel", "binnen", "kamer", "van", "tot", "sorteer"],
  ...Object.values(PICKS),
]);

/** Names of what was picked, for the sentence and the chips. */
export type PickedNames = Partial<Record<Pick, string>>;

export interface Choice {
  name: ChoiceName;
  label: string;
  /** The filter without this choice. */
  without: Filter;
}

/** Each choice by itself, to show as something that one can take away. */
export function choices(filter: Filter, names: PickedNames, asOf: IsoDay): Choice[] {
  const found: Choice[] = [];
  const add = (name: ChoiceName, label: string, without: Partial<Filter>) =>
    found.push({ name, label, without: { ...wholeOf(filter), ...without } });
  for (const status of filter.statuses) {
    add("statuses", STATUS_WORDS[status], { statuses: filter.statuses.filter((other) => other !== status) });
  }
  if (filter.late !== null) add("late", filter.late ? "te laat" : "niet te laat", { late: null });
  if (filter.withoutTerm) add("withoutTerm", "zonder termijn", { withoutTerm: null });
  if (filter.disagreed) add("disagreed", "ministerie en commissie oordelen verschillend", { disagreed: null });
  if (filter.dueWithin !== null) {
    const last = dayInWords(addDays(asOf, filter.dueWithin));
    add("dueWithin", `termijn van ${dayInWords(asOf)} tot en met ${last}`, { dueWithin: null });
  }
  const words: Record<Pick, (name: string) => string> = {
    dossier: (name) => `dossier ${name}`,
    topic: (name) => `onderwerp ${name}`,
    ministry: (name) => name,
    office: (name) => `gedaan door de ${name}`,
    committee: (name) => name,
    member: (name) => `gedaan aan ${name}`,
    group: (name) => `gedaan aan de fractie van de ${name}`,
  };
  for (const key of Object.keys(PICKS) as Pick[]) {
    const value = filter[key];
    if (value) add(key, words[key](names[key] ?? `“${value}” (onbekend)`), { [key]: null });
  }
  if (filter.chamber) add("chamber", `gedaan aan de ${CHAMBER_WORDS[filter.chamber]}`, { chamber: null });
  if (filter.from) add("from", `gedaan vanaf ${dayInWords(filter.from)}`, { from: null });
  if (filter.until) add("until", `gedaan tot en met ${dayInWords(filter.until)}`, { until: null });
  return found;
}

/** The filter told as one sentence, with how many there are. */
export function filterSentence(filter: Filter, names: PickedNames, asOf: IsoDay, total: number): string {
  const count = total === 0 ? "Geen toezeggingen" : total === 1 ? "1 toezegging" : `${figure(total)} toezeggingen`;
  const parts = choices(filter, names, asOf).map(({ label }) => label);
  const told = parts.length === 0 ? "alle toezeggingen in het register" : parts.join(", ");
  return `${count}: ${told}. Stand op ${dayInWords(asOf)}, ${SORTS[filter.sort]}.`;
}
