import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { DebateForm } from "#app/components/debate-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { thrownAwayInWords } from "#app/server/debate-changes.ts";
import { formData, handleDebateForm, inputOf } from "#app/server/debate-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { debateAsOf, debateHistory, thrownAwayDebate } from "#db/debates.ts";
import { referenceLists } from "#db/reference.ts";

/** The debate, also one that was thrown away: whoever still has it open is told so. */
async function ownDebate(actor: Actor, id: string | undefined) {
  const history = await debateHistory(id ?? "");
  const debate = debateAsOf(history).debate ?? thrownAwayDebate(history);
  if (!debate) throw notFound();
  allow(actor, "register", debate);
  return { debate, history };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const { debate, history } = await ownDebate(actor, params.id);
  const lists = await referenceLists();
  const input = inputOf(debate.id, history, lists);
  return {
    visit,
    lists,
    debate,
    thrownAway: await thrownAwayInWords(history, actor),
    published: debateAsOf(history).rows.flatMap(({ row: { number, title } }) => (number ? [{ number, title }] : [])),
    isStaff: actor.role === "staff",
    stored: input && (await formData(input)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  const { debate } = await ownDebate(actor, params.id);
  return handleDebateForm(request, actor, debate.id);
}

export const meta = () => [{ title: pageTitle("Concept van een debat") }];

export default function DraftDebate() {
  const { visit, lists, debate, thrownAway, published, isStaff, stored } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>() ?? stored;
  return (
    <WorkPage
      visit={visit}
      heading="Concept van een debat"
      lead={
        thrownAway
          ? "Dit concept is er niet meer."
          : debate.publishedOn
            ? "Het debat is openbaar. Rijen die u toevoegt zijn een concept tot u ze publiceert."
            : "Alleen u en uw collega's zien dit, tot u het publiceert. Dan krijgen alle toezeggingen samen een nummer."
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      {!thrownAway && (
        <p>
          <a href={paths.debateRecord(debate.id)}>Verslag of slotlijst van dit debat lezen</a>
        </p>
      )}
      {debate.publishedOn && (
        <p>
          <a href={paths.history("debat", debate.id)}>Geschiedenis en correcties van het debat</a>
        </p>
      )}
      {published.length > 0 && (
        <section aria-labelledby="gepubliceerd">
          <h2 id="gepubliceerd">Al gepubliceerd</h2>
          <ul className="link-list">
            {published.map(({ number, title }) => (
              <li key={number}>
                <a href={paths.commitment(number)}>
                  {number}: {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {thrownAway && !form && <Alert tone="info">{thrownAway}</Alert>}
      {form && (
        <DebateForm
          {...form}
          action={thrownAway ? paths.logDebate : undefined}
          lists={lists}
          ministryIsFixed={isStaff}
          mayPublish={!thrownAway}
          headerIsFixed={debate.publishedOn !== null}
        />
      )}
    </WorkPage>
  );
}
