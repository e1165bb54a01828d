/** DOMAIN.md, "Standing on a day" and "Late": each sentence a history, and what the register shows of it day by day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { knownBy } from "#app/domain/events.ts";
import { periods, type StandingContext, standing, standingOf, timesLate } from "#app/domain/standing.ts";
import {
  accepted,
  at,
  by,
  called,
  corrected,
  due,
  eersteKamer,
  evidence,
  handedOver,
  inBrief,
  judged,
  lapsed,
  linked,
  made,
  nextLetter,
  onDays,
  planned,
  published,
  REST_WITHOUT_DEADLINE,
  record,
  recordedAt,
  reopened,
  reported,
  restBy,
  restIn,
  reviewedLetter,
  told,
  tweedeKamer,
  UNCHANGED,
  unreviewedLetter,
  vague,
  withdrawn,
} from "../../support/events.ts";

interface Scenario {
  says: string;
  events: CommitmentEvent[];
  context?: StandingContext;
  /** Days, and all that the register shows on each. */
  rows: [IsoDay, string][];
}

const TWEEDE_KAMER = tweedeKamer();
const EERSTE_KAMER = eersteKamer();
const rhythm = [{ from: "2010-01-01", lettersPerYear: 2 }];

const OPEN: Scenario[] = [
  {
    says: "a commitment is open from the day it was made and not there before",
    events: record(made("2011-01-10")),
    rows: [
      ["2011-01-09", "not there"],
      ["2011-01-10", "open, no term"],
      ["2031-01-10", "open, no term"],
    ],
  },
  {
    says: "once published, it shows on every day from its registration on",
    events: record(made("2011-01-10"), published("2012-06-01")),
    rows: [
      ["2011-01-10", "open, no term"],
      ["2012-06-01", "open, no term"],
    ],
  },
  {
    says: "publication, links and evidence change nothing in where it stands",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      published("2011-01-11"),
      linked("2011-02-01", "c2"),
      evidence("2011-03-05"),
    ),
    rows: [
      ["2011-02-01", "open"],
      ["2011-03-05", "open, 4 days late by date"],
    ],
  },
  {
    says: "a deadline whose words were said before the day of registration still holds",
    events: record(made("2011-01-10"), due("2011-01-08", by("2011-03-01"))),
    rows: [
      ["2011-01-09", "not there"],
      ["2011-01-10", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
];

const REPORTED: Scenario[] = [
  {
    says: "in the Tweede Kamer a letter that meets it settles it on receipt",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-03-01", "met")),
    rows: [
      ["2011-02-28", "open"],
      ["2011-03-01", "met, 0 days late"],
      ["2011-03-02", "met, 0 days late"],
    ],
  },
  {
    says: "a met commitment says how many days late it was",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-02-28")), reported("2011-03-04", "met")),
    rows: [
      ["2011-02-28", "open"],
      ["2011-03-01", "open, 1 day late by date"],
      ["2011-03-03", "open, 3 days late by date"],
      ["2011-03-04", "met, 4 days late"],
      ["2012-03-04", "met, 4 days late"],
    ],
  },
  {
    says: "in the Tweede Kamer a letter that meets it partly makes it partly met",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-02-01", "partly_met")),
    rows: [
      ["2011-01-31", "open"],
      ["2011-02-01", "partly met"],
      ["2011-03-01", "partly met"],
      ["2011-03-02", "partly met, 1 day late by date"],
    ],
  },
  {
    says: "a second letter can meet what the first met in part",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-01", "partly_met"),
      reported("2011-03-03", "met"),
    ),
    rows: [
      ["2011-03-02", "partly met, 1 day late by date"],
      ["2011-03-03", "met, 2 days late"],
    ],
  },
  ...(["progress", "postpones", "declines"] as const).map((claim) => ({
    says: `an interim note never closes anything: ${claim}`,
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-02-01", claim)),
    rows: [
      ["2011-02-01", "open"],
      ["2011-03-01", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ] as [IsoDay, string][],
  })),
  {
    says: "an interim note after a part was met leaves it partly met",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-01", "partly_met"),
      reported("2011-02-15", "progress"),
    ),
    rows: [["2011-03-03", "partly met, 2 days late by date"]],
  },
  {
    says: "a letter after it was met changes nothing",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-01", "met"),
      reported("2011-04-01", "partly_met", restBy(by("2011-05-01"))),
    ),
    rows: [["2011-06-01", "met, 0 days late"]],
  },
  {
    says: "a letter of before the day asked for counts even where it was recorded last",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      lapsed("2011-06-01"),
      reported("2011-03-04", "partly_met"),
    ),
    rows: [
      ["2011-03-03", "open, 2 days late by date"],
      ["2011-03-04", "partly met, 3 days late by date"],
      ["2011-06-01", "lapsed"],
    ],
  },
];

