import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AgePicture } from "#app/components/age-picture.tsx";
import { BarPatterns } from "#app/components/bars.tsx";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { Chips } from "#app/components/filter-panel.tsx";
import { itemPath } from "#app/components/item-entry.tsx";
import { OutcomeBar, OutcomeDefinitions, OutcomePicture } from "#app/components/outcome-picture.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { SeriesChart } from "#app/components/series.tsx";
import { ShiftPicture } from "#app/components/shift-picture.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { deadlineShifts } from "#app/domain/deadline-shifts.ts";
import { choices, type Filter, filterFrom, filterToParams, wholeOf } from "#app/domain/filter.ts";
import { countInWords, ITEM_KINDS } from "#app/domain/item-words.ts";
import { openAges } from "#app/domain/open-age.ts";
import { type CountedStanding, outcomeCounts } from "#app/domain/outcome.ts";
import { seriesOf } from "#app/domain/series.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import {
  countItems,
  coverage,
  filterOptions,
  pickedNames,
  publicItems,
  queryElsewhere,
  standingsOn,
} from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, asOf, moment } = await visit(request);
  const query = new URL(request.url).searchParams;
  const elsewhere = await queryElsewhere(query, moment);
  if (elsewhere) throw redirect(`${paths.figures}?${elsewhere}`);
  const filter = wholeOf(filterFrom(query));
  const options = await filterOptions(moment);
  const counted = await standingsOn(filter, moment);
  const covered = (await coverage(moment)).filter(
    ({ dossier }) => filter.dossier === null || dossier.slug === filter.dossier,
  );
  /** What is beside commitments goes by its dossier and topic; of nothing else that a filter asks it knows. */
  const beside = {
    dossierId: options.dossiers.find(({ slug }) => slug === filter.dossier)?.id,
    topicId: options.topics.find(({ slug }) => slug === filter.topic)?.id,
  };
  const figures = await publicItems({ ...beside, kind: "figure" }, moment);
  return {
    visit: visitor,
    filter,
    names: pickedNames(filter, options),
    covered,
    all: outcomeCounts(counted),
    ministries: groupsOf(counted, ({ ministryId }) => ministryId, options.ministries),
    offices: groupsOf(counted, ({ officeId }) => officeId, options.offices),
    ages: openAges(counted, asOf),
    shifts: deadlineShifts(counted),
    figures: figures.flatMap((item) => (item.figure ? [{ ...item, figure: item.figure }] : [])),
    followed: await countItems(beside, moment),
  };
}

/** By name, each with what became of its promises. */
function groupsOf<T extends CountedStanding>(
  counted: readonly T[],
  idOf: (row: T) => string,
  named: readonly { id: string; name: string }[],
) {
  const groups = new Map<string, T[]>();
  for (const row of counted) {
    const group = groups.get(idOf(row));
    if (group) group.push(row);
    else groups.set(idOf(row), [row]);
  }
  return named.flatMap(({ id, name }) => {
    const rows = groups.get(id);
    return rows ? [{ id, name, counts: outcomeCounts(rows) }] : [];
  });
}

const HEADING = "Toezeggingen in cijfers";

export const meta = () => [{ title: pageTitle(HEADING) }];

export default function Figures() {
  const loaded = useLoaderData<typeof loader>();
  const { visit: visitor, filter, names, covered, all, ages, shifts, figures, followed } = loaded;
  const { asOf } = visitor;
  const link = linker(visitor);
  const chosen = choices(filter, names, asOf);
  const here = (of: Filter) => link(paths.figures, filterToParams(of));
  const about = chosen.length === 0 ? "alle toezeggingen in het register" : chosen.map(({ label }) => label).join(", ");
  const others = ITEM_KINDS.filter((kind) => followed[kind] > 0);
  return (
    <PublicPage
      visit={visitor}
      heading={HEADING}
      lead={`Over ${about}: n\u00a0=\u00a0${all.n}. Stand op ${dayInWords(asOf)}.`}
      cite={`${HEADING}: ${about}`}
      covers={coverageInWords(covered)}
      help={covered.some(({ dossier }) => dossier.showsHelp)}
      wide
    >
      <BarPatterns />
      <Chips
        items={chosen.map(({ label, without }) => ({ label, removeHref: here(without) }))}
        clearHref={link(paths.figures)}
      />
      <p className="not-printed">
        <a href={registerPath(link, filter)}>Deze toezeggingen als lijst, met alle filters</a>
      </p>
      {all.n === 0 ? (
        <Empty>
          {chosen.length > 0
            ? "Geen toezegging past bij deze keuzes. Haal een keuze weg om meer te zien."
            : "Op deze dag stonden er nog geen toezeggingen in het register."}
        </Empty>
      ) : (
        <>
          <section aria-labelledby="uitkomst">
            <h2 id="uitkomst">Wat ervan kwam</h2>
            <p>
              Elke toezegging staat in één groep, en de groepen zijn samen het totaal (n). Wat is vervallen, telt in het
              totaal mee. Percentages zijn afgerond. Bij minder dan tien toezeggingen staat er geen percentage: dan
              hangt te veel af van toeval.
            </p>
            <OutcomeBar label="Alles samen" counts={all} />
            <h3 id="per-ministerie">Per ministerie</h3>
            <p>Bij het ministerie dat er op deze dag over gaat.</p>
            <OutcomePicture
              what="ministerie"
              groups={loaded.ministries.map((group) => ({
                ...group,
                href: filter.ministry ? null : here({ ...filter, ministry: group.id }),
              }))}
            />
            <h3 id="per-ambt">Per ambt</h3>
            <p>Bij het ambt van wie de toezegging deed. Een opvolger neemt de toezegging over.</p>
            <OutcomePicture
              what="ambt"
              groups={loaded.offices.map((group) => ({
                ...group,
                href: filter.office ? null : here({ ...filter, office: group.id }),
              }))}
            />
            <h3 id="betekenis">Wat de groepen betekenen</h3>
            <OutcomeDefinitions />
          </section>
          <section aria-labelledby="leeftijd">
            <h2 id="leeftijd">Hoe oud is wat openstaat</h2>
            <AgePicture ages={ages} asOf={asOf} />
          </section>
          <section aria-labelledby="verschoven">
            <h2 id="verschoven">Hoe vaak en hoe ver termijnen verschoven</h2>
            <ShiftPicture shifts={shifts} />
          </section>
        </>
      )}
      {figures.length > 0 && (
        <section aria-labelledby="reeksen">
          <h2 id="reeksen">Cijfers die de brieven zelf noemen</h2>
          <p>Dit zijn geen tellingen van toezeggingen, maar cijfers die in brieven aan de Kamer staan.</p>
          {seriesOf(figures).map((series) => (
            <SeriesChart
              key={series.name + series.unit}
              series={series}
              addressOf={(item) =>
                item.letter ? link(paths.letter(item.letter.id, item.origin?.passage?.anchor)) : link(itemPath(item))
              }
            />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="daarnaast">
          <h2 id="daarnaast">Wat apart is geteld</h2>
          <p>
            Dit volgt het register ook, maar het zijn geen toezeggingen. Ze tellen hierboven nergens mee en kunnen niet
            te laat zijn. Van de keuzes tellen hier alleen het dossier en het onderwerp.
          </p>
          <ul>
            {others.map((kind) => (
              <li key={kind}>{countInWords(kind, followed[kind])}</li>
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  );
}
