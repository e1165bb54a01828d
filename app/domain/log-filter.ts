/** One filter of the log: from a URL, to a URL, to the sentence above the list. */
import { dayInWords, type IsoDay, isIsoDay } from "./calendar.ts";
import { logKind } from "./log-words.ts";

export interface LogFilter {
  /** An account, `register` for the program itself, `niemand` for who was not signed in; null for all. */
  who: string | null;
  /** A `slug` of `LOG_KINDS`. */
  kind: string | null;
  /** What it was done to, as somebody typed it: a number, an address, or `account:…`. */
  thing: string | null;
  /** Both ends inclusive, in Amsterdam. */
  from: IsoDay | null;
  until: IsoDay | null;
}

export const NOBODY = "niemand";
export const REGISTER = "register";

/** What it does not know it leaves out: an old link still opens. */
export function logFilterFrom(params: URLSearchParams): LogFilter {
  const text = (name: string) => params.get(name)?.trim().slice(0, 200) || null;
  const day = (name: string) => (isIsoDay(params.get(name)) ? params.get(name) : null);
  return {
    who: text("wie"),
    kind: logKind(text("soort"))?.slug ?? null,
    thing: text("wat"),
    from: day("van"),
    until: day("tot"),
  };
}

export function logFilterToParams({ who, kind, thing, from, until }: LogFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ wie: who, soort: kind, wat: thing, van: from, tot: until }))
    if (value) params.set(name, value);
  return params;
}

/** The filter told as one sentence. Names are of who and what was picked; null where nobody knows them. */
export function logFilterSentence(filter: LogFilter, names: { who: string | null; thing: string | null }): string {
  const { who, thing, from, until } = filter;
  const kind = logKind(filter.kind)?.words;
  const parts = [
    kind && `handeling: ${kind}`,
    who && `door ${who === NOBODY ? "wie niet was ingelogd" : (names.who ?? "een onbekend account")}`,
    thing && `over ${names.thing ?? `“${thing}” (onbekend)`}`,
    from && `vanaf ${dayInWords(from)}`,
    until && `tot en met ${dayInWords(until)}`,
  ].filter((part) => typeof part === "string" && part !== "");
  return `${parts.length === 0 ? "Alles wat is gedaan" : `Wat is gedaan, ${parts.join(", ")}`}. De nieuwste eerst.`;
}
