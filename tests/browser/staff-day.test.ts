/** A working day at the parliamentary desk of a ministry: the list of last year comes in, and its promises are kept up. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { numbersOn, publishDebate } from "../support/desk-work.ts";
import { sheetsOf } from "../support/libre-office.ts";
import { workbook } from "../support/lists.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";
import { atWork, doAct, publicly, signInByKeyboard } from "../support/working-day.ts";

const DOSSIER = "Voorbeeld: digitale loketten";
const OFFICE = "Minister van Voorbeelden (bewindspersoon X)";
const JUSTICE = "Ministerie van Veiligheid en Justitie";
const DEBATE_DAY = addDays(today(), -45);
const LAST_YEAR = `${Number(today().slice(0, 4)) - 1}`;
const on = (monthAndDay: string) => new Date(`${LAST_YEAR}-${monthAndDay}T00:00:00Z`);

/** As the ministry keeps it: headings of its own, a title above them, days as days. All of it is invented. */
const HEADINGS = [
  "Kenmerk",
  "Wat beloofd",
  "Datum toezegging",
  "Debat",
  "Bewindspersoon",
  "Termijn",
  "Stand",
  "Afgedaan op",
];
const row = (
  key: string,
  what: string,
  day: Date | string,
  term: string,
  status: string,
  settled: Date | null = null,
) => [key, what, day, "Commissiedebat Loketten", OFFICE, term, status, settled];
const GUIDE = "Een wegwijzer voor de loketten maken";
const COUNT = "De bezoekers van de loketten tellen";
const CHAIRS = "Stoelen voor de wachtruimte kiezen";
const CLOCK = "Een klok boven het loket hangen";
const list = (dayOfTheClock: Date | string) =>
  workbook({
    "Lees mij": [["Verzonnen lijst: niemand heeft dit toegezegd."]],
    Toezeggingen: [
      ["Verzonnen lijst van het Voorbeeldministerie", ...HEADINGS.slice(1).map(() => null)],
      HEADINGS,
      row("L-1", GUIDE, on("03-12"), `voor 1 december ${LAST_YEAR}`, "loopt"),
      row("L-2", COUNT, on("03-12"), `uiterlijk 1 juni ${LAST_YEAR}`, "afgedaan", on("05-28")),
      row("L-3", CHAIRS, on("04-15"), "zo spoedig mogelijk", "in de ijskast"),
      row("L-4", CLOCK, dayOfTheClock, "", "open"),
    ],
  });

/** A list is read and taken in beside the server: its page asks anew until that is done. */
const BUSY = { timeout: 60_000 };

const OPENING = "De Kamer informeren over de openingstijden in de vakantie";
const SIGNS = "De Kamer informeren over de borden bij het loket";

