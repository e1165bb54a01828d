import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenCommitment, Reading } from "#app/domain/reading/findings.ts";
import { candidates, indexCommitments } from "#app/domain/reading/match.ts";
import { normalise } from "#app/domain/reading/normalise.ts";
import { read } from "#app/domain/reading/read.ts";
import { sentences } from "#app/domain/reading/sentences.ts";

const cut = (text: string): string[] => {
  const normal = normalise(text).text;
  return sentences(normal).map(({ start, end }) => normal.slice(start, end));
};

describe("sentences", () => {
  it.each<[string, string, string[]]>([
    ["abbreviations", "Zie nr. 3 van dhr. Bakker. Het is klaar.", ["Zie nr. 3 van dhr. Bakker.", "Het is klaar."]],
    ["initials", "De brief is van I.W. Jansen. Hij is kort.", ["De brief is van I.W. Jansen.", "Hij is kort."]],
    [
      "an abbreviation that ends one",
      "Dat was op 3 mei jl. De rest volgt.",
      ["Dat was op 3 mei jl.", "De rest volgt."],
    ],
    [
      "footnote marks",
      "De brief is verzonden.1 Daarna bleef het stil.2",
      ["De brief is verzonden.1", "Daarna bleef het stil.2"],
    ],
    ["numbers", "Er zijn 2.082 halten. Dat is veel.", ["Er zijn 2.082 halten.", "Dat is veel."]],
    ["quotes", "Hij zei: «Dat kan.» Toen ging hij.", ["Hij zei: «Dat kan.»", "Toen ging hij."]],
    ["list numbers", "1. De trein rijdt. 2. De bus ook.", ["1. De trein rijdt.", "2. De bus ook."]],
    ["addresses", "Kijk op www.example.nl voor meer. Dat helpt.", ["Kijk op www.example.nl voor meer.", "Dat helpt."]],
    ["lost spaces", "Dat is in 2019.Ook de bus rijdt.", ["Dat is in 2019.", "Ook de bus rijdt."]],
    ["line ends", "De trein rijdt\nniet meer. De bus\r\nwel.", ["De trein rijdt niet meer.", "De bus wel."]],
    ["hyphenation", "De spoor-\nverbinding en de voor-\nen nadelen.", ["De spoorverbinding en de voor- en nadelen."]],
    [
      "headings",
      "Dijken\nDe dijken zijn hoog genoeg en worden elk jaar door de waterschappen\nnagekeken.",
      ["Dijken", "De dijken zijn hoog genoeg en worden elk jaar door de waterschappen nagekeken."],
    ],
    [
      "glued words",
      "De Kamer wordtgeïnformeerd in het kwartaalvan 2020.",
      ["De Kamer wordt geïnformeerd in het kwartaal van 2020."],
    ],
  ])("%s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
});

it("quotes the text exactly as it stands, line ends and odd spaces included", () => {
  const text = "Inleiding\n\nIk zal uw Ka-\nmer voor 1\u00a0mei infor-\nmeren.\u00a0 Dat was alles.";
  const [finding] = read({ text, date: "2019-03-12", recesses: [] }).findings;
  expect(finding?.quote).toBe("Ik zal uw Ka-\nmer voor 1\u00a0mei infor-\nmeren.");
  expect(text.slice(finding?.start, finding?.end)).toBe(finding?.quote);
  expect(finding?.deadline).toMatchObject({ words: "voor 1 mei", latest: "2019-04-30" });
});

describe("remarks on the source", () => {
  const remarksOn = (text: string) =>
    read({ text, date: "2011-03-04", recesses: [] }).remarks.map(({ quote }) => quote);

  it("notes a past event dated after the text", () => {
    expect(remarksOn("Op 7 juni 2011 heeft de vervoerder een brief gestuurd.")).toEqual(["Op 7 juni 2011"]);
    expect(remarksOn("Op 7 juni 2011 wordt de brug geopend.")).toEqual([]);
    expect(remarksOn("Op 7 juni 2010 heeft de vervoerder een brief gestuurd.")).toEqual([]);
  });

  it("notes an announced table that is not there", () => {
    const sentence = "De onderstaande tabel geeft inzicht in de vertraging.";
    expect(remarksOn(`${sentence} Dat is veel.`)).toEqual([sentence]);
    expect(remarksOn(`${sentence}\n\n2008 12 14 16 2009 13 15 17 2010 14 16 18\n\nDat is veel.`)).toEqual([]);
  });
});

describe("matching a passage with open commitments", () => {
  const commitment = (id: string, title: string, more: Partial<OpenCommitment> = {}): OpenCommitment => ({
    id,
    title,
    text: title,
    topic: null,
    addressee: null,
    madeOn: "2018-10-04",
    papers: [],
    ...more,
  });
  const OPEN = [
    commitment("trams", "Informeren over de veiligheid van tramhaltes", {
      topic: "tramhaltes",
      addressee: "het lid Bakker (XYZ)",
    }),
    commitment("dijken", "Brief over de versterking van de zeedijken", { papers: ["33037/12"] }),
    commitment("huren", "Evaluatie van de huurtoeslag voor studenten", { madeOn: "2018-11-20" }),
    commitment("later", "Brief over de sluisdeuren", { madeOn: "2020-01-01" }),
  ];
  const best = (passage: string) => candidates(passage, OPEN, { date: "2019-03-12" })[0];

  it.each([
    ["by inflected words", "De veiligheid van de tramhalte is onderzocht.", "trams", /gedeelde woorden/],
    [
      "by parts of compounds",
      "Het zeedijkversterkingsprogramma versterkt de dijken van de kust: versterking van zeedijken.",
      "dijken",
      /gedeelde woorden/,
    ],
    ["by a paper", "De versterking staat in Kamerstuk 33 037, nr. 12.", "dijken", /Kamerstuk/],
    [
      "by the day of the debate",
      "In het debat van 20 november 2018 ging het over de huurtoeslag.",
      "huren",
      /20 november 2018/,
    ],
    ["by the member", "Het lid Bakker vroeg naar tramhaltes.", "trams", /Bakker/],
  ])("finds it %s", (_, passage, id, reason) => {
    expect(best(passage)?.commitmentId).toBe(id);
    expect(best(passage)?.reasons.join("; ")).toMatch(reason);
  });

  it("is silent where nothing fits, and about what was promised later", () => {
    expect(candidates("De melkprijs is gestegen.", OPEN, { date: "2019-03-12" })).toEqual([]);
    expect(candidates("Brief over de sluisdeuren", OPEN, { date: "2019-03-12" })).toEqual([]);
  });

  it("finds each of ten thousand commitments by its own word", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      commitment(`c${at}`, `Brief over onderwerp${at} en de regeling voor categorie${at % 97}`),
    );
    const index = indexCommitments(many);
    for (let at = 0; at < 100; at++)
      expect(candidates(`Over onderwerp${at * 7} is meer bekend.`, index, { date: null })[0]?.commitmentId).toBe(
        `c${at * 7}`,
      );
  });
});

