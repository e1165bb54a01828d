import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
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
 * React writes into views of 2,048 bytes, and where a letter of more bytes does not fit at the end of one, zeros stay
 * behind it (react#24985). No page holds a zero of its own.
 */
const withoutGaps = (page: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  page.includes(0) ? page.filter((byte) => byte !== 0) : page;

/** Renders the whole page before the first byte: a page that breaks halfway is answered as an error, not as half a page. */
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
  return new Promise((resolve, reject) => {
    let answered = trouble?.status ?? status;
    const { pipe } = renderToPipeableStream(page, {
      onAllReady() {
        const parts: Uint8Array[] = [];
        const body = new Writable({
          write(part: Uint8Array, _encoding, next) {
            parts.push(part);
            next();
          },
          final(done) {
            headers.set("Content-Type", "text/html; charset=utf-8");
            resolve(new Response(withoutGaps(Buffer.concat(parts)), { headers, status: answered }));
            done();
          },
        });
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        answered = 500;
        log.error({ number, error });
      },
    });
  });
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
