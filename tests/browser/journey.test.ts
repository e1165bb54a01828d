/** From a debate, through a letter, to a late flag: the whole way in a browser, with and without scripts. */
import { describe, expect, it } from "vitest";
import { fillDebate, numbersOn, proposal, readLetter, takeUpLetter } from "../support/desk-work.ts";
import { all, type Page, textOf } from "../support/page.ts";
import { startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const DOSSIER = "Stadsduiven (verzonnen)";
const FIRST = "De Kamer informeren over de handhaving van het voerverbod op stationspleinen";
const SECOND = "Een overzicht geven van de broedplaatsen langs het spoor";
const DEBATE = {
  date: "2025-03-13",
  dossier: DOSSIER,
  committee: "Commissie voor Stadsdieren (verzonnen)",
  speaker: "Minister van Stadsdieren (M. van Dalen)",
  rows: [
    { what: FIRST, to: "Doffer (Fractie Til)", topic: "Voerverbod", words: "voor het zomerreces" },
    { what: SECOND, topic: "Broedplaatsen", words: "in de volgende voortgangsbrief" },
  ],
};
const TITLE = "Voortgangsbrief stadsduiven, voorjaar 2025 (verzonnen)";
const LETTER = `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 12 juni 2025
Onderwerp ${TITLE}

Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de duiven in de stad.

Voerverbod
Tijdens het commissiedebat van 13 maart 2025 heb ik toegezegd uw Kamer te informeren over de
handhaving van het voerverbod op stationspleinen. In het eerste kwartaal zijn 214 waarschu-
wingen gegeven. Hiermee heb ik aan deze toezegging voldaan.

Tillen
De til op het dak van het stadhuis is in gebruik genomen.

Vervolg
In de volgende voortgangsbrief zal ik uw Kamer informeren over de kosten van de tillen.

Hoogachtend,

De Minister van Stadsdieren,

M. van Dalen
`;

interface Way {
  name: string;
  javaScript: boolean;
  bringIn: Pick<Parameters<typeof readLetter>[1], "text" | "file">;
  /** The day on which the Kamer had the letter, where the staff fill it in. */
  received: string | null;
  days: { before: string; letter: string; after: string };
}

const WAYS: Way[] = [
  {
    name: "with scripts, the letter pasted",
    javaScript: true,
    bringIn: { text: LETTER },
    received: null,
    days: { before: "2025-06-11", letter: "2025-06-12", after: "2025-06-13" },
  },
  {
    name: "without scripts, the letter as a file that the Kamer had a day later",
    javaScript: false,
    bringIn: { file: { name: "voortgangsbrief.txt", mimeType: "text/plain", buffer: Buffer.from(LETTER) } },
    received: "2025-06-13",
    days: { before: "2025-06-12", letter: "2025-06-13", after: "2025-06-14" },
  },
];

describe.each(WAYS)("the journey $name", async ({ javaScript, bringIn, received, days }) => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff", javaScript });
  let first = "";
  let second = "";
  let letterId = "";

  stepByStep();

  const shown = async (number: string, day: string): Promise<Page> => {
    const { status, page } = await register.get(`/toezeggingen/${number}?peildatum=${day}`);
    expect(status).toBe(200);
    return page;
  };
  const standing = async (number: string, day: string): Promise<string> => {
    const page = await shown(number, day);
    return textOf(all(page.root, "section").find(({ attributes }) => attributes["aria-labelledby"] === "stand"));
  };
  const lateOn = async (day: string): Promise<string[]> => {
    const { page } = await register.get(`/toezeggingen?peildatum=${day}&te-laat=ja&dossier=stadsduiven-verzonnen`);
    return page.links.filter(({ href }) => /^\/toezeggingen\/\d/.test(href)).map(({ text }) => text);
  };

  it("logs a debate: shows which names are new and reads the deadlines back", async () => {
    await fillDebate(staff, DEBATE);
    await staff.press("Lees de termijnen");
    expect(await staff.text()).toMatch(/Gelezen als: [^.]*voor het zomerreces[^.]*3 juli 2025/i);
    expect(await staff.text()).toMatch(/Gelezen als: [^.]*in de volgende voortgangsbrief/i);

    await staff.press("Bewaar als concept");
    expect(staff.status()).toBe(422);
    const asked = await staff.text();
    for (const name of [
      DOSSIER,
      DEBATE.committee,
      "Minister van Stadsdieren",
      "M. van Dalen",
      "Doffer",
      "Fractie Til",
      "Voerverbod",
      "Broedplaatsen",
    ]) {
      expect(asked, `${name} is new`).toContain(name);
    }
    await staff.press("Bewaar als concept");
    expect(await staff.text()).toContain("Bewaard als concept. Nog niemand anders ziet dit.");
    const row = staff.tab.getByRole("group", { name: "Toezegging 1" });
    expect(await row.getByLabel("Wat precies").inputValue()).toBe(FIRST);
    expect(await row.getByLabel("Termijn in woorden").inputValue()).toBe("voor het zomerreces");
  });

  it("shows the draft to nobody else", async () => {
    const draft = new URL(staff.tab.url()).pathname;
    const stranger = await register.person({ javaScript });
    for (const path of ["/", "/toezeggingen", "/debatten", "/dossiers"]) {
      await stranger.open(path);
      const page = await stranger.tab.content();
      for (const secret of [FIRST, SECOND]) expect(page.includes(secret), `${path} tells of ${secret}`).toBe(false);
    }
    for (const path of [draft.replace("/werk", ""), "/toezeggingen/2025-0001"])
      expect((await register.get(path)).status, path).toBe(404);
    await stranger.open(draft);
    expect(new URL(stranger.tab.url()).pathname).toBe("/inloggen");
    await staff.open("/werk");
    await staff.tab.getByRole("link", { name: "Commissiedebat van 13 maart 2025", exact: true }).click();
    expect(new URL(staff.tab.url()).pathname).toBe(draft);
  });

  it("publishes: each commitment has a number and a page", async () => {
    await staff.press("Bewaar en publiceer alles");
    expect(await staff.text()).toContain("Gepubliceerd.");
    [first = "", second = ""] = await numbersOn(staff, [FIRST, SECOND]);
    expect([first, second]).toEqual(["2025-0001", "2025-0002"]);
    expect(await standing(first, "2025-03-13")).toMatch(/^Stand op 13 maart 2025: openstaand /);
    expect((await shown(first, "2025-03-13")).text).toContain("“voor het zomerreces” (uiterlijk 3 juli 2025)");
    expect((await shown(first, "2025-03-12")).text).toContain("Op 12 maart 2025 was deze toezegging er nog niet.");
  });

  it("brings in the letter: title, date, sender and kind are proposed from the text", async () => {
    await readLetter(staff, { dossier: DOSSIER, ...bringIn });
    const { tab } = staff;
    expect(await tab.getByLabel("Titel").inputValue()).toBe(TITLE);
    expect(await tab.getByLabel("Datum van de brief").inputValue()).toBe("2025-06-12");
    expect(await tab.getByLabel("Afzender").inputValue()).toBe("De Minister van Stadsdieren, M. van Dalen");
    expect(await tab.getByLabel("Soort").inputValue()).toBe("progress");
    expect(await tab.getByLabel("Aan").inputValue()).toBe("TK");
    expect(await tab.getByLabel("Dossier").locator("option:checked").innerText()).toBe(DOSSIER);
    expect(await staff.text()).toContain("In het eerste kwartaal zijn 214 waarschuwingen gegeven.");
    if (received) await tab.getByLabel("Door de Kamer ontvangen").fill(received);
    letterId = await takeUpLetter(staff);
  });

  it("says of both that the letter was not checked yet, and of none that it is late", async () => {
    expect(await standing(second, days.after)).toContain("Nog niet nagegaan in de brief van 12 juni 2025.");
    expect(await standing(second, days.after)).toContain("openstaand nog niet nagegaan");
    expect(await standing(second, days.before)).not.toContain("nagegaan");
    expect(await lateOn(days.after)).toEqual([]);
    const { page } = await register.get(`/brieven/${letterId}`);
    expect(page.text).toContain("nog niet: deze brief kan toezeggingen beantwoorden die hier nog als openstaand staan");
  });

  it("withdraws a wrong confirmation with its reason, and the status goes back", async () => {
    const card = () => proposal(staff, "komt terug op een toezegging");
    expect(await staff.text()).toContain("0 van 3 beoordeeld");
    await card().getByLabel("Een andere, hieronder ingevuld").check();
    await card().getByLabel("Andere toezegging").fill(second);
    await card().getByLabel("voldaan", { exact: true }).check();
    await staff.press("Bevestig het antwoord", card());
    expect(await card().innerText()).toContain(`${second}: ${SECOND}`);
    expect(await standing(second, days.after)).toMatch(/: voldaan/);
    expect(await standing(second, days.before)).toMatch(/: openstaand/);

    await card().getByText("Trek deze beoordeling in").click();
    await staff.press("Trek in", card());
    expect(staff.status()).toBe(422);
    expect(await card().innerText()).toContain("Schrijf kort waarom u dit intrekt");
    await card().getByLabel("Reden").fill("Verkeerde toezegging gekozen");
    await staff.press("Trek in", card());
    expect(await staff.text()).toContain("Ingetrokken. De passage is weer te beoordelen.");
    expect(await standing(second, days.after)).toContain("Nog niet nagegaan in de brief van 12 juni 2025.");
  });

  it("finds the commitment that the letter answers, with the reason, and records it as met", async () => {
    const card = () => proposal(staff, "komt een toezegging na");
    const best = card().getByRole("radio", { checked: true }).first();
    expect(await card().getByLabel(`${first}: ${FIRST}`).isChecked()).toBe(true);
    expect(await best.getAttribute("aria-describedby")).toBeTruthy();
    expect(await card().innerText()).toMatch(
      /Lijkt hierop \(score [01],\d\d\): gedeelde woorden: [^;]*handhav[^;]*; .*het debat van 13 maart 2025 wordt genoemd/,
    );
    expect(await card().getByLabel("voldaan", { exact: true }).isChecked()).toBe(true);
    await staff.press("Bevestig het antwoord", card());
    expect(await staff.text()).toContain("Vastgelegd.");
    expect(await card().innerText()).toContain(`${first}: ${FIRST}`);
    expect(await staff.text()).toContain("1 van 3 beoordeeld");
  });

  it("records what the letter promises itself, and rejects what is nothing", async () => {
    await staff.press("Niets voor het register", proposal(staff, "komt terug op een toezegging"));
    const card = proposal(staff, "nieuwe toezegging");
    expect(await card.getByLabel("Door", { exact: true }).inputValue()).toBe("Minister van Stadsdieren (M. van Dalen)");
    expect(await card.getByLabel("Termijn in woorden").last().inputValue()).toMatch(
      /^in de volgende voortgangsbrief$/i,
    );
    await card.getByLabel("Wat precies").fill("De Kamer informeren over de kosten van de tillen");
    await staff.press("Leg vast als toezegging", card);
    expect(await staff.text()).toContain("3 van 3 beoordeeld");
    expect(await card.innerText()).toContain("De Kamer informeren over de kosten van de tillen");
  });

  it("shows what the letter is silent on, and previews exactly the second as late", async () => {
    const silent = staff.tab.getByRole("region", { name: "Waar de brief niets over zegt" });
    expect(await silent.getByRole("listitem").allInnerTexts()).toEqual([
      `${second}: ${SECOND} (13 maart 2025) · was voor deze brief beloofd`,
    ]);
    await staff.tab.getByRole("link", { name: "Bekijk wat er gebeurt als u deze brief afsluit" }).click();
    const preview = staff.tab.getByRole("region", { name: "Wat te laat wordt door het afsluiten" });
    expect(await preview.getByRole("listitem").allInnerTexts()).toEqual([`${second}: ${SECOND} (13 maart 2025)`]);
    expect(await preview.innerText()).toContain("niet teruggekomen in de brief van 12 juni 2025");
    expect(await lateOn(days.after)).toEqual([]);
    await staff.press("Sluit de brief af");
    expect(await staff.text()).toContain("De brief is nagegaan en afgesloten.");
  });

  it("is late from the day after the letter, and not before", async () => {
    expect([await lateOn(days.before), await lateOn(days.letter), await lateOn(days.after)]).toEqual([
      [],
      [],
      [SECOND],
    ]);
    expect(await standing(second, days.before)).toMatch(/: openstaand openstaand Het register kent nog geen antwoord/);
    expect(await standing(second, days.letter)).not.toMatch(/te laat,|nagegaan|Niet teruggekomen/);
    const late = await standing(second, days.after);
    expect(late).toContain("openstaand, één dag te laat");
    expect(late).toContain("Niet teruggekomen in de brief van 12 juni 2025.");
  });

  it("reads voldaan of the first, with a link to the passage and a note beside it", async () => {
    expect(await standing(first, days.before)).toMatch(/: openstaand/);
    expect(await standing(first, days.letter)).toMatch(/: voldaan, op tijd/);
    const visitor = await register.person({ javaScript });
    await visitor.open(`/toezeggingen/${first}`);
    const source = visitor.tab.getByRole("region", { name: "Verloop" }).getByRole("link").first();
    expect(await source.getAttribute("href")).toMatch(new RegExp(`^/brieven/${letterId}#p\\d+$`));
    await source.click();
    await visitor.tab.waitForURL(/#p\d+$/);
    const passage = visitor.tab.locator(new URL(visitor.tab.url()).hash);
    expect(await passage.innerText()).toContain("Hiermee heb ik aan deze toezegging voldaan.");
    expect((await passage.locator(".passage__note").innerText()).replace(/\s+/g, " ")).toMatch(
      new RegExp(`Antwoord op ${FIRST} \\(${first}\\): .*voldaan`),
    );
    const notes = await visitor.tab.locator(".passage__note").allInnerTexts();
    expect(notes.length, "a note beside the answer and one beside the new promise").toBe(2);
    expect(notes[1]).toContain("De Kamer informeren over de kosten van de tillen");
  });

  it("leaves a chain that holds and no open letter on the desk", async () => {
    await staff.open("/werk");
    expect(await staff.text()).not.toContain(TITLE);
    const stale = await staff.tab.goto(`/werk/brieven/${letterId}`);
    expect(stale?.status()).toBe(200);
    expect(await staff.text()).toContain("Deze brief is nagegaan en afgesloten.");
  });
});
