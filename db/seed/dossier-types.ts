/** The shape of the dossier that ships with the program: rows in our own words, each with its source; null is "not known". */
import type { IsoDay } from "#app/domain/calendar.ts";
import type { Deadline } from "#app/domain/deadline.ts";
import type { Claim, Figure, ItemKind, ItemRelation, Measure } from "#app/domain/events.ts";
import type { LetterKind } from "#app/domain/reading/letter-text.ts";
import type { Chamber } from "#app/domain/recess.ts";

/** Where a row comes from: in words, and the official publication where its number is known. */
export interface Source {
  words: string;
  paper: string | null;
}

/** A place in a letter of which we hold no text. Paragraphs count from 1 under their heading, as the reader counts. */
export interface Place {
  letter: string;
  heading: string;
  paragraph: number;
}

export interface SeedTopic {
  id: string;
  name: string;
  description: string;
}

export interface SeedDossier {
  slug: string;
  name: string;
  description: string;
  ministry: string;
  committee: string | null;
  coveredFrom: IsoDay;
  coveredUntil: IsoDay;
  rhythm: { lettersPerYear: number; from: IsoDay; source: Source };
  toldDates: readonly { saidOn: IsoDay; expected: IsoDay; words: string; source: Source }[];
}

export interface SeedMinistry {
  id: string;
  name: string;
  tooi: string | null;
}

export interface SeedOffice {
  id: string;
  name: string;
  ministry: string;
}

export interface SeedOfficeHolder {
  id: string;
  office: string;
  name: string;
  from: IsoDay | null;
  until: IsoDay | null;
}

export interface SeedMember {
  id: string;
  name: string;
  group: string;
  chamber: Chamber;
}

export interface SeedDebate {
  id: string;
  date: IsoDay;
  title: string;
  /** "algemeen overleg" where a source says so. */
  kind: string | null;
  chamber: Chamber;
  /** Its report. */
  paper: string | null;
  officeHolder: string | null;
}

export interface SeedLetter {
  id: string;
  date: IsoDay;
  kind: LetterKind;
  title: string;
  chamber: Chamber;
  paper: string | null;
  sender: string | null;
  ministry: string | null;
  reviewed: boolean;
}

export interface SeedRemark {
  place: Place;
  why: string;
}

/** What the letter answered. Null where no letter was reviewed that should have. */
interface SeedOutcome {
  claim: Claim;
  place: Place;
  rest: { kind: "successor"; commitment: string } | { kind: "unchanged" } | null;
  note: string;
}

export interface SeedCommitment {
  id: string;
  title: string;
  text: string;
  topic: string;
  office: string;
  officeHolder: string;
  to: { chamber: Chamber; member: string | null; group: string | null };
  madeOn: IsoDay;
  origin: { kind: "debate" | "letter"; id: string; place: Place | null };
  deadline: Deadline;
  recurring: { perYear: number } | null;
  outcome: SeedOutcome | null;
  source: Source;
}

export interface SeedItem {
  id: string;
  kind: Extract<ItemKind, "expectation" | "decision" | "request">;
  title: string;
  text: string;
  topic: string;
  /** Who expected, decided or asked. */
  by: string;
  /** The day that it was said. */
  on: IsoDay;
  origin: { kind: "debate" | "letter"; id: string; place: Place };
  deadline: Deadline | null;
  source: Source;
}

/** What a document says that should or will be done, or a figure that a letter gives. */
export interface SeedPlan {
  id: string;
  kind: Extract<ItemKind, "recommendation" | "measure" | "figure">;
  title: string;
  text: string;
  /** Null: it is about the dossier as a whole. */
  topic: string | null;
  by: string | null;
  /** The day from which it shows. */
  on: IsoDay;
  place: Place | null;
  measure: Measure | null;
  figure: Figure | null;
  /** The document outside the letters that says so, with what is known of its date. */
  document: { words: string; dateWords: string } | null;
  source: Source | null;
}

export interface SeedLink {
  item: string;
  relation: ItemRelation;
  to: { kind: "item" | "commitment"; id: string };
}

export interface SeedEvidence {
  id: string;
  title: string;
  /** What it shows, one fact a row. */
  shows: string;
  /** Null: it is about the dossier as a whole. */
  topic: string | null;
  commitments: readonly string[];
  items: readonly string[];
  date: IsoDay | null;
  /** What is known of the date where the day is not. */
  dateWords: string | null;
  consultedOn: IsoDay | null;
  place: Place | null;
  source: Source;
}

/** "Online Meldknop, 1e alinea". */
export const placeInWords = ({ heading, paragraph }: Place): string => `${heading}, ${paragraph}e alinea`;
