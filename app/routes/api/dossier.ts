import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDossier } from "#app/formats/api/dossiers.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(readDossier, request, visited, params.slug);
}
