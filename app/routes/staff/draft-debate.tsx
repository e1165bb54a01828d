import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DebateForm } from "#app/components/debate-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { formData, handleDebateForm, inputOf } from "#app/server/debate-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { debateById, loggedRows } from "#db/debates.ts";
import { referenceLists } from "#db/reference.ts";

async function ownDebate(actor: Actor, id: string | undefined) {
  const debate = await debateById(id ?? "");
  if (!debate) throw notFound();
  allow(actor, "register", debate);
  return debate;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const debate = await ownDebate(actor, params.id);
  const lists = await referenceLists();
  const published = (await loggedRows(debate.id)).filter(({ row }) => row.number !== null);
  return {
    visit,
    lists,
    debate,
    published: published.map(({ row }) => ({ number: row.number ?? "", title: row.title })),
    isStaff: actor.role === "staff",
    ...(await formData(await inputOf(debate, lists))),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  return handleDebateForm(request, actor, await ownDebate(actor, params.id));
}

export const meta = () => [{ title: pageTitle("Concept van een debat") }];

export default function DraftDebate() {
  const { visit, lists, debate, published, isStaff, ...stored } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>() ?? stored;
  return (
    <WorkPage
      visit={visit}
      heading="Concept van een debat"
      lead={
        debate.publishedOn
          ? "Het debat is openbaar. Rijen die u toevoegt zijn een concept tot u ze publiceert."
          : "Alleen u en uw collega's zien dit, tot u het publiceert. Dan krijgen alle toezeggingen samen een nummer."
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
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
      <DebateForm
        {...form}
        lists={lists}
        ministryIsFixed={isStaff}
        mayPublish
        headerIsFixed={debate.publishedOn !== null}
      />
    </WorkPage>
  );
}
