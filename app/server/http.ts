/** The socket: static files, then the application. */
import { existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join, resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import { EVERY_JOB } from "#app/jobs/every-job.ts";
import { startJobs } from "#app/jobs/running.ts";
import { close, writesEnded } from "#db/client.ts";
import { databasePath } from "#db/database-path.ts";
import { holdBesideOthers } from "#db/hold.ts";
import { migrate, NotUsable } from "#db/migrate.ts";
import { renewSearch } from "#db/old-search.ts";
import { renewOldStandings } from "#db/old-standings.ts";
import { readAhead } from "#db/register-in-memory.ts";
import { answerOnce } from "./answer-once.ts";
import { isApi } from "./api.ts";
import { settings } from "./env.ts";
import { readWaiting, stopReading } from "./extract-text/reading-queue.ts";
import { createHandler, METHODS, tellAnswer } from "./handler.ts";
import { workOnLists } from "./list-queue.ts";
import { log } from "./log.ts";
import { stopMaking } from "./made-files.ts";
import { listenForMetrics } from "./metrics-port.ts";
import { packedOnTheWay } from "./packed-on-the-way.ts";
import { routesOf } from "./route-pattern.ts";
import { securityHeaders } from "./security.ts";
import { closeServer, stopOnSignal } from "./stop.ts";
import { MAX_BODY, takesFile } from "./uploads.ts";

/** Without a file: a debate of two hundred rows fits many times over. */
const MAX_FORM = 4 * 1024 * 1024;

/** Listens until it is told to stop; then finishes what was begun. Answers the server once it is listening. */
export async function listen(build: ServerBuild): Promise<Server> {
  const { PORT, TRUST_PROXY, METRICS_PORT, METRICS_HOST, STOP_SECONDS } = settings();
  const trustProxy = TRUST_PROXY === "ja";
  migrate(databasePath());
  const held = holdBesideOthers(databasePath());
  if (!held)
    throw new NotUsable(`De database ${databasePath()} wordt nu bijgewerkt of vervangen. Probeer het daarna opnieuw.`);
  await renewOldStandings();
  await renewSearch();
  const client = resolve("build/client");
  const files = sirv(client, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    },
  });
  const handle = createHandler(build);
  // The last address in the row is the one that our own proxy added; those before it anybody can write.
  const forwardedFor = (request: Request) =>
    trustProxy ? request.headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  const routeOf = routesOf(build);
  const { fromMemory, once } = answerOnce((path) => routeOf(path).pattern);
  const application = createRequestListener(
    async (request: Request, { address }: { address: string }) => {
      const made = () => handle(request, forwardedFor(request) || address);
      // The API counts every question, so none is answered before it gets there.
      const response = await (isApi(new URL(request.url).pathname) ? made() : once(request, made));
      return packedOnTheWay(response, request);
    },
    {
      trustProxy,
      onError: (error) => {
        log.error({ did: "answering", error });
        return new Response("Er ging iets mis.\n", { status: 500, headers: SENTENCE });
      },
    },
  );
  const server = createServer(async (request, response) => {
    const started = performance.now();
    /** The application tells what it answers itself. */
    let route: string | null = null;
    response.once("close", () => {
      const { method = "" } = request;
      if (route) tellAnswer({ method, route, status: response.statusCode, started });
    });
    if (!server.listening) response.setHeader("Connection", "close");
    // `server.close` ends the lines that are idle then; those that fall idle after it would keep it waiting.
    response.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
    const refusal = refuse(request);
    if (!refusal && (await fromMemory(request, response, addressOf(request, trustProxy)))) return;
    const secure = trustProxy && /^https\b/i.test(String(request.headers["x-forwarded-proto"]));
    for (const [name, value] of securityHeaders(secure)) response.setHeader(name, value);
    if (refusal) {
      route = "(geweigerd)";
      response
        .writeHead(refusal.status, { ...SENTENCE, ...refusal.headers, Connection: "close" })
        .end(refusal.sentence);
    } else if (request.method === "POST" || !isFile(client, request)) application(request, response);
    else {
      route = "(bestand)";
      files(request, response, () => {
        route = null;
        application(request, response);
      });
    }
  });
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(PORT, () => ready());
  });
  const metrics = METRICS_PORT === undefined ? null : await listenForMetrics(METRICS_PORT, METRICS_HOST);
  void readAhead();
  void readWaiting(); // what waited when the program stopped
  void workOnLists();
  const jobs = startJobs(EVERY_JOB);
  stopOnSignal(STOP_SECONDS, async (within) => {
    const ends = performance.now() + within * 1000;
    stopMaking();
    const left = (): number => Math.max(0, ends - performance.now());
    await Promise.all([closeServer(server, within), stopReading(left()), jobs.stop()]);
    await writesEnded();
    metrics?.close();
    close();
    held.release();
  });
  return server;
}

/** The address as the application will call it; null where a proxy says more about it than we look at here. */
function addressOf({ url, headers }: IncomingMessage, trustProxy: boolean): string | null {
  if (isApi(url?.split("?")[0] ?? "")) return null;
  if (!trustProxy) return `http://${headers.host}${url}`;
  const { "x-forwarded-proto": protocol = "http" } = headers;
  if (headers.forwarded || headers["x-forwarded-host"] || !/^https?$/.test(String(protocol))) return null;
  return `${protocol}://${headers.host}${url}`;
}

/** Whether a file is there now: sirv lists them at the start, and one that a new build took away would end the process. */
function isFile(folder: string, { url = "/" }: IncomingMessage): boolean {
  const path = join(folder, url.split("?")[0] ?? "/");
  return existsSync(path) && statSync(path).isFile();
}

const SENTENCE = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

interface Refusal {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

/** Methods that become a `Request`, which the API answers or refuses in its own way; it reads no body. */
const CARRIED = ["OPTIONS", "PUT", "PATCH", "DELETE"];

/** A name, an IPv4 or an IPv6 address, with or without a port. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/**
 * What cannot become a `Request` is refused here, and so is a body whose length nobody says or that is larger than what
 * its address takes: it is not read.
 */
function refuse({ method = "", url = "", headers }: IncomingMessage): Refusal | null {
  const isForApi = isApi(url.split("?")[0] ?? "");
  if (!METHODS.includes(method) && !(isForApi && CARRIED.includes(method)))
    return { status: 405, sentence: "Deze methode kan hier niet.\n", headers: { Allow: METHODS.join(", ") } };
  const { host } = headers;
  if (!host || !HOST.test(host) || !URL.canParse(`http://${host}${url}`))
    return { status: 400, sentence: "Dit adres is niet te lezen.\n" };
  if (method !== "POST" || isForApi) return null;
  const length = headers["content-length"];
  if (length === undefined) return { status: 411, sentence: "De lengte van dit formulier ontbreekt.\n" };
  const limit = takesFile(url.split("?")[0] ?? "", headers["content-type"] ?? "") ? MAX_BODY : MAX_FORM;
  if (Number(length) <= limit) return null;
  return {
    status: 413,
    sentence: "Dit is te groot om te verwerken. Ga terug met de knop van uw browser; wat u typte staat er nog.\n",
  };
}
