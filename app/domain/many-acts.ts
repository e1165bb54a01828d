/** What can be done to many commitments at once: some are acts on one, told once for all; the others only exist here. */
import { ACTS, type ActName, type ActRule } from "./acts.ts";
import type { CorrectableField } from "./correction-table.ts";

/** No more than this in one go: it is one transaction, and one page shows it all before. */
export const MOST_AT_ONCE = 1000;

/** What the forms choose from. */
export interface ManyChoices {
  colleagues: readonly { id: string; name: string }[];
  topics: readonly { id: string; name: string; dossierId: string }[];
  dossiers: readonly { id: string; name: string }[];
}

interface ManyRule extends Pick<ActRule, "permission" | "label" | "lead"> {
  /** The act on one that it is; null where it is none. */
  each: ActName | null;
  fields: (choices: ManyChoices) => readonly CorrectableField[];
}

const pick = (name: string, label: string, rows: readonly { id: string; name: string }[]): CorrectableField => ({
  name,
  label,
  kind: { as: "choice", options: rows.map((row) => ({ value: row.id, label: row.name })) },
});
const reason: CorrectableField = {
  name: "reason",
  label: "Waarom? Deze reden is voor iedereen te lezen",
  kind: { as: "text" },
};

/** The form for one, without the letter: a date of the ministry's own that the Kamer was not told. */
const planning = ACTS.uitstellen.fields
  .filter(({ name }) => name !== "passage")
  .map((field) =>
    field.name === "effectiveOn" ? { ...field, label: "Besloten op", optional: undefined, hint: undefined } : field,
  );

const many = (each: ActName): ManyRule => ({ ...ACTS[each], each, fields: () => ACTS[each].fields });

export const MANY_ACTS = {
  dossierhouder: {
    permission: "own_planning",
    label: "Een dossierhouder aanwijzen",
    lead: "Alleen uw eigen ministerie ziet dit.",
    each: null,
    fields: ({ colleagues }) => [
      pick("accountId", "Wie schrijft het antwoord?", colleagues),
      { name: "internalDate", label: "Eigen datum", kind: { as: "day" }, optional: true },
    ],
  },
  onderwerp: {
    permission: "register",
    label: "Een onderwerp geven",
    lead: "Een correctie van elke toezegging: wat er stond, blijft te lezen.",
    each: null,
    fields: ({ topics, dossiers }) => [
      pick(
        "topicId",
        "Onderwerp",
        topics.map(({ id, name, dossierId }) => ({
          id,
          name: `${dossiers.find((dossier) => dossier.id === dossierId)?.name}: ${name}`,
        })),
      ),
      reason,
    ],
  },
  dossier: {
    permission: "register",
    label: "Naar een ander dossier",
    lead: "Een correctie van elke toezegging. Een onderwerp van het oude dossier vervalt daarbij.",
    each: null,
    fields: ({ dossiers }) => [pick("dossierId", "Dossier", dossiers), reason],
  },
  planning: {
    permission: "own_planning",
    label: "Een planning vastleggen, niet gemeld",
    lead: "Planning van het ministerie, niet aan de Kamer gemeld: de termijn die geldt, verschuift er niet door.",
    each: "uitstellen",
    fields: () => planning,
  },
  overdragen: many("overdragen"),
  melden: many("melden"),
  vervallen: many("vervallen"),
  publiceren: {
    permission: "register",
    label: "Concepten publiceren",
    lead: "Elk concept krijgt een nummer en is daarna voor iedereen te lezen, met het debat waarin het is gedaan.",
    each: null,
    fields: () => [],
  },
} as const satisfies Record<string, ManyRule>;

/** As the address names it. */
export type ManyActName = keyof typeof MANY_ACTS;

export const isManyAct = (name: string | undefined): name is ManyActName => Object.hasOwn(MANY_ACTS, name ?? "");
