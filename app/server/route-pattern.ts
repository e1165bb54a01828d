/** Addresses as the program knows them: what somebody asked for may hold names, or words that are nobody's business. */
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

/** What no route answers. */
const NONE = "(geen)";

/** Of a path the pattern of the route that answers it: `/toezeggingen/:number`. */
export function patternsOf({ routes }: Pick<ServerBuild, "routes">): (path: string) => string {
  const patterns = Object.values(routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => ({ path: `/${route?.path ?? ""}` }));
  return (path) => (isReadable(path) ? (matchRoutes(patterns, path)?.[0]?.route.path ?? NONE) : NONE);
}

/** React Router writes a path that it cannot decode to the console. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
