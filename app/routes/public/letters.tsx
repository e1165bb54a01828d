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
import { followed, publicLetters } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  return { visit: visitor, letters: await publicLetters(moment), covered: await followed(moment) };
}

export const meta = () => [{ title: pageTitle("Brieven") }];

export default function Letters() {
  const { visit: visitor, letters, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Brieven"
      lead="Brieven waarin een bewindspersoon de Kamer laat weten hoe het staat."
      covers={coverageInWords(covered)}
      help={letters.some(({ dossier }) => dossier.showsHelp)}
    >
      {letters.length === 0 ? (
        <Empty>Op deze dag stonden er nog geen brieven in het register.</Empty>
      ) : (
        <DataTable
          caption="Brieven, nieuwste eerst"
          hideCaption
          columns={[
            { key: "title", label: "Brief", rowHeader: true },
            { key: "day", label: "Datum", fit: true },
            { key: "kind", label: "Soort" },
            { key: "review", label: "Nagegaan" },
            { key: "paper", label: "Officiële bron" },
          ]}
          rows={letters.map(({ letter, dossier }) => ({
            key: letter.id,
            cells: {
              title: (
                <>
                  <a href={link(paths.letter(letter.id))}>{letter.title}</a>
                  <span className="cell-aside">
                    {dossier.name}
                    {dossier.isInvented && " · verzonnen voorbeeld"}
                  </span>
                </>
              ),
              day: <Day of={letter.date} />,
              kind: letter.letterKind === "progress" ? "voortgangsbrief" : "andere brief",
              review: letter.reviewClosed ? "ja" : "nog niet",
              paper: letter.paper ? <PaperLink paper={letter.paper} /> : "niet bekend",
            },
          }))}
        />
      )}
    </PublicPage>
  );
}
