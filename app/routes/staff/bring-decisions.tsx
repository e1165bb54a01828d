import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import {
  DateField,
  ErrorSummary,
  FormActions,
  SubmitButton,
  TextAreaField,
  TextField,
  TextFileField,
} from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { bringDecisions } from "#app/server/decision-page.ts";
import { work } from "#app/server/visit.ts";
import { decisionTextsOf } from "#db/committee-decisions.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "judge");
  return { visit, kept: await decisionTextsOf(actor.committeeId ?? "") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "judge");
  return bringDecisions(request, actor);
}

export const meta = () => [{ title: pageTitle("Besluiten van de commissie") }];

export default function BringDecisions() {
  const { visit, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = (name: string) => ({
    name,
    problem: answer?.problems.find((problem) => problem.field === name)?.message,
  });
  return (
    <WorkPage
      visit={visit}
      heading="Besluiten van de commissie"
      lead="Plak de korte aantekeningen of de besluitenlijst. Het register zoekt de toezeggingen erbij; u legt elk besluit zelf vast."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <DateField {...field("datum")} label="Dag van het besluit" value={answer?.typed.decidedOn} />
        <TextField
          {...field("bron")}
          label="Waar staan de besluiten in"
          hint="Dit komt bij elk besluit te staan dat u vastlegt."
          value={answer?.typed.source ?? "Korte aantekeningen"}
        />
        <TextAreaField
          {...field("tekst")}
          label="Tekst van de besluiten"
          optional
          rows={10}
          hint="Plak hier de tekst, of kies hieronder een bestand."
          value={answer?.typed.text}
        />
        <TextFileField {...field("bestand")} label="Bestand" />
        <FormActions>
          <SubmitButton>Lees de besluiten</SubmitButton>
        </FormActions>
      </form>
      {kept.length > 0 && (
        <section aria-labelledby="eerder">
          <h2 id="eerder">Eerder gelezen</h2>
          <ul className="link-list">
            {kept.map(({ id, source, decidedOn }) => (
              <li key={id}>
                <a href={paths.committeeDecision(id)}>
                  {source}, <Day of={decidedOn} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}
