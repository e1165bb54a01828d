/** Where something is found, in the form in which Kamerstukken refer to each other. */
import { describe, expect, test } from "vitest";
import { debateCited, letterCited, letterInBrief } from "#app/domain/annex-place.ts";

const debate = { debateKind: "algemeen overleg", chamber: "TK", date: "2010-12-02", paper: null } as const;

describe("A debate", () => {
  test.each([
    ["Debat van 2 december 2010 over de meldknop", " over de meldknop"],
    ["Commissiedebat 3 over kassen (verzonnen)", " over kassen (verzonnen)"],
    ["Algemeen overleg over bruggen", " over bruggen"],
    ["Debat van 2 december 2010", ""],
    ["", ""],
    ["Bruggen en sluizen", ", “Bruggen en sluizen”"],
    ["Rondetafel over debatten over bruggen", ", “Rondetafel over debatten over bruggen”"],
  ])("with the title “%s” is said once what it was about", (title, about) => {
    expect(debateCited({ ...debate, title })).toBe(`Algemeen overleg van 2 december 2010${about}`);
  });

  test.each([
    ["32 500 VI, nr. 75", "2010-12-02", "TK", "Kamerstukken II 2010/11, 32500 VI, nr. 75"],
    ["kst-31015-79", "2012-02-02", "TK", "Kamerstukken II 2011/12, 31015, nr. 79"],
    ["31 015, nr. 79", "2010-09-20", "TK", "Kamerstukken II 2009/10, 31015, nr. 79"],
    ["31 015, nr. 79", "2010-09-21", "TK", "Kamerstukken II 2010/11, 31015, nr. 79"],
    ["26 800 XIV, nr. 4", "1999-11-01", "TK", "Kamerstukken II 1999/2000, 26800 XIV, nr. 4"],
    ["35 925 VII, nr. A", "2021-12-01", "EK", "Kamerstukken I 2021/22, 35925 VII, A"],
    ["Handelingen II 2018/19, nr. 5, item 6", "2018-10-01", "TK", "Handelingen II 2018/19, nr. 5, item 6"],
  ] as const)("with the paper %s of %s has it in the official form", (paper, date, chamber, cited) => {
    expect(debateCited({ ...debate, title: "", paper, date, chamber }).split(/ \d{4}, /)[1]).toBe(cited);
  });

  test("of an unknown kind is a debate", () => {
    expect(debateCited({ ...debate, debateKind: " ", title: "" })).toBe("Debat van 2 december 2010");
  });
});

describe("A letter", () => {
  const letter = {
    letterKind: "progress",
    title: "Vorige voortgangsbrief over loketten (verzonnen)",
    date: "2011-03-02",
    day: "2011-03-04",
    chamber: "TK",
    paper: "31 015, nr. 77",
  } as const;

  test("is cited with its kind, its day and its subject", () => {
    expect(letterCited(letter)).toBe(
      "Voortgangsbrief van 2 maart 2011 over loketten (verzonnen), Kamerstukken II 2010/11, 31015, nr. 77",
    );
    expect(letterCited({ ...letter, letterKind: "other", title: "Brief van maart 2011", paper: null })).toBe(
      "Brief van 2 maart 2011",
    );
  });

  test("in the midst of a sentence says where it is found, and when it came if that was later", () => {
    expect(letterInBrief(letter)).toBe(
      "voortgangsbrief van 2 maart 2011 (Kamerstukken II 2010/11, 31015, nr. 77, ontvangen op 4 maart 2011)",
    );
    expect(letterInBrief({ ...letter, day: letter.date, paper: null })).toBe("voortgangsbrief van 2 maart 2011");
  });
});
