import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApi } from "#app/formats/api/openapi.ts";
import { settings } from "#app/server/env.ts";
import { visit } from "#app/server/visit.ts";

/** The API described in OpenAPI, where the NL API Design Rules want it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return new Response(JSON.stringify(openApi(visitor.origin, settings().CONTACT_EMAIL)), {
    headers: { "Content-Type": "application/json", "Content-Language": "nl" },
  });
}
