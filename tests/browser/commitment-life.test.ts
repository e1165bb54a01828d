/** A commitment's life on its work sheet, and many at once from a list, by people at a browser, one of them without scripts. */
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { axeFindings } from "../support/browser.ts";
import { publishDebate } from "../support/desk-work.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const DOSSIER = "Vlaggenmasten (verzonnen)";
const MASTS = "De Kamer informeren over de vlaggenmasten";
const FLAGS = Array.from({ length: 26 }, (_, i) => `De Kamer informeren over vlag ${i + 1}`);

describe("a commitment's life", async () => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff" });
  const clerk = await register.person({ signedInAs: "clerk" });
  const other = await register.person({ signedInAs: "staff of another ministry", javaScript: false });
  let number = "";

  stepByStep();

  const sheet = async ({ open, tab }: typeof staff, act: string) => {
    await open(`/toezeggingen/${number}`);
    await tab.getByRole("link", { name: "Werkblad van deze toezegging" }).click();
    await tab.getByRole("link", { name: act }).click();
    await tab.getByRole("heading", { level: 1, name: act }).waitFor();
  };

  it("a planning that the Kamer was not told moves nothing, and says so before it is recorded", async () => {
    [number = ""] = await publishDebate(staff, {
      date: addDays(today(), -40),
      dossier: DOSSIER,
      rows: [{ what: MASTS, words: "binnen een maand" }],
    });
    await sheet(staff, "Termijn zetten of uitstellen");
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.tab.getByLabel("De nieuwe termijn").fill("voor 1 juli 2040");
    await staff.press("Bekijk wat er wordt vastgelegd");
    expect(staff.status()).toBe(422);
    expect(await staff.tab.getByLabel("De nieuwe termijn").inputValue()).toBe("voor 1 juli 2040");
    await staff.tab.getByLabel("Gezegd of besloten op").fill(today());
    await staff.press("Bekijk wat er wordt vastgelegd");
    expect(await staff.text()).toContain("Planning van het ministerie, niet gemeld: “voor 1 juli 2040”");
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.press("Leg vast");
    expect(await staff.text()).toMatch(/te laat, \w+ dagen/);
    expect(await staff.text()).toContain("Planning van het ministerie, niet aan de Kamer gemeld");
  });

  it("two people at once: the second sees both values side by side and chooses", async () => {
    await sheet(clerk, "Laten vervallen");
    await sheet(staff, "Overdragen aan een ander ministerie");
    await staff.tab.getByLabel("Aan welk ministerie?").selectOption({ label: "Ministerie van Veiligheid en Justitie" });
    await staff.tab.getByLabel("Overgedragen op").fill(today());
    await staff.press("Bekijk wat er wordt vastgelegd");
    await staff.press("Leg vast");

    await clerk.tab.getByLabel("Reden").fill("Overgenomen in een wet");
    await clerk.tab.getByLabel("Wie heeft dit besloten").fill("De commissie");
    await clerk.tab.getByLabel("Dag van het besluit").fill(today());
    await clerk.press("Bekijk wat er wordt vastgelegd");
    expect(clerk.status()).toBe(409);
    expect(await clerk.text()).toContain("Overgedragen aan een ander ministerie");
    const told = await clerk.tab.getByRole("row", { name: "Aan welk ministerie" }).innerText();
    expect(told).toContain("Ministerie van Veiligheid en Justitie");
    expect(await clerk.tab.getByLabel("Reden").inputValue()).toBe("Overgenomen in een wet");
    expect(await axeFindings(clerk.tab)).toEqual([]);
  });

  it("waits on the desk of the other ministry, and is theirs once accepted", async () => {
    await other.open("/werk");
    await other.tab.getByRole("link", { name: `Aanvaard ${MASTS}` }).click();
    await other.tab.getByLabel("Aanvaard op").fill(today());
    await other.press("Bekijk wat er wordt vastgelegd");
    await other.press("Leg vast");
    expect(await other.text()).toContain("Ministerie van Veiligheid en Justitie: alsnog antwoorden");
    await other.open("/werk");
    expect(await other.text()).not.toContain("Aan u overgedragen");
  });

  it("many are picked over two pages, looked at, and done at once", async () => {
    await publishFlags();
    await staff.open("/werk/lijst");
    await staff.tab.getByLabel("Dossier", { exact: true }).selectOption({ label: DOSSIER });
    await staff.press("Toon toezeggingen");
    await staff.tab.getByLabel(`Kies ${FLAGS[0]}`, { exact: true }).check();
    await staff.press("Volgende pagina");
    expect(await staff.text()).toContain("Gekozen: 1.");
    await staff.press("Vorige pagina");
    expect(await staff.tab.getByLabel(`Kies ${FLAGS[0]}`, { exact: true }).isChecked()).toBe(true);
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.press("Kies alle 27 die aan dit filter voldoen");
    await staff.press("Verder met wat is gekozen");
    await staff.tab.getByRole("link", { name: "Een planning vastleggen, niet gemeld" }).click();
    await staff.tab.getByLabel("De nieuwe termijn").fill("voor 1 mei 2041");
    await staff.tab.getByLabel("Besloten op").fill(today());
    await staff.press("Bekijk wat er gaat gebeuren");
    expect(await staff.text()).toContain("26 veranderen, 0 blijven zoals ze zijn, 1 kan niet");
    expect(await axeFindings(staff.tab)).toEqual([]);
    await staff.press("Ga verder zonder de 1 die niet kan");
    await staff.press("Leg vast voor 26 toezeggingen");
    expect(await staff.text()).toContain("Vastgelegd voor alles wat u koos.");
  });

  /** As the form would be sent once it had so many rows; published on its own page. */
  async function publishFlags(): Promise<void> {
    const form: Record<string, string> = {
      soort: "commissiedebat",
      datum: addDays(today(), -20),
      kamer: "TK",
      commissie: "Voorbeeldcommissie (verzonnen)",
      dossier: DOSSIER,
      stuk: "",
      ministerie: "Voorbeeldministerie (verzonnen)",
      spreker: "Minister van Voorbeelden (bewindspersoon X)",
      spreker2: "",
      rijen: String(FLAGS.length),
      doe: "bewaar",
    };
    FLAGS.forEach((what, i) => {
      Object.assign(form, { [`rij-${i}-what`]: what, [`rij-${i}-to`]: "", [`rij-${i}-topic`]: "" });
      form[`rij-${i}-words`] = "voor 1 juli 2041";
    });
    const headers = { Origin: register.url };
    const kept = await staff.tab.request.post("/werk/debatten/nieuw", { form, headers, maxRedirects: 0 });
    expect(kept.status(), await kept.text()).toBe(302);
    await staff.open(kept.headers().location ?? "");
    await staff.press("Bewaar en publiceer alles");
  }
});
