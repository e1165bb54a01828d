import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AmendmentTable } from "#app/components/amendment-table.tsx";
import { coverageInWords, coveredOf } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { FilterPanel } from "#app/components/filter-panel.tsx";
import { SelectField } from "#app/components/form.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { coverage, publicCorrections } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const query = new URL(request.url).searchParams;
  const dossier = query.get("dossier") || null;
  const page = Number(query.get("pagina")) || 1;
  return {
    visit: visitor,
    dossier,
    list: await publicCorrections({ dossier, page }, moment),
    covered: await coverage(moment),
  };
}

export const meta = () => [{ title: pageTitle("Correcties en intrekkingen") }];

export default function Corrections() {
  const { visit: visitor, dossier, list, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const query = (page: number) =>
    new URLSearchParams([...(dossier ? [["dossier", dossier]] : []), ...(page > 1 ? [["pagina", String(page)]] : [])]);
  return (
    <PublicPage
      visit={visitor}
      heading="Correcties en intrekkingen"
      lead="Niets in dit register wordt overschreven. Klopte er iets niet, dan staat hier wat er stond, wat er nu staat en waarom."
      covers={coverageInWords(coveredOf(dossier, covered))}
      help={list.rows.some((row) => row.dossier.showsHelp)}
      isInvented={list.rows.length > 0 && list.rows.every((row) => row.dossier.isInvented)}
    >
      {(list.dossiers.length > 1 || dossier) && (
        <FilterPanel
          action={paths.corrections}
          keep={visitor.asOf === visitor.today ? [] : [["peildatum", visitor.asOf]]}
          summary={dossier ? "Filter, 1 gekozen" : "Filter"}
        >
          <SelectField
            compact
            name="dossier"
            label="Dossier"
            emptyLabel="Alle dossiers"
            value={dossier}
            options={list.dossiers.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </FilterPanel>
      )}
      <p>{countInWords(list.total)}</p>
      {list.rows.length === 0 ? (
        <Empty>Er is niets gecorrigeerd of ingetrokken.</Empty>
      ) : (
        <AmendmentTable rows={list.rows} link={link} />
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => link(paths.corrections, query(page))} />
    </PublicPage>
  );
}

const countInWords = (total: number): string =>
  total === 1 ? "1 correctie of intrekking." : `${total} correcties en intrekkingen.`;
