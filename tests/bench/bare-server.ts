/**
 * What the served register is held against, in a process of its own: a server that does nothing but send the bytes and
 * headers that it was given, by the encoding that is asked for, or that nothing changed.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface BareAnswers {
  unchanged: string[];
  pages: Record<string, { headers: string[]; body: string }>;
}

process.once("message", ({ unchanged, pages }: BareAnswers) => {
  const made = Object.entries(pages).map(
    ([encoding, { headers, body }]) => [encoding, { headers, body: Buffer.from(body, "base64") }] as const,
  );
  const byEncoding = new Map(made);
  const server = createServer(({ headers }, response) => {
    if (headers["if-none-match"]) return void response.writeHead(304, unchanged).end();
    const page = byEncoding.get(String(headers["accept-encoding"]));
    response.writeHead(page ? 200 : 406, page?.headers).end(page?.body);
  });
  server.listen(0, () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit());
