/**
 * Three kinds of table: the events (facts, append-only, chained), what follows from them (rewritten in the transaction
 * of their cause, rebuilt by `register verify`), and what is not part of the record (reference lists, accounts, work
 * in hand).
 */
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Deadline } from "#app/domain/deadline.ts";
import type {
  EvidenceSource,
  Figure,
  ItemKind,
  ItemRelation,
  Measure,
  Origin,
  PassageRef,
  Subject,
} from "#app/domain/events.ts";
import type { EditionCounts, LateEdition } from "#app/domain/late-list.ts";
import type { RememberedLayout } from "#app/domain/list-import/layout.ts";
import type { Layout, ListedRow } from "#app/domain/list-import/listed-row.ts";
import type { Outcome, Proposal, Summary } from "#app/domain/list-import/proposal.ts";
import type { ActKind, ActThing } from "#app/domain/logged-acts.ts";
import type { MailState } from "#app/domain/mail.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { DebateReading } from "#app/domain/reading/debate-reading.ts";
import type { FoundDeadline, SpeechAct } from "#app/domain/reading/findings.ts";
import type { LetterHead, LetterKind, Passage } from "#app/domain/reading/letter-text.ts";
import type { ReadLetter } from "#app/domain/reading/sections.ts";
import type { Chamber, RecessName } from "#app/domain/recess.ts";
import type { ReferenceList } from "#app/domain/reference.ts";
import type { ReminderEdition } from "#app/domain/reminder.ts";
import type { TypedAnswer } from "#app/domain/reminder-answer.ts";
import type { StandingPeriod, Status } from "#app/domain/standing.ts";
import { bytes, day, flag, id, instant, json } from "./columns.ts";

// --- Facts ---------------------------------------------------------------------------------------------------------

