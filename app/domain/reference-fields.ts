/** What the register keeps of each list, and how a form for it is read. */
import { isIsoDay } from "./calendar.ts";
import { overlap, type ReferenceList, type Term, termInWords } from "./reference.ts";

export interface ListField {
  /** As the row has it. */
  name: string;
  label: string;
  as: "text" | "area" | "day" | "chamber" | "pick";
  /** The list that a pick is from. */
  from?: ReferenceList;
  optional?: boolean;
  hint?: string;
  /** Only asked when it is added: later it changes from a day on, or not at all. */
  once?: boolean;
}

interface ListWords {
  list: ReferenceList;
  /** The heading of the list. */
  title: string;
  /** One of them, with its article, in the middle of a sentence. */
  one: string;
  lead: string;
  /** The same in a few words, after its title. */
  what: string;
  fields: readonly ListField[];
}

const NAME: ListField = { name: "name", label: "Naam", as: "text", once: true };
const CHAMBER: ListField = { name: "chamber", label: "Kamer", as: "chamber", once: true };
const DESCRIPTION: ListField = { name: "description", label: "Omschrijving", as: "area", optional: true };

/** By the last part of the address of the list. */
export const LISTS = {
  ministeries: {
    list: "ministry",
    title: "Ministeries",
    what: "met hun namen door de tijd en hun opvolgers",
    one: "het ministerie",
    lead: "Ministeries met hun namen door de tijd, en waar het werk heen ging als een ministerie ophield.",
    fields: [
      { ...NAME, hint: "Voluit: Ministerie van …" },
      { name: "abbreviation", label: "Afkorting", as: "text", optional: true },
      {
        name: "tooi",
        label: "TOOI-identificatie",
        as: "text",
        optional: true,
        hint: "Het adres dat de overheid aan dit ministerie gaf: https://identifier.overheid.nl/tooi/id/ministerie/…",
      },
    ],
  },
  ambten: {
    list: "office",
    title: "Ambten",
    what: "ministers en staatssecretarissen, en hun ministerie",
    one: "het ambt",
    lead: "Een toezegging bindt het ambt. Wie het ambt wanneer had, staat bij Bewindspersonen.",
    fields: [
      { ...NAME, hint: "Minister van … of Staatssecretaris van …" },
      { name: "ministryId", label: "Ministerie", as: "pick", from: "ministry" },
    ],
  },
  bewindspersonen: {
    list: "office_holder",
    title: "Bewindspersonen",
    what: "wie welk ambt had, van wanneer tot wanneer",
    one: "de bewindspersoon",
    lead: "Wie een ambt had, van wanneer tot wanneer. Twee personen hebben niet tegelijk hetzelfde ambt.",
    fields: [
      NAME,
      { name: "officeId", label: "Ambt", as: "pick", from: "office", once: true },
      { name: "from", label: "Eerste dag", as: "day", optional: true },
      { name: "until", label: "Laatste dag", as: "day", optional: true, hint: "Leeg: niet bekend, of nog in het ambt" },
    ],
  },
  commissies: {
    list: "committee",
    title: "Commissies",
    what: "van beide Kamers, met hun namen door de tijd",
    one: "de commissie",
    lead: "Commissies van beide Kamers, met hun namen door de tijd.",
    fields: [NAME, CHAMBER],
  },
  fracties: {
    list: "group",
    title: "Fracties",
    what: "zoals ze bij een toezegging worden genoemd",
    one: "de fractie",
    lead: "Fracties, zoals ze genoemd worden bij wie iets is toegezegd.",
    fields: [NAME],
  },
  leden: {
    list: "member",
    title: "Kamerleden",
    what: "met hun fractie door de tijd",
    one: "het Kamerlid",
    lead: "Kamerleden met hun fractie door de tijd. Bij een toezegging staat de fractie van die dag.",
    fields: [
      NAME,
      { name: "groupId", label: "Fractie", as: "pick", from: "group", optional: true, once: true },
      CHAMBER,
    ],
  },
  dossiers: {
    list: "dossier",
    title: "Dossiers",
    what: "onderwerpen van beleid die het register volgt",
    one: "het dossier",
    lead: "Onderwerpen van beleid die het register volgt. Ritme en looptijd legt het ministerie of de griffie vast.",
    fields: [
      NAME,
      DESCRIPTION,
      { name: "ministryId", label: "Ministerie", as: "pick", from: "ministry", optional: true },
      { name: "committeeId", label: "Commissie", as: "pick", from: "committee", optional: true },
      { name: "coveredFrom", label: "Gevolgd vanaf", as: "day", once: true },
    ],
  },
  onderwerpen: {
    list: "topic",
    title: "Onderwerpen",
    what: "binnen een dossier",
    one: "het onderwerp",
    lead: "Onderwerpen binnen een dossier.",
    fields: [NAME, { name: "dossierId", label: "Dossier", as: "pick", from: "dossier" }, DESCRIPTION],
  },
} as const satisfies Record<string, ListWords>;

