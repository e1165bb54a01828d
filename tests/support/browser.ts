/** Chromium, as a visitor has it: with or without JavaScript, on a desk or on a phone. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";

const PLACES = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The narrowest screen that WCAG asks for (1.4.10), and a desk. */
export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 900 };

export async function startBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("There is no Chromium here: apt-get install chromium, or set CHROMIUM_PATH.");
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  afterAll(() => browser.close());
  return browser;
}

export interface Setting {
  origin: string;
  javaScript?: boolean;
  /** The `Cookie` header of somebody who is signed in. */
  cookie?: string;
  viewport?: { width: number; height: number };
}

/** A visitor with cookies of their own. Addresses are relative to the origin. */
export async function openContext(
  browser: Browser,
  { origin, javaScript = true, cookie, viewport = DESK }: Setting,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: javaScript,
    viewport,
    locale: "nl-NL",
    reducedMotion: "reduce",
  });
  const [name, value] = cookie?.split(/=(.*)/s) ?? [];
  if (name && value) await context.addCookies([{ name, value, url: origin }]);
  return context;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe holds against a page, a sentence for each element; empty where it finds nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(AXE); // over the debugging protocol, which asks no Content-Security-Policy
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values },
      // What it finds nothing against, and where, nobody reads.
      resultTypes: ["violations"],
      selectors: false,
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id} (${help}): ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
    );
  }, STANDARDS);
}