/** Triggers in the first migration refuse UPDATE and DELETE. */
export const events = sqliteTable(
  "events",
  {
    seq: integer("seq").primaryKey(),
    id: id("id").notNull().unique(),
    subject: text("subject").$type<Subject>().notNull(),
    subjectId: id("subject_id").notNull(),
    kind: text("kind").notNull(),
    effectiveOn: day("effective_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: id("recorded_by").notNull(),
    payload: json<unknown>("payload").notNull(),
    payloadSalt: text("payload_salt").notNull(),
    recorderSalt: text("recorder_salt").notNull(),
    payloadDigest: text("payload_digest").notNull(),
    recorderDigest: text("recorder_digest").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("events_of_subject").on(t.subject, t.subjectId, t.seq),
    index("events_by_recorder").on(t.recordedBy, t.seq),
  ],
);

/** One row: how many writes there were, and where the chain ends. */
export const registerState = sqliteTable("register_state", {
  id: integer("id").primaryKey(),
  revision: integer("revision").notNull(),
  headSeq: integer("head_seq").notNull(),
  headHash: text("head_hash").notNull(),
});

/** Files as they came in, by the SHA-256 of their bytes. */
export const originals = sqliteTable("originals", {
  sha256: text("sha256").primaryKey(),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  size: integer("size").notNull(),
  bytes: bytes("bytes").notNull(),
  receivedAt: instant("received_at").notNull(),
});

// --- What follows from the events ----------------------------------------------------------------------------------

export const commitments = sqliteTable(
  "commitments",
  {
    id: id("id").primaryKey(),
    number: text("number").unique(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    quote: text("quote"),
    chamber: text("chamber").$type<Chamber>().notNull(),
    madeOn: day("made_on").notNull(),
    originKind: text("origin_kind").$type<Origin["kind"]>().notNull(),
    originId: id("origin_id").notNull(),
    originPassage: json<PassageRef | null>("origin_passage"),
    officeId: id("office_id").notNull(),
    officeHolderId: id("office_holder_id"),
    committeeId: id("committee_id"),
    dossierId: id("dossier_id").notNull(),
    topicId: id("topic_id"),
    source: text("source"),
    recurringPerYear: integer("recurring_per_year"),
    publishedOn: day("published_on"),
    /** Place in the chain of its registration: the order in which the promises were logged. */
    seq: integer("seq").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("commitments_of_dossier").on(t.dossierId), index("commitments_of_origin").on(t.originKind, t.originId)],
);

export const addressees = sqliteTable(
  "addressees",
  {
    commitmentId: id("commitment_id").notNull(),
    kind: text("kind").$type<"member" | "group">().notNull(),
    addresseeId: id("addressee_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.kind, t.addresseeId] })],
);

/** The commitment that took over the rest. Written out the same everywhere, or the index is not used. */
export const successorIn = (state: SQLWrapper): SQL<string | null> => sql`json_extract(${state}, '$.successorId')`;

/** One row per commitment and period in which nothing changes: serves every peildatum, rots at no midnight. */
export const periods = sqliteTable(
  "periods",
  {
    commitmentId: id("commitment_id").notNull(),
    from: day("from_day").notNull(),
    until: day("until_day"),
    status: text("status").$type<Status>().notNull(),
    ministryId: id("ministry_id").notNull(),
    latest: day("latest"),
    dueOn: day("due_on"),
    lateFrom: day("late_from"),
    expectedOn: day("expected_on"),
    withoutTerm: flag("without_term").notNull(),
    countsAsOpen: flag("counts_as_open").notNull(),
    disagreed: flag("disagreed").notNull().default(false),
    frozenOn: day("frozen_on"),
    state: json<StandingPeriod>("state").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.commitmentId, t.from] }),
    index("periods_by_day").on(t.from, t.until),
    index("periods_by_lateness").on(t.lateFrom),
    index("periods_by_successor").on(successorIn(t.state)),
  ],
);

export const items = sqliteTable("items", {
  id: id("id").primaryKey(),
  /** Of a kind of its own, so that nobody takes it for a commitment: `V2011-0003`. Null for a draft. */
  number: text("number").unique(),
  itemKind: text("item_kind").$type<ItemKind>().notNull(),
  title: text("title").notNull(),
  text: text("text").notNull(),
  dossierId: id("dossier_id").notNull(),
  topicId: id("topic_id"),
  origin: json<Origin | null>("origin"),
  by: text("by_whom"),
  deadline: json<Deadline | null>("deadline"),
  source: text("source"),
  evidence: json<EvidenceSource | null>("evidence"),
  measure: json<Measure | null>("measure"),
  figure: json<Figure | null>("figure"),
  effectiveOn: day("effective_on").notNull(),
  publishedOn: day("published_on"),
  /** Place in the chain of its registration. */
  seq: integer("seq").notNull().default(0),
});

/** What an item is linked to: another item, a commitment, or a passage beside the one that it comes from. */
export const itemLinks = sqliteTable(
  "item_links",
  {
    /** The event that made the link. */
    id: id("id").primaryKey(),
    itemId: id("item_id").notNull(),
    targetKind: text("target_kind").$type<"item" | "commitment" | "passage">().notNull(),
    /** Of a passage the letter that it stands in. */
    targetId: id("target_id").notNull(),
    relation: text("relation").$type<ItemRelation>(),
    passage: json<PassageRef | null>("passage"),
    note: text("note"),
    effectiveOn: day("effective_on").notNull(),
  },
  (t) => [index("links_of_item").on(t.itemId), index("links_to_target").on(t.targetKind, t.targetId)],
);

export const debates = sqliteTable("debates", {
  id: id("id").primaryKey(),
  debateKind: text("debate_kind").notNull(),
  title: text("title").notNull(),
  date: day("date").notNull(),
  chamber: text("chamber").$type<Chamber>().notNull(),
  committeeId: id("committee_id"),
  dossierId: id("dossier_id").notNull(),
  paper: text("paper"),
  ministryId: id("ministry_id"),
  officeHolderIds: json<string[]>("office_holder_ids").notNull(),
  publishedOn: day("published_on"),
});

export const letters = sqliteTable(
  "letters",
  {
    id: id("id").primaryKey(),
    title: text("title").notNull(),
    date: day("date").notNull(),
    /** The day it counts from: received, else dated. */
    day: day("day").notNull(),
    letterKind: text("letter_kind").$type<LetterKind>().notNull(),
    chamber: text("chamber").$type<Chamber>().notNull(),
    sender: text("sender"),
    ministryId: id("ministry_id"),
    dossierId: id("dossier_id").notNull(),
    paper: text("paper"),
    originalSha256: text("original_sha256"),
    passages: json<Passage[]>("passages").notNull(),
    reviewBegun: flag("review_begun").notNull(),
    reviewClosed: flag("review_closed").notNull(),
    remarks: json<{ passage: PassageRef; why: string }[]>("remarks").notNull(),
  },
  (t) => [index("letters_of_dossier").on(t.dossierId, t.day), index("letters_by_original").on(t.originalSha256)],
);

// --- What search looks in: follows from what is published above --------------------------------------------------------

/** One row for each text that can be found. Its words stand under the same number in `search_text`: see the migration. */
export const searchTexts = sqliteTable(
  "search_texts",
  {
    /** Kind, day and serial in one: see app/domain/search/place.ts. */
    place: integer("place").primaryKey(),
    thingId: id("thing_id").notNull(),
    /** Of a passage of a letter. */
    anchor: text("anchor"),
  },
  (t) => [index("texts_of_thing").on(t.thingId)],
);

/** Every word that these texts have, folded: for other forms of a word, compounds and near spellings. */
export const searchWords = sqliteTable(
  "search_words",
  {
    word: text("word").primaryKey(),
    stem: text("stem").notNull(),
    /** The stem from its end. */
    tail: text("tail").notNull(),
    /** How many texts have it. */
    texts: integer("texts").notNull(),
  },
  (t) => [index("words_by_stem").on(t.stem), index("words_by_tail").on(t.tail)],
);

/** One row once the index is there and is kept; none in a database of before, and on a connection that shows the past. */
export const searchState = sqliteTable("search_state", {
  id: integer("id").primaryKey(),
  /** How the words were made: another version of the program may do it otherwise. */
  version: integer("version").notNull(),
});

// --- Reference lists -------------------------------------------------------------------------------------------------

export const ministries = sqliteTable("ministries", {
  id: id("id").primaryKey(),
  name: text("name").notNull(),
  tooi: text("tooi"),
  abbreviation: text("abbreviation"),
});

export const offices = sqliteTable("offices", {
  id: id("id").primaryKey(),
  name: text("name").notNull(),
  ministryId: id("ministry_id")
    .notNull()
    .references(() => ministries.id),
});

export const officeHolders = sqliteTable("office_holders", {
  id: id("id").primaryKey(),
  officeId: id("office_id")
    .notNull()
    .references(() => offices.id),
  name: text("name").notNull(),
  from: day("from_day"),
  until: day("until_day"),
});

export const committees = sqliteTable("committees", {
  id: id("id").primaryKey(),
  name: text("name").notNull(),
  chamber: text("chamber").$type<Chamber>().notNull(),
});

export const groups = sqliteTable("groups", { id: id("id").primaryKey(), name: text("name").notNull() });

export const members = sqliteTable("members", {
  id: id("id").primaryKey(),
  name: text("name").notNull(),
  groupId: id("group_id").references(() => groups.id),
  chamber: text("chamber").$type<Chamber>().notNull(),
});

export const dossiers = sqliteTable("dossiers", {
  id: id("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  description: text("description").notNull(),
  ministryId: id("ministry_id").references(() => ministries.id),
  committeeId: id("committee_id").references(() => committees.id),
  /** Pages of this dossier end with where to get help and where to report. */
  showsHelp: flag("shows_help").notNull(),
  /** Invented for a demonstration; said on every page. */
  isInvented: flag("is_invented").notNull(),
});

export const topics = sqliteTable(
  "topics",
  {
    id: id("id").primaryKey(),
    slug: text("slug").notNull(),
    dossierId: id("dossier_id")
      .notNull()
      .references(() => dossiers.id),
    name: text("name").notNull(),
    description: text("description").notNull(),
  },
  (t) => [uniqueIndex("topics_by_slug").on(t.slug)],
);

/** Follows from `recess_set` events. */
export const recesses = sqliteTable("recesses", {
  id: id("id").primaryKey(),
  chamber: text("chamber").$type<Chamber>().notNull(),
  name: text("name").$type<RecessName>().notNull(),
  start: day("start_day").notNull(),
  end: day("end_day").notNull(),
  basis: text("basis").notNull(),
  source: text("source"),
  verified: flag("verified").notNull(),
});

/** Follows from `renamed` and `joined`: from when on something was called so, or a member sat in a group. */
export const referenceChanges = sqliteTable(
  "reference_changes",
  {
    /** The event. */
    id: id("id").primaryKey(),
    thingId: id("thing_id").notNull(),
    field: text("field").$type<"name" | "group">().notNull(),
    /** A name, the id of a group, or for no group the empty text. */
    value: text("value").notNull(),
    from: day("from_day").notNull(),
    seq: integer("seq").notNull(),
  },
  (t) => [index("changes_of_thing").on(t.thingId, t.field, t.from)],
);

/** Follows from `merged`: who was entered twice, and who it is. */
export const merges = sqliteTable("merges", {
  id: id("id").primaryKey(),
  list: text("list").$type<ReferenceList>().notNull(),
  into: id("into_id").notNull(),
  eventId: id("event_id").notNull(),
});

/** What pointed to a merged row without being an event: put over when it was merged, put back when that is undone. */
export const mergeMoves = sqliteTable(
  "merge_moves",
  {
    eventId: id("event_id").notNull(),
    what: text("what").$type<MergeMove>().notNull(),
    rowId: id("row_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.what, t.rowId] })],
);

export type MergeMove =
  | "account_committee"
  | "account_member"
  | "dossier_committee"
  | "decision_committee"
  | "member_group";

// --- Work in hand ----------------------------------------------------------------------------------------------------

/** A letter that came in and is not registered yet: nothing that was sent or typed is lost between two pages. */
export const imports = sqliteTable("imports", {
  id: id("id").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  originalSha256: text("original_sha256")
    .notNull()
    .references(() => originals.sha256),
  /** Whether it has been read yet: long files are read beside the pages, and found again on the page of the import. */
  state: text("state").$type<ImportState>().notNull().default("read"),
  /** How far the reading is, in pages or parts. */
  progress: json<{ done: number; of: number } | null>("progress"),
  /** Why it could not be read, in a Dutch sentence; only of a refused one. */
  refusal: text("refusal"),
  /** The text as the file holds it, for a letter without structure of its own. */
  text: text("text").notNull(),
  /** The letter as it was read; null of what came in before this column, which is read from `text`. */
  letter: json<ReadLetter | null>("letter"),
  /** The encoding that it was decoded from, where that was not UTF-8. */
  decodedFrom: text("decoded_from"),
  head: json<LetterHead>("head").notNull(),
  dossierId: id("dossier_id"),
  createdAt: instant("created_at").notNull(),
});

export type ImportState = "waiting" | "reading" | "read" | "refused";

/**
 * A ministry's list on its way in. Its rows are read, compared with the register and taken in beside the pages: `state`
 * says how far it is, and the table is the queue.
 */
export const listImports = sqliteTable("list_imports", {
  id: id("id").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  ministryId: id("ministry_id")
    .notNull()
    .references(() => ministries.id),
  originalSha256: text("original_sha256")
    .notNull()
    .references(() => originals.sha256),
  /** The name that it came with, which may differ from that of the same bytes of earlier. */
  fileName: text("file_name").notNull(),
  state: text("state").$type<ListState>().notNull(),
  progress: json<{ done: number; of: number } | null>("progress"),
  /** Why it could not be read, in a Dutch sentence; only of a refused one. */
  refusal: text("refusal"),
  /** The day of which the list says that things stand so. */
  listDate: day("list_date").notNull(),
  form: text("form").$type<ListForm>(),
  decodedFrom: text("decoded_from"),
  /** The sheets with something in them; the first is read unless another was chosen. */
  sheets: json<string[]>("sheets").notNull(),
  sheet: text("sheet"),
  /** Row of the sheet, from 1, that names the columns. */
  headerRow: integer("header_row"),
  layout: json<Layout | null>("layout"),
  /** The end of the chain that the rows were compared with: what came after it may change what they would do. */
  comparedSeq: integer("compared_seq"),
  /** What the comparison asks and would add, told above the rows. */
  summary: json<Summary | null>("summary"),
  /** Whether what it holds is published at once; otherwise it comes in as drafts. */
  publish: flag("publish").notNull().default(false),
  /** What the visitor has to know of the last step, in a Dutch sentence. */
  notice: text("notice"),
  createdAt: instant("created_at").notNull(),
  takenAt: instant("taken_at"),
});

export type ListState = "waiting" | "reading" | "refused" | "read" | "comparing" | "compared" | "taking" | "taken";
export type ListForm = "xlsx" | "csv";

/** The rows of a list as they came, and what would become of each. */
export const listRows = sqliteTable(
  "list_rows",
  {
    importId: id("import_id")
      .notNull()
      .references(() => listImports.id, { onDelete: "cascade" }),
    /** Row of the sheet, from 1. */
    position: integer("position").notNull(),
    cells: json<string[]>("cells").notNull(),
    outcome: text("outcome").$type<Outcome>(),
    proposal: json<Proposal | null>("proposal"),
    /** Somebody chose the list over what was changed in the register. */
    listFirst: flag("list_first").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] }), index("list_rows_by_outcome").on(t.importId, t.outcome)],
);

/** What a ministry said of lists with these headers, so that the next one is right at once. */
export const listLayouts = sqliteTable(
  "list_layouts",
  {
    ministryId: id("ministry_id").notNull(),
    /** Digest of the headers, in any order. */
    headers: text("headers").notNull(),
    memory: json<RememberedLayout>("memory").notNull(),
    rememberedAt: instant("remembered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ministryId, t.headers] })],
);

/** Which commitment a row of a ministry's list is, and what it said when it was last taken in. Internal, notes and all. */
export const listTakings = sqliteTable(
  "list_takings",
  {
    ministryId: id("ministry_id").notNull(),
    key: text("key").notNull(),
    commitmentId: id("commitment_id").notNull(),
    listed: json<ListedRow>("listed").notNull(),
    listDate: day("list_date").notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ministryId, t.key] }), index("takings_of_commitment").on(t.commitmentId)],
);

