import type { LoaderFunctionArgs } from "@remix-run/node";
import { filterToParams } from "#app/domain/filter.ts";
import { ICS_TYPE, ics } from "#app/formats/ics.ts";
import { paths } from "#app/paths.ts";
import { registerAsked } from "#app/server/register-asked.ts";
import { visit } from "#app/server/visit.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { datedInTurn } from "#db/public.ts";

/** The deadlines of the register, or of what a filter finds in it, to subscribe to in a calendar. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const { filter, chosen, sentence, address } = await registerAsked(request, visited);
  const calendar = {
    name: `Termijnen van toezeggingen: ${chosen}`,
    description: sentence,
    page: address(paths.register, filterToParams(filter)),
  };
  const pageOf = (number: string) => address(paths.commitment(number));
  return writtenOut(ics(calendar, datedInTurn(filter, visited.moment), pageOf), { type: ICS_TYPE });
}
