import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Empty } from "#app/components/empty.tsx";
import { ErrorSummary, FormActions, SubmitButton, TextField } from "#app/components/form.tsx";
import { ListFieldControl } from "#app/components/list-field.tsx";
import { ListNav } from "#app/components/list-nav.tsx";
import { DataTable } from "#app/components/table.tsx";
import { homeOf, WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { mayEver } from "#app/domain/permissions.ts";
import { termInWords } from "#app/domain/reference.ts";
import { type Entry, type FieldProblem, type ListPath, problemsIn } from "#app/domain/reference-fields.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { askedList, pickOptions, typedIn } from "#app/server/reference-page.ts";
import { work } from "#app/server/visit.ts";
import { addEntry } from "#db/reference-editing.ts";
import { entriesOf, type ReferenceRow } from "#db/reference-entries.ts";

/** So many rows at once; a search finds the others. */
const SHOWN = 200;

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase();

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "add_reference");
  const { path, list, title, one, lead, fields } = askedList(params.list);
  const search = (url.searchParams.get("zoek") ?? "").trim();
  const options = await pickOptions(fields);
  const nameOf = (from: keyof typeof options, id: string | null) =>
    options[from]?.find(({ value }) => value === id)?.label;
  const rows = (await entriesOf(list)).map((row) => ({ row, beside: besideName(row, nameOf) }));
  const found = rows.filter(({ row, beside }) => folded([row.name, ...beside].join(" ")).includes(folded(search)));
  return {
    visit,
    page: { path, title, one, lead, fields },
    search,
    options,
    mayChange: mayEver(actor, "administer"),
    total: found.length,
    rows: found.slice(0, SHOWN).map(({ row: { id, name }, beside }) => ({ id, name, beside })),
  };
}

/** What tells one row from another of nearly the same name. */
const besideName = (row: ReferenceRow, nameOf: (from: NonNullable<Picked>, id: string | null) => string | undefined) =>
  [
    row.abbreviation,
    nameOf("office", row.officeId),
    nameOf("group", row.groupId),
    nameOf("ministry", row.ministryId),
    nameOf("committee", row.committeeId),
    nameOf("dossier", row.dossierId),
    row.chamber && CHAMBER_WORDS[row.chamber],
    row.officeId && termInWords(row),
  ].filter((words): words is string => Boolean(words));

type Picked = keyof Awaited<ReturnType<typeof pickOptions>>;

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "add_reference");
  const { path, list, fields } = askedList(params.list);
  const typed = await typedIn(request);
  const refuse = (problems: FieldProblem[], exists: { id: string; name: string } | null = null) =>
    data({ typed, problems, exists }, { status: 422 });
  const problems = problemsIn(fields, typed);
  if (problems.length > 0) return refuse(problems);
  const kept: Entry = Object.fromEntries(fields.map(({ name }) => [name, typed[name] ?? ""]));
  const saved = await addEntry(actor.accountId, list, fields, kept);
  if (saved.done) return redirect(`${paths.referenceList(path)}?gedaan=toegevoegd`);
  return saved.because === "wrong" ? refuse(saved.problems, saved.exists) : refuse([]);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found?.page.title ?? "Lijsten") },
];

export default function ReferenceListPage() {
  const { visit, page, search, options, mayChange, total, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problemOf = (name: string) => answer?.problems.find(({ field }) => field === name)?.message;
  return (
    <WorkPage visit={visit} heading={page.title} lead={page.lead} breadcrumbs={[homeOf(visit)]}>
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.exists && <Exists path={page.path} exists={answer.exists} mayChange={mayChange} />}
      <ListNav current={page.path} />
      <form method="get" className="form list-search">
        <TextField name="zoek" label={`Zoek in ${page.title.toLowerCase()}`} value={search} type="search" />
        <SubmitButton variant="secondary">Zoek</SubmitButton>
      </form>
      <p>
        {total === 1 ? "1 regel" : `${total} regels`}
        {search && ` voor “${search}”`}
        {total > rows.length && `; de eerste ${rows.length} staan hieronder`}.
      </p>
      {rows.length === 0 ? (
        <Empty>Hier staat niets{search ? " met deze woorden" : ""}.</Empty>
      ) : (
        <DataTable
          caption={page.title}
          hideCaption
          columns={[
            { key: "name", label: "Naam", rowHeader: true },
            { key: "beside", label: "Wat erbij hoort" },
          ]}
          rows={rows.map(({ id, name, beside }) => ({
            key: id,
            cells: {
              name: mayChange ? <a href={paths.referenceEntry(page.path, id)}>{name}</a> : name,
              beside: beside.join(" · "),
            },
          }))}
        />
      )}
      <section aria-labelledby="toevoegen">
        <h2 id="toevoegen">Toevoegen</h2>
        <form method="post" action={paths.referenceList(page.path)} className="form" noValidate>
          {page.fields.map((field) => (
            <ListFieldControl
              key={field.name}
              field={field}
              value={answer?.typed[field.name]}
              problem={problemOf(field.name)}
              options={options}
            />
          ))}
          <FormActions>
            <SubmitButton>Voeg toe</SubmitButton>
          </FormActions>
        </form>
      </section>
    </WorkPage>
  );
}

const Exists = (props: { path: ListPath; exists: { id: string; name: string }; mayChange: boolean }) => (
  <p>
    Er staat al:{" "}
    {props.mayChange ? (
      <a href={paths.referenceEntry(props.path, props.exists.id)}>{props.exists.name}</a>
    ) : (
      <a href={`${paths.referenceList(props.path)}?zoek=${encodeURIComponent(props.exists.name)}`}>
        {props.exists.name}
      </a>
    )}
    .
  </p>
);
