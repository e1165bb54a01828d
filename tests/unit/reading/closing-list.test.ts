/** Closing lists of debates that never were: read out or written down, corrected on the spot, and beside the debate. */
import { describe, expect, test } from "vitest";
import { closingList } from "#app/domain/reading/closing-list.ts";
import { type DebateReading, readDebate } from "#app/domain/reading/debate-reading.ts";
import { readDebateRecord } from "#app/domain/reading/debate-record.ts";
import { titleOf } from "#app/domain/reading/list-items.ts";
import { membersNamed } from "#app/domain/reading/members-named.ts";
import { CLOSED_DEBATE } from "../../support/debate-texts.ts";

const TIME = { date: "2026-05-20", chamber: "TK", recesses: [] } as const;
const items = (text: string) => closingList(text, readDebateRecord(text), TIME);
const texts = (text: string) => items(text).map((item) => item.text);

describe("The chair reads the list out", () => {
  test.each([
    ["Ik heb de volgende toezeggingen genoteerd: de minister stuurt voor de zomer een brief over de kassen."],
    ["Ik lees de toezeggingen voor.\n- De minister stuurt voor de zomer een brief over de kassen."],
    ["We hebben één toezegging. De minister stuurt voor de zomer een brief over de kassen."],
    ["Dan kom ik bij de toezeggingen.\n1. De minister stuurt voor de zomer een brief over de kassen."],
    [
      "De griffier heeft een toezegging genoteerd. De eerste toezegging is dat de minister voor de zomer een brief stuurt over de kassen.",
    ],
    ["De volgende toezeggingen zijn gedaan. De Kamer ontvangt voor de zomer een brief over de kassen."],
  ])("%s", (words) => {
    const found = items(`De voorzitter: ${words} Ik dank u en sluit de vergadering.`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ form: "letter", deadline: { words: "voor de zomer" } });
    expect(found[0]?.why).toContain("slotlijst van de voorzitter");
  });

  test.each([
    [
      "the order of the meeting",
      "De voorzitter: Aan het eind lees ik de toezeggingen voor. De minister heeft het woord.",
    ],
    ["there are none", "De voorzitter: Er zijn geen toezeggingen genoteerd. De minister stuurt nog een kaart rond."],
    ["a question", "De voorzitter: Zijn er nog toezeggingen? De minister zal het vast zeggen."],
    [
      "a member speaks",
      "De heer De Boer (VVD): Ik heb de volgende toezeggingen genoteerd. De minister stuurt een brief over de kassen.",
    ],
    ["thanks", "De voorzitter: Ik heb de toezeggingen genoteerd. De minister dank ik voor de antwoorden."],
  ])("and here is no list: %s", (_, text) => {
    expect(items(text)).toEqual([]);
  });

  test("what is said of an item belongs to it", () => {
    const [letter, research] = items(CLOSED_DEBATE);
    expect(letter?.members).toEqual([{ name: "De Boer", party: null }]);
    expect(research).toMatchObject({
      members: [{ name: "Yilmaz" }],
      deadline: { words: "voor 1 november" },
      office: "minister",
    });
    expect(CLOSED_DEBATE.slice(letter?.start, letter?.end)).toBe(letter?.quote);
  });

  test("a member misses one: it is on the list once the government confirms it, with its moment", () => {
    const missed = items(CLOSED_DEBATE).at(-1);
    expect(missed).toMatchObject({ deadline: { words: "voor de kerst" }, remarks: [{ speaker: "Minister Van Dam" }] });
    expect(missed?.text).toContain("evaluatie van de fietspaden");
    const denied = CLOSED_DEBATE.replace(
      "Dat klopt, dat was voor de kerst.",
      "Nee, dat heb ik niet toegezegd.",
    ).replace("Dan nemen we die op. ", "");
    expect(texts(denied).join()).not.toContain("fietspaden");
  });
});

