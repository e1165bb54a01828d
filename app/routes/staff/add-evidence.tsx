import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActForm } from "#app/components/act-form.tsx";
import { ACTS } from "#app/domain/acts.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { actPage, handleAct } from "#app/server/act-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  return actPage(visit, actor, params.id, "bron");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  return handleAct(request, actor, params.id, "bron");
}

export const meta = () => [{ title: pageTitle(ACTS.bron.label) }];

export default function AddEvidence() {
  return <ActForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
