import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { type Fact, Facts } from "#app/components/facts.tsx";
import { itemPath } from "#app/components/item-entry.tsx";
import { LetterTextView } from "#app/components/letter-text.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { PaperLink } from "#app/components/source-link.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { StoodElsewhere, withStoodHere } from "#app/components/stood-here.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { CLAIM_WORDS } from "#app/domain/commitment.ts";
import type { PassageRef } from "#app/domain/events.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import { may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { notShown } from "#app/server/withdrawn.ts";
import { publicAmendments, publicLetter } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const found = await publicLetter(params.id ?? "", moment);
  if (!found) throw await notShown("letter", params.id ?? "", moment);
  const amended = await publicAmendments("letter", found.letter.id, moment);
  return { visit: visitor, found, amended, mayReview: may(actor, "review", { ministryId: found.letter.ministryId }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.found.letter.title ?? "Brief") },
];

/** What the register says of one place in the letter. */
interface Annotation {
  key: string;
  passage: PassageRef | null;
  text: ReactNode;
}

export default function Letter() {
  const { visit: visitor, found, amended, mayReview } = useLoaderData<typeof loader>();
  const { letter, dossier } = found;
  const link = linker(visitor);
  const annotations = annotationsOf(found, link);
  const known: Fact[] = [
    { term: "Datum", value: <Day of={letter.date} /> },
    ...(letter.day !== letter.date ? [{ term: "Ontvangen", value: <Day of={letter.day} /> }] : []),
    { term: "Van", value: letter.sender ?? "niet bekend" },
    { term: "Soort", value: letter.letterKind === "progress" ? "voortgangsbrief" : "andere brief" },
    {
      term: "Officiële bron",
      value: letter.paper ? <PaperLink paper={letter.paper} /> : "Het nummer van deze brief is niet bekend.",
    },
    { term: "Dossier", value: <a href={link(paths.dossier(dossier.slug))}>{dossier.name}</a> },
    { term: "Nagegaan", value: reviewInWords(letter) },
    ...(letter.originalSha256
      ? [
          {
            term: "Origineel",
            value: <a href={paths.original(letter.id)}>Download de brief zoals die binnenkwam</a>,
          },
        ]
      : []),
  ];
  return (
    <PublicPage
      visit={visitor}
      heading={letter.title}
      cite={`“${letter.title}”, brief van ${dayInWords(letter.date)}${letter.paper ? ` (${letter.paper})` : ""}`}
      wide
      breadcrumbs={[
        { href: link(paths.letters), label: "Brieven" },
        { href: link(paths.dossier(dossier.slug)), label: dossier.name },
      ]}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      <Facts items={withStoodHere(known, amended)} />
      <StoodElsewhere amended={amended} shown={known} />
      {mayReview && (
        <p>
          <a href={paths.review(letter.id)}>{letter.reviewClosed ? "Bekijk wat is nagegaan" : "Ga deze brief na"}</a>
        </p>
      )}
      {visitor.asOf < letter.day ? (
        <Empty>
          Op {dayInWords(visitor.asOf)} was deze brief er nog niet. Hij is van {dayInWords(letter.day)}.
        </Empty>
      ) : letter.passages.length > 0 ? (
        <TextWithMargin letter={letter} annotations={annotations} />
      ) : (
        <PlacesOnly letter={letter} annotations={annotations} />
      )}
      {letter.remarks.length > 0 && visitor.asOf >= letter.day && (
        <section aria-labelledby="opmerkingen">
          <h2 id="opmerkingen">Opmerkingen bij de bron</h2>
          <ul className="link-list">
            {letter.remarks.map(({ passage, why }) => (
              <li key={why}>
                {placeInWords(passage)} {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <StatusLegend link={link} />
    </PublicPage>
  );
}

interface Annotated {
  letter: Found["letter"];
  annotations: Annotation[];
}

function TextWithMargin({ letter, annotations }: Annotated) {
  const notes: Record<string, ReactNode> = {};
  for (const { anchor } of letter.passages) {
    const here = annotations.filter(({ passage }) => passage?.anchor === anchor);
    if (here.length > 0)
      notes[anchor] = (
        <ul className="plain-list">
          {here.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      );
  }
  return <LetterTextView passages={letter.passages} notes={notes} footnotePrefix="noot" />;
}

function PlacesOnly({ letter, annotations }: Annotated) {
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">Wat deze brief beantwoordt en belooft</h2>
      <p>De tekst van deze brief staat niet in het register. De plaats in de brief is in woorden aangegeven.</p>
      {annotations.length === 0 ? (
        <Empty>
          {letter.reviewClosed
            ? "Deze brief beantwoordt geen toezegging in het register."
            : "Deze brief is nog niet nagegaan."}
        </Empty>
      ) : (
        <ul className="plain-list annotations">
          {annotations.map(({ key, passage, text }) => (
            <li key={key}>
              <strong>{placeInWords(passage)}</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const placeInWords = (passage: PassageRef | null): string =>
  passage?.place ? `${passage.place}:` : passage?.anchor ? `Passage ${passage.anchor.slice(1)}:` : "";

const reviewInWords = ({ reviewClosed, reviewBegun }: { reviewClosed: boolean; reviewBegun: boolean }): string =>
  reviewClosed
    ? "ja: er is nagekeken welke toezeggingen deze brief beantwoordt"
    : reviewBegun
      ? "het nagaan is begonnen en nog niet klaar"
      : "nog niet: deze brief kan toezeggingen beantwoorden die hier nog als openstaand staan";

type Found = ReturnType<typeof useLoaderData<typeof loader>>["found"];

function annotationsOf({ answers, promised, promisedAt, items, mentions }: Found, link: Linker): Annotation[] {
  return [
    ...answers.map(({ passage, claim, note, commitment }) => ({
      key: `answer-${commitment.id}-${passage?.anchor ?? passage?.place}`,
      passage,
      text: (
        <>
          Antwoord op <a href={link(paths.commitment(commitment.number))}>{commitment.title}</a> ({commitment.number}):{" "}
          {CLAIM_WORDS[claim]}. {note} <StandingBadge standing={commitment.standing} />
        </>
      ),
    })),
    ...promised.map((commitment) => ({
      key: `promise-${commitment.id}`,
      passage: promisedAt.get(commitment.id) ?? null,
      text: (
        <>
          Nieuwe toezegging: <a href={link(paths.commitment(commitment.number))}>{commitment.title}</a> (
          {commitment.number}) <StandingBadge standing={commitment.standing} />
        </>
      ),
    })),
    ...items.map((item) => ({
      key: item.id,
      passage: item.origin?.passage ?? null,
      text: (
        <>
          {kindInWords(item.itemKind, true)} (geen toezegging): <a href={link(itemPath(item))}>{item.title}</a>
        </>
      ),
    })),
    ...mentions.map((item) => ({
      key: item.eventId,
      passage: item.passage,
      text: (
        <>
          Zegt iets over: <a href={link(itemPath(item))}>{item.title}</a>. {item.note}
        </>
      ),
    })),
  ];
}
