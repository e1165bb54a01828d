/** Letters that cannot be taken in as they are: a Dutch sentence, and nothing that was filled in is lost. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { emptyPlace } from "../support/database.ts";
import { publishDebate, readLetter, takeUpLetter } from "../support/desk-work.ts";
import { startRegister } from "../support/running-register.ts";

const DOSSIER = "Egels in bermen (verzonnen)";
const MEGABYTE = 1024 * 1024;

/** Of a day of its own, unless one is given: two letters of one day in a dossier raise a question. */
let written = 0;
const letter = (about: string, date = `${++written} april 2024`) => `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum ${date}
Onderwerp Brief over ${about} (verzonnen)

De egels hebben in één jaar twaalf tunnels gekregen. Dat is méér dan in ’22.

De Minister van Voorbeelden,

M. van Dalen
`;

const textFile = (buffer: Buffer, name = "brief.txt") => ({ name, mimeType: "text/plain", buffer });
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("bringing in a letter", async () => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff", javaScript: false });
  const { tab } = staff;
  const directory = dirname(emptyPlace());

  beforeEach(async () => {
    await staff.open("/werk/brieven/nieuw");
    if ((await tab.getByLabel("Dossier").getByText(DOSSIER).count()) > 0) return;
    await publishDebate(staff, {
      date: "2024-03-07",
      dossier: DOSSIER,
      rows: [{ what: "Egeltunnels tellen", words: "voor 1 juli 2024" }],
    });
  });

  /** The first step answered with this sentence, the dossier is still chosen and the text still there. */
  async function expectRefused(field: string, sentence: RegExp, text = "") {
    expect(staff.status()).toBe(422);
    expect(new URL(tab.url()).pathname).toBe("/werk/brieven/nieuw");
    const summary = tab.getByRole("alert");
    expect(await summary.getByRole("link").innerText()).toMatch(sentence);
    expect(await summary.getByRole("link").getAttribute("href")).toBe(`#${field}`);
    expect(await tab.getByLabel("Dossier").locator("option:checked").innerText()).toBe(DOSSIER);
    expect(await tab.getByLabel("Tekst van de brief").inputValue()).toBe(text);
  }

  it("with no text and no file", async () => {
    await readLetter(staff, { dossier: DOSSIER });
    await expectRefused("tekst", /^Er is nog geen brief: plak de tekst of kies een bestand\.$/);
  });

  it("from a file that is empty", async () => {
    await readLetter(staff, { dossier: DOSSIER, file: textFile(Buffer.alloc(0)) });
    await expectRefused("bestand", /^Dit bestand is leeg/);
  });

  it("from a file of more than 25 MB", async () => {
    const path = join(directory, "te-groot.txt");
    writeFileSync(path, Buffer.alloc(25 * MEGABYTE + 1, "egel "));
    await readLetter(staff, { dossier: DOSSIER, text: "Deze tekst had ik al geplakt.", file: path });
    await expectRefused("bestand", /groter dan 25 MB/, "Deze tekst had ik al geplakt.");
  });

  it.each([
    ["a picture called .txt", PNG, "Dit is een afbeelding. Dat lezen wij niet."],
    ["a blank file", Buffer.from(" \n\t\n"), "Dit bestand is leeg: er staat geen tekst in."],
    ["bytes that mean nothing", Buffer.from([1, 2, 3, 0, 5, 6, 7, 8]), "Dit bestand is geen tekst."],
  ])("from a file that is no text: %s", async (_, bytes, sentence) => {
    await readLetter(staff, { dossier: DOSSIER, file: textFile(bytes) });
    expect(new URL(tab.url()).pathname).toMatch(/^\/werk\/brieven\/binnengekomen\//);
    expect(await staff.text()).toContain(sentence);
    await staff.press("Haal dit bestand weg");
    expect(await staff.text()).toContain("Weggehaald.");
  });

  it("with a text and a file at once: asks which of the two", async () => {
    await readLetter(staff, {
      dossier: DOSSIER,
      text: "Een geplakte brief.",
      file: textFile(Buffer.from("Een andere brief.")),
    });
    await expectRefused("bestand", /^U plakte een tekst en koos ook een bestand\./, "Een geplakte brief.");
  });

  it("in Windows-1252: decoded, shown to be checked, and kept byte for byte", async () => {
    const bytes = Buffer.from(letter("Windows-egels").replace("’", "\u0092"), "latin1");
    await readLetter(staff, { dossier: DOSSIER, file: textFile(bytes, "Egels & co «1».txt") });
    expect(await staff.text()).toContain(
      "We hebben het gelezen als Windows-1252. Kijk hieronder of letters met accenten",
    );
    expect(await staff.text()).toContain("in één jaar twaalf tunnels gekregen. Dat is méér dan in ’22.");
    const id = await takeUpLetter(staff);

    await staff.open(`/brieven/${id}`);
    const href = await tab.getByRole("link", { name: "Download de brief zoals die binnenkwam" }).getAttribute("href");
    const original = await register.get(href ?? "");
    expect(original.status).toBe(200);
    expect(Buffer.from(original.bytes).equals(bytes)).toBe(true);
    expect(original.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(original.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(original.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="[\w.-]+\.txt"; filename\*=UTF-8''Egels%20%26%20co%20%C2%AB1%C2%BB\.txt$/,
    );
  });

  it("in UTF-8 with its mark, or in UTF-16: read like any other", async () => {
    await readLetter(staff, { dossier: DOSSIER, file: textFile(Buffer.from(`\ufeff${letter("gemerkte egels")}`)) });
    expect(await tab.getByLabel("Titel").inputValue()).toBe("Brief over gemerkte egels (verzonnen)");
    expect(await staff.text()).not.toContain("We hebben het gelezen als");
    await staff.press("Niet opnemen, haal deze brief weg");
    expect(await staff.text()).toContain("Weggehaald.");
    await readLetter(staff, {
      dossier: DOSSIER,
      file: textFile(Buffer.from(`\ufeff${letter("brede egels")}`, "utf16le")),
    });
    expect(await tab.getByLabel("Titel").inputValue()).toBe("Brief over brede egels (verzonnen)");
    expect(await staff.text()).toContain("We hebben het gelezen als UTF-16LE.");
    await staff.press("Niet opnemen, haal deze brief weg");
  });

  it("that was brought in before: links to it, as a file and pasted", async () => {
    const text = letter("bekende egels");
    await readLetter(staff, { dossier: DOSSIER, file: textFile(Buffer.from(text)) });
    const id = await takeUpLetter(staff);
    const link = tab.getByRole("main").getByRole("link", { name: "Brief over bekende egels (verzonnen)", exact: true });

    await readLetter(staff, { dossier: DOSSIER, file: textFile(Buffer.from(text), "anders.txt") });
    await expectRefused(
      "bestand",
      /^Deze brief is al eerder ingelezen: Brief over bekende egels \(verzonnen\), van \d+ april 2024\.$/,
    );
    expect(await link.getAttribute("href")).toBe(`/brieven/${id}`);
    await readLetter(staff, { dossier: DOSSIER, text });
    await expectRefused("tekst", /^Deze brief is al eerder ingelezen/, text);
    expect(await link.getAttribute("href")).toBe(`/brieven/${id}`);
  });

  it("twice at the same time: one letter comes of it, and nothing waits on the desk", async () => {
    const text = letter("dubbele egels");
    await readLetter(staff, { dossier: DOSSIER, text });
    const waiting = tab.url();
    await readLetter(staff, { dossier: DOSSIER, text });
    const id = await takeUpLetter(staff);
    await staff.open(new URL(waiting).pathname);
    await staff.press("Neem de brief op");
    expect(new URL(tab.url()).pathname).toBe(`/werk/brieven/${id}`);
    expect(await staff.text()).toContain("Deze brief was al opgenomen.");
    await staff.open("/werk");
    expect(await staff.text()).not.toContain("ingelezen, nog niet opgenomen");
  });

  describe("and checking its head", () => {
    const tomorrow = addDays(today(), 1);
    const FILLED = {
      Titel: "Zelf bedachte titel",
      "Datum van de brief": "2024-04-02",
      "Door de Kamer ontvangen": "2024-04-03",
      Afzender: "De Minister van Egels, E. Stekel",
      "Nummer van het Kamerstuk": "36 410 XIV, nr. 12",
    };

    async function fillIn(values: Partial<typeof FILLED>) {
      for (const [label, value] of Object.entries({ ...FILLED, ...values })) await tab.getByLabel(label).fill(value);
      await tab.getByLabel("Soort").selectOption("progress");
      await tab.getByLabel("Aan").selectOption("EK");
      await staff.press("Neem de brief op");
    }

    async function expectAsked(field: string, sentence: RegExp, values: Partial<typeof FILLED>) {
      expect(staff.status()).toBe(422);
      const links = tab.getByRole("alert").getByRole("link");
      expect(await links.allInnerTexts()).toEqual([expect.stringMatching(sentence)]);
      expect(await links.getAttribute("href")).toBe(`#${field}`);
      for (const [label, value] of Object.entries({ ...FILLED, ...values }))
        expect(await tab.getByLabel(label).inputValue(), label).toBe(value);
      expect(await tab.getByLabel("Soort").inputValue()).toBe("progress");
      expect(await tab.getByLabel("Aan").inputValue()).toBe("EK");
      expect(await tab.getByLabel("Dossier").locator("option:checked").innerText()).toBe(DOSSIER);
    }

    it.each([
      [
        "a date in the future",
        "datum",
        { "Datum van de brief": tomorrow, "Door de Kamer ontvangen": "" },
        new RegExp(`^${dayInWords(tomorrow)} moet nog komen\\. Vul een datum in tot en met vandaag\\.$`),
      ],
      [
        "no date",
        "datum",
        { "Datum van de brief": "", "Door de Kamer ontvangen": "" },
        /^Vul de datum van de brief in\.$/,
      ],
      ["no title", "titel", { Titel: "" }, /^Vul de titel van de brief in/],
      ["received in the future", "ontvangen", { "Door de Kamer ontvangen": tomorrow }, /moet nog komen/],
      [
        "received before it was written",
        "ontvangen",
        { "Door de Kamer ontvangen": "2024-04-01" },
        /^De Kamer kan de brief niet hebben gekregen voor hij geschreven was\.$/,
      ],
      [
        "a number that is no Kamerstuk",
        "stuk",
        { "Nummer van het Kamerstuk": "nummer twaalf" },
        /^“nummer twaalf” is geen nummer van een Kamerstuk dat we kennen\. Schrijf het als 32 500 VI, nr\. 75, of laat het leeg\.$/,
      ],
    ] as const)("with %s", async (what, field, values, sentence) => {
      await readLetter(staff, { dossier: DOSSIER, text: letter(`egels met ${what}`) });
      await fillIn(values);
      await expectAsked(field, sentence, values);
      await staff.press("Niet opnemen, haal deze brief weg");
    });

    it("of a letter of the same day as one that is there: asks whether it is another", async () => {
      const day = "28 maart 2024";
      await readLetter(staff, { dossier: DOSSIER, text: letter("vroege egels", day) });
      await takeUpLetter(staff);
      await readLetter(staff, { dossier: DOSSIER, text: letter("late egels", day) });
      await staff.press("Neem de brief op");
      expect(staff.status()).toBe(422);
      expect(await staff.text()).toContain(
        "In dit dossier staat al een brief van 28 maart 2024: Brief over vroege egels (verzonnen). Is dit een andere brief?",
      );
      await tab.getByLabel("Ja, dit klopt zo").check();
      await takeUpLetter(staff);
    });

    it("of a letter that is older than the debate: asks, and takes it in after a yes", async () => {
      await readLetter(staff, { dossier: DOSSIER, text: letter("oude egels", "6 maart 2024") });
      const values = {
        "Datum van de brief": "2024-03-06",
        "Door de Kamer ontvangen": "",
        "Nummer van het Kamerstuk": "",
      };
      await fillIn(values);
      await expectAsked(
        "klopt",
        /^De brief is van 6 maart 2024\. Dat is vóór het laatste debat in dit dossier, van 7 maart 2024\. Klopt de datum\?$/,
        values,
      );
      await tab.getByLabel("Ja, dit klopt zo").check();
      const id = await takeUpLetter(staff);
      const { page } = await register.get(`/brieven/${id}`);
      expect(page.heading).toBe("Zelf bedachte titel");
      expect(page.text).toContain("De Minister van Egels, E. Stekel");
    });
  });
});
