/** The served register over a database of its own, and people who use it in a browser. */
import type { Browser, BrowserContext, Cookie, Locator, Page as Tab } from "playwright-core";
import { expect } from "vitest";
import { ACCOUNTS, type Account } from "./app.ts";
import { openContext, startBrowser } from "./browser.ts";
import { demoIn, emptyPlace } from "./database.ts";
import { type Page, pageIn, problemsOf } from "./page.ts";
import { codeFor } from "./second-factor.ts";
import { type ServerProcess, startServerProcess } from "./server.ts";

/** Somebody at a browser. Every page that they open or that a button brings is checked as `problemsOf` says. */
export interface Person {
  tab: Tab;
  open(path: string): Promise<void>;
  /** Presses a button (within `where`) and waits for the page that it brings. */
  press(button: string, where?: Locator): Promise<void>;
  /** Follows a link (within `where`) to the page behind it. */
  follow(link: string | RegExp, where?: Locator): Promise<void>;
  /** Sends the form by the Enter key, from the field where the cursor is. */
  enter(): Promise<void>;
  /** All that the page says, with single spaces. */
  text(): Promise<string>;
  /** The status with which the last page was answered. */
  status(): number;
}

export interface RunningRegister {
  url: string;
  databasePath: string;
  /** Of every account of the demo. */
  password: string;
  /** The process that serves it. */
  server: ServerProcess;
  person(options?: { signedInAs?: Account | { email: string }; javaScript?: boolean }): Promise<Person>;
  /** What a stranger is answered, without a browser. */
  get(path: string): Promise<{ status: number; headers: Headers; bytes: Uint8Array; page: Page }>;
}

/** One browser for the tests of a file. */
const browser: Browser = await startBrowser();

/**
 * Ends with the file or the `describe` that calls it; not to be called within a test. `prepare` may still add to the
 * database, after the demo was loaded and before the server starts.
 */
export async function startRegister({
  prepare,
  settings = {},
}: {
  prepare?: (databasePath: string) => void;
  settings?: Record<string, string>;
} = {}): Promise<RunningRegister> {
  const databasePath = emptyPlace();
  const password = await demoIn(databasePath);
  prepare?.(databasePath);
  return serveRegister(databasePath, password, settings);
}

/** The register that is there already; once more where its server was stopped. */
export async function serveRegister(
  databasePath: string,
  password: string,
  settings: Record<string, string> = {},
): Promise<RunningRegister> {
  const server = await startServerProcess(databasePath, settings);
  const { url } = server;
  const signedIn = new Map<string, { cookies: Cookie[]; at: string }>();

  async function person({
    signedInAs,
    javaScript = true,
  }: {
    signedInAs?: Account | { email: string };
    javaScript?: boolean;
  } = {}): Promise<Person> {
    const context = await openContext(browser, { origin: url, javaScript });
    const made = await personIn(context);
    if (signedInAs)
      await signIn(context, made, typeof signedInAs === "string" ? ACCOUNTS[signedInAs] : signedInAs.email);
    return made;
  }

  /** Through both forms the first time; after that the same account goes on in the session that it has. */
  async function signIn(context: BrowserContext, { tab, open, press, text }: Person, email: string): Promise<void> {
    const before = signedIn.get(email);
    if (before) {
      await context.addCookies(before.cookies);
      await open(before.at);
      if (new URL(tab.url()).pathname !== "/inloggen") return;
    } else await open("/inloggen");
    await tab.getByLabel("E-mailadres").fill(email);
    await tab.getByLabel("Wachtwoord").fill(password);
    await press("Inloggen", tab.getByRole("main"));
    await tab.getByLabel("Code uit uw app").fill(await codeFor(databasePath, email));
    await press("Inloggen", tab.getByRole("main"));
    expect(await text()).toContain("U bent ingelogd.");
    signedIn.set(email, { cookies: await context.cookies(), at: new URL(tab.url()).pathname });
  }

  async function get(path: string) {
    const response = await fetch(url + path, { redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const page = pageIn(
      response.headers.get("Content-Type")?.startsWith("text/html") ? new TextDecoder().decode(bytes) : "",
    );
    return { status: response.status, headers: response.headers, bytes, page };
  }

  return { url, databasePath, password, server, person, get };
}

async function personIn(context: BrowserContext): Promise<Person> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  let status = 0;

  async function arrive(act: () => Promise<unknown>): Promise<void> {
    const isAnswer = (code: number) => code < 300 || code >= 400;
    const answered = tab.waitForResponse(
      (response) => response.request().isNavigationRequest() && isAnswer(response.status()),
    );
    const [response] = await Promise.all([answered, tab.waitForEvent("domcontentloaded"), act()]);
    status = response.status();
    expect(problemsOf(pageIn(await response.text())), `${tab.url()} is not a proper page`).toEqual([]);
  }

  return {
    tab,
    open: (path) => arrive(() => tab.goto(path)),
    press: (button, where) => arrive(() => (where ?? tab).getByRole("button", { name: button, exact: true }).click()),
    follow: (link, where) =>
      arrive(() => (where ?? tab.getByRole("main")).getByRole("link", { name: link, exact: true }).first().click()),
    enter: () => arrive(() => tab.keyboard.press("Enter")),
    text: async () => (await tab.getByRole("main").innerText()).replace(/\s+/g, " "),
    status: () => status,
  };
}
