/** What can happen in a register, drawn without looking at what is there: `generated-register.ts` leaves out what cannot be. */
import fc from "fast-check";
import type { ItemKind, Origin } from "#app/domain/events.ts";
import * as drawn from "./drawn-values.ts";
import { made } from "./events.ts";

/** An event of one of the subjects by name, or an amendment of one that is there already. */
export type Act =
  | Telling
  | { amends: "corrected" | "withdrawn"; of: string | null; which: number; fields: DrawnFields };

export interface Telling {
  subject: "commitment" | "letter" | "debate" | "dossier" | "item" | "calendar";
  subjectId: string;
  kind: string;
  effectiveOn: string;
  payload: Record<string, unknown>;
}

/** One of them more often, so that much happens to it. */
const commitmentId = fc.oneof(
  { weight: 2, arbitrary: fc.constant(drawn.COMMITMENTS[0]) },
  drawn.oneOf(drawn.COMMITMENTS),
);
const letterId = drawn.oneOf(drawn.LETTERS);
const dossierId = drawn.oneOf(drawn.DOSSIERS);
const itemId = drawn.oneOf(["i1", "i2"] as const);

const tell = (
  subject: Telling["subject"],
  subjectId: fc.Arbitrary<string>,
  kind: string,
  payload: fc.Arbitrary<Record<string, unknown>> = fc.constant({}),
): fc.Arbitrary<Telling> =>
  fc.record({ subjectId, effectiveOn: drawn.day, payload }).map((told) => ({ subject, kind, ...told }));

const origin: fc.Arbitrary<Origin> = fc.oneof(
  fc.constant<Origin>({ kind: "debate", id: "b1", passage: null }),
  drawn.passage.map((passage): Origin => ({ kind: "letter", id: passage.letterId, passage })),
);

export const registration = (id: string): fc.Arbitrary<Telling> =>
  tell(
    "commitment",
    fc.constant(id),
    "registered",
    fc
      .record({
        origin,
        dossierId,
        chamber: drawn.chamber,
        ministryId: drawn.ministry,
        recurring: drawn.recurring,
        to: fc.record({ memberIds: fc.subarray(["p1", "p2"]), groupIds: fc.subarray(["g1"]) }),
      })
      .map((promised) => ({ ...made("").payload, ...promised })),
  );

/** The day that it counts from is the day of the event. */
export const letter = (id: string): fc.Arbitrary<Telling> =>
  fc
    .record({
      dossierId,
      letterKind: drawn.letterKind,
      day: drawn.day,
      isReceived: fc.boolean(),
      chamber: drawn.chamber,
    })
    .map(({ day, isReceived, ...head }) => ({
      subject: "letter",
      subjectId: id,
      kind: "registered",
      effectiveOn: day,
      payload: {
        title: "Een brief (verzonnen)",
        date: isReceived ? drawn.DAYS[0] : day,
        receivedOn: isReceived ? day : null,
        sender: null,
        ministryId: "m1",
        paper: null,
        originalSha256: null,
        passages: [],
        ...head,
      },
    }));

const deadlineSet = tell(
  "commitment",
  commitmentId,
  "deadline_set",
  fc
    .record({ set: drawn.term, passage: fc.option(drawn.passage, { freq: 2 }) })
    .map(({ set, passage }) => ({ ...set, passage, reason: null })),
);
const reported = tell(
  "commitment",
  commitmentId,
  "reported",
  fc.record({ passage: drawn.passage, claim: drawn.claim, rest: drawn.rest, note: fc.constant(null) }),
);
const judged = tell(
  "commitment",
  commitmentId,
  "judged",
  fc.record({
    verdict: drawn.verdict,
    rest: drawn.rest,
    committeeId: fc.constant(null),
    note: fc.constant(null),
  }),
);
const decision = fc.constant({ reason: "Zo besloten.", decider: "De commissie" });
const toMinistry = fc.record({ ministryId: drawn.ministry });
const source = { source: "Een rapport", url: null, date: null, dateWords: null, consultedOn: null };

const ITEM_KINDS: ItemKind[] = [
  "expectation",
  "decision",
  "request",
  "recommendation",
  "measure",
  "evidence",
  "figure",
];
const item = tell(
  "item",
  itemId,
  "registered",
  fc
    .record({
      itemKind: drawn.oneOf(ITEM_KINDS),
      dossierId,
      deadline: fc.option(drawn.term.map(({ deadline }) => deadline)),
    })
    .map((said) => ({
      ...said,
      title: "Wat verder is gezegd",
      text: "",
      topicId: null,
      origin: null,
      by: null,
      source: null,
      evidence: said.itemKind === "evidence" ? source : null,
      measure: null,
      figure: said.itemKind === "figure" ? { series: "Loketten", unit: "loketten", value: 4, on: drawn.DAYS[0] } : null,
    })),
);

const recess = fc
  .record({ subjectId: drawn.oneOf(["r1", "r2"] as const), start: drawn.day, chamber: drawn.chamber })
  .map(
    ({ subjectId, start, chamber }): Telling => ({
      subject: "calendar",
      subjectId,
      kind: "recess_set",
      effectiveOn: start,
      payload: { chamber, name: "mei", start, end: "2011-05-09", basis: "ingevoerd", source: null, verified: true },
    }),
  );
