import { STATUS_WORDS } from "#app/domain/commitment.ts";
import { type Filter, SORTS } from "#app/domain/filter.ts";
import type { FilterOptions } from "#db/public.ts";
import { CheckboxesField, DateField, SelectField } from "./form.tsx";

/** What the register can be filtered on: the public list and the one of the back office ask the same. */
export function RegisterFilterFields({ filter, options }: { filter: Filter; options: FilterOptions }) {
  const byId = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const bySlug = (rows: { slug: string; name: string }[]) =>
    rows.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <>
      <CheckboxesField
        compact
        inline
        name="status"
        label="Status"
        values={filter.statuses.map((status) => STATUS_WORDS[status].replace(" ", "-"))}
        options={Object.values(STATUS_WORDS).map((word) => ({ value: word.replace(" ", "-"), label: word }))}
      />
      <SelectField
        compact
        name="te-laat"
        label="Te laat"
        emptyLabel="Maakt niet uit"
        value={filter.late === null ? "" : filter.late ? "ja" : "nee"}
        options={[
          { value: "ja", label: "Alleen te laat" },
          { value: "nee", label: "Niet te laat" },
        ]}
      />
      <SelectField
        compact
        name="termijn"
        label="Termijn"
        emptyLabel="Maakt niet uit"
        value={filter.withoutTerm ? "zonder" : ""}
        options={[{ value: "zonder", label: "Zonder termijn" }]}
      />
      <SelectField
        compact
        name="oordeel"
        label="Oordeel"
        emptyLabel="Maakt niet uit"
        value={filter.disagreed ? "verschilt" : ""}
        options={[{ value: "verschilt", label: "Ministerie en commissie verschillen" }]}
      />
      <SelectField
        compact
        name="binnen"
        label="Loopt af"
        emptyLabel="Maakt niet uit"
        value={filter.dueWithin === null ? "" : String(filter.dueWithin)}
        options={[
          { value: "30", label: "Binnen 30 dagen" },
          { value: "90", label: "Binnen 90 dagen" },
          { value: "180", label: "Binnen een half jaar" },
        ]}
      />
      <SelectField
        compact
        name="dossier"
        label="Dossier"
        emptyLabel="Alle dossiers"
        value={filter.dossier}
        options={bySlug(options.dossiers)}
      />
      <SelectField
        compact
        name="onderwerp"
        label="Onderwerp"
        emptyLabel="Alle onderwerpen"
        value={filter.topic}
        options={bySlug(options.topics)}
      />
      <SelectField
        compact
        name="ministerie"
        label="Ministerie"
        emptyLabel="Alle ministeries"
        value={filter.ministry}
        options={byId(options.ministries)}
      />
      <SelectField
        compact
        name="ambt"
        label="Ambt"
        emptyLabel="Alle ambten"
        value={filter.office}
        options={byId(options.offices)}
      />
      <SelectField
        compact
        name="commissie"
        label="Commissie"
        emptyLabel="Alle commissies"
        value={filter.committee}
        options={byId(options.committees)}
      />
      <SelectField
        compact
        name="lid"
        label="Gedaan aan Kamerlid"
        emptyLabel="Alle leden"
        value={filter.member}
        options={byId(options.members)}
      />
      <SelectField
        compact
        name="fractie"
        label="Fractie"
        emptyLabel="Alle fracties"
        value={filter.group}
        options={byId(options.groups)}
      />
      <DateField compact name="van" label="Gedaan vanaf" value={filter.from} />
      <DateField compact name="tot" label="Gedaan tot en met" value={filter.until} />
      <SelectField
        compact
        name="sorteer"
        label="Volgorde"
        value={filter.sort}
        options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
