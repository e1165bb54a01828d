/** What the reader answers: proposals with their place in the text and the rule that fired, never decisions. */
import type { IsoDay } from "../calendar.ts";
import type { AwaitedKind } from "../deadline.ts";
import type { Chamber, Recess } from "../recess.ts";

export type SpeechAct =
  | "new_commitment"
  | "refers_back"
  | "fulfils"
  | "postpones"
  | "expectation"
  | "decision"
  | "request";

/** Offsets are in UTF-16 units of the text that was given to the reader; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A deadline found in words. */
export interface FoundDeadline extends Span {
  words: string;
  earliest: IsoDay | null;
  latest: IsoDay | null;
  event: AwaitedKind | null;
  /** "voor …": the day of the event itself is too late. */
  beforeEvent: boolean;
  /** How the period follows from the words, a Dutch sentence. */
  derived: string;
  /** Words that name a moment in the past of the text. */
  past: boolean;
  /** What else the moment belongs to ("de wet" of "die op 1 januari ingaat"); null where it can be that of a promise. */
  owner: string | null;
}

export type CitationKind =
  | "kamerstuk"
  | "kamerstuk_ek"
  | "aanhangsel"
  | "handelingen"
  | "zaak"
  | "document"
  | "toezegging"
  | "kst-id"
  | "dossier"
  | "stuk_nr_context";

export interface FoundCitation extends Span {
  /** As it stands in the text. */
  string: string;
  kind: CitationKind;
  /** Digits without space, chapter or sub-dossier with a hyphen (`36410-XVI`); null where the kind has none. */
  dossier: string | null;
  number: string | null;
  /** Parliamentary year in full (`2022-2023`), the calendar year for zaak, document and toezegging, or null. */
  year: string | null;
  /** Address of the official publication, only where it follows for certain. */
  url: string | null;
  /** Of "op stuk nr. 469": the dossier that its context names, where only one can be meant; else null. */
  contextDossier: string | null;
}

/** The verdict that the words suggest; null: "beoordeel zelf". Never `met` where the passage asks for more time. */
export type ProposedVerdict = "met" | "partly_met" | "progress" | "postpones" | "declines" | null;

export interface Candidate {
  commitmentId: string;
  /** 0 to 1. */
  score: number;
  /** The reasons, in Dutch words. */
  reasons: string[];
}

/** What a sentence does; `start` and `end` bound the part that does it, mostly the whole sentence. */
export interface Finding extends Span {
  kind: SpeechAct;
  /** The whole sentence, exactly as in the text. */
  quote: string;
  /** Who promised, decided or asked, in the words of the text, or null. */
  who: string | null;
  /** To whom: the words ("uw Kamer", "het lid Jansen"), or null. */
  to: { words: string; member: string | null; group: string | null } | null;
  /** The form promised: letter, visit, bill, evaluation, talk. */
  form: "letter" | "visit" | "bill" | "evaluation" | "talk" | null;
  deadline: FoundDeadline | null;
  verdict: ProposedVerdict;
  candidates: Candidate[];
  /** The rule that fired and the words it rests on, in Dutch. */
  why: string;
  /** Short name of the rule. */
  rule: string;
}

/** Something odd in the source that a reader should know ("een gebeurtenis na de datum van de brief"). */
interface Remark extends Span {
  quote: string;
  why: string;
}

/** An open commitment that a passage may answer. */
export interface OpenCommitment {
  id: string;
  title: string;
  text: string;
  topic: string | null;
  addressee: string | null;
  /** Day of the debate or letter in which it was made. */
  madeOn: IsoDay;
  /** Papers of its origin, `32500-VI/75`. */
  papers: string[];
}

export interface ReadingInput {
  text: string;
  /** Date of the letter or debate; null where unknown (then words without a year give no period). */
  date: IsoDay | null;
  /** Who speaks; by default the government. */
  speaker?: "government" | "member" | "chair";
  chamber?: Chamber;
  recesses: readonly Recess[];
  openCommitments?: readonly OpenCommitment[];
}

export interface Reading {
  findings: Finding[];
  deadlines: FoundDeadline[];
  citations: FoundCitation[];
  remarks: Remark[];
}
