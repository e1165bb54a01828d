import type { LoaderFunctionArgs } from "@remix-run/node";
import { addDays } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import { settings } from "#app/server/env.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";

/** RFC 9116 wants a day within a year. It moves along: as long as the register is served, somebody runs it. */
const DAYS = 180;

/** Where to report a leak (RFC 9116); not there while nobody said where. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const { CONTACT_EMAIL } = settings();
  if (!CONTACT_EMAIL) throw notFound();
  const lines = [
    `Contact: mailto:${CONTACT_EMAIL}`,
    `Expires: ${addDays(visitor.today, DAYS)}T00:00:00.000Z`,
    "Preferred-Languages: nl, en",
    `Canonical: ${visitor.origin}${paths.securityText}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
