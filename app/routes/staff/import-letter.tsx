import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import {
  ErrorSummary,
  FormActions,
  SelectField,
  SubmitButton,
  TextAreaField,
  TextFileField,
} from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { amsterdamDay } from "#app/domain/calendar.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { stateInWords } from "#app/server/import-words.ts";
import { receiveText } from "#app/server/letter-input.ts";
import { work } from "#app/server/visit.ts";
import { importsOf } from "#db/imports.ts";
import { referenceLists } from "#db/reference.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const { dossiers } = await referenceLists();
  const waiting = await importsOf(actor.accountId);
  return {
    visit,
    dossiers: dossiers
      .filter(({ ministryId }) => ministryId === actor.ministryId)
      .map(({ id, name }) => ({ value: id, label: name })),
    waiting: waiting.map((found) => ({
      id: found.id,
      title: found.head.title ?? found.fileName,
      day: amsterdamDay(new Date(found.createdAt)),
      words: stateInWords(found),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const received = await receiveText(request, actor);
  if (received.importId) return redirect(paths.checkImport(received.importId));
  return data(received, { status: 422 });
}

export const meta = () => [{ title: pageTitle("Brief inlezen") }];

export default function ImportLetter() {
  const { visit, dossiers, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problemOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.message;
  return (
    <WorkPage
      visit={visit}
      heading="Brief inlezen"
      lead="Kies het bestand van de brief of plak de tekst. Daarna controleert u wat het register eruit heeft gelezen."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.knownLetter && (
        <p>
          <a href={paths.letter(answer.knownLetter.id)}>{answer.knownLetter.title}</a>,{" "}
          <Day of={answer.knownLetter.date} />
        </p>
      )}
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <SelectField
          name="dossier"
          label="Dossier"
          emptyLabel="Kies een dossier"
          options={dossiers}
          value={answer?.typed.dossier}
          problem={problemOf("dossier")}
        />
        <TextAreaField
          name="tekst"
          label="Tekst van de brief"
          optional
          rows={10}
          hint="Plak hier de tekst, of kies hieronder een bestand."
          value={answer?.typed.text}
          problem={problemOf("tekst")}
        />
        <TextFileField name="bestand" label="Bestand" problem={problemOf("bestand")} />
        <FormActions>
          <SubmitButton>Lees de brief</SubmitButton>
        </FormActions>
      </form>
      {waiting.length > 0 && (
        <section aria-labelledby="wachtend">
          <h2 id="wachtend">Wat u inlas en nog niet is opgenomen</h2>
          <ul className="link-list">
            {waiting.map(({ id, title, day, words }) => (
              <li key={id}>
                <a href={paths.checkImport(id)}>{title}</a>, <Day of={day} /> ({words})
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}
