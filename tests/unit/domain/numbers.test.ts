/** Numbers of commitments: our own, and those that both Chambers gave. */
import { describe, expect, test } from "vitest";
import { ownNumber, parseNumber } from "#app/domain/numbers.ts";

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
