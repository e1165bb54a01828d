/** Every URL we write. */
import type { ActName } from "./domain/acts.ts";
import type { Instant, IsoDay } from "./domain/calendar.ts";
import { type Filter, filterToParams } from "./domain/filter.ts";
import type { ManyActName } from "./domain/many-acts.ts";
import type { ListPath } from "./domain/reference-fields.ts";
import type { FoundKind } from "./domain/search/place.ts";

/** What the register is taken along as: a feed, a calendar, a table, a workbook, or for programs. */
export type RegisterForm = "atom" | "ics" | "csv" | "xlsx" | "json";

export const paths = {
  home: "/",
  search: "/zoeken",
  searchSuggestions: "/zoeken/suggesties",
  register: "/toezeggingen",
  registerAs: (form: RegisterForm) => `/toezeggingen.${form}`,
  /** What the list can be taken along as, and how large that is. */
  take: "/meenemen",
  /** A large file that is made while one waits. */
  takeFile: "/meenemen/bestand",
  commitment: (number: string) => `/toezeggingen/${encodeURIComponent(number)}`,
  letters: "/brieven",
  letter: (id: string, anchor?: string | null) => `/brieven/${encodeURIComponent(id)}${anchor ? `#${anchor}` : ""}`,
  original: (letterId: string) => `/brieven/${encodeURIComponent(letterId)}/origineel`,
  debates: "/debatten",
  debate: (id: string) => `/debatten/${encodeURIComponent(id)}`,
  dossiers: "/dossiers",
  dossier: (slug: string) => `/dossiers/${encodeURIComponent(slug)}`,
  timeline: (slug: string) => `/dossiers/${encodeURIComponent(slug)}/tijdlijn`,
  topic: (slug: string) => `/onderwerpen/${encodeURIComponent(slug)}`,
  items: "/gevolgd",
  item: (number: string) => `/gevolgd/${encodeURIComponent(number)}`,
  debatePack: "/debatpakket",
  compare: "/vergelijken",
  corrections: "/correcties",
  figures: "/cijfers",
  late: "/te-laat",
  lateEditions: "/te-laat/edities",
  lateEdition: (monday: IsoDay) => `/te-laat/${monday}`,
  explanation: "/uitleg",
  keptList: "/lijst",
  /** What happens in a list, or its deadlines: the list stands in the query, so whoever has the address has it all. */
  keptListAs: (form: "atom" | "ics") => `/lijst.${form}`,
  chain: "/keten",
  chainExport: "/keten/uitvoer",
  chainScript: "/keten-nagaan.mjs",
  accessibility: "/toegankelijkheid",
  api: "/api",
  apiRoot: "/api/v1",
  apiDescription: "/api/v1/openapi.json",
  apiList: (collection: string) => `/api/v1/${collection}`,
  apiThing: (collection: string, key: string) => `/api/v1/${collection}/${encodeURIComponent(key)}`,
  sitemap: "/sitemap.xml",
  securityText: "/.well-known/security.txt",
  /** No page: the server answers it itself, to what watches it. */
  health: "/gezond",
  signIn: "/inloggen",
  signInCode: "/inloggen/code",
  signInSetUp: "/inloggen/instellen",
  /** The token stands in the query, which is never logged. */
  invitation: (token: string) => `/uitnodiging?sleutel=${encodeURIComponent(token)}`,
  signOut: "/uitloggen",
  account: "/account",
  ownPassword: "/account/wachtwoord",
  secondFactor: "/account/tweede-stap",
  ownMember: "/kamerlid",
  desk: "/werk",
  logDebate: "/werk/debatten/nieuw",
  draftDebate: (id: string) => `/werk/debatten/${encodeURIComponent(id)}`,
  debateRecord: (id: string) => `/werk/debatten/${encodeURIComponent(id)}/verslag`,
  committeeDecisions: "/werk/commissiebesluiten",
  committeeDecision: (id: string) => `/werk/commissiebesluiten/${encodeURIComponent(id)}`,
  workSheet: (commitmentId: string) => `/werk/toezeggingen/${encodeURIComponent(commitmentId)}`,
  act: (commitmentId: string, act: ActName) => `/werk/toezeggingen/${encodeURIComponent(commitmentId)}/${act}`,
  many: "/werk/lijst",
  manyPicked: (selectionId: string) => `/werk/lijst/${encodeURIComponent(selectionId)}`,
  manyAct: (selectionId: string, act: ManyActName) => `/werk/lijst/${encodeURIComponent(selectionId)}/${act}`,
  reminders: "/werk/rappels",
  newReminder: "/werk/rappels/nieuw",
  reminder: (id: string) => `/werk/rappels/${encodeURIComponent(id)}`,
  reminderLetter: (id: string) => `/werk/rappels/${encodeURIComponent(id)}/brief`,
  reminderAnswer: (id: string) => `/werk/rappels/${encodeURIComponent(id)}/antwoord`,
  reminderTaking: (id: string) => `/werk/rappels/${encodeURIComponent(id)}/overnemen`,
  importLetter: "/werk/brieven/nieuw",
  checkImport: (importId: string) => `/werk/brieven/binnengekomen/${encodeURIComponent(importId)}`,
  lists: "/werk/lijsten",
  list: (id: string) => `/werk/lijsten/${encodeURIComponent(id)}`,
  listColumns: (id: string) => `/werk/lijsten/${encodeURIComponent(id)}/kolommen`,
  listRefused: (id: string) => `/werk/lijsten/${encodeURIComponent(id)}/geweigerd`,
  annex: "/werk/begrotingsbijlage",
  annexDocument: "/werk/begrotingsbijlage.docx",
  annexWorkbook: "/werk/begrotingsbijlage.xlsx",
  checkDraft: "/werk/concept-nagaan",
  keptDraft: (id: string) => `/werk/concept-nagaan/${encodeURIComponent(id)}`,
  review: (letterId: string) => `/werk/brieven/${encodeURIComponent(letterId)}`,
  closeReview: (letterId: string) => `/werk/brieven/${encodeURIComponent(letterId)}/afsluiten`,
  history: (kind: string, id: string) => `/werk/geschiedenis/${kind}/${encodeURIComponent(id)}`,
  correctEvent: (eventId: string) => `/werk/gebeurtenissen/${encodeURIComponent(eventId)}/corrigeren`,
  withdrawEvent: (eventId: string) => `/werk/gebeurtenissen/${encodeURIComponent(eventId)}/intrekken`,
  newItem: "/werk/gevolgd/nieuw",
  editItem: (id: string) => `/werk/gevolgd/${encodeURIComponent(id)}`,
  prepareLetter: (slug: string) => `/werk/dossiers/${encodeURIComponent(slug)}/brief`,
  letterOutline: (slug: string) => `/werk/dossiers/${encodeURIComponent(slug)}/brief.docx`,
  steerDossier: (slug: string) => `/werk/dossiers/${encodeURIComponent(slug)}`,
  administration: "/beheer",
  outgoingMail: "/beheer/post",
  oneMail: (id: string) => `/beheer/post/${encodeURIComponent(id)}`,
  log: "/beheer/logboek",
  logExport: "/beheer/logboek/uitvoer",
  accounts: "/beheer/accounts",
  newAccount: "/beheer/accounts/nieuw",
  anAccount: (id: string) => `/beheer/accounts/${encodeURIComponent(id)}`,
  referenceList: (list: ListPath) => `/beheer/${list}`,
  referenceEntry: (list: ListPath, id: string) => `/beheer/${list}/${encodeURIComponent(id)}`,
  mergeEntry: (list: ListPath, id: string) => `/beheer/${list}/${encodeURIComponent(id)}/samenvoegen`,
  recesses: "/beheer/recessen",
  recess: (id: string) => `/beheer/recessen/${encodeURIComponent(id)}`,
} as const;