export type ListPath = keyof typeof LISTS;

export const isListPath = (path: string): path is ListPath => Object.hasOwn(LISTS, path);

/** The words of a list, by the last part of its address. */
export const listAt = (path: ListPath): ListWords => LISTS[path];

/** Of each field the text that was typed or that is stored; the empty text where there is nothing. */
export type Entry = Record<string, string>;

export interface FieldProblem {
  field: string;
  message: string;
}

const TOOI = /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/[a-z_]+\/[a-z0-9]+$/;

/** What is wrong with a form by itself, before anybody looks at the register. */
export function problemsIn(fields: readonly ListField[], typed: Entry): FieldProblem[] {
  const problems = fields.flatMap(({ name, label, as, optional }): FieldProblem[] => {
    const value = typed[name] ?? "";
    if (value === "") return optional ? [] : [{ field: name, message: `Vul in: ${label.toLowerCase()}.` }];
    if (as === "day" && !isIsoDay(value)) return [{ field: name, message: `Dit is geen dag die bestaat: ${value}.` }];
    if (as === "chamber" && value !== "TK" && value !== "EK")
      return [{ field: name, message: "Kies de Tweede of de Eerste Kamer." }];
    if (as === "text" && value.length > 300)
      return [{ field: name, message: `${label} is te lang: hooguit 300 tekens.` }];
    if (name === "tooi" && !TOOI.test(value))
      return [
        {
          field: name,
          message: "Dit is geen TOOI-identificatie. Die begint met https://identifier.overheid.nl/tooi/id/.",
        },
      ];
    return [];
  });
  const { from = "", until = "" } = typed;
  if (isIsoDay(from) && isIsoDay(until) && until < from)
    problems.push({ field: "until", message: "De laatste dag ligt voor de eerste." });
  return problems;
}

/** With whom somebody would hold the office at once, in a sentence; null where nobody. */
export function holdsWith(typed: Entry, others: readonly Term[]): string | null {
  const own: Term = { name: typed.name ?? "", from: typed.from || null, until: typed.until || null };
  const other = others.find((one) => overlap(own, one));
  return other
    ? `${other.name} had dit ambt in dezelfde tijd (${termInWords(other)}). Vul bij een van beiden een andere dag in.`
    : null;
}

/** A field that somebody else changed since the form was made. */
export interface Overtaken {
  field: string;
  label: string;
  was: string;
  now: string;
}

/**
 * Three ways of one row: as the form showed it, as it was typed, as it is now. Where only a colleague changed a field
 * the form takes that over; where both did, it keeps what was typed and says what the other wrote.
 */
export function beside(fields: readonly ListField[], was: Entry, typed: Entry, now: Entry) {
  const overtaken: Overtaken[] = [];
  const merged: Entry = {};
  for (const { name, label } of fields) {
    const [before = "", own = "", theirs = ""] = [was[name], typed[name], now[name]];
    if (theirs !== before) overtaken.push({ field: name, label, was: before, now: theirs });
    merged[name] = own === before ? theirs : own;
  }
  return { overtaken: overtaken.filter(({ field, now: theirs }) => typed[field] !== theirs), merged };
}

/** What is published and names a row. */
export interface Usage {
  commitments: number;
  debates: number;
  /** In which such a commitment was made. */
  letters: number;
  items: number;
}

/** How much is published that names a row, in a sentence. */
export function usageInWords({ commitments, debates, letters, items }: Usage): string {
  const counted = [
    [commitments, "toezegging", "toezeggingen"],
    [debates, "debat", "debatten"],
    [letters, "brief met een toezegging", "brieven met een toezegging"],
    [items, "andere regel", "andere regels"],
  ] as const;
  const parts = counted.flatMap(([n, one, more]) => (n > 0 ? [`${n} ${n === 1 ? one : more}`] : []));
  return parts.length > 0 ? `Gepubliceerd: ${parts.join(", ")}.` : "Er is nog niets gepubliceerd dat deze naam noemt.";
}
