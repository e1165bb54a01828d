/** What the log calls what somebody did: acts of the back office and events of the register, under one name each. */

import type { PayloadsOf, Subject } from "./events.ts";
import { ACT_WORDS, type ActKind } from "./logged-acts.ts";

export type EventKind = { [S in Subject]: keyof PayloadsOf[S] }[Subject];

const SUBJECT_WORDS: Record<Subject, string> = {
  commitment: "toezegging",
  letter: "brief",
  debate: "debat",
  dossier: "dossier",
  item: "wat het register nog meer volgt",
  calendar: "kalender",
  reference: "een naam in de lijsten",
};

const EVENT_WORDS: Record<EventKind, string> = {
  registered: "vastgelegd",
  published: "gepubliceerd",
  deadline_set: "termijn gezet",
  reported: "bericht van het ministerie verwerkt",
  judged: "oordeel vastgelegd",
  lapsed: "vervallen verklaard",
  reopened: "heropend",
  handed_over: "overgedragen",
  accepted: "aanvaard",
  linked: "verband gelegd",
  evidence_added: "bron toegevoegd",
  mentioned: "vindplaats toegevoegd",
  remarked: "opmerking geplaatst",
  review_begun: "nagaan begonnen",
  passage_reviewed: "passage nagegaan",
  review_closed: "nagaan afgesloten",
  coverage_set: "periode van volgen gezet",
  rhythm_set: "ritme gezet",
  told_date_set: "gemelde datum gezet",
  recess_set: "reces gezet",
  happened: "dag van een gebeurtenis gezet",
  succeeded: "opvolger van een ministerie gezet",
  renamed: "hernoemd",
  joined: "fractie van een Kamerlid gezet",
  merged: "samengevoegd",
  corrected: "gecorrigeerd",
  withdrawn: "ingetrokken",
};

/** What one can ask the log for: everything of a sort, or one kind. */
export interface LogKind {
  /** In the URL. */
  slug: string;
  words: string;
  acts: readonly ActKind[];
  events: readonly EventKind[];
}

const ALL_ACTS = Object.keys(ACT_WORDS) as ActKind[];
const ALL_EVENTS = Object.keys(EVENT_WORDS) as EventKind[];
const SIGNING_IN: ActKind[] = ["signed_in", "sign_in_refused", "signed_out", "session_ended"];
const EXPORTS: ActKind[] = ["log_exported"];
const MAIL: ActKind[] = ["mail_given_up", "mail_tried_again"];
const REMINDERS: ActKind[] = [
  "reminder_sent",
  "reminder_answered",
  "reminder_answers_taken",
  "reminder_answers_refused",
];

const slugOf = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "-");
const sort = (words: string, acts: readonly ActKind[], events: readonly EventKind[] = []): LogKind => ({
  slug: `alles-${slugOf(words)}`,
  words,
  acts,
  events,
});

const SORTS: LogKind[] = [
  sort("inloggen", SIGNING_IN),
  sort(
    "accounts",
    ALL_ACTS.filter((kind) => ![...SIGNING_IN, ...EXPORTS, ...MAIL, ...REMINDERS].includes(kind)),
  ),
  sort("register", [], ALL_EVENTS),
  sort("uitvoer", EXPORTS),
  sort("post", MAIL),
  sort("rappels", REMINDERS),
];

/** Each sort with its kinds, in the order of a list to choose from. */
export const LOG_KINDS: readonly { sort: LogKind; kinds: readonly LogKind[] }[] = SORTS.map((one) => ({
  sort: one,
  kinds: [
    ...one.acts.map((kind) => ({ slug: slugOf(ACT_WORDS[kind]), words: ACT_WORDS[kind], acts: [kind], events: [] })),
    ...one.events.map((kind) => ({
      slug: slugOf(EVENT_WORDS[kind]),
      words: EVENT_WORDS[kind],
      acts: [],
      events: [kind],
    })),
  ],
}));

export const logKind = (slug: string | null): LogKind | null =>
  LOG_KINDS.flatMap(({ sort: one, kinds }) => [one, ...kinds]).find((one) => one.slug === slug) ?? null;

/** What was done, in words: an event with what it is about. A row of a later version keeps its own word. */
export const doneInWords = (done: { act: string } | { subject: Subject; event: string }): string =>
  "act" in done
    ? (ACT_WORDS[done.act as ActKind] ?? done.act)
    : `${SUBJECT_WORDS[done.subject]}: ${EVENT_WORDS[done.event as EventKind] ?? done.event}`;
