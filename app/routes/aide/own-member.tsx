import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { Empty } from "#app/components/empty.tsx";
import { EventList } from "#app/components/event-list.tsx";
import { SubmitButton } from "#app/components/form.tsx";
import { CommitmentNews } from "#app/components/kept-news.tsx";
import { LetterLink } from "#app/components/source-link.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { Tiles } from "#app/components/summary-tiles.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import { filterToParams } from "#app/domain/filter.ts";
import { MOST_COMPARED } from "#app/domain/kept-list.ts";
import { HOURS_APART, lookedNow } from "#app/domain/last-look.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths, registerPath } from "#app/paths.ts";
import { now } from "#app/server/clock.ts";
import { changeKeptOf, lookAtKept } from "#app/server/kept-list.ts";
import { type MemberPart, memberPage } from "#app/server/member-page.ts";
import { work } from "#app/server/visit.ts";
import { listedAccount } from "#db/accounts.ts";
import { nowOn } from "#db/moment.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "own_member");
  const member = (await listedAccount(actor.accountId))?.team.member ?? null;
  if (!actor.memberId || !member) return data({ visit, found: null });
  const { kept, headers } = await lookAtKept(request, actor);
  const page = await memberPage(actor.memberId, kept.look.since, await nowOn(visit.today));
  return data({ visit, found: { member, since: kept.look.since, page } }, { headers });
}

export const headers = () => ({ "Cache-Control": "private, no-store" });

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "own_member");
  const form = await request.formData();
  if (form.get("doe") !== "gezien") return redirect(paths.ownMember);
  await changeKeptOf(request, actor, (kept) => ({ ...kept, look: lookedNow(now()) }));
  return redirect(`${paths.ownMember}?gedaan=lijst-gezien`);
}

export const meta = () => [{ title: pageTitle("Mijn Kamerlid") }];

const TOO_MUCH = `Dit zijn meer dan ${MOST_COMPARED} toezeggingen: te veel om hier een voor een na te gaan.`;

export default function OwnMember() {
  const { visit, found } = useLoaderData<typeof loader>();
  const link = linker(visit);
  if (!found)
    return (
      <WorkPage visit={visit} heading="Mijn Kamerlid">
        <Empty>
          <p>Bij uw account staat nog geen Kamerlid. De beheerder van het register kan dat aanvullen.</p>
        </Empty>
      </WorkPage>
    );
  const { member, since, page } = found;
  const { all, late, within30, within90, withoutTerm, reported, changed, dossiers } = page;
  const tile = (label: string, { filter, total }: MemberPart) => ({
    label,
    count: total,
    href: registerPath(link, filter),
  });
  return (
    <WorkPage
      visit={visit}
      heading="Mijn Kamerlid"
      lead={`Wat aan ${member} is toegezegd, en hoe dat er vandaag voor staat: ${dayInWords(visit.today)}.`}
      help={page.help}
    >
      <Tiles
        items={[
          tile("toegezegd", all),
          { ...tile("te laat", late), tone: late.total > 0 ? "late" : "plain" },
          tile("loopt af binnen 30 dagen", within30),
          tile("loopt af binnen 90 dagen", within90),
          { label: "gemeld, niet afgedaan", count: reported?.length ?? "veel", href: "#gemeld" },
          tile("zonder termijn", withoutTerm),
          { label: "veranderd sinds uw vorige bezoek", count: changed?.length ?? "veel", href: "#veranderd" },
        ]}
      />
      <section aria-labelledby="veranderd">
        <h2 id="veranderd">Veranderd sinds {instantInWords(since)}</h2>
        {changed === null && <p>{TOO_MUCH}</p>}
        {changed?.length === 0 && <Empty>Sinds dat moment is er niets veranderd.</Empty>}
        {changed?.map((one) => (
          <CommitmentNews key={one.commitment.id} news={one} link={link} />
        ))}
        <p className="cell-aside">
          Opnieuw laden verandert hier niets aan. Komt u meer dan {HOURS_APART} uur later terug, of kiest u Gezien, dan
          begint dit overzicht opnieuw.
        </p>
        {changed !== null && changed.length > 0 && (
          <form method="post" className="not-printed">
            <SubmitButton name="doe" value="gezien" variant="secondary" compact>
              Gezien
            </SubmitButton>
          </form>
        )}
      </section>
      <Part link={link} id="te-laat" heading="Te laat" part={late} none="Niets van wat is toegezegd, is te laat." />
      <Part
        link={link}
        id="binnenkort"
        heading="Loopt af binnen 90 dagen"
        part={within90}
        none="Er loopt de komende 90 dagen geen termijn af."
      />
      <section aria-labelledby="gemeld">
        <h2 id="gemeld">Gemeld, niet afgedaan ({reported?.length ?? "veel"})</h2>
        <p>Het ministerie liet hierover iets weten, maar het is nog niet voldaan, of de commissie moet nog oordelen.</p>
        {reported === null && <p>{TOO_MUCH}</p>}
        {reported?.length === 0 && <Empty>Over wat nog openstaat, is niets gemeld.</Empty>}
        {reported?.map(({ commitment: { id, number, title }, last }) => (
          <div key={id} className="entry">
            <h3>
              <a href={link(paths.commitment(number))}>{title}</a> ({number})
            </h3>
            <EventList
              items={[
                {
                  day: last.day,
                  sentence: last.sentence,
                  note: last.letter && <LetterLink letter={last.letter} passage={null} link={link} />,
                },
              ]}
            />
          </div>
        ))}
      </section>
      <Part
        link={link}
        id="zonder-termijn"
        heading="Zonder termijn"
        part={withoutTerm}
        none="Alles wat openstaat, heeft een termijn."
      />
      <section aria-labelledby="meenemen">
        <h2 id="meenemen">Meenemen en volgen</h2>
        <ul className="link-list">
          <li>
            <a href={registerPath(link, all.filter)}>Alles wat is toegezegd, in het register</a>
          </li>
          <li>
            <a href={link(paths.registerAs("atom"), filterToParams(all.filter))}>Feed (Atom)</a>: elke gebeurtenis, in
            uw feedlezer
          </li>
          <li>
            <a href={link(paths.registerAs("ics"), filterToParams(all.filter))}>Agenda (iCalendar)</a>: de termijnen, in
            uw agenda
          </li>
          {dossiers.map(({ slug, name }) => (
            <li key={slug}>
              <a href={link(paths.debatePack, new URLSearchParams({ voor: `dossier:${slug}` }))}>
                Debatpakket van het dossier {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <StatusLegend link={link} />
    </WorkPage>
  );
}

interface PartProps {
  id: string;
  heading: string;
  part: MemberPart;
  none: string;
  link: Linker;
}

/** The first of what a filter finds, and the way to all of it. */
function Part({ id, heading, part, none, link }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} ({part.total})
      </h2>
      {part.rows.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <CommitmentTable caption={heading} hideCaption rows={part.rows} link={link} />
      )}
      {part.total > part.rows.length && (
        <p>
          <a href={registerPath(link, part.filter)}>Alle {part.total} in het register</a>
        </p>
      )}
    </section>
  );
}
