import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { Chips, FilterPanel } from "#app/components/filter-panel.tsx";
import { CheckboxesField, DateField, SelectField } from "#app/components/form.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { STATUS_WORDS } from "#app/domain/commitment.ts";
import { choices, type Filter, filterFrom, filterSentence, SORTS } from "#app/domain/filter.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { coverage, type FilterOptions, filterOptions, pickedNames, queryElsewhere, registerList } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const query = new URL(request.url).searchParams;
  const elsewhere = await queryElsewhere(query, moment);
  if (elsewhere) throw redirect(`${paths.register}?${elsewhere}`);
  const filter = filterFrom(query);
  const options = await filterOptions(moment);
  return {
    visit: visitor,
    filter,
    options,
    names: pickedNames(filter, options),
    list: await registerList(filter, moment),
    covered: await coverage(moment),
  };
}

export const meta = () => [{ title: pageTitle("Toezeggingen") }];

export default function Register() {
  const { visit: visitor, filter, options, names, list, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const chosen = choices(filter, names, visitor.asOf);
  const shown = covered.filter(({ dossier }) => filter.dossier === null || dossier.slug === filter.dossier);
  return (
    <PublicPage
      visit={visitor}
      heading="Toezeggingen"
      cite={filterSentence(filter, names, visitor.asOf, list.total)}
      wide
      covers={coverageInWords(shown)}
      help={list.rows.some(({ dossier }) =>
        covered.some(({ dossier: { slug, showsHelp } }) => showsHelp && slug === dossier.slug),
      )}
    >
      <div className="register">
        <FilterPanel
          action={paths.register}
          keep={[...new URLSearchParams(link("").slice(1))]}
          summary={chosen.length === 0 ? "Filter" : `Filter, ${chosen.length} gekozen`}
        >
          <FilterFields filter={filter} options={options} />
        </FilterPanel>
        <div className="register__list">
          <h2 className="filter-sentence">{filterSentence(filter, names, visitor.asOf, list.total)}</h2>
          <Chips
            items={chosen.map(({ label, without }) => ({ label, removeHref: registerPath(link, without) }))}
            clearHref={link(paths.register)}
          />
          {list.rows.length === 0 ? (
            <Empty>
              {chosen.length > 0
                ? "Geen toezegging past bij deze keuzes. Haal een keuze weg om meer te zien."
                : "Op deze dag stonden er nog geen toezeggingen in het register."}
            </Empty>
          ) : (
            <CommitmentTable caption="Toezeggingen" hideCaption rows={list.rows} link={link} />
          )}
          <Pagination page={list.page} pages={list.pages} href={(page) => registerPath(link, { ...filter, page })} />
        </div>
      </div>
    </PublicPage>
  );
}

function FilterFields({ filter, options }: { filter: Filter; options: FilterOptions }) {
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
