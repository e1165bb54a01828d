/** Two people of one ministry go through the same letter: nothing is overwritten, and the second is told what the first did. */
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { proposal, publishDebate, readLetter, takeUpLetter } from "../support/desk-work.ts";
import { type Person, startRegister } from "../support/running-register.ts";
import { stepByStep } from "../support/steps.ts";

const DOSSIER = "Zwanenvijvers (verzonnen)";
const CAPACITY = "De Kamer informeren over de diepte van de zwanenvijvers";
const FEED = "De Kamer informeren over het voer van de zwanen";
const LETTER = `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 20 mei 2024
Onderwerp Voortgangsbrief zwanenvijvers (verzonnen)

Diepte
Tijdens het debat van 15 februari 2024 heb ik toegezegd u te informeren over de diepte van de zwanenvijvers.
De vijvers zijn een meter diep.

Voer
Ik heb u toegezegd te informeren over het voer van de zwanen. Zij eten brood.

Plannen
Ik zal uw Kamer voor 1 september 2024 informeren over de eendenkooien.

De Minister van Voorbeelden,

M. van Dalen
`;

const COLLEAGUE = { email: "collega@demo.example", name: "Collega Voorbeeldministerie" };
const withColleague = (path: string) => {
  const database = new Database(path);
  database
    .prepare(
      `INSERT INTO accounts (id, email, name, role, ministry_id, committee_id, member_id, password_hash, totp_secret, created_at)
       SELECT 'collega', ?, ?, role, ministry_id, committee_id, member_id, password_hash, totp_secret, created_at FROM accounts WHERE email = 'voorbeeld@demo.example'`,
    )
    .run(COLLEAGUE.email, COLLEAGUE.name);
  database.close();
};

