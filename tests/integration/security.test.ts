/** What a stranger with bad intentions meets: headers, forms from elsewhere, passwords, copied cookies, false links. */
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { ACCOUNTS, type Answer, type App, HERE, startApp } from "../support/app.ts";
import { withoutSecondFactor } from "../support/second-factor.ts";
import { startServer } from "../support/server.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  withoutSecondFactor(app.databasePath, ACCOUNTS.aide, ALONE);
});

/** Signs in with a password alone, so that what comes of the password is seen at once. */
const ALONE = "alleen-wachtwoord@demo.example";

const FAR = "https://register.example";

/** A form for signing in, sent from our own page unless the headers say otherwise. */
const signInRequest = (
  email: string,
  password: string,
  { at = HERE, next = "", headers = {} as Record<string, string> } = {},
): Request =>
  new Request(`${at}/inloggen`, {
    method: "POST",
    body: new URLSearchParams({ email, wachtwoord: password, naar: next }),
    headers: { Host: new URL(at).host, Origin: at, ...headers },
  });
const signIn = (...given: Parameters<typeof signInRequest>): Promise<Answer> => app.send(signInRequest(...given));

describe("Every answer carries the headers that a security scan asks for:", () => {
  test.each<[string, () => Promise<Answer>]>([
    ["a page", () => app.get("/toezeggingen")],
    ["a page behind the sign-in", () => app.get("/werk/debatten/nieuw", "staff")],
    ["a page that is not there", () => app.get("/nergens")],
    ["a day that is not there", () => app.get("/?peildatum=2011-02-30")],
    ["a redirect", () => app.get("/werk")],
    ["a refused form", () => signIn("a@b.example", "x", { headers: { Origin: "https://elders.example" } })],
    ["a data address", () => app.get("/toezeggingen.data")],
    ["another method", () => app.send(new Request(`${HERE}/`, { method: "DELETE" }))],
  ])("%s", async (_name, ask) => {
    const { headers } = await ask();
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    for (const part of ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(policy).toContain("script-src 'self'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toMatch(/private|no-store|^public, no-cache$/);
    expect(headers.has("X-Powered-By")).toBe(false);
  });

  test("over https the browser is told to stay there, on a desk of one's own it is not", async () => {
    const far = await app.send(new Request(`${FAR}/uitleg`));
    expect(far.headers.get("Strict-Transport-Security")).toMatch(/max-age=\d{8,}/);
    expect((await app.get("/uitleg")).headers.has("Strict-Transport-Security")).toBe(false);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])(
    "%s is a method that no address knows",
    async (method) => {
      for (const path of ["/", "/toezeggingen", "/inloggen", "/werk/debatten/nieuw", "/nergens"]) {
        const { status, headers } = await app.send(new Request(HERE + path, { method, headers: { Origin: HERE } }));
        expect([status, headers.get("Allow")], path).toEqual([405, "GET, HEAD, POST"]);
      }
    },
  );
});

describe("A form is only taken from our own pages:", () => {
  const password = () => app.password;
  test.each<[string, Record<string, string>]>([
    ["from another site", { Origin: "https://elders.example" }],
    ["from the same name over another protocol", { Origin: "https://localhost" }],
    ["from the same name at another port", { Origin: "http://localhost:8080" }],
    ["from a name that begins like ours", { Origin: "http://localhost.elders.example" }],
    ["from a page without an origin", { Origin: "null" }],
    [
      "from another site that claims to be our proxy",
      { Origin: "https://elders.example", "X-Forwarded-Host": "elders.example", "X-Forwarded-Proto": "https" },
    ],
    [
      "from another site that says otherwise beside it",
      { Origin: "https://elders.example", "Sec-Fetch-Site": "same-origin" },
    ],
  ])("%s: refused with a sentence, and nobody is signed in", async (_name, headers) => {
    const { status, text, headers: answered } = await signIn(ALONE, password(), { headers });
    expect([status, answered.getSetCookie()]).toEqual([403, []]);
    expect(text).toMatch(/^Dit formulier kwam van een ander adres .*\.\n$/);
  });

  test("without an Origin: refused, unless the browser says that it comes from here", async () => {
    const bare = (headers: Record<string, string>) => {
      const request = signInRequest(ALONE, password(), { headers });
      request.headers.delete("Origin");
      return app.send(request);
    };
    expect((await bare({})).status).toBe(403);
    expect((await bare({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await bare({ "Sec-Fetch-Site": "same-site" })).status).toBe(403);
    expect((await bare({ "Sec-Fetch-Site": "none" })).status).toBe(403);
    expect((await bare({ "Sec-Fetch-Site": "same-origin" })).status).toBe(302);
  });

  test("from our own page, with a header that only a proxy should send: taken", async () => {
    expect((await signIn(ALONE, password(), { headers: { "X-Forwarded-Host": "elders.example" } })).status).toBe(302);
  });

  test("nothing is written by opening an address", async () => {
    const cookie = await app.cookieOf("clerk");
    await app.get("/uitloggen", "clerk");
    const still = await app.send(new Request(`${HERE}/werk/debatten/nieuw`, { headers: { Cookie: cookie } }));
    expect(still.status).toBe(200);
  });
});

describe("Signing in:", () => {
  const cookieIn = ({ headers }: Answer): string =>
    headers.getSetCookie().find((one) => one.startsWith("sessie=")) ?? "";

  test("the cookie is out of reach of scripts and other sites, and outside a desk of one's own it needs https", async () => {
    const far = cookieIn(await signIn(ALONE, app.password, { at: FAR }));
    for (const flag of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=43200"])
      expect(far.split("; ")).toContain(flag);
    expect(far).not.toMatch(/Domain=/i);
    const here = cookieIn(await signIn(ALONE, app.password));
    expect(here).toContain("HttpOnly");
    expect(here).not.toContain("Secure");
  });

  test("the token is long, another one each time, and not to be found in the database", async () => {
    const tokens = [];
    for (const _ of [1, 2]) {
      const [, value = ""] = /^sessie=([^;]+)/.exec(cookieIn(await signIn(ALONE, app.password))) ?? [];
      tokens.push(JSON.parse(Buffer.from(decodeURIComponent(value), "base64").toString()) as string);
    }
    expect(new Set(tokens).size).toBe(2);
    const stored = JSON.stringify(
      new Database(app.databasePath, { readonly: true }).prepare("SELECT * FROM sessions").all(),
    );
    for (const token of tokens) {
      expect(token.length).toBeGreaterThanOrEqual(40);
      expect(stored).not.toContain(token);
    }
  });

  test("a wrong name and a wrong password are answered alike", async () => {
    const wrongPassword = await signIn(ACCOUNTS.aide, "niet dit");
    const wrongName = await signIn("niemand@demo.example", "niet dit");
    expect([wrongPassword.status, wrongName.status]).toEqual([422, 422]);
    const withoutName = ({ text }: Answer) =>
      text
        .replaceAll(ACCOUNTS.aide, "…")
        .replaceAll("niemand@demo.example", "…")
        .replace(/nonce="[^"]*"/g, "");
    expect(withoutName(wrongName)).toBe(withoutName(wrongPassword));
    expect(wrongName.page?.text).toContain("Deze combinatie van e-mailadres en wachtwoord kennen we niet.");
  });

  test("an answer never repeats a password", async () => {
    expect((await signIn(ACCOUNTS.aide, "zeer-geheim-woord")).text).not.toContain("zeer-geheim-woord");
  });

  test("the name counts in any case, the password in its own", async () => {
    expect((await signIn(ALONE.toUpperCase(), app.password)).status).toBe(302);
    expect((await signIn(ALONE, `${app.password} `)).status).toBe(422);
    expect((await signIn(ALONE, "")).status).toBe(422);
  });

  test("after ten tries there is a pause, with a sentence, also for the right password and in capitals", async () => {
    const statuses = [];
    for (let i = 0; i < 10; i++) statuses.push((await signIn("venj@demo.example", `fout ${i}`)).status);
    expect(statuses).toEqual(Array(10).fill(422));
    for (const email of ["venj@demo.example", "VenJ@Demo.Example", " venj@demo.example "]) {
      const { status, page, headers } = await signIn(email, app.password);
      expect([status, headers.getSetCookie()]).toEqual([429, []]);
      expect(page?.text).toContain("Wacht een kwartier en probeer het dan opnieuw.");
    }
    expect((await signIn(ALONE, app.password)).status, "somebody else").toBe(302);
  });

  test("the pause is over after a quarter of an hour", async () => {
    const attempts = new Database(app.databasePath);
    attempts.prepare("UPDATE sign_in_attempts SET at = ?").run(new Date(Date.now() - 15 * 60_000 - 1000).toISOString());
    attempts.close();
    expect((await signIn(ACCOUNTS["staff of another ministry"], app.password)).status).toBe(302);
  });

  test("many tries at once are no way around it", async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => signIn("tegelijk@demo.example", `gok ${i}`)),
    );
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(422), count(429)]).toEqual([10, 15]);
  });

  test.each<[string, string]>([
    ["//elders.example", "another site by two slashes"],
    ["https://elders.example/", "another site by its address"],
    ["/\\elders.example", "another site by a backslash"],
    ["\\\\elders.example", "another site by two backslashes"],
    ["/%5Celders.example", "another site by an escaped backslash"],
    ["/\t/elders.example", "another site by a tab"],
    ["javascript:alert(1)", "a script"],
    ["werk", "a word"],
    ["/werk\r\nSet-Cookie: x=y", "a header of one's own"],
  ])("a link with naar=%j leads to where an aide begins: %s", async (next) => {
    const { status, location } = await signIn(ALONE, app.password, { next });
    expect([status, location]).toEqual([302, "/kamerlid?gedaan=ingelogd"]);
  });

  test("a link to one of our own pages leads there", async () => {
    const { location } = await signIn(ALONE, app.password, { next: "/werk/debatten/nieuw" });
    expect(location).toBe("/werk/debatten/nieuw");
  });
});

