/**
 * The door of the API: who asks too often waits, anybody's page may ask, what cannot be asked is told in one go, and
 * whatever goes wrong comes out as RFC 9457 has it. Nothing here depends on who is signed in.
 */
import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { API_VERSION, operationAt } from "#app/formats/api/operations.ts";
import { type Fault, isFault, problem, wrongQuery } from "#app/formats/api/problem.ts";
import { problemsIn, utc } from "#app/formats/api/query.ts";
import { paths } from "#app/paths.ts";
import { networkOf } from "./client-network.ts";
import { settings } from "./env.ts";
import { isTrouble } from "./outcome.ts";
import { FOR_ALL, hasTag } from "./page-tag.ts";

const METHODS = ["GET", "HEAD", "OPTIONS"];
const MINUTE = 60;

export const isApi = (path: string): boolean => path === paths.apiRoot || path.startsWith(`${paths.apiRoot}/`);

export const mayAskApi = (method: string): boolean => METHODS.includes(method);

/** Sent with every answer of the API, also with those that the application does not see. */
const ALWAYS: Record<string, string> = {
  "API-Version": API_VERSION,
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "API-Version, ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

const FAULT_HEADERS = {
  "Content-Type": "application/problem+json",
  "Content-Language": "nl",
  "Cache-Control": "no-store",
};

const told = (body: ReturnType<typeof problem>): Response =>
  new Response(JSON.stringify(body), { status: body.status, headers: FAULT_HEADERS });
const fault = (url: URL, status: Fault, detail: string): Response => told(problem(url.origin, status, detail));

/** For a method that changes something, or that nobody knows. */
export const refusedMethod = (url: URL): Response => {
  const refusal = fault(url, 405, "De API is om te lezen. Gebruik GET of HEAD; OPTIONS zegt wat er kan.");
  refusal.headers.set("Allow", METHODS.join(", "));
  return withAlways(refusal);
};

/** What a browser asks before a page from elsewhere may ask. */
const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: METHODS.join(", "),
      "Access-Control-Allow-Methods": METHODS.join(", "),
      "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
      "Access-Control-Max-Age": "86400",
      "Cache-Control": "public, max-age=86400",
    },
  });

/** Known to this process only: what is kept of a client's address cannot be turned back into it. */
const PEPPER = randomBytes(32);

let limiter: RateLimiterMemory | null = null;
const counter = (): RateLimiterMemory => {
  limiter ??= new RateLimiterMemory({ points: settings().API_REQUESTS_PER_MINUTE, duration: MINUTE });
  return limiter;
};

interface Turn {
  headers: Record<string, string>;
  /** Seconds to wait; 0 for who may ask. */
  wait: number;
}

/** Counts a question. Without a network address (a test in process) there is nobody to count. */
async function turnOf(client: string): Promise<Turn> {
  if (client === "") return { headers: {}, wait: 0 };
  const { points } = counter();
  const key = createHmac("sha256", PEPPER).update(networkOf(client)).digest("base64url");
  const isRefused = (error: unknown): error is RateLimiterRes => !(error instanceof Error);
  let wait = 0;
  const counted = await counter()
    .consume(key)
    .catch((refused: unknown) => {
      if (!isRefused(refused)) throw refused;
      wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return refused;
    });
  const seconds = Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
  return {
    wait,
    headers: {
      "RateLimit-Policy": `"per-adres";q=${points};w=${MINUTE}`,
      RateLimit: `"per-adres";r=${Math.max(0, counted.remainingPoints)};t=${seconds}`,
    },
  };
}

/**
 * Answers a request to the API. Stands around whatever else answers, so that what is answered from memory counts too.
 * @param pattern the address as the program knows it
 * @param tag that of the answer as it is now
 */
export async function throughApi(
  request: Request,
  { url, client, pattern, tag }: { url: URL; client: string; pattern: string; tag: string | null },
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (request.method === "OPTIONS") return withAlways(preflight());
  const { headers, wait } = await turnOf(client);
  if (wait > 0) {
    const seconds = wait === 1 ? "een seconde" : `${wait} seconden`;
    const refusal = fault(url, 429, `U vraagt te veel in één minuut. Ga over ${seconds} verder.`);
    refusal.headers.set("Retry-After", String(wait));
    return withAlways(refusal, headers);
  }
  const asked = operationAt(pattern);
  const wrong = asked && mayAskApi(request.method) ? problemsIn(url.searchParams, asked.query) : [];
  if (wrong.length > 0) return withAlways(told(wrongQuery(url.origin, wrong)), headers);
  const isRead = request.method === "GET" || request.method === "HEAD";
  // Nobody is given a tag but with an answer: who has the one of now has the answer.
  if (tag !== null && isRead && hasTag(request.headers.get("If-None-Match"), tag))
    return withAlways(new Response(null, { status: 304, headers: { ...FOR_ALL, ETag: tag } }), headers);
  return withAlways(await asProblem(await answer(asStranger(request, url)), url), headers);
}

/**
 * As anybody asks it, whoever is signed in. Moments may be asked with any offset from UTC; the register knows one way to
 * write them.
 */
function asStranger(request: Request, url: URL): Request {
  const meant = new URL(url);
  const asked = url.searchParams.get("bekend");
  if (asked !== null && utc(asked) !== asked) meant.searchParams.set("bekend", utc(asked));
  const headers = new Headers(request.headers);
  headers.delete("Cookie");
  return new Request(meant, { method: request.method, headers, signal: request.signal });
}

/** What went wrong anywhere below, in the words that a page would have used. */
async function asProblem(response: Response, url: URL): Promise<Response> {
  const { status, headers } = response;
  if (status < 400 || headers.get("Content-Type")?.startsWith("application/problem+json")) return response;
  const said: unknown = headers.get("Content-Type")?.includes("json") ? await response.json().catch(() => null) : null;
  if (status === 405) return refusedMethod(url);
  // What a page calls unprocessable is, to a program, a question that is not right.
  const kind = status === 422 ? 400 : isFault(status) ? status : status < 500 ? 400 : status === 507 ? 503 : 500;
  const detail = isTrouble(said) ? `${said.heading}. ${said.sentence}` : (SENTENCES[kind] ?? SENTENCES[500]);
  return fault(url, kind, detail);
}

const SENTENCES: Record<number, string> & { 500: string } = {
  400: "Deze vraag is niet te lezen.",
  404: "Op dit adres is niets. Alle adressen staan op /api/v1.",
  410: "Dit is ingetrokken en telt niet meer mee.",
  500: "Er ging iets mis. Het ligt niet aan u. Probeer het nog eens; blijft het misgaan, meld het dan aan de beheerder.",
  503: "Het register kan nu even niet antwoorden. Probeer het over een minuut opnieuw.",
};

function withAlways(response: Response, more: Record<string, string> = {}): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries({ ...ALWAYS, ...more })) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
