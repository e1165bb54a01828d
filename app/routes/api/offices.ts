import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOffices } from "#app/formats/api/names.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(listOffices, request, visited);
}
