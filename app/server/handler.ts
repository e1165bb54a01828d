/** From a Request to a Response: the whole application without a socket, as tests and the server use it. */
import { randomBytes } from "node:crypto";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/server-runtime";
import type { Typed } from "#app/components/request-context.tsx";
import { paths } from "#app/paths.ts";
import type { StoreFailure } from "#db/store-failure.ts";
import { isApi, mayAskApi, refusedMethod, throughApi } from "./api.ts";
import { health } from "./health.ts";
import { log } from "./log.ts";
import { countAnswer } from "./metrics.ts";
import { storeTrouble } from "./outcome.ts";
import { FOR_ALL, isForAll, tagOf } from "./page-tag.ts";
import { isReadable, routesOf, withRoute } from "./route-pattern.ts";
import { isOwnWrite, securityHeaders } from "./security.ts";
import { takesFile } from "./uploads.ts";

declare module "@remix-run/node" {
  // Gives loaders and actions the types of what they return, instead of what JSON would leave of it.
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** Names this request in the log, and on the page that shows an error. */
    number: string;
    /** The network address of who asks: to count tries to sign in, kept nowhere as it is. */
    client: string;
    /** The address as the program knows it. */
    route: string;
    /** What the machine did to the database while it was answered. */
    failure: StoreFailure | null;
    /** What was sent, to be given back; null where it holds what no page may repeat. */
    typed: Typed | null;
  }
}

export type Handler = (request: Request, client?: string) => Promise<Response>;

export const METHODS = ["GET", "HEAD", "POST"];

/** No page asks for Remix's data addresses, so none answers: a guard that only a parent ran cannot be walked around. */
const isDataAddress = (url: URL): boolean =>
  url.pathname.endsWith(".data") || url.pathname === "/__manifest" || url.searchParams.has("_data");

export function createHandler(build: ServerBuild): Handler {
  const routeOf = routesOf(build);
  const answers = new Map<string | null, Answer>();
  const answerOf = (id: string | null): Answer => {
    const answer = answers.get(id) ?? createRequestHandler(withRoute(build, id), process.env.NODE_ENV);
    answers.set(id, answer);
    return answer;
  };
  return async (request, client = "") => {
    const url = new URL(request.url);
    const { id, pattern } = routeOf(url.pathname);
    const route = url.pathname === paths.health ? paths.health : pattern;
    const answer = answerOf(id);
    const context: AppLoadContext = { number: numbered(), client, route, failure: null, typed: null };
    const started = performance.now();
    const isForPrograms = isApi(url.pathname) && !isDataAddress(url);
    // Before anything is read: what is written while the answer is made belongs to a later tag.
    const tag = isForPrograms || isForAll(request.headers.get("Cookie")) ? await tagOf(request.url) : null;
    const answered = isForPrograms
      ? await throughApi(request, { url, client, pattern: route, tag }, (asked) => respond(asked, url, context, answer))
      : await respond(request, url, context, answer);
    const response = withHeaders(answered, request, tag);
    tellAnswer({ ...context, method: request.method, status: response.status, started });
    return response;
  };
}

const numbered = (): string => randomBytes(5).toString("hex");

interface Answered {
  number?: string;
  method: string;
  route: string;
  status: number;
  /** `performance.now()` when it came in. */
  started: number;
}

/** One line in the log and one in the counts for whatever was asked, by whomever. */
export function tellAnswer({ number = numbered(), method, route, status, started }: Answered): void {
  const took = performance.now() - started;
  const known = METHODS.includes(method) ? method : "(ander)";
  countAnswer(known, route, status, took / 1000);
  log.info({ number, method: known, route, status, ms: Math.round(took) });
}

type Answer = (request: Request, context: AppLoadContext) => Promise<Response>;

async function respond(request: Request, url: URL, context: AppLoadContext, answer: Answer): Promise<Response> {
  if (isApi(url.pathname) && !mayAskApi(request.method) && !isDataAddress(url)) return refusedMethod(url);
  if (!METHODS.includes(request.method))
    return plain(405, "Deze methode kan hier niet.", { Allow: METHODS.join(", ") });
  if (isDataAddress(url)) return plain(404, "Dit adres is er niet.");
  if (!isReadable(url.pathname)) return plain(400, "Dit adres is niet te lezen.");
  if (url.pathname === paths.health)
    return request.method === "POST"
      ? plain(405, "Hier valt niets in te vullen.", { Allow: "GET, HEAD" })
      : health(request);
  if (!isOwnWrite(request))
    return plain(
      403,
      "Dit formulier kwam van een ander adres en is niet verwerkt. Open de pagina opnieuw en probeer het nog eens.",
    );
  if (request.method !== "POST") return orSentence(await answer(request, context), context);
  // Remix compares the Origin once more, with this header; anybody can send it.
  request.headers.set("X-Forwarded-Host", url.host);
  const contentType = request.headers.get("Content-Type") ?? "";
  if (!FORM.test(contentType)) return plain(415, "Dit adres neemt alleen formulieren aan.");
  // A file is read by its own page, once it is known who sends it.
  if (takesFile(url.pathname, contentType)) return orSentence(await answer(request, context), context);
  const read = await readForm(request);
  if (!read)
    return plain(
      400,
      "Dit formulier is niet goed aangekomen. Ga terug met de knop van uw browser; wat u typte staat er nog. Verstuur het dan nog een keer.",
    );
  context.typed = typedIn(read.form, url);
  return orSentence(await answer(read.request, context), context);
}

/** What is no page, such as a form that only leads elsewhere, has no page for an error either. */
function orSentence(response: Response, { failure, number }: AppLoadContext): Response {
  if (!failure || response.headers.get("Content-Type")?.startsWith("text/html")) return response;
  const { status, heading, sentence } = storeTrouble(failure);
  return plain(status, `${heading}. ${sentence} Noem bij een melding dit nummer: ${number}.`);
}

/** Fields that are repeated on no page. */
const SECRET = /wachtwoord|password|code|geheim|secret|token|sleutel/i;

/** Null for a form that holds a secret or a file: it is sent again by going back in the browser. */
function typedIn(form: FormData, url: URL): Typed | null {
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    if (SECRET.test(name) || typeof value !== "string") return null;
    fields.push([name, value]);
  }
  return { action: url.pathname + url.search, fields };
}

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** The same request with its form tried out, so that a page can count on `formData()`; null where nothing can read it. */
async function readForm(request: Request): Promise<{ request: Request; form: FormData } | null> {
  const body = await request.arrayBuffer();
  try {
    const form = await new Request(request, { body }).formData();
    return { request: new Request(request, { body }), form };
  } catch {
    return null;
  }
}

const plain = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

/**
 * An answer that does not say itself how long it may be kept: the same for all where nobody is signed in, until its tag
 * is another; and of the visitor alone where somebody is.
 */
function withHeaders(response: Response, request: Request, tag: string | null): Response {
  const headers = new Headers(response.headers);
  // Pages elsewhere may read what the API answers.
  for (const [name, value] of securityHeaders(request.url.startsWith("https:")))
    if (name !== "Cross-Origin-Resource-Policy" || !headers.has(name)) headers.set(name, value);
  const isRead = request.method === "GET" || request.method === "HEAD";
  const saysItself = ["Cache-Control", "Set-Cookie", "ETag"].some((name) => headers.has(name));
  if (tag !== null && isRead && response.status === 200 && !saysItself) {
    headers.set("ETag", tag);
    for (const [name, value] of Object.entries(FOR_ALL)) headers.set(name, value);
  }
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
