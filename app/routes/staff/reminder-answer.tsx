import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Day } from "#app/components/day.tsx";
import { ErrorSummary, FormActions, SubmitButton } from "#app/components/form.tsx";
import { ReminderAnswerEntry } from "#app/components/reminder-answer.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { answerPage, handleAnswers } from "#app/server/reminder-answer-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  return { visit, ...(await answerPage(actor, params.id)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  return handleAnswers(request, actor, params.id);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Rappel ${data.reminder.number} beantwoorden` : "Rappel beantwoorden") },
];

export default function AnswerReminder() {
  const { visit, reminder, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, typed, told } = answer ?? { problems: [], typed: {}, told: [] };
  const { id, number, committee, asOf } = reminder;
  return (
    <WorkPage
      visit={visit}
      heading={`Rappel ${number} beantwoorden`}
      lead={
        <>
          Van de {committee}, stand op <Day of={asOf} />
        </>
      }
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.reminders, label: "Rappels" },
        { href: paths.reminder(id), label: `Rappel ${number}` },
      ]}
    >
      <ErrorSummary problems={problems} />
      {problems.length > 0 && <p>Wat u invulde is bewaard. Er is nog niets verstuurd.</p>}
      {told.length > 0 && (
        <Alert tone="warning" role="status">
          <p>
            Een collega bewaarde intussen een ander antwoord. Wat u invulde staat nog in het formulier en is daar niet
            bewaard. Bewaart u nog een keer, dan geldt wat u invulde.
          </p>
          <ul className="plain-list">
            {told.map((one) => (
              <li key={one.number}>
                {one.number}: {one.sentence}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p>
        Antwoord per toezegging, of laat haar open. Uw antwoord is een voorstel: de griffie neemt het over, of laat u
        weten waarom niet. Tot dan kunt u het veranderen. Een nieuwe datum geldt alleen als de Kamer die in een brief
        kreeg, of als de commissie ermee instemt; anders staat ze in het register als planning die niet is gemeld.
      </p>
      <form method="post" noValidate>
        {rows.map((asked, at) => (
          <ReminderAnswerEntry
            key={asked.row.commitmentId}
            at={at}
            asked={asked}
            typed={typed[asked.row.commitmentId]}
            problemOf={(field) => problems.find((problem) => problem.field === field)?.message}
          />
        ))}
        <FormActions>
          <SubmitButton name="doe" value="verstuur">
            Verstuur naar de griffie
          </SubmitButton>
          <SubmitButton name="doe" value="bewaar" variant="secondary">
            Bewaar alles, verstuur later
          </SubmitButton>
        </FormActions>
      </form>
    </WorkPage>
  );
}
