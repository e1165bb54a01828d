/** From a Request to a Response: the whole application without a socket, as tests and the server use it. */
import { randomBytes } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { log } from "./log.ts";
import { isOwnWrite, securityHeaders } from "./security.ts";
import { takesFile } from "./uploads.ts";

declare module "@remix-run/node" {
  // Gives loaders and actions the types of what they return, instead of what JSON would leave of it.
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    /** Names this request in the log, and on the page that shows an error. */
    number: string;
    /** The network address of who asks: to count tries to sign in, kept nowhere as it is. */
    client: string;
  }
}

export type Handler = (request: Request, client?: string) => Promise<Response>;

export const METHODS = ["GET", "HEAD", "POST"];

/** No page asks for Remix's data addresses, so none answers: a guard that only a parent ran cannot be walked around. */
const isDataAddress = (url: URL): boolean =>
  url.pathname.endsWith(".data") || url.pathname === "/__manifest" || url.searchParams.has("_data");

export function createHandler(build: ServerBuild): Handler {
  const answer = createRequestHandler(build, process.env.NODE_ENV);
  return async (request, client = "") => {
    const nonce = randomBytes(16).toString("base64");
    const number = randomBytes(5).toString("hex");
    const url = new URL(request.url);
    const started = performance.now();
    const response = withHeaders(
      await respond(request, url, (readable) => answer(readable, { nonce, number, client })),
      nonce,
      url,
    );
    log.info({
      number,
      method: request.method,
      path: url.pathname,
      status: response.status,
      ms: Math.round(performance.now() - started),
    });
    return response;
  };
}

async function respond(request: Request, url: URL, answer: (request: Request) => Promise<Response>): Promise<Response> {
  if (!METHODS.includes(request.method))
    return plain(405, "Deze methode kan hier niet.", { Allow: METHODS.join(", ") });
  if (isDataAddress(url)) return plain(404, "Dit adres is er niet.");
  if (!isOwnWrite(request))
    return plain(
      403,
      "Dit formulier kwam van een ander adres en is niet verwerkt. Open de pagina opnieuw en probeer het nog eens.",
    );
  if (request.method !== "POST") return answer(request);
  // Remix compares the Origin once more, with this header; anybody can send it.
  request.headers.set("X-Forwarded-Host", url.host);
  const contentType = request.headers.get("Content-Type") ?? "";
  if (!FORM.test(contentType)) return plain(415, "Dit adres neemt alleen formulieren aan.");
  // A file is read by its own page, once it is known who sends it.
  if (takesFile(url.pathname, contentType)) return answer(request);
  const readable = await withReadableForm(request);
  return readable
    ? answer(readable)
    : plain(
        400,
        "Dit formulier is niet goed aangekomen. Ga terug met de knop van uw browser; wat u typte staat er nog. Verstuur het dan nog een keer.",
      );
}

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** The same request with its form tried out, so that a page can count on `formData()`; null where nothing can read it. */
async function withReadableForm(request: Request): Promise<Request | null> {
  const body = await request.arrayBuffer();
  try {
    await new Request(request, { body }).formData();
  } catch {
    return null;
  }
  return new Request(request, { body });
}

const plain = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

function withHeaders(response: Response, nonce: string, url: URL): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of securityHeaders(nonce, url.protocol === "https:")) headers.set(name, value);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
