/** What a progress letter has to answer, by its day and that of the letter after it. All of it is invented. */
import { describe, expect, it } from "vitest";
import { askedFor, letterAfter, letterDay } from "#app/domain/letter-preparation.ts";
import type { DraftCommitment } from "#app/domain/reading/draft-check.ts";
import type { DossierContext } from "#app/domain/rhythm.ts";
import { standing } from "#app/domain/standing.ts";
import {
  by,
  type Draft,
  due,
  made,
  nextLetter,
  planned,
  record,
  reviewedLetter,
  told,
  tweedeKamer,
  unreviewedLetter,
  vague,
} from "../../support/events.ts";

const DEBATE = "2019-03-13";
const TODAY = "2019-06-12";
const SENT = "2019-09-01";
const NEXT = "2020-03-01";

function promise(id: string, drafts: Draft[], context = tweedeKamer(), madeOn = DEBATE): DraftCommitment {
  const found = standing(record(made(madeOn), ...drafts), context, SENT);
  if (!found) throw new Error("The commitment was not made yet.");
  const more = { number: "2019-0001", topic: null, addressee: null, papers: [], dossierId: "parken" };
  return { id, title: id, text: id, madeOn, standing: found, ...more };
}

const reasons = (one: DraftCommitment, next: string | null = NEXT) =>
  askedFor([one], "parken", { today: TODAY, sentOn: SENT, next }).map(({ because }) => because);

describe("A letter has to answer", () => {
  it.each<[string, Draft[], string[]]>([
    ["what was promised for it", [due(DEBATE, nextLetter())], ["promised"]],
    ["what is late today", [due(DEBATE, by("2019-06-11"))], ["late"]],
    ["what is due today or later, and not after the letter", [due(DEBATE, by("2019-06-12"))], ["due"]],
    ["what is due on the day of the letter", [due(DEBATE, by(SENT))], ["due"]],
    ["what is due before the letter after it", [due(DEBATE, by("2020-02-29"))], ["after"]],
    ["not what is due on the day of the letter after it", [due(DEBATE, by(NEXT))], []],
    ["if its writer wants, what has no term", [due(DEBATE, vague())], ["optional"]],
    [
      "what was shifted to before it, as the Kamer was told",
      [due(DEBATE, by("2019-05-01")), told("2019-04-20", by("2019-08-01"))],
      ["shifted"],
    ],
    [
      "as late what the ministry plans for later and told nobody",
      [due(DEBATE, by("2019-05-01")), planned("2019-04-20", by("2019-08-01"))],
      ["late"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(reasons(promise("a", drafts))).toEqual(expected);
  });

  it("what an earlier letter came without: late once that was reviewed, to be looked up before", () => {
    const letters = (letter: ReturnType<typeof reviewedLetter>) => tweedeKamer({ progressLetters: [letter] });
    const drafts = [due(DEBATE, nextLetter())];
    expect(reasons(promise("a", drafts, letters(reviewedLetter("brief", "2019-04-10"))))).toEqual(["late"]);
    expect(reasons(promise("a", drafts, letters(unreviewedLetter("brief", "2019-04-10"))))).toEqual(["unreviewed"]);
  });

  it("not what is promised on its own day, nor what another dossier asks", () => {
    expect(reasons(promise("a", [due(SENT, nextLetter())], tweedeKamer(), SENT))).toEqual([]);
    expect(reasons({ ...promise("a", [due(DEBATE, nextLetter())]), dossierId: "strand" })).toEqual([]);
  });

  it("nothing that comes after it, where nobody knows when the letter after it comes", () => {
    expect(reasons(promise("a", [due(DEBATE, by("2020-02-29"))]), null)).toEqual([]);
  });

  it("first what was promised for it, then what is late", () => {
    const open = [promise("late", [due(DEBATE, by("2019-06-11"))]), promise("promised", [due(DEBATE, nextLetter())])];
    const asked = askedFor(open, "parken", { today: TODAY, sentOn: SENT, next: NEXT });
    expect(asked.map(({ commitmentId }) => commitmentId)).toEqual(["promised", "late"]);
  });
});

const CONTEXT: DossierContext = {
  progressLetters: [{ id: "een", day: "2019-03-01", reviewClosed: true }],
  toldDates: [],
  rhythm: [{ from: "2018-01-01", lettersPerYear: 2 }],
  coverage: null,
};

describe("The day of the letter", () => {
  it.each<[string, DossierContext, string, string, string | null]>([
    ["follows the rhythm", CONTEXT, TODAY, "2019-09-01", "2020-03-01"],
    ["is today once that has passed", CONTEXT, "2019-10-05", "2019-10-05", "2020-04-05"],
    [
      "is the one that the Kamer was told, and the one after it follows the rhythm",
      { ...CONTEXT, toldDates: [{ saidOn: "2019-04-01", expectedOn: "2019-07-01" }] },
      TODAY,
      "2019-07-01",
      "2020-01-01",
    ],
    ["is today where nothing tells", { ...CONTEXT, rhythm: [] }, TODAY, TODAY, null],
  ])("%s", (_, context, today, day, after) => {
    expect(letterDay(context, today)).toBe(day);
    expect(letterAfter(context, day)).toBe(after);
  });
});
