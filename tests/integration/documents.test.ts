/** What we hand over as a Word file or a workbook, opened by LibreOffice. */
import { describe, expect, test } from "vitest";
import { docx } from "#app/formats/docx.ts";
import { workbook } from "#app/formats/workbook.ts";
import { pagesOf, sheetsOf } from "../support/libre-office.ts";

describe("a Word file", () => {
  test("has its title, headings, lists and tables in order, and says on which page one is", {
    timeout: 60_000,
  }, async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      [`rij ${at}`],
      [{ text: "stuk", href: "https://example.org/" }],
      ["één", "twee"],
    ]);
    const file = await docx({
      title: "Toezeggingen & zo <verzonnen>",
      lead: "Aan het Voorbeeldministerie",
      blocks: [
        { kind: "heading", level: 2, text: "Te laat" },
        {
          kind: "paragraph",
          words: ["Met een ", { text: "verwijzing", href: "https://example.org/a?b=c&d=e" }, " erin\u0000."],
        },
        { kind: "list", items: ["eerste", "tweede"] },
        {
          kind: "table",
          caption: "De tabel",
          columns: [
            { heading: "Wat", width: 1 },
            { heading: "Waar", width: 2 },
            { heading: "Hoe", width: 1 },
          ],
          rows,
        },
      ],
    });
    const pages = await pagesOf(file);
    expect(pages.length).toBeGreaterThan(1);
    const [first = "", second = ""] = pages;
    expect(first).toMatch(
      /^Toezeggingen & zo <verzonnen> Aan het Voorbeeldministerie Te laat Met een verwijzing erin \. . eerste . tweede De tabel Wat Waar Hoe rij 0 stuk één twee rij 1 /,
    );
    expect(second).toMatch(/^Wat Waar Hoe rij \d+ /);
    expect(second.endsWith(`2 van ${pages.length}`)).toBe(true);
    const told = pages.join(" ").match(/rij \d+/g);
    expect(told).toEqual(rows.map((_, at) => `rij ${at}`));
  });
});

describe("a workbook", () => {
  test("shows each sheet with its cells, runs none of them, and keeps days as days", { timeout: 60_000 }, async () => {
    const file = await workbook([
      {
        name: "In behandeling",
        columns: [
          { heading: "Omschrijving", width: 40 },
          { heading: "Datum", width: 12 },
          { heading: "Dagen", width: 8 },
        ],
        rows: [
          ["=1+1", { day: "2011-03-14" }, 12],
          ['met "aanhaling",\nen een regel', null, null],
          ["\u0000+31", { day: "1999-12-31" }, -3],
        ],
      },
      { name: "Afgerond", columns: [{ heading: "Omschrijving", width: 40 }], rows: [] },
    ]);
    expect(sheetsOf(file)).toEqual(
      new Map([
        [
          "In behandeling",
          [
            ["Omschrijving", "Datum", "Dagen"],
            ["=1+1", "03/14/2011", "12"],
            ['met "aanhaling",\nen een regel', "", ""],
            [" +31", "12/31/1999", "-3"],
          ],
        ],
        ["Afgerond", [["Omschrijving"]]],
      ]),
    );
  });
});
