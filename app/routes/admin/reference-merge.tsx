import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { ErrorSummary, FormActions, HiddenField, SelectField, SubmitButton } from "#app/components/form.tsx";
import { DataTable } from "#app/components/table.tsx";
import { homeOf, WorkPage } from "#app/components/work-page.tsx";
import { MERGEABLE, type ReferenceList, termInWords, whyNotSame } from "#app/domain/reference.ts";
import { type FieldProblem, usageInWords } from "#app/domain/reference-fields.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { notFound } from "#app/server/outcome.ts";
import { askedList, typedIn } from "#app/server/reference-page.ts";
import { work } from "#app/server/visit.ts";
import { merge } from "#db/reference-changes.ts";
import { candidateOf, entriesOf, entryOf, saidOf, usageOf } from "#db/reference-entries.ts";

async function askedEntry(params: { list?: string; id?: string }) {
  const page = askedList(params.list);
  const row = await entryOf(page.list, params.id ?? "");
  if (!row || !MERGEABLE.includes(page.list)) throw notFound();
  return { page, row };
}

/** What both are and what names them, side by side; a reason where they cannot be one. */
async function preview(list: ReferenceList, id: string, into: string) {
  const [one, other] = [await candidateOf(list, id), await candidateOf(list, into)];
  if (!one || !other) return null;
  const groups = new Map((await entriesOf("group")).map((group) => [group.id, group.name]));
  const told = async (side: string) => {
    const row = await entryOf(list, side);
    const about = [
      row?.groupId && groups.get(row.groupId),
      row?.officeId && termInWords(row),
      usageInWords(await usageOf(list, side)),
    ];
    return { id: side, name: row?.name ?? "", about: about.filter((words): words is string => Boolean(words)) };
  };
  const sides = { gone: await told(id), stays: await told(into) };
  const inGroups = [await entryOf(list, id), await entryOf(list, into)].map((row) => row?.groupId ?? null);
  return {
    ...sides,
    why: whyNotSame(one, other),
    groupsDiffer: inGroups[0] !== inGroups[1] && inGroups.every((group) => group !== null),
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, url } = await work(request, "administer");
  const { page, row } = await askedEntry(params);
  const into = url.searchParams.get("samen-met") ?? "";
  const others = (await entriesOf(page.list)).filter(
    ({ id, chamber, dossierId, officeId }) =>
      id !== row.id && chamber === row.chamber && dossierId === row.dossierId && officeId === row.officeId,
  );
  const groups = new Map((await entriesOf("group")).map((group) => [group.id, group.name]));
  return {
    visit,
    page: { path: page.path, title: page.title, one: page.one },
    row,
    into,
    seen: (await saidOf(row.id)).seen,
    options: others.map(({ id, name, groupId }) => ({
      value: id,
      label: groupId ? `${name} (${groups.get(groupId) ?? ""})` : name,
    })),
    preview: into ? await preview(page.list, row.id, into) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "administer");
  const { page, row } = await askedEntry(params);
  const typed = await typedIn(request);
  const into = typed["samen-met"] ?? "";
  const refuse = (problems: FieldProblem[]) => data({ problems }, { status: 422 });
  if (!into) return refuse([{ field: "samen-met", message: "Kies met wie dit dezelfde is." }]);
  const told = await merge({ by: actor.accountId, seen: Number(typed.gezien) }, page.list, row.id, into, today());
  if (told.done) return redirect(`${paths.referenceEntry(page.path, into)}?gedaan=samengevoegd`);
  if (told.because === "wrong") return refuse(told.problems);
  return refuse([
    { field: "", message: "Een collega legde hier intussen iets vast. Kijk opnieuw wat er wordt samengevoegd." },
  ]);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(`Samenvoegen: ${found?.row.name ?? ""}`) },
];

export default function ReferenceMerge() {
  const { visit, page, row, into, seen, options, preview: shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? (shown?.why ? [{ field: "samen-met", message: shown.why }] : []);
  const here = paths.mergeEntry(page.path, row.id);
  return (
    <WorkPage
      visit={visit}
      heading={`Samenvoegen: ${row.name}`}
      lead="Staat iemand of iets er twee keer in, dan maakt u er hier één van. Wat is vastgelegd verandert niet: overal staat daarna de ene naam. U kunt het later terugnemen."
      breadcrumbs={[
        homeOf(visit),
        { href: paths.referenceList(page.path), label: page.title },
        { href: paths.referenceEntry(page.path, row.id), label: row.name },
      ]}
    >
      <ErrorSummary problems={problems} />
      <form method="get" action={here} className="form">
        <SelectField
          name="samen-met"
          label={`Met wie of wat is ${row.name} dezelfde`}
          hint="Die naam blijft over."
          emptyLabel="Kies"
          value={into}
          problem={problems.find(({ field }) => field === "samen-met")?.message}
          options={options}
        />
        <FormActions>
          <SubmitButton variant="secondary">Kijk wat er wordt samengevoegd</SubmitButton>
        </FormActions>
      </form>
      {shown && !shown.why && (
        <section aria-labelledby="vooraf">
          <h2 id="vooraf">Wat er gebeurt</h2>
          <DataTable
            caption="Wat er wordt samengevoegd"
            hideCaption
            columns={[
              { key: "what", label: "Wat", rowHeader: true },
              { key: "name", label: "Naam" },
              { key: "about", label: "Wat erbij hoort" },
            ]}
            rows={[
              {
                key: "weg",
                cells: { what: "Gaat op in de andere", name: shown.gone.name, about: shown.gone.about.join(" · ") },
              },
              {
                key: "blijft",
                cells: { what: "Blijft", name: shown.stays.name, about: shown.stays.about.join(" · ") },
              },
            ]}
          />
          {shown.groupsDiffer && (
            <Alert tone="warning">
              Deze twee staan bij verschillende fracties. Daarna geldt overal de fractie van {shown.stays.name}. Is het
              iemand die overstapte, leg dan eerst daar vast vanaf welke dag.
            </Alert>
          )}
          <form method="post" action={here} className="form">
            <HiddenField name="samen-met" value={shown.stays.id} />
            <HiddenField name="gezien" value={String(seen)} />
            <FormActions>
              <SubmitButton>Voeg samen</SubmitButton>
              <a href={paths.referenceEntry(page.path, row.id)}>Niet doen</a>
            </FormActions>
          </form>
        </section>
      )}
    </WorkPage>
  );
}
