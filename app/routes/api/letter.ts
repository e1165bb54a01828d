import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLetter } from "#app/formats/api/letters.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(readLetter, request, visited, params.id);
}