const JUDGED: Scenario[] = [
  {
    says: "in the Eerste Kamer a claim waits for judgement and is not late while it waits",
    context: EERSTE_KAMER,
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-02-20", "met")),
    rows: [
      ["2011-02-19", "open"],
      ["2011-02-20", "open, awaits judgement"],
      ["2011-03-02", "open, awaits judgement"],
      ["2012-03-02", "open, awaits judgement"],
    ],
  },
  {
    says: "a claim that came late stops the lateness while it waits",
    context: EERSTE_KAMER,
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-03-04", "partly_met")),
    rows: [
      ["2011-03-03", "open, 2 days late by date"],
      ["2011-03-04", "open, awaits judgement"],
    ],
  },
  {
    says: "an interim note in the Eerste Kamer waits for no judgement",
    context: EERSTE_KAMER,
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-02-20", "progress")),
    rows: [
      ["2011-02-20", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "judged met holds from its own day, with the days late counted to the day of receipt",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-03-04", "met"),
      judged("2011-05-10", "met"),
    ),
    rows: [
      ["2011-05-09", "open, awaits judgement"],
      ["2011-05-10", "met, 3 days late"],
    ],
  },
  {
    says: "received in time and judged long after the deadline is not late",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "met"),
    ),
    rows: [["2011-05-10", "met, 0 days late"]],
  },
  {
    says: "an interim note while a claim waits does not move the day of receipt",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      reported("2011-04-01", "progress"),
      judged("2011-05-10", "met"),
    ),
    rows: [
      ["2011-04-01", "open, awaits judgement"],
      ["2011-05-10", "met, 0 days late"],
    ],
  },
  {
    says: "a deadline told after the receipt does not excuse what was late then",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-03-04", "met"),
      told("2011-03-20", by("2011-06-01")),
      judged("2011-05-10", "met"),
    ),
    rows: [
      ["2011-03-20", "open, awaits judgement, postponed 1x"],
      ["2011-05-10", "met, 3 days late, postponed 1x"],
    ],
  },
  {
    says: "judged not met makes it open again, late from its old deadline",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "not_met"),
    ),
    rows: [
      ["2011-05-09", "open, awaits judgement"],
      ["2011-05-10", "open, 70 days late by date"],
    ],
  },
  {
    says: "judged not met before the deadline is open and not late yet",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-01", "met"),
      judged("2011-02-20", "not_met"),
    ),
    rows: [
      ["2011-02-20", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "after a claim that was judged not met, the days late count to the receipt of the next",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "not_met"),
      reported("2011-05-30", "met"),
      judged("2011-07-01", "met"),
    ),
    rows: [
      ["2011-05-30", "open, awaits judgement"],
      ["2011-07-01", "met, 90 days late"],
    ],
  },
  {
    says: "judged partly met leaves the rest late",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "partly_met"),
    ),
    rows: [["2011-05-10", "partly met, 70 days late by date"]],
  },
  {
    says: "a decision may set a new deadline for the rest",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "partly_met", restBy(by("2011-09-01"))),
    ),
    rows: [
      ["2011-05-10", "partly met, postponed 1x"],
      ["2011-09-01", "partly met, postponed 1x"],
      ["2011-09-02", "partly met, 1 day late by date, postponed 1x"],
    ],
  },
  {
    says: "a decision may name a successor for the rest",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-05-10", "partly_met", restIn("c2")),
    ),
    rows: [["2011-05-10", "partly met, rest in c2, not counted"]],
  },
  {
    says: "judged not met takes the rest back from a successor",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "partly_met", restIn("c2")),
      judged("2011-05-10", "not_met"),
    ),
    rows: [
      ["2011-02-20", "open, awaits judgement, rest in c2, not counted"],
      ["2011-05-10", "open, 70 days late by date"],
    ],
  },
  {
    says: "a committee of the Tweede Kamer can still say that it was not met",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-20", "met"),
      judged("2011-03-11", "not_met"),
    ),
    rows: [
      ["2011-03-10", "met, 0 days late"],
      ["2011-03-11", "open, 10 days late by date"],
    ],
  },
  {
    says: "judged met without a letter counts the days late to the decision",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), judged("2011-03-11", "met")),
    rows: [["2011-03-11", "met, 10 days late"]],
  },
];

const REST: Scenario[] = [
  {
    says: "with a successor the old one keeps its status and is neither late nor counted as open",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-03-04", "partly_met", restIn("c2")),
    ),
    rows: [
      ["2011-03-03", "open, 2 days late by date"],
      ["2011-03-04", "partly met, rest in c2, not counted"],
      ["2012-03-04", "partly met, rest in c2, not counted"],
    ],
  },
  {
    says: "an open commitment whose rest goes to a successor stays open in status and counts no more",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-04", "postpones", restIn("c2")),
    ),
    rows: [["2011-03-04", "open, rest in c2, not counted"]],
  },
  {
    says: "with a new deadline for the rest, that one is in force",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-04", "partly_met", restBy(by("2011-06-01"))),
    ),
    rows: [
      ["2011-03-02", "partly met, postponed 1x"],
      ["2011-06-01", "partly met, postponed 1x"],
      ["2011-06-02", "partly met, 1 day late by date, postponed 1x"],
    ],
  },
  ...[REST_WITHOUT_DEADLINE, restBy(vague())].map((rest) => ({
    says: `a rest without a date leaves the deadline in force, and lateness runs on: ${rest.kind}`,
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), reported("2011-03-04", "partly_met", rest)),
    rows: [
      ["2011-03-03", "open, 2 days late by date"],
      ["2011-03-04", "partly met, 3 days late by date"],
      ["2011-03-05", "partly met, 4 days late by date"],
    ] as [IsoDay, string][],
  })),
  {
    says: "a rest of what never had a term stays without one",
    events: record(made("2011-01-10"), reported("2011-03-04", "partly_met", REST_WITHOUT_DEADLINE)),
    rows: [["2012-03-04", "partly met, no term"]],
  },
  {
    says: "a first date for what had no term is in force and is no postponement",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", vague()),
      reported("2011-03-04", "progress", restBy(by("2011-06-01"))),
    ),
    rows: [
      ["2011-03-03", "open, no term"],
      ["2011-03-04", "open"],
      ["2011-06-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "the ministry's planning does not move a deadline that a letter was the first to give",
    events: record(
      made("2011-01-10"),
      reported("2011-03-04", "progress", restBy(by("2011-06-01"))),
      planned("2011-04-01", by("2011-12-01")),
    ),
    rows: [
      ["2011-04-01", "open, planning 2011-12-01"],
      ["2011-06-02", "open, 1 day late by date, planning 2011-12-01"],
    ],
  },
];

