import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimAndVerdict, ClaimSource } from "#app/components/claim-verdict.tsx";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { EventList } from "#app/components/event-list.tsx";
import { type Fact, Facts } from "#app/components/facts.tsx";
import { LinkList } from "#app/components/item-entry.tsx";
import { KeepForm } from "#app/components/keep-form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { Quote } from "#app/components/quote.tsx";
import { LetterLink, PaperLink } from "#app/components/source-link.tsx";
import { StoodElsewhere, StoodInEvent, takenBackItems, withStoodHere } from "#app/components/stood-here.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { claimAndVerdict } from "#app/domain/claim-verdict.ts";
import { CHAMBER_WORDS, daysInWords } from "#app/domain/commitment.ts";
import { eventSentence } from "#app/domain/event-sentence.ts";
import { filterFrom } from "#app/domain/filter.ts";
import { may } from "#app/domain/permissions.ts";
import {
  deadlineInWords,
  derivationInWords,
  standingExplained,
  standingInWords,
  standingRemarks,
} from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths, registerPath } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { notShown } from "#app/server/withdrawn.ts";
import { type PublicAmendment, publicAmendments, publicCommitment } from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const number = (params.number ?? "").toUpperCase();
  const found = await publicCommitment(number, moment);
  if (!found) throw await notShown("commitment", number, moment);
  const thing = { ministryId: found.standing?.ministryId, committeeId: found.commitment.committeeId };
  return {
    visit: visitor,
    found,
    amended: await publicAmendments("commitment", found.commitment.id, moment),
    mayWork: actor !== null && (may(actor, "own_planning", thing) || may(actor, "register", thing)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.found.commitment.title ?? "Toezegging") },
];