describe("A session:", () => {
  const deskWith = (cookie: string) =>
    app.send(new Request(`${HERE}/werk/debatten/nieuw`, { headers: { Cookie: cookie } }));

  test("once ended, a copy of its cookie opens nothing", async () => {
    const copied = await app.cookieOf("staff");
    expect((await deskWith(copied)).status).toBe(200);
    const { status, location, headers } = await app.post("/uitloggen", {}, "staff");
    expect([status, location]).toEqual([302, "/?gedaan=uitgelogd"]);
    expect(headers.getSetCookie()[0]).toMatch(/^sessie=[^;]{0,8};.*Max-Age=0/);
    expect((await deskWith(copied)).location).toBe("/inloggen?naar=%2Fwerk%2Fdebatten%2Fnieuw");
  });

  test("ends by itself after a working day", async () => {
    const cookie = await app.cookieOf("staff");
    const sessions = new Database(app.databasePath);
    sessions.prepare("UPDATE sessions SET expires_at = ?").run(new Date(Date.now() - 1000).toISOString());
    sessions.close();
    expect((await deskWith(cookie)).status).toBe(302);
  });

  test.each([
    "sessie=",
    "sessie=IiI%3D",
    "sessie=niets",
    "sessie=eyJhIjoxfQ%3D%3D",
    `sessie=${"A".repeat(9000)}`,
    "sessie=%00",
    "sessie=%E0%A4%A",
  ])("a cookie of one's own making opens nothing: %#", async (cookie) => {
    expect((await deskWith(cookie)).status).toBe(302);
  });
});

