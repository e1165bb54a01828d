/** The search box in a browser: suggestions by keyboard, told to a screen reader, and without scripts a plain form. */
import { beforeAll, expect, test } from "vitest";
import { axeFindings } from "../support/browser.ts";
import { type RunningRegister, startRegister } from "../support/running-register.ts";

let register: RunningRegister;
beforeAll(async () => {
  register = await startRegister();
});

test("somebody types, walks through the suggestions, closes them, and opens one, without a mouse", async () => {
  const { tab, open } = await register.person();
  await open("/?peildatum=2012-02-03");
  const field = tab.getByRole("combobox", { name: "Zoek in het register" });
  await field.focus();
  await tab.keyboard.type("meldk", { delay: 20 });
  const options = tab.getByRole("listbox", { name: "Suggesties" }).getByRole("option");
  await options.first().waitFor();
  const count = await options.count();
  expect(await tab.locator("search [role=status]").textContent()).toBe(`${count} suggesties. Kies met de pijltjes.`);
  expect(await axeFindings(tab)).toEqual([]);

  await tab.keyboard.press("ArrowDown");
  const first = await field.getAttribute("aria-activedescendant");
  expect(await tab.locator(`#${first}`).getAttribute("aria-selected")).toBe("true");
  await tab.keyboard.press("ArrowUp");
  expect(await field.getAttribute("aria-activedescendant")).toBeNull();
  await tab.keyboard.press("Escape");
  expect([await field.getAttribute("aria-expanded"), await field.inputValue()]).toEqual(["false", "meldk"]);

  await tab.keyboard.press("ArrowDown");
  await options.first().waitFor();
  await tab.keyboard.press("ArrowDown");
  expect(await options.first().textContent()).toContain("meldknop");
  await Promise.all([tab.waitForURL(/\/toezeggingen\/2010-0006\?peildatum=2012-02-03$/), tab.keyboard.press("Enter")]);
  expect(await tab.getByRole("heading", { level: 1 }).textContent()).toContain("meldknop");
});

test("on the narrowest screen the list fits, and without scripts the form answers as well", async () => {
  const { tab, open } = await register.person();
  await tab.setViewportSize({ width: 320, height: 256 });
  await open("/zoeken?q=knop");
  await tab.getByLabel("Zoek in het register").fill("voort");
  await tab.getByRole("option").first().waitFor();
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await tab.emulateMedia({ media: "print" });
  expect(await tab.getByRole("search").isVisible()).toBe(false);

  const plain = await register.person({ javaScript: false });
  await plain.open("/brieven");
  await plain.tab.getByLabel("Zoek in het register").fill("meldknop");
  await plain.enter();
  expect(await plain.text()).toContain("Gevonden: 1 toezegging");
});
