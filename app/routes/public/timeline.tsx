import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { itemPath } from "#app/components/item-entry.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { SeriesChart } from "#app/components/series.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { TimelineTable } from "#app/components/timeline-table.tsx";
import { seriesOf } from "#app/domain/series.ts";
import { timelineOf } from "#app/domain/timeline.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import {
  type PublicItem,
  publicCourses,
  publicDebates,
  publicDossier,
  publicItems,
  publicLetters,
} from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, asOf, moment } = await visit(request);
  const standing = await publicDossier(params.slug ?? "", moment);
  if (!standing) throw notFound();
  const { id } = standing.dossier;
  const letters = (await publicLetters(moment, id)).map(({ letter: { id, title, day, letterKind } }) => ({
    id,
    title,
    on: day,
    letterKind,
  }));
  const isProgress = ({ letterKind }: (typeof letters)[number]) => letterKind === "progress";
  const facts = {
    coverage: standing.context.coverage,
    debates: (await publicDebates(moment, id)).map(({ debate }) => ({
      id: debate.id,
      title: debate.title,
      on: debate.date,
    })),
    progressLetters: letters.filter(isProgress),
    otherLetters: letters.filter((letter) => !isProgress(letter)),
    courses: await publicCourses(id, moment),
    items: await publicItems({ dossierId: id }, moment),
  };
  return { visit: visitor, standing, timeline: timelineOf(facts, asOf) };
}

const headingOf = (dossier: string): string => `Tijdlijn: ${dossier}`;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(headingOf(data?.standing.dossier.name ?? "dossier")) },
];

export default function TimelinePage() {
  const { visit: visitor, standing, timeline } = useLoaderData<typeof loader>();
  const { dossier } = standing;
  const link = linker(visitor);
  const addressOf = (item: PublicItem) => link(itemPath(item));
  /** Of a figure: the passage that reports it. */
  const passageOf = (item: PublicItem) =>
    item.letter ? link(paths.letter(item.letter.id, item.origin?.passage?.anchor)) : addressOf(item);
  return (
    <PublicPage
      visit={visitor}
      heading={headingOf(dossier.name)}
      breadcrumbs={[
        { href: link(paths.dossiers), label: "Dossiers" },
        { href: link(paths.dossier(dossier.slug)), label: dossier.name },
      ]}
      covers={coverageInWords([standing])}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      {timeline === null ? (
        <Empty>
          Op deze dag was er in dit dossier nog niets om te tekenen. Kies een latere peildatum, of ga naar{" "}
          <a href={link(paths.dossier(dossier.slug))}>het dossier</a>.
        </Empty>
      ) : (
        <>
          <p>
            Een toezegging is een balk: van de dag van de belofte tot de dag waarop ze is nagekomen of vervallen. Loopt
            ze nog, dan eindigt de balk op de peildatum. De feiten staan ook in <a href="#tabel">de tabel</a>.
          </p>
          <Timeline
            timeline={timeline}
            name={headingOf(dossier.name)}
            addressOf={(kind, key) => {
              if (kind === "commitment") {
                const row = timeline.commitments.find(({ id }) => id === key);
                return row ? link(paths.commitment(row.number)) : null;
              }
              const row = Object.values(timeline.items)
                .flat()
                .find(({ item }) => item.id === key);
              return row ? addressOf(row.item) : null;
            }}
          />
          <section aria-labelledby="tabel">
            <h2 id="tabel">Dezelfde feiten in een tabel</h2>
            <TimelineTable timeline={timeline} addressOf={addressOf} link={link} />
          </section>
          {timeline.figures.length > 0 && (
            <section aria-labelledby="cijfers">
              <h2 id="cijfers">Cijfers</h2>
              {seriesOf(timeline.figures).map((series) => (
                <SeriesChart key={series.name + series.unit} series={series} addressOf={passageOf} />
              ))}
            </section>
          )}
        </>
      )}
      <StatusLegend link={link} />
    </PublicPage>
  );
}
