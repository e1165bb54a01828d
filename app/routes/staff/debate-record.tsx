import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Datalist } from "#app/components/datalist.tsx";
import { Empty } from "#app/components/empty.tsx";
import {
  ErrorSummary,
  FormActions,
  HiddenField,
  SubmitButton,
  TextAreaField,
  TextFileField,
} from "#app/components/form.tsx";
import { ProgressLine } from "#app/components/progress-line.tsx";
import { RecordProposalCard } from "#app/components/record-proposal.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import type { ProposalGroup, RecordAnswer } from "#app/server/record-fields.ts";
import { bringRecord, handleRecordForm, recordPage } from "#app/server/record-page.ts";
import { allow, work } from "#app/server/visit.ts";
import { debateAsOf, debateHistory } from "#db/debates.ts";

async function ownDebate(actor: Actor, id: string | undefined) {
  const { debate } = debateAsOf(await debateHistory(id ?? ""));
  if (!debate) throw notFound();
  allow(actor, "register", debate);
  return debate;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const debate = await ownDebate(actor, params.id);
  return { visit, debate, ...(await recordPage(debate)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  const debate = await ownDebate(actor, params.id);
  const bringsText = /^multipart\b/i.test(request.headers.get("Content-Type") ?? "");
  return bringsText ? bringRecord(request, actor, debate) : handleRecordForm(request, actor, debate);
}

const GROUPS: { group: ProposalGroup; id: string; heading: string; none: string }[] = [
  {
    group: "both",
    id: "in-beide",
    heading: "Op de lijst en in het debat",
    none: "Van geen enkele regel op de lijst is zeker waar die in het debat is gezegd.",
  },
  { group: "list", id: "op-de-lijst", heading: "Alleen op de lijst", none: "Er staat niets extra's op de lijst." },
  {
    group: "debate",
    id: "in-het-debat",
    heading: "Alleen in het debat",
    none: "In het debat is niets gevonden dat niet op de lijst staat.",
  },
];

export const meta = () => [{ title: pageTitle("Verslag van een debat") }];

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DebateRecord() {
  const { visit, debate, kept, counts, proposals, speakers, members } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const done = proposals.filter(({ taken }) => taken !== null).length;
  return (
    <WorkPage
      visit={visit}
      heading="Verslag van een debat"
      lead="Plak het verslag of de slotlijst van het debat. Het register stelt toezeggingen voor; u beslist per voorstel."
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.draftDebate(debate.id), label: debate.title },
      ]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.key && answer.input && !proposals.some(({ keys }) => keys[0] === answer.key) && (
        <Typed answer={answer} />
      )}
      {!kept && <BringForm answer={answer} />}
      {kept && (
        <>
          <p>{toldOf(kept, counts)}</p>
          {proposals.length === 0 && (
            <Empty>
              Hierin is geen toezegging gevonden. Staan er wel sprekers in, zoals “Minister Jansen:”? Zonder die namen
              is niet te zien wie iets toezegt.
            </Empty>
          )}
          {proposals.length > 0 && <ProgressLine done={done} total={proposals.length} label="opgenomen" />}
          {proposals.length > 0 &&
            GROUPS.map(({ group, id, heading, none }) => {
              const own = proposals.filter((proposal) => proposal.group === group);
              return (
                <section key={id} aria-labelledby={id}>
                  <h2 id={id}>
                    {heading} ({own.length})
                  </h2>
                  {own.length === 0 && <Empty>{none}</Empty>}
                  {own.map((proposal) => (
                    <RecordProposalCard
                      key={proposal.keys[0]}
                      proposal={proposal}
                      speakers={speakers}
                      answer={answer && answer.key === proposal.keys[0] ? answer : null}
                    />
                  ))}
                </section>
              );
            })}
          <details className="fold-plain" open={answer?.brought ? true : undefined}>
            <summary>Lees een ander verslag</summary>
            <p>Dat komt in de plaats van wat hierboven staat. Wat al is opgenomen, blijft opgenomen.</p>
            <BringForm answer={answer} />
            <form method="post" className="form">
              <HiddenField name="doe" value="weg" />
              <SubmitButton variant="subtle">Haal dit verslag weg</SubmitButton>
            </form>
          </details>
          <Datalist id="geadresseerden" names={members} />
        </>
      )}
    </WorkPage>
  );
}

function toldOf({ fileName, keptAt, hasRecord }: NonNullable<Loaded["kept"]>, counts: Loaded["counts"]): string {
  const from = fileName ? `uit ${fileName}` : "uit de geplakte tekst";
  const when = `Gelezen op ${instantInWords(keptAt)}, ${from}`;
  if (!hasRecord || counts.turns === 0) return `${when}. Er staan geen sprekers in: het is gelezen als een lijst.`;
  const second = counts.hasSecondTerm ? ", met een tweede termijn" : "";
  return `${when}: ${counts.turns} spreekbeurten${second}, waarvan ${counts.government} van de regering. ${counts.interruptions} keer onderbrak iemand een ander.`;
}

function BringForm({ answer }: { answer: RecordAnswer | null }) {
  const problemOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.message;
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <TextAreaField
        name="tekst"
        label="Verslag van het debat"
        optional
        rows={10}
        hint="Plak hier het stenogram, het verslag of de Handelingen, met de namen van de sprekers. Of kies hieronder een bestand."
        value={answer?.brought?.text}
        problem={problemOf("tekst")}
      />
      <TextAreaField
        name="lijst"
        label="Lijst van toezeggingen"
        optional
        rows={5}
        hint="Alleen als de lijst van de voorzitter of de griffie niet in het verslag zelf staat."
        value={answer?.brought?.list}
        problem={problemOf("lijst")}
      />
      <TextFileField name="bestand" label="Bestand met het verslag" problem={problemOf("bestand")} />
      <FormActions>
        <SubmitButton>Lees het verslag</SubmitButton>
      </FormActions>
    </form>
  );
}

/** What was typed for a proposal that is no longer there. */
const Typed = ({ answer }: { answer: RecordAnswer }) => (
  <p>
    {Object.values(answer.input ?? {})
      .filter(Boolean)
      .join(" · ")}
  </p>
);