const spansOf = ({ findings, deadlines, citations, remarks }: Reading) => [
  ...findings,
  ...deadlines,
  ...citations,
  ...remarks,
  ...findings.flatMap((f) => f.deadline ?? []),
];

/** Pieces that letters are made of, and pieces that no letter should have. */
const PIECES = [
  "Ik zal uw Kamer ",
  "toegezegd ",
  "voor 1 mei ",
  "in de ",
  "32 500 VI, nr. ",
  "binnen ",
  "eind ",
  "99 ",
  ".",
  "?",
  "\n",
  "\r\n\r\n",
  "e\u0301",
  "-\n",
  "\u00ad",
  "\ud83d",
  "«",
  ")",
  "  ",
  "\u00a0",
  "2019-",
  "zodra ",
  "heeft de minister ",
  ", ",
];

describe("whatever it is given", () => {
  it("never throws and never points outside the text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 60 })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, "2011-03-04", "2020-02-29"), (given, date) => {
        const reading = read({ text: given, date, recesses: [] });
        for (const { start, end } of spansOf(reading)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
        }
        for (const { quote, start, end } of reading.findings) expect(quote).toContain(given.slice(start, end));
        for (const { quote, start, end } of reading.remarks) expect(given.slice(start, end)).toBe(quote);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["a megabyte without a full stop", "de minister heeft in de komende periode met de "],
    ["a megabyte of one letter", "a"],
    ["a megabyte of digits", "1 2 "],
    ["a megabyte of line ends", "\n"],
    ["a megabyte of commas", "voor, "],
    ["a megabyte of papers", "Kamerstuk 33 037, nr. 12 en "],
  ])(
    "comes to the end of %s, or the time for a test runs out",
    (_, piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      for (const { end } of spansOf(read({ text, date: "2019-03-12", recesses: [] })))
        expect(end).toBeLessThanOrEqual(text.length);
    },
    120_000,
  );
});
