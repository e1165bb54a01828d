import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentsXlsx } from "#app/formats/commitments-xlsx.ts";
import { XLSX_TYPE } from "#app/formats/workbook.ts";
import { paths } from "#app/paths.ts";
import { descriptionOf, registerAsked } from "#app/server/register-asked.ts";
import { visit } from "#app/server/visit.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { exportedInTurn } from "#db/public.ts";

/** The register, or what a filter finds in it, as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const asked = await registerAsked(request, visited);
  const pageOf = (number: string) => asked.address(paths.commitment(number));
  const described = await descriptionOf(asked, visited);
  return writtenOut(commitmentsXlsx(described, exportedInTurn(asked.filter, visited.moment), pageOf), {
    type: XLSX_TYPE,
    fileName: `toezeggingen-${visited.asOf}.xlsx`,
  });
}
