/** Texts that no letter should be, drawn: what nearly starts a rule, over and over; what no alphabet has; what never ends. */
import fc from "fast-check";

/** Pieces that a rule starts to read, and pieces that break words, lines and characters. */
const PIECES = [
  "ik zal de Kamer ",
  "heeft de minister toegezegd ",
  "de toezegging ",
  "zeg ik ",
  "wordt de Kamer ",
  ", maar ",
  "; ",
  "op 1 mei 2011, ",
  "uiterlijk ",
  "nog ",
  "voor nog ",
  "binnen drie ",
  "zodra het onderzoek is ",
  "in de ",
  "eind ",
  "elke ",
  "2019-",
  "1-1-",
  "Kamerstukken II 2018/19, 32 500 VI, nr. 75, ",
  "32 500 VI en ",
  "nr. 1, 2, 3 en ",
  "CXVI, ",
  "Handelingen II ",
  "Aanhangsel ",
  "De heer De Boer (VVD): ",
  "Van der Van den ",
  "het lid ",
  "onderstaande tabel ",
  "Inleiding\n",
  "verga- derjaar ",
  "aa-\nbb",
  "www.",
  "A.",
  ". ",
  ".",
  "?",
  "1",
  "a",
  "abcdefghij",
  " ",
  "\n",
  "\r\n\r\n",
  "«“",
  "»”",
  "(",
  "()",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u202ea\u200f",
  "\ud83d",
  "\udc00",
  "e\u0301",
  "\u0301",
  "😀",
  "İ",
  "漢字",
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** A few pieces in a row, thousands of times; or pieces in any order; or any characters at all. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 4_000 }))
      .map(([row, size]) => row.join("").repeat(Math.ceil(size / Math.max(1, row.join("").length)))),
  },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
);

/** The same few at a length at which whatever is not linear never ends. */
export const endlessTexts: readonly (readonly [name: string, text: string])[] = [
  ["a megabyte without a full stop", "de provincie en het waterschap overleggen over de brug ".repeat(19_000)],
  ["a thousand dates in a row", "op 1 mei 2011, ".repeat(1_000)],
  ["a thousand citations", "Kamerstukken II 2018/19, 32 500 VI, nr. 75, ".repeat(1_000)],
  ["thousands of dossiers without a number", "32 500 VI en ".repeat(5_000)],
  ["quotes in quotes", `${"«“".repeat(20_000)}Ja.${"”»".repeat(20_000)}`],
  ["brackets that never close", "(".repeat(50_000)],
  ["a promise that never comes", "ik zal de Kamer ".repeat(5_000)],
  ["a term that never comes", "uiterlijk nog ".repeat(5_000)],
  ["right-to-left marks", "\u202e\u200fde brug\u200f ".repeat(5_000)],
  ["digits", "1".repeat(100_000)],
  ["full stops", ".".repeat(100_000)],
  ["one long word", "a".repeat(200_000)],
  ["words cut at each line end", "aa-\nbb".repeat(15_000)],
  ["halves of characters", "\ud83d".repeat(50_000)],
  ["accents without a letter", "\u0301".repeat(50_000)],
];
