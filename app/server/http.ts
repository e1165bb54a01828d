/** The socket: static files, then the application. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import { databasePath } from "#db/database-path.ts";
import { migrate } from "#db/migrate.ts";
import { settings } from "./env.ts";
import { createHandler } from "./handler.ts";
import { log } from "./log.ts";
import { MAX_BODY } from "./uploads.ts";

/** Without a file: a debate of two hundred rows fits many times over. */
const MAX_FORM = 4 * 1024 * 1024;

/** Listens until it is told to stop; then finishes what was begun. Answers the server once it is listening. */
export async function listen(build: ServerBuild): Promise<Server> {
  const { PORT, TRUST_PROXY } = settings();
  migrate(databasePath());
  const files = sirv(resolve("build/client"), {
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("X-Content-Type-Options", "nosniff");
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    },
  });
  const application = createRequestListener(createHandler(build), {
    trustProxy: TRUST_PROXY === "ja",
    onError: (error) => {
      log.error({ error: error instanceof Error ? error.message : String(error) });
      return new Response("Er ging iets mis.\n", {
        status: 500,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
    },
  });
  const server = createServer((request, response) => {
    const refusal = refuseBody(request);
    if (refusal)
      response
        .writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" })
        .end(refusal.sentence);
    else files(request, response, () => application(request, response));
  });
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(PORT, () => ready());
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close(() => process.exit(0)));
  return server;
}

/** A body whose length nobody says, or that is larger than any letter, is not read. */
function refuseBody({ method, headers }: IncomingMessage): { status: number; sentence: string } | null {
  if (method !== "POST") return null;
  const length = headers["content-length"];
  if (length === undefined) return { status: 411, sentence: "De lengte van dit formulier ontbreekt.\n" };
  const limit = headers["content-type"]?.startsWith("multipart/form-data") ? MAX_BODY : MAX_FORM;
  if (Number(length) <= limit) return null;
  return {
    status: 413,
    sentence: "Dit is te groot om te verwerken. Ga terug met de knop van uw browser; wat u typte staat er nog.\n",
  };
}
