import type { LoaderFunctionArgs } from "@remix-run/node";
import { filterToParams } from "#app/domain/filter.ts";
import { ATOM_TYPE, atom } from "#app/formats/atom.ts";
import { paths } from "#app/paths.ts";
import { placeInFeed } from "#app/server/place-in-feed.ts";
import { registerAsked } from "#app/server/register-asked.ts";
import { visit } from "#app/server/visit.ts";

import { publicFeed } from "#db/public.ts";

/** What happened in the register, or in what a filter finds in it; older entries on next pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const { filter, chosen, address } = await registerAsked(request, visited);
  const before = placeInFeed(request);
  const { entries, older } = await publicFeed(filter, visited.moment, before);
  const page = (place: number | null): string => {
    const params = filterToParams(filter);
    if (place !== null) params.set("ouder", String(place));
    return address(paths.registerAs("atom"), params);
  };
  const body = atom({
    name: page(null).slice(visited.visit.origin.length),
    title: `Toezeggingenregister: ${chosen}`,
    subtitle: "Wat er met toezeggingen gebeurde, het laatst openbaar gemaakte eerst.",
    self: page(before),
    first: page(null),
    next: older === null ? null : page(older),
    page: address(paths.register, filterToParams(filter)),
    updatedWhenEmpty: visited.visit.fixedAt || BEFORE_ALL,
    entries,
    address: (path) => address(path),
  });
  return new Response(body, { headers: { "Content-Type": ATOM_TYPE } });
}

const BEFORE_ALL = "1970-01-01T00:00:00.000Z";