/** Writes addresses that keep the day that the visitor is looking at, and what was known by when. */
export type Linker = (path: string, params?: URLSearchParams) => string;

/** What a link has to keep. */
export interface Clocks {
  asOf: IsoDay;
  today: IsoDay;
  /** Null for all that is known now. */
  knownAt: Instant | null;
}

/**
 * On another day than today every link carries the peildatum along, so that one walks through that day; on a page that
 * is fixed for good it carries both clocks.
 */
export function linker({ asOf, today, knownAt }: Clocks): Linker {
  return (path, params = new URLSearchParams()) => {
    const [before = "", anchor] = path.split("#");
    const query = new URLSearchParams(params);
    if (asOf !== today || knownAt !== null) query.set("peildatum", asOf);
    if (knownAt !== null) query.set("bekend", knownAt);
    // A colon may stand in a query as it is, and a moment stays readable.
    const search = query.size > 0 ? `?${String(query).replaceAll("%3A", ":")}` : "";
    return `${before}${search}${anchor ? `#${anchor}` : ""}`;
  };
}

/** The page of what was found, by its number or id. */
export const foundPath = (kind: FoundKind, key: string): string =>
  ({ commitment: paths.commitment, item: paths.item, letter: paths.letter, debate: paths.debate })[kind](key);

export const registerPath = (link: Linker, filter: Filter): string => link(paths.register, filterToParams(filter));
