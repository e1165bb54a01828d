/** Where in a feed somebody reads on: named in the address of each next page. */
import { unprocessable } from "./outcome.ts";

/** Null for the newest. @throws 422 for what is no place in the feed */
export function placeInFeed(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get("ouder");
  if (asked === null) return null;
  if (/^[1-9]\d{0,14}$/.test(asked)) return Number(asked);
  throw unprocessable(
    "Dit vervolg van de feed is er niet",
    "Begin bij het adres zonder “ouder”; elke pagina noemt het adres van de volgende.",
  );
}
