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
    ["Kamerstuk 99 999, nr. 4", "kamerstuk 99999 4 -"],
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
    ["Zij krijgt nr. 14 ( 33037 ).", "kamerstuk 33037 14 -"],
    ["Zij krijgt nr. 14 (34000-XII).", "kamerstuk 34000-XII 14 -"],
    ["noot 3Kamerstuk 33 037, nr. 12", "kamerstuk 33037 12 -"],
    // More papers at once.
    ["Kamerstuk 33 037, nrs. 4-6", "kamerstuk 33037 4 -", "kamerstuk 33037 5 -", "kamerstuk 33037 6 -"],
    ["Kamerstuk 33 037, nrs. 4 t/m 5, 9", "kamerstuk 33037 4 -", "kamerstuk 33037 5 -", "kamerstuk 33037 9 -"],
    ["Kamerstukken I 2014/15, 33 037, C en D", "kamerstuk_ek 33037 C 2014-2015", "kamerstuk_ek 33037 D 2014-2015"],
    [
      "Kamerstukken II 2014/15, 33 037, nr. 4; 31 305, nr. 7, en 29 500 VI, nr. 2",
      "kamerstuk 33037 4 2014-2015",
      "kamerstuk 31305 7 2014-2015",
      "kamerstuk 29500-VI 2 2014-2015",
    ],
    ["Kamerstukken 33 037 en 31 305, nrs. 4 en 7", "dossier 33037 - -", "dossier 31305 - -"],
    ["Kamerstuk 33 037, nrs. 14, 15 en 1016", "kamerstuk 33037 14 -", "kamerstuk 33037 15 -", "kamerstuk 33037 1016 -"],
    ["Kamerstuk 33 037, nr. 14 en 4 maart 2015", "kamerstuk 33037 14 -"],
    // Without "nr.", with other words before the number, and the year elsewhere.
    ["Kamerstukken II 2014/15, 33 037, 12.", "kamerstuk 33037 12 2014-2015"],
    ["Kamerstuknummer 33 037, nr. 12", "kamerstuk 33037 12 -"],
    ["Kst. 33037, nr. 12", "kamerstuk 33037 12 -"],
    ["vergaderjaar 2014–2015, Kamerstuk 33 037, nr. 12", "kamerstuk 33037 12 2014-2015"],
    ["Kamerstuk 33 037, nr. 12 (vergaderjaar 2014-2015)", "kamerstuk 33037 12 2014-2015"],
    // Chapters, letters and sub-dossiers.
    ["Kamerstukken II 2014/15, 34 000 hoofdstuk VI, nr. 2", "kamerstuk 34000-VI 2 2014-2015"],
    ["34000VI, nr. 2", "kamerstuk 34000-VI 2 -"],
    ["21501-33-1963", "kamerstuk 21501-33 1963 -"],
    ["Kamerstukken I 2014/15, 34 000 VI, letter B", "kamerstuk_ek 34000-VI B 2014-2015"],
    ["Kamerstukken I 2014/15, 33 037 C", "kamerstuk_ek 33037 C 2014-2015"],
    ["Kamerstuk 33 037, nr. 12H", "kamerstuk 33037 12H -"],
    ["het wetsvoorstel 33 037", "dossier 33037 - -"],
    // Proceedings and written questions.
    ["Handelingen Tweede Kamer, vergaderjaar 2014-2015, nr. 40, item 9", "handelingen - 40-9 2014-2015"],
    ["Hand. I 2014/15, 12, item 3", "handelingen - 12-3 2014-2015"],
    ["Handelingen II 2006/07, p. 3564–3568", "handelingen - 3564-3568 2006-2007"],
    ["h-ek-20142015-12-3", "handelingen - 12-3 2014-2015"],
    ["ah-tk-20142015-1203", "aanhangsel - 1203 2014-2015"],
    ["Aanhangsel Handelingen, nr. 1203", "aanhangsel - 1203 -"],
    ["Aanhangsel Handelingen nr. 1203 (vergaderjaar 2014-2015)", "aanhangsel - 1203 2014-2015"],
    [
      "Aanhangsel Handelingen II 2014/15, nrs. 1203, 1204 en 1206",
      "aanhangsel - 1203 2014-2015",
      "aanhangsel - 1204 2014-2015",
      "aanhangsel - 1206 2014-2015",
    ],
    // What the words before say.
    ["1 Kamerstuk 33 037, nr. 12. 2 Idem, nr. 14.", "kamerstuk 33037 12 -", "kamerstuk 33037 14 -"],
    [
      "1 Kamerstukken II 2014/15, 33 037, nr. 12. 2 Ibidem.",
      "kamerstuk 33037 12 2014-2015",
      "kamerstuk 33037 12 2014-2015",
    ],
    ["Kamerstuk 33 037, nr. 12, en zelfde dossier, nr. 5", "kamerstuk 33037 12 -", "kamerstuk 33037 5 -"],
    ["de moties op stukken nrs. 14 en 15", "stuk_nr_context - 14 -", "stuk_nr_context - 15 -"],
    ["de motie-De Boer c.s. (nr. 14)", "stuk_nr_context - 14 -"],
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
    "Idem voor de bruggen in de regio, nr. 3 op de lijst.",
    "Ibidem.",
    "Het rapport staat onder nummer 14 van de lijst.",
    "Stcrt. 2015, nr. 33037; Stb. 2014, 123; COM(2020) 123; ECLI:NL:HR:2019:1234",
    "IBAN NL91ABNA0417164300, 2511 CR, 06 12345678",
    "de weg-h-tk-2014 is dicht",
    "Het verslag (nr. 6) is klaar.",
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

