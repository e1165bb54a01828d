/** From a Request to a Response: the whole application without a socket, as tests and the server use it. */
import { randomBytes } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { log } from "./log.ts";
import { isOwnWrite, securityHeaders } from "./security.ts";

declare module "@remix-run/node" {
  // Gives loaders and actions the types of what they return, instead of what JSON would leave of it.
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
  }
}

export type Handler = (request: Request) => Promise<Response>;

const METHODS = ["GET", "HEAD", "POST"];

/** No page asks for Remix's data addresses, so none answers: a guard that only a parent ran cannot be walked around. */
const isDataAddress = (url: URL): boolean =>
  url.pathname.endsWith(".data") || url.pathname === "/__manifest" || url.searchParams.has("_data");

export function createHandler(build: ServerBuild): Handler {
  const answer = createRequestHandler(build, process.env.NODE_ENV);
  return async (request) => {
    const nonce = randomBytes(16).toString("base64");
    const url = new URL(request.url);
    const started = performance.now();
    const response = withHeaders(await respond(request, url, () => answer(request, { nonce })), nonce, url);
    log.info({
      method: request.method,
      path: url.pathname,
      status: response.status,
      ms: Math.round(performance.now() - started),
    });
    return response;
  };
}

async function respond(request: Request, url: URL, answer: () => Promise<Response>): Promise<Response> {
  if (!METHODS.includes(request.method))
    return plain(405, "Deze methode kan hier niet.", { Allow: METHODS.join(", ") });
  if (isDataAddress(url)) return plain(404, "Dit adres is er niet.");
  if (!isOwnWrite(request))
    return plain(
      403,
      "Dit formulier kwam van een ander adres en is niet verwerkt. Open de pagina opnieuw en probeer het nog eens.",
    );
  return answer();
}

const plain = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

function withHeaders(response: Response, nonce: string, url: URL): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of securityHeaders(nonce, url.protocol === "https:")) headers.set(name, value);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
