import type { LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";

/** Written here, as the address of a sitemap has to be whole. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const lines = [
    "User-agent: *",
    `Disallow: ${paths.desk}`,
    `Disallow: ${paths.signIn}`,
    "",
    `Sitemap: ${visitor.origin}${paths.sitemap}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
