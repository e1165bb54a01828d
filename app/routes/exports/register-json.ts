import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentsJson } from "#app/formats/commitments-json.ts";
import { paths } from "#app/paths.ts";
import { descriptionOf, registerAsked } from "#app/server/register-asked.ts";
import { visit } from "#app/server/visit.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { exportedInTurn } from "#db/public.ts";

/** The register, or what a filter finds in it, as one object for programs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const asked = await registerAsked(request, visited);
  const pageOf = (number: string) => asked.address(paths.commitment(number));
  const described = await descriptionOf(asked, visited);
  return writtenOut(commitmentsJson(described, exportedInTurn(asked.filter, visited.moment), pageOf), {
    type: "application/json",
    fileName: `toezeggingen-${visited.asOf}.json`,
  });
}
