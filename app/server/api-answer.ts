/** From a question to the API to its answer: the outcome becomes a status here and nowhere else. */
import { redirect } from "@remix-run/node";
import { urlsOf } from "#app/formats/api/addresses.ts";
import type { Asked, Operation } from "#app/formats/api/operation.ts";
import { paths } from "#app/paths.ts";
import type { publicMoment } from "#db/public.ts";
import { notFound, unprocessable } from "./outcome.ts";
import type { Visit } from "./visit.ts";
import { notShown } from "./withdrawn.ts";

/** What a loader of the API knows once it has asked who is there. */
interface Visited {
  visit: Visit;
  moment: Awaited<ReturnType<typeof publicMoment>>;
}

const askedOf = ({ visit, moment }: Visited, query: URLSearchParams, key = ""): Asked => ({
  moment,
  clocks: visit,
  url: urlsOf(visit),
  query,
  key,
});

/** @param key the last part of the path, of what is one thing */
export async function apiAnswer(
  operation: Operation,
  request: Request,
  visited: Visited,
  key: string | undefined = "",
): Promise<Response> {
  const here = new URL(request.url);
  const outcome = await operation.respond(askedOf(visited, here.searchParams, key));
  if ("elsewhere" in outcome) throw redirect(`${here.pathname}?${outcome.elsewhere}`);
  if ("absent" in outcome) {
    const { absent } = outcome;
    throw absent === "dossier" ? notFound() : await notShown(absent, key, visited.moment);
  }
  if ("notYet" in outcome) throw notYet(outcome.notYet);
  if ("refused" in outcome)
    throw unprocessable("De cursor klopt niet", outcome.refused.map(({ detail }) => detail).join(" "));
  const next = nextOf(outcome.answer);
  return new Response(JSON.stringify(outcome.answer), {
    headers: {
      "Content-Type": "application/json",
      "Content-Language": "nl",
      Link: [
        ...(next ? [`<${next}>; rel="next"`] : []),
        `<${here.origin}${paths.apiDescription}>; rel="service-desc"`,
      ].join(", "),
    },
  });
}

const notYet = (sentence: string): Response =>
  Response.json({ heading: "Dit was er nog niet", sentence }, { status: 404 });

/** Where a list goes on. */
function nextOf(answer: unknown): string | null {
  const { links } = answer as { links?: { next?: string | null } };
  return links?.next ?? null;
}
