/** The report of a debate, from pasting it to a draft in the log, with JavaScript off: every step is a form or a link. */
import { beforeAll, describe, expect, test } from "vitest";
import { axeFindings, DESK, PHONE } from "../support/browser.ts";
import { CLOSED_DEBATE } from "../support/debate-texts.ts";
import { type Person, startRegister } from "../support/running-register.ts";

const register = await startRegister();
const DEBATE = "/werk/debatten/verzonnen-debat-2";

let staff: Person;
beforeAll(async () => {
  staff = await register.person({ signedInAs: "staff", javaScript: false });
});

const card = (what: RegExp) => staff.tab.getByRole("region", { name: what });
const section = (heading: RegExp) => staff.tab.getByRole("region", { name: heading });

describe("Staff paste the report of a debate", () => {
  test("and read three groups, each proposal with its rule and its words", async () => {
    await staff.open(DEBATE);
    await staff.tab.getByRole("link", { name: "Verslag of slotlijst van dit debat lezen" }).click();
    await staff.tab.getByLabel("Verslag van het debat").fill(CLOSED_DEBATE);
    await staff.press("Lees het verslag");
    expect(staff.tab.url()).toMatch(/\/verslag\?gedaan=gelezen$/);
    expect(await staff.text()).toContain("0 van 5 opgenomen");
    const headings = await staff.tab.getByRole("heading", { level: 2 }).allTextContents();
    expect(headings.slice(0, 3)).toEqual([
      "Op de lijst en in het debat (2)",
      "Alleen op de lijst (2)",
      "Alleen in het debat (1)",
    ]);
    expect(await section(/^Alleen op de lijst/).innerText()).toContain("Dat klopt, dat was voor de kerst.");
    expect(await section(/^Alleen in het debat/).innerText()).toContain("overzicht van de bushaltes");

    const kept = card(/onderzoek naar de dorpsloketten/i);
    await kept.getByText("Waarom?").click();
    const why = await kept.innerText();
    expect(why).toContain("slotlijst van de voorzitter");
    expect(why).toContain("gedeelde woorden: onderzoek, dorpsloketten");
    expect(why).toMatch(/Op de lijst staat “voor 1 november”.*in het debat is gezegd “in het najaar”/);
    expect(await kept.getByLabel("Aan wie").inputValue()).toBe("Yilmaz (D66)");
    expect(await kept.getByLabel("Termijn in woorden").inputValue()).toBe("voor 1 november");
  });

  test("in a page that fits on a phone and in which axe finds nothing", async () => {
    const reader = await register.person({ signedInAs: "staff" });
    await reader.open(`${DEBATE}/verslag`);
    for (const viewport of [PHONE, DESK]) {
      await reader.tab.setViewportSize(viewport);
      expect(await reader.tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      expect(await axeFindings(reader.tab)).toEqual([]);
    }
  });

  test("take one up, which is a draft of the debate and is offered no more, also after coming back", async () => {
    await staff.press("Neem op als concept", card(/energie in kassen/i));
    expect(staff.status()).toBe(422);
    expect(await card(/energie in kassen/i).innerText()).toContain(
      "Dit staat nog niet in de lijsten: Kamerlid De Boer (VVD)",
    );
    await staff.press("Neem op als concept", card(/energie in kassen/i));
    expect(staff.tab.url()).toContain("gedaan=opgenomen");
    expect(await staff.text()).toContain("1 van 5 opgenomen");

    await staff.open(`${DEBATE}/verslag`);
    const taken = card(/energie in kassen/i);
    expect(await taken.innerText()).toMatch(/Opgenomen:\s.*energie in kassen\s+\(concept\)/);
    expect(await taken.getByRole("button").count()).toBe(0);

    await staff.open(DEBATE);
    const row = staff.tab.getByRole("group", { name: "Toezegging 2" });
    expect(await row.getByLabel("Wat precies").inputValue()).toContain("energie in kassen");
    expect(await row.getByLabel("Aan wie").inputValue()).toBe("De Boer (VVD)");
    expect(await row.getByLabel("Termijn in woorden").inputValue()).toBe("voor de zomer");
  });

  test("what is wrong comes back with what was typed, and nothing is lost", async () => {
    await staff.open(`${DEBATE}/verslag`);
    const bus = card(/bushaltes/i);
    await bus.getByLabel("Wat precies").fill("");
    await bus.getByLabel("Aan wie").fill("Kamerlid A (Fractie A)");
    await staff.press("Neem op als concept", bus);
    expect(staff.status()).toBe(422);
    expect(await staff.tab.getByRole("alert").innerText()).toContain("Vul in wat er is toegezegd.");
    expect(
      await card(/bushaltes/i)
        .getByLabel("Aan wie")
        .inputValue(),
    ).toBe("Kamerlid A (Fractie A)");
  });

  test("a file with another report takes its place", async () => {
    await staff.open(`${DEBATE}/verslag`);
    await staff.tab.getByText("Lees een ander verslag").click();
    const text = CLOSED_DEBATE.replaceAll("zwembaden", "speelweiden");
    await staff.tab
      .getByLabel("Bestand met het verslag")
      .setInputFiles({ name: "verslag.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await staff.press("Lees het verslag");
    expect(await staff.text()).toMatch(/uit verslag\.txt: 13 spreekbeurten, met een tweede termijn/);
    expect(await card(/speelweiden/i).count()).toBe(1);
    // What was taken up before is known again by its words.
    expect(await staff.text()).toContain("1 van 5 opgenomen");
  });

  test("a list alone is read as a list, in the place of the report", async () => {
    await staff.open(`${DEBATE}/verslag`);
    await staff.tab.getByText("Lees een ander verslag").click();
    await staff.tab
      .getByLabel("Lijst van toezeggingen")
      .fill("Toezeggingen\n- De minister stuurt voor de zomer een brief over speeltuinen (Yilmaz, D66).");
    await staff.press("Lees het verslag");
    expect(await staff.text()).toContain("0 van 1 opgenomen");
    expect(
      await card(/speeltuinen/i)
        .getByLabel("Aan wie")
        .inputValue(),
    ).toBe("Yilmaz (D66)");
  });
});
