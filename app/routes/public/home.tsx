import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { Tiles } from "#app/components/summary-tiles.tsx";
import { filterFrom } from "#app/domain/filter.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { countInRegister, followed, publicLetters, registerList } from "#db/public.ts";

const HEADING = "Wat is toegezegd, en wat kwam ervan?";

/** The questions that people come with, each a filter of the register. */
const QUESTIONS = [
  { query: "te-laat=ja", label: "te laat", tone: "late" },
  { query: "binnen=30", label: "termijn binnen 30 dagen", tone: "plain" },
  { query: "status=openstaand", label: "openstaand", tone: "plain" },
  { query: "termijn=zonder", label: "zonder termijn", tone: "plain" },
  { query: "status=voldaan", label: "voldaan", tone: "good" },
] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const filters = QUESTIONS.map(({ query }) => filterFrom(new URLSearchParams(query)));
  return {
    visit: visitor,
    counts: await Promise.all(filters.map((filter) => countInRegister(filter, moment))),
    late: (await registerList(filterFrom(new URLSearchParams("te-laat=ja")), moment)).rows.slice(0, 5),
    letters: (await publicLetters(moment)).slice(0, 5),
    covered: await followed(moment),
  };
}

export const meta = () => [{ title: pageTitle(HEADING) }];

export default function Home() {
  const { visit: visitor, counts, late, letters, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading={HEADING}
      lead="Ministers en staatssecretarissen zeggen de Kamer van alles toe. Hier staat wat zij beloofden, voor wanneer, wat er in hun brieven over staat en wat te laat is."
      covers={coverageInWords(covered)}
      help={covered.some(({ dossier }) => dossier.showsHelp)}
    >
      <Tiles
        items={QUESTIONS.map(({ query, label, tone }, i) => ({
          count: counts[i] ?? 0,
          label,
          tone: tone === "late" && counts[i] === 0 ? "plain" : tone,
          href: registerPath(link, filterFrom(new URLSearchParams(query))),
        }))}
      />
      <section aria-labelledby="te-laat">
        <h2 id="te-laat">Langst te laat</h2>
        {late.length === 0 ? (
          <Empty>Op deze dag is niets te laat.</Empty>
        ) : (
          <CommitmentTable caption="Toezeggingen die het langst te laat zijn" hideCaption rows={late} link={link} />
        )}
        <StatusLegend link={link} />
        <p>
          <a href={link(paths.late)}>Alles wat te laat is, per ministerie</a>, en{" "}
          <a href={link(paths.figures)}>toezeggingen in cijfers</a>
        </p>
      </section>
      <section aria-labelledby="dossiers">
        <h2 id="dossiers">Dossiers</h2>
        <ul className="link-list">
          {covered.map(({ dossier }) => (
            <li key={dossier.id}>
              <a href={link(paths.dossier(dossier.slug))}>{dossier.name}</a>
              {dossier.isInvented && " (verzonnen voorbeeld)"}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="brieven">
        <h2 id="brieven">Laatste brieven</h2>
        {letters.length === 0 && <Empty>Op deze dag waren er nog geen brieven.</Empty>}
        <ul className="link-list">
          {letters.map(({ letter }) => (
            <li key={letter.id}>
              <a href={link(paths.letter(letter.id))}>{letter.title}</a>, <Day of={letter.day} />
            </li>
          ))}
        </ul>
      </section>
    </PublicPage>
  );
}
