import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { feedLinks } from "#app/components/feed-links.ts";
import { Chips, FilterPanel } from "#app/components/filter-panel.tsx";
import { KeepForm } from "#app/components/keep-form.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { RegisterFilterFields } from "#app/components/register-filter.tsx";
import { choices, filterFrom, filterSentence } from "#app/domain/filter.ts";
import { keepable } from "#app/domain/kept-list.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { coverage, filterOptions, pickedNames, queryElsewhere, registerList } from "#db/public.ts";

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

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle("Toezeggingen") },
  ...(data ? feedLinks(data.visit, data.filter) : []),
];

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
          <RegisterFilterFields filter={filter} options={options} />
        </FilterPanel>
        <div className="register__list">
          <h2 className="filter-sentence">{filterSentence(filter, names, visitor.asOf, list.total)}</h2>
          <Chips
            items={chosen.map(({ label, without }) => ({ label, removeHref: registerPath(link, without) }))}
            clearHref={link(paths.register)}
          />
          {keepable(filter) && <KeepForm kind="filters" value={keepable(filter) ?? ""} link={link} />}
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
