/** The timeline in a browser: on a phone and a desk, on paper, without colours, and by keyboard. */
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFindings, DESK, openContext, PHONE, startBrowser } from "../support/browser.ts";
import { emptyPlace } from "../support/database.ts";
import { EVERYTHING, inventDossiers, ONE_DAY, SIXTY, UNDATED } from "../support/invented-dossiers.ts";
import { startServer } from "../support/server.ts";

let origin: string;
let browser: Browser;
beforeAll(async () => {
  const place = emptyPlace();
  await inventDossiers(place);
  origin = await startServer(place);
  browser = await startBrowser();
});

async function open(slug: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await openContext(browser, { origin, viewport, javaScript: true });
  const page = await context.newPage();
  await page.goto(`/dossiers/${slug}/tijdlijn`);
  return page;
}

/** The words on the drawings that show, with the box that each takes. */
const words = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".timeline text")].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return right > left ? [{ said: text.textContent, left, right, top, bottom }] : [];
    }),
  );

/** Which words cover which others, by more than the space around letters. */
function covered(boxes: Awaited<ReturnType<typeof words>>): string[] {
  const slack = 2;
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - slack &&
          b.left < a.right - slack &&
          a.top < b.bottom - 2 * slack &&
          b.top < a.bottom - 2 * slack,
      )
      .map((b) => `${a.said} × ${b.said}`),
  );
}

describe.each([
  { what: "a phone", viewport: PHONE, shape: "narrow" },
  { what: "a tablet", viewport: { width: 768, height: 1024 }, shape: "narrow" },
  { what: "a small desk", viewport: { width: 960, height: 800 }, shape: "wide" },
  { what: "a desk", viewport: DESK, shape: "wide" },
])("On $what", ({ viewport, shape }) => {
  test.each([EVERYTHING, SIXTY, ONE_DAY, UNDATED])(
    "%s shows one drawing that fits, with no words over others",
    async (slug) => {
      const page = await open(slug, viewport);
      expect(await page.locator(".timeline__shape:visible").count()).toBe(1);
      expect(await page.locator(`.timeline__shape--${shape}`).isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      const boxes = await words(page);
      expect(boxes.length).toBeGreaterThan(2);
      expect(covered(boxes)).toEqual([]);
      for (const { said, left, right } of boxes) expect(left >= 0 && right <= viewport.width, said ?? "").toBe(true);
      await page.context().close();
    },
  );
});

test.each([EVERYTHING, ONE_DAY, UNDATED])("in %s axe finds nothing, in either shape", async (slug) => {
  const page = await open(slug, PHONE);
  expect(await axeFindings(page), "on a phone").toEqual([]);
  await page.setViewportSize(DESK);
  expect(await axeFindings(page), "on a desk").toEqual([]);
  await page.context().close();
});

/** The width of the column of labels, and of the widest label in it. */
const labels = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector(".timeline__shape--wide .timeline__drawing");
    const all = [...document.querySelectorAll(".timeline__shape--wide .tl-words--label")];
    return {
      column: (drawing?.getBoundingClientRect().width ?? 0) * 0.33,
      widest: Math.max(...all.map((text) => text.getBoundingClientRect().width)),
    };
  });

test("no title runs out of its column, on the narrowest page with labels beside the line", async () => {
  const page = await open(SIXTY, { width: 960, height: 800 });
  const { column, widest } = await labels(page);
  expect(widest).toBeLessThanOrEqual(column);
  await page.context().close();
});

test("the drawing is an image with a name and a description that leads to the table, and by keyboard one passes it", async () => {
  const page = await open(EVERYTHING, DESK);
  const drawing = page.getByRole("img", { name: /^Tijdlijn: Kassen en bladluizen/ }).first();
  const described = await drawing.getAttribute("aria-describedby");
  expect(await page.locator(`#${described}`).textContent()).toContain(
    "Dezelfde feiten staan in de tabel onder de tekening",
  );
  await page.getByRole("link", { name: "de tabel" }).focus();
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => ({
    inTable: document.activeElement?.closest("table") !== null,
    said: document.activeElement?.textContent,
  }));
  expect(next).toEqual({ inTable: true, said: "Commissiedebat 1 over kassen (verzonnen)" });
  await page.context().close();
});

test("a click on a row of the drawing opens what it shows", async () => {
  const page = await open(EVERYTHING, DESK);
  const [row] = await page
    .locator(".timeline__shape--wide .tl-words--title", { hasText: "Berichten over het glas" })
    .all();
  await row?.scrollIntoViewIfNeeded();
  const box = await row?.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await page.waitForURL(/\/toezeggingen\//);
  expect(await page.locator("h1").textContent()).toBe("Berichten over het glas");
  await page.context().close();
});

test("on paper the wide drawing stands, each sheet on one page, in shapes that need no colour", async () => {
  const page = await open(SIXTY, DESK);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".timeline__shape--wide").isVisible()).toBe(true);
  expect(await page.locator(".timeline__shape--narrow").isVisible()).toBe(false);
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll(".timeline__shape--wide .timeline__sheet")].map((sheet) => ({
      height: sheet.clientHeight,
      breaks: getComputedStyle(sheet).breakInside,
    })),
  );
  // A4 with margins of 1.8 cm is 985 pixels high.
  for (const { height, breaks } of sheets) expect([height < 985, breaks]).toEqual([true, "avoid"]);
  await page.setViewportSize({ width: 658, height: 985 });
  expect(covered(await words(page))).toEqual([]);
  const { column, widest } = await labels(page);
  expect(widest).toBeLessThanOrEqual(column);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(sheets.length);
  await page.context().close();
});

test("in forced colours signs take the colours of the visitor, and late stays hatched", async () => {
  const page = await open(EVERYTHING, DESK);
  const colours = () =>
    page.evaluate(() => {
      const look = (name: string, what: "fill" | "stroke") => {
        const element = document.querySelector(`.timeline__shape--wide .${name}`);
        return element ? getComputedStyle(element)[what] : "";
      };
      const probe = document.createElement("span");
      document.body.append(probe);
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      return {
        solid: look("tl-solid", "fill"),
        hatch: look("tl-hatch", "stroke"),
        ground: look("tl-ground", "fill"),
        late: document.querySelector(".tl-late")?.getAttribute("fill"),
        text: system("CanvasText"),
        canvas: system("Canvas"),
      };
    });
  expect((await colours()).solid).not.toBe((await colours()).text);
  await page.emulateMedia({ forcedColors: "active" });
  const { solid, hatch, ground, late, text, canvas } = await colours();
  expect([solid, hatch, ground]).toEqual([text, text, canvas]);
  expect(late).toMatch(/^url\(#arcering-/);
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
