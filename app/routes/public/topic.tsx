import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { LetterLink } from "#app/components/source-link.tsx";
import type { ItemKind } from "#app/domain/events.ts";
import { deadlineInWords, standingExplained } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import { type PublicItem, publicCommitments, publicItems, topicBySlug } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const found = await topicBySlug(params.slug ?? "", moment);
  if (!found) throw notFound();
  const of = { topicId: found.topic.id };
  return {
    visit: visitor,
    ...found,
    commitments: await publicCommitments(of, moment),
    items: await publicItems(of, moment),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.topic.name ?? "Onderwerp") }];

/** In this order, so that a promise to inform is not read as a promise that it works. */
const SECTIONS: {
  kind: ItemKind | "reported_in_letter";
  id: string;
  heading: string;
  explained: string;
  empty: string;
}[] = [
  {
    kind: "expectation",
    id: "verwacht",
    heading: "Wat is verwacht",
    explained:
      "Een verwachting is geen belofte: ze heeft geen status en kan niet te laat zijn. Of ze uitkwam, staat onder wat andere bronnen laten zien, als het register dat weet.",
    empty: "Er staan geen verwachtingen bij dit onderwerp.",
  },
  {
    kind: "decision",
    id: "besloten",
    heading: "Wat is besloten",
    explained: "",
    empty: "Er staan geen besluiten bij dit onderwerp.",
  },
  {
    kind: "request",
    id: "gevraagd",
    heading: "Wat Kamerleden vroegen",
    explained: "Een vraag van een Kamerlid is nog geen toezegging.",
    empty: "",
  },
  {
    kind: "reported_in_letter",
    id: "gemeld",
    heading: "Wat de brief meldt",
    explained: "De brief vertelt hoe het staat, zonder iets te beloven.",
    empty: "",
  },
  {
    kind: "evidence",
    id: "bronnen",
    heading: "Wat andere bronnen laten zien",
    explained: "Documenten buiten de brieven om.",
    empty: "Er staan geen andere bronnen bij dit onderwerp.",
  },
];

export default function Topic() {
  const { visit: visitor, topic, dossier, commitments, items } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading={topic.name}
      lead={topic.description || undefined}
      breadcrumbs={[
        { href: link(paths.dossiers), label: "Dossiers" },
        { href: link(paths.dossier(dossier.slug)), label: dossier.name },
      ]}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      <section aria-labelledby="beloofd">
        <h2 id="beloofd">Wat is beloofd</h2>
        {commitments.length === 0 && <Empty>Bij dit onderwerp is niets toegezegd.</Empty>}
        {commitments.map(({ id, number, title, standing, madeOn, office }) => (
          <article key={id} className="entry">
            <h3>
              <a href={link(paths.commitment(number))}>Beloofd was: {title}</a>
            </h3>
            <p>
              <StandingBadge standing={standing} />
            </p>
            <p>{standingExplained(standing, () => null)}</p>
            {standing.status === "met" && standing.settledOn && (
              <p>
                Voldaan op <Day of={standing.settledOn} />. Dat gaat over deze belofte en over niets anders: de Kamer
                heeft gekregen wat hierboven staat.
              </p>
            )}
            {standing.frozenOn && (
              <p>
                Stand op <Day of={standing.frozenOn} />; dit dossier wordt niet meer bijgehouden.
              </p>
            )}
            <p className="cell-aside">
              {number} · <Day of={madeOn} /> · {office} ·{" "}
              {standing.deadline.words ? `termijn: ${deadlineInWords(standing.deadline)}` : "zonder termijn"}
            </p>
          </article>
        ))}
      </section>
      {SECTIONS.map(({ kind, id, heading, explained, empty }) => {
        const rows = items.filter((item) => sectionOf(item) === kind);
        if (rows.length === 0 && empty === "") return null;
        return (
          <section key={kind} aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            {explained && rows.length > 0 && <p>{explained}</p>}
            {rows.length === 0 && <Empty>{empty}</Empty>}
            {rows.map((item) => (
              <Item key={item.id} item={item} link={link} />
            ))}
          </section>
        );
      })}
    </PublicPage>
  );
}

/** What a letter itself reports is no other source. */
const sectionOf = ({ itemKind, letter }: PublicItem) =>
  itemKind === "evidence" && letter ? "reported_in_letter" : itemKind;

function Item({ item, link }: { item: PublicItem; link: Linker }) {
  return (
    <article className="entry">
      <h3>{item.title}</h3>
      {item.text !== item.title && <p>{item.text}</p>}
      <p className="cell-aside">
        {item.by && `${item.by} · `}
        {item.letter && <LetterLink letter={item.letter} passage={item.origin?.passage ?? null} link={link} />}
        {item.deadline?.words && ` · genoemd: ${deadlineInWords(item.deadline)}`}
        {item.evidence && !item.letter && <Evidence {...item.evidence} />}
      </p>
    </article>
  );
}

function Evidence({ source, url, date, dateWords, consultedOn }: NonNullable<PublicItem["evidence"]>) {
  return (
    <>
      {date ? <Day of={date} /> : (dateWords ?? "zonder datum")}
      {" · "}
      {url ? <a href={url}>{source}</a> : source}
      {consultedOn && (
        <>
          , geraadpleegd op <Day of={consultedOn} />
        </>
      )}
    </>
  );
}