const happened = tell("calendar", drawn.awaited, "happened").map((told) => ({
  ...told,
  payload: { awaitedId: told.subjectId, what: "Het gebeurde." },
}));

/** Followed from before everything, or from the first days on; until a day that may come again and again. */
const coverage = fc
  .record({ subjectId: dossierId, from: drawn.oneOf(drawn.DAYS.slice(0, 3)), until: fc.option(drawn.day, { freq: 2 }) })
  .filter(({ from, until }) => until === null || from <= until)
  .map(
    ({ subjectId, from, until }): Telling => ({
      subject: "dossier",
      subjectId,
      kind: "coverage_set",
      effectiveOn: until ?? from,
      payload: { from, until },
    }),
  );

/** What a correction may put in the place of what stood there; each kind of event takes what it has. */
export type DrawnFields = typeof fields extends fc.Arbitrary<infer F> ? F : never;
const fields = fc.record({
  pick: fc.nat(5),
  day: drawn.day,
  term: drawn.term,
  claim: drawn.claim,
  rest: drawn.rest,
  verdict: drawn.verdict,
  passage: fc.option(drawn.passage, { freq: 2 }),
  ministryId: drawn.ministry,
  dossierId,
  chamber: drawn.chamber,
  recurring: drawn.recurring,
  letterKind: drawn.letterKind,
  lettersPerYear: drawn.lettersPerYear,
});
const amendment = fc.record({
  amends: drawn.oneOf(["corrected", "withdrawn"] as const),
  /** Often a term. */
  of: fc.option(fc.constant("deadline_set"), { freq: 1 }),
  /** Counted from the last: what was just recorded is what is most often taken back. */
  which: fc.oneof(fc.nat(3), fc.nat(40)),
  fields,
});

/** Every kind of event that an act can tell. */
export const KINDS = [
  "accepted",
  "corrected",
  "coverage_set",
  "deadline_set",
  "evidence_added",
  "handed_over",
  "happened",
  "judged",
  "lapsed",
  "linked",
  "mentioned",
  "published",
  "recess_set",
  "registered",
  "remarked",
  "reopened",
  "reported",
  "review_begun",
  "review_closed",
  "rhythm_set",
  "told_date_set",
  "withdrawn",
] as const;

/** Anything that can be recorded, often what changes a standing. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: deadlineSet },
  { weight: 7, arbitrary: reported },
  { weight: 4, arbitrary: judged },
  { weight: 3, arbitrary: tell("commitment", commitmentId, "lapsed", decision) },
  { weight: 4, arbitrary: tell("commitment", commitmentId, "reopened", decision) },
  { weight: 1, arbitrary: tell("commitment", commitmentId, "published") },
  { weight: 1, arbitrary: tell("commitment", commitmentId, "handed_over", toMinistry) },
  { weight: 2, arbitrary: tell("commitment", commitmentId, "accepted", toMinistry) },
  {
    weight: 1,
    arbitrary: tell(
      "commitment",
      commitmentId,
      "linked",
      fc.record({ relation: drawn.oneOf(["repeats", "adds_to", "changes", "same_promise"]), commitmentId }),
    ),
  },
  {
    weight: 1,
    arbitrary: tell("commitment", commitmentId, "evidence_added", fc.constant({ ...source, shows: "Iets." })),
  },
  { weight: 3, arbitrary: tell("letter", letterId, "review_closed") },
  { weight: 1, arbitrary: tell("letter", letterId, "review_begun") },
  {
    weight: 1,
    arbitrary: tell("letter", letterId, "remarked", fc.record({ passage: drawn.passage, why: fc.constant("Vreemd.") })),
  },
  { weight: 1, arbitrary: tell("debate", fc.constant("b1"), "published") },
  {
    weight: 2,
    arbitrary: tell(
      "dossier",
      dossierId,
      "rhythm_set",
      fc.record({ lettersPerYear: drawn.lettersPerYear, source: fc.constant("Een brief") }),
    ),
  },
  {
    weight: 2,
    arbitrary: tell(
      "dossier",
      dossierId,
      "told_date_set",
      fc.record({ expectedOn: drawn.day, words: fc.constant("in het voorjaar"), source: fc.constant("Een brief") }),
    ),
  },
  { weight: 2, arbitrary: coverage },
  { weight: 4, arbitrary: happened },
  { weight: 2, arbitrary: recess },
  { weight: 1, arbitrary: item },
  { weight: 1, arbitrary: tell("item", itemId, "published", fc.constant({ number: null })) },
  {
    weight: 1,
    arbitrary: tell(
      "item",
      itemId,
      "linked",
      fc.record({
        relation: drawn.oneOf(["about", "shows", "answers", "follows_from"]),
        to: fc.record({ kind: fc.constant("commitment"), id: commitmentId }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: tell("item", itemId, "mentioned", fc.record({ passage: drawn.passage, note: fc.constant(null) })),
  },
  { weight: 12, arbitrary: amendment },
);

/** The debate that promises were made in. */
export const debate: fc.Arbitrary<Telling> = drawn.day.map((effectiveOn) => ({
  subject: "debate",
  subjectId: "b1",
  kind: "registered",
  effectiveOn,
  payload: {
    debateKind: "commissiedebat",
    title: "Een debat (verzonnen)",
    chamber: "TK",
    committeeId: null,
    dossierId: "d1",
    paper: null,
    ministryId: "m1",
    officeHolderIds: [],
  },
}));
