/** A working day of a committee's clerk: what the committee decided comes into the register, and is seen by everybody. */
import { describe, expect, it } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { numbersOn } from "../support/desk-work.ts";
import { all, textOf } from "../support/page.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";
import { atWork, doAct, publicly, signInByKeyboard } from "../support/working-day.ts";

/** Of the invented dossier of the demo. */
const FAULTS = "De Kamer informeren over storingen";
const COUNTERS = "Een overzicht sturen van alle loketten";
const REGIONS = "De cijfers per regio geven";
const COMPLAINTS = "Een brief sturen over het meldpunt voor klachten";
const DECIDED = addDays(today(), -3);

describe("a working day of a committee's clerk", async () => {
  const register = await startRegister();
  const clerk = await atWork(register);
  const { tab, open, press, follow, text } = clerk;
  let [faults, counters, regions, complaints] = ["", "", "", ""];

  stepByStep();

  const disagreed = async (): Promise<string[]> => {
    const { page } = await register.get("/toezeggingen?oordeel=verschilt");
    return page.links.filter(({ href }) => /^\/toezeggingen\/\d/.test(href)).map(({ text }) => text);
  };

  it("signs in, and finds the promises to the committee", async () => {
    await signInByKeyboard(register, clerk, "clerk");
    await follow(/openstaand of deels voldaan/);
    [counters = "", regions = "", complaints = ""] = await numbersOn(clerk, [COUNTERS, REGIONS, COMPLAINTS]);
    await open("/toezeggingen?status=voldaan&dossier=voorbeeld-digitale-loketten");
    [faults = ""] = await numbersOn(clerk, [FAULTS]);
  });

  it("pastes the notes of a meeting and records each decision that was found in them", async () => {
    await open("/werk");
    await follow("Besluiten van de commissie");
    await tab.getByLabel("Dag van het besluit").fill(DECIDED);
    await tab
      .getByLabel("Tekst van de besluiten")
      .fill(
        `De commissie besluit toezegging ${counters} als «voldaan» aan te merken. ` +
          `De commissie besluit de termijn van toezegging ${complaints} te verlengen tot 1 juli 2041. ` +
          "De commissie besluit toezegging T09999 als «vervallen» aan te merken.",
      );
    await press("Lees de besluiten");
    await press("Leg vast: voldaan");
    await press("Leg vast: blijft openstaan met een latere termijn");
    expect(await text()).toContain("T09999 Niet in dit register.");
    expect(await tab.getByRole("button", { name: /^Leg vast/ }).count(), "nothing is left to record").toBe(0);
    expect(await publicly(register, counters)).toContain("voldaan");
    const extended = await publicly(register, complaints);
    expect(extended).toContain("1 juli 2041");
    expect(extended).toContain("over drie weken");
  });

  it("does not agree with what a letter claims: both stand beside each other, and it is a filter", async () => {
    expect(await disagreed()).not.toContain(FAULTS);
    const told = await doAct(clerk, faults, "Oordeel van de commissie vastleggen", async (form) => {
      await form.getByLabel("Hoe oordeelt de commissie?").selectOption({ label: "niet voldaan" });
      await form.getByLabel("De rest", { exact: true }).selectOption({ label: "de termijn blijft zoals die was" });
      await form.getByLabel("Toelichting").fill("De brief gaat over een ander jaar.");
      await form.getByLabel("Dag van het besluit").fill(DECIDED);
    });
    expect(told).toContain("openstaand");
    const { page } = await register.get(`/toezeggingen/${faults}`);
    const both = textOf(
      all(page.root, "section").find(({ attributes }) => attributes["aria-labelledby"] === "melding-en-oordeel"),
    );
    expect(both).toMatch(/Het ministerie meldt voldaan \(.+\) De commissie oordeelt niet voldaan/);
    expect(both).toContain("De brief gaat over een ander jaar.");
    expect(both).toContain("Het ministerie en de commissie oordelen verschillend.");
    expect(await disagreed()).toContain(FAULTS);
  });

  it("lets one lapse with the reason and who decided it; without a reason it cannot", async () => {
    await open(`/toezeggingen/${regions}`);
    await follow("Werkblad van deze toezegging");
    await follow("Laten vervallen");
    await tab.getByLabel("Wie heeft dit besloten").fill("De Voorbeeldcommissie");
    await tab.getByLabel("Dag van het besluit").fill(DECIDED);
    await press("Bekijk wat er wordt vastgelegd");
    expect(clerk.status()).toBe(422);
    expect(await tab.getByLabel("Wie heeft dit besloten").inputValue()).toBe("De Voorbeeldcommissie");
    await tab.getByLabel("Reden").fill("De regio's zijn samengevoegd.");
    await press("Bekijk wat er wordt vastgelegd");
    await press("Leg vast");
    const page = await publicly(register, regions);
    expect(page).toContain("vervallen");
    expect(page).toContain("De regio's zijn samengevoegd");
    const { page: open_ } = await register.get("/toezeggingen?status=openstaand&status=deels-voldaan");
    expect(open_.text).not.toContain(REGIONS);
  });

  it("opens it again, with a reason of its own; both stay on the record", async () => {
    await doAct(clerk, regions, "Heropenen", async (form) => {
      await form.getByLabel("Reden").fill("De samenvoeging gaat niet door.");
      await form.getByLabel("Wie heeft dit besloten").fill("De Voorbeeldcommissie");
      await form.getByLabel("Dag van het besluit").fill(today());
    });
    const page = await publicly(register, regions);
    expect(page).toContain("De regio's zijn samengevoegd");
    expect(page).toContain("De samenvoeging gaat niet door");
    expect(page).toContain(dayInWords(DECIDED));
    const { page: open_ } = await register.get("/toezeggingen?status=openstaand&status=deels-voldaan");
    expect(open_.text).toContain(REGIONS);
  });
});
