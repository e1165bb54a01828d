/** What the running program tells those who watch it: a log without people in it, and figures on a port of their own. */
import { request } from "node:http";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { inventDossiers } from "../support/invented-dossiers.ts";
import { freePort, type ServerProcess, startServerProcess } from "../support/server.ts";

/** Stands in everything that is asked below, and may stand nowhere in what is told. */
const MARK = "Zonnebloemstra";
const path = emptyPlace();
let server: ServerProcess;
let metricsPort = 0;
beforeAll(async () => {
  await inventDossiers(path);
  metricsPort = await freePort();
  server = await startServerProcess(path, { LOG_LEVEL: "trace", METRICS_PORT: String(metricsPort) });
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}
/** As it is written: `fetch` would make a proper address of it. */
const ask = (
  where: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string }> =>
  new Promise((answered, failed) => {
    const { port } = new URL(server.url);
    const sent = request({ port, path: where, method, headers: { ...WHO, ...headers }, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => answered({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", failed);
    sent.end(body);
  });
const WHO = {
  "User-Agent": MARK,
  Referer: `http://elders.example/${MARK}`,
  Cookie: `sessie=${MARK}; anders=${MARK}`,
  "X-Forwarded-For": `192.0.2.77, ${MARK}`,
  Authorization: `Bearer ${MARK}`,
};
const form = (fields: Record<string, string>, type = "application/x-www-form-urlencoded"): Asked => {
  const body = new URLSearchParams(fields).toString();
  return {
    method: "POST",
    body,
    headers: {
      Origin: server.url,
      Host: new URL(server.url).host,
      "Content-Type": type,
      "Content-Length": String(body.length),
    },
  };
};
const upload = (): Asked => {
  const body = `--x\r\nContent-Disposition: form-data; name="bestand"; filename="${MARK}.txt"\r\n\r\n${MARK}\r\n--x--\r\n`;
  return {
    ...form({}, "multipart/form-data; boundary=x"),
    body,
    headers: { ...form({}, "multipart/form-data; boundary=x").headers, "Content-Length": String(body.length) },
  };
};

interface Line {
  number: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  error?: { name: string; message?: string; at: string[]; cause?: { name: string; message: string } };
}
const lines = (): Line[] =>
  server
    .said()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);

describe("In the log", () => {
  test("each request has one line, by the pattern of its address; who asked for what is in none", async () => {
    const asked: [route: string, status: number, () => Promise<{ status: number }>][] = [
      ["/toezeggingen/:number", 404, () => ask(`/toezeggingen/${MARK}`)],
      ["/toezeggingen", 200, () => ask(`/toezeggingen?zoek=${MARK}`)],
      ["/brieven/:id/origineel", 404, () => ask(`/brieven/${MARK}/origineel`)],
      ["/werk/geschiedenis/:kind/:id", 302, () => ask(`/werk/geschiedenis/${MARK}/${MARK}`)],
      ["/werk/debatten/nieuw", 302, () => ask(`/werk/debatten/nieuw?naam=${MARK}`)],
      ["(geen)", 404, () => ask(`/${MARK}/${MARK}`)],
      ["(geen)", 400, () => ask(`/toezeggingen/%E0%A4%A${MARK}`)],
      ["(geen)", 404, () => ask(`/${MARK}.data`)],
      ["(bestand)", 200, () => ask(`/favicon.svg?${MARK}`)],
      ["(geweigerd)", 400, () => ask("/", { headers: { Host: `${MARK} ${MARK}` } })],
      ["(geweigerd)", 405, () => ask(`/${MARK}`, { method: "PROPFIND" })],
      [
        "(geweigerd)",
        413,
        () =>
          ask(`/${MARK}`, { ...form({}), body: "", headers: { ...form({}).headers, "Content-Length": "900000000" } }),
      ],
      [
        "/inloggen",
        422,
        () => ask("/inloggen", form({ email: `${MARK}@elders.example`, wachtwoord: MARK, naar: `/${MARK}` })),
      ],
      ["/inloggen", 415, () => ask("/inloggen", form({ a: MARK }, `text/${MARK}`))],
      [
        "/inloggen",
        403,
        () =>
          ask("/inloggen", {
            ...form({ a: MARK }),
            headers: { ...form({ a: MARK }).headers, Origin: `http://${MARK}.example` },
          }),
      ],
      ["/werk/debatten/nieuw", 401, () => ask("/werk/debatten/nieuw", form({ "rij-0-what": MARK }))],
      ["/werk/brieven/nieuw", 401, () => ask("/werk/brieven/nieuw", upload())],
      ["/gezond", 200, () => ask(`/gezond?${MARK}`)],
    ];
    for (const [route, status, act] of asked) {
      const before = lines().length;
      const answer = await act();
      await vi.waitFor(() => expect(lines().length, route).toBeGreaterThan(before));
      const fresh = lines().slice(before);
      expect(fresh).toHaveLength(1);
      expect([answer.status, fresh[0]]).toEqual([
        status,
        expect.objectContaining({
          route,
          status,
          number: expect.stringMatching(/^[0-9a-f]{10}$/),
          ms: expect.any(Number),
        }),
      ]);
    }
    expect(lines().length).toBeGreaterThanOrEqual(asked.length);
    expect(server.said()).not.toMatch(new RegExp(MARK, "i"));
    expect(server.said()).not.toMatch(/192\.0\.2\.77|127\.0\.0\.1|::1/);
  });

  test("a fault stands under the number that the visitor reads, with its place and without its words", async () => {
    const raw = new Database(path);
    raw.exec("ALTER TABLE letters RENAME TO elders");
    const before = lines().length;
    const { status, text } = await ask(`/brieven?zoek=${MARK}&dossier=${MARK}`);
    raw.exec("ALTER TABLE elders RENAME TO letters");
    raw.close();
    expect(status).toBe(500);
    const [, number = ""] = /dit nummer: ([0-9a-f]{10})/.exec(text.replace(/<!-- -->/g, "")) ?? [];
    await vi.waitFor(() => expect(lines().length).toBeGreaterThan(before + 1));
    const fresh = lines().slice(before);
    expect(fresh.map((line) => line.number)).toEqual(fresh.map(() => number));
    const { error, route } = fresh.find((line) => line.error) ?? {};
    expect(route).toBe("/brieven");
    expect(error?.at.join("\n")).toMatch(/^at .*:\d+:\d+\)?$/m);
    expect(JSON.stringify(error)).toContain("no such table");
    expect(server.said()).not.toContain(MARK);
  });
});

describe("The metrics", () => {
  const metrics = async (host = "127.0.0.1", where = "/metrics") => fetch(`http://${host}:${metricsPort}${where}`);

  test("count requests by the pattern of the route and the status, and writes", async () => {
    await ask(`/dossiers/${MARK}`);
    await ask("/inloggen", form({ email: "iemand@elders.example", wachtwoord: "x", naar: "" }));
    const text = await (await metrics()).text();
    expect(text).toMatch(
      /^register_request_duration_seconds_count\{method="GET",route="\/dossiers\/:slug",status="404"\} 1$/m,
    );
    const written = /^register_write_duration_seconds_count\{outcome="done"\} (\d+)$/m.exec(text);
    expect(Number(written?.[1]), "a try to sign in is written").toBeGreaterThan(0);
    for (const name of [
      "register_write_wait_seconds_count",
      'register_queue_length{queue="imports"} 0',
      'register_queue_length{queue="lists"} 0',
      'register_queue_length{queue="mail"} 0',
      'register_queue_length{queue="writes"} 0',
      "register_revision",
      "nodejs_eventloop_lag_p99_seconds",
      "process_resident_memory_bytes",
    ])
      expect(text, name).toContain(name);
    expect(text).not.toContain(MARK);
  });

  test("are not to be had at the public port, nor at another address of this machine", async () => {
    expect((await ask("/metrics")).status).toBe(404);
    await expect(metrics("127.0.0.2")).rejects.toThrow();
    expect((await metrics("127.0.0.1", "/")).status).toBe(404);
  });
});
