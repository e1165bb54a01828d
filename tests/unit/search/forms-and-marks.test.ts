/** Stems, compounds and near spellings; where the marks go; which questions are numbers. */
import { expect, test } from "vitest";
import { askedNumber } from "#app/domain/search/asked-number.ts";
import { type Marked, marked, snippet } from "#app/domain/search/marks.ts";
import { lettersApart, nearestWord } from "#app/domain/search/near-spelling.ts";
import { FOUND_KINDS, firstOfDay, placesOn, placesUpTo } from "#app/domain/search/place.ts";
import { cutsOf, headsBefore, searchStem, tailsAfter } from "#app/domain/search/word-forms.ts";

test.each([
  ["meldknoppen", "meldknop"],
  ["brieven", "brief"],
  ["huizen", "huis"],
  ["loketten", "loket"],
  ["rapporten", "rapport"],
  ["straten", "straat"],
  ["wachttijden", "wachttijd"],
])("%s and %s have one stem", (one, other) => {
  expect(searchStem(one)).toBe(searchStem(other));
});

test.each([
  ["loket", "lok"],
  ["melden", "meten"],
  ["brief", "breed"],
  ["station", "staat"],
])("%s and %s have not", (one, other) => {
  expect(searchStem(one)).not.toBe(searchStem(other));
});

test.each<[part: string, word: string, heads: string[]]>([
  ["knop", "meldknop", ["meld"]],
  ["hal", "stationshal", ["stations", "station"]],
  ["kast", "boekenkast", ["boeken", "boek", "boeke"]],
  // "Rap" and "port" are words, and a rapport is neither.
  ["port", "rapport", []],
  ["werk", "netwerk", []],
  ["knop", "knop", []],
])("%s at the end of %s leaves %j", (part, word, heads) => {
  expect(headsBefore(part, word).sort()).toEqual(heads.sort());
});

test("what a word begins with leaves the rest of it", () => {
  expect(tailsAfter("station", "stationshal").sort()).toEqual(["hal", "shal"]);
  expect(tailsAfter("meld", "melding")).toEqual([]);
  expect(cutsOf("meldknop")).toContainEqual({ head: "meld", tail: "knop" });
  expect(cutsOf("loket")).toEqual([]);
});

test.each([
  ["loket", "loket", 0],
  ["loket", "lokket", 1],
  ["loket", "lokte", 1],
  ["loket", "balie", 3],
])("%s and %s are %i apart", (one, other, apart) => {
  expect(lettersApart(one, other, 2)).toBe(apart);
});

test("the nearest word is meant, of two equally near the one that is written most, and of a short word none", () => {
  const known = ["meldknop", "meldpunt", "melding"].map((word, i) => ({ word, documents: i }));
  expect(nearestWord("mldknop", known)).toBe("meldknop");
  expect(nearestWord("meldpnt", [...known, { word: "meldpunten", documents: 9 }])).toBe("meldpunt");
  expect(
    nearestWord("baal", [
      { word: "baan", documents: 2 },
      { word: "baat", documents: 8 },
    ]),
  ).toBe("baat");
  expect([nearestWord("zebra", known), nearestWord("abc", [{ word: "abd", documents: 1 }])]).toEqual([null, null]);
});

const told = (pieces: Marked): string => pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");
const rows = (...all: string[]) =>
  all.map((row) => ({ words: row.replace("*", "").split(" "), isPrefix: row.endsWith("*") }));

test.each<[text: string, terms: string[][], expected: string]>([
  ["Het loket is open.", [["loket"]], "Het [loket] is open."],
  ["Het Café en het cafe\u0301!", [["cafe"]], "Het [Café] en het [cafe\u0301]!"],
  ["Loketten en het loket", [["loket", "loketten"]], "[Loketten] en het [loket]"],
  ["twee keer per jaar, een keer", [["twee keer"]], "[twee keer] per jaar, een keer"],
  ["meldknop, meld de knop", [["meldknop", "meld knop"]], "[meldknop], meld de knop"],
  ["blokkeren en blok", [["blok*"]], "[blokkeren] en [blok]"],
  // Near misses.
  ["Het loketje is dicht", [["loket"]], "Het loketje is dicht"],
  ["keer twee", [["twee keer"]], "keer twee"],
  ["", [["loket"]], ""],
])("in %j %j is marked", (text, terms, expected) => {
  expect(
    told(
      marked(
        text,
        terms.map((term) => rows(...term)),
      ),
    ),
  ).toBe(expected);
});

test("a long text is shown where most of what was looked for stands together, and loses nothing of a short one", () => {
  const filler = (word: string) => Array.from({ length: 60 }, (_, i) => `${word}${i}`).join(" ");
  const text = `${filler("voor")} loket ${filler("tussen")} loket bij de balie ${filler("na")}`;
  const shown = told(snippet(text, [rows("loket"), rows("balie")]));
  expect(shown).toMatch(/^… .*\[loket\] bij de \[balie\].* …$/);
  expect(shown.length).toBeLessThan(400);
  expect(told(snippet("Een korte tekst", [rows("loket")]))).toBe("Een korte tekst");
});

test.each([
  ["2011-0007", { kind: "commitment", number: "2011-0007" }],
  [" toezegging 2011-0007 ", { kind: "commitment", number: "2011-0007" }],
  ["v2011-0003", { kind: "item", number: "V2011-0003" }],
  ["tz202603-130", { kind: "foreign", number: "TZ202603-130", chamber: "TK" }],
  ["t01237", { kind: "foreign", number: "T01237", chamber: "EK" }],
])("%s is a number", (typed, expected) => {
  expect(askedNumber(typed)).toEqual(expected);
});

test.each([
  "32 500 VI, nr. 75",
  "32500 vi nr 75",
  "Kamerstuk 32 500 VI, nr. 75",
  "kst-32500-VI-75",
  "KST-32500-vi-75",
  "32500-VI-75",
  "https://zoek.officielebekendmakingen.nl/kst-32500-VI-75.html",
])("%s is a paper", (typed) => {
  expect(askedNumber(typed)).toEqual({ kind: "paper", paper: { dossier: "32500", suffix: "VI", number: "75" } });
});

test.each(["2011", "2011-007", "loket 2011-0007", "x2011-0007", "t0123", "tz202613-130", "32 500", "kst-", ""])(
  "%j is none",
  (typed) => {
    expect(askedNumber(typed)).toBeNull();
  },
);

test("of each kind later days come first, and a day is where the walk begins", () => {
  for (const kind of FOUND_KINDS) {
    const { first, last } = placesUpTo(kind, "2011-03-04");
    expect(placesOn(kind, "2011-03-04")).toBe(first);
    expect(placesOn(kind, "2011-03-05")).toBeLessThan(first);
    expect(placesOn(kind, "1814-01-01")).toBeLessThan(last);
    expect(firstOfDay(placesOn(kind, "2011-03-03") + 7)).toBe(placesOn(kind, "2011-03-03"));
  }
  const ranges = FOUND_KINDS.map((kind) => placesUpTo(kind, "9999-12-31"));
  for (const [i, { last }] of ranges.entries())
    expect(last).toBeLessThan(ranges[i + 1]?.first ?? Number.MAX_SAFE_INTEGER);
});
