import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActForm } from "#app/components/act-form.tsx";
import { ACTS } from "#app/domain/acts.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { actPage, handleAct } from "#app/server/act-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "review");
  return actPage(visit, actor, params.id, "melden");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  return handleAct(request, actor, params.id, "melden");
}

export const meta = () => [{ title: pageTitle(ACTS.melden.label) }];

export default function ReportLetter() {
  return <ActForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
