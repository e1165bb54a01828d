/** Addresses in answers of the API: whole, so that a program need not know where it is, and with both clocks. */
import { paperUrl, parsePaper } from "#app/domain/paper.ts";
import { type Clocks, linker } from "#app/paths.ts";

/** Writes the whole address of a path of ours, at the day and the knowledge that the answer is of. */
export type Url = (path: string, params?: URLSearchParams) => string;

export function urlsOf(visit: Clocks & { origin: string }): Url {
  const link = linker(visit);
  return (path, params) => visit.origin + link(path, params);
}

/** The official publication of a Kamerstuk; null where the number is none that we know. */
export function officialUrl(paper: string | null): string | null {
  const known = paper === null ? null : parsePaper(paper);
  return known && paperUrl(known);
}
