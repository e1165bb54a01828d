/** The reader on our own labelled sentences: what it once read rightly, it goes on reading rightly. */
import { expect, test } from "vitest";
import { type Answer, answersOf, ask } from "../../bench/gold-answers.ts";
import { changes, lastRun } from "../../bench/gold-run.ts";
import { ownGold } from "../../bench/gold-set.ts";

const gold = ownGold();
const answers = answersOf(ask(gold));

test("what was right in the recorded run is right now", () => {
  const lost = changes(answers, lastRun()).lost.map(
    ({ answer, before }) =>
      `${answer.id} ${answer.text} | hoort: ${answer.expected} | was: ${before} | nu: ${answer.said}`,
  );
  expect(lost, "Lost since tests/gold/last-run.json; see `npm run bench:reading`.").toEqual([]);
});

test("every row has its place in the recorded run, and no other has", () => {
  const rows = [...gold.sentences, ...gold.deadlines, ...gold.citations];
  expect(rows.length).toBeGreaterThan(500);
  expect(new Set(rows.map(({ text, id }) => `${id} ${text}`)).size).toBe(rows.length);
  expect(Object.keys(lastRun().answers).sort(), "Run `npm run bench:reading -- --record`.").toEqual(
    rows.map(({ id }) => id).sort(),
  );
});

test("words that a row labels stand in its text", () => {
  const lost = [
    ...gold.deadlines.filter(({ text, expression }) => !text.includes(expression)),
    ...gold.citations.filter(({ text, matches }) => matches.some((match) => !text.includes(match.string))),
  ];
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test("a row that was right and no longer is counts as lost, one that became right as gained", () => {
  const answer = (id: string, isRight: boolean): Answer => ({
    id,
    part: "zin",
    text: "Dat zeg ik toe.",
    expected: "new_commitment",
    said: "nu",
    isRight,
  });
  const before = { scores: {}, answers: { a: { isRight: true, said: "toen" }, b: { isRight: false, said: "toen" } } };
  const { gained, lost } = changes([answer("a", false), answer("b", true), answer("c", false)], before);
  expect(lost.map(({ answer: { id }, before: said }) => [id, said])).toEqual([["a", "toen"]]);
  expect(gained.map(({ answer: { id } }) => id)).toEqual(["b"]);
});
