/**
 * Which kinds of event may be corrected, and which of their fields: the one table behind every page that corrects. What
 * is not in it follows from something else, or is undone by a withdrawal.
 */
import type { IsoDay } from "./calendar.ts";
import { CHAMBER_WORDS, CLAIM_WORDS, ITEM_WORDS, VERDICT_WORDS } from "./commitment.ts";
import type { CorrectionKind } from "./correction-kinds.ts";
import type { RegisterEvent, Subject } from "./events.ts";
import { RHYTHMS } from "./rhythm.ts";

export interface CorrectableField {
  /** Where it stands in the payload (`evidence.url`); `effectiveOn` is the day of the event itself. */
  name: string;
  /** Two keys of the payload that are one question: the value is then an object of both. */
  keys?: readonly string[];
  label: string;
  /** The term beside which a public page shows it, where that is another than the label. */
  fact?: string;
  kind: CorrectionKind;
  optional?: true;
  /** What one should know before filling it in. */
  hint?: string;
}

/** What is wrong with an event as it would become, by the name of the field. */
export type Check = (
  after: { effectiveOn: IsoDay; payload: Record<string, unknown> },
  today: IsoDay,
) => { name: string; message: string }[];

interface Correctable {
  fields: readonly CorrectableField[];
  check?: Check;
}

const line = (name: string, label: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  name,
  label,
  kind: { as: "line" },
  ...more,
});
const text = (name: string, label: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  ...line(name, label, more),
  kind: { as: "text" },
});
const day = (name: string, label: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  ...line(name, label, more),
  kind: { as: "day" },
});
const number = (name: string, label: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  ...line(name, label, more),
  kind: { as: "number" },
});
const choice = (name: string, label: string, words: Record<string, string>, fact?: string): CorrectableField => ({
  name,
  label,
  fact,
  kind: { as: "choice", options: Object.entries(words).map(([value, word]) => ({ value, label: word })) },
});

const past =
  (what: string): Check =>
  ({ effectiveOn }, today) =>
    effectiveOn > today
      ? [{ name: "effectiveOn", message: `${what} kan niet op een dag zijn die nog moet komen.` }]
      : [];

const when = (condition: boolean, name: string, message: string) => (condition ? [{ name, message }] : []);

const DEBATE_PAPER: CorrectableField = {
  name: "paper",
  label: "Nummer van het verslag",
  fact: "Verslag",
  kind: { as: "paper" },
  optional: true,
};
const decision = [text("reason", "Reden"), line("decider", "Besluit van"), day("effectiveOn", "Dag van het besluit")];