describe("two reviewers", async () => {
  const register = await startRegister({ prepare: withColleague });
  const first = await register.person({ signedInAs: "staff" });
  const second = await register.person({ signedInAs: COLLEAGUE });
  let capacity = "";
  let feed = "";
  let review = "";

  stepByStep();

  const both = async () => {
    await first.open(review);
    await second.open(review);
  };
  const aboutDepth = (person: Person) => proposal(person, "komt terug op een toezegging", 0);
  const aboutFeed = (person: Person) => proposal(person, "komt terug op een toezegging", 1);
  const promise = (person: Person) => proposal(person, "nieuwe toezegging");
  const statusOf = async (number: string) => (await register.get(`/toezeggingen/${number}`)).page.text;

  it("have the letter open at the same time", async () => {
    const rows = [CAPACITY, FEED].map((what) => ({ what, words: "voor 1 juli 2024" }));
    [capacity = "", feed = ""] = await publishDebate(first, { date: "2024-02-15", dossier: DOSSIER, rows });
    await readLetter(first, { dossier: DOSSIER, text: LETTER });
    review = `/werk/brieven/${await takeUpLetter(first)}`;
    await both();
    for (const person of [first, second]) expect(await person.text()).toContain("0 van 3 beoordeeld");
  });

  it("the second to decide on a passage is told what the first did, and nothing is overwritten", async () => {
    await aboutDepth(first).getByLabel("voldaan", { exact: true }).check();
    await first.press("Bevestig het antwoord", aboutDepth(first));
    expect(first.status()).toBe(200);

    const form = aboutDepth(second);
    await form.getByLabel("Een andere, hieronder ingevuld").check();
    await form.getByLabel("Andere toezegging").fill(feed);
    await form.getByLabel("uitstel", { exact: true }).check();
    await form.getByLabel("Wat gebeurt er met de rest").selectOption({ label: "er komt een nieuwe termijn" });
    await form.getByLabel("Nieuwe termijn in woorden").fill("voor 1 december 2024");
    await form.getByLabel("Toelichting").fill("Zij vragen meer tijd <voor> “het voer”");
    await second.press("Bevestig het antwoord", form);

    expect(second.status()).toBe(409);
    expect(await second.text()).toContain("Uw keuze is niet opgeslagen. Lees bij de passage waarom");
    const told = (await aboutDepth(second).innerText()).replace(/\s+/g, " ");
    expect(told).toMatch(
      /Medewerker Voorbeeldministerie heeft deze passage op .* al beoordeeld: gekoppeld aan een toezegging\./,
    );
    expect(told).toContain(`Beoordeeld: gekoppeld aan een toezegging, voldaan · ${capacity}: ${CAPACITY}`);
    for (const typed of [
      `toezegging: ${feed}`,
      "wat zegt de brief: uitstel",
      "er komt een nieuwe termijn",
      "voor 1 december 2024",
      "Zij vragen meer tijd <voor> “het voer”",
    ]) {
      expect(told).toContain(typed);
    }
    expect(await statusOf(capacity)).toContain("voldaan, op tijd");
    expect(await statusOf(feed)).not.toContain("Uitstel");
    expect(await second.text()).toContain("1 van 3 beoordeeld");
  });

  it("is told so as well when the form itself was not complete", async () => {
    await second.open(review);
    await second.press("Niets voor het register", aboutFeed(second));
    await first.press("Bevestig het antwoord", aboutFeed(first));
    expect(first.status()).toBe(409);
    expect(await aboutFeed(first).innerText()).toContain("Collega Voorbeeldministerie heeft deze passage");
    expect(await aboutFeed(first).innerText()).toContain("niets voor het register");
    expect(await statusOf(feed)).not.toContain("Het ministerie meldt");
  });

  it("one promise becomes one commitment", async () => {
    await both();
    await promise(first).getByLabel("Wat precies").fill("De Kamer informeren over de eendenkooien");
    await promise(second).getByLabel("Wat precies").fill("Een brief over eendenkooien sturen");
    await promise(second).getByLabel("Onderwerp").first().fill("Eendenkooien");
    await first.press("Leg vast als toezegging", promise(first));
    await second.press("Leg vast als toezegging", promise(second));
    expect([first.status(), second.status()]).toEqual([200, 409]);
    expect(await promise(second).innerText()).toContain("wat precies: Een brief over eendenkooien sturen");
    expect(await promise(second).innerText()).toContain("onderwerp: Eendenkooien");
    const { page } = await register.get("/toezeggingen?dossier=zwanenvijvers-verzonnen");
    expect(page.links.filter(({ text }) => /eendenkooien/i.test(text)).map(({ text }) => text)).toEqual([
      "De Kamer informeren over de eendenkooien",
    ]);
  });

  it("a passage that the reader passed over is linked by hand, once", async () => {
    await both();
    const linked = (person: Person) => person.tab.getByRole("article", { name: "Zelf gekoppeld" });
    for (const person of [first, second]) {
      const passage = person.tab.getByRole("region").filter({ hasText: "De vijvers zijn een meter diep." }).last();
      await passage.getByRole("link", { name: "Koppel deze passage zelf" }).click();
      await person.tab.waitForURL(/alinea=/);
      await linked(person)
        .getByLabel("ndere toezegging")
        .or(linked(person).getByLabel("Welke toezegging"))
        .last()
        .fill(feed);
      await linked(person).getByLabel("tussenstand").check();
      await linked(person).getByLabel("Toelichting").fill("Het voer drijft");
    }
    await first.press("Bevestig het antwoord", linked(first));
    await second.press("Bevestig het antwoord", linked(second));
    expect([first.status(), second.status()]).toEqual([200, 409]);
    expect(await linked(second).first().innerText()).toContain(
      `Beoordeeld: gekoppeld aan een toezegging, tussenstand · ${feed}: ${FEED}`,
    );
    expect(await linked(second).first().innerText()).toContain("toelichting: Het voer drijft");
    expect((await statusOf(feed)).match(/Het ministerie meldt: tussenstand/g)).toHaveLength(1);
  });

  it("both withdraw the same decision: the second is told that it is gone, and the form is there again", async () => {
    await both();
    for (const person of [first, second]) {
      await aboutFeed(person).getByText("Trek deze beoordeling in").click();
      await aboutFeed(person).getByLabel("Reden").fill("Het gaat wel over het voer");
    }
    await second.press("Trek in", aboutFeed(second));
    expect(second.status()).toBe(200);
    await first.press("Trek in", aboutFeed(first));
    expect(first.status()).toBe(409);
    expect(await aboutFeed(first).innerText()).toContain("Deze beoordeling is er niet meer");
    expect(
      await aboutFeed(first)
        .getByRole("radio", { name: `${feed}: ${FEED}` })
        .isChecked(),
    ).toBe(true);
  });

  it("what comes in after the letter was closed is not saved, and shown", async () => {
    await both();
    await aboutFeed(second).getByLabel("voldaan", { exact: true }).check();
    await aboutFeed(second).getByLabel("Toelichting").fill("Brood is genoeg");
    await first.open(`${review}/afsluiten`);
    expect(await first.text()).toContain("Eén passage is nog niet beoordeeld.");
    await first.press("Sluit de brief af");
    await second.press("Bevestig het antwoord", aboutFeed(second));
    expect(second.status()).toBe(409);
    expect(await aboutFeed(second).innerText()).toContain(
      "De brief is intussen afgesloten. Uw keuze is niet opgeslagen.",
    );
    expect(await aboutFeed(second).innerText()).toContain("toelichting: Brood is genoeg");
    expect(await statusOf(feed)).not.toContain("Het ministerie meldt: voldaan");
  });

  it("opens the review again with a reason, and then it is saved", async () => {
    await second.tab.getByText("Heropen het nagaan", { exact: true }).click();
    await second.press("Heropen");
    expect(second.status()).toBe(422);
    expect(await second.text()).toContain("Schrijf kort waarom");
    await second.tab.getByLabel("Reden").first().fill("Er was nog een antwoord");
    await second.press("Heropen");
    expect(await second.text()).toContain("Het nagaan van de brief is weer open.");
    await aboutFeed(second).getByLabel("voldaan", { exact: true }).check();
    await second.press("Bevestig het antwoord", aboutFeed(second));
    expect(await statusOf(feed)).toContain("voldaan, op tijd");
  });

  it("what was told after the form before is not told again beside an error", async () => {
    expect(await second.text()).toContain("Vastgelegd.");
    await aboutFeed(second).getByText("Trek deze beoordeling in").click();
    await second.press("Trek in", aboutFeed(second));
    expect(second.status()).toBe(422);
    expect(await second.text()).not.toContain("Vastgelegd.");
  });
});
