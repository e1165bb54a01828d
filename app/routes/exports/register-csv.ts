import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentsCsv } from "#app/formats/commitments-csv.ts";
import { paths } from "#app/paths.ts";
import { registerAsked } from "#app/server/register-asked.ts";
import { visit } from "#app/server/visit.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { exportedInTurn } from "#db/public.ts";

/** The register, or what a filter finds in it, as a table for any program. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const { filter, address } = await registerAsked(request, visited);
  const pageOf = (number: string) => address(paths.commitment(number));
  return writtenOut(commitmentsCsv(exportedInTurn(filter, visited.moment), pageOf), {
    type: "text/csv; charset=utf-8; header=present",
    fileName: `toezeggingen-${visited.asOf}.csv`,
  });
}