describe("The griffie writes the list down", () => {
  const WRITTEN = `Sluiting 12.00 uur.

Toezeggingen

- De minister zal de Kamer voor de zomer informeren
  over de energie in kassen (De Boer, VVD).
- De staatssecretaris van Dorpen komt schriftelijk terug op de vraag over bushaltes (lid Yilmaz).
Toezegging aan het lid Jansen (CDA): De minister evalueert de regeling voor musea, moment: begin 2027.

De griffier van de commissie,
Pietersen
`;
  test("with bullets, names in brackets and fields", () => {
    expect(
      items(WRITTEN).map(({ text, members, office, deadline, form }) => ({
        text,
        members,
        office,
        by: deadline?.words,
        form,
      })),
    ).toEqual([
      {
        text: "De minister zal de Kamer voor de zomer informeren over de energie in kassen (De Boer, VVD).",
        members: [{ name: "De Boer", party: "VVD" }],
        office: "minister",
        by: "voor de zomer",
        form: "letter",
      },
      {
        text: "De staatssecretaris van Dorpen komt schriftelijk terug op de vraag over bushaltes (lid Yilmaz).",
        members: [{ name: "Yilmaz", party: null }],
        office: "staatssecretaris van Dorpen",
        by: undefined,
        form: "letter",
      },
      {
        text: "De minister evalueert de regeling voor musea, begin 2027.",
        members: [{ name: "Jansen", party: "CDA" }],
        office: "minister",
        by: "begin 2027",
        form: "evaluation",
      },
    ]);
  });

  test("as a table, without its header", () => {
    const [row, ...more] = items(
      "Toezegging | Lid | Termijn\nDe minister stuurt een brief over speeltuinen | Yilmaz (D66) | in het najaar",
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      text: "De minister stuurt een brief over speeltuinen",
      members: [{ name: "Yilmaz", party: "D66" }],
    });
    expect(row?.deadline?.words).toBe("in het najaar");
  });

  test("what the chair read out as well stands there once", () => {
    const both = items(`${CLOSED_DEBATE}\n${WRITTEN}`);
    expect(both.filter(({ text }) => text.includes("energie in kassen"))).toHaveLength(1);
    expect(both).toHaveLength(6);
  });
});

test("members are found by their titles, several at once, and by nothing else", () => {
  const named = (text: string) => membersNamed(text).map(({ name, party }) => (party ? `${name}/${party}` : name));
  expect(named("aan de heer De Boer (VVD) en mevrouw Van der Ploeg")).toEqual(["De Boer/VVD", "Van der Ploeg"]);
  expect(named("op verzoek van de leden Yilmaz (D66) en Van Dam")).toEqual(["Yilmaz/D66", "Van Dam"]);
  expect(named("het lid Jansen van het CDA, meneer Tony van Dijk")).toContain("Tony van Dijk");
  expect(named("het lid Koster van Volt")).toEqual(["Koster/Volt"]);
  expect(named("De minister stuurt de Kamer in Den Haag een brief (VVD).")).toEqual([]);
});

test("a title leaves out who promises and to whom", () => {
  expect(titleOf("De minister zegt toe voor de zomer een brief te sturen over kassen (Yilmaz, D66).")).toBe(
    "Voor de zomer een brief te sturen over kassen",
  );
  expect(titleOf(`De minister stuurt ${"een lange brief ".repeat(20)}`).length).toBeLessThanOrEqual(142);
});

describe("The list beside the debate", () => {
  const compared = (record: string, list = ""): DebateReading => {
    const steps = readDebate(record, list, TIME);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  test("is confirmed, only on the list, or only in the debate, with the reasons", () => {
    const { both, onlyInList, onlyInDebate, turns, hasSecondTerm } = compared(CLOSED_DEBATE);
    expect(both.map(({ reasons }) => reasons)).toEqual([
      ["gedeelde woorden: energie, kassen", "hetzelfde Kamerlid: De Boer", "dezelfde termijn: voor de zomer"],
      ["gedeelde woorden: onderzoek, dorpsloketten", "hetzelfde Kamerlid: Yilmaz"],
    ]);
    expect(both[1]?.moments).toContain("Op de lijst staat “voor 1 november”");
    expect(both[1]?.moments).toContain("in het debat is gezegd “in het najaar”");
    expect(onlyInList.map(({ text }) => text)).toEqual([
      "De minister gaat in gesprek met de gemeenten over de zwembaden.",
      expect.stringContaining("fietspaden"),
    ]);
    expect(onlyInDebate.map(({ quote }) => quote)).toEqual(["Ik stuur de Kamer ook een overzicht van de bushaltes."]);
    expect([turns, hasSecondTerm]).toEqual([13, true]);
  });

  test("stays apart where two promises fit as well", () => {
    const { both, onlyInList, onlyInDebate } = compared(
      `Minister Van Dam: Ik stuur de Kamer een brief over de kassen in het westen en de tarieven. Dan iets anders.
Ik stuur de Kamer een brief over de kassen in het oosten en de subsidies.`,
      "- De minister stuurt een brief over de kassen.",
    );
    expect([both.length, onlyInList.length, onlyInDebate.length]).toEqual([0, 1, 2]);
  });

  test("a promise that is made twice goes with one item, and one item with one promise", () => {
    const { both, onlyInDebate } = compared(
      `Minister Van Dam: Ik stuur de Kamer voor de zomer een brief over de tarieven van zwembaden.
De heer De Boer (VVD): Dank.
Minister Van Dam: Nogmaals, ik stuur de Kamer voor de zomer een brief over de tarieven van zwembaden.`,
      "- De minister stuurt voor de zomer een brief over de tarieven van zwembaden.",
    );
    expect([both.length, onlyInDebate.length]).toEqual([1, 1]);
  });
});
