/** Kamerstuk numbers as people write them, as they are published, and what merely looks like one. */
import { describe, expect, test } from "vitest";
import { type Paper, paperInWords, paperUrl, parsePaper } from "#app/domain/paper.ts";

const paper = (dossier: string, suffix: string | null, number: string): Paper => ({ dossier, suffix, number });

describe("A paper is read from", () => {
  test.each<[string, Paper]>([
    ["32 500 VI, nr. 75", paper("32500", "VI", "75")],
    ["32500 VI, nr. 75", paper("32500", "VI", "75")],
    ["32.500 VI, nr. 75", paper("32500", "VI", "75")],
    ["32\u00a0500\u00a0VI, nr.\u00a075", paper("32500", "VI", "75")],
    ["  32 500 vi nr 75 ", paper("32500", "VI", "75")],
    ["32500-VI nr 75", paper("32500", "VI", "75")],
    ["32 123 VI, nr. 220", paper("32123", "VI", "220")],
    ["30300 VI, nr. 160", paper("30300", "VI", "160")],
    ["31 015, nr. 102", paper("31015", null, "102")],
    ["31015 nr. 102", paper("31015", null, "102")],
    ["31 015 nummer 102", paper("31015", null, "102")],
    ["31 015, no. 102", paper("31015", null, "102")],
    ["Kamerstuk 31 015, nr. 102", paper("31015", null, "102")],
    ["Kamerstukken II 2010-2011, 32 500 VI, nr. 75", paper("32500", "VI", "75")],
    ["Kamerstukken II 2010/11, 32 500 VI, nr. 75", paper("32500", "VI", "75")],
    ["Kamerstukken I 2011–2012, 31 015, nr. B", paper("31015", null, "B")],
    ["36 410 XVI, nr. 12", paper("36410", "XVI", "12")],
    ["21 501-20, nr. 1234", paper("21501", "20", "1234")],
    ["21 501-02, nr. 2856", paper("21501", "02", "2856")],
    ["31 700 B, nr. 12", paper("31700", "B", "12")],
    ["32 500 VI, nr. AB", paper("32500", "VI", "AB")],
    ["kst-32500-VI-75", paper("32500", "VI", "75")],
    ["KST-32500-vi-75", paper("32500", "VI", "75")],
    ["kst-31015-102", paper("31015", null, "102")],
    ["kst-21501-02-2856", paper("21501", "02", "2856")],
    ["kst-31700-B-12", paper("31700", "B", "12")],
    ["kst-31015-B", paper("31015", null, "B")],
  ])("%s", (text, expected) => {
    expect(parsePaper(text)).toEqual(expected);
  });
});

describe("No paper is read from", () => {
  test.each([
    "",
    "32 500 VI",
    "31 015",
    "nr. 75",
    "VI, nr. 75",
    "Aanhangsel, nummer 938",
    "Aanhangsel van de Handelingen 2010-2011, nr. 938",
    "Handelingen II 2010-2011, nr. 24",
    "€ 32 500",
    "32 500 euro",
    "32 500 zaken, nr. 7 van de lijst",
    "32 5000, nr. 7",
    "132 500 VI, nr. 75",
    "3 250, nr. 7",
    "32 500 VI, nr. 75 en 76",
    "zie 32 500 VI, nr. 75",
    "32 500 VI, nr. 12345",
    "32 500 VI, nr.",
    "2010-2011 325, nr. 5",
    "0900-8844",
    "2011-0007",
    "TZ202603-130",
    "2024Z01234",
    "artikel 240b",
    "kst-3250-VI-75",
    "kst-32500",
    "kst-32500-VI-",
    "kst-32500-VI-75.html",
    "ah-tk-20102011-938",
  ])("“%s”", (text) => {
    expect(parsePaper(text)).toBeNull();
  });
});

describe("A paper is written as the Kamer writes it and linked to its official publication:", () => {
  test.each<[Paper, string, string]>([
    [paper("32500", "VI", "75"), "32 500 VI, nr. 75", "kst-32500-VI-75"],
    [paper("31015", null, "102"), "31 015, nr. 102", "kst-31015-102"],
    [paper("21501", "02", "2856"), "21 501 02, nr. 2856", "kst-21501-02-2856"],
    [paper("31700", "B", "12"), "31 700 B, nr. 12", "kst-31700-B-12"],
    [paper("31015", null, "B"), "31 015, nr. B", "kst-31015-B"],
  ])("%j", (of, words, published) => {
    expect(paperInWords(of)).toBe(words);
    expect(paperUrl(of)).toBe(`https://zoek.officielebekendmakingen.nl/${published}.html`);
    expect(parsePaper(words), "what we write, we read").toEqual(of);
    expect(parsePaper(published), "what is published, we read").toEqual(of);
  });
});
