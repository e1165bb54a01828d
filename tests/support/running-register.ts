/** The built server on a port and a database of its own, and people who use it in a browser. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { createServer } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page as Tab } from "playwright-core";
import { afterAll, expect } from "vitest";
import { type Account, ACCOUNTS } from "./app.ts";
import { demoIn, emptyPlace } from "./database.ts";
import { type Page, pageIn, problemsOf } from "./page.ts";

/** Somebody at a browser. Every page that they open is checked as `problemsOf` says. */
export interface Person {
  tab: Tab;
  context: BrowserContext;
  open(path: string): Promise<void>;
  /** Presses a button (within `where`) and waits for the page that it brings. */
  press(button: string, where?: { getByRole: Tab["getByRole"] }): Promise<void>;
  /** All that the page says, with single spaces. */
  text(): Promise<string>;
  /** The status with which the last page was answered. */
  status(): number;
}

export interface RunningRegister {
  url: string;
  databasePath: string;
  person(options?: { signedInAs?: Account | { email: string }; javaScript?: boolean }): Promise<Person>;
  /** What a stranger is answered, without a browser. */
  get(path: string): Promise<{ status: number; headers: Headers; bytes: Uint8Array; page: Page }>;
}

/** The demo is loaded once a test file, since its connections close after that; every register is a copy. */
let demo: { path: string; password: Promise<string> } | null = null;

/**
 * Ends with the tests of the file or `describe` that calls it, not within one. `prepare` may still add to the database,
 * after the demo was loaded and before the server starts.
 */
export async function startRegister({ prepare }: { prepare?: (databasePath: string) => void } = {}): Promise<RunningRegister> {
  if (!demo) {
    const path = emptyPlace();
    demo = { path, password: demoIn(path) };
  }
  const password = await demo.password;
  const databasePath = emptyPlace();
  copyFileSync(demo.path, databasePath);
  prepare?.(databasePath);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["app/server/start.mjs"], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_PATH: databasePath, PORT: String(port), LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let browser: Promise<Browser> | null = null;
  afterAll(async () => {
    await (await browser)?.close();
    await stop(server);
  });
  await listening(server);

  async function person({ signedInAs, javaScript = true }: { signedInAs?: Account | { email: string }; javaScript?: boolean } = {}): Promise<Person> {
    browser ??= chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
    const context = await (await browser).newContext({ baseURL: url, javaScriptEnabled: javaScript, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
    const made = await personIn(context);
    if (signedInAs) {
      await made.open("/inloggen");
      await made.tab.getByLabel("E-mailadres").fill(typeof signedInAs === "string" ? ACCOUNTS[signedInAs] : signedInAs.email);
      await made.tab.getByLabel("Wachtwoord").fill(password);
      await made.press("Inloggen", made.tab.getByRole("main"));
      expect(await made.text()).toContain("U bent ingelogd.");
    }
    return made;
  }

  async function get(path: string) {
    const response = await fetch(url + path, { redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const page = pageIn(response.headers.get("Content-Type")?.startsWith("text/html") ? new TextDecoder().decode(bytes) : "");
    return { status: response.status, headers: response.headers, bytes, page };
  }

  return { url, databasePath, person, get };
}

async function personIn(context: BrowserContext): Promise<Person> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  let status = 0;

  async function arrive(act: () => Promise<unknown>): Promise<void> {
    const answered = tab.waitForResponse((response) => response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400));
    const [response] = await Promise.all([answered, tab.waitForEvent("domcontentloaded"), act()]);
    status = response.status();
    const problems = problemsOf(pageIn(await response.text()));
    expect(problems, `${tab.url()} is not a proper page`).toEqual([]);
  }

  return {
    tab,
    context,
    open: (path) => arrive(() => tab.goto(path)),
    press: (button, where = tab) => arrive(() => where.getByRole("button", { name: button, exact: true }).click()),
    text: async () => (await tab.locator("main").innerText()).replace(/\s+/g, " "),
    status: () => status,
  };
}

function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Perhaps under the next name.
    }
  }
  throw new Error("There is no Chromium: apt-get install chromium, or set CHROMIUM_PATH.");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

const listening = (server: ChildProcess): Promise<void> =>
  new Promise((ready, refuse) => {
    server.stdout?.on("data", (text) => String(text).includes("Het register staat op") && ready());
    server.once("exit", () => refuse(new Error("The server ended before it listened.")));
  });

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGKILL");
  await ended;
}
