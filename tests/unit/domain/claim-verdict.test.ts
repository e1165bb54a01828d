/** What the ministry claims beside what the committee decided: when they differ, and when nobody has decided yet. */
import { expect, test } from "vitest";
import { claimAndVerdict } from "#app/domain/claim-verdict.ts";
import type { Claim, CommitmentEvent, Verdict } from "#app/domain/events.ts";
import { filterFrom, filterSentence, filterToParams } from "#app/domain/filter.ts";

/** `m:` what the ministry reports, `c:` what the committee decides, else the kind of event. */
const told = (line: string): Pick<CommitmentEvent, "kind" | "payload">[] =>
  line.split(" ").map((word) => {
    const [who = "", what = ""] = word.split(":");
    const rest = { kind: "unchanged" as const };
    if (who === "m") {
      const passage = { letterId: "letter", anchor: null, place: "Slot" };
      return { kind: "reported", payload: { passage, claim: what as Claim, rest, note: null } };
    }
    if (who === "c") {
      return { kind: "judged", payload: { verdict: what as Verdict, rest, committeeId: "committee", note: null } };
    }
    return { kind: who as "lapsed" | "reopened", payload: { reason: "reason", decider: "committee" } };
  });

test.each([
  ["m:met", "met", null, false],
  ["m:met c:met", "met", "met", false],
  ["m:met c:not_met", "met", "not_met", true],
  ["m:met c:partly_met", "met", "partly_met", true],
  ["m:partly_met c:not_met", "partly_met", "not_met", true],
  ["m:partly_met c:met", "partly_met", "met", true],
  // The last verdict on a claim is the one that counts.
  ["m:met c:not_met c:met", "met", "met", false],
  // A new claim has yet to be judged.
  ["m:met c:not_met m:met", "met", null, false],
  // A note on how far it is claims nothing, and takes nothing back.
  ["m:progress c:not_met", null, "not_met", false],
  ["m:met c:not_met m:progress", "met", "not_met", true],
  ["m:declines c:not_met", null, "not_met", false],
  ["c:not_met", null, "not_met", false],
  // What lapsed or was opened again begins anew.
  ["m:met c:not_met lapsed", null, null, false],
  ["m:met reopened c:not_met", null, "not_met", false],
] as const)("after %s: the ministry says %s, the committee %s, and they differ: %s", (line, claim, verdict, differ) => {
  const found = claimAndVerdict(told(line));
  expect([found.claim?.payload.claim ?? null, found.verdict?.payload.verdict ?? null, found.disagree]).toEqual([
    claim,
    verdict,
    differ,
  ]);
});

test("that they differ is a choice of the filter: in the address, out of it, and in the sentence", () => {
  const filter = filterFrom(new URLSearchParams("oordeel=verschilt"));
  expect(filter.disagreed).toBe(true);
  expect(String(filterToParams(filter))).toBe("oordeel=verschilt");
  expect(filterSentence(filter, {}, "2011-03-04", 2)).toContain("ministerie en commissie oordelen verschillend");
  expect(filterFrom(new URLSearchParams("oordeel=anders")).disagreed).toBe(null);
});
