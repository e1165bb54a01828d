import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Empty } from "#app/components/empty.tsx";
import { LateList } from "#app/components/late-list.tsx";
import { Moment } from "#app/components/moment.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WhatIsLate } from "#app/components/what-is-late.tsx";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { daysInWords } from "#app/domain/commitment.ts";
import {
  type LateEdition as Edition,
  editionCounts,
  inBrief,
  lateCounts,
  lateInWords,
  nearestTo,
  noEditionInWords,
  shownOnPage,
} from "#app/domain/late-list.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import { type LatePage, lateEdition, lateEditionDays, type SinceEdition, sinceEdition } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const { day = "" } = params;
  const only = new URL(request.url).searchParams.get("ministerie");
  if (!isIsoDay(day)) throw notFound();
  const kept = await lateEdition(day);
  if (kept) return { visit: visitor, day, only, kept, since: await sinceEdition(kept.edition, moment), nearest: null };
  const nearest = nearestTo(
    day,
    (await lateEditionDays()).map((edition) => edition.day),
  );
  return data({ visit: visitor, day, only, kept: null, since: null, nearest }, { status: 404 });
}

const headingOf = (day: string, isThere: boolean): string =>
  isThere ? `Te laat op maandag ${dayInWords(day)}` : `Van ${dayInWords(day)} is er geen editie`;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? headingOf(loaded.day, loaded.kept !== null) : "Editie") },
];

export default function LateEdition() {
  const { visit: visitor, day, only, kept, since, nearest } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading={headingOf(day, kept !== null)}
      lead={kept ? `Op deze maandag: ${lateInWords(pageOf(kept.edition, only))}.` : undefined}
      breadcrumbs={[
        { href: link(paths.late), label: "Wat is te laat?" },
        { href: link(paths.lateEditions), label: "Week na week" },
      ]}
      help={kept?.edition.rows.some(({ dossier }) => dossier.showsHelp)}
      timeless
    >
      {kept ? (
        <Kept
          edition={kept.edition}
          headSeq={kept.headSeq}
          since={since}
          link={link}
          only={only}
          today={visitor.today}
        />
      ) : (
        <>
          <p>{noEditionInWords(day, visitor.today)}</p>
          <p>
            {nearest ? (
              <>
                De dichtstbijzijnde editie is die van{" "}
                <a href={link(paths.lateEdition(nearest))}>maandag {dayInWords(nearest)}</a>.{" "}
              </>
            ) : (
              "Er is nog geen enkele editie. "
            )}
            Wat er nu te laat is, staat bij <a href={link(paths.late)}>Wat is te laat?</a>
          </p>
        </>
      )}
    </PublicPage>
  );
}

function Kept({
  edition,
  headSeq,
  since,
  link,
  only,
  today,
}: {
  edition: Edition;
  headSeq: number;
  since: SinceEdition | null;
  link: Linker;
  only: string | null;
  today: string;
}) {
  const { day, knownAt, rows, before, fresh, gone } = edition;
  const onDay = linker({ asOf: day, today, knownAt: null });
  return (
    <>
      <p>
        Dit is wat het register wist toen deze maandag begon (tot en met <Moment of={knownAt} />, {headSeq}{" "}
        gebeurtenissen). Het is daarna niet meer veranderd. Hetzelfde volgt uit{" "}
        <a href={linker({ asOf: day, today, knownAt })(paths.late)}>het register zoals het toen was</a>.
      </p>
      {since && <KnownLater edition={edition} since={since} link={onDay} />}
      <section aria-labelledby="sinds-vorige">
        <h2 id="sinds-vorige">{before ? `Sinds de editie van ${dayInWords(before)}` : "De eerste editie"}</h2>
        <SinceBefore edition={edition} />
        {before && gone.length > 0 && (
          <DataTable
            caption={`Te laat op ${dayInWords(before)}, en nu niet meer`}
            columns={[
              { key: "title", label: "Toezegging", rowHeader: true },
              { key: "was", label: "Was te laat" },
              { key: "became", label: "Wat ervan kwam" },
            ]}
            rows={gone.map(({ commitmentId, number, title, ministry, daysLate, became }) => ({
              key: number,
              cells: {
                title: (
                  <>
                    {since?.withdrawn.has(commitmentId) ? title : <a href={onDay(paths.commitment(number))}>{title}</a>}
                    <span className="cell-aside">
                      {number} · {ministry}
                    </span>
                  </>
                ),
                was: daysInWords(daysLate),
                became,
              },
            }))}
          />
        )}
        {before && fresh.length > 0 && (
          <p>Wat nieuw te laat is, is in de lijst hieronder gemerkt met “nieuw sinds de vorige editie”.</p>
        )}
      </section>
      {rows.length === 0 ? (
        <Empty>Op deze maandag was niets te laat.</Empty>
      ) : (
        <LateList
          late={pageOf(edition, only)}
          link={onDay}
          here={(ministry) =>
            link(paths.lateEdition(day), new URLSearchParams(ministry ? { ministerie: ministry } : {}))
          }
          only={only}
          fresh={fresh}
          since={since ?? undefined}
        />
      )}
      <WhatIsLate />
      <p className="not-printed">
        <a href={link(paths.lateEditions)}>Alle edities</a>
      </p>
    </>
  );
}

/** What a page shows of an edition: nothing is looked up. */
function pageOf({ rows }: Edition, only: string | null): LatePage {
  const placed = rows.map((row) => ({ ...inBrief(row), row }));
  const { shown, isCut } = shownOnPage(placed, only);
  const named = new Map(rows.map(({ ministry }) => [ministry.id, ministry.name]));
  return {
    total: rows.length,
    longest: rows[0]?.daysLate ?? 0,
    counts: lateCounts(placed).map((count) => ({ ...count, name: named.get(count.ministryId) ?? "" })),
    rows: shown.map(({ row }) => row),
    isCut,
  };
}

function SinceBefore({ edition }: { edition: Edition }) {
  const { since } = editionCounts(edition);
  if (!since) return <p>Van de week ervoor is er geen editie om mee te vergelijken.</p>;
  return (
    <ul>
      <li>nieuw te laat: {since.fresh}</li>
      <li>nog steeds te laat: {since.stayed}</li>
      <li>afgedaan (voldaan of vervallen): {since.settled}</li>
      <li>om een andere reden niet meer te laat: {since.otherwise}</li>
    </ul>
  );
}

/** What is known of that Monday by now and was not then; the edition itself stays as it was. */
function KnownLater({ edition, since, link }: { edition: Edition; since: SinceEdition; link: Linker }) {
  const { withdrawn, notLate, lateAsWell } = since;
  const shown = edition.rows.filter(({ commitmentId }) => withdrawn.has(commitmentId)).length;
  if (shown + notLate.size + lateAsWell.length === 0) return null;
  return (
    <section aria-labelledby="sindsdien">
      <h2 id="sindsdien">Wat sindsdien over deze dag is vastgelegd</h2>
      <ul>
        {shown > 0 && <li>{shown} van deze toezeggingen zijn later ingetrokken. Dat staat erbij.</li>}
        {notLate.size > 0 && <li>{notLate.size} bleken op deze dag niet te laat. Dat staat erbij.</li>}
        {lateAsWell.map(({ number, title, daysLate }) => (
          <li key={number}>
            Ook te laat op deze dag, {daysInWords(daysLate)}: <a href={link(paths.commitment(number))}>{title}</a> (
            {number}).
          </li>
        ))}
      </ul>
    </section>
  );
}
