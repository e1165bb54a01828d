import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LetterPart, readLetterParts } from "#app/domain/reading/letter-parts.ts";

// Parts of letters written for these tests: sport, roads, water.
const text = (words: string, ...notes: [mark: string, text: string][]): LetterPart => ({
  kind: "paragraph",
  level: null,
  text: words,
  footnotes: notes.map(([mark, note]) => ({ mark, text: note })),
});
const heading = (level: number, words: string): LetterPart => ({ kind: "heading", level, text: words, footnotes: [] });
const row = (...cells: string[]): LetterPart => ({ kind: "row", level: null, text: cells.join(" | "), footnotes: [] });

const shape = (parts: LetterPart[]): string[] =>
  readLetterParts(parts).passages.map(({ kind, level, text: words }) =>
    kind === "heading" ? `${"#".repeat(level ?? 0)} ${words}` : words,
  );
const BODY = text("De gemeenten zijn begonnen met de aanleg van de velden.");

describe("the head of a letter in parts", () => {
  const expected = {
    title: "Derde voortgangsbrief sportvelden",
    date: "2013-02-18",
    addressee: "de Voorzitter van de Tweede Kamer der Staten-Generaal",
    kind: "progress",
  };

  it.each([
    [
      "paragraphs",
      [
        text("Aan de Voorzitter van de Tweede Kamer"),
        text("der Staten-Generaal"),
        text("Postbus 20018"),
        text("2500 EA Den Haag"),
        text("Datum 18 februari 2013"),
        text("Onderwerp Derde voortgangsbrief sportvelden"),
      ],
    ],
    [
      "rows of a table",
      [
        row("Aan", "de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        row("Datum", "18 februari 2013"),
        row("Betreft", "Derde voortgangsbrief sportvelden"),
      ],
    ],
    [
      "one paragraph for the address",
      [
        text("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Postbus 20018 2500 EA Den Haag"),
        text("Den Haag, 18 februari 2013"),
        text("Onderwerp: Derde voortgangsbrief sportvelden"),
      ],
    ],
  ])("is read from %s", (_, head) => {
    const letter = readLetterParts([...head, heading(1, "1. Inleiding"), BODY]);
    expect(letter.head).toMatchObject(expected);
    expect(letter.passages.map((passage) => passage.text)).toEqual(["1. Inleiding", BODY.text]);
  });

  it("is the number of the paper where the letter is one", () => {
    const parts = [heading(1, "11 222 VI Sport"), heading(1, "Nr. 7 BRIEF VAN DE MINISTER VAN SPORT"), BODY];
    expect(readLetterParts(parts).head.paper).toBe("11 222 VI, nr. 7");
  });
});

describe("the signature", () => {
  it.each([
    [
      [text("De Minister van Sport,"), text("A.B. Voorbeeld")],
      "De Minister van Sport, A.B. Voorbeeld",
      ["De Minister van Sport,", "A.B. Voorbeeld"],
    ],
    [
      [row("De Minister van Sport,", "De Minister van Wegen,"), row("A.B. Voorbeeld", "C. Proef")],
      "De Minister van Sport, A.B. Voorbeeld en De Minister van Wegen, C. Proef",
      ["De Minister van Sport, De Minister van Wegen,", "A.B. Voorbeeld C. Proef"],
    ],
  ])("%j is signed by %s", (signature, sender, outside) => {
    const letter = readLetterParts([text("Datum 18 februari 2013"), BODY, ...signature]);
    expect(letter.head.sender).toBe(sender);
    expect(letter.outside.signature).toEqual(outside);
    expect(letter.passages).toHaveLength(1);
  });
});

describe("headings", () => {
  it("keep the two outermost levels apart; what is deeper is a section", () => {
    expect(shape([heading(2, "A"), BODY, heading(3, "B"), heading(5, "C"), BODY, heading(2, "D")])).toEqual([
      "# A",
      BODY.text,
      "## B",
      "## C",
      BODY.text,
      "# D",
    ]);
  });

  it("under the one title of a page are chapters and sections", () => {
    expect(shape([heading(1, "Titel"), heading(2, "A"), BODY, heading(3, "B"), BODY])).toEqual([
      "# Titel",
      "# A",
      BODY.text,
      "## B",
      BODY.text,
    ]);
  });

  it("of one level are told apart by their numbers, as in plain text", () => {
    expect(shape([heading(4, "1. Velden"), heading(4, "1.1 Aanleg"), BODY, heading(4, "2. Kosten"), BODY])).toEqual([
      "# 1. Velden",
      "## 1.1 Aanleg",
      BODY.text,
      "# 2. Kosten",
      BODY.text,
    ]);
  });
});

describe("footnotes", () => {
  it("stay with their part, or come to the nearest passage where the part is none", () => {
    const parts = [
      text("Onderwerp Sportvelden", ["1", "Van het hoofd"]),
      text("Datum 18 februari 2013", ["2", "Ook van het hoofd"]),
      text("De velden zijn klaar.", ["3", "Van de alinea"]),
      text("De Minister van Sport,"),
      text("A.B. Voorbeeld", ["4", "Van de ondertekening"]),
    ];
    const [passage, ...rest] = readLetterParts(parts).passages;
    expect(rest).toEqual([]);
    expect(passage?.footnotes.map((note) => `${note.mark} ${note.text}`)).toEqual([
      "1 Van het hoofd",
      "2 Ook van het hoofd",
      "3 Van de alinea",
      "4 Van de ondertekening",
    ]);
  });

  it("that were typed as text are found, but not in a file that marks its notes", () => {
    const typed = [text("De velden zijn klaar.[1] Dat is mooi."), text("[1] Kamerstuk 11 222, nr. 3"), BODY];
    expect(readLetterParts(typed).passages).toMatchObject([
      { text: "De velden zijn klaar. Dat is mooi.", footnotes: [{ mark: "1", text: "Kamerstuk 11 222, nr. 3" }] },
      { text: BODY.text, footnotes: [] },
    ]);
    expect(shape([...typed, text("Slot", ["1", "Noot"])])).toEqual([...typed.map((part) => part.text), "Slot"]);
  });
});

it("rows become paragraphs, and bullets that were typed go", () => {
  expect(shape([BODY, row("Oost", "12", "14"), text("• twee velden;"), text("- een baan.")])).toEqual([
    BODY.text,
    "Oost | 12 | 14",
    "twee velden;",
    "een baan.",
  ]);
});

it("whatever the parts, no word is lost and none comes twice", () => {
  const words = fc.constantFrom(
    ..."Datum 3 mei 2013|Onderwerp Wegen|Aan|Nr. 5|De Minister van Wegen,|A.B. Voorbeeld|Hoogachtend,|1 Kamerstuk 11 111, nr. 2|[2] Zie|zin.1|• spoor|Pagina 1 van 2|kst-11222-5|Wegen|Geachte voorzitter,|in\u00adval|\u00a0|Oost | 3 | West|".split(
      "|",
    ),
  );
  const note = fc.record({ mark: fc.constantFrom("1", "2"), text: fc.constantFrom("Noot", "Zie daar") });
  const part = fc.record({
    kind: fc.constantFrom("heading" as const, "paragraph" as const, "row" as const),
    level: fc.integer({ min: 1, max: 4 }),
    text: words,
    footnotes: fc.array(note, { maxLength: 2 }),
  });
  const letters = (all: string[]): string => (all.join(" ").match(/\p{L}/gu) ?? []).sort().join("");
  const ofNotes = (parts: { text: string; footnotes: { text: string }[] }[]): string[] =>
    parts.flatMap((one) => [one.text, ...one.footnotes.map((footnote) => footnote.text)]);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const letter = readLetterParts(parts);
      const outside = Object.values(letter.outside).flat();
      expect(letters([...ofNotes(letter.passages), ...outside])).toBe(letters(ofNotes(parts)));
      expect(letter.passages.map(({ anchor }) => anchor)).toEqual(letter.passages.map((_, i) => `p${i + 1}`));
    }),
    { numRuns: 1500 },
  );
});
