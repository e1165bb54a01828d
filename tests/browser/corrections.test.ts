/** A correction and a withdrawal in a browser, and what a stranger then reads, today and on an old peildatum. */
import { describe, expect, it } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { axeFindings, PHONE } from "../support/browser.ts";
import { publishDebate } from "../support/desk-work.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const DOSSIER = "Roeibootjes (verzonnen)";
const BOATS = "De Kamer informeren over de roeibootjes";
const OARS = "De Kamer informeren over de roeispanen";
const STOOD = `Hier stond tot ${dayInWords(today())}`;

describe("a correction and a withdrawal", async () => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff" });
  const stranger = await register.person();
  let boats = "";
  let oars = "";

  stepByStep();

  const history = async (number: string) => {
    await staff.open(`/toezeggingen/${number}`);
    await staff.tab.getByRole("link", { name: "Werkblad van deze toezegging" }).click();
    await staff.tab.getByRole("link", { name: "Geschiedenis en correcties" }).click();
    await staff.tab.waitForURL("**/werk/geschiedenis/**");
  };

  it("a published term is corrected, with its effect shown first", async () => {
    const rows = [BOATS, OARS].map((what) => ({ what, words: "voor 1 juli 2024" }));
    [boats = "", oars = ""] = await publishDebate(staff, { date: "2024-02-15", dossier: DOSSIER, rows });
    await stranger.open(`/toezeggingen/${boats}?peildatum=2024-07-10`);
    expect(await stranger.text()).toContain("openstaand, tien dagen te laat");

    await history(boats);
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.tab.getByRole("link", { name: "Corrigeer De termijn" }).click();
    await staff.tab.waitForURL("**/corrigeren");
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.tab.getByLabel("Termijn").fill("voor 1 september 2024");
    await staff.press("Bekijk wat er verandert");
    expect(staff.status()).toBe(422);
    expect(await staff.text()).toContain("Schrijf waarom");
    expect(await staff.tab.getByLabel("Termijn").inputValue()).toBe("voor 1 september 2024");

    await staff.tab.getByLabel("Waarom klopt het niet").fill("In het verslag staat september.");
    await staff.press("Bekijk wat er verandert");
    expect(await staff.text()).toContain("van 1 juli 2024 tot en met 31 augustus 2024");
    expect(await staff.text()).toMatch(/was openstaand, \d+ dagen te laat, termijn .*; wordt openstaand, termijn/);
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.press("Leg de correctie vast");
    expect(await staff.text()).toContain("Gecorrigeerd. Wat er stond en waarom het is veranderd");
  });

  it("the stranger reads what stood there, today and on the old day", async () => {
    for (const path of [`/toezeggingen/${boats}`, `/toezeggingen/${boats}?peildatum=2024-07-10`]) {
      await stranger.open(path);
      const text = await stranger.text();
      expect(text).toContain(`${STOOD}: “voor 1 juli 2024”`);
      expect(text).toContain("gecorrigeerd omdat in het verslag staat september.");
    }
    expect(await stranger.text()).not.toContain("te laat, termijn");
    expect(await stranger.text()).toContain("Stand op 10 juli 2024: openstaand");
    expect(await stranger.text()).not.toContain("tien dagen te laat");
    expect(await axeFindings(stranger.tab)).toEqual([]);
    await stranger.tab.getByRole("link", { name: "Correcties en intrekkingen" }).click();
    await stranger.tab.waitForURL("**/correcties**");
    expect(await stranger.text()).toContain("In het verslag staat september.");
    expect(await axeFindings(stranger.tab)).toEqual([]);
  });

  it("a commitment is withdrawn, and its page says so on every day", async () => {
    await history(oars);
    await staff.tab.getByRole("link", { name: "Trek in De toezegging is gedaan." }).click();
    await staff.tab.waitForURL("**/intrekken");
    expect(await staff.text()).toContain("Dit verdwijnt uit alle lijsten en tellingen.");
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.tab.getByLabel("Waarom trekt u dit in").fill("Dit is in het debat niet gezegd.");
    await staff.press("Trek in");
    expect(await staff.text()).toContain("Ingetrokken. Dat dit er stond");

    for (const path of [`/toezeggingen/${oars}`, `/toezeggingen/${oars}?peildatum=2024-07-10`]) {
      await stranger.open(path);
      expect(await stranger.text()).toContain(`Ingetrokken: ${OARS}`);
      expect(await stranger.text()).toContain("De reden: Dit is in het debat niet gezegd.");
    }
    await stranger.open("/toezeggingen?peildatum=2024-07-10");
    expect(await stranger.text()).toContain(BOATS);
    expect(await stranger.text()).not.toContain(OARS);
  });

  it("fits a phone", async () => {
    await stranger.tab.setViewportSize(PHONE);
    for (const path of ["/correcties", `/toezeggingen/${boats}`]) {
      await stranger.open(path);
      const width = await stranger.tab.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(PHONE.width);
    }
  });

  it("and the day before the debate neither says anything of it", async () => {
    await stranger.open(`/correcties?peildatum=${addDays("2024-02-15", -1)}`);
    expect(await stranger.text()).toContain("Er is niets gecorrigeerd of ingetrokken.");
  });
});
