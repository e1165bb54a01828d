import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { type Fact, Facts } from "#app/components/facts.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { PaperLink } from "#app/components/source-link.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { StoodElsewhere, withStoodHere } from "#app/components/stood-here.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { notShown } from "#app/server/withdrawn.ts";
import { publicAmendments, publicDebate } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const found = await publicDebate(params.id ?? "", moment);
  if (!found) throw await notShown("debate", params.id ?? "", moment);
  const amended = await publicAmendments("debate", found.debate.id, moment);
  return { visit: visitor, found, amended, mayCorrect: may(actor, "register", found.debate) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.found.debate.title ?? "Debat") },
];

export default function Debate() {
  const { visit: visitor, found, amended, mayCorrect } = useLoaderData<typeof loader>();
  const { debate, committee, dossier, speakers, promised, parliamentaryYear } = found;
  const link = linker(visitor);
  const known: Fact[] = [
    { term: "Soort", value: debate.debateKind },
    { term: "Datum", value: <Day of={debate.date} /> },
    { term: "Vergaderjaar", value: parliamentaryYear },
    { term: "Kamer", value: CHAMBER_WORDS[debate.chamber] },
    { term: "Commissie", value: committee ?? "niet bekend" },
    {
      term: "Namens de regering",
      value: speakers.length > 0 ? speakers.map(({ name, office }) => `${office} (${name})`).join(", ") : "niet bekend",
    },
    {
      term: "Verslag",
      value: debate.paper ? <PaperLink paper={debate.paper} /> : "Het nummer van het verslag is niet bekend.",
    },
    { term: "Dossier", value: <a href={link(paths.dossier(dossier.slug))}>{dossier.name}</a> },
  ];
  return (
    <PublicPage
      visit={visitor}
      heading={debate.title}
      breadcrumbs={[
        { href: link(paths.debates), label: "Debatten" },
        { href: link(paths.dossier(dossier.slug)), label: dossier.name },
      ]}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      <Facts items={withStoodHere(known, amended)} />
      <StoodElsewhere amended={amended} shown={known} />
      {mayCorrect && (
        <p>
          <a href={paths.history("debat", debate.id)}>Geschiedenis en correcties</a>
        </p>
      )}
      <section aria-labelledby="toegezegd">
        <h2 id="toegezegd">Wat in dit debat is toegezegd</h2>
        {promised.length === 0 ? (
          <Empty>
            {visitor.asOf < debate.date
              ? `Op ${dayInWords(visitor.asOf)} was dit debat er nog niet. Het was op ${dayInWords(debate.date)}.`
              : "Van dit debat staan geen toezeggingen in het register."}
          </Empty>
        ) : (
          <CommitmentTable caption="Toezeggingen in dit debat" hideCaption rows={promised} link={link} />
        )}
        <StatusLegend link={link} />
      </section>
    </PublicPage>
  );
}
