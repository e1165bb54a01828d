/** What is answered from memory: never older than the last write, never another's, the same bytes however it is packed. */
import { once } from "node:events";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ACCOUNTS, signInThrough } from "../support/app.ts";
import { demoIn, emptyPlace } from "../support/database.ts";
import { writingBeside } from "../support/writing-beside.ts";

const databasePath = emptyPlace();
let server: Server;
let url = "";
let password = "";
beforeAll(async () => {
  password = await demoIn(databasePath);
  vi.stubEnv("PORT", "0");
  const built = await import(/* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href);
  server = await built.entry.module.listen(built);
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
});
afterEach(() => void vi.useRealTimers());

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** As it comes over the line: `fetch` would unpack it. */
const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> =>
  new Promise((answered, failed) => {
    const sent = request(url + path, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const bytes = Buffer.concat(parts);
        answered({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    });
    sent.on("error", failed);
    sent.end();
  });

const tagIn = ({ headers }: Got): string => headers.etag ?? "";

/** How many commitments the list says that there are. */
const totalIn = (text: string): number => Number(/([\d.]+) toezeggingen: alle/.exec(text)?.[1]?.replaceAll(".", ""));

test("while somebody writes in another process, nobody is answered with less than was kept before they asked", async () => {
  const began = totalIn((await ask("/toezeggingen")).text);
  expect(began).toBeGreaterThan(0);
  const writer = writingBeside(databasePath);
  await writer.until(1);
  const seen = new Set<number>();
  const reader = async (encoding: string) => {
    let has = { tag: "", total: 0 };
    while (writer.count() < 40) {
      const kept = writer.count();
      const got = await ask("/toezeggingen", { "If-None-Match": has.tag, "Accept-Encoding": encoding });
      if (got.status !== 304) {
        const text = encoding === "gzip" ? gunzipSync(got.bytes).toString() : got.text;
        has = { tag: tagIn(got), total: totalIn(text) };
      }
      expect(has.total, `answered with ${got.status}`).toBeGreaterThanOrEqual(began + kept);
      seen.add(has.total);
    }
  };
  await Promise.all(["identity", "gzip", "identity", "gzip"].map(reader));
  await writer.kill();
  expect(seen.size).toBeGreaterThan(5);
  const still = await ask("/toezeggingen");
  const again = await ask("/toezeggingen", { "If-None-Match": tagIn(still) });
  expect([again.status, again.bytes.length, tagIn(again)]).toEqual([304, 0, tagIn(still)]);
});

test("at midnight in Amsterdam a page is another, and one that was kept is not served any more", async () => {
  const at = async (instant: string): Promise<Got> => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
    return ask("/toezeggingen");
  };
  const before = await at("2031-03-04T22:59:59.000Z");
  expect(tagIn(await at("2031-03-04T22:59:59.900Z"))).toBe(tagIn(before));
  const after = await at("2031-03-04T23:00:00.100Z");
  expect([before.text.includes("4 maart 2031"), before.text.includes("5 maart 2031")]).toEqual([true, false]);
  expect([after.text.includes("5 maart 2031"), tagIn(after) === tagIn(before)]).toEqual([true, false]);
});

test("packed or not, the bytes are the same; HEAD says the same without them", async () => {
  const path = "/toezeggingen?te-laat=ja";
  const plain = await ask(path);
  const gzip = await ask(path, { "Accept-Encoding": "gzip;q=1.0, br;q=0" });
  const br = await ask(path, { "Accept-Encoding": "gzip, deflate, br" });
  expect([plain, gzip, br].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "gzip", "br"]);
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
  expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
  expect(br.bytes.length).toBeLessThan(plain.bytes.length / 3);
  const head = await ask(path, { "Accept-Encoding": "br" }, "HEAD");
  const { date: _then, ...told } = br.headers;
  const { date: _now, ...headers } = head.headers;
  expect([head.status, head.bytes.length, headers]).toEqual([200, 0, told]);
  expect(told).toMatchObject({ vary: "Cookie, Accept-Encoding", "cache-control": "public, no-cache" });
  expect(told["content-security-policy"]).toContain("default-src 'none'");
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(plain.text)?.[1] ?? "";
  const [css, packed] = [await ask(style), await ask(style, { "Accept-Encoding": "br" })];
  expect([packed.headers["content-encoding"], brotliDecompressSync(packed.bytes).equals(css.bytes)]).toEqual([
    "br",
    true,
  ]);
});

test("what is not kept is packed on its way, for who takes that: the API, a table, the page of who is signed in", async () => {
  const cookie = await signInThrough((asked: Request) => fetch(asked), url, databasePath, ACCOUNTS.aide, password);
  for (const [path, sent] of [
    ["/api/v1/commitments", {}],
    ["/toezeggingen.csv", { Cookie: cookie }],
    ["/toezeggingen", { Cookie: cookie }],
  ] as const) {
    const plain = await ask(path, sent);
    const packed = await ask(path, { ...sent, "Accept-Encoding": "gzip, br" });
    expect([plain.headers["content-encoding"], packed.headers["content-encoding"]], path).toEqual([undefined, "gzip"]);
    expect(
      [plain.headers.vary, packed.headers.vary].every((vary) => vary?.includes("Accept-Encoding")),
      path,
    ).toBe(true);
    const unpacked = gunzipSync(packed.bytes).toString();
    expect(unpacked.length, path).toBeGreaterThan(1000);
    expect(unpacked === plain.text || path === "/toezeggingen.csv", path).toBe(true);
    expect(packed.bytes.length, path).toBeLessThan(plain.bytes.length / 2);
  }
});

test("what somebody who is signed in sees is theirs alone, and they get what a stranger gets in no other way", async () => {
  const path = "/toezeggingen?status=openstaand";
  const send = (asked: Request) => fetch(asked);
  const cookie = await signInThrough(send, url, databasePath, ACCOUNTS.aide, password);
  const own = await ask(path, { Cookie: cookie });
  expect(own.text).toContain("Medewerker van Kamerlid A");
  expect([own.headers.etag, own.headers["cache-control"]]).toEqual([undefined, "private, no-cache"]);
  const stranger = await ask(path);
  expect(stranger.text).not.toContain("Medewerker van Kamerlid A");
  const asked = await ask(path, { Cookie: cookie, "If-None-Match": tagIn(stranger) });
  expect([asked.status, asked.text.includes("Medewerker van Kamerlid A")]).toEqual([200, true]);
});

test("what depends on more than its address has no tag: signing in, what is not there, what is refused", async () => {
  for (const path of [
    "/inloggen",
    "/inloggen/code",
    "/inloggen/tweede-stap",
    "/uitnodiging",
    "/nergens",
    "/?peildatum=morgen",
    "/gezond",
  ]) {
    const { headers } = await ask(path);
    expect([path, headers.etag]).toEqual([path, undefined]);
    expect(headers["cache-control"], path).toMatch(/no-store|private/);
  }
});

describe("The tag of an address", () => {
  test("is another for another address, program, day or write; a write that no page shows leaves it", async () => {
    const { tagOf } = await import("#app/server/page-tag.ts");
    const { write } = await import("#db/client.ts");
    const here = "http://localhost/toezeggingen";
    const first = await tagOf(here);
    expect(await tagOf(here)).toBe(first);
    await write(async () => {}, { silent: true });
    expect(await tagOf(here)).toBe(first);
    const others = [await tagOf(`${here}?te-laat=ja`), await tagOf(here, "another build")];
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 });
    others.push(await tagOf(here));
    vi.useRealTimers();
    await write(async () => {});
    others.push(await tagOf(here));
    expect(new Set([first, ...others]).size).toBe(5);
  });
});

