import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptToParams } from "#app/domain/kept-list.ts";
import { ICS_TYPE, ics } from "#app/formats/ics.ts";
import { paths } from "#app/paths.ts";
import { listAsked } from "#app/server/list-asked.ts";
import { visit } from "#app/server/visit.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { datedInList } from "#db/public.ts";

/** The deadlines of all in a list, to subscribe to in a calendar. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment, link } = await visit(request);
  const { list, asked, words } = await listAsked(request, { moment });
  const calendar = {
    name: `Termijnen van ${words}`,
    description: `Wanneer af moet zijn wat is toegezegd: ${words} uit het Toezeggingenregister.`,
    page: visitor.origin + link(paths.keptList, keptToParams(list)),
  };
  const pageOf = (number: string) => visitor.origin + link(paths.commitment(number));
  return writtenOut(ics(calendar, datedInList(asked, moment), pageOf), { type: ICS_TYPE });
}