describe("Odd addresses are answered with a page or a sentence, never with a fault of ours:", () => {
  test.each([
    "/toezeggingen/%00",
    "/toezeggingen/2010-0001%20",
    "/toezeggingen/%E0%A4%A",
    "/toezeggingen/' OR 1=1 --",
    "/brieven/..%2F..%2Fetc%2Fpasswd/origineel",
    "/dossiers/__proto__",
    "/toezeggingen.data/",
    "/werk/debatten/nieuw.data/",
    "/werk/debatten/nieuw%2Edata",
    "/werk/debatten/nieuw.DATA",
    "/__manifest?p=/werk",
    "//elders.example/",
    `/${"a".repeat(5000)}`,
  ])("%s", async (path) => {
    const { status, text } = await app.get(path);
    expect([302, 400, 404]).toContain(status);
    expect(text).not.toMatch(/node_modules|at .*\.(?:ts|js):\d+/);
  });

  test.each([
    "/toezeggingen?pagina=-1",
    "/toezeggingen?pagina=1e9",
    "/toezeggingen?pagina=99999999999999999999",
    "/toezeggingen?status=constructor&sorteer=__proto__",
    "/toezeggingen?van=2011-02-30&tot=x",
    "/toezeggingen?binnen=9999&te-laat=misschien",
    "/toezeggingen?lid=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/toezeggingen?sorteer=toString",
    "/?gedaan=constructor",
    "/inloggen?naar=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  ])("%s", async (path) => {
    const { status, text } = await app.get(path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script(?! src="\/scripts\/)|native code|\[object|role="status"/);
  });
});

describe("At the socket:", () => {
  let port = 0;
  beforeAll(async () => {
    port = Number(new URL(await startServer(app.databasePath)).port);
  });

  interface Raw {
    status: number;
    headers: Headers;
    text: string;
  }
  /** What is sent is sent as it is; the answer is all that comes until the other side hangs up. */
  const say = (lines: string[], body = ""): Promise<Raw> =>
    new Promise((answered, failed) => {
      let said = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`));
      socket.setTimeout(10_000, () => socket.destroy(new Error(`No end came to this answer: ${said.slice(0, 200)}`)));
      socket.on("data", (chunk) => {
        said += chunk;
      });
      socket.on("error", failed);
      socket.on("close", () => answered(rawAnswer(said)));
    });
  const rawAnswer = (said: string): Raw => {
    const [head = "", ...rest] = said.split("\r\n\r\n");
    const [first = "", ...lines] = head.split("\r\n");
    const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
    return { status: Number(first.split(" ")[1]), headers, text: rest.join("\r\n\r\n") };
  };
  const ask = (method: string, path: string, headers: string[] = [], body = ""): Promise<Raw> =>
    say([`${method} ${path} HTTP/1.1`, `Host: localhost:${port}`, "Connection: close", ...headers], body);

  const form = (length: number | string, type = "application/x-www-form-urlencoded") => [
    `Origin: http://localhost:${port}`,
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
  ];
  const MULTIPART = "multipart/form-data; boundary=x";

  const stylesheet = async (): Promise<string> =>
    /href="(\/assets\/[^"]+\.css)"/.exec((await ask("GET", "/uitleg")).text)?.[1] ?? "";

  test.each<[string, number, () => Promise<Raw>]>([
    ["a page", 200, () => ask("GET", "/uitleg")],
    ["a stylesheet", 200, async () => ask("GET", await stylesheet())],
    ["a picture", 200, () => ask("GET", "/favicon.svg")],
    ["a form without a length", 411, () => ask("POST", "/inloggen", ["Transfer-Encoding: chunked"], "0\r\n\r\n")],
    ["a form that is too large", 413, () => ask("POST", "/inloggen", form(5_000_000))],
    ["a method that no address knows", 405, () => ask("TRACE", "/")],
    ["an address that is none", 400, () => say(["GET / HTTP/1.1", "Host: a b", "Connection: close"])],
  ])("%s carries the headers of a security scan", async (_name, expected, request) => {
    const { status, headers } = await request();
    expect(status).toBe(expected);
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBeTruthy();
  });

  test("a file is there to be read, and for nothing else", async () => {
    for (const path of [await stylesheet(), "/favicon.svg", "/robots.txt", "/", "/inloggen"]) {
      for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
        const { status, headers, text } = await ask(method, path);
        expect([status, headers.get("Allow")], `${method} ${path}`).toEqual([405, "GET, HEAD, POST"]);
        expect(text).toContain("Deze methode kan hier niet.");
      }
      expect((await ask("HEAD", path)).status, path).toBe(200);
    }
    for (const path of [await stylesheet(), "/favicon.svg"])
      expect([404, 405], path).toContain((await ask("POST", path, form(3), "a=b")).status);
  });

  test.each(["a b", "a/b", "a?b", "a@b", "a#b", "localhost:99999", "localhost:x", "[::1", ""])(
    "the host %j is answered with a sentence",
    async (host) => {
      const { status, text } = await say(["GET /uitleg HTTP/1.1", `Host: ${host}`, "Connection: close"]);
      expect(status).toBe(400);
      expect(text).toContain("Dit adres is niet te lezen.");
    },
  );

  test.each(["localhost", "LOCALHOST:3000", "127.0.0.1", "[::1]:3000", "register.example", "a_b.example:80"])(
    "the host %s is one",
    async (host) => {
      expect((await say(["GET /uitleg HTTP/1.1", `Host: ${host}`, "Connection: close"])).status).toBe(200);
    },
  );

  test("only the address for letters takes a large body; everywhere else it is refused before it is read", async () => {
    const large = form(30_000_000, MULTIPART);
    for (const path of ["/inloggen", "/uitloggen", "/werk/debatten/nieuw", "/werk/brieven/nieuw/", "/nergens"]) {
      const { status, text } = await ask("POST", path, large);
      expect(status, path).toBe(413);
      expect(text).toContain("Dit is te groot om te verwerken. Ga terug met de knop van uw browser;");
    }
    expect((await ask("POST", "/werk/brieven/nieuw", form(300_000_000, MULTIPART))).status).toBe(413);
    expect((await ask("POST", "/werk/brieven/nieuw", form(30_000_000))).status).toBe(413);
  });

  test("of a letter from a stranger nothing is read", async () => {
    const { status, text } = await ask("POST", "/werk/brieven/nieuw", form(30_000_000, MULTIPART), "--x\r\n");
    expect(status).toBe(401);
    expect(text).toContain("U bent niet (meer) ingelogd");
  });
});

