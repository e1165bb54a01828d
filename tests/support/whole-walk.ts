/** A visitor who opens every address that the program has, and all that those lead to, and takes down what is said. */
import { expect } from "vitest";
import type { Furnished } from "./furnish.ts";
import { pageIn } from "./page.ts";
import { ROUTE_PERMISSIONS } from "./route-permissions.ts";
import { ROUTES } from "./routes.ts";
import { unzipped } from "./zip-files.ts";

/** What an address answered, head and body; what is packed in a file is unpacked. */
export interface Said {
  status: number;
  words: string;
  links: string[];
}

export const wordsIn = (bytes: Buffer): string =>
  bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04"
    ? [...unzipped(bytes)].map(([name, part]) => `${name}\n${Buffer.from(part).toString("utf8")}`).join("\n")
    : bytes.toString("utf8");

export async function asked(url: string, path: string, cookie: string | null): Promise<Said> {
  const response = await fetch(url + path, { redirect: "manual", headers: cookie ? { Cookie: cookie } : {} });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return {
    status: response.status,
    words: `${[...response.headers].join("\n")}\n${wordsIn(bytes)}`,
    // The API is the same for everybody: a stranger goes on to all that it leads to.
    links: isPage
      ? pageIn(bytes.toString("utf8")).links.map(({ href }) => href)
      : path.startsWith("/api/") && !cookie
        ? addressesIn(bytes.toString("utf8"), `${url}/api/`)
        : [],
  };
}

/** The paths of whole addresses in an answer of the API. */
const addressesIn = (json: string, under: string): string[] =>
  json.split('"').flatMap((word) => (word.startsWith(under) ? [word.slice(under.length - "/api/".length)] : []));

/** Every thing of every route of app/routes.ts; a route that nobody gave a thing to fails here. */
export function everyAddress(made: Furnished): { path: string; isPublic: boolean }[] {
  return ROUTES.filter((route) => route !== "/uitloggen").flatMap((route) => {
    const permission = ROUTE_PERMISSIONS[route];
    expect(permission?.things.length, `Add ${route} to tests/support/route-permissions.ts.`).toBeGreaterThan(0);
    return (permission?.things ?? []).map(({ path }) => ({
      path: typeof path === "string" ? path : path(made),
      isPublic: permission?.GET === "read",
    }));
  });
}

/** A page without its choices, and what kinds of choice are made on it; null where none is. */
function kindOf(address: string): string | null {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return searchParams.size === 0 ? null : `${pathname}?${[...new Set(searchParams.keys())].sort()}`;
}

/** Of the same page with the same kinds of choice so many are opened. */
const OF_A_KIND = 2;

/** Walks from these through all pages that they lead to; other days and moments are asked for by who calls. */
export async function walk(
  url: string,
  cookie: string | null,
  from: readonly string[],
  { leaveOut }: { leaveOut?: RegExp } = {},
): Promise<Map<string, Said>> {
  const walked = new Map<string, Said>();
  const ahead = [...from];
  const opened = new Map<string, number>();
  const isOneMore = (address: string): boolean => {
    const kind = kindOf(address);
    if (kind === null || from.includes(address)) return false;
    opened.set(kind, (opened.get(kind) ?? 0) + 1);
    return (opened.get(kind) ?? 0) > OF_A_KIND;
  };
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const address = next.replace(/#.*$/, "");
    if (walked.has(address) || isOneMore(address)) continue;
    const said = await asked(url, address, cookie);
    walked.set(address, said);
    ahead.push(
      ...said.links.filter(
        (href) => /^\/(?!\/)/.test(href) && !/bekend=|peildatum=|\.mjs$/.test(href) && !leaveOut?.test(href),
      ),
    );
  }
  return walked;
}
