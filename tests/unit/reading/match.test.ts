/** A wrong link is worse than none: what matching finds on passages of which we know the answer. */
import { describe, expect, it, test } from "vitest";
import { Vocabulary } from "#app/domain/reading/compounds.ts";
import type { OpenCommitment } from "#app/domain/reading/findings.ts";
import { candidates } from "#app/domain/reading/match.ts";
import { ownPassages } from "../../bench/gold-set.ts";
import { AFTER_ALL, matchingScores, shippedCommitments } from "../../bench/matching.ts";
import { generatedMatching } from "../../support/generated-matching.ts";

describe("a compound is taken apart into words that are known", () => {
  const known = new Vocabulary(["toegankelijkheid", "stations", "vuurtorens", "beheer", "bibliotheken"]);
  it.each<[string, readonly string[]]>([
    ["stationstoegankelijkheid", known.atomsOf("stations").concat(known.atomsOf("toegankelijkheid"))],
    ["vuurtorenbeheer", known.atomsOf("vuurtorens").concat(known.atomsOf("beheer"))],
    ["bibliotheekbeheer", known.atomsOf("bibliotheken").concat(known.atomsOf("beheer"))],
    [
      "vuurtorenbeheerstoegankelijkheid",
      ["vuurtorens", "beheer", "toegankelijkheid"].flatMap((word) => known.atomsOf(word)),
    ],
  ])("%s", (word, parts) => {
    expect(known.atomsOf(word)).toEqual(parts);
  });

  it("and no further: what is not known stays whole", () => {
    expect(known.atomsOf("stationsplein")).toHaveLength(1);
    expect(known.atomsOf("beheersing")).toHaveLength(1);
  });
});

describe("neighbours that differ in one word", () => {
  const about = (id: string, where: string, more: Partial<OpenCommitment> = {}): OpenCommitment => ({
    id,
    title: `De Kamer informeren over de toegankelijkheid van stations in ${where}`,
    text: `Een brief over de toegankelijkheid van stations in ${where}.`,
    topic: null,
    addressee: null,
    madeOn: "2018-10-04",
    papers: [],
    ...more,
  });
  const OPEN = [
    about("drenthe", "Drenthe", { addressee: "het lid Kooistra (Fractie A)" }),
    about("zeeland", "Zeeland", { madeOn: "2018-11-20" }),
    about("limburg", "Limburg", { papers: ["33037/12"] }),
  ];
  const best = (passage: string) => candidates(passage, OPEN, { date: AFTER_ALL })[0]?.commitmentId ?? null;

  it.each([
    ["by that word", "Over de stationstoegankelijkheid in Zeeland heb ik u bericht toegezegd.", "zeeland"],
    ["by the member", "Het lid Kooistra heb ik een brief over de stationstoegankelijkheid toegezegd.", "drenthe"],
    [
      "by the day of the debate",
      "In het debat van 20 november 2018 is een brief over de toegankelijkheid van stations toegezegd.",
      "zeeland",
    ],
    ["by the paper", "De toegezegde brief over de stationstoegankelijkheid (33 037, nr. 12) is er.", "limburg"],
  ])("are told apart %s", (_, passage, id) => {
    expect(best(passage)).toBe(id);
  });

  it.each([
    ["nothing tells them apart", "De toegezegde brief over de stationstoegankelijkheid is er."],
    ["only the formula is shared", "Hiermee is de toezegging om de Kamer te informeren afgedaan."],
    ["there is nothing to compare", ""],
  ])("are not guessed at where %s", (_, passage) => {
    expect(best(passage)).toBeNull();
  });
});

test("passages about the shipped dossier find what they answer, or nothing", () => {
  const { wrong, recall, silentOnNone } = matchingScores(shippedCommitments(), ownPassages(), AFTER_ALL);
  expect(wrong).toEqual([]);
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(silentOnNone).toBe(1);
});

// The weights were chosen on registers of other seeds.
test("in a register of ten thousand neighbours nineteen links in twenty are right", () => {
  const { open, cases } = generatedMatching(10_000, 600, 2);
  const { precision, recall, silentOnNone } = matchingScores(open, cases, AFTER_ALL);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.75);
  expect(silentOnNone).toBeGreaterThanOrEqual(0.95);
});
