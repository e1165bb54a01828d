import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommitmentTable } from "#app/components/commitment-table.tsx";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { KeepForm } from "#app/components/keep-form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { StoodElsewhere } from "#app/components/stood-here.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { daysInWords } from "#app/domain/commitment.ts";
import { countInWords, ITEM_KINDS, KIND_IN_URL } from "#app/domain/item-words.ts";
import { may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import {
  countItems,
  type DossierStanding,
  publicAmendments,
  publicCommitments,
  publicDebates,
  publicDossier,
  publicLetters,
  topicsOf,
} from "#db/public.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const standing = await publicDossier(params.slug ?? "", moment);
  if (!standing) throw notFound();
  const { id, ministryId, committeeId } = standing.dossier;
  return {
    visit: visitor,
    standing,
    topics: await topicsOf(id, moment),
    commitments: await publicCommitments({ dossierId: id }, moment),
    followed: await countItems({ dossierId: id }, moment),
    letters: await publicLetters(moment, id),
    debates: await publicDebates(moment, id),
    amended: await publicAmendments("dossier", id, moment),
    maySteer: may(actor, "steer_dossier", { ministryId, committeeId }),
    mayCheck: may(actor, "review", { ministryId, committeeId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.standing.dossier.name ?? "Dossier") },
];

export default function Dossier() {
  const {
    visit: visitor,
    standing,
    topics,
    commitments,
    followed,
    letters,
    debates,
    amended,
    maySteer,
    mayCheck,
  } = useLoaderData<typeof loader>();
  const { dossier } = standing;
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading={dossier.name}
      lead={dossier.description || undefined}
      breadcrumbs={[{ href: link(paths.dossiers), label: "Dossiers" }]}
      covers={coverageInWords([standing])}
      isInvented={dossier.isInvented}
      help={dossier.showsHelp}
    >
      <p>{nextLetterInWords(standing, visitor.asOf)}</p>
      <KeepForm kind="dossiers" value={dossier.slug} link={link} />
      <p>
        <a href={link(paths.timeline(dossier.slug))}>Tijdlijn van dit dossier</a>
      </p>
      <p>
        <a href={link(paths.debatePack, new URLSearchParams({ voor: `dossier:${dossier.slug}` }))}>
          Debatpakket: op twee velletjes mee naar een debat
        </a>
      </p>
      {maySteer && (
        <p>
          <a href={paths.steerDossier(dossier.slug)}>Ritme, gemelde datum en looptijd aanpassen</a>
        </p>
      )}
      {mayCheck && (
        <p>
          <a href={paths.prepareLetter(dossier.slug)}>De volgende voortgangsbrief voorbereiden</a> ·{" "}
          <a href={`${paths.checkDraft}?dossier=${dossier.slug}`}>Conceptbrief nagaan voor dit dossier</a>
        </p>
      )}
      <StoodElsewhere amended={amended} shown={[]} />
      <section aria-labelledby="onderwerpen">
        <h2 id="onderwerpen">Onderwerpen</h2>
        {topics.length === 0 && <Empty>Dit dossier heeft nog geen onderwerpen.</Empty>}
        <ul className="link-list">
          {topics.map(({ id, slug, name, description }) => (
            <li key={id}>
              <a href={link(paths.topic(slug))}>{name}</a>
              {description && `: ${description}`}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="toezeggingen">
        <h2 id="toezeggingen">Toezeggingen</h2>
        {commitments.length === 0 ? (
          <Empty>Op deze dag waren er in dit dossier nog geen toezeggingen.</Empty>
        ) : (
          <CommitmentTable caption="Toezeggingen in dit dossier" hideCaption rows={commitments} link={link} />
        )}
        <StatusLegend link={link} />
      </section>
      <section aria-labelledby="gevolgd">
        <h2 id="gevolgd">Wat het register nog meer volgt</h2>
        <p>Dit zijn geen toezeggingen. Ze tellen hierboven niet mee en kunnen niet te laat zijn.</p>
        {ITEM_KINDS.every((kind) => followed[kind] === 0) && (
          <Empty>Op deze dag was er nog niets anders te volgen.</Empty>
        )}
        <ul className="link-list">
          {ITEM_KINDS.filter((kind) => followed[kind] > 0).map((kind) => (
            <li key={kind}>
              <a href={link(paths.items, new URLSearchParams({ soort: KIND_IN_URL[kind], dossier: dossier.slug }))}>
                {countInWords(kind, followed[kind])}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="brieven">
        <h2 id="brieven">Brieven</h2>
        {letters.length === 0 && <Empty>Op deze dag waren er nog geen brieven.</Empty>}
        <ul className="link-list">
          {letters.map(({ letter }) => (
            <li key={letter.id}>
              <Day of={letter.date} />: <a href={link(paths.letter(letter.id))}>{letter.title}</a>
              {letter.letterKind === "progress" && " (voortgangsbrief)"}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="debatten">
        <h2 id="debatten">Debatten</h2>
        {debates.length === 0 && <Empty>Op deze dag waren er nog geen debatten.</Empty>}
        <ul className="link-list">
          {debates.map(({ debate }) => (
            <li key={debate.id}>
              <Day of={debate.date} />: <a href={link(paths.debate(debate.id))}>{debate.title}</a>
            </li>
          ))}
        </ul>
      </section>
    </PublicPage>
  );
}

/** Where the rhythm of the letters stands. */
function nextLetterInWords({ expected, overdueDays, context }: DossierStanding, asOf: string): string {
  const until = context.coverage?.until;
  if (until && until < asOf)
    return `Dit dossier is gevolgd tot en met ${dayInWords(until)} en wordt niet meer bijgehouden.`;
  if (!expected) return "Voor dit dossier is geen dag bekend waarop de volgende voortgangsbrief wordt verwacht.";
  const source = expected.basis === "told" ? "zoals aan de Kamer gemeld" : "volgens het ritme van het dossier";
  if (overdueDays > 0)
    return `De voortgangsbrief is ${daysInWords(overdueDays)} te laat: verwacht op ${dayInWords(expected.day)}, ${source}.`;
  return `De volgende voortgangsbrief is verwacht op ${dayInWords(expected.day)}, ${source}.`;
}
