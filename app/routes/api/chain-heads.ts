import type { LoaderFunctionArgs } from "@remix-run/node";
import { listChainHeads } from "#app/formats/api/accountability.ts";
import { apiAnswer } from "#app/server/api-answer.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return apiAnswer(listChainHeads, request, visited);
}
