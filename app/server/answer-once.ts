/**
 * Between the socket and the application: what strangers ask for is answered from memory while it is the same, and made
 * once however many ask for it at the same time. The application marks what may be kept: see `forAll` in `handler.ts`.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { tellAnswer } from "./handler.ts";
import { encodingOf, type KeptAnswer, keepAnswers, wholeBody } from "./kept-answers.ts";
import { FOR_ALL, hasTag, isForAll, tagOf } from "./page-tag.ts";
import { securityHeaders } from "./security.ts";

/** Of `writeHead`: names and values in one row. */
const row = (headers: Iterable<readonly [string, string]>): string[] => [...headers].flat();
const FIXED = new Map(
  [true, false].map((secure) => [secure, row([...securityHeaders(secure), ...Object.entries(FOR_ALL)])]),
);

/** Told by the application under other names, or made anew. */
const OWN = new Set([
  "content-type",
  "content-length",
  "etag",
  "vary",
  "cache-control",
  ...securityHeaders(true).map(([name]) => name.toLowerCase()),
]);

export function answerOnce(patternOf: (path: string) => string, kept = keepAnswers()) {
  const underWay = new Map<string, Promise<KeptAnswer | null>>();

  /** Answers from memory; false where the application has to. */
  async function fromMemory(
    request: IncomingMessage,
    response: ServerResponse,
    address: string | null,
  ): Promise<boolean> {
    const { method = "", url = "", headers } = request;
    const started = performance.now();
    if (address === null || (method !== "GET" && method !== "HEAD") || !isForAll(headers.cookie)) return false;
    const tag = await tagOf(address);
    if (tag === null) return false;
    const answer = kept.find(tag);
    const fixed = FIXED.get(address.startsWith("https:")) ?? [];
    // Nobody is given a tag but with a page: who has the one of now has the page, also where we no longer do.
    if (hasTag(headers["if-none-match"], tag)) {
      response.writeHead(304, [...fixed, "ETag", tag]).end();
      tellAnswer({ method, route: answer?.route ?? patternOf(url.split("?")[0] ?? "/"), status: 304, started });
      return true;
    }
    if (!answer) return false;
    const encoding = encodingOf(answer, headers["accept-encoding"]);
    const body = kept.bodyOf(answer, encoding);
    const bytes = Buffer.isBuffer(body) ? body : await body;
    response.writeHead(200, [...fixed, ...headersOf(answer, encoding, bytes)]);
    response.end(method === "HEAD" ? undefined : bytes);
    tellAnswer({ method, route: answer.route, status: 200, started });
    return true;
  }

  /** Has the application answer, and keeps what it says may be kept. */
  async function once(request: Request, answer: () => Promise<Response>): Promise<Response> {
    if (request.method !== "GET" || !isForAll(request.headers.get("Cookie"))) return answer();
    const started = performance.now();
    const tag = await tagOf(request.url);
    if (tag === null) return answer();
    const asked = underWay.get(tag);
    if (asked) {
      const made = await asked;
      if (!made) return answer();
      tellAnswer({ method: "GET", route: made.route, status: 200, started });
      return asResponse(made, request);
    }
    let settle: (made: KeptAnswer | null) => void = () => {};
    underWay.set(
      tag,
      new Promise((found) => {
        settle = found;
      }),
    );
    try {
      const response = await answer();
      const made = await keep(response, new URL(request.url).pathname);
      settle(made.answer);
      return made.answer ? asResponse(made.answer, request) : made.response;
    } finally {
      settle(null);
      underWay.delete(tag);
    }
  }

  async function keep(
    response: Response,
    path: string,
  ): Promise<{ answer: KeptAnswer } | { answer: null; response: Response }> {
    const tag = response.headers.get("ETag");
    if (tag === null || response.status !== 200 || response.headers.get("Cache-Control") !== FOR_ALL["Cache-Control"])
      return { answer: null, response };
    const body = await wholeBody(response);
    if ("stream" in body) return { answer: null, response: new Response(body.stream, response) };
    const type = response.headers.get("Content-Type") ?? "application/octet-stream";
    const headers = [...response.headers].filter(([name]) => !OWN.has(name));
    return { answer: kept.keep(tag, { route: patternOf(path), type, headers }, body.whole) };
  }

  async function asResponse(answer: KeptAnswer, request: Request): Promise<Response> {
    const encoding = encodingOf(answer, request.headers.get("Accept-Encoding"));
    const bytes = await kept.bodyOf(answer, encoding);
    const own = headersOf(answer, encoding, bytes);
    const headers = new Headers([...securityHeaders(request.url.startsWith("https:")), ...Object.entries(FOR_ALL)]);
    for (let at = 0; at < own.length; at += 2) headers.set(own[at] ?? "", own[at + 1] ?? "");
    return new Response(new Uint8Array(bytes), { headers });
  }

  return { fromMemory, once };
}

const headersOf = ({ tag, type, headers }: KeptAnswer, encoding: string, bytes: Buffer): string[] => [
  ...row(headers),
  "ETag",
  tag,
  "Content-Type",
  type,
  ...(encoding === "identity" ? [] : ["Content-Encoding", encoding]),
  "Content-Length",
  String(bytes.length),
];
