/** Files that are no list, or a hostile one: a sentence that says what to do, and the server goes on. */
import { beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "../support/app.ts";
import { inside } from "../support/damaged-files.ts";
import { bringList, settledList, workbook } from "../support/lists.ts";
import { unzipped, zipped } from "../support/zip-files.ts";

let app: App;
let sound: Buffer;
beforeAll(async () => {
  app = await startApp();
  sound = await workbook({
    Lijst: [
      ["Kenmerk", "Titel"],
      ["1", "Een verzonnen rij"],
    ],
  });
});

const SHEET = "xl/worksheets/sheet1.xml";
/** The workbook with something else in the place of its sheet. */
function withSheet(content: string | Buffer): Buffer {
  const entries = unzipped(sound);
  entries.set(SHEET, Buffer.from(content));
  return zipped(entries);
}
const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, " ");
const manyRows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join("");
/** The first bytes of what Excel wrote before 2007; newer files with a password are wrapped so too. */
const old = (inner: string): Buffer =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(inner, "utf16le")]);

const FILES: [string, string, () => Buffer, string][] = [
  ["an empty file", "leeg.csv", () => Buffer.alloc(0), "Dit bestand is leeg"],
  ["nothing but blank cells", "leeg.csv", () => Buffer.from(";;;\n;;;\n"), "Dit bestand is leeg"],
  ["a workbook without rows", "leeg.xlsx", () => withSheet(sheetOf("")), "Dit bestand is leeg"],
  ["a workbook cut off", "half.xlsx", () => sound.subarray(0, sound.length - 200), "beschadigd"],
  ["a workbook with a damaged sheet", "kapot.xlsx", () => withSheet("<worksheet><sheetData><row"), "beschadigd|leeg"],
  [
    "a workbook that unfolds to a hundred megabytes",
    "bom.xlsx",
    () => withSheet(megabytes(100)),
    "te groot om te lezen",
  ],
  [
    "a workbook of a million rows",
    "miljoen.xlsx",
    () => withSheet(sheetOf(manyRows(1_000_000))),
    "te groot om te lezen|meer dan 20.000 rijen",
  ],
  ["a text of a million rows", "miljoen.csv", () => Buffer.from("a;b\n".repeat(1_000_000)), "meer dan 20.000 rijen"],
  ["a workbook with a password", "geheim.xlsx", () => old("EncryptedPackage"), "beveiligd met een wachtwoord"],
  ["an old workbook", "oud.xls", () => old("Workbook"), "Dit is een oud Excel-bestand \\(.xls\\)"],
  [
    "a Word file",
    "brief.docx",
    () => inside("voorbeeldbrief.docx", "docProps/app.xml", ""),
    "Dit is geen lijst in Excel of CSV",
  ],
  ["a PDF", "brief.csv", () => Buffer.from("%PDF-1.7\nx;y\n"), "Dit is geen lijst in Excel of CSV"],
  [
    "bytes that are no text",
    "ruis.csv",
    () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
    "Dit is geen lijst in Excel of CSV",
  ],
  ["a quote that is never closed", "haak.csv", () => Buffer.from(`a;b\n"c;d\n${"e;f\n".repeat(9)}`), "beschadigd"],
];

describe("A file that gives no list", () => {
  test.each(FILES)("%s is refused with a sentence", async (_what, name, bytes, sentence) => {
    const path = await bringList(app, name, bytes());
    const { page } = await settledList(app, path);
    expect(page?.heading).toBe("Deze lijst is niet te lezen");
    expect(page?.text).toMatch(new RegExp(sentence));
    // It can be thrown away, and another brought.
    expect((await app.post(path, { doe: "weg" }, "staff")).location).toBe("/werk/lijsten?gedaan=weggehaald");
  });

  test("leaves the program to read the next", async () => {
    const { page } = await settledList(app, await bringList(app, "goed.xlsx", sound));
    expect(page?.heading).toBe("Kolommen kiezen");
    expect(page?.text).toContain("Een verzonnen rij");
  });

  test("a formula is what it came to, and one that never came to anything is blank", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Kenmerk</t></is></c><c r="B1" t="inlineStr"><is><t>Titel</t></is></c></row><row r="2"><c r="A2"><f>40+2</f><v>42</v></c><c r="B2" t="str"><f>HYPERLINK("x")</f><v>Uitkomst van een formule</v></c></row><row r="3"><c r="A3"><f>1+1</f></c><c r="B3" t="inlineStr"><is><t>Zonder uitkomst</t></is></c></row>`;
    const { page } = await settledList(app, await bringList(app, "formules.xlsx", withSheet(sheetOf(rows))));
    expect(page?.heading).toBe("Kolommen kiezen");
    expect(page?.text).toContain("Kenmerk 42 Wat staat");
    expect(page?.text).toContain("Uitkomst van een formule");
    expect(page?.text).not.toContain("HYPERLINK");
  });

  test("without a file, or with a day that is none, the form says what to do", async () => {
    const form = new FormData();
    form.set("stand", "2024-02-30");
    const { status, page } = await app.post("/werk/lijsten", form, "staff");
    expect(status).toBe(422);
    expect(page?.text).toContain("Vul een dag in die bestaat, of laat het leeg voor vandaag.");
    expect(page?.text).toContain("Kies het bestand van de lijst.");
  });
});
