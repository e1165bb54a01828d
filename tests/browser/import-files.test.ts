/** A file on its way into the register, in a browser: with and without scripts, long ones, and one without words. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { axeFindings } from "../support/browser.ts";
import { readLetter, takeUpLetter } from "../support/desk-work.ts";
import { longPdf, scannedPdf } from "../support/long-pdf.ts";
import { READING } from "../support/reading.ts";
import { type Person, startRegister } from "../support/running-register.ts";

const DOSSIER = "Voorbeeld: digitale loketten";
const PAGES = 160;
const fixture = (name: string) => readFileSync(`tests/fixtures/letters/${name}`);
const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const heading = ({ tab }: Person, name: string) => tab.getByRole("heading", { level: 1, name });

describe.each([
  { how: "with scripts", javaScript: true, file: "voorbeeldbrief.docx" },
  { how: "without scripts", javaScript: false, file: "voorbeeldbrief.odt" },
])("bringing in files, $how", async ({ javaScript, file }) => {
  const register = await startRegister();
  const staff = await register.person({ signedInAs: "staff", javaScript });
  const { tab } = staff;

  it("a letter from a word processor is read, checked and taken up", async () => {
    await readLetter(staff, { dossier: DOSSIER, file: asFile(file, fixture(file)) });
    expect(await tab.getByLabel("Titel").inputValue()).toBe("Tweede voortgangsbrief buitenzwembaden");
    expect(await tab.getByLabel("Datum van de brief").inputValue()).toBe("2013-02-18");
    await tab.getByLabel("Datum van de brief").fill(addDays(today(), -1));
    const id = await takeUpLetter(staff);
    await staff.open(`/brieven/${id}`);
    expect(await staff.text()).toContain("In de drie regio’s zijn sinds de vorige brief zeven baden geopend.");
  });

  it("a long one shows how far it is, can be left and found again, and goes on when it is read", async () => {
    await staff.open("/werk/brieven/nieuw");
    await tab.getByLabel("Dossier").selectOption({ label: DOSSIER });
    await tab.getByLabel("Bestand").setInputFiles(asFile("lang.pdf", longPdf(PAGES)));
    await staff.press("Lees de brief");
    await heading(staff, READING).waitFor();
    const address = new URL(tab.url()).pathname;
    const words = tab.locator("[data-reading] strong");
    await expect
      .poll(() => words.innerText(), { timeout: 60_000, interval: 100 })
      .toMatch(new RegExp(`^Bladzijde \\d+ van ${PAGES}$`));
    expect(await tab.locator("progress").getAttribute("max")).toBe(String(PAGES));
    if (javaScript) expect(await axeFindings(tab)).toEqual([]);

    await staff.open("/werk/brieven/nieuw");
    const link = tab.getByRole("main").getByRole("link", { name: "lang.pdf" });
    expect(await staff.text()).toMatch(/lang\.pdf, \d+ \w+ \d+ \(wordt gelezen: /);
    expect(await link.getAttribute("href")).toBe(address);
    await link.click();
    await heading(staff, "Brief controleren").waitFor({ timeout: 60_000 });
    expect(await tab.getByLabel("Titel").inputValue()).toBe("Lange brief over heggen (verzonnen)");
    await expect.poll(() => staff.text(), { timeout: 20_000 }).toContain(`Langs spoor ${PAGES} staat heg 44`);
  }, 180_000);

  it("a scan asks for the text, which is then read; the scan stays with it", async () => {
    const scan = scannedPdf();
    await readLetter(staff, { dossier: DOSSIER, file: asFile("scan.pdf", scan) });
    await heading(staff, "Dit bestand is niet te lezen").waitFor();
    expect(await staff.text()).toContain("Waarschijnlijk is het een scan. Open de brief, kopieer de tekst en plak die");
    if (javaScript) expect(await axeFindings(tab)).toEqual([]);
    const text = `Datum ${dayInWords(addDays(today(), -2))}\nOnderwerp Brief die gescand was (verzonnen)\n\nDe heggen zijn geknipt.\n`;
    await tab.getByLabel("Tekst van de brief").fill(text);
    await staff.press("Lees deze tekst");
    await heading(staff, "Brief controleren").waitFor();
    expect(await tab.getByLabel("Titel").inputValue()).toBe("Brief die gescand was (verzonnen)");
    const id = await takeUpLetter(staff);
    expect(Buffer.from((await register.get(`/brieven/${id}/origineel`)).bytes).equals(scan)).toBe(true);
  });
});
