import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Empty } from "#app/components/empty.tsx";
import { DateField, ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { ManyPreviewTable } from "#app/components/many-preview.tsx";
import { WaitingAnswerEntry } from "#app/components/reminder-taking.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { handleTaking, type TakingAnswer, takingPage } from "#app/server/reminder-taking-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "judge");
  return { visit, ...(await takingPage(actor, params.id)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "judge");
  return handleTaking(request, actor, params.id);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Antwoorden op rappel ${data.reminder.number}` : "Antwoorden op een rappel") },
];

const NOTHING: TakingAnswer = { problems: [], typed: {}, preview: null, told: [] };

export default function TakeAnswers() {
  const { visit, reminder, waiting } = useLoaderData<typeof loader>();
  const { problems, typed, preview, told } = useActionData<typeof action>() ?? NOTHING;
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <WorkPage
      visit={visit}
      heading={`Antwoorden op rappel ${reminder.number}`}
      lead={`Van ${reminder.ministry}`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.reminders, label: "Rappels" },
        { href: paths.reminder(reminder.id), label: `Rappel ${reminder.number}` },
      ]}
    >
      <ErrorSummary problems={problems} />
      {told.length > 0 && <Meanwhile told={told} />}
      {preview ? (
        <section aria-labelledby="gevolg">
          <h2 id="gevolg">Dit gaat er gebeuren</h2>
          <ManyPreviewTable rows={preview.rows} />
          <form method="post">
            {Object.entries(typed).map(([name, value]) => (
              <HiddenField key={name} name={name} value={value} />
            ))}
            <HiddenField name="gezien" value={preview.seen} />
            <PreviewActions
              refused={preview.rows.filter(({ refusal }) => refusal !== null).length}
              all={preview.rows.length}
            />
          </form>
        </section>
      ) : waiting.length === 0 ? (
        <Empty>Er wacht geen antwoord van dit ministerie.</Empty>
      ) : (
        <form method="post" noValidate>
          <p className="reminder-lead">
            Wat u overneemt, wordt vastgelegd in het register en is voor iedereen te lezen. Waarom u iets weigert, leest
            alleen het ministerie. U ziet eerst wat er gaat gebeuren.
          </p>
          <div className="form">
            <DateField
              name="dag"
              label="Dag van het besluit van de commissie"
              optional
              hint="Nodig om iets te laten vervallen, en om een termijn als besluit over te nemen."
              max={visit.today}
              value={typed.dag}
              problem={problemOf("dag")}
            />
          </div>
          {waiting.map((one) => (
            <WaitingAnswerEntry key={one.row.commitmentId} waiting={one} typed={typed} problemOf={problemOf} />
          ))}
          <FormActions>
            <SubmitButton name="doe" value="bekijk">
              Bekijk wat er gaat gebeuren
            </SubmitButton>
            {waiting.length > 1 && (
              <SubmitButton name="doe" value="alles" variant="secondary">
                Kies “Neem over” bij alles
              </SubmitButton>
            )}
          </FormActions>
        </form>
      )}
    </WorkPage>
  );
}

function PreviewActions({ refused, all }: { refused: number; all: number }) {
  return (
    <FormActions>
      {refused === 0 && (
        <SubmitButton name="doe" value="vastleggen">
          Leg vast
        </SubmitButton>
      )}
      {refused > 0 && refused < all && (
        <SubmitButton name="doe" value="zonder-geweigerde">
          {`Ga verder zonder de ${refused} die niet ${refused === 1 ? "kan" : "kunnen"}`}
        </SubmitButton>
      )}
      <SubmitButton name="doe" value="wijzig" variant="secondary">
        Wijzig nog iets
      </SubmitButton>
    </FormActions>
  );
}

/** What others did since the preview: nothing was recorded, and what is shown is made anew. */
const Meanwhile = ({ told }: Pick<TakingAnswer, "told">) => (
  <Alert tone="warning" role="status">
    <p>Er is intussen iets veranderd. Er is nog niets vastgelegd; hieronder staat wat er nu zou gebeuren.</p>
    <ul className="plain-list">
      {told.map(({ number, title, sentence, by, at }) => (
        <li key={`${number}${sentence}${at}`}>
          {title && `${number}, ${title}: `}
          {sentence}
          {at && ` (${by}, ${instantInWords(at)})`}
        </li>
      ))}
    </ul>
  </Alert>
);