const WITHOUT_END: Scenario[] = [
  {
    says: "a promise without an end is never late itself, and no letter closes it",
    context: tweedeKamer({ rhythm, progressLetters: [reviewedLetter("L1", "2011-01-01")] }),
    events: record(
      made("2011-01-10", { perYear: 2 }),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-03-04", "met"),
    ),
    rows: [
      ["2011-03-02", "open"],
      ["2011-03-04", "open"],
      ["2015-03-04", "open"],
    ],
  },
  {
    says: "a promise without an end is not without a term, and waits for no judgement",
    context: EERSTE_KAMER,
    events: record(made("2011-01-10", { perYear: 2 }), reported("2011-03-04", "met")),
    rows: [["2011-03-04", "open"]],
  },
  {
    says: "a promise without an end is ended by lapsing, not by a judgement",
    context: EERSTE_KAMER,
    events: record(
      made("2011-01-10", { perYear: 2 }),
      reported("2011-03-04", "met"),
      judged("2011-04-01", "met"),
      lapsed("2012-01-01"),
    ),
    rows: [
      ["2011-04-01", "open"],
      ["2011-12-31", "open"],
      ["2012-01-01", "lapsed"],
    ],
  },
];

const ENDED: Scenario[] = [
  {
    says: "what has lapsed is late no more, and says nothing about days late",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), lapsed("2011-03-11")),
    rows: [
      ["2011-03-10", "open, 9 days late by date"],
      ["2011-03-11", "lapsed"],
      ["2012-03-11", "lapsed"],
    ],
  },
  {
    says: "what was reopened is open again, late from its old deadline",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      lapsed("2011-02-11"),
      reopened("2011-03-11"),
    ),
    rows: [
      ["2011-03-10", "lapsed"],
      ["2011-03-11", "open, 10 days late by date"],
    ],
  },
  {
    says: "what was met can be reopened and met once more",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-02-11", "met"),
      reopened("2011-02-20"),
      reported("2011-03-02", "met"),
    ),
    rows: [
      ["2011-02-19", "met, 0 days late"],
      ["2011-02-20", "open"],
      ["2011-03-02", "met, 1 day late"],
    ],
  },
  {
    says: "what lapsed while it waited for judgement no longer waits",
    context: EERSTE_KAMER,
    events: record(made("2011-01-10"), reported("2011-02-11", "met"), lapsed("2011-02-20")),
    rows: [["2011-02-20", "lapsed"]],
  },
  {
    says: "within one day reporting comes before judging, and lapsing before reopening",
    context: EERSTE_KAMER,
    events: record(
      reopened("2011-03-04"),
      lapsed("2011-03-04"),
      due("2011-01-10", by("2011-03-01")),
      made("2011-01-10"),
      judged("2011-02-04", "met"),
      reported("2011-02-04", "met"),
    ),
    rows: [
      ["2011-01-10", "open"],
      ["2011-02-04", "met, 0 days late"],
      ["2011-03-04", "open, 3 days late by date"],
    ],
  },
];

const nextLetterSaid = [made("2011-01-10"), due("2011-01-10", nextLetter())];
const withLetters = (...progressLetters: StandingContext["progressLetters"]) =>
  tweedeKamer({ rhythm, progressLetters });

