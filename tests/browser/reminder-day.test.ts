/** A reminder goes out, is answered and taken over: a morning of a clerk, and an afternoon of a desk officer. */
import { describe, expect, it } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { numbersOn } from "../support/desk-work.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";
import { atWork, publicly, signInByKeyboard } from "../support/working-day.ts";

/** Of the invented dossier of the demo: two that are late, one that comes and one without a term. */
const COUNTERS = "Een overzicht sturen van alle loketten";
const HOURS = "Terugkomen op de openingstijden";
const COMPLAINTS = "Een brief sturen over het meldpunt voor klachten";
const TOWNS = "Met gemeenten praten over hun loketten";
const DECIDED = addDays(today(), -1);
const REFUSAL = "Noem in de brief aan de Kamer een datum.";

describe("a reminder from the clerk to the ministry and back", async () => {
  const register = await startRegister();
  const clerk = await atWork(register);
  const staff = await atWork(register);
  let [counters, complaints, towns] = ["", "", ""];

  stepByStep();

  it("the clerk looks at what would be asked, and sends it", async () => {
    await signInByKeyboard(register, clerk, "clerk");
    await clerk.open("/toezeggingen?dossier=voorbeeld-digitale-loketten");
    [counters = "", complaints = "", towns = ""] = await numbersOn(clerk, [COUNTERS, COMPLAINTS, TOWNS]);
    await clerk.open("/werk");
    await clerk.follow("Nieuw rappel");
    await clerk.tab.getByLabel("Ministerie").selectOption({ label: "Voorbeeldministerie (verzonnen)" });
    await clerk.press("Bekijk het rappel");
    for (const [group, titles] of [
      ["Te laat", [COUNTERS, HOURS]],
      ["Te verwachten", [COMPLAINTS]],
      ["Zonder termijn", [TOWNS]],
    ] as const) {
      const asked = await clerk.tab.getByRole("region", { name: new RegExp(group) }).innerText();
      for (const title of titles) expect(asked).toContain(title);
    }
    await clerk.press("Verstuur het rappel");
    expect(await clerk.text()).toMatch(/Rappel R\d{4}-0001/);
  });

  it("the desk officer finds it on the desk and answers three of the four", async () => {
    await signInByKeyboard(register, staff, "staff");
    await staff.follow(/^Rappel R\d{4}-0001$/);
    const row = (title: string) => staff.tab.getByRole("region", { name: title });
    await row(COUNTERS).getByLabel("Gedaan in een brief").check();
    const letters = row(COUNTERS).getByLabel("De brief aan de Kamer");
    await letters.selectOption(
      await letters
        .getByText(/Voortgangsbrief over digitale loketten/)
        .first()
        .getAttribute("value"),
    );
    await row(COUNTERS).getByLabel("Waar in de brief").fill("passage 1");
    await row(COMPLAINTS).getByLabel("Komt later: een nieuwe datum").check();
    await row(COMPLAINTS).getByLabel("De nieuwe datum").fill("1 maart 2041");
    await row(TOWNS).getByLabel("Verzoekt te laten vervallen").check();
    await staff.press("Verstuur naar de griffie");
    expect(staff.status(), "a new date and a wish to lapse need a reason").toBe(422);
    expect(await row(COUNTERS).getByLabel("Waar in de brief").inputValue()).toBe("passage 1");
    await row(COMPLAINTS).getByLabel("Reden").fill("Er is meer overleg nodig.");
    await row(TOWNS).getByLabel("Reden").fill("De gemeenten doen dit nu zelf.");
    await staff.press("Verstuur naar de griffie");
    expect(staff.status()).toBe(200);
    for (const number of [counters, complaints, towns])
      expect(await publicly(register, number), "an answer is a proposal").not.toMatch(/1 maart 2041|doen dit nu zelf/);
  });

  it("the clerk takes two over, and refuses one with a reason", async () => {
    await clerk.open("/werk");
    const waits = clerk.tab.getByRole("region", { name: "Antwoorden op rappels" });
    expect(await waits.innerText()).toContain("3 antwoorden wachten op u");
    await clerk.follow(/^Rappel R\d{4}-0001$/, waits);
    const row = (title: string) => clerk.tab.getByRole("region", { name: title });
    await clerk.tab.getByLabel("Dag van het besluit van de commissie").fill(DECIDED);
    for (const title of [COUNTERS, TOWNS]) await row(title).getByLabel("Neem over", { exact: true }).check();
    await row(COMPLAINTS).getByLabel("Weiger", { exact: true }).check();
    await row(COMPLAINTS).getByLabel("Waarom u weigert").fill(REFUSAL);
    await clerk.press("Bekijk wat er gaat gebeuren");
    expect(await clerk.text()).toContain("Dit gaat er gebeuren");
    await clerk.press("Leg vast");
    const lapsed = await publicly(register, towns);
    expect(lapsed).toContain("vervallen");
    expect(lapsed).toContain("De gemeenten doen dit nu zelf");
    expect(lapsed).toContain(dayInWords(DECIDED));
    expect(await publicly(register, counters)).toMatch(/voldaan/);
    expect(await publicly(register, complaints), "what is refused changes nothing").not.toContain("1 maart 2041");
  });

  it("the ministry reads why, and nobody else does", async () => {
    await staff.open("/werk");
    await staff.follow(/^Rappel R\d{4}-0001$/);
    expect(await staff.text()).toContain(REFUSAL);
    expect(await publicly(register, complaints)).not.toContain(REFUSAL);
  });
});
