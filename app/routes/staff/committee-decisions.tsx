import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommitteeDecisionCard } from "#app/components/committee-decision.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ErrorSummary, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { targetId } from "#app/server/decision-fields.ts";
import { decisionPage, handleDecisionForm } from "#app/server/decision-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { decisionText } from "#db/committee-decisions.ts";

async function ownText(actor: Actor, id: string | undefined) {
  const kept = await decisionText(id ?? "");
  if (!kept) throw notFound();
  allow(actor, "judge", kept);
  return kept;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "judge");
  const kept = await ownText(actor, params.id);
  const { source, decidedOn, text } = kept;
  return { visit, source, decidedOn, text, decisions: await decisionPage(kept) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "judge");
  return handleDecisionForm(request, actor, await ownText(actor, params.id));
}

export const meta = () => [{ title: pageTitle("Besluiten vastleggen") }];

export default function CommitteeDecisions() {
  const { visit, source, decidedOn, text, decisions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const isShown = (target: string) =>
    decisions.some(({ targets }, at) =>
      targets.some(({ commitment }) => commitment && targetId(at, commitment.id) === target),
    );
  return (
    <WorkPage
      visit={visit}
      heading="Besluiten vastleggen"
      lead={
        <>
          {source}, <Day of={decidedOn} />
        </>
      }
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.committeeDecisions, label: "Besluiten van de commissie" },
      ]}
    >
      <ErrorSummary
        problems={answer ? [{ field: isShown(answer.target) ? answer.target : "", message: answer.problem }] : []}
      />
      {decisions.length === 0 && (
        <Empty>
          Hierin is geen besluit over een toezegging gevonden. Het register zoekt een nummer met een oordeel in dezelfde
          zin, zoals “T01234 als voldaan”.
        </Empty>
      )}
      {decisions.map((decision, at) => (
        <CommitteeDecisionCard
          // biome-ignore lint/suspicious/noArrayIndexKey: its place in the text is what a decision is known by
          key={at}
          at={at}
          decision={decision}
          answer={answer}
        />
      ))}
      <details className="fold-plain">
        <summary>De tekst zoals die is gelezen</summary>
        <p className="command">{text}</p>
      </details>
      <form method="post" className="form">
        <HiddenField name="doe" value="weg" />
        <SubmitButton variant="subtle">Haal deze tekst weg</SubmitButton>
      </form>
    </WorkPage>
  );
}
