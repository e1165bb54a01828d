import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { DraftForm } from "#app/components/draft-form.tsx";
import { DraftReportView, DraftSummary } from "#app/components/draft-report.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton } from "#app/components/form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { asPasted, asSentBack, sentDraft } from "#app/server/draft-input.ts";
import { checkedDraft } from "#app/server/draft-page.ts";
import { work } from "#app/server/visit.ts";
import { keepDraft, keptDraftsOf } from "#db/kept-drafts.ts";
import { referenceLists } from "#db/reference.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "review");
  const { dossiers } = await referenceLists();
  const askedDay = url.searchParams.get("datum");
  const own = dossiers.filter(({ ministryId }) => ministryId === actor.ministryId);
  return {
    visit,
    dossiers: own.map(({ id, name }) => ({ value: id, label: name })),
    asked: own.find(({ slug }) => slug === url.searchParams.get("dossier"))?.id ?? "",
    askedDay: askedDay && isIsoDay(askedDay) ? askedDay : null,
    kept: await keptDraftsOf(actor.accountId),
  };
}

/** Answers the report itself: there is nothing stored that a redirect could lead to. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const { typed, problems, ...sent } = await sentDraft(request, actor);
  if (sent.draft === null) return data({ typed, problems, checked: null, again: null, notes: [] }, { status: 422 });
  const { draft, keep, notes } = sent;
  if (keep) return redirect(`${paths.keptDraft(await keepDraft(actor.accountId, draft))}?gedaan=concept-bewaard`);
  const checked = await checkedDraft(draft, actor.ministryId);
  const again = { text: typed.text || asPasted(draft), brief: asSentBack(draft) };
  return data({ typed: { ...typed, date: draft.sentOn }, problems, checked, again, notes });
}

export const meta = () => [{ title: pageTitle("Concept nagaan") }];

export default function CheckDraft() {
  const { visit, dossiers, asked, askedDay, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems = [], checked = null, again = null, notes = [] } = answer ?? {};
  const typed = answer?.typed ?? { dossier: asked, date: askedDay ?? visit.today, text: "" };
  const form = (
    <DraftForm typed={{ ...typed, text: again?.text ?? typed.text }} problems={problems} dossiers={dossiers} />
  );
  return (
    <WorkPage
      visit={visit}
      heading="Concept nagaan"
      lead={
        checked
          ? `${checked.draft.title}. Nagegaan als brief van ${dayInWords(checked.draft.sentOn)}.`
          : "Plak een conceptbrief of kies een bestand. U ziet wat de brief beantwoordt, vergeet en belooft, voordat hij weggaat."
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={problems} />
      {checked && again ? (
        <>
          <DraftSummary checked={checked} />
          <p>Dit zijn voorstellen: u beoordeelt zelf. Het concept is niet bewaard.</p>
          {notes.map((note) => (
            <Alert key={note} tone="warning">
              {note}
            </Alert>
          ))}
          <form method="post" encType="multipart/form-data" className="form not-printed">
            <HiddenField name="dossier" value={typed.dossier} />
            <HiddenField name="datum" value={typed.date} />
            <HiddenField name="brief" value={again.brief} />
            <FormActions>
              <SubmitButton name="doe" value="bewaar" variant="secondary">
                Bewaar dit concept
              </SubmitButton>
            </FormActions>
          </form>
          <DraftReportView checked={checked} />
          <details className="fold-plain not-printed">
            <summary>Verander de tekst en ga opnieuw na</summary>
            {form}
          </details>
        </>
      ) : (
        form
      )}
      {!checked && kept.length > 0 && (
        <section aria-labelledby="bewaard">
          <h2 id="bewaard">Bewaarde concepten</h2>
          <ul className="link-list">
            {kept.map(({ id, title, sentOn }) => (
              <li key={id}>
                <a href={paths.keptDraft(id)}>{title}</a>, te verzenden op {dayInWords(sentOn)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkPage>
  );
}
