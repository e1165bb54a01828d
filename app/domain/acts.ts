/**
 * What people do to a published commitment: each act is one event, asked for in one short form. Who may, what is asked
 * and in which words stand here; what is refused stands in `act-refusal.ts`.
 */
import { CLAIM_WORDS, VERDICT_WORDS } from "./commitment.ts";
import type { CorrectableField } from "./correction-table.ts";
import type { Act as Permission } from "./permissions.ts";

export interface ActRule {
  permission: Permission;
  /** The link on the work sheet, and the heading of the form. */
  label: string;
  /** What one should know before filling it in. */
  lead: string;
  fields: readonly CorrectableField[];
}

/** A day is asked for with every act: the day that it holds is never the day of typing by itself. */
const day = (label: string): CorrectableField => ({ name: "effectiveOn", label, kind: { as: "day" } });
const choice = (name: string, label: string, words: Record<string, string>): CorrectableField => ({
  name,
  label,
  kind: { as: "choice", options: Object.entries(words).map(([value, word]) => ({ value, label: word })) },
});
const note: CorrectableField = { name: "note", label: "Toelichting", kind: { as: "text" }, optional: true };
const rest = (unless: string): CorrectableField => ({
  name: "rest",
  label: "Wat gebeurt er met de rest?",
  kind: { as: "rest" },
  hint: `Niet nodig bij “${unless}”.`,
});
const decision = [
  { name: "reason", label: "Reden", kind: { as: "text" } },
  { name: "decider", label: "Wie heeft dit besloten", kind: { as: "line" } },
  day("Dag van het besluit"),
] as const satisfies readonly CorrectableField[];

const RELATION_WORDS = {
  repeats: "herhaalt",
  adds_to: "vult aan",
  changes: "wijzigt",
  same_promise: "is in de andere Kamer ook gedaan",
} as const;

export const ACTS = {
  uitstellen: {
    permission: "own_planning",
    label: "Termijn zetten of uitstellen",
    lead: "Alleen een termijn die aan de Kamer is gemeld, komt in de plaats van de oude. Kiest u geen brief, dan staat er: planning van het ministerie, niet gemeld. Ook dat, en de reden, is voor iedereen te lezen.",
    fields: [
      {
        name: "deadline",
        label: "De nieuwe termijn, in de woorden zoals ze zijn gezegd",
        kind: { as: "deadline" },
      },
      { name: "passage", label: "Waar is dit aan de Kamer gemeld?", kind: { as: "passage" }, optional: true },
      {
        ...day("Gezegd of besloten op"),
        optional: true,
        hint: "Kiest u een brief, laat dit dan leeg: de dag van de brief telt.",
      },
      { name: "reason", label: "Reden", kind: { as: "text" }, optional: true },
    ],
  },
  melden: {
    permission: "review",
    label: "Koppelen aan een brief",
    lead: "Wat het ministerie in een brief over deze toezegging meldt. Het geldt vanaf de dag waarop de Kamer de brief kreeg.",
    fields: [
      { name: "passage", label: "In welke brief, en waar daarin?", kind: { as: "passage" } },
      choice("claim", "Wat meldt het ministerie?", CLAIM_WORDS),
      rest(CLAIM_WORDS.met),
      note,
    ],
  },
  bron: {
    permission: "register",
    label: "Andere bron toevoegen",
    lead: "Een bron buiten de brieven, en wat die laat zien. De status van de toezegging verandert er niet door.",
    fields: [
      { name: "shows", label: "Wat laat de bron zien?", kind: { as: "text" } },
      { name: "source", label: "De bron, in woorden", kind: { as: "line" } },
      { name: "url", label: "Adres van de bron", kind: { as: "url" }, optional: true },
      { name: "date", label: "Datum van de bron", kind: { as: "day" }, optional: true },
      { name: "dateWords", label: "Of alleen het jaar", kind: { as: "line" }, optional: true },
      { name: "consultedOn", label: "Geraadpleegd op", kind: { as: "day" }, optional: true },
    ],
  },
  verbinden: {
    permission: "register",
    label: "Verbinden met een andere toezegging",
    lead: "Deze toezegging herhaalt, wijzigt of vult een andere aan, of is in de andere Kamer ook gedaan.",
    fields: [
      choice("relation", "Deze toezegging", RELATION_WORDS),
      { name: "commitmentId", label: "Welke andere toezegging?", kind: { as: "commitment" } },
      day("Sinds welke dag geldt dit verband?"),
    ],
  },
  overdragen: {
    permission: "own_planning",
    label: "Overdragen aan een ander ministerie",
    lead: "De toezegging telt pas bij het andere ministerie als dat haar aanvaardt. Tot dan blijft ze van u.",
    fields: [
      { name: "ministryId", label: "Aan welk ministerie?", kind: { as: "pick", from: "ministries" } },
      day("Overgedragen op"),
    ],
  },
  aanvaarden: {
    permission: "own_planning",
    label: "Overdracht aanvaarden",
    lead: "Vanaf de dag die u invult telt de toezegging bij uw ministerie, met de termijn die geldt.",
    fields: [day("Aanvaard op")],
  },
  weigeren: {
    permission: "own_planning",
    label: "Overdracht weigeren",
    lead: "De toezegging blijft dan bij het ministerie dat haar overdroeg. De reden is voor iedereen te lezen.",
    fields: [{ name: "reason", label: "Waarom aanvaardt uw ministerie dit niet?", kind: { as: "text" } }],
  },
  oordelen: {
    permission: "judge",
    label: "Oordeel van de commissie vastleggen",
    lead: "Het oordeel komt naast de melding van het ministerie te staan, en niet in plaats daarvan.",
    fields: [
      choice("verdict", "Hoe oordeelt de commissie?", VERDICT_WORDS),
      rest(VERDICT_WORDS.met),
      note,
      day("Dag van het besluit"),
    ],
  },
  vervallen: {
    permission: "judge",
    label: "Laten vervallen",
    lead: "De toezegging hoeft dan niet meer te worden nagekomen. Dat is iets anders dan voldaan.",
    fields: decision,
  },
  heropenen: {
    permission: "judge",
    label: "Heropenen",
    lead: "Wat voldaan of vervallen was, staat daarna weer open, met de termijn die gold.",
    fields: decision,
  },
} as const satisfies Record<string, ActRule>;

/** As the address names it. */
export type ActName = keyof typeof ACTS;

/** What the ministry does to which a commitment was handed over. */
export const answersHandOver = (name: ActName): boolean => name === "aanvaarden" || name === "weigeren";
