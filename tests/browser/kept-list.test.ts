/** The reader's own list without JavaScript; and the public pages for who reads them large, in colours of their own, or on paper. */
import { describe, expect, test } from "vitest";
import { startBrowser } from "../support/browser.ts";
import { startRegister } from "../support/running-register.ts";

const register = await startRegister();
const browser = await startBrowser();

test("A reader keeps a commitment and a filter, sees them together, and takes one out: without JavaScript", async () => {
  const reader = await register.person({ javaScript: false });
  await reader.open("/toezeggingen?te-laat=ja");
  await reader.press("Bewaar dit filter in mijn lijst");
  expect(await reader.text()).toContain("Bewaard in uw lijst");
  await reader.tab.locator("tbody th a").first().click();
  await reader.press("Bewaar in mijn lijst");
  const kept = await reader.tab.getByRole("heading", { level: 1 }).innerText();
  await reader.follow("Mijn lijst", reader.tab.getByRole("banner"));
  expect(await reader.text()).toMatch(new RegExp(`Toezeggingen \\(1\\).*${kept}.*Filters \\(1\\) te laat`));
  await reader.press(`Haal weg ${kept}`);
  expect(await reader.text()).toContain("Uit de lijst gehaald.");
  expect(await reader.text()).not.toContain(kept);
  await reader.follow("dit adres staat de hele lijst");
  expect(await reader.tab.getByRole("heading", { level: 1 }).innerText()).toBe("Een lijst uit een adres");
});

const PAGES = [
  "/",
  "/toezeggingen",
  "/dossiers/voorbeeld-digitale-loketten",
  "/brieven",
  "/debatten",
  "/gevolgd",
  "/vergelijken",
  "/correcties",
  "/uitleg",
  "/keten",
  "/lijst?te-laat&t=2026-0002&d=voorbeeld-digitale-loketten&f=te-laat%3Dja",
];

describe("Whoever reads large and in colours of their own", () => {
  test("gets every public page in one column, with headings in order, and sees status and focus", {
    timeout: 60_000,
  }, async () => {
    // 1280 pixels wide at 400 %.
    const context = await browser.newContext({
      baseURL: register.url,
      viewport: { width: 320, height: 256 },
      forcedColors: "active",
      reducedMotion: "reduce",
      locale: "nl-NL",
    });
    const tab = await context.newPage();
    let badges = 0;
    for (const path of PAGES) {
      await tab.goto(path);
      const found = await tab.evaluate(() => {
        const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) =>
          Number(tagName[1]),
        );
        const shown = [...document.querySelectorAll<HTMLElement>(".utrecht-badge-status")].filter(
          (badge) => badge.offsetParent,
        );
        return {
          isForced: matchMedia("(forced-colors: active)").matches,
          width: document.documentElement.scrollWidth,
          skipped: levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1),
          badges: shown.length,
          bare: shown.filter((badge) => getComputedStyle(badge).borderTopStyle !== "solid").length,
          moving: [...document.querySelectorAll("a, button")].filter(
            (one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0,
          ).length,
        };
      });
      expect(found, path).toMatchObject({ isForced: true, width: 320, skipped: [], bare: 0, moving: 0 });
      badges += found.badges;
      // The first stops of the keyboard: each is seen, whole or from its beginning.
      for (let stop = 0; stop < 8; stop += 1) {
        await tab.keyboard.press("Tab");
        const focus = await tab.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          const { top, left, width, height } = at.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          const seen = document.elementFromPoint(left + Math.min(width, 300) / 2, top + Math.min(height, 20) / 2);
          return {
            what: at.outerHTML.slice(0, 80),
            outline: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2,
            isSeen: seen !== null && (at.contains(seen) || seen.contains(at)),
          };
        });
        expect(focus, `${path}, stop ${stop + 1}`).toMatchObject({ outline: true, isSeen: true });
      }
    }
    expect(badges, "Statuses were looked at.").toBeGreaterThan(5);
    await context.close();
  });

  test("takes a page along on paper: the day on it, and no forms, no menu", async () => {
    const reader = await register.person({ javaScript: false });
    await reader.open("/toezeggingen?te-laat=ja");
    await reader.tab.emulateMedia({ media: "print" });
    const { tab } = reader;
    expect(
      await tab
        .getByText(/^Stand op \d/)
        .first()
        .isVisible(),
    ).toBe(true);
    for (const hidden of ["nav", "form", ".masthead__own", ".keep"])
      expect(await tab.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
  });
});
