import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "./server/log.ts";

export { createHandler } from "./server/handler.ts";
export { listen } from "./server/http.ts";

/** Renders the whole page before the first byte: a page that breaks halfway is answered as an error, not as half a page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = status;
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        failed = 500;
        log.error({ error: error instanceof Error ? error.message : String(error) });
      },
    });
  });
}

/** One place for what nobody expected: a number that the visitor reads and that is in the log. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  log.error({ path: new URL(request.url).pathname, error: error instanceof Error ? error.stack : String(error) });
}
