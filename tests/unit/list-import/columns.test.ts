import { describe, expect, test } from "vitest";
import { guessUses, headerMeans, headerRowOf, sheetOfList } from "#app/domain/list-import/columns.ts";
import { headersTogether, layoutFor, remembered } from "#app/domain/list-import/layout.ts";

describe("A header says what a column holds", () => {
  test.each([
    ["Kenmerk", "key"],
    ["Nr.", "key"],
    ["Toezeggingsnummer", "key"],
    ["Nummer register", "number"],
    ["Titel", "title"],
    ["Toezegging", "title"],
    ["Omschrijving toezegging", "text"],
    ["Datum toezegging", "madeOn"],
    ["DATUM  DEBAT", "madeOn"],
    ["Debat/brief", "origin"],
    ["Vindplaats", "origin"],
    ["Bewindspersoon", "office"],
    ["Aan wie", "to"],
    ["Kamerlid / fractie", "to"],
    ["Kamer", "chamber"],
    ["Ministerie", "ministry"],
    ["Dossier", "dossier"],
    ["Dossierhouder", "holder"],
    ["Thema", "topic"],
    ["Termijn", "deadlineWords"],
    ["Termijndatum", "deadlineOn"],
    ["Status", "status"],
    ["Datum afdoening", "statusOn"],
    ["Afgedaan op", "statusOn"],
    ["Afgedaan met", "settledBy"],
    ["Brief van afdoening", "settledBy"],
    ["Opmerkingen (intern)", "remark"],
    ["Kleurcode", null],
    ["Bladzijde", null],
  ])("%s: %s", (header, use) => expect(headerMeans(header)).toBe(use));

  test("each use goes to one column", () => {
    expect(guessUses(["Datum", "Datum debat", "Status", "Stand"], [])).toEqual(["madeOn", null, "status", null]);
  });

  test("where the header says nothing, the values may", () => {
    const rows = [
      ["x", "openstaand", "Minister van Voorbeelden", "3-4-2024"],
      ["y", "afgedaan", "Staatssecretaris van Voorbeelden", "4-4-2024"],
      ["z", "deels", "Minister van Voorbeelden", "5 april 2024"],
    ];
    expect(guessUses(["a", "b", "c", "d"], rows)).toEqual([null, "status", "office", "madeOn"]);
    // One value that fits nothing, and nothing is guessed.
    expect(guessUses(["b"], [["openstaand"], ["afgedaan"], ["paars"]])).toEqual([null]);
  });
});

describe("The row of the header", () => {
  test.each([
    [
      "at the top",
      [
        ["Kenmerk", "Titel", "Status"],
        ["1", "a", "open"],
      ],
      0,
    ],
    [
      "under titles that are merged over the columns",
      [
        ["Lijst 2024", "", ""],
        ["", "", ""],
        ["Nr", "Titel", "Status"],
      ],
      2,
    ],
    [
      "with headers that we do not know",
      [
        ["Een titel", ""],
        ["Aap", "Noot"],
        ["1", "2"],
      ],
      1,
    ],
  ] as [string, string[][], number][])("is found %s", (_, rows, at) => expect(headerRowOf(rows)).toBe(at));
});

describe("Of a workbook's sheets", () => {
  const note = [["Verzonnen lijst"], ["Niemand heeft dit toegezegd."]];
  const list = [["Stand van zaken"], ["Kenmerk", "Titel", "Datum toezegging"], ["V-1", "Loketten", "2024-03-12"]];
  const summary = [
    ["Status", "Aantal"],
    ["open", "12"],
  ];
  test.each([
    ["the list is taken, not the note before it", [note, list], 1],
    ["the list is taken, not a summary with one header that we know", [summary, list], 1],
    ["of two lists the first", [list, list], 0],
    ["the first where none looks like a list", [note, note], 0],
  ])("%s", (_, sheets, at) => expect(sheetOfList(sheets)).toBe(at));
});

describe("What was said of a list", () => {
  const headers = ["Kenmerk", "Wat", "Wanneer"];
  const whole = { chamber: "EK" as const, office: "Minister van Voorbeelden", dossier: "Loketten" };
  const layout = {
    uses: ["key", "title", "madeOn"] as const,
    orders: { "2": "month_day" as const },
    statuses: { geparkeerd: "open" as const },
    whole,
  };

  test("is known again where the same columns stand in another order", () => {
    const memory = remembered(headers, { ...layout, uses: [...layout.uses] });
    const moved = ["wanneer ", "KENMERK", "Wat"];
    expect(headersTogether(moved)).toBe(headersTogether(headers));
    expect(layoutFor(moved, [], memory, { chamber: "TK", office: "", dossier: "" })).toEqual({
      uses: ["madeOn", "key", "title"],
      orders: { "0": "month_day" },
      statuses: { geparkeerd: "open" },
      whole,
    });
  });

  test("does not hold for other columns", () =>
    expect(headersTogether(["Kenmerk", "Wat"])).not.toBe(headersTogether(headers)));
});
