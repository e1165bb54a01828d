/** Metrics have a port of their own, so that nobody reads them through the public one. */
import { createServer, type Server } from "node:http";
import { log } from "./log.ts";
import { beginMeasuring, metrics } from "./metrics.ts";

const PATH = "/metrics";
const PLAIN = "text/plain; charset=utf-8";

/** Answers the server once it listens. */
export async function listenForMetrics(port: number, host: string): Promise<Server> {
  beginMeasuring();
  const server = createServer(async ({ method = "", url = "" }, response) => {
    if (url.split("?")[0] !== PATH) return response.writeHead(404, { "Content-Type": PLAIN }).end("Not here.\n");
    if (method !== "GET") return response.writeHead(405, { Allow: "GET", "Content-Type": PLAIN }).end("Only GET.\n");
    try {
      const { type, text } = await metrics();
      response.writeHead(200, { "Content-Type": type }).end(text);
    } catch (error) {
      log.error({ did: "metrics", error });
      response.writeHead(500, { "Content-Type": PLAIN }).end("Not to be had now.\n");
    }
  });
  await new Promise<void>((ready, refuse) => {
    server.once("error", refuse);
    server.listen(port, host, ready);
  });
  return server;
}
