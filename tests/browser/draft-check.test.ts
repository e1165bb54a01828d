/** A draft letter is checked in a browser: on a desk, on a phone, on paper, and by keyboard. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFindings, DESK, PHONE } from "../support/browser.ts";
import { proposal } from "../support/desk-work.ts";
import { startRegister } from "../support/running-register.ts";

const DOSSIER = "Voorbeeld: digitale loketten";
const DRAFT = `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Onderwerp Voortgangsbrief over loketten (verzonnen)

Wachttijden
Tijdens het debat heb ik toegezegd uw Kamer te informeren over de wachttijden aan de digitale loketten. De wachttijd is gemiddeld vier minuten. Daarmee heb ik aan deze toezegging voldaan.

Overig
Ik zal uw Kamer vóór 1 oktober informeren over de loketten aan zee. Zie ook Kamerstuk 36 123, nr. 4.

De Minister van Voorbeelden,

bewindspersoon X
`;

/** Tabs on until a summary with these words has the focus, and opens it. */
async function openByKeyboard(tab: Page, words: string): Promise<string> {
  for (let stop = 0; stop < 200; stop += 1) {
    await tab.keyboard.press("Tab");
    const focused = tab.locator("summary:focus");
    if ((await focused.count()) > 0 && (await focused.innerText()).trim() === words) {
      await tab.keyboard.press("Enter");
      return (await tab.locator("details:has(> summary:focus)").innerText()).replace(/\s+/g, " ");
    }
  }
  throw new Error(`No summary “${words}” was reached.`);
}

describe("before sending", async () => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff", javaScript: false });
  const { tab } = staff;

  async function check() {
    await staff.open("/werk/concept-nagaan");
    await tab.getByLabel("Dossier").selectOption({ label: DOSSIER });
    await tab.getByLabel("Tekst van het concept").fill(DRAFT);
    await staff.press("Ga het concept na");
  }

  it("a draft is answered with a list that leads into its text and back to the register", async () => {
    await check();
    expect(staff.status()).toBe(200);
    expect(await staff.text()).toContain("1 beantwoord, 0 genoemd, 3 vergeten, 1 nieuw, 1 verwijzing onbekend");
    const answered = tab.getByRole("region", { name: "Wat de brief beantwoordt (1)" });
    await answered.getByRole("link", { name: "alinea 2" }).first().click();
    expect(new URL(tab.url()).hash).toBe("#p2");
    expect(await tab.locator("#p2").innerText()).toContain("Beantwoordt");
  });

  it("tells why, by keyboard: the rule, its words, how the term follows and why this commitment", async () => {
    await check();
    const why = await openByKeyboard(tab, "Waarom?");
    expect(why).toMatch(/Regel ‘[^’]+’: .*“.*toegezegd/);
    expect(why).toMatch(/Deze toezegging, want: gedeelde woorden: [^.;]*wachttijden/);
    const promised = tab.getByRole("region", { name: "Wat de brief nieuw belooft (1)" });
    await promised.getByText("Waarom?").press("Enter");
    expect(await promised.innerText()).toContain("De termijn “vóór 1 oktober”");
  });

  it.each([
    ["a desk", DESK],
    ["a phone", { ...PHONE, width: 390 }],
    ["the narrowest screen", PHONE],
  ])("fits on %s, open and closed, and keeps to WCAG", async (_, viewport) => {
    const reader = await register.person({ signedInAs: "staff" });
    await reader.tab.setViewportSize(viewport);
    await reader.open("/werk/concept-nagaan");
    await reader.tab.getByLabel("Tekst van het concept").fill(DRAFT);
    await reader.press("Ga het concept na");
    for (const summary of await reader.tab.getByText("Waarom?").all()) await summary.click();
    const width = await reader.tab.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
    expect(await axeFindings(reader.tab)).toEqual([]);
  });

  it("prints as a list: without forms, buttons and the text of the letter", async () => {
    await check();
    await tab.emulateMedia({ media: "print" });
    const shown = async (name: string) => tab.getByRole("region", { name }).isVisible();
    expect(await shown("Wat de brief vergeet (3)")).toBe(true);
    expect(await shown("De tekst zoals gelezen")).toBe(false);
    expect(await tab.getByRole("button", { name: "Bewaar dit concept" }).isVisible()).toBe(false);
    expect(await tab.getByLabel("Tekst van het concept").isVisible()).toBe(false);
    const pages = (await tab.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeLessThanOrEqual(2);
    await tab.emulateMedia({ media: "screen" });
  });

  it("is kept when asked, found on the desk, and thrown away", async () => {
    await check();
    await staff.press("Bewaar dit concept");
    expect(await staff.text()).toContain("Het concept is bewaard. Alleen u ziet het");
    await staff.open("/werk");
    await tab.getByRole("link", { name: "Voortgangsbrief over loketten (verzonnen)" }).click();
    await staff.press("Verwijder dit concept");
    expect(await staff.text()).toContain("Het bewaarde concept is verwijderd.");
    await staff.open("/werk");
    expect(await staff.text()).not.toContain("Voortgangsbrief over loketten (verzonnen)");
  });
  it("on the page of a review 'Waarom?' opens by keyboard: the rule, the term, and why these commitments", async () => {
    await staff.open("/werk/brieven/verzonnen-brief-2");
    const recalled = await openByKeyboard(staff.tab, "Waarom?");
    expect(recalled).toMatch(/Regel ‘[^’]+’: .*“.*toegezegd/);
    expect(recalled).toMatch(
      /Lijkt op \d{4}-\d{4}: De Kamer informeren over de wachttijden .*, want: gedeelde woorden/,
    );
    const promised = proposal(staff, "nieuwe toezegging");
    await promised.getByText("Waarom?").press("Enter");
    expect(await promised.innerText()).toMatch(/Termijn: “[^”]+”[^.]*\. \S/);
  });
});
