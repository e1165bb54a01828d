/**
 * Whatever text it is given, the reader answers, and in time: a limit that is many times what linear reading takes ends
 * the reading itself, so that a pattern that never ends fails here and does not hang the run.
 */
import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { OpenCommitment, Reading } from "#app/domain/reading/findings.ts";
import { read } from "#app/domain/reading/read.ts";
import { endlessTexts, hostileTexts } from "../../support/hostile-texts.ts";
import { PATIENCE, runs } from "../../support/property-runs.ts";

const OPEN: OpenCommitment[] = ["de brug", "de provincies", "het waterschap"].map((about, at) => ({
  id: `c${at}`,
  title: `De Kamer informeren over ${about}`,
  text: "",
  topic: null,
  addressee: "het lid Kooistra",
  madeOn: "2010-12-02",
  papers: ["32500-VI/75"],
}));

/** For a machine busy with other work: a letter of 10,000 words may take this much and a second, and takes a tenth. */
const MS_A_THOUSAND = 150;

const job = new Script("readHostileText()");
function readInTime(text: string, date: string | null): Reading {
  let reading: Reading | undefined;
  Object.assign(globalThis, {
    readHostileText: () => {
      reading = read({ text, date, recesses: [], openCommitments: OPEN });
    },
  });
  job.runInThisContext({ timeout: 5_000 + Math.ceil((MS_A_THOUSAND * text.length) / 1_000) });
  if (!reading) throw new Error("Not read.");
  return reading;
}

function isInside({ findings, deadlines, citations, remarks }: Reading, text: string): boolean {
  const spans = [...findings, ...deadlines, ...citations, ...remarks];
  return spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length);
}

test("any text is read in time, and what is found lies inside it", { timeout: PATIENCE * 20 }, () => {
  fc.assert(
    fc.property(hostileTexts, fc.constantFrom(null, "2011-03-04"), (text, date) => {
      expect(isInside(readInTime(text, date), text)).toBe(true);
    }),
    runs(150),
  );
});

describe("a text without end is read in time", () => {
  it.each(endlessTexts)("%s", { timeout: PATIENCE }, (_, text) => {
    expect(isInside(readInTime(text, "2011-03-04"), text)).toBe(true);
  });
});

test("what never ends is ended", () => {
  const endless = new Script("/^(?:a+)+$/.test('a'.repeat(60) + 'b')");
  expect(() => endless.runInThisContext({ timeout: 200 })).toThrow(/timed out/);
});