/** A draft letter that somebody asked to keep, to check again later. Of the person who kept it, and of nobody else. */
export const keptDrafts = sqliteTable("kept_drafts", {
  id: id("id").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  title: text("title").notNull(),
  sentOn: day("sent_on").notNull(),
  dossierId: id("dossier_id"),
  chamber: text("chamber").$type<Chamber>().notNull(),
  writtenOn: day("written_on"),
  passages: json<Passage[]>("passages").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** What the reader proposed when the letter came in. Decisions on them are events. */
export const proposals = sqliteTable(
  "proposals",
  {
    id: id("id").primaryKey(),
    letterId: id("letter_id").notNull(),
    position: integer("position").notNull(),
    anchor: text("anchor").notNull(),
    kind: text("kind").$type<SpeechAct>().notNull(),
    quote: text("quote").notNull(),
    who: text("who"),
    addressee: text("addressee"),
    deadline: json<FoundDeadline | null>("deadline"),
    verdict: text("verdict"),
    why: text("why").notNull(),
  },
  (t) => [index("proposals_of_letter").on(t.letterId, t.position)],
);

/** The report and the closing list that were brought in with a debate, and what was read in them; one of each debate. */
export const debateRecords = sqliteTable("debate_records", {
  debateId: id("debate_id").primaryKey(),
  record: text("record").notNull(),
  list: text("list").notNull(),
  /** Null where the report was pasted. */
  fileName: text("file_name"),
  reading: json<DebateReading>("reading").notNull(),
  keptBy: id("kept_by")
    .notNull()
    .references(() => accounts.id),
  keptAt: instant("kept_at").notNull(),
});

/** Which commitment was made of a proposal in such a report, so that it is made once. */
export const recordTakings = sqliteTable(
  "record_takings",
  {
    debateId: id("debate_id").notNull(),
    /** Digest of the words of the proposal. */
    proposal: text("proposal").notNull(),
    commitmentId: id("commitment_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.debateId, t.proposal] })],
);

/** Decisions of a committee as they were brought in by its clerk, for all clerks of that committee. */
export const decisionTexts = sqliteTable("decision_texts", {
  id: id("id").primaryKey(),
  committeeId: id("committee_id")
    .notNull()
    .references(() => committees.id),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  text: text("text").notNull(),
  /** Where it comes from, in words: "Korte aantekeningen, 12 november". */
  source: text("source").notNull(),
  decidedOn: day("decided_on").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** The civil servant who writes the answer, with a date of the ministry's own that nobody else sees. */
export const ownerships = sqliteTable("ownerships", {
  commitmentId: id("commitment_id").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  internalDate: day("internal_date"),
});

/** Commitments that somebody picked to do one thing to all of them. Of the person who picked, and of nobody else. */
export const selections = sqliteTable("selections", {
  id: id("id").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  commitmentIds: json<string[]>("commitment_ids").notNull(),
  createdAt: instant("created_at").notNull(),
});

// --- What a reader keeps -----------------------------------------------------------------------------------------------

/** The list of somebody who is signed in, as its address writes it, and when they looked. */
export const keptLists = sqliteTable("kept_lists", {
  accountId: id("account_id")
    .primaryKey()
    .references(() => accounts.id),
  list: text("list").notNull(),
  /** What was recorded after this moment is new to them. */
  since: instant("since").notNull(),
  lookedAt: instant("looked_at").notNull(),
});

// --- Reminders --------------------------------------------------------------------------------------------------------

/** What a committee sent to a ministry, as it was sent. Triggers refuse UPDATE and DELETE. */
export const reminders = sqliteTable("reminders", {
  id: id("id").primaryKey(),
  /** `R2026-0001`. */
  number: text("number").notNull().unique(),
  committeeId: id("committee_id")
    .notNull()
    .references(() => committees.id),
  ministryId: id("ministry_id")
    .notNull()
    .references(() => ministries.id),
  edition: json<ReminderEdition>("edition").notNull(),
  /** The end of the chain when it was sent: what came after it changed since. */
  headSeq: integer("head_seq").notNull(),
  /** How many people at the ministry got it by mail. */
  mailedTo: integer("mailed_to").notNull(),
  sentBy: id("sent_by")
    .notNull()
    .references(() => accounts.id),
  sentAt: instant("sent_at").notNull(),
});

/** What a ministry answers to a row of a reminder: a proposal, which changes no standing and which nobody else reads. */
export const reminderAnswers = sqliteTable(
  "reminder_answers",
  {
    reminderId: id("reminder_id")
      .notNull()
      .references(() => reminders.id),
    commitmentId: id("commitment_id").notNull(),
    /** As it was last typed: of the ministry alone, until it is sent. */
    typed: json<TypedAnswer>("typed").notNull(),
    typedBy: id("typed_by")
      .notNull()
      .references(() => accounts.id),
    typedAt: instant("typed_at").notNull(),
    /** As the clerk reads it; null while nothing was sent, or what was sent is taken back. */
    sent: json<TypedAnswer | null>("sent"),
    sentAt: instant("sent_at"),
    /** The end of the chain when it was sent. */
    sentSeq: integer("sent_seq"),
    /** What the clerk did with what was sent; null while it waits. */
    outcome: text("outcome").$type<"taken" | "refused">(),
    /** Why it was refused: for the ministry. */
    refusal: text("refusal"),
    decidedBy: id("decided_by").references(() => accounts.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [primaryKey({ columns: [t.reminderId, t.commitmentId] })],
);

/** What was late on a Monday, kept as it was then. Triggers refuse UPDATE and DELETE. */
export const lateEditions = sqliteTable("late_editions", {
  day: day("day").primaryKey(),
  edition: json<LateEdition>("edition").notNull(),
  /** So that a list of editions need not read them all. */
  counts: json<EditionCounts>("counts").notNull(),
  /** The last event that counts. */
  headSeq: integer("head_seq").notNull(),
  madeAt: instant("made_at").notNull(),
});

// --- Accounts ----------------------------------------------------------------------------------------------------------

export const accounts = sqliteTable("accounts", {
  id: id("id").primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  role: text("role").$type<Role>().notNull(),
  ministryId: id("ministry_id").references(() => ministries.id),
  committeeId: id("committee_id").references(() => committees.id),
  memberId: id("member_id").references(() => members.id),
  /** Empty until the invitation has been taken: nothing fits an empty hash. */
  passwordHash: text("password_hash").notNull(),
  createdAt: instant("created_at").notNull(),
  /** Since when nobody signs in with it; null while it may be used. */
  disabledAt: instant("disabled_at"),
  /** The secret of the second factor, sealed by app/server/seal.ts; null where there is none. */
  totpSecret: text("totp_secret"),
  /** The last step of 30 seconds whose code was used: that code and those before it open nothing any more. */
  totpStep: integer("totp_step"),
  /** A secret that is being set up and was not confirmed by a code yet. */
  totpProposed: text("totp_proposed"),
});

/** Codes for who has lost the second factor. Each works once. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    accountId: id("account_id")
      .notNull()
      .references(() => accounts.id),
    /** SHA-256: a code holds 80 bits of chance, so that nobody guesses it back. */
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** One of each account: a new one takes the place of the old. */
export const invitations = sqliteTable("invitations", {
  accountId: id("account_id")
    .primaryKey()
    .references(() => accounts.id),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

export const sessions = sqliteTable("sessions", {
  /** SHA-256 of the token in the cookie, so that a copy of the database signs nobody in. */
  tokenHash: text("token_hash").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  /** To the hour. */
  lastSeenAt: instant("last_seen_at").notNull().default(""),
  /** In words: "Firefox op Windows". No address is kept. */
  client: text("client").notNull().default(""),
});

/** Who gave the right password and still owes the second factor. Opens nothing but that. */
export const pendingSignIns = sqliteTable("pending_sign_ins", {
  tokenHash: text("token_hash").primaryKey(),
  accountId: id("account_id")
    .notNull()
    .references(() => accounts.id),
  expiresAt: instant("expires_at").notNull(),
});

/** Browsers in which an account was signed in before: what strangers try elsewhere does not keep these out. */
export const knownBrowsers = sqliteTable(
  "known_browsers",
  {
    tokenHash: text("token_hash").notNull(),
    accountId: id("account_id")
      .notNull()
      .references(() => accounts.id),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.accountId] })],
);

export const signInAttempts = sqliteTable(
  "sign_in_attempts",
  { id: integer("id").primaryKey(), key: text("key").notNull(), at: instant("at").notNull() },
  (t) => [index("attempts_by_key").on(t.key, t.at)],
);

// --- Mail and the log --------------------------------------------------------------------------------------------------

/** Messages to people. What they say and to whom is forgotten 30 days after they went. */
export const mails = sqliteTable(
  "mails",
  {
    id: id("id").primaryKey(),
    /** Null once it is forgotten, like the text and the problem. */
    to: text("to_address"),
    subject: text("subject").notNull(),
    text: text("text"),
    /** Its words open something, as an invitation does: they are forgotten as soon as it is gone. */
    opens: flag("opens").notNull(),
    state: text("state").$type<MailState>().notNull(),
    tries: integer("tries").notNull().default(0),
    queuedAt: instant("queued_at").notNull(),
    firstTriedAt: instant("first_tried_at"),
    /** While it is being sent: until when nobody else may take it. Null when it is settled. */
    nextTryAt: instant("next_try_at"),
    /** Of the try that is under way, so that a late answer does not settle a later try. */
    claim: id("claim"),
    settledAt: instant("settled_at"),
    /** What went wrong last, in a Dutch sentence. */
    problem: text("problem"),
  },
  (t) => [index("mails_to_send").on(t.state, t.nextTryAt)],
);

export const mailAttachments = sqliteTable(
  "mail_attachments",
  {
    mailId: id("mail_id")
      .notNull()
      .references(() => mails.id),
    position: integer("position").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailId, t.position] })],
);

/** Who did what that is no event. Triggers refuse UPDATE and DELETE. */
export const acts = sqliteTable(
  "acts",
  {
    id: integer("id").primaryKey(),
    at: instant("at").notNull(),
    /** An account, `register`, or null for somebody who is not signed in. */
    by: id("by_account"),
    kind: text("kind").$type<ActKind>().notNull(),
    thingKind: text("thing_kind").$type<ActThing["kind"]>(),
    thingId: id("thing_id"),
    /** A word of the program; never a name, an address or what somebody typed. */
    detail: text("detail"),
  },
  (t) => [index("acts_by_moment").on(t.at, t.id)],
);

/** What an account is called in an export of the log. */
export const logNumbers = sqliteTable("log_numbers", {
  number: integer("number").primaryKey(),
  accountId: id("account_id").notNull().unique(),
});