const LATE_BY_LETTER: Scenario[] = [
  {
    says: "the day on which the next letter is expected makes nothing late by itself",
    context: withLetters(reviewedLetter("L0", "2010-12-01")),
    events: record(...nextLetterSaid),
    rows: [
      ["2011-01-10", "open, expected 2011-06-01"],
      ["2011-06-02", "open, expected 2011-06-01"],
      ["2013-06-02", "open, expected 2011-06-01"],
    ],
  },
  {
    says: "where neither a told date nor a rhythm is known, no day is expected",
    events: record(...nextLetterSaid),
    rows: [["2011-06-02", "open"]],
  },
  {
    says: "a told date for the letter is what is expected",
    context: {
      ...withLetters(reviewedLetter("L0", "2010-12-01")),
      toldDates: [{ saidOn: "2011-02-01", expectedOn: "2011-09-01" }],
    },
    events: record(...nextLetterSaid),
    rows: [
      ["2011-01-31", "open, expected 2011-06-01"],
      ["2011-02-01", "open, expected 2011-09-01"],
    ],
  },
  {
    says: "a rhythm agreed while it waits says from that day when the letter is expected",
    context: tweedeKamer({
      progressLetters: [reviewedLetter("L0", "2010-12-01")],
      rhythm: [{ from: "2011-02-01", lettersPerYear: 2 }],
    }),
    events: record(...nextLetterSaid),
    rows: [
      ["2011-01-31", "open"],
      ["2011-02-01", "open, expected 2011-06-01"],
    ],
  },
  {
    says: "no letter is expected before the dossier was followed",
    context: {
      ...withLetters(reviewedLetter("L0", "2010-12-01")),
      coverage: { from: "2011-02-01", until: null },
    },
    events: record(...nextLetterSaid),
    rows: [
      ["2011-01-31", "open"],
      ["2011-02-01", "open, expected 2011-06-01"],
    ],
  },
  {
    says: "while the review of the letter is not closed, it is not checked and not late",
    context: withLetters(unreviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid),
    rows: [
      ["2011-03-03", "open"],
      ["2011-03-04", "open, not checked in L1"],
      ["2012-03-04", "open, not checked in L1"],
    ],
  },
  {
    says: "once the review is closed without it, it is late since that letter, first shown the day after",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid),
    rows: [
      ["2011-03-03", "open"],
      ["2011-03-04", "open"],
      ["2011-03-05", "open, 1 day late by letter, not in L1"],
      ["2011-03-14", "open, 10 days late by letter, not in L1"],
    ],
  },
  {
    says: "a letter of before the words, or of the same day, is not the next one",
    context: withLetters(reviewedLetter("L0", "2010-12-01"), reviewedLetter("L1", "2011-01-10")),
    events: record(...nextLetterSaid),
    rows: [["2011-03-05", "open, expected 2011-07-10"]],
  },
  {
    says: "it is the first letter after the words that counts, whatever became of the second",
    context: withLetters(reviewedLetter("L2", "2011-09-04"), unreviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid),
    rows: [["2011-09-05", "open, not checked in L1"]],
  },
  {
    says: "a second letter does not restart the count",
    context: withLetters(reviewedLetter("L2", "2011-03-14"), reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid),
    rows: [["2011-03-15", "open, 11 days late by letter, not in L1"]],
  },
  {
    says: "met in that letter is met in time",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", "met")),
    rows: [
      ["2011-03-04", "met, 0 days late"],
      ["2011-03-05", "met, 0 days late"],
    ],
  },
  {
    says: "any letter, of whatever kind, can meet it before the progress letter comes",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-02-20", "met")),
    rows: [["2011-03-05", "met, 0 days late"]],
  },
  {
    says: "any letter can meet it afterwards, late since the progress letter",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-24", "met")),
    rows: [
      ["2011-03-23", "open, 19 days late by letter, not in L1"],
      ["2011-03-24", "met, 20 days late"],
    ],
  },
  {
    says: "a new deadline told in that letter takes its place",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", "postpones", restBy(by("2011-06-01")))),
    rows: [
      ["2011-03-05", "open, postponed 1x"],
      ["2011-06-02", "open, 1 day late by date, postponed 1x"],
    ],
  },
  {
    says: "promised in that letter for the next one, it waits for the letter after",
    context: withLetters(reviewedLetter("L1", "2011-03-04"), reviewedLetter("L2", "2011-09-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", "postpones", restBy(nextLetter()))),
    rows: [
      ["2011-03-05", "open, expected 2011-09-04, postponed 1x"],
      ["2011-09-04", "open, postponed 1x"],
      ["2011-09-05", "open, 1 day late by letter, not in L2, postponed 1x"],
    ],
  },
  {
    says: "a successor named in that letter takes over",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", "partly_met", restIn("c2"))),
    rows: [["2011-03-05", "partly met, rest in c2, not counted"]],
  },
  ...(["progress", "declines", "postpones"] as const).map((claim) => ({
    says: `another claim in that letter does not help: ${claim}`,
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", claim)),
    rows: [["2011-03-05", "open, 1 day late by letter, not in L1"]] as [IsoDay, string][],
  })),
  {
    says: "a part met in that letter, with nothing said of the rest, is late since that letter",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, reported("2011-03-04", "partly_met", REST_WITHOUT_DEADLINE)),
    rows: [["2011-03-05", "partly met, 1 day late by letter, not in L1"]],
  },
  {
    says: "the ministry's own planning in those days does not help",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, planned("2011-03-04", by("2011-12-01"))),
    rows: [["2011-03-05", "open, 1 day late by letter, not in L1, planning 2011-12-01"]],
  },
  {
    says: "in the Eerste Kamer a claim in that letter waits, and judged not met is late since that letter",
    context: { ...withLetters(reviewedLetter("L1", "2011-03-04")), rule: "on_decision" },
    events: record(...nextLetterSaid, reported("2011-03-04", "met"), judged("2011-03-14", "not_met")),
    rows: [
      ["2011-03-05", "open, awaits judgement"],
      ["2011-03-14", "open, 10 days late by letter, not in L1"],
    ],
  },
  {
    says: "what has lapsed does not come back to be checked in a letter",
    context: withLetters(unreviewedLetter("L1", "2011-03-04")),
    events: record(...nextLetterSaid, lapsed("2011-02-01")),
    rows: [["2011-03-05", "lapsed"]],
  },
];

const LATE_BY_EVENT: Scenario[] = [
  {
    says: "what waits for an event is late from the day after it happened",
    context: tweedeKamer({ happened: { budget: "2011-05-20", other: "2011-02-01" } }),
    events: record(made("2011-01-10"), due("2011-01-10", at("next_budget"), "budget")),
    rows: [
      ["2011-05-19", "open"],
      ["2011-05-20", "open"],
      ["2011-05-21", "open, 1 day late by event"],
    ],
  },
  {
    says: "with \u201cvoor\u201d it is late from the day of the event itself",
    context: tweedeKamer({ happened: { debate: "2011-05-20" } }),
    events: record(made("2011-01-10"), due("2011-01-10", at("before_debate", { before: true }), "debate")),
    rows: [
      ["2011-05-19", "open"],
      ["2011-05-20", "open, 1 day late by event"],
      ["2011-05-21", "open, 2 days late by event"],
    ],
  },
  {
    says: "met on the day of the event is in time, and with \u201cvoor\u201d one day late",
    context: tweedeKamer({ happened: { debate: "2011-05-20" } }),
    events: record(
      made("2011-01-10"),
      due("2011-01-10", at("before_debate", { before: true }), "debate"),
      reported("2011-05-20", "met"),
    ),
    rows: [["2011-05-20", "met, 1 day late"]],
  },
  {
    says: "while nobody has entered the day of the event, it is not late",
    context: tweedeKamer({ happened: { other: "2011-02-01" } }),
    events: record(made("2011-01-10"), due("2011-01-10", at("next_budget"), "budget")),
    rows: [["2015-01-01", "open"]],
  },
  {
    says: "a postponement may wait for an event too",
    context: tweedeKamer({ happened: { budget: "2011-05-20" } }),
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      told("2011-02-01", at("next_budget"), "budget"),
    ),
    rows: [
      ["2011-03-02", "open, postponed 1x"],
      ["2011-05-21", "open, 1 day late by event, postponed 1x"],
    ],
  },
];

