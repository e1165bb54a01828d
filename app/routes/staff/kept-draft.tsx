import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DraftReportView, DraftSummary } from "#app/components/draft-report.tsx";
import { FormActions, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { checkedDraft } from "#app/server/draft-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { dropDraft, keptDraft } from "#db/kept-drafts.ts";

async function ownDraft({ accountId }: Actor, id = "") {
  const draft = await keptDraft(accountId, id);
  if (!draft) throw notFound();
  return draft;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  return { visit, checked: await checkedDraft(await ownDraft(actor, params.id), actor.ministryId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const { id } = await ownDraft(actor, params.id);
  const form = await request.formData();
  if (form.get("doe") !== "weg") return redirect(paths.keptDraft(id));
  await dropDraft(actor.accountId, id);
  return redirect(`${paths.checkDraft}?gedaan=concept-weg`);
}

export const meta = ({ data }: MetaArgs<typeof loader>) => [
  { title: pageTitle(data ? "Bewaard concept" : "Concept nagaan") },
];

export default function KeptDraft() {
  const { visit, checked } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Bewaard concept"
      lead={`${checked.draft.title}. Nagegaan als brief van ${dayInWords(checked.draft.sentOn)}, met wat het register nu weet.`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.checkDraft, label: "Concept nagaan" },
      ]}
    >
      <DraftSummary checked={checked} />
      <p>Dit zijn voorstellen: u beoordeelt zelf.</p>
      <form method="post" className="form not-printed">
        <FormActions>
          <SubmitButton name="doe" value="weg" variant="secondary">
            Verwijder dit concept
          </SubmitButton>
        </FormActions>
      </form>
      <DraftReportView checked={checked} />
    </WorkPage>
  );
}
