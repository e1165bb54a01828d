import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLetters } from "#app/formats/api/letters.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(listLetters, request, visited);
}