describe("Told to stop, the server", () => {
  test("finishes what was begun, waits for nobody who only kept a line open, and ends", async () => {
    const server = spawn(process.execPath, ["app/server/start.mjs"], {
      env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", DATABASE_PATH: app.databasePath, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
      const port = await new Promise<number>((resolve) =>
        server.stdout.on("data", (chunk) => resolve(Number(/localhost:(\d+)/.exec(String(chunk))?.[1]))),
      );
      const idle = connect(port, "127.0.0.1");
      const idleAnswered = new Promise((resolve) => idle.once("data", resolve));
      idle.write(`GET /favicon.svg HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
      await idleAnswered;

      const body = new URLSearchParams({ email: "iemand@demo.example", wachtwoord: "onbekend", naar: "" }).toString();
      let answer = "";
      const busy = connect(port, "127.0.0.1");
      busy.on("data", (chunk) => {
        answer += chunk;
      });
      const head = [
        "POST /inloggen HTTP/1.1",
        `Host: localhost:${port}`,
        `Origin: http://localhost:${port}`,
        "Content-Type: application/x-www-form-urlencoded",
        `Content-Length: ${body.length}`,
      ];
      busy.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 10)}`);
      await pause(300);
      server.kill("SIGTERM");
      await pause(300);
      busy.write(body.slice(10));
      const began = Date.now();
      expect(await ended).toBe(0);
      expect(Date.now() - began, "milliseconds after the last answer").toBeLessThan(3000);
      expect(answer).toMatch(/^HTTP\/1\.1 422 /);
      expect(answer).toContain("Deze combinatie van e-mailadres en wachtwoord kennen we niet.");
    } finally {
      server.kill("SIGKILL");
    }
  });
});
