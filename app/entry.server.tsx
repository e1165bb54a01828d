import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { storeFailure } from "#db/store-failure.ts";
import { RequestContext } from "./components/request-context.tsx";
import { log } from "./server/log.ts";
import { type StoreTrouble, storeTrouble } from "./server/outcome.ts";
import { actorOf } from "./server/session.ts";
import { accountOf } from "./server/visit.ts";

export { createHandler } from "./server/handler.ts";
export { listen } from "./server/http.ts";

/**
 * Remix writes out the data of each page for scripts that no page has, and holds it this many milliseconds for what it
 * would still wait for. There is nothing: all is there before the page is made.
 */
export const streamTimeout = 50;

/**
 * Renders the whole page before the first byte: a page that breaks halfway is answered as an error, not as half a page.
 * As one text and without the marks for scripts that go on with it, as none do: React's streams take twice as long,
 * and leave zeros between letters (react#24985).
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { number, failure, typed }: AppLoadContext,
): Promise<Response> {
  const trouble = failure && storeTrouble(failure);
  if (trouble) tellTrouble(context, trouble);
  const actor = status >= 400 ? await actorOf(request) : null;
  const page = (
    <RequestContext.Provider value={{ number, account: actor && accountOf(actor), typed: trouble ? typed : null }}>
      <RemixServer context={context} url={request.url} />
    </RequestContext.Provider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const html = Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(page)}`);
  return new Response(html, { headers, status: trouble?.status ?? status });
}

/** Gives the page of an error the sentence: what it was is no longer told once Remix has taken out what is ours alone. */
function tellTrouble({ staticHandlerContext }: EntryContext, { status, ...data }: StoreTrouble): void {
  const told = { status, statusText: "", internal: false, data };
  const { errors } = staticHandlerContext;
  for (const route of Object.keys(errors ?? {})) if (errors) errors[route] = told;
}

/** What nobody expected, under the number that the visitor reads. A page that is not there is no error of ours. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.failure = storeFailure(error);
  const { number, route } = context;
  log.error({ number, route, error });
}
