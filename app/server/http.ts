/** The socket: static files, then the application. */
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { join, resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import { EVERY_JOB } from "#app/jobs/every-job.ts";
import { startJobs } from "#app/jobs/running.ts";
import { databasePath } from "#db/database-path.ts";
import { migrate } from "#db/migrate.ts";
import { settings } from "./env.ts";
import { readWaiting } from "./extract-text/reading-queue.ts";
import { createHandler, METHODS } from "./handler.ts";
import { log } from "./log.ts";
import { securityHeaders } from "./security.ts";
import { MAX_BODY, takesFile } from "./uploads.ts";

/** Without a file: a debate of two hundred rows fits many times over. */
const MAX_FORM = 4 * 1024 * 1024;

/** Listens until it is told to stop; then finishes what was begun. Answers the server once it is listening. */
export async function listen(build: ServerBuild): Promise<Server> {
  const { PORT, TRUST_PROXY } = settings();
  const trustProxy = TRUST_PROXY === "ja";
  migrate(databasePath());
  const client = resolve("build/client");
  const files = sirv(client, {
    etag: true,
    setHeaders: (response, path) => {
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    },
  });
  const handle = createHandler(build);
  // The last address in the row is the one that our own proxy added; those before it anybody can write.
  const forwardedFor = (request: Request) =>
    trustProxy ? request.headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  const application = createRequestListener(
    (request: Request, { address }: { address: string }) => handle(request, forwardedFor(request) || address),
    {
      trustProxy,
      onError: (error) => {
        log.error({ error: error instanceof Error ? error.message : String(error) });
        return new Response("Er ging iets mis.\n", { status: 500, headers: SENTENCE });
      },
    },
  );
  const server = createServer((request, response) => {
    // `server.close` ends the lines that are idle then; those that fall idle after it would keep it waiting.
    response.once("close", () => {
      if (!server.listening) server.closeIdleConnections();
    });
    const secure = trustProxy && /^https\b/i.test(String(request.headers["x-forwarded-proto"]));
    for (const [name, value] of securityHeaders(null, secure)) response.setHeader(name, value);
    const refusal = refuse(request);
    if (refusal)
      response
        .writeHead(refusal.status, { ...SENTENCE, ...refusal.headers, Connection: "close" })
        .end(refusal.sentence);
    else if (request.method === "POST" || !isStill(client, request)) application(request, response);
    else files(request, response, () => application(request, response));
  });
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(PORT, () => ready());
  });
  void readWaiting(); // what waited when the program stopped
  const jobs = startJobs(EVERY_JOB);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      const stopped = jobs.stop();
      server.close(() => void stopped.then(() => process.exit(0)));
    });
  return server;
}

/** Whether a file is there now: sirv lists them at the start, and one that a new build took away would end the process. */
const isStill = (folder: string, { url = "/" }: IncomingMessage): boolean =>
  existsSync(join(folder, url.split("?")[0] ?? "/"));

const SENTENCE = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

interface Refusal {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

/** A name, an IPv4 or an IPv6 address, with or without a port. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/**
 * What cannot become a `Request` is refused here, and so is a body whose length nobody says or that is larger than what
 * its address takes: it is not read.
 */
function refuse({ method = "", url = "", headers }: IncomingMessage): Refusal | null {
  if (!METHODS.includes(method))
    return { status: 405, sentence: "Deze methode kan hier niet.\n", headers: { Allow: METHODS.join(", ") } };
  const { host } = headers;
  if (!host || !HOST.test(host) || !URL.canParse(`http://${host}${url}`))
    return { status: 400, sentence: "Dit adres is niet te lezen.\n" };
  if (method !== "POST") return null;
  const length = headers["content-length"];
  if (length === undefined) return { status: 411, sentence: "De lengte van dit formulier ontbreekt.\n" };
  const limit = takesFile(url.split("?")[0] ?? "", headers["content-type"] ?? "") ? MAX_BODY : MAX_FORM;
  if (Number(length) <= limit) return null;
  return {
    status: 413,
    sentence: "Dit is te groot om te verwerken. Ga terug met de knop van uw browser; wat u typte staat er nog.\n",
  };
}
