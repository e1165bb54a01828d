import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { EventList } from "#app/components/event-list.tsx";
import { type Fact, Facts } from "#app/components/facts.tsx";
import { itemPath, LinkList } from "#app/components/item-entry.tsx";
import { DocumentSource, dayOrWords, ItemOrigin } from "#app/components/item-origin.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { LetterLink } from "#app/components/source-link.tsx";
import { StoodElsewhere, withStoodHere } from "#app/components/stood-here.tsx";
import { DataTable } from "#app/components/table.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { termInWords } from "#app/domain/item-term.ts";
import { ITEM_EXPLAINED, itemEventSentence, KIND_IN_URL, kindInWords, valueInWords } from "#app/domain/item-words.ts";
import { may } from "#app/domain/permissions.ts";
import { deadlineInWords, derivationInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { notShown } from "#app/server/withdrawn.ts";
import { publicAmendments, publicDossier, publicItem } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const found = await publicItem(params.number ?? "", moment);
  if (!found) throw await notShown("item", params.number ?? "", moment);
  const owner = (await publicDossier(found.item.dossier.slug, moment))?.dossier;
  const amended = await publicAmendments("item", found.item.id, moment);
  return { visit: visitor, found, amended, mayEdit: may(actor, "register", owner) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.found.item.title ?? "Gevolgd") },
];

type Found = ReturnType<typeof useLoaderData<typeof loader>>["found"];

export default function Item() {
  const { visit: visitor, found, amended, mayEdit } = useLoaderData<typeof loader>();
  const { item, isThere, links, series } = found;
  const link = linker(visitor);
  const known = facts(found.item, link);
  const kind = kindInWords(item.itemKind, item.origin?.kind === "letter");
  const evidence = links.filter(
    ({ direction, other }) => direction === "to" && other.kind === "item" && other.itemKind === "evidence",
  );
  const others = links.filter((one) => !evidence.includes(one));
  return (
    <PublicPage
      visit={visitor}
      heading={item.title}
      cite={`“${item.title}”, ${kind.toLowerCase()} ${item.number ?? ""}`.trim()}
      lead={
        <>
          {kind}, geen toezegging. {ITEM_EXPLAINED[item.itemKind]}
        </>
      }
      breadcrumbs={[
        { href: link(paths.items), label: "Wat het register nog meer volgt" },
        { href: link(paths.dossier(item.dossier.slug)), label: item.dossier.name },
      ]}
      isInvented={item.dossier.isInvented}
      help={item.dossier.showsHelp}
    >
      {!isThere && (
        <p>
          Op {dayInWords(visitor.asOf)} was dit er nog niet. Het is van {dayOrWords(item)}.
        </p>
      )}
      <section aria-labelledby="wat">
        <h2 id="wat">Waar gaat het om</h2>
        <p>{item.text}</p>
        {item.measure?.inDoubt && (
          <p>
            <strong>Met een vraagteken.</strong> Het document zelf twijfelt of deze maatregel kan.
          </p>
        )}
        <Facts items={withStoodHere(known, amended)} />
      </section>
      <StoodElsewhere amended={amended} shown={known} />
      {series.length > 1 && item.figure && <Series found={found} link={link} />}
      {isThere && (evidence.length > 0 || !["figure", "evidence"].includes(item.itemKind)) && (
        <section aria-labelledby="bleek">
          <h2 id="bleek">Wat later bleek</h2>
          {evidence.length === 0 ? (
            <p>Het register kent geen document dat laat zien wat hiervan kwam.</p>
          ) : (
            <LinkList links={evidence} link={link} />
          )}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="verband">
          <h2 id="verband">Waar dit mee te maken heeft</h2>
          <LinkList links={others} link={link} />
        </section>
      )}
      {isThere && <History found={found} link={link} />}
      {mayEdit && (
        <p>
          <a href={paths.editItem(item.id)}>Koppelingen en termijn bijwerken</a>
          {" · "}
          <a href={paths.history("gevolgd", item.id)}>Geschiedenis en correcties</a>
        </p>
      )}
    </PublicPage>
  );
}