describe("What is kept", () => {
  const made = { route: "/x", type: "text/html", headers: [] };

  test("never takes more bytes than it may, packed bodies included; what was asked for last stays", async () => {
    const { keepAnswers } = await import("#app/server/kept-answers.ts");
    const limit = 100_000;
    const kept = keepAnswers(limit);
    const body = (): Buffer => Buffer.from(Array.from({ length: 10_000 }, () => Math.floor(Math.random() * 256)));
    const first = kept.keep("first", made, body());
    for (let at = 0; at < 50; at += 1) {
      const answer = kept.keep(`page ${at}`, made, body());
      await kept.bodyOf(answer, "gzip");
      expect(kept.find("first")).toBe(first);
      expect(kept.bytes()).toBeLessThanOrEqual(limit);
    }
    expect(kept.find("page 1")).toBeNull();
    expect(kept.find("page 49")).not.toBeNull();
    kept.keep("too large", made, Buffer.alloc(limit + 1));
    expect([kept.find("too large"), kept.bytes()]).toEqual([null, 0]);
  });

  test("is made once, however many ask for it at once; an answer with a cookie is made for each", async () => {
    const { answerOnce } = await import("#app/server/answer-once.ts");
    const { FOR_ALL, tagOf } = await import("#app/server/page-tag.ts");
    const { keepAnswers } = await import("#app/server/kept-answers.ts");
    const kept = keepAnswers();
    const { once: answered } = answerOnce(() => "/x", kept);
    const address = "http://localhost/een-keer";
    const tag = (await tagOf(address)) ?? "";
    const asked = async (headers: Record<string, string>, of: string) => {
      let count = 0;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          answered(new Request(of), async () => {
            count += 1;
            await new Promise((later) => setTimeout(later, 20));
            return new Response("<p>Een keer</p>", { headers: { "Content-Type": "text/html", ...headers } });
          }),
        ),
      );
      return { count, texts: new Set(await Promise.all(answers.map((answer) => answer.text()))) };
    };
    expect(await asked({ ETag: tag, ...FOR_ALL }, address)).toEqual({ count: 1, texts: new Set(["<p>Een keer</p>"]) });
    const before = kept.bytes();
    expect((await asked({ "Set-Cookie": "a=b" }, `${address}?koekje`)).count).toBe(5);
    expect(kept.bytes()).toBe(before);
  });
});
