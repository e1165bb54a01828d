/** Addresses as the program knows them: what somebody asked for may hold names, or words that are nobody's business. */
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

export interface KnownRoute {
  /** As Remix names it; null where no route answers. */
  id: string | null;
  /** `/toezeggingen/:number` */
  pattern: string;
}

const NONE: KnownRoute = { id: null, pattern: "(geen)" };

/** Of a path the route that answers it. Every pattern begins with a word of its own, so few are compared with a path. */
export function routesOf({ routes }: Pick<ServerBuild, "routes">): (path: string) => KnownRoute {
  const byFirstWord = new Map<string, { id: string; path: string }[]>();
  for (const route of Object.values(routes)) {
    if (route === undefined || route.id === "root") continue;
    const path = `/${route.path ?? ""}`;
    const beside = byFirstWord.get(firstWord(path)) ?? [];
    byFirstWord.set(firstWord(path), [...beside, { id: route.id, path }]);
  }
  return (path) => {
    if (!isReadable(path)) return NONE;
    const route = matchRoutes(byFirstWord.get(firstWord(path)) ?? [], path)?.[0]?.route;
    return route ? { id: route.id, pattern: route.path } : NONE;
  };
}

const firstWord = (path: string): string => decodeURIComponent(path).split("/", 2)[1]?.toLowerCase() ?? "";

/** The program with this route and no other: Remix compares what it is asked with each route that it has, three times. */
export function withRoute(build: ServerBuild, id: string | null): ServerBuild {
  const only = <T>(routes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(routes).filter(([name]) => name === "root" || name === id));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
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
