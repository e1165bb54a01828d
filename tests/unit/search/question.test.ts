/** The language of the search box: what is typed, and what is looked for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWords } from "#app/domain/search/folded.ts";
import { questionIn, questionSoFar, type Term, withoutTerm } from "#app/domain/search/question.ts";
import { HOSTILE } from "../../support/hostile-questions.ts";

/** A term as one would write it: quotes where it is exact, a star where it goes on. */
const shown = ({ words, isExact, isPrefix }: Term): string => {
  const said = isExact ? `"${words.join(" ")}"` : words.join(" ");
  return isPrefix ? `${said}*` : said;
};

test.each<[typed: string, wanted: string[], excluded: string[]]>([
  ["meldknop", ["meldknop"], []],
  ["  Meldknop  LOKET ", ["meldknop", "loket"], []],
  ["geïnformeerd café Ångström ﬁets", ["geinformeerd", "cafe", "angstrom", "fiets"], []],
  ["ge\u0308informeerd", ["geinformeerd"], []],
  ['"twee keer per jaar"', ['"twee keer per jaar"'], []],
  ["“twee keer” loket", ['"twee keer"', "loket"], []],
  ['"nooit gesloten', ['"nooit gesloten"'], []],
  ["loket -balie", ["loket"], ["balie"]],
  ['loket -"aan de balie"', ["loket"], ['"aan de balie"']],
  ["loket NOT balie", ["loket"], ["balie"]],
  ["loket NIET balie kiosk", ["loket", "kiosk"], ["balie"]],
  ["loket AND balie", ["loket", "balie"], []],
  ["blok*", ["blok*"], []],
  ["e-mail", ['"e mail"'], []],
  ["2011-0007", ['"2011 0007"'], []],
  ["de wachttijd van het loket", ["wachttijd", "loket"], []],
  // Near misses: no operator, only signs or letters of the text.
  ["loket - balie", ["loket", "balie"], []],
  ["loket-balie", ['"loket balie"'], []],
  ["not balie", ["not", "balie"], []],
  ["*", [], []],
  ["bl*k", ['"bl k"'], []],
  ["de het een", ["de", "het", "een"], []],
  ['"de"', ['"de"'], []],
  ["-loket", [], ["loket"]],
  ["", [], []],
  ["?! … ---", [], []],
  ["title:loket (balie OR", ['"title loket"', "balie", "or"], []],
])("%j", (typed, wanted, excluded) => {
  const question = questionIn(typed);
  expect([question.wanted.map(shown), question.excluded.map(shown)]).toEqual([wanted, excluded]);
});

test.each<[typed: string, wanted: string[]]>([
  ["mel", ["mel*"]],
  ["loket mel", ["loket", "mel*"]],
  ["m", ["m"]],
  ["mel ", ["mel"]],
  ['"mel', ['"mel"*']],
  ["loket -mel", ["loket"]],
])("while it is typed the last word of %j may go on", (typed, wanted) => {
  expect(questionSoFar(typed).wanted.map(shown)).toEqual(wanted);
});

test("more than a dozen words is cut, and says so", () => {
  const many = Array.from({ length: 20 }, (_, i) => `woord${i}`).join(" ");
  expect(questionIn(many).wanted).toHaveLength(12);
  expect([questionIn(many).isCut, questionIn("woord").isCut, questionIn("w".repeat(10_000)).isCut]).toEqual([
    true,
    false,
    true,
  ]);
});

test("without one of its terms it asks for the others", () => {
  const question = questionIn('loket "twee keer" blok* -balie');
  const [, second] = question.wanted;
  expect(second && withoutTerm(question, second)).toBe("loket blok* -balie");
});

test("anything that can be typed is a question of folded words", () => {
  const check = (typed: string) => {
    const terms = Object.values(questionIn(typed)).flatMap((value) => (Array.isArray(value) ? value : []));
    const words = terms.flatMap((term) => (term.words.length > 0 ? term.words : [""]));
    const isFolded = (word: string) => /^[\p{L}\p{N}]{1,60}$/u.test(word) && foldedWords(word).join("") === word;
    expect(words.filter((word) => !isFolded(word))).toEqual([]);
  };
  for (const typed of HOSTILE) check(typed);
  fc.assert(fc.property(fc.string({ unit: "binary" }), check), { numRuns: 200 });
});