const WHICHEVER_FIRST: Scenario[] = [
  {
    says: "of a date and an event, the date counts where it passes first",
    context: tweedeKamer({ happened: { budget: "2011-05-20" } }),
    events: record(made("2011-01-10"), due("2011-01-10", at("next_budget", { latest: "2011-03-01" }), "budget")),
    rows: [
      ["2011-03-02", "open, 1 day late by date"],
      ["2011-05-21", "open, 81 days late by date"],
    ],
  },
  {
    says: "of a date and an event, the event counts where it passes first",
    context: tweedeKamer({ happened: { budget: "2011-02-20" } }),
    events: record(made("2011-01-10"), due("2011-01-10", at("next_budget", { latest: "2011-03-01" }), "budget")),
    rows: [
      ["2011-02-20", "open"],
      ["2011-02-21", "open, 1 day late by event"],
      ["2011-03-02", "open, 10 days late by event"],
    ],
  },
  {
    says: "of a date and the next letter, the date counts where it passes first",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(made("2011-01-10"), due("2011-01-10", nextLetter("2011-03-01"))),
    rows: [
      ["2011-03-02", "open, 1 day late by date"],
      ["2011-03-05", "open, 4 days late by date"],
    ],
  },
  {
    says: "of a date and the next letter, the letter counts where it passes first",
    context: withLetters(reviewedLetter("L1", "2011-03-04")),
    events: record(made("2011-01-10"), due("2011-01-10", nextLetter("2011-06-01"))),
    rows: [
      ["2011-03-05", "open, 1 day late by letter, not in L1"],
      ["2011-06-02", "open, 90 days late by letter, not in L1"],
    ],
  },
  {
    says: "a letter that is not reviewed leaves the date to count",
    context: withLetters(unreviewedLetter("L1", "2011-03-04")),
    events: record(made("2011-01-10"), due("2011-01-10", nextLetter("2011-06-01"))),
    rows: [
      ["2011-03-05", "open, not checked in L1"],
      ["2011-06-02", "open, 1 day late by date, not checked in L1"],
    ],
  },
];

const POSTPONED: Scenario[] = [
  {
    says: "a postponement that the Kamer was told of moves the deadline in force",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      told("2011-02-20", by("2011-06-01")),
      reported("2011-06-11", "met"),
    ),
    rows: [
      ["2011-02-19", "open"],
      ["2011-03-02", "open, postponed 1x"],
      ["2011-06-02", "open, 1 day late by date, postponed 1x"],
      ["2011-06-11", "met, 10 days late, 102 by the original, postponed 1x"],
    ],
  },
  {
    says: "a postponement without a passage is planning, and lateness runs on",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      planned("2011-02-20", by("2011-06-01")),
      reported("2011-05-01", "met"),
    ),
    rows: [
      ["2011-02-20", "open, planning 2011-06-01"],
      ["2011-03-02", "open, 1 day late by date, planning 2011-06-01"],
      ["2011-05-01", "met, 61 days late, planning 2011-06-01"],
    ],
  },
  {
    says: "planning that the Kamer is told of later moves the deadline from that day on",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      planned("2011-02-20", by("2011-06-01")),
      told("2011-03-11", by("2011-06-01")),
    ),
    rows: [
      ["2011-03-10", "open, 9 days late by date, planning 2011-06-01"],
      ["2011-03-11", "open, postponed 1x"],
    ],
  },
  {
    says: "lateness before a told postponement stays on the record",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), told("2011-03-11", by("2011-06-01"))),
    rows: [
      ["2011-03-01", "open"],
      ["2011-03-02", "open, 1 day late by date"],
      ["2011-03-10", "open, 9 days late by date"],
      ["2011-03-11", "open, postponed 1x"],
      ["2011-06-02", "open, 1 day late by date, postponed 1x"],
    ],
  },
  {
    says: "each told postponement counts, an earlier or equal date does not",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      told("2011-01-20", by("2011-04-01")),
      told("2011-01-21", by("2011-04-01")),
      told("2011-01-22", by("2011-02-01")),
      told("2011-01-23", by("2011-05-01")),
    ),
    rows: [
      ["2011-01-20", "open, postponed 1x"],
      ["2011-01-21", "open, postponed 1x"],
      ["2011-01-22", "open, postponed 1x"],
      ["2011-01-23", "open, postponed 2x"],
    ],
  },
  {
    says: "a date told earlier than the old one is in force as well",
    events: record(made("2011-01-10"), due("2011-01-10", by("2011-03-01")), told("2011-01-20", by("2011-02-01"))),
    rows: [["2011-02-02", "open, 1 day late by date"]],
  },
  {
    says: "words without a date do not take the place of a deadline that was said",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      told("2011-02-20", vague("zo spoedig mogelijk")),
    ),
    rows: [
      ["2011-02-20", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "met after a postponement in the letter that was promised first, late against the original only",
    context: withLetters(reviewedLetter("L1", "2011-03-04"), reviewedLetter("L2", "2011-03-24")),
    events: record(
      ...nextLetterSaid,
      reported("2011-03-04", "postpones", restBy(nextLetter())),
      reported("2011-03-24", "met"),
    ),
    rows: [["2011-03-24", "met, 0 days late, 20 by the original, postponed 1x"]],
  },
];

