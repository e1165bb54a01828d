import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { AmendmentFields, KeptFields } from "#app/components/amendment-form.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { ManyPreviewTable } from "#app/components/many-preview.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import { MANY_ACTS } from "#app/domain/many-acts.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { handleManyAct, manyActPage } from "#app/server/many-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  return { visit, ...(await manyActPage(actor, params.id, params.act)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  return handleManyAct(request, actor, params.id, params.act);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? MANY_ACTS[data.name].label : "Veel tegelijk") },
];

export default function ManyAct() {
  const { visit, name, selectionId, count, ...fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { label, lead } = MANY_ACTS[name];
  const { fields, problems, preview, told } = answer ?? { ...fresh, problems: [], preview: null, told: [] };
  const refused = preview?.rows.filter(({ refusal }) => refusal !== null) ?? [];
  const changing = preview?.rows.filter(({ what }) => what !== null) ?? [];
  return (
    <WorkPage
      visit={visit}
      heading={label}
      lead={count === 1 ? "Voor 1 toezegging" : `Voor ${count} toezeggingen`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.manyPicked(selectionId), label: "Wat u koos" },
      ]}
    >
      <ErrorSummary problems={problems} />
      {told.length > 0 && (
        <Alert tone="warning" role="status">
          <p>Er is intussen iets veranderd. Er is nog niets vastgelegd; hieronder staat wat er nu zou gebeuren.</p>
          <ul className="plain-list">
            {told.map(({ number, title, sentence, by, at }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list of facts in a fixed order, never reordered in the page
              <li key={i}>
                {title && `${number ?? "concept"}, ${title}: `}
                {sentence}
                {at && ` (${by}, ${instantInWords(at)})`}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {preview ? (
        <section aria-labelledby="gevolg">
          <h2 id="gevolg">Dit gaat er gebeuren</h2>
          <ManyPreviewTable rows={preview.rows} />
          <form method="post">
            <KeptFields fields={fields} />
            <HiddenField name="gezien" value={preview.seen} />
            <FormActions>
              {refused.length === 0 && changing.length > 0 && (
                <SubmitButton name="doe" value="vastleggen">
                  {changing.length === 1
                    ? "Leg vast voor 1 toezegging"
                    : `Leg vast voor ${changing.length} toezeggingen`}
                </SubmitButton>
              )}
              {refused.length > 0 && refused.length < preview.rows.length && (
                <SubmitButton name="doe" value="zonder-geweigerde">
                  {`Ga verder zonder de ${refused.length} die niet ${refused.length === 1 ? "kan" : "kunnen"}`}
                </SubmitButton>
              )}
              <SubmitButton name="doe" value="wijzig" variant="secondary">
                Wijzig nog iets
              </SubmitButton>
            </FormActions>
          </form>
        </section>
      ) : (
        <form method="post" className="form" noValidate>
          <p>{lead}</p>
          <AmendmentFields
            fields={fields}
            problemOf={(field) => problems.find((problem) => problem.field === `veld-${field}`)?.message}
          />
          <FormActions>
            <SubmitButton name="doe" value="bekijk">
              Bekijk wat er gaat gebeuren
            </SubmitButton>
            <a href={paths.manyPicked(selectionId)}>Terug zonder iets vast te leggen</a>
          </FormActions>
        </form>
      )}
    </WorkPage>
  );
}
