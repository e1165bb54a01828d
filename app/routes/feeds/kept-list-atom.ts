import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptToParams } from "#app/domain/kept-list.ts";
import { ATOM_TYPE, atom } from "#app/formats/atom.ts";
import { paths } from "#app/paths.ts";
import { listAsked } from "#app/server/list-asked.ts";
import { placeInFeed } from "#app/server/place-in-feed.ts";
import { visit } from "#app/server/visit.ts";
import { feedOfList } from "#db/public.ts";

/** What happened to all in a list; older entries on next pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment, link } = await visit(request);
  const { list, asked, words } = await listAsked(request, { moment });
  const before = placeInFeed(request);
  const { entries, older } = await feedOfList(asked, moment, before);
  const page = (place: number | null): string => {
    const params = keptToParams(list);
    if (place !== null) params.set("ouder", String(place));
    return visitor.origin + link(paths.keptListAs("atom"), params);
  };
  const body = atom({
    name: page(null).slice(visitor.origin.length),
    title: `Toezeggingenregister: ${words}`,
    subtitle: "Wat er met deze toezeggingen gebeurde, het laatst openbaar gemaakte eerst.",
    self: page(before),
    first: page(null),
    next: older === null ? null : page(older),
    page: visitor.origin + link(paths.keptList, keptToParams(list)),
    updatedWhenEmpty: visitor.fixedAt || "1970-01-01T00:00:00.000Z",
    entries,
    address: (path) => visitor.origin + link(path),
  });
  return new Response(body, { headers: { "Content-Type": ATOM_TYPE } });
}