const WITHOUT_TERM: Scenario[] = [
  ...(["te zijner tijd", "zo spoedig mogelijk"] as const).map((words) => ({
    says: `words without a date give no deadline and are never late: ${words}`,
    context: tweedeKamer({ progressLetters: [reviewedLetter("L1", "2011-03-04")] }),
    events: record(made("2011-01-10"), due("2011-01-10", vague(words))),
    rows: [["2099-01-01", "open, no term"]] as [IsoDay, string][],
  })),
  {
    says: "words without a date are never late, whatever event was put beside them",
    context: tweedeKamer({ happened: { budget: "2011-02-01" } }),
    events: record(made("2011-01-10"), due("2011-01-10", vague(), "budget")),
    rows: [["2011-02-02", "open, no term"]],
  },
  {
    says: "a lower bound alone is no deadline",
    events: record(made("2011-01-10"), due("2011-01-10", { ...by("2011-03-01", "2011-03-01"), latest: null })),
    rows: [["2011-03-02", "open, no term"]],
  },
  {
    says: "what was met without a term was not late",
    events: record(made("2011-01-10"), due("2011-01-10", vague()), reported("2012-01-01", "met")),
    rows: [["2012-01-01", "met, 0 days late"]],
  },
];

const followed = { from: "2009-09-09", until: "2014-03-20" };
const COVERAGE: Scenario[] = [
  {
    says: "after a dossier was last followed, its last standing shows under its own date and is not late today",
    context: tweedeKamer({ coverage: followed }),
    events: record(
      made("2014-01-10"),
      due("2014-01-10", by("2014-03-10")),
      reported("2014-05-01", "met"),
      lapsed("2015-05-01"),
    ),
    rows: [
      ["2014-03-20", "open, 10 days late by date"],
      ["2014-03-21", "open, as of 2014-03-20"],
      ["2016-01-01", "open, as of 2014-03-20"],
    ],
  },
  {
    says: "a deadline that passes after a dossier was last followed makes nothing late",
    context: tweedeKamer({ coverage: followed }),
    events: record(made("2014-01-10"), due("2014-01-10", by("2014-03-20"))),
    rows: [
      ["2014-03-20", "open"],
      ["2014-03-21", "open, as of 2014-03-20"],
    ],
  },
  {
    says: "a letter after a dossier was last followed is not missed by anything",
    context: tweedeKamer({ coverage: followed, progressLetters: [reviewedLetter("L1", "2014-06-01")] }),
    events: record(made("2014-01-10"), due("2014-01-10", nextLetter())),
    rows: [["2014-06-02", "open, as of 2014-03-20"]],
  },
  {
    says: "while a dossier is followed, its coverage changes nothing",
    context: tweedeKamer({ coverage: { from: "2009-09-09", until: null } }),
    events: record(made("2014-01-10"), due("2014-01-10", by("2014-03-10"))),
    rows: [["2014-04-10", "open, 31 days late by date"]],
  },
];

const PUT_RIGHT: Scenario[] = [
  {
    says: "a corrected deadline counts from the day that the wrong one was said",
    events: record(
      made("2011-01-10"),
      called("deadline", due("2011-01-10", by("2011-02-01"))),
      corrected("2011-01-10", "deadline", { deadline: by("2011-03-01") }),
    ),
    rows: [
      ["2011-02-02", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "a withdrawn report counts as not having been",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      called("report", reported("2011-02-20", "met")),
      withdrawn("2011-02-20", "report"),
    ),
    rows: [
      ["2011-02-20", "open"],
      ["2011-03-02", "open, 1 day late by date"],
    ],
  },
  {
    says: "a report whose day was corrected holds from the right day",
    events: record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      called("report", reported("2011-03-14", "met")),
      corrected("2011-03-14", "report", { effectiveOn: "2011-03-04" }),
    ),
    rows: [
      ["2011-03-03", "open, 2 days late by date"],
      ["2011-03-04", "met, 3 days late"],
    ],
  },
  {
    says: "a withdrawn registration is not there on any day",
    events: record(called("c", made("2011-01-10")), withdrawn("2011-01-10", "c"), due("2011-01-10", by("2011-03-01"))),
    rows: [
      ["2011-01-10", "not there"],
      ["2011-04-01", "not there"],
    ],
  },
];

const CHAPTERS: [string, Scenario[]][] = [
  ["A commitment is open", OPEN],
  ["A letter reports", REPORTED],
  ["A committee judges", JUDGED],
  ["What becomes of the rest", REST],
  ["A promise without an end", WITHOUT_END],
  ["Lapsed and reopened", ENDED],
  ["Late by the next letter", LATE_BY_LETTER],
  ["Late by an event", LATE_BY_EVENT],
  ["Late by whichever passes first", WHICHEVER_FIRST],
  ["Postponed", POSTPONED],
  ["Without a term", WITHOUT_TERM],
  ["Coverage of the dossier", COVERAGE],
  ["Put right", PUT_RIGHT],
];

describe.each(CHAPTERS)("%s:", (_chapter, scenarios) => {
  test.each(scenarios)("$says", ({ events, context = TWEEDE_KAMER, rows }) => {
    const days = rows.map(([day]) => day);
    expect(onDays(events, context, days)).toEqual(rows);
  });
});

describe("The periods that are stored say on every day what the standing says:", () => {
  const all = CHAPTERS.flatMap(([, scenarios]) => scenarios);
  test.each(all)("$says", ({ events, context = TWEEDE_KAMER, rows }) => {
    const stored = periods(events, context);
    const last = rows.at(-1)?.[0] ?? "2011-01-01";
    const end = last > "2016-01-01" ? "2016-01-01" : addDays(last, 40);
    const differences: unknown[] = [];
    for (let day = addDays(events[0]?.effectiveOn ?? end, -5); day <= end; day = addDays(day, 1)) {
      const here = stored
        .filter(({ from, until }) => from <= day && (until === null || day < until))
        .map(({ from: _from, until: _until, ...state }) => standingOf(state, day));
      const derived = standing(events, context, day);
      const expected = derived ? [derived] : [];
      if (JSON.stringify(here) !== JSON.stringify(expected)) differences.push({ day, here, expected });
    }
    expect(differences).toEqual([]);
  });

  test.each(all)("they join up, differ and end open: $says", ({ events, context = TWEEDE_KAMER }) => {
    const stored = periods(events, context);
    stored.forEach((period, at) => {
      const next = stored[at + 1];
      expect(period.until).toBe(next?.from ?? null);
      const state = ({ from: _from, until: _until, ...rest }: typeof period) => rest;
      if (next) expect(state(next)).not.toEqual(state(period));
    });
  });
});

