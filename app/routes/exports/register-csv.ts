import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerFile } from "#app/server/register-file.ts";
import { visit } from "#app/server/visit.ts";

/** The register, or what a filter finds in it, as a table for any program. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  return registerFile(request, visited, "csv");
}
