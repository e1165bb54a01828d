import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Empty } from "#app/components/empty.tsx";
import { DateField, ErrorSummary, FormActions, HiddenField, SelectField, SubmitButton } from "#app/components/form.tsx";
import { ReminderRows } from "#app/components/reminder-rows.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { countsInWords, LEFT_OUT_WORDS } from "#app/domain/reminder.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { composePage, handleCompose } from "#app/server/reminder-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "judge");
  const page = await composePage(actor, url);
  return data({ visit, ...page }, { status: page.problems.length > 0 ? 422 : 200 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "judge");
  return handleCompose(request, actor);
}

export const meta = () => [{ title: pageTitle("Nieuw rappel") }];

export default function NewReminder() {
  const { visit, choices, ...fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { asked, problems, preview } = answer ?? fresh;
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <WorkPage
      visit={visit}
      heading="Nieuw rappel"
      lead={`Van de ${choices.committee}: wat te laat is, wat het komende half jaar te verwachten is, en wat geen termijn heeft.`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.reminders, label: "Rappels" },
      ]}
    >
      <ErrorSummary problems={problems} />
      {answer?.isChanged && (
        <Alert tone="warning" role="status">
          <p>
            Er is iets vastgelegd nadat u het rappel bekeek. Er is nog niets verstuurd; hieronder staat wat er nu in
            komt.
          </p>
        </Alert>
      )}
      <form method="get" action={paths.newReminder} className="form not-printed" noValidate>
        <SelectField
          name="ministerie"
          label="Aan welk ministerie"
          emptyLabel="Alle ministeries, elk een eigen rappel"
          value={asked.ministryId}
          options={choices.ministries.map(({ id, name }) => ({ value: id, label: name }))}
          problem={problemOf("ministerie")}
        />
        <DateField
          name="peildatum"
          label="Stand op"
          hint="Vandaag of een eerdere dag."
          max={visit.today}
          value={asked.asOf}
          problem={problemOf("peildatum")}
        />
        <FormActions>
          <SubmitButton variant={preview ? "secondary" : "primary"}>Bekijk het rappel</SubmitButton>
        </FormActions>
      </form>
      {preview && <Preview {...preview} asked={asked} />}
    </WorkPage>
  );
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["preview"]>;

/** What would be sent, with the button that sends it. */
function Preview({ reminders, nothingFor, seen, asked }: Shown & { asked: { ministryId: string; asOf: string } }) {
  if (reminders.length === 0)
    return (
      <Empty>
        Er is op deze dag niets te vragen{nothingFor.length > 0 && ` aan ${nothingFor.join(", ")}`}: niets is te laat,
        te verwachten binnen een half jaar of zonder termijn.
      </Empty>
    );
  const fresh = reminders.filter(({ sentBefore }) => sentBefore === null).length;
  return (
    <>
      {reminders.map(({ ministryId, edition, leftOut, sentBefore, mailedTo }) => (
        <section key={ministryId} aria-labelledby={`aan-${ministryId}`} className="reminder">
          <h2 id={`aan-${ministryId}`}>{edition.ministry}</h2>
          <p>
            {countsInWords(edition.rows)}. {sentBefore === null && mailedInWords(mailedTo)}
          </p>
          {sentBefore && (
            <Alert>
              <p>
                Dit is al verstuurd, als rappel <a href={paths.reminder(sentBefore.id)}>{sentBefore.number}</a>. Het
                gaat niet nog een keer.
              </p>
            </Alert>
          )}
          <ReminderRows edition={edition} under={`${ministryId}-`} />
          {leftOut.length > 0 && (
            <details className="fold-plain not-printed">
              <summary>Wat wel openstaat en niet in het rappel komt ({leftOut.length})</summary>
              <ul className="plain-list">
                {leftOut.map(({ number, title, why }) => (
                  <li key={number}>
                    <a href={paths.commitment(number)}>{number}</a> {title}: {LEFT_OUT_WORDS[why]}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
      {nothingFor.length > 0 && <p>Niets te vragen is er aan: {nothingFor.join(", ")}.</p>}
      {fresh > 0 && (
        <form method="post" className="form">
          <HiddenField name="ministerie" value={asked.ministryId} />
          <HiddenField name="peildatum" value={asked.asOf} />
          <HiddenField name="gezien" value={seen} />
          <FormActions>
            <SubmitButton name="doe" value="verstuur">
              {fresh === 1 ? "Verstuur het rappel" : `Verstuur ${fresh} rappels`}
            </SubmitButton>
          </FormActions>
        </form>
      )}
    </>
  );
}

const mailedInWords = (count: number): string =>
  count === 0
    ? "Niemand van dit ministerie heeft een account: er gaat geen mail. Stuur de brief dan zelf."
    : `De mail met de brief gaat naar ${count === 1 ? "1 medewerker" : `${count} medewerkers`} van dit ministerie.`;