function facts(item: Found["item"], link: Linker): Fact[] {
  const { number, itemKind, by, deadline, measure, figure, evidence, source, topic, dossier, startOn } = item;
  const isTold = item.letter !== null || item.debate !== null;
  return [
    ...(number ? [{ term: "Nummer", value: number }] : []),
    {
      term: "Soort",
      value: (
        <a href={link(paths.items, new URLSearchParams({ soort: KIND_IN_URL[itemKind] }))}>
          {kindInWords(itemKind, item.origin?.kind === "letter").toLowerCase()}
        </a>
      ),
    },
    ...(figure
      ? [
          { term: "Reeks", value: figure.series },
          { term: "Waarde", value: `${valueInWords(figure.value)} ${figure.unit}` },
          { term: "Op", value: <Day of={figure.on} /> },
        ]
      : []),
    ...(measure
      ? [
          { term: "Categorie", value: measure.category },
          { term: "Met wie", value: measure.partners.length > 0 ? measure.partners.join(", ") : "niet bekend" },
          { term: "Termijn", value: termInWords(measure, startOn) },
          {
            term: "Vraagteken",
            value:
              measure.inDoubt === null
                ? "niet bekend"
                : measure.inDoubt
                  ? "ja: het document twijfelt of dit kan"
                  : "nee",
          },
        ]
      : []),
    ...(by ? [{ term: "Door", value: by }] : []),
    ...(isTold ? [{ term: "Waar het staat", value: <ItemOrigin item={item} link={link} /> }] : []),
    ...(evidence ? [{ term: "Document", value: <DocumentSource {...evidence} /> }] : []),
    {
      term: evidence ? "Datum van het document" : "Gezegd of gemeld",
      value:
        evidence && !evidence.date ? (
          <>
            {dayOrWords(item)}
            <span className="cell-aside">
              De dag is niet bekend. Het register toont dit vanaf <Day of={item.effectiveOn} />.
            </span>
          </>
        ) : (
          <Day of={item.effectiveOn} />
        ),
    },
    ...(deadline?.words
      ? [
          {
            term: "Genoemde termijn",
            value: (
              <>
                {deadlineInWords(deadline)}
                <span className="cell-aside">{derivationInWords(deadline)}</span>
              </>
            ),
          },
        ]
      : []),
    ...(source ? [{ term: "Hoe we dit weten", value: source }] : []),
    ...(topic ? [{ term: "Onderwerp", value: <a href={link(paths.topic(topic.slug))}>{topic.name}</a> }] : []),
    { term: "Dossier", value: <a href={link(paths.dossier(dossier.slug))}>{dossier.name}</a> },
  ];
}

/** All points of the series, so that one number is read beside the others. */
function Series({ found: { item, series }, link }: { found: Found; link: Linker }) {
  return (
    <section aria-labelledby="reeks">
      <h2 id="reeks">De hele reeks: {item.figure?.series}</h2>
      <DataTable
        caption={item.figure?.series ?? ""}
        hideCaption
        columns={[
          { key: "on", label: "Dag", rowHeader: true },
          { key: "value", label: item.figure?.unit ?? "", align: "end", fit: true },
          { key: "source", label: "Waar het staat" },
        ]}
        rows={series.map((point) => ({
          key: point.id,
          cells: {
            on: (
              <a href={link(itemPath(point))}>
                <Day of={point.figure?.on ?? ""} />
              </a>
            ),
            value: valueInWords(point.figure?.value ?? 0),
            source: <ItemOrigin item={point} link={link} />,
          },
        }))}
      />
    </section>
  );
}

function History({ found, link }: { found: Found; link: Linker }) {
  const { item, events } = found;
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">Verloop</h2>
      <EventList
        items={events.map((event) => ({
          day: event.effectiveOn,
          dayWords: event.kind === "registered" && item.evidence && !item.evidence.date ? dayOrWords(item) : null,
          sentence: itemEventSentence(event, { other: event.other?.number ?? null }),
          note: <EventNote event={event} link={link} />,
        }))}
      />
    </section>
  );
}

function EventNote({ event, link }: { event: Found["events"][number]; link: Linker }) {
  if (event.kind === "mentioned" && event.letter) {
    const { passage, note } = event.payload as {
      passage: Parameters<typeof LetterLink>[0]["passage"];
      note: string | null;
    };
    return (
      <>
        {note && `${note} `}
        Bron: <LetterLink letter={event.letter} passage={passage} link={link} />.
      </>
    );
  }
  if (!event.other) return null;
  const { kind, number, title } = event.other;
  return <a href={link(kind === "commitment" ? paths.commitment(number) : paths.item(number))}>{title}</a>;
}
