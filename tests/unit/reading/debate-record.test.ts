/** Reports of debates that never were, on policy that does not exist: turns, terms, interruptions, and who promised what. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DebatePromise, promisesIn } from "#app/domain/reading/debate-promises.ts";
import { readDebateRecord } from "#app/domain/reading/debate-record.ts";
import { normalise } from "#app/domain/reading/normalise.ts";
import { read } from "#app/domain/reading/read.ts";
import { speakerLabels } from "#app/domain/reading/speaker-label.ts";
import { CLOSED_DEBATE } from "../../support/debate-texts.ts";

const TIME = { date: "2026-05-20", chamber: "TK", recesses: [] } as const;

const labels = (text: string) => speakerLabels(normalise(text).text).map(({ role, words }) => `${role} ${words}`);
const promises = (text: string): DebatePromise[] => {
  const turns = readDebateRecord(text);
  return turns.flatMap((_, at) => promisesIn(text, turns, at, TIME));
};

describe("A label says who speaks", () => {
  test.each([
    ["De voorzitter: Ik open de vergadering.", ["chair De voorzitter"]],
    ["Minister Van Dam:\nDank u wel.", ["government Minister Van Dam"]],
    ["De minister: dat klopt.", ["government De minister"]],
    ["Staatssecretaris Van der Horst: Ja.", ["government Staatssecretaris Van der Horst"]],
    ["Minister-president Jansen: Ja.", ["government Minister-president Jansen"]],
    ["De minister van Kassen: Ja.", ["government De minister van Kassen"]],
    ["De heer **De Boer** (VVD): Ja.", ["member De heer De Boer (VVD)"]],
    ["Mevrouw Yilmaz: Voorzitter, ik mis er een.", ["member Mevrouw Yilmaz"]],
    ["Van der Ploeg (D66): Ja.", ["member Van der Ploeg (D66)"]],
    ["Mevrouw\nYilmaz\n(\nD66\n):\nJa.", ["member Mevrouw Yilmaz (D66)"]],
    [
      "… dank u wel. De voorzitter: Ik geef u het woord.Minister Van Dam: Dank.",
      ["chair De voorzitter", "government Minister Van Dam"],
    ],
    ["Gelach De voorzitter: Orde.", ["chair De voorzitter"]],
    ["Ja.Nee\nJansen: Ik ook.", ["unknown Jansen"]],
  ])("%s", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    "De minister zegt: dat komt goed.",
    "Toen zei de voorzitter: het is tijd.",
    "Ik vraag aan minister Van Dam: kan dat anders?",
    "Dus: we gaan het anders doen.",
    "Vooropgesteld: dit is ingewikkeld.",
    "Mijn vraag is: wanneer komt de brief?",
    "Toezegging aan het lid Yilmaz (D66): een brief over de kassen.",
    "Zie https://voorbeeld.example/kassen voor meer.",
  ])("and here there is none: %s", (text) => {
    expect(labels(text)).toEqual([]);
  });

  test("and the reader of a letter follows the same labels", () => {
    const promised = (text: string) => read({ text, ...TIME }).findings.filter(({ kind }) => kind === "new_commitment");
    const words = "Ik zal de Kamer voor de zomer informeren over de kassen.";
    expect(promised(`Minister Van Dam: ${words}`)).toHaveLength(1);
    expect(promised(`De heer De Boer: ${words}`)).toEqual([]);
    expect(promised(`Gelach De voorzitter: ${words}`)).toEqual([]);
  });
});

describe("A report is read as turns", () => {
  const turns = readDebateRecord(CLOSED_DEBATE);
  const told = turns.map(({ speaker, term, isInterruption }) => [speaker, term, isInterruption]);

  test("with the words of each in their place", () => {
    const minister = turns.find(({ role }) => role === "government");
    expect(CLOSED_DEBATE.slice(minister?.start, minister?.end)).toBe(
      "Ik zeg tegen de heer De Boer toe dat ik de Kamer voor de zomer een brief stuur over de energie in kassen.",
    );
    expect(minister).toMatchObject({ office: "minister", member: null, party: null });
    expect(turns[1]).toMatchObject({ role: "member", member: "De Boer", party: "VVD" });
  });

  test("in the first term until the chair announces the second", () => {
    expect(told.slice(0, 8).map(([, term]) => term)).toEqual([...Array(6).fill("first"), "second", "second"]);
    expect(
      readDebateRecord("De voorzitter: Is er behoefte aan een tweede termijn?\nMinister Van Dam: Nee.")[1]?.term,
    ).toBeNull();
    expect(
      readDebateRecord("Minister Van Dam: Dat komt in de tweede termijn.\nDe voorzitter: Goed.")[1]?.term,
    ).toBeNull();
    const own =
      "Minister Van Dam: Tot zover.\nMevrouw Yilmaz (D66): Voorzitter, in mijn tweede termijn dank ik de minister.";
    expect(readDebateRecord(own).map(({ term }) => term)).toEqual(["first", "second"]);
  });

  test("and somebody interrupts who speaks while another keeps the floor", () => {
    expect(told.filter(([, , interrupts]) => interrupts).map(([speaker]) => speaker)).toEqual([
      "Mevrouw Yilmaz (D66)",
      "De heer De Boer (VVD)",
    ]);
    const [, , yilmaz, , jansen] = readDebateRecord(`De voorzitter: Het woord is aan de heer De Boer.
De heer De Boer (VVD): Ik begin met de kassen.
Mevrouw Yilmaz (D66): Mag ik iets vragen?
De heer De Boer (VVD): Ja, dat mag. Ik rond af.
De heer Jansen (CDA): Voorzitter. Nu ik.`);
    expect([yilmaz?.isInterruption, jansen?.isInterruption]).toEqual([true, false]);
  });

  test("a text without labels has none", () => {
    expect(readDebateRecord("De minister stuurt een brief over de kassen.")).toEqual([]);
    expect(readDebateRecord("")).toEqual([]);
  });

  test("whatever it holds, the turns follow one another within it", () => {
    const piece = fc.constantFrom(
      "De voorzitter: ",
      "Minister Van Dam:",
      "De heer De Boer (VVD): ",
      "\n",
      ":",
      "Ja. ",
      " ( ",
      "é̂",
      "\u202e",
      "tweede termijn ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end } of readDebateRecord(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([": ", "Aa Bb Cc: ", "De heer ", "De voorzitter: ", "Minister Van Van Van "])(
    "comes to the end of a megabyte of ‘%s’, or the time for a test runs out",
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      for (const { end } of speakerLabels(text)) expect(end).toBeLessThanOrEqual(text.length);
    },
    60_000,
  );
});

describe("Only the government promises", () => {
  test("to the member who is addressed, or who asked just before", () => {
    expect(
      promises(CLOSED_DEBATE).map(({ speaker, to, deadline }) => [speaker, to?.name, to?.party, deadline?.words]),
    ).toEqual([
      ["Minister Van Dam", "De Boer", "VVD", "voor de zomer"],
      ["Minister Van Dam", "Yilmaz", "D66", "in het najaar"],
      ["Minister Van Dam", "Yilmaz", "D66", undefined],
    ]);
    expect(promises(CLOSED_DEBATE)[1]?.to?.why).toBe("stelde net ervoor de vraag");
  });

  test.each([
    ["a member asks", "De heer De Boer (VVD): Kunt u toezeggen dat u de Kamer voor de zomer een brief stuurt?"],
    ["a member says so", "De heer De Boer (VVD): Ik zal de Kamer voor de zomer een brief sturen over de kassen."],
    [
      "the chair announces the order",
      "De voorzitter: Ik zal u straks informeren over de spreektijden en de toezeggingen voorlezen.",
    ],
    ["nobody is named", "Ik zal de Kamer voor de zomer een brief sturen over de kassen."],
  ])("not when %s", (_, text) => {
    expect(promises(text)).toEqual([]);
  });

  test("saying that it is promised belongs to what was said just before", () => {
    const found = promises(
      "Minister Van Dam: Ik stuur de Kamer voor de zomer een brief over de kassen. Dat zeg ik toe.",
    );
    expect(found.map(({ quote, deadline }) => [quote, deadline?.words])).toEqual([
      ["Ik stuur de Kamer voor de zomer een brief over de kassen. Dat zeg ik toe.", "voor de zomer"],
    ]);
  });
});