describe("a working day of a ministry", async () => {
  const register = await startRegister();
  const staff = await atWork(register);
  const { tab, open, press, follow, text } = staff;
  const other = await atWork(register);
  let opening = "";
  let signs = "";
  let listed: string[] = [];

  stepByStep();

  const bring = async (name: string, buffer: Buffer) => {
    await open("/werk");
    await follow("Lijst innemen");
    await tab.getByLabel("Bestand").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await press("Lees de lijst");
    await tab.getByRole("heading", { level: 1, name: "Kolommen kiezen" }).waitFor(BUSY);
  };
  const counted = async () => (await tab.locator(".tiles").innerText()).replace(/\s+/g, " ");

  it("signs in with a password and a code, by the keyboard alone", async () => {
    await signInByKeyboard(register, staff, "staff");
    expect(await text()).toContain("Mijn werk");
  });

  it("brings the list of last year: maps a column, and reads what would be refused and why", async () => {
    await bring("lijst-vorig-jaar.xlsx", await list(`31-2-${LAST_YEAR}`));
    expect(await tab.getByLabel("Blad van de werkmap").inputValue(), "not the sheet before it").toBe("Toezeggingen");
    expect(await text()).toContain("Daarboven staat: Verzonnen lijst van het Voorbeeldministerie");
    expect(await tab.getByLabel("Wat staat in Wat beloofd").inputValue(), "no header that we know").toBe("");
    await tab.getByLabel("Wat staat in Wat beloofd").selectOption({ label: "titel" });
    await tab.getByLabel("Dossier").selectOption({ label: DOSSIER });
    await press("Vergelijk met het register");
    expect(await counted()).toBe("2 nieuw 2 geweigerd");
    await follow(/geweigerd/, tab.locator(".tiles"));
    expect(await text()).toContain("De status “in de ijskast” kennen we niet.");
    expect(await text()).toContain(`“31-2-${LAST_YEAR}”. Dat is geen dag.`);
  });

  it("says what its own word for a status means, and takes the rest in; the refused row comes along as a file", async () => {
    await tab.getByLabel("Wat betekent “in de ijskast” (één rij)?").selectOption({ label: "openstaand" });
    await press("Bewaar en vergelijk opnieuw");
    expect(await counted()).toBe("3 nieuw 1 geweigerd");
    await tab.getByLabel("meteen publiceren").check();
    await press("Neem de lijst in");
    await tab.getByRole("heading", { level: 1, name: "De lijst is ingenomen" }).waitFor(BUSY);
    const downloading = tab.waitForEvent("download");
    await tab.getByRole("link", { name: "geweigerde rijen met de reden, als bestand" }).click();
    const [[, refused] = []] = sheetsOf(await readFile(await (await downloading).path()));
    expect(refused?.flat().join("|")).toContain(CLOCK);
    expect(refused?.flat().join("|")).not.toContain(CHAIRS);
    await open(`/toezeggingen?dossier=voorbeeld-digitale-loketten&gedaan-vanaf=${LAST_YEAR}-01-01`);
    listed = await numbersOn(staff, [GUIDE, COUNT, CHAIRS]);
    expect(await publicly(register, listed[1] ?? "")).toContain("lijst van het ministerie van");
  });

  it("brings it again with the day put right: one comes in, nothing is doubled, the columns are remembered", async () => {
    await bring("lijst-verbeterd.xlsx", await list(on("04-15")));
    expect(await tab.getByLabel("Wat staat in Wat beloofd").locator("option:checked").innerText()).toBe("titel");
    await press("Vergelijk met het register");
    expect(await counted()).toBe("1 nieuw 3 ongewijzigd");
    await tab.getByLabel("meteen publiceren").check();
    await press("Neem de lijst in");
    await tab.getByRole("heading", { level: 1, name: "De lijst is ingenomen" }).waitFor(BUSY);
    const { page } = await register.get("/toezeggingen?dossier=voorbeeld-digitale-loketten");
    for (const title of [GUIDE, COUNT, CHAIRS, CLOCK])
      expect(
        page.links.filter(({ text }) => text === title),
        title,
      ).toHaveLength(1);
  });

  it("logs a debate with two promises and publishes it", async () => {
    [opening = "", signs = ""] = await publishDebate(staff, {
      date: DEBATE_DAY,
      dossier: DOSSIER,
      rows: [
        { what: OPENING, to: "Kamerlid A (Fractie A)", words: "binnen een maand" },
        { what: SIGNS, words: "binnen een maand" },
      ],
    });
    for (const number of [opening, signs]) expect(await publicly(register, number)).toMatch(/te laat, \w+ dagen/);
  });

  it("postpones one as the Kamer was told in a letter: that term is in force, and the first stays to be read", async () => {
    const told = await doAct(staff, opening, "Termijn zetten of uitstellen", async (form) => {
      await form.getByLabel("De nieuwe termijn").fill("voor 1 juli 2041");
      const letters = form.getByLabel("Brief", { exact: true });
      const letter = await letters.getByText(/: Voortgangsbrief over digitale loketten/).getAttribute("value");
      await letters.selectOption(letter);
      await form.getByLabel("Plaats in die brief").fill("onder Toegankelijkheid, 1e alinea");
      await form.getByLabel("Reden").fill("De vakanties zijn nog niet bekend.");
    });
    expect(told).toContain("voor 1 juli 2041");
    const page = await publicly(register, opening);
    expect(page).not.toMatch(/te laat, \w+ dagen/);
    expect(page).toContain("voor 1 juli 2041");
    expect(page).toContain("binnen een maand");
  });

  it("plans the other later without telling the Kamer: it is late all the same, and the page says what it is", async () => {
    await doAct(staff, signs, "Termijn zetten of uitstellen", async (form) => {
      await form.getByLabel("De nieuwe termijn").fill("voor 1 juli 2041");
      await form.getByLabel("Gezegd of besloten op").fill(today());
    });
    const page = await publicly(register, signs);
    expect(page).toMatch(/te laat, \w+ dagen/);
    expect(page.toLowerCase()).toContain("planning van het ministerie, niet");
  });

  it("hands it over to another ministry, whose desk accepts it", async () => {
    await doAct(staff, signs, "Overdragen aan een ander ministerie", async (form) => {
      await form.getByLabel("Aan welk ministerie?").selectOption({ label: JUSTICE });
      await form.getByLabel("Overgedragen op").fill(today());
    });
    expect(await text()).toContain("Voorbeeldministerie (verzonnen): alsnog antwoorden");
    await signInByKeyboard(register, other, "staff of another ministry");
    expect(await other.text()).toContain("Aan u overgedragen");
    await other.follow(`Aanvaard ${SIGNS}`);
    await other.tab.getByLabel("Aanvaard op").fill(today());
    await other.press("Bekijk wat er wordt vastgelegd");
    await other.press("Leg vast");
    expect(await other.text()).toContain(`${JUSTICE}: alsnog antwoorden`);
    expect(await publicly(register, signs)).toContain(JUSTICE);
    await open(`/toezeggingen/${signs}`);
    expect(await tab.getByRole("link", { name: "Werkblad van deze toezegging" }).count(), "no longer theirs").toBe(0);
  });

  it("selects many, is told which cannot and why, and names one owner for the rest", async () => {
    await open("/werk/lijst?dossier=voorbeeld-digitale-loketten");
    for (const title of [GUIDE, CHAIRS, CLOCK, SIGNS]) await tab.getByLabel(`Kies ${title}`, { exact: true }).check();
    await press("Verder met wat is gekozen");
    await follow("Een dossierhouder aanwijzen");
    await tab.getByLabel("Wie schrijft het antwoord?").selectOption({ label: "Medewerker Voorbeeldministerie" });
    await press("Bekijk wat er gaat gebeuren");
    expect(staff.status()).toBe(422);
    expect(await text()).toContain("3 veranderen, 0 blijven zoals ze zijn, 1 kan niet.");
    await press("Ga verder zonder de 1 die niet kan");
    await press("Leg vast voor 3 toezeggingen");
    await open("/werk");
    const mine = await tab.getByRole("region", { name: "Mijn toezeggingen" }).innerText();
    for (const title of [GUIDE, CHAIRS, CLOCK]) expect(mine).toContain(title);
    expect(mine).not.toContain(SIGNS);
    expect(await publicly(register, listed[0] ?? ""), "who owns it is nobody else's business").not.toContain(
      "Medewerker",
    );
  });
});
