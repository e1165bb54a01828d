import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDebates } from "#app/formats/api/debates.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(listDebates, request, visited);
}
