import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { coverageInWords, coveredOf } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { feedLinks } from "#app/components/feed-links.ts";
import { Chips, FilterPanel } from "#app/components/filter-panel.tsx";
import { KeepForm } from "#app/components/keep-form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { MOST_PICKS, RegisterFilterFields } from "#app/components/register-filter.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { TakeAlong } from "#app/components/take-along.tsx";
import { Turning } from "#app/components/turning.tsx";
import { type Droppable, droppable } from "#app/domain/drop-choice.ts";
import { figure } from "#app/domain/figure.ts";
import { choices, type Filter, filterFrom, filterSentence, withoutEmpty } from "#app/domain/filter.ts";
import { keepable } from "#app/domain/kept-list.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { followed, queryElsewhere, registerView } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const query = new URL(request.url).searchParams;
  const meant = withoutEmpty(query) ?? (await queryElsewhere(query, moment));
  if (meant) throw redirect(meant.size > 0 ? `${paths.register}?${meant}` : paths.register);
  const filter = filterFrom(query);
  return {
    visit: visitor,
    filter,
    ...(await registerView(filter, moment, MOST_PICKS)),
    covered: await followed(moment),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle("Toezeggingen") },
  ...(data ? feedLinks(data.visit, data.filter) : []),
];

export default function Register() {
  const { visit: visitor, filter, facets, names, list, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const chosen = choices(filter, names, visitor.asOf);
  const sentence = filterSentence(filter, names, visitor.asOf, list.total);
  return (
    <PublicPage
      visit={visitor}
      heading="Toezeggingen"
      cite={sentence}
      wide
      covers={coverageInWords(coveredOf(filter.dossier, covered))}
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
          <RegisterFilterFields filter={filter} facets={facets} />
        </FilterPanel>
        <div className="register__list">
          <h2 className="filter-sentence">{sentence}</h2>
          <Chips
            items={chosen.map(({ label, without }) => ({ label, removeHref: registerPath(link, without) }))}
            clearHref={link(paths.register)}
          />
          {keepable(filter) && <KeepForm kind="filters" value={keepable(filter) ?? ""} link={link} />}
          {list.rows.length > 0 ? (
            <CommitmentTable caption="Toezeggingen" hideCaption rows={list.rows} link={link} />
          ) : (
            <NothingFound
              choices={droppable(filter, names, visitor.asOf, facets.without)}
              hrefOf={(without) => registerPath(link, without)}
            />
          )}
          <Turning
            skipped={list.skipped}
            shown={list.rows.length}
            total={list.total}
            previousHref={list.previous && registerPath(link, list.previous)}
            nextHref={list.next && registerPath(link, list.next)}
          />
          <StatusLegend link={link} />
          <TakeAlong filter={filter} link={link} />
        </div>
      </div>
    </PublicPage>
  );
}

/** What to let go of, the choice that helps most first. */
function NothingFound({ choices, hrefOf }: { choices: Droppable[]; hrefOf: (filter: Filter) => string }) {
  if (choices.length === 0) return <Empty>Op deze dag stonden er nog geen toezeggingen in het register.</Empty>;
  if (choices.every(({ count }) => count === 0))
    return (
      <Empty>
        Geen toezegging past bij {choices.length === 1 ? "deze keuze" : "deze keuzes"}, en haalt u er één weg, dan ook
        niet. Begin opnieuw, of kies een andere dag.
      </Empty>
    );
  return (
    <Empty>
      <p>Geen toezegging past bij {choices.length === 1 ? "deze keuze" : "al deze keuzes samen"}. Zonder…</p>
      <ul>
        {choices.map(({ label, without, count }) => (
          <li key={label}>
            {count === 0 ? label : <a href={hrefOf(without)}>{label}</a>}: {foundInWords(count)}
          </li>
        ))}
      </ul>
    </Empty>
  );
}

const foundInWords = (count: number): string =>
  count === 0 ? "ook niets" : count === 1 ? "1 toezegging" : `${figure(count)} toezeggingen`;
