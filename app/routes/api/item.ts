import type { LoaderFunctionArgs } from "@remix-run/node";
import { readItem } from "#app/formats/api/items.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(readItem, request, visited, params.number);
}
