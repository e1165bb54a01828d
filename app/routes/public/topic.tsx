import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ItemEntry } from "#app/components/item-entry.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import type { ItemKind } from "#app/domain/events.ts";
import { deadlineInWords, standingExplained } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import { type PublicItem, publicCommitments, publicItems, topicBySlug, topicElsewhere } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, moment, link } = await visit(request);
  const elsewhere = await topicElsewhere(params.slug ?? "", moment);
  if (elsewhere) throw redirect(link(paths.topic(elsewhere)));
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
      "Dit is niet beloofd. Iemand zei alleen wat er waarschijnlijk ging gebeuren. Een verwachting kan niet te laat zijn. Of ze uitkwam, staat onder wat latere documenten laten zien, als het register dat weet.",
    empty: "Er staan geen verwachtingen bij dit onderwerp.",
  },
  {
    kind: "decision",
    id: "besloten",
    heading: "Wat is besloten",
    explained: "Dit is besloten en aan de Kamer gemeld.",
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
    kind: "recommendation",
    id: "aanbevolen",
    heading: "Wat rapporten aanbevelen",
    explained: "Een rapport raadt dit aan. Dat wil niet zeggen dat het gebeurt.",
    empty: "",
  },
  {
    kind: "measure",
    id: "maatregelen",
    heading: "Welke maatregelen zijn gepland",
    explained: "Dit staat in een beleidsstuk. Het is een plan, geen belofte aan de Kamer.",
    empty: "",
  },
  {
    kind: "figure",
    id: "cijfers",
    heading: "Welke cijfers zijn gemeld",
    explained: "Getallen uit brieven, elk van een bepaalde dag.",
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
    heading: "Wat latere documenten laten zien",
    explained: "Deze documenten zijn geen brieven aan de Kamer. Ze laten zien hoe het er later voor stond.",
    empty: "Het register kent geen latere documenten bij dit onderwerp.",
  },
];

/** `Wat is verwacht (1)`: every list counted by itself, so that nothing is counted as a promise that is none. */
const counted = (heading: string, count: number): string => (count > 0 ? `${heading} (${count})` : heading);

/** A title as it goes on after "Beloofd was:". A name keeps its capital. */
const asPromise = (title: string): string =>
  /^\p{Lu}\p{Ll}*(?: |$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

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
        <h2 id="beloofd">{counted("Wat is beloofd", commitments.length)}</h2>
        {commitments.length === 0 && <Empty>Bij dit onderwerp is niets toegezegd.</Empty>}
        {commitments.map(({ id, number, title, standing, madeOn, office }) => (
          <article key={id} className="entry">
            <h3>
              <a href={link(paths.commitment(number))}>Beloofd was: {asPromise(title)}</a>
            </h3>
            <p>
              <StandingBadge standing={standing} />
            </p>
            <p>{standingExplained(standing, () => null)}</p>
            {standing.status === "met" && standing.settledOn && (
              <p>
                Voldaan op <Day of={standing.settledOn} />. Dat gaat alleen over deze belofte: “{asPromise(title)}”. Het
                zegt niet dat ook gebeurd is waar het onderwerp over gaat.
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
            <h2 id={id}>{counted(heading, rows.length)}</h2>
            {explained && rows.length > 0 && <p>{explained}</p>}
            {rows.length === 0 && <Empty>{empty}</Empty>}
            {rows.map((item) => (
              <ItemEntry key={item.id} item={item} link={link} />
            ))}
          </section>
        );
      })}
    </PublicPage>
  );
}

/** What a letter itself reports is no other source. */
const sectionOf = ({ itemKind, origin }: PublicItem) =>
  itemKind === "evidence" && origin?.kind === "letter" ? "reported_in_letter" : itemKind;