const TABLE: Partial<Record<`${Subject} ${string}`, Correctable>> = {
  "commitment registered": {
    fields: [
      line("title", "Titel"),
      text("text", "Wat precies is toegezegd"),
      text("quote", "De woorden zoals die zijn gezegd", { optional: true }),
      day("effectiveOn", "Gedaan op"),
      { name: "holder", keys: ["officeId", "officeHolderId"], label: "Door", kind: { as: "holder" } },
      { name: "to", label: "Aan", kind: { as: "addressees" } },
      { name: "dossierId", label: "Dossier", kind: { as: "pick", from: "dossiers" } },
      { name: "topicId", label: "Onderwerp", kind: { as: "pick", from: "topics" }, optional: true },
      { name: "committeeId", label: "Commissie", kind: { as: "pick", from: "committees" }, optional: true },
      text("source", "Hoe we dit weten", { optional: true }),
      { name: "origin.passage", label: "Plaats in de brief", kind: { as: "place" }, optional: true },
      { name: "recurring", label: "Loopt door", kind: { as: "recurring" } },
    ],
    check: past("Een toezegging"),
  },
  "commitment deadline_set": {
    fields: [
      { name: "deadline", label: "Termijn", kind: { as: "deadline" }, optional: true },
      day("effectiveOn", "Gezegd op"),
      text("reason", "Reden van het uitstel", { optional: true }),
      { name: "passage", label: "Waar het aan de Kamer is gemeld", kind: { as: "passage" }, optional: true },
    ],
    check: past("Dit"),
  },
  "commitment reported": {
    fields: [
      choice("claim", "Wat het ministerie meldt", CLAIM_WORDS),
      { name: "rest", label: "Wat er met de rest gebeurt", kind: { as: "rest" } },
      text("note", "Toelichting", { optional: true }),
      { name: "passage", label: "Plaats in de brief", kind: { as: "place" } },
    ],
  },
  "commitment judged": {
    fields: [
      choice("verdict", "Oordeel", VERDICT_WORDS),
      { name: "rest", label: "Wat er met de rest gebeurt", kind: { as: "rest" } },
      text("note", "Toelichting", { optional: true }),
      day("effectiveOn", "Dag van het besluit"),
    ],
    check: past("Een oordeel"),
  },
  "commitment lapsed": { fields: decision, check: past("Een besluit") },
  "commitment reopened": { fields: decision, check: past("Een besluit") },
  "commitment handed_over": {
    fields: [
      { name: "ministryId", label: "Aan welk ministerie", kind: { as: "pick", from: "ministries" } },
      day("effectiveOn", "Overgedragen op"),
    ],
    check: past("Een overdracht"),
  },
  "commitment accepted": { fields: [day("effectiveOn", "Aanvaard op")], check: past("Een overdracht") },
  "commitment linked": {
    fields: [
      choice("relation", "Verband", {
        repeats: "herhaalt",
        adds_to: "vult aan",
        changes: "wijzigt",
        same_promise: "is in de andere Kamer ook gedaan",
      }),
      { name: "commitmentId", label: "Andere toezegging", kind: { as: "commitment" } },
    ],
  },
  "commitment evidence_added": {
    fields: [
      text("shows", "Wat de bron laat zien"),
      line("source", "Bron"),
      { name: "url", label: "Adres van de bron", kind: { as: "url" }, optional: true },
      day("date", "Datum van de bron", { optional: true }),
      line("dateWords", "Datum in woorden", { optional: true }),
      day("consultedOn", "Geraadpleegd op", { optional: true }),
    ],
  },

  "debate registered": {
    fields: [
      line("title", "Titel"),
      line("debateKind", "Soort"),
      day("effectiveOn", "Datum"),
      choice("chamber", "Kamer", CHAMBER_WORDS),
      { name: "committeeId", label: "Commissie", kind: { as: "pick", from: "committees" }, optional: true },
      { name: "officeHolderIds", label: "Namens de regering", kind: { as: "holders" } },
      DEBATE_PAPER,
    ],
    check: past("Een debat"),
  },

  "letter registered": {
    fields: [
      line("title", "Titel"),
      day("date", "Datum"),
      day("receivedOn", "Ontvangen", { optional: true }),
      choice("letterKind", "Soort", { progress: "voortgangsbrief", other: "andere brief" }),
      choice("chamber", "Kamer", CHAMBER_WORDS),
      line("sender", "Afzender", { fact: "Van", optional: true }),
      { name: "paper", label: "Kamerstuk", fact: "Officiële bron", kind: { as: "paper" }, optional: true },
    ],
    check: ({ payload: { date, receivedOn } }, today) => [
      ...when(String(date) > today, "date", "De datum moet nog komen. Vul een datum in tot en met vandaag."),
      ...when(
        String(receivedOn ?? "") > today,
        "receivedOn",
        "Deze dag moet nog komen. Laat het leeg als u de dag niet weet.",
      ),
      ...when(
        receivedOn !== null && String(receivedOn) < String(date),
        "receivedOn",
        "De Kamer kan de brief niet hebben gekregen voor hij geschreven was.",
      ),
    ],
  },
  "letter remarked": {
    fields: [text("why", "Opmerking"), { name: "passage", label: "Plaats in de brief", kind: { as: "place" } }],
  },

  "dossier coverage_set": {
    fields: [day("from", "Gevolgd vanaf"), day("until", "Gevolgd tot en met", { optional: true })],
    check: ({ payload: { from, until } }) =>
      when(until !== null && String(until) < String(from), "until", "De laatste dag ligt voor de eerste."),
  },
  "dossier rhythm_set": {
    fields: [
      {
        name: "lettersPerYear",
        label: "Brieven per jaar",
        kind: {
          as: "choice",
          options: [{ value: null, label: "geen vast ritme" }, ...RHYTHMS.map((n) => ({ value: n, label: String(n) }))],
        },
      },
      day("effectiveOn", "Vanaf"),
      line("source", "Waar is dit afgesproken"),
    ],
    check: past("Een ritme"),
  },
  "dossier told_date_set": {
    fields: [
      day("effectiveOn", "Gemeld op"),
      day("expectedOn", "Verwacht uiterlijk op"),
      line("words", "In welke woorden"),
      line("source", "Waar is dit gemeld"),
    ],
    check: (after, today) => [
      ...past("Wat is gemeld,")(after, today),
      ...when(
        String(after.payload.expectedOn) < after.effectiveOn,
        "expectedOn",
        "De verwachte dag ligt voor de dag waarop die is gemeld.",
      ),
    ],
  },

  "item registered": {
    fields: [
      line("title", "Titel"),
      text("text", "Wat er staat"),
      choice("itemKind", "Soort", Object.fromEntries(Object.entries(ITEM_WORDS).map(([kind, { one }]) => [kind, one]))),
      day("effectiveOn", "Van", { fact: "Gezegd of gemeld" }),
      { name: "topicId", label: "Onderwerp", kind: { as: "pick", from: "topics" }, optional: true },
      line("by", "Door wie", { fact: "Door", optional: true }),
      { name: "deadline", label: "Genoemde termijn", kind: { as: "deadline" }, optional: true },
      text("source", "Hoe we dit weten", { optional: true }),
      { name: "origin.passage", label: "Plaats in de brief", kind: { as: "place" }, optional: true },
      line("evidence.source", "Bron", { fact: "Document" }),
      { name: "evidence.url", label: "Adres van de bron", fact: "Document", kind: { as: "url" }, optional: true },
      day("evidence.date", "Datum van de bron", { fact: "Document", optional: true }),
      line("evidence.dateWords", "Datum in woorden", { fact: "Document", optional: true }),
      day("evidence.consultedOn", "Geraadpleegd op", { fact: "Document", optional: true }),
      line("measure.category", "Categorie"),
      { name: "measure.partners", label: "Partners", fact: "Met wie", kind: { as: "names" }, optional: true },
      line("measure.term", "Termijn van de maatregel", { fact: "Termijn", optional: true }),
      number("measure.fromMonth", "Vanaf maand", { optional: true }),
      number("measure.untilMonth", "Tot en met maand", { optional: true }),
      line("measure.start.words", "Waar de termijn begint"),
      day("measure.start.day", "Dag waarop de termijn begint", { optional: true }),
      {
        name: "measure.inDoubt",
        label: "Met een vraagteken",
        fact: "Vraagteken",
        kind: {
          as: "choice",
          options: [
            { value: true, label: "ja, het document twijfelt zelf" },
            { value: false, label: "nee" },
            { value: null, label: "niet bekend" },
          ],
        },
      },
      line("figure.series", "Reeks"),
      line("figure.unit", "Eenheid"),
      number("figure.value", "Waarde"),
      day("figure.on", "Waarde op", { fact: "Op" }),
    ],
    check: past("Wat hier staat"),
  },
  "item linked": {
    fields: [
      choice("relation", "Verband", {
        about: "gaat over",
        shows: "laat zien wat ervan kwam",
        answers: "beantwoordt",
        follows_from: "volgt uit",
      }),
    ],
  },
  "item mentioned": {
    fields: [
      { name: "passage", label: "Plaats in de brief", kind: { as: "place" } },
      text("note", "Toelichting", { optional: true }),
    ],
  },

  "calendar happened": {
    fields: [day("effectiveOn", "Gebeurd op"), line("what", "Wat er gebeurde")],
    check: past("Iets"),
  },
};

/** The fields of an event that a page may correct; empty where there are none. */
export const correctableFields = (event: RegisterEvent): readonly CorrectableField[] =>
  (TABLE[`${event.subject} ${event.kind}`]?.fields ?? []).filter((field) => {
    // Parts that this event does not have are not asked for: a figure of an expectation, a place in no letter.
    const parts = field.name.split(".");
    const needed = field.kind.as === "place" ? parts : parts.slice(0, -1);
    return needed.length === 0 || valueAt(event.payload, needed) !== null;
  });

/** What stands at a path in a payload; null where any part of the way is missing. */
export const valueAt = (value: unknown, [first, ...rest]: readonly string[]): unknown =>
  first === undefined
    ? (value ?? null)
    : typeof value === "object" && value !== null
      ? valueAt((value as Record<string, unknown>)[first], rest)
      : null;

export const checkOf = ({ subject, kind }: RegisterEvent): Check => TABLE[`${subject} ${kind}`]?.check ?? (() => []);
