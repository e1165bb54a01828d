/** Every URL we write. */
import type { IsoDay } from "./domain/calendar.ts";
import { type Filter, filterToParams } from "./domain/filter.ts";

export const paths = {
  home: "/",
  register: "/toezeggingen",
  commitment: (number: string) => `/toezeggingen/${encodeURIComponent(number)}`,
  letters: "/brieven",
  letter: (id: string, anchor?: string | null) => `/brieven/${encodeURIComponent(id)}${anchor ? `#${anchor}` : ""}`,
  original: (letterId: string) => `/brieven/${encodeURIComponent(letterId)}/origineel`,
  debates: "/debatten",
  debate: (id: string) => `/debatten/${encodeURIComponent(id)}`,
  dossiers: "/dossiers",
  dossier: (slug: string) => `/dossiers/${encodeURIComponent(slug)}`,
  topic: (slug: string) => `/onderwerpen/${encodeURIComponent(slug)}`,
  explanation: "/uitleg",
  signIn: "/inloggen",
  signOut: "/uitloggen",
  desk: "/werk",
  logDebate: "/werk/debatten/nieuw",
  draftDebate: (id: string) => `/werk/debatten/${encodeURIComponent(id)}`,
  workSheet: (commitmentId: string) => `/werk/toezeggingen/${encodeURIComponent(commitmentId)}`,
  importLetter: "/werk/brieven/nieuw",
  checkImport: (importId: string) => `/werk/brieven/binnengekomen/${encodeURIComponent(importId)}`,
  review: (letterId: string) => `/werk/brieven/${encodeURIComponent(letterId)}`,
  closeReview: (letterId: string) => `/werk/brieven/${encodeURIComponent(letterId)}/afsluiten`,
  steerDossier: (slug: string) => `/werk/dossiers/${encodeURIComponent(slug)}`,
} as const;

/** Writes addresses that keep the day that the visitor is looking at. */
export type Linker = (path: string, params?: URLSearchParams) => string;

/** On another day than today every link carries the peildatum along, so that one walks through that day. */
export function linker(asOf: IsoDay, today: IsoDay): Linker {
  return (path, params = new URLSearchParams()) => {
    const [before = "", anchor] = path.split("#");
    const query = new URLSearchParams(params);
    if (asOf !== today) query.set("peildatum", asOf);
    const search = query.size > 0 ? `?${query}` : "";
    return `${before}${search}${anchor ? `#${anchor}` : ""}`;
  };
}

export const registerPath = (link: Linker, filter: Filter): string => link(paths.register, filterToParams(filter));