describe("What holds on a day depends on nothing after it:", () => {
  const all = CHAPTERS.flatMap(([, scenarios]) => scenarios);
  test.each(all)("$says", ({ events, context = TWEEDE_KAMER, rows }) => {
    const amended = events.some(({ kind }) => kind === "corrected" || kind === "withdrawn");
    for (const [day] of rows) {
      const past = amended ? events : events.filter((event) => event.effectiveOn <= day);
      const pastContext = {
        ...context,
        progressLetters: context.progressLetters.filter((letter) => letter.day <= day),
        toldDates: context.toldDates.filter(({ saidOn }) => saidOn <= day),
        happened: Object.fromEntries(Object.entries(context.happened).filter(([, on]) => on <= day)),
      };
      expect(standing(past, pastContext, day)).toEqual(standing(events, context, day));
    }
  });
});

describe("Of any history:", () => {
  const FIRST = "2011-01-01";
  const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST, days));
  const someDeadline = fc.oneof(
    someDay.map((day) => by(day)),
    fc.option(someDay).map((day) => nextLetter(day)),
    fc.boolean().map((before) => at("next_budget", { before })),
    fc.constant(vague()),
  );
  const someRest = fc.oneof(
    fc.constantFrom(UNCHANGED, REST_WITHOUT_DEADLINE, restIn("c2")),
    someDeadline.map((deadline) => restBy(deadline, "budget")),
  );
  const someEvent = fc.oneof(
    fc.tuple(someDay, someDeadline).map(([day, deadline]) => told(day, deadline, "budget")),
    fc.tuple(someDay, someDeadline).map(([day, deadline]) => planned(day, deadline)),
    fc
      .tuple(someDay, fc.constantFrom("met" as const, "partly_met" as const, "progress" as const), someRest)
      .map(([day, claim, rest]) => reported(day, claim, rest)),
    fc
      .tuple(someDay, fc.constantFrom("met" as const, "partly_met" as const, "not_met" as const), someRest)
      .map(([day, verdict, rest]) => judged(day, verdict, rest)),
    someDay.map(lapsed),
    someDay.map(reopened),
    someDay.map((day) => accepted(day, "health")),
  );
  const someHistory = fc
    .tuple(someDay, fc.option(fc.constant(2)), someDeadline, fc.array(someEvent, { maxLength: 7 }))
    .map(([day, perYear, deadline, more]) => [made(day, { perYear }), due(day, deadline, "budget"), ...more]);
  const someContext = fc.record<StandingContext>({
    rule: fc.constantFrom("on_receipt", "on_decision"),
    progressLetters: fc
      .array(fc.tuple(someDay, fc.boolean()), { maxLength: 3 })
      .map((letters) => letters.map(([day, reviewClosed], at) => ({ id: `L${at}`, day, reviewClosed }))),
    toldDates: fc.array(fc.record({ saidOn: someDay, expectedOn: someDay }), { maxLength: 2 }),
    rhythm: fc.array(fc.record({ from: someDay, lettersPerYear: fc.constantFrom(12, 2, null) }), { maxLength: 2 }),
    coverage: fc.option(fc.record({ from: someDay, until: fc.option(someDay) })),
    happened: fc.option(someDay).map((day): Record<string, IsoDay> => (day ? { budget: day } : {})),
    successions: fc
      .option(fc.tuple(someDay, fc.constantFrom("justice", "health")))
      .map((one) => (one ? [{ on: one[0], ministryId: one[1], successorId: "interior" }] : [])),
    recesses: fc.constant([]),
  });

  test("the stored periods say on every day what the standing says", () => {
    fc.assert(
      fc.property(someHistory, someContext, (history, context) => {
        const events = record(...history);
        const stored = periods(events, context);
        for (let day = FIRST; day < "2011-03-10"; day = addDays(day, 1)) {
          const here = stored.filter(({ from, until }) => from <= day && (until === null || day < until));
          const shown = here.map(({ from: _from, until: _until, ...state }) => standingOf(state, day));
          const derived = standing(events, context, day);
          expect(shown, day).toEqual(derived ? [derived] : []);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("nothing is late that is settled, waits, has a successor, no term or no end, or is no longer followed", () => {
    fc.assert(
      fc.property(someHistory, someContext, someDay, (history, context, day) => {
        const shown = standing(record(...history), context, day);
        if (!shown?.late) return;
        expect(["open", "partly_met"]).toContain(shown.status);
        expect(shown).toMatchObject({ awaitingJudgement: false, successorId: null, recurring: false, frozenOn: null });
        expect(shown.daysLate).toBeGreaterThan(0);
        expect(shown.withoutTerm).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("a day later, what is late is one day later still or something has happened", () => {
    fc.assert(
      fc.property(someHistory, someContext, someDay, (history, context, day) => {
        const events = record(...history);
        const [today, tomorrow] = [standing(events, context, day), standing(events, context, addDays(day, 1))];
        if (!today?.late || periods(events, context).some(({ from }) => from === addDays(day, 1))) return;
        expect(tomorrow?.daysLate).toBe(today.daysLate + 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Beside the line:", () => {
  test("a commitment handed over counts at the other ministry once that has accepted it", () => {
    const events = record(made("2011-01-10"), handedOver("2011-02-01", "health"), accepted("2011-03-01", "health"));
    const at = (day: IsoDay) => standing(events, TWEEDE_KAMER, day)?.ministryId;
    expect(["2011-01-31", "2011-02-01", "2011-02-28", "2011-03-01"].map(at)).toEqual([
      "justice",
      "justice",
      "justice",
      "health",
    ]);
  });

  test("it counts at the ministry that accepted, not at one that let an earlier offer lie", () => {
    const events = record(
      made("2011-01-10"),
      handedOver("2011-02-01", "finance"),
      accepted("2011-03-01", "health"),
      handedOver("2011-04-01", "defence"),
    );
    expect(standing(events, TWEEDE_KAMER, "2011-04-01")?.ministryId).toBe("health");
  });

  test("handing over moves no deadline", () => {
    const events = record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      handedOver("2011-02-01", "health"),
      accepted("2011-02-02", "health"),
    );
    expect(inBrief(standing(events, TWEEDE_KAMER, "2011-03-02"))).toBe("open, 1 day late by date");
  });

  test("the original deadline stays to be seen beside the one in force", () => {
    const events = record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      told("2011-02-01", by("2011-06-01")),
      told("2011-05-01", by("2011-09-01")),
    );
    const shown = standing(events, TWEEDE_KAMER, "2011-05-01");
    expect(shown?.original.latest).toBe("2011-03-01");
    expect(shown?.deadline.latest).toBe("2011-09-01");
    expect(shown?.dueOn).toBe("2011-09-01");
    expect(shown?.lateFrom).toBe("2011-09-02");
  });

  test("a committee that confirms what a letter already met does not change since when", () => {
    const events = record(
      made("2011-01-10"),
      due("2011-01-10", by("2011-03-01")),
      reported("2011-03-04", "met"),
      judged("2011-04-01", "met"),
    );
    expect(standing(events, TWEEDE_KAMER, "2011-04-01")).toMatchObject({ settledOn: "2011-03-04", daysLateInForce: 3 });
  });

  test.each<[string, CommitmentEvent[], StandingContext, IsoDay]>([
    ["on receipt", record(made("2011-01-10"), reported("2011-03-04", "met")), TWEEDE_KAMER, "2011-03-04"],
    [
      "on the decision",
      record(made("2011-01-10"), reported("2011-03-04", "met"), judged("2011-04-01", "met")),
      EERSTE_KAMER,
      "2011-04-01",
    ],
    ["on the day it lapsed", record(made("2011-01-10"), lapsed("2011-03-05")), TWEEDE_KAMER, "2011-03-05"],
  ])("a commitment is settled %s", (_when, events, context, day) => {
    expect(standing(events, context, addDays(day, -1))?.settledOn).toBeNull();
    expect(standing(events, context, day)?.settledOn).toBe(day);
  });

  test("a later correction changes the past day asked for, never what was known then", () => {
    const events = record(
      made("2011-01-10"),
      called("deadline", due("2011-01-10", by("2011-02-01"))),
      corrected("2011-01-10", "deadline", { deadline: by("2011-03-01") }),
    );
    const shown = (known: CommitmentEvent[]) => inBrief(standing(known, TWEEDE_KAMER, "2011-02-02"));
    expect(shown(knownBy(events, recordedAt(3)))).toBe("open");
    expect(shown(knownBy(events, recordedAt(2)))).toBe("open, 1 day late by date");
    expect(shown(knownBy(events, recordedAt(0)))).toBe("not there");
  });

  test("the same history recorded in another order stands the same on every day", () => {
    const told1 = told("2011-02-20", by("2011-06-01"));
    const history = [made("2011-01-10"), due("2011-01-10", by("2011-03-01")), told1, reported("2011-06-11", "met")];
    const days = ["2011-01-10", "2011-03-02", "2011-06-02", "2011-06-11"];
    const expected = onDays(record(...history), TWEEDE_KAMER, days);
    for (let turn = 1; turn < history.length; turn++) {
      const turned = [...history.slice(turn), ...history.slice(0, turn)];
      expect(onDays(record(...turned), TWEEDE_KAMER, days)).toEqual(expected);
      expect(onDays(record(...turned.reverse()), TWEEDE_KAMER, days)).toEqual(expected);
    }
  });
});

describe("The days on which it became late:", () => {
  const late = (first: IsoDay, asOf: IsoDay, ...more: Parameters<typeof record>) =>
    timesLate(periods(record(made("2011-01-10"), due("2011-01-10", by(first)), ...more), TWEEDE_KAMER), asOf).map(
      ({ on }) => on,
    );
  const POSTPONED = told("2011-04-01", by("2011-06-01"));

  test.each<[string, IsoDay[], IsoDay[]]>([
    ["the day after its deadline", late("2011-03-01", "2012-01-01"), ["2011-03-02"]],
    ["none before that day", late("2011-03-01", "2011-03-01"), []],
    [
      "once, whatever is said while it is late",
      late("2011-03-01", "2012-01-01", reported("2011-04-01", "progress")),
      ["2011-03-02"],
    ],
    [
      "again after a new deadline that passed",
      late("2011-03-01", "2012-01-01", POSTPONED),
      ["2011-03-02", "2011-06-02"],
    ],
    ["not again before it passed", late("2011-03-01", "2011-06-01", POSTPONED), ["2011-03-02"]],
    [
      "the day on which it was reopened, where its deadline had passed",
      late("2011-03-01", "2011-05-01", reported("2011-02-01", "met"), reopened("2011-05-01")),
      ["2011-05-01"],
    ],
    [
      "none where it was reopened later than the day asked for",
      late("2011-03-01", "2011-04-30", reported("2011-02-01", "met"), reopened("2011-05-01")),
      [],
    ],
  ])("%s", (_says, found, expected) => {
    expect(found).toEqual(expected);
  });
});
