import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { DateField, ErrorSummary, FileField, FormActions, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { amsterdamDay } from "#app/domain/calendar.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { receiveList } from "#app/server/list-input.ts";
import { listState } from "#app/server/list-words.ts";
import { work } from "#app/server/visit.ts";
import { listImportsOf } from "#db/list-imports.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const lists = await listImportsOf(actor.ministryId ?? "");
  return {
    visit,
    lists: lists.map((list) => ({
      id: list.id,
      fileName: list.fileName,
      day: amsterdamDay(list.createdAt),
      words: listState(list),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const received = await receiveList(request, actor);
  return received.id ? redirect(paths.list(received.id)) : data(received, { status: 422 });
}

export const meta = () => [{ title: pageTitle("Lijst innemen") }];

export default function BringList() {
  const { visit, lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = (name: string) => ({
    name,
    problem: answer?.problems.find((problem) => problem.field === name)?.message,
  });
  return (
    <WorkPage
      visit={visit}
      heading="Lijst innemen"
      lead="Breng de lijst met toezeggingen die u al bijhoudt. U kiest wat in welke kolom staat en ziet eerst wat er zou veranderen."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <DateField
          {...field("stand")}
          label="Stand van de lijst"
          optional
          hint="De dag waarvan de lijst zegt hoe het ervoor staat. Deze dag komt op de openbare pagina te staan. Leeg is vandaag."
          value={answer?.typed.listDate}
        />
        <FileField
          {...field("bestand")}
          label="Bestand"
          accept=".xlsx,.csv,.tsv,.txt"
          hint="Excel (.xlsx) of CSV, hoogstens 25 MB en 20.000 rijen. Nog niets wordt vastgelegd."
        />
        <FormActions>
          <SubmitButton>Lees de lijst</SubmitButton>
        </FormActions>
      </form>
      {lists.length > 0 && (
        <section aria-labelledby="eerder">
          <h2 id="eerder">Lijsten van uw ministerie</h2>
          <ul className="link-list">
            {lists.map(({ id, fileName, day, words }) => (
              <li key={id}>
                <a href={paths.list(id)}>{fileName}</a>, <Day of={day} /> ({words})
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}
