import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { LateList } from "#app/components/late-list.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { WhatIsLate } from "#app/components/what-is-late.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { filterFrom } from "#app/domain/filter.ts";
import { lateInWords } from "#app/domain/late-list.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { coverage, lateEditionDays, latePage } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const [latest] = await lateEditionDays();
  const only = new URL(request.url).searchParams.get("ministerie");
  return {
    visit: visitor,
    only,
    late: await latePage(only, moment),
    latest: latest?.day ?? null,
    covered: await coverage(moment),
  };
}

export const meta = () => [{ title: pageTitle("Wat is te laat?") }];

export default function Late() {
  const { visit: visitor, only, late, latest, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Wat is te laat?"
      lead={`Op ${dayInWords(visitor.asOf)}: ${lateInWords(late)}.`}
      covers={coverageInWords(covered)}
      help={late.rows.some(({ dossier }) => dossier.showsHelp)}
    >
      <ul className="link-list not-printed">
        <li>
          <a href={link(paths.lateEditions)}>Elke maandag bewaard: alle edities</a>
        </li>
        {latest && (
          <li>
            <a href={link(paths.lateEdition(latest))}>Editie van maandag {dayInWords(latest)}</a>
          </li>
        )}
        <li>
          <a href={registerPath(link, filterFrom(new URLSearchParams("te-laat=ja")))}>Als lijst met filters</a>
        </li>
      </ul>
      <WhatIsLate />
      {late.total === 0 ? (
        <Empty>Op deze dag is niets te laat.</Empty>
      ) : (
        <LateList
          late={late}
          only={only}
          here={(ministry) => link(paths.late, new URLSearchParams(ministry ? { ministerie: ministry } : {}))}
          link={link}
        />
      )}
      <StatusLegend link={link} />
    </PublicPage>
  );
}
