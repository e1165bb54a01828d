import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { PaperLink } from "#app/components/source-link.tsx";
import { DataTable } from "#app/components/table.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { followed, publicDebates } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  return { visit: visitor, debates: await publicDebates(moment), covered: await followed(moment) };
}

export const meta = () => [{ title: pageTitle("Debatten") }];

export default function Debates() {
  const { visit: visitor, debates, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Debatten"
      lead="Debatten waarin een bewindspersoon de Kamer iets toezegde, of waarin daarover is gesproken."
      covers={coverageInWords(covered)}
      help={debates.some(({ dossier }) => dossier.showsHelp)}
    >
      {debates.length === 0 ? (
        <Empty>Op deze dag stonden er nog geen debatten in het register.</Empty>
      ) : (
        <DataTable
          caption="Debatten, nieuwste eerst"
          hideCaption
          columns={[
            { key: "title", label: "Debat", rowHeader: true },
            { key: "date", label: "Datum", fit: true },
            { key: "committee", label: "Commissie" },
            { key: "paper", label: "Verslag" },
          ]}
          rows={debates.map(({ debate, committee, dossier }) => ({
            key: debate.id,
            cells: {
              title: (
                <>
                  <a href={link(paths.debate(debate.id))}>{debate.title}</a>
                  <span className="cell-aside">
                    {dossier.name}
                    {dossier.isInvented && " · verzonnen voorbeeld"}
                  </span>
                </>
              ),
              date: <Day of={debate.date} />,
              committee: committee ?? "niet bekend",
              paper: debate.paper ? <PaperLink paper={debate.paper} /> : "niet bekend",
            },
          }))}
        />
      )}
    </PublicPage>
  );
}
