import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import {
  ErrorSummary,
  FieldGroup,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { ORDER_WORDS } from "#app/domain/list-import/cell-dates.ts";
import { COLUMN_USES, COLUMN_WORDS } from "#app/domain/list-import/columns.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { columnField, orderField } from "#app/server/list-fields.ts";
import { chooseHeader, chooseSheet, keepLayout, layoutSent, problemsInLayout } from "#app/server/list-input.ts";
import { columnsOf, ownList, wholeChoices } from "#app/server/list-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  const list = await ownList(actor, params.id);
  if ((list.state !== "read" && list.state !== "compared") || !list.layout) throw redirect(paths.list(list.id));
  const { id, fileName, sheets, sheet, decodedFrom, layout, notice } = list;
  return {
    visit,
    list: { id, fileName, sheets, sheet, decodedFrom, notice, whole: layout.whole },
    ...(await columnsOf(list)),
    choices: await wholeChoices(list),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const list = await ownList(actor, params.id);
  const form = await request.formData();
  const here = paths.listColumns(list.id);
  if (!list.layout) return redirect(paths.list(list.id));
  if (form.get("doe") === "blad") {
    await chooseSheet(list, String(form.get("blad") ?? ""));
    return redirect(here);
  }
  if (form.get("doe") === "kop") {
    await chooseHeader(list, Math.trunc(Number(form.get("kop"))));
    return redirect(here);
  }
  const layout = layoutSent(form, list.layout);
  const problems = problemsInLayout(layout);
  if (problems.length > 0) return data({ problems, layout }, { status: 422 });
  await keepLayout(list, layout);
  return redirect(`${paths.list(list.id)}?gedaan=kolommen-gekozen`);
}

export const meta = () => [{ title: pageTitle("Kolommen kiezen") }];

const USES = COLUMN_USES.map((value) => ({ value, label: COLUMN_WORDS[value] }));
const ORDERS = Object.entries(ORDER_WORDS).map(([value, label]) => ({ value, label }));
const CHAMBERS = Object.entries(CHAMBER_WORDS).map(([value, label]) => ({ value, label }));

export default function ListColumns() {
  const { visit, list, headerRow, above, columns, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const whole = answer?.layout.whole ?? list.whole;
  return (
    <WorkPage
      visit={visit}
      heading="Kolommen kiezen"
      lead={`Wat staat er in welke kolom van ${list.fileName}? Uw keuze wordt onthouden voor de volgende lijst met deze kolommen.`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.lists, label: "Lijst innemen" },
      ]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {list.notice && <Alert tone="warning">{list.notice}</Alert>}
      {list.decodedFrom && (
        <p>
          Dit bestand was niet in UTF-8 opgeslagen. We hebben het gelezen als {list.decodedFrom}. Kijk of letters met
          accenten kloppen.
        </p>
      )}
      {list.sheets.length > 1 && (
        <form method="post" className="form form--inline">
          <HiddenField name="doe" value="blad" />
          <SelectField
            name="blad"
            label="Blad van de werkmap"
            value={list.sheet}
            options={list.sheets.map((name) => ({ value: name, label: name }))}
            size="medium"
          />
          <SubmitButton variant="secondary">Lees dit blad</SubmitButton>
        </form>
      )}
      <form method="post" className="form form--inline" noValidate>
        <HiddenField name="doe" value="kop" />
        <TextField
          name="kop"
          label="Rij met de namen van de kolommen"
          hint={
            above.length > 0
              ? `Daarboven staat: ${above.filter(Boolean).join(" / ").slice(0, 160) || "niets"}. Dat telt niet mee.`
              : "De lijst begint op de rij eronder."
          }
          value={String(headerRow)}
          size="short"
          inputMode="numeric"
        />
        <SubmitButton variant="secondary">Neem deze rij</SubmitButton>
      </form>
      <form method="post" className="form form--wide" noValidate>
        <DataTable
          caption="De kolommen van de lijst, met wat erin staat"
          hideCaption
          columns={[
            { key: "header", label: "Kolom", rowHeader: true },
            { key: "examples", label: "Voorbeelden" },
            { key: "use", label: "Wat het is" },
          ]}
          rows={columns.map(({ header, examples, use, order, isOpen }, column) => ({
            key: String(column),
            cells: {
              header,
              examples: (
                <ul className="plain-list">
                  {examples.map((example) => (
                    <li key={example}>{example.length > 80 ? `${example.slice(0, 80)}…` : example}</li>
                  ))}
                </ul>
              ),
              use: (
                <>
                  <SelectField
                    name={columnField(column)}
                    label={`Wat staat in ${header}`}
                    hideLabel
                    compact
                    emptyLabel="niet gebruiken"
                    options={USES}
                    value={answer ? answer.layout.uses[column] : use}
                    problem={answer?.problems.find(({ field }) => field === columnField(column))?.message}
                  />
                  {(isOpen || order) && (
                    <SelectField
                      name={orderField(column)}
                      label="Dagen als 04/03/11 zijn"
                      compact
                      emptyLabel="nog te kiezen"
                      options={ORDERS}
                      value={order}
                    />
                  )}
                </>
              ),
            },
          }))}
        />
        <FieldGroup
          legend="Voor rijen die het zelf niet zeggen"
          hint="Staat dit niet in een kolom, kies het dan hier voor de hele lijst."
        >
          <FieldRow>
            <SelectField name="kamer" label="Kamer" options={CHAMBERS} value={whole.chamber} />
            <SelectField
              name="ambt"
              label="Bewindspersoon"
              optional
              emptyLabel="staat in de lijst"
              options={choices.offices}
              value={whole.office}
            />
            <SelectField
              name="dossier"
              label="Dossier"
              optional
              emptyLabel="staat in de lijst"
              options={choices.dossiers}
              value={whole.dossier}
            />
          </FieldRow>
        </FieldGroup>
        <FormActions>
          <SubmitButton>Vergelijk met het register</SubmitButton>
        </FormActions>
      </form>
    </WorkPage>
  );
}
