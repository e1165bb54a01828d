/** The term of a measure: from words to months, and from months to a period once the start is known. */
import { describe, expect, test } from "vitest";
import type { Measure } from "#app/domain/events.ts";
import { measurePeriod, readTerm, termInWords } from "#app/domain/item-term.ts";

describe("A term in words is so many months from the start:", () => {
  test.each([
    ["direct", 0, 0, null],
    ["Per direct", 0, 0, null],
    ["6-9 maanden", 6, 9, null],
    ["6 – 9 maanden", 6, 9, null],
    ["10-18 maanden", 10, 18, null],
    ["zes tot negen maanden", 6, 9, null],
    ["binnen 6 maanden", 0, 6, null],
    ["6 maanden", 6, 6, null],
    ["een half jaar", 6, 6, null],
    ["anderhalf jaar", 18, 18, null],
    ["binnen een jaar", 0, 12, null],
    ["1 tot 2 jaar", 12, 24, null],
    ["6 maanden na de start van de proef", 6, 6, "de start van de proef"],
    ["zodra het landelijk team operationeel is", 0, 0, "het landelijk team operationeel is"],
  ])("“%s” is %i to %i", (words, fromMonth, untilMonth, awaits) => {
    expect(readTerm(words)).toEqual({ fromMonth, untilMonth, awaits });
  });

  test.each([
    "",
    "op termijn",
    "zo spoedig mogelijk",
    "enkele maanden",
    "een paar jaar",
    "na 6 maanden",
    "vanaf 2012",
    "9-6 maanden",
    "3 weken",
    "6-9",
    "1,5 maand",
    "9999 maanden",
    "maanden",
  ])("“%s” gives no months", (words) => {
    expect(readTerm(words)).toEqual({ fromMonth: null, untilMonth: null, awaits: null });
  });
});

const measure = (over: Partial<Measure>): Measure => ({
  category: "voorlichting",
  partners: [],
  term: "6-9 maanden",
  fromMonth: 6,
  untilMonth: 9,
  start: { words: "de proef begint", day: null, awaitedId: "a" },
  inDoubt: null,
  ...over,
});

describe("The period of a measure:", () => {
  test.each([
    [{}, "2012-01-31", { earliest: "2012-07-31", latest: "2012-10-31" }],
    [{ fromMonth: 1, untilMonth: 1 }, "2012-01-31", { earliest: "2012-02-29", latest: "2012-02-29" }],
    [{ fromMonth: 0, untilMonth: 0 }, "2012-01-01", { earliest: "2012-01-01", latest: "2012-01-01" }],
    [{}, null, null],
    [{ fromMonth: null, untilMonth: null }, "2012-01-01", null],
  ] as const)("%j from %s", (over, startOn, expected) => {
    expect(measurePeriod(measure(over), startOn)).toEqual(expected);
  });

  test.each([
    [{}, "2012-01-01", "“6-9 maanden”: van 1 juli 2012 tot en met 1 oktober 2012."],
    [{ term: "direct", fromMonth: 0, untilMonth: 0 }, "2012-01-01", "“direct”: vanaf 1 januari 2012."],
    [{ term: "6 maanden", fromMonth: 6, untilMonth: 6 }, "2012-01-01", "“6 maanden”: op 1 juli 2012."],
    [{}, null, "“6-9 maanden”: dat telt vanaf “de proef begint”. De dag daarvan is niet bekend."],
    [{ start: null }, null, "“6-9 maanden”: vanaf welke dag dat telt, is niet bekend. Daarom volgt er geen datum uit."],
    [
      { term: "op termijn", fromMonth: null, untilMonth: null },
      "2012-01-01",
      "“op termijn”: daar volgt geen datum uit.",
    ],
    [{ term: null }, null, "Het document noemt geen termijn, of welke termijn hierbij hoort is niet bekend."],
  ] as const)("%j from %s is told", (over, startOn, expected) => {
    expect(termInWords(measure(over), startOn)).toBe(expected);
  });
});
