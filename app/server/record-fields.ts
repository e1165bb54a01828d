/** What the page of a debate's report shows and sends. Pure, because its components need it too. */
import type { ListItem } from "#app/domain/reading/closing-list.ts";
import type { InputProblem } from "./debate-fields.ts";

/** The fields of the form beside a proposal, as typed. */
export interface TakeInput {
  what: string;
  text: string;
  to: string;
  by: string;
  words: string;
}

export type ProposalGroup = "both" | "list" | "debate";

export interface RecordProposal {
  /** Digest of its words, first that of the list; each can be taken up once. */
  keys: string[];
  group: ProposalGroup;
  /** In the words of the list, and of the debate. */
  listed: string | null;
  said: { quote: string; speaker: string; term: "first" | "second" | null } | null;
  remarks: { speaker: string; quote: string }[];
  input: TakeInput;
  form: ListItem["form"];
  /** Each a rule and the words that it rests on, or what the two have in common. */
  why: string[];
  moments: string | null;
  /** The draft or commitment that was made of it. */
  taken: { id: string; number: string | null; title: string } | null;
}

export interface RecordAnswer {
  problems: InputProblem[];
  /** Names that no list holds yet, to be confirmed by sending the form once more. */
  fresh: string[];
  /** The proposal whose form was sent, as typed; null for the form that brings a report in. */
  key: string | null;
  input: TakeInput | null;
  brought: { text: string; list: string } | null;
}

/** The id of a field beside a proposal: the error summary links to it. */
export const fieldOf = (key: string, name: string): string => `voorstel-${key}-${name}`;