export default function Commitment() {
  const { visit: visitor, found, amended, mayWork } = useLoaderData<typeof loader>();
  const { commitment, dossier, standing } = found;
  const link = linker(visitor);
  const known = facts(found, link);
  return (
    <PublicPage
      visit={visitor}
      heading={commitment.title}
      cite={`“${commitment.title}”, toezegging ${commitment.number}`}
      breadcrumbs={[
        { href: link(paths.register), label: "Toezeggingen" },
        { href: link(paths.dossier(dossier.slug)), label: dossier.name },
      ]}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      {standing ? (
        <Standing found={found} link={link} />
      ) : (
        <p>
          Op {dayInWords(visitor.asOf)} was deze toezegging er nog niet. Ze is gedaan op {dayInWords(commitment.madeOn)}
          .
        </p>
      )}
      <KeepForm kind="commitments" value={commitment.number ?? ""} link={link} />
      <section aria-labelledby="beloofd">
        <h2 id="beloofd">Wat is precies beloofd</h2>
        <p>{commitment.text}</p>
        {commitment.quote && <Quote>{commitment.quote}</Quote>}
        <Facts items={withStoodHere(known, amended)} />
      </section>
      <StoodElsewhere amended={amended} shown={known} inHistory />
      {found.links.length > 0 && (
        <section aria-labelledby="verband">
          <h2 id="verband">Wat hier verder over bekend is</h2>
          <p>Verwachtingen, plannen en documenten zeggen niets over de status van de toezegging.</p>
          <LinkList links={found.links} link={link} />
        </section>
      )}
      <History found={found} amended={amended} link={link} />
      {mayWork && (
        <p className="not-printed">
          <a href={paths.workSheet(commitment.id)}>Werkblad van deze toezegging</a>
        </p>
      )}
    </PublicPage>
  );
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>["found"];

function Standing({ found, link }: { found: Found; link: Linker }) {
  const { standing, namedLetters, successor, predecessor, recurring } = found;
  if (!standing) return null;
  const letterDay = (id: string) => namedLetters.get(id)?.date ?? null;
  return (
    <section className="standing" aria-labelledby="stand">
      <h2 id="stand">
        Stand op {dayInWords(standing.frozenOn ?? standing.asOf)}: {standingInWords(standing)}
      </h2>
      <p>
        <StandingBadge standing={standing} />
      </p>
      <p>{standingExplained(standing, letterDay)}</p>
      {standingRemarks(standing).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <BothSides found={found} link={link} />
      {standing.status === "met" && (standing.daysLateInForce ?? 0) > 0 && (
        <p>
          De Kamer kreeg het antwoord {daysInWords(standing.daysLateInForce ?? 0)} na de termijn
          {standing.daysLateOriginal !== standing.daysLateInForce &&
            `, en ${daysInWords(standing.daysLateOriginal ?? 0)} na de eerste termijn`}
          .
        </p>
      )}
      {restsOnList(found) && (
        <p>
          Dit zegt het ministerie in zijn lijst van {dayInWords(restsOnList(found)?.date ?? "")}. Een brief waarin het
          staat, kent het register niet.
        </p>
      )}
      {successor && (
        <p>
          De rest: <a href={link(paths.commitment(successor.number))}>{successor.title}</a> ({successor.number}).
        </p>
      )}
      {predecessor && (
        <p>
          Dit is de rest van <a href={link(paths.commitment(predecessor.number))}>{predecessor.title}</a> (
          {predecessor.number}).
        </p>
      )}
      {recurring && <Letters {...recurring} link={link} />}
    </section>
  );
}

function BothSides({ found, link }: { found: Found; link: Linker }) {
  const { claim, verdict, disagree } = claimAndVerdict(found.events);
  return (
    <ClaimAndVerdict
      claim={
        claim && {
          claim: claim.payload.claim,
          source: <ClaimSource {...claim.payload} letter={claim.letter} on={claim.effectiveOn} link={link} />,
        }
      }
      verdict={verdict && { verdict: verdict.payload.verdict, on: verdict.effectiveOn, note: verdict.payload.note }}
      disagree={disagree}
    />
  );
}

/** The list that the status rests on: nothing but the ministry's own word, where no letter and no committee says it. */
function restsOnList({ events, standing }: Found): { date: string } | null {
  const last = events.findLast(({ kind }) => kind === "reported" || kind === "judged" || kind === "lapsed");
  const isReport = last?.kind === "reported" && last.payload.claim === standing?.status;
  return isReport && !last.letter ? (last.payload.list ?? null) : null;
}

/** The letters of a promise without an end, each on time or late. */
function Letters({ letters, dossier, link }: NonNullable<Found["recurring"]> & { link: Linker }) {
  const late = letters.filter(({ daysLate }) => daysLate > 0).length;
  return (
    <>
      <p>
        {letters.length === 0
          ? "Sinds deze toezegging is nog geen brief gekomen."
          : `Sinds deze toezegging ${letters.length === 1 ? "is 1 brief" : `zijn ${letters.length} brieven`} gekomen, ${late === 0 ? "alle op tijd" : late === letters.length ? "geen daarvan op tijd" : `waarvan ${late} te laat`}.`}{" "}
        Gerekend met de brieven die dit register kent.
      </p>
      {dossier.overdueDays > 0 && dossier.expected && (
        <p>
          De volgende brief is {daysInWords(dossier.overdueDays)} te laat: verwacht op{" "}
          {dayInWords(dossier.expected.day)}.
        </p>
      )}
      <ul className="link-list">
        {letters.map(({ letterId, day, expected, daysLate, title }) => (
          <li key={letterId}>
            <a href={link(paths.letter(letterId))}>{title}</a>, <Day of={day} />
            {daysLate > 0 && expected
              ? `: ${daysInWords(daysLate)} te laat (verwacht op ${dayInWords(expected)})`
              : ": op tijd"}
          </li>
        ))}
      </ul>
    </>
  );
}

function facts(
  { commitment, standing, dossier, topic, office, holder, committee, ministry, to, origin }: Found,
  link: Linker,
): Fact[] {
  const people = to.map(({ kind, id, name, group }) => (
    <li key={id}>
      <a href={registerPath(link, { ...filterFrom(new URLSearchParams()), [kind]: id })}>
        {kind === "member" ? `het lid ${name}` : `de fractie van de ${name}`}
      </a>
      {group && ` (${group})`}
    </li>
  ));
  return [
    { term: "Nummer", value: commitment.number },
    { term: "Door", value: holder ? `${office.name} (${holder.name})` : office.name },
    {
      term: "Aan",
      value: people.length > 0 ? <ul className="plain-list">{people}</ul> : `de ${CHAMBER_WORDS[commitment.chamber]}`,
    },
    {
      term: "Gedaan op",
      value: (
        <>
          <Day of={commitment.madeOn} />
          {origin?.kind === "debate" && (
            <>
              {": "}
              <a href={link(paths.debate(origin.debate.id))}>{origin.debate.title}</a>
            </>
          )}
          {origin?.kind === "letter" && (
            <>
              {", in de "}
              <LetterLink letter={origin.letter} passage={origin.passage} link={link} />
            </>
          )}
        </>
      ),
    },
    ...(origin && sourcePaper(origin)
      ? [{ term: "Officiële bron", value: <PaperLink paper={sourcePaper(origin) ?? ""} /> }]
      : []),
    ...(commitment.source ? [{ term: "Hoe we dit weten", value: commitment.source }] : []),
    ...(standing
      ? [
          {
            term: "Termijn",
            value: (
              <>
                {deadlineInWords(standing.deadline)}
                <span className="cell-aside">{derivationInWords(standing.deadline)}</span>
              </>
            ),
          },
          ...(standing.postponements > 0
            ? [
                { term: "Eerste termijn", value: deadlineInWords(standing.original) },
                {
                  term: "Verschoven",
                  value: standing.postponements === 1 ? "1 keer" : `${standing.postponements} keer`,
                },
              ]
            : []),
        ]
      : []),
    ...(topic ? [{ term: "Onderwerp", value: <a href={link(paths.topic(topic.slug))}>{topic.name}</a> }] : []),
    { term: "Dossier", value: <a href={link(paths.dossier(dossier.slug))}>{dossier.name}</a> },
    ...(ministry ? [{ term: "Verantwoordelijk", value: ministry }] : []),
    ...(committee ? [{ term: "Commissie", value: committee.name }] : []),
  ];
}

const sourcePaper = (origin: NonNullable<Found["origin"]>): string | null =>
  origin.kind === "debate" ? origin.debate.paper : origin.letter.paper;

const LATE_SENTENCES = {
  date: "De termijn is voorbij. Vanaf hier is de toezegging te laat.",
  letter: "De voortgangsbrief kwam zonder antwoord. Vanaf hier is de toezegging te laat.",
  event: "Waar de termijn op wachtte, is gebeurd. Vanaf hier is de toezegging te laat.",
} as const;

/** What happened, and between it the days on which it became late: those follow from the rest and are no events. */
function History({ found, amended, link }: { found: Found; amended: PublicAmendment[]; link: Linker }) {
  const first = found.events.find(({ kind }) => kind === "deadline_set");
  const told = found.events.map((event) => ({
    day: event.effectiveOn,
    dayWords:
      event.kind === "evidence_added" && !event.payload.date ? (event.payload.dateWords ?? "zonder datum") : null,
    sentence: eventSentence(event, { isOriginal: event === first, other: event.other?.number ?? null }),
    note: (
      <>
        <EventSource event={event} link={link} />
        {event.kind !== "registered" && <StoodInEvent eventId={event.id} amended={amended} />}
      </>
    ),
    tone: event.kind === "reported" && event.payload.claim === "met" ? ("good" as const) : ("plain" as const),
  }));
  const late = found.becameLate.map(({ on, because, letterId }) => {
    const letter = found.namedLetters.get(letterId ?? "");
    return {
      day: on,
      dayWords: null,
      sentence: LATE_SENTENCES[because],
      note: letter && <LetterLink letter={letter} passage={null} link={link} />,
      tone: "late" as const,
    };
  });
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">Verloop</h2>
      <EventList
        items={[...told, ...late, ...takenBackItems(amended)].sort((a, b) =>
          a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
        )}
      />
    </section>
  );
}

function EventSource({ event, link }: { event: Found["events"][number]; link: Linker }) {
  const passage = event.kind === "reported" || event.kind === "deadline_set" ? event.payload.passage : null;
  const note = event.kind === "reported" || event.kind === "judged" ? event.payload.note : null;
  if (event.kind === "evidence_added") return <>{event.payload.source}</>;
  if (!passage && !note && !event.other) return null;
  return (
    <>
      {note}
      {note && " "}
      {event.letter && (
        <>
          Bron: <LetterLink letter={event.letter} passage={passage} link={link} />.
        </>
      )}
      {event.other && (
        <>
          {" "}
          <a href={link(paths.commitment(event.other.number))}>{event.other.title}</a>
        </>
      )}
    </>
  );
}
