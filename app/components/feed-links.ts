/** In the head of a page with a list: where a program finds the same list as a feed and as a calendar. */
import { type Filter, filterToParams, wholeOf } from "#app/domain/filter.ts";
import { type Clocks, linker, paths } from "#app/paths.ts";

export function feedLinks(clocks: Clocks, filter: Filter) {
  const link = linker(clocks);
  const as = (form: "atom" | "ics", type: string, title: string) => ({
    tagName: "link",
    rel: "alternate",
    type,
    title,
    href: link(paths.registerAs(form), filterToParams(wholeOf(filter))),
  });
  return [
    as("atom", "application/atom+xml", "Wat er met deze toezeggingen gebeurt"),
    as("ics", "text/calendar", "Termijnen van deze toezeggingen"),
  ];
}