it("names the chamber of proceedings in the address only where the words do", () => {
  const urls = citations(
    "Handelingen II 2014/15, nr. 40, item 9; Handelingen EK 2014/15, nr. 12, item 3; Handelingen 2014/15, nr. 40, item 9; Handelingen II 2006/07, 40-3210; Handelingen II 2014/15, nr. 40, p. 9",
  ).map(({ url }) => url?.replace("https://zoek.officielebekendmakingen.nl/", "") ?? null);
  expect(urls).toEqual(["h-tk-20142015-40-9.html", "h-ek-20142015-12-3.html", null, null, null]);
});

describe("a number whose dossier stands elsewhere", () => {
  const context = (text: string) =>
    citations(text)
      .filter(({ kind }) => kind === "stuk_nr_context")
      .map(({ contextDossier, url }) => [contextDossier, url?.replace(/.*\//, "") ?? null]);

  it.each<[text: string, dossier: string | null, url: string | null]>([
    ["Dossier 33 037. De motie op stuk nr. 14 is aangenomen.", "33037", "kst-33037-14.html"],
    ["De motie op stuk nr. 14 (zie Kamerstuk 34 000 VI, nr. 2).", "34000-VI", "kst-34000-VI-14.html"],
    ["Kamerstuk 33 037, nr. 1.\nKamerstuk 31 305, nr. 4; de motie op stuk nr. 9.", "31305", "kst-31305-9.html"],
    ["Kamerstuk 33 037, nr. 1, en Kamerstuk 31 305, nr. 4; de motie op stuk nr. 9.", null, null],
    ["De motie op stuk nr. 14 is aangenomen.", null, null],
    ["Kamerstukken I 2014/15, 33 037, C. De motie op stuk nr. 14.", null, null],
  ])("%s", (text, dossier, url) => {
    expect(context(text)).toEqual([[dossier, url]]);
  });

  it.each([
    "Kamerstukken 33 037 en 31 305, nr. 12. Idem, nr. 14.",
    "Kamerstuk 33 037, nr. 12. Aanhangsel Handelingen II 2014/15, nr. 3. Idem, nr. 14.",
    `Kamerstuk 33 037, nr. 12. ${"De bruggen zijn geschilderd. ".repeat(20)}Idem, nr. 14.`,
  ])("stays open where two could be meant, or the paper is far: %s", (text) => {
    expect(citations(text).filter(({ number }) => number === "14")).toEqual([]);
  });
});

it("keeps the place in the text", () => {
  const text = "De brief (Kamerstuk 33 037, nr. 12) volgt.";
  expect(citations(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Kamerstuk 33 037, nr. 12"]);
});
