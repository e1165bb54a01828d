/** DOMAIN.md, "A commitment is a list of events": which events count, with what in them, and in which order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveEvents, knownBy } from "#app/domain/events.ts";
import {
  accepted,
  by,
  called,
  corrected,
  due,
  evidence,
  handedOver,
  judged,
  lapsed,
  linked,
  made,
  published,
  record,
  recordedAt,
  reopened,
  reported,
  told,
  withdrawn,
} from "../../support/events.ts";

const ids = (events: readonly { id: string }[]) => effectiveEvents(events as never).map(({ id }) => id);

describe("A withdrawn event counts as not having been:", () => {
  const MADE = called("made", made("2011-01-10"));
  const LINK = called("link", linked("2011-02-01", "c2"));

  test.each([
    ["nothing withdrawn", record(MADE, LINK), ["made", "link"]],
    ["the link withdrawn", record(MADE, LINK, withdrawn("2011-02-01", "link")), ["made"]],
    [
      "the withdrawal withdrawn",
      record(MADE, LINK, called("w", withdrawn("2011-02-01", "link")), withdrawn("2011-02-01", "w")),
      ["made", "link"],
    ],
    [
      "the withdrawal of the withdrawal withdrawn",
      record(
        MADE,
        LINK,
        called("w", withdrawn("2011-02-01", "link")),
        called("ww", withdrawn("2011-02-01", "w")),
        withdrawn("2011-02-01", "ww"),
      ),
      ["made"],
    ],
    [
      "withdrawn twice, one of the two taken back",
      record(
        MADE,
        LINK,
        called("w1", withdrawn("2011-02-01", "link")),
        called("w2", withdrawn("2011-02-01", "link")),
        withdrawn("2011-02-01", "w1"),
      ),
      ["made"],
    ],
    ["another event withdrawn", record(MADE, LINK, withdrawn("2011-02-01", "no such event")), ["made", "link"]],
    ["withdrawn before it stands in the list", record(withdrawn("2011-02-01", "link"), LINK, MADE), ["made"]],
  ])("%s", (_says, events, expected) => {
    expect(ids(events)).toEqual(expected);
  });

  test("a withdrawal is not itself among the events that count, and neither is a correction", () => {
    const events = record(
      MADE,
      LINK,
      corrected("2011-02-01", "link", { commitmentId: "c3" }),
      withdrawn("2011-01-10", "x"),
    );
    expect(effectiveEvents(events).map(({ kind }) => kind)).toEqual(["registered", "linked"]);
  });
});

describe("A correction replaces fields of an event:", () => {
  const WRONG = called("d", due("2011-01-10", by("2011-02-01")));

  test("the fields that it names, and no others", () => {
    const [event] = effectiveEvents(record(WRONG, corrected("2011-01-10", "d", { reason: "Verschreven." })));
    expect(event?.payload).toEqual({ ...WRONG.payload, reason: "Verschreven." });
    expect(event?.effectiveOn).toBe("2011-01-10");
  });

  test("the day on which it holds, and with it its place", () => {
    const events = record(
      called("made", made("2011-01-10")),
      called("report", reported("2011-06-01", "progress")),
      called("told", told("2011-03-01", by("2011-09-01"))),
      corrected("2011-06-01", "report", { effectiveOn: "2011-02-01" }),
    );
    expect(ids(events)).toEqual(["made", "report", "told"]);
    const report = effectiveEvents(events)[1];
    expect(report?.effectiveOn).toBe("2011-02-01");
    expect(report?.payload, "the day is no field of the payload").not.toHaveProperty("effectiveOn");
  });

  test("of two corrections of one field the later recorded counts, of two fields both", () => {
    const events = record(
      WRONG,
      corrected("2011-01-10", "d", { deadline: by("2011-03-01"), reason: "Eerst." }),
      corrected("2011-01-10", "d", { deadline: by("2011-04-01") }),
    );
    for (const inAnyOrder of [events, [...events].reverse()]) {
      expect(effectiveEvents(inAnyOrder)[0]?.payload).toMatchObject({
        deadline: { latest: "2011-04-01" },
        reason: "Eerst.",
      });
    }
  });

  test("a withdrawn correction leaves what stood there", () => {
    const events = record(
      WRONG,
      called("c", corrected("2011-01-10", "d", { deadline: by("2011-03-01") })),
      withdrawn("2011-01-10", "c"),
    );
    expect(effectiveEvents(events)[0]?.payload).toEqual(WRONG.payload);
  });

  test("a withdrawn last correction leaves the one before", () => {
    const events = record(
      WRONG,
      corrected("2011-01-10", "d", { deadline: by("2011-03-01") }),
      called("c", corrected("2011-01-10", "d", { deadline: by("2011-04-01") })),
      withdrawn("2011-01-10", "c"),
    );
    expect(effectiveEvents(events)[0]?.payload).toMatchObject({ deadline: { latest: "2011-03-01" } });
  });

  test("a correction does not bring back what was withdrawn", () => {
    const events = record(
      WRONG,
      withdrawn("2011-01-10", "d"),
      corrected("2011-01-10", "d", { deadline: by("2011-03-01") }),
    );
    expect(effectiveEvents(events)).toEqual([]);
  });

  test("the events themselves are left as they were recorded", () => {
    const events = record(WRONG, corrected("2011-01-10", "d", { reason: "Verschreven." }));
    const before = structuredClone(events);
    effectiveEvents(events);
    expect(events).toEqual(before);
  });
});

describe("The order in which events hold:", () => {
  const DAY = "2011-03-04";
  const RANKED = [
    called("registered", made(DAY)),
    called("deadline_set", due(DAY, by("2011-06-01"))),
    called("reported", reported(DAY, "met")),
    called("judged", judged(DAY, "met")),
    called("lapsed", lapsed(DAY)),
    called("reopened", reopened(DAY)),
  ];
  const names = RANKED.map(({ id }) => id);

  test("within a day: registered, deadline set, reported, judged, lapsed, reopened, in whatever order recorded", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(RANKED), (drafts) => {
        const expected = names.filter((name) => drafts.some(({ id }) => id === name));
        expect(ids(record(...drafts))).toEqual(expected);
      }),
    );
  });

  test("the rest of the day follows in the order of recording", () => {
    const events = record(
      called("evidence", evidence(DAY)),
      called("offered", handedOver(DAY, "health")),
      called("accepted", accepted(DAY, "health")),
      called("published", published(DAY)),
      called("registered", made(DAY)),
    );
    expect(ids(events)).toEqual(["registered", "evidence", "offered", "accepted", "published"]);
  });

  test("two of one kind on one day keep the order of recording, however they are read back", () => {
    const events = record(called("first", told(DAY, by("2011-06-01"))), called("second", told(DAY, by("2011-05-01"))));
    expect(ids(events)).toEqual(["first", "second"]);
    expect(ids([...events].reverse())).toEqual(["first", "second"]);
  });

  test("an earlier day comes first whatever its kind and whenever it was recorded", () => {
    const events = record(
      called("registered", made("2011-03-05")),
      called("reopened", reopened("2011-03-04")),
      called("lapsed", lapsed("2010-12-31")),
    );
    expect(ids(events)).toEqual(["lapsed", "reopened", "registered"]);
  });

  test("the order in which the list is read back plays no part", () => {
    const events = record(
      ...RANKED,
      called("w", withdrawn(DAY, "lapsed")),
      corrected(DAY, "judged", { note: "Toch wel." }),
      withdrawn(DAY, "w"),
      corrected(DAY, "judged", { note: "Toch niet." }),
    );
    const expected = effectiveEvents(events);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(effectiveEvents(shuffled)).toEqual(expected);
      }),
    );
  });
});

describe("What was known at a moment:", () => {
  const events = record(made("2011-01-10"), due("2011-01-10", by("2011-02-01")), withdrawn("2011-01-10", "e2"));

  test.each([
    [recordedAt(0), 0],
    [recordedAt(1), 1],
    [recordedAt(2), 2],
    [recordedAt(3), 3],
    ["2099-01-01T00:00:00.000Z", 3],
  ])("by %s, %i events", (moment, count) => {
    expect(knownBy(events, moment)).toHaveLength(count);
  });

  test("a withdrawal that was not known yet undoes nothing", () => {
    expect(ids(knownBy(events, recordedAt(2)))).toEqual(["e1", "e2"]);
    expect(ids(knownBy(events, recordedAt(3)))).toEqual(["e1"]);
  });

  test("the day on which an event holds plays no part in it", () => {
    const future = record(made("2031-01-10"));
    expect(knownBy(future, recordedAt(1))).toHaveLength(1);
  });
});
