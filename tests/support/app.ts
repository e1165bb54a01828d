/** The whole application in process: what was built, on a database of its own, from `Request` to `Response`. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { demoIn, emptyPlace } from "./database.ts";
import { type Page, pageIn, problemsOf } from "./page.ts";
import { codeFor } from "./second-factor.ts";

/** The accounts of the demo, called by what they are in a test. */
export const ACCOUNTS = {
  aide: "kamerlid@demo.example",
  staff: "voorbeeld@demo.example",
  "staff of another ministry": "venj@demo.example",
  clerk: "griffie@demo.example",
  admin: "beheer@demo.example",
} as const;

export type Account = keyof typeof ACCOUNTS;
export type Visitor = Account | "stranger";

export const HERE = "http://localhost";

/** Fields as a browser sends them; with a file in it, a `FormData`. */
export type Form = Record<string, string | string[]> | FormData;

export interface Answer {
  status: number;
  headers: Headers;
  /** Where a redirect leads, as a path of ours. */
  location: string | null;
  text: string;
  /** Null where the answer is no page. */
  page: Page | null;
}

export interface App {
  databasePath: string;
  password: string;
  /** As a browser asks for a page: with the cookie of this visitor, who is signed in first where need be. */
  get(path: string, as?: Visitor): Promise<Answer>;
  post(path: string, form: Form, as?: Visitor): Promise<Answer>;
  /** The `Cookie` header of somebody who is signed in. */
  cookieOf(as: Account): Promise<string>;
  /** A download, byte for byte. */
  download(path: string, as: Account): Promise<Buffer>;
  /** A request of the test's own making, from a client's address. Every page that comes back is checked as well. */
  send(request: Request, client?: string): Promise<Answer>;
}

/** Builds nothing: `npm test` did, or `npx tsx -e 'import("./app/cli/build.ts").then((m) => m.build())'`. */
export async function startApp(): Promise<App> {
  process.env.CONTACT_EMAIL ??= "register@example.org";
  const databasePath = emptyPlace();
  const password = await demoIn(databasePath);
  const handle = await builtHandler();
  const cookies = new Map<Visitor, string>();

  async function send(request: Request, client?: string): Promise<Answer> {
    const response = await handle(request, client);
    const text = await response.text();
    const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    const page = isPage ? pageIn(text) : null;
    const problems = page ? problemsOf(page) : [];
    if (problems.length > 0)
      throw new Error(`${request.method} ${request.url} is not a proper page:\n${problems.join("\n")}`);
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get("Location"),
      text,
      page,
    };
  }

  async function ask(method: "GET" | "POST", path: string, body: BodyInit | null, as: Visitor): Promise<Answer> {
    const headers = new Headers({ Host: new URL(HERE).host, Origin: HERE });
    if (as !== "stranger") headers.set("Cookie", await cookieOf(as));
    const answer = await send(new Request(HERE + path, { method, body, headers }));
    for (const given of answer.headers.getSetCookie()) {
      const [pair = ""] = given.split(";");
      if (!pair.startsWith("sessie=")) continue;
      if (/max-age=0/i.test(given)) cookies.delete(as);
      else cookies.set(as, pair);
    }
    return answer;
  }

  /** Signs in through the forms, once: as long as the session lasts it is used again. */
  async function cookieOf(as: Account): Promise<string> {
    const kept = cookies.get(as) ?? (await signInThrough(send, HERE, databasePath, ACCOUNTS[as], password));
    cookies.set(as, kept);
    return kept;
  }

  async function download(path: string, as: Account): Promise<Buffer> {
    const response = await handle(new Request(HERE + path, { headers: { Cookie: await cookieOf(as) } }));
    return Buffer.from(await response.arrayBuffer());
  }

  return {
    databasePath,
    password,
    send,
    download,
    cookieOf,
    get: (path, as = "stranger") => ask("GET", path, null, as),
    post: (path, form, as = "stranger") => ask("POST", path, form instanceof FormData ? form : encoded(form), as),
  };
}

/** Both steps of signing in, as forms. Answers the cookie of the session. */
export async function signInThrough(
  send: (request: Request) => Promise<{ status: number; headers: Headers }>,
  origin: string,
  databasePath: string,
  email: string,
  password: string,
): Promise<string> {
  const post = async (path: string, form: Record<string, string>, cookie: string): Promise<string> => {
    const headers = { Host: new URL(origin).host, Origin: origin, Cookie: cookie, Connection: "close" };
    const answer = await send(
      new Request(origin + path, { method: "POST", body: encoded(form), headers, redirect: "manual" }),
    );
    const [given] = answer.headers.getSetCookie();
    if (answer.status !== 302 || !given)
      throw new Error(`${email} could not sign in: ${path} answered ${answer.status}`);
    return given.split(";")[0] ?? "";
  };
  const step = await post("/inloggen", { email, wachtwoord: password, naar: "" }, "");
  if (step.startsWith("sessie=")) return step;
  return post("/inloggen/code", { code: await codeFor(databasePath, email), naar: "" }, step);
}

async function builtHandler(): Promise<(request: Request, client?: string) => Promise<Response>> {
  const built = pathToFileURL(resolve("build/server/index.js")).href;
  const build = (await import(/* @vite-ignore */ built)) as ServerBuild;
  const { createHandler } = build.entry.module as unknown as typeof import("#app/server/handler.ts");
  return createHandler(build);
}

const encoded = (form: Record<string, string | string[]>): URLSearchParams =>
  new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
