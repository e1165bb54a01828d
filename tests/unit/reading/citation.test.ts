import { describe, expect, it } from "vitest";
import { citations } from "#app/domain/reading/citation.ts";

type Row = [text: string, ...found: string[]];
const found = (text: string): string[] =>
  citations(text).map(({ kind, dossier, number, year }) =>
    [kind, dossier ?? "-", number ?? "-", year ?? "-"].join(" "),
  );

describe("papers cited in the forms that letters use", () => {
  it.each<Row>([
    ["Zie Kamerstuk 33 037, nr. 12.", "kamerstuk 33037 12 -"],
    ["Zie Kamerstukken II 2014/15, 33 037, nr. 12.", "kamerstuk 33037 12 2014-2015"],
    ["Kamerstukken II, vergaderjaar 2014–2015, 33 037, nr. 12", "kamerstuk 33037 12 2014-2015"],
    ["Tweede Kamer, vergaderjaar 1999–2000, 26 800 XI, nr. 7", "kamerstuk 26800-XI 7 1999-2000"],
    ["(TK 2014-2015, 34000 XII, nr. 30)", "kamerstuk 34000-XII 30 2014-2015"],
    ["de motie-Bakker (34 000-XII, nr. 30)", "kamerstuk 34000-XII 30 -"],
    ["de motie (31305 nr. 204)", "kamerstuk 31305 204 -"],
    ["Kamerstuk 34 000 A, nr. 5", "kamerstuk 34000-A 5 -"],
    ["Kamerstuk 21 501-33, nr. 512", "kamerstuk 21501-33 512 -"],
    ["de motie (31305-204)", "kamerstuk 31305 204 -"],
    ["Kamerstuk 31305-204", "kamerstuk 31305 204 -"],
    ["Kamerstukken II 2014/15, 33 037, nrs. 12 en 14", "kamerstuk 33037 12 2014-2015", "kamerstuk 33037 14 2014-2015"],
    [
      "Kamerstukken II 2014/15, 33 037, nr. 3, p. 8, en nr. 6",
      "kamerstuk 33037 3 2014-2015",
      "kamerstuk 33037 6 2014-2015",
    ],
    ["Kamerstukken 31 305 en 33 037, nr. 12", "kamerstuk 31305 12 -", "kamerstuk 33037 12 -"],
    ["Kamerstukken I 2014/15, 33 037, C", "kamerstuk_ek 33037 C 2014-2015"],
    ["Eerste Kamer, vergaderjaar 2014–2015, 33 037, AB", "kamerstuk_ek 33037 AB 2014-2015"],
    ["(2014–2015, CXVIII, D)", "kamerstuk_ek CXVIII D 2014-2015"],
    ["Aanhangsel Handelingen II 2014/15, nr. 1203", "aanhangsel - 1203 2014-2015"],
    ["TK vergaderjaar 2014-2015, Aanhangsel, nummer 1203", "aanhangsel - 1203 2014-2015"],
    ["Handelingen II 2014/15, nr. 40, item 9", "handelingen - 40-9 2014-2015"],
    ["vraagnummer 2015Z01234", "zaak - 2015Z01234 2015"],
    ["document 2015D04321", "document - 2015D04321 2015"],
    ["toezegging TZ201503-120", "toezegging - TZ201503-120 2015"],
    ["kst-34000-XII-30", "kst-id 34000-XII 30 -"],
    ["kst-33037-C", "kst-id 33037 C -"],
    ["kst-34000-B", "kst-id 34000-B - -"],
    ["dossier 34001-K", "dossier 34001-K - -"],
    ["de motie op stuk nr. 14", "stuk_nr_context - 14 -"],
    ["ter vervanging van die gedrukt onder nr. 14", "stuk_nr_context - 14 -"],
    ["de motie met nr. 14 (33037)", "kamerstuk 33037 14 -"],
    ["noot 3Kamerstuk 33 037, nr. 12", "kamerstuk 33037 12 -"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("what only looks like a paper", () => {
  it.each([
    "In 2014 reden 33 037 reizigers mee.",
    "Postbus 20018, 2500 EA Den Haag",
    "Bel 0800-1351 of 070-3123456.",
    "Dat kost 31 305 euro, nr. 1 van de lijst.",
    "Tweede Kamer, vergaderjaar 2014–2015, Aanhangsel 3",
    "Artikel 31, nr. 4, van het spoorwegreglement",
    "https://www.example.nl/detail?qry=wetsvoorstel:33037",
    "van 2014 tot 2015, A en B",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

it("gives an address only where it follows for certain", () => {
  const urls = citations(
    "Kamerstuk 34 000 XII, nr. 30; kst-34000-B; Kamerstuk 34 100 (R2050), nr. 6; Kamerstuk 33 037, nr. 12b",
  ).map(({ url }) => url);
  expect(urls).toEqual(["https://zoek.officielebekendmakingen.nl/kst-34000-XII-30.html", null, null, null]);
});

it("keeps the place in the text", () => {
  const text = "De brief (Kamerstuk 33 037, nr. 12) volgt.";
  expect(citations(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Kamerstuk 33 037, nr. 12"]);
});
