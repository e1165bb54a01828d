import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDebate } from "#app/formats/api/debates.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(readDebate, request, visited, params.id);
}
