/** The socket: static files, then the application. */
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import sirv from "sirv";
import { migrate } from "#db/migrate.ts";
import { databasePath } from "#db/database-path.ts";
import { createHandler } from "./handler.ts";
import { log } from "./log.ts";

/** Listens until it is told to stop; then finishes what was begun. Answers the server once it is listening. */
export async function listen(build: ServerBuild, port: number): Promise<Server> {
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
    trustProxy: process.env.TRUST_PROXY === "ja",
    onError: (error) => {
      log.error({ error: error instanceof Error ? error.message : String(error) });
      return new Response("Er ging iets mis.\n", { status: 500, headers: { "Content-Type": "text/plain; charset=utf-8" } });
    },
  });
  const server = createServer((request, response) => files(request, response, () => application(request, response)));
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(port, () => ready());
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close(() => process.exit(0)));
  return server;
}
