import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { mondayOf, sinceInWords } from "#app/domain/late-list.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { lateEditionDays } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return { visit: visitor, editions: await lateEditionDays() };
}

const HEADING = "Te laat, week na week";

export const meta = () => [{ title: pageTitle(HEADING) }];

export default function LateEditions() {
  const { visit: visitor, editions } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading={HEADING}
      lead="Elke maandag bewaart het register wat die dag te laat is. Wat er dan staat, verandert niet meer."
      breadcrumbs={[{ href: link(paths.late), label: "Wat is te laat?" }]}
      timeless
    >
      {editions.length === 0 ? (
        <Empty>
          Er is nog geen editie. De eerste verschijnt op maandag {dayInWords(addDays(mondayOf(visitor.today), 7))}. Wat
          er nu te laat is, staat bij <a href={link(paths.late)}>Wat is te laat?</a>
        </Empty>
      ) : (
        <DataTable
          caption="Edities, de laatste eerst"
          hideCaption
          columns={[
            { key: "day", label: "Editie van maandag", rowHeader: true },
            { key: "late", label: "Te laat", align: "end", fit: true },
            { key: "since", label: "Vergeleken met de week ervoor" },
          ]}
          rows={editions.map(({ day, counts }) => ({
            key: day,
            cells: {
              day: (
                <a href={link(paths.lateEdition(day))}>
                  <Day of={day} />
                </a>
              ),
              late: counts.late,
              since: sinceInWords(counts) ?? "de eerste editie",
            },
          }))}
        />
      )}
    </PublicPage>
  );
}
