/** Numbers of commitments: our own, and those that both Chambers gave. */
import { describe, expect, test } from "vitest";
import { itemNumber, ownNumber, parseItemNumber, parseNumber } from "#app/domain/numbers.ts";

describe("Our own number has the year of the promise and a serial of at least four digits:", () => {
  test.each([
    ["2011-03-04", 7, "2011-0007"],
    ["2010-12-31", 1, "2010-0001"],
    ["2011-01-01", 1, "2011-0001"],
    ["2011-01-01", 9999, "2011-9999"],
    ["2011-01-01", 10000, "2011-10000"],
  ])("promised on %s, number %i: %s", (madeOn, serial, expected) => {
    expect(ownNumber(madeOn, serial)).toBe(expected);
    expect(parseNumber(expected)).toEqual({ kind: "own", number: expected });
  });
});

describe("A number is recognised:", () => {
  test.each([
    ["2011-0007", "own", "2011-0007"],
    ["  2011-0007\n", "own", "2011-0007"],
    ["TZ202603-130", "tweede_kamer", "TZ202603-130"],
    ["tz202603-130", "tweede_kamer", "TZ202603-130"],
    ["TZ202612-1", "tweede_kamer", "TZ202612-1"],
    ["T01237", "eerste_kamer", "T01237"],
    [" t01237 ", "eerste_kamer", "T01237"],
  ])("%s", (text, kind, number) => {
    expect(parseNumber(text)).toEqual({ kind, number });
  });

  test.each([
    "",
    "2011",
    "2011-007",
    "1811-0007",
    "2011-0007a",
    "2011 0007",
    "x2011-0007",
    "2011-03-04",
    "TZ202613-130",
    "TZ202600-130",
    "TZ2026-130",
    "TZ202603",
    "TZ202603-",
    "T1237",
    "T012371",
    "T0123A",
    "32 500 VI, nr. 75",
    "2024Z01234",
    "meldknop",
  ])("“%s” is none", (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe("What is followed beside commitments has a number that nobody takes for one of a commitment:", () => {
  test.each([
    ["expectation", "2011-03-04", 3, "V2011-0003"],
    ["decision", "2011-03-04", 1, "B2011-0001"],
    ["request", "2010-12-02", 1, "K2010-0001"],
    ["recommendation", "2012-12-31", 6, "A2012-0006"],
    ["measure", "2011-12-31", 8, "M2011-0008"],
    ["figure", "2011-03-04", 2, "C2011-0002"],
    ["evidence", "2012-12-31", 12345, "D2012-12345"],
  ] as const)("%s of %s, number %i: %s", (kind, on, serial, expected) => {
    expect(itemNumber(kind, on, serial)).toBe(expected);
    expect(parseItemNumber(` ${expected.toLowerCase()}\n`)).toEqual({ kind, number: expected });
    expect(parseNumber(expected)).toBeNull();
  });

  test.each(["", "V", "2011-0003", "V2011-003", "X2011-0003", "VV2011-0003", "T01237", "TZ202603-130", "V2011-0003a"])(
    "“%s” is none",
    (text) => {
      expect(parseItemNumber(text)).toBeNull();
    },
  );
});
