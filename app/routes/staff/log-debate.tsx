import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DebateForm } from "#app/components/debate-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { blankInput, formData, handleDebateForm } from "#app/server/debate-page.ts";
import { work } from "#app/server/visit.ts";
import { referenceLists } from "#db/reference.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const lists = await referenceLists();
  return { visit, lists, isStaff: actor.role === "staff", ...(await formData(blankInput(actor, lists))) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  return handleDebateForm(request, actor, null);
}

export const meta = () => [{ title: pageTitle("Debat vastleggen") }];

export default function LogDebate() {
  const { visit, lists, isStaff, ...blank } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>() ?? blank;
  return (
    <WorkPage
      visit={visit}
      heading="Debat vastleggen"
      lead="Wat u bewaart is een concept. Alleen u en uw collega's zien het, tot u het publiceert."
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <DebateForm {...form} lists={lists} ministryIsFixed={isStaff} mayPublish={false} />
    </WorkPage>
  );
}
