/** Numbers as people type them and as passages hold them; the day from which a document shows. */
import { describe, expect, test } from "vitest";
import { evidenceDay, onlyValueIn, valueFromWords, valueInWords } from "#app/domain/item-words.ts";

describe("A number is read as Dutch writes it:", () => {
  test.each([
    ["991", 991],
    ["1.234", 1234],
    ["1.234.567,5", 1234567.5],
    ["0,25", 0.25],
    ["-3", -3],
    [" 12 ", 12],
  ])("%s", (typed, value) => {
    expect(valueFromWords(typed)).toBe(value);
    expect(valueFromWords(valueInWords(value))).toBe(value);
  });

  test.each(["", "veel", "1.5", "1,234.5", "12 zaken", "1.23.456", "1e3", "--1", "1,", "9".repeat(20)])(
    "“%s” is none",
    (typed) => {
      expect(valueFromWords(typed)).toBeNull();
    },
  );
});

describe("The one number in a passage is proposed, and nothing where that is not certain:", () => {
  test.each([
    ["In het eerste kwartaal zijn 214 waarschuwingen gegeven.", 214],
    ["Op 4 maart 2011 lagen er 1.250 aanvragen.", 1250],
    ["De wachttijd was 4,5 minuten (Kamerstuk 32 500 VI, nr. 75).", 4.5],
  ])("%s", (text, value) => {
    expect(onlyValueIn(text)).toBe(value);
  });

  test.each([
    "Er waren 991 aanvragen en nu 770.",
    "Op 4 maart 2011 kwam de brief.",
    "Zie artikel 12 en Kamerstuk 32 500 VI, nr. 75.",
    "In 2010 daalde het aantal.",
    "Aan het einde van het 4e kwartaal.",
    "De 2e proef is klaar.",
    "Het aantal is gedaald.",
  ])("“%s” proposes none", (text) => {
    expect(onlyValueIn(text)).toBeNull();
  });
});

test.each([
  [{ date: "2012-05-01", dateWords: null, consultedOn: "2014-01-01" }, "2012-05-01"],
  [{ date: null, dateWords: "2012", consultedOn: "2014-01-01" }, "2012-12-31"],
  [{ date: null, dateWords: "na 2018", consultedOn: "2024-01-01" }, "2024-01-01"],
  [{ date: null, dateWords: "na 2018", consultedOn: null }, "2026-01-01"],
])("a document with %j shows from %s", (known, expected) => {
  expect(evidenceDay(known, "2026-01-01")).toBe(expected);
});
