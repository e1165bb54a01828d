/** Who is who in the lists, what a merge must not make one, and whose a promise is when its ministry goes on in another. */
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { sameName } from "#app/domain/names.ts";
import { type Recess, whyNoRecess } from "#app/domain/recess.ts";
import { type Candidate, overlap, survivor, type Term, throughMerges, whyNotSame } from "#app/domain/reference.ts";
import { beside, holdsWith, LISTS, problemsIn } from "#app/domain/reference-fields.ts";
import { periods, type Succession, standing } from "#app/domain/standing.ts";
import { accepted, made, record, reopened, reported, tweedeKamer } from "../../support/events.ts";

const person: Candidate = {
  id: "a",
  name: "Jansen",
  list: "member",
  chamber: "TK",
  officeId: null,
  dossierId: null,
  from: null,
  until: null,
  mergedInto: null,
};

describe("Who somebody is", () => {
  const merged = new Map([
    ["a", "b"],
    ["b", "c"],
  ]);

  test.each([
    ["a", "c"],
    ["b", "c"],
    ["c", "c"],
    ["x", "x"],
  ])("%s is %s", (id, meant) => {
    expect(survivor(id, merged)).toBe(meant);
  });

  test("a circle that somebody made behind the register's back ends", () => {
    expect(["a", "b"]).toContain(
      survivor(
        "a",
        new Map([
          ["a", "b"],
          ["b", "a"],
        ]),
      ),
    );
  });

  test("an event reads as of whom it means; other words that happen to be the same stay, and the event itself too", () => {
    const [event] = record(made("2010-12-02")) as [Extract<CommitmentEvent, { kind: "registered" }>];
    const named = {
      ...event,
      payload: { ...event.payload, title: "a", committeeId: "a", to: { memberIds: ["a", "c", "x"], groupIds: ["b"] } },
    };
    const before = structuredClone(named);
    const { payload } = throughMerges(named, merged);
    expect(payload).toEqual({
      ...before.payload,
      committeeId: "c",
      to: { memberIds: ["c", "x"], groupIds: ["c"] },
    });
    expect(named).toEqual(before);
  });

  test("a correction that names somebody reads as of whom they are", () => {
    const [event] = record({
      kind: "corrected",
      effectiveOn: "2010-12-02",
      payload: {
        eventId: "e",
        fields: { topicId: "a", title: "a", to: { memberIds: ["b"], groupIds: [] } },
        reason: "a",
      },
    } as never);
    expect(event && throughMerges(event, merged).payload).toEqual({
      eventId: "e",
      fields: { topicId: "c", title: "a", to: { memberIds: ["c"], groupIds: [] } },
      reason: "a",
    });
  });
});

describe("What can be one", () => {
  const holder = { ...person, list: "office_holder", officeId: "minister", chamber: null } as const;
  const cases: [what: string, one: Candidate, other: Candidate, why: RegExp | null][] = [
    ["the same name twice", person, { ...person, id: "b" }, null],
    ["a person with itself", person, person, /een en dezelfde regel/],
    ["one of either Chamber", person, { ...person, id: "b", chamber: "EK" }, /Eerste Kamer/],
    [
      "one that is merged already",
      { ...person, mergedInto: "De Vries" },
      { ...person, id: "b" },
      /al samengevoegd met De Vries/,
    ],
    [
      "into one that is merged",
      person,
      { ...person, id: "b", name: "Jansen 2", mergedInto: "X" },
      /Jansen 2 is al samengevoegd/,
    ],
    ["a person and a group", person, { ...person, id: "b", list: "group" }, /kunnen niet hetzelfde zijn/],
    [
      "two ministries",
      { ...person, list: "ministry" },
      { ...person, id: "b", list: "ministry" },
      /kunnen niet hetzelfde/,
    ],
    [
      "topics of two dossiers",
      { ...person, list: "topic", dossierId: "d" },
      { ...person, id: "b", list: "topic", dossierId: "e" },
      /verschillende dossiers/,
    ],
    ["holders of two offices", holder, { ...holder, id: "b", officeId: "staatssecretaris" }, /verschillende ambten/],
    ["a holder whose days one of both knows", { ...holder, from: "2010-10-14" }, { ...holder, id: "b" }, null],
    [
      "holders with the same days",
      { ...holder, from: "2010-10-14", until: "2012-11-05" },
      { ...holder, id: "b", from: "2010-10-14" },
      null,
    ],
    [
      "holders with other days at the same time",
      { ...holder, from: "2010-10-14", until: "2012-11-05" },
      { ...holder, id: "b", from: "2011-01-01", until: "2012-11-05" },
      /spreken elkaar tegen/,
    ],
  ];
  test.each(cases)("%s", (_what, one, other, why) => {
    const said = whyNotSame(one, other);
    if (why === null) expect(said).toBeNull();
    else expect(said).toMatch(why);
  });
});

describe("Two in one office at once", () => {
  const term = (from: string | null, until: string | null): Term => ({ name: "X", from, until });
  test.each([
    ["one after the other", term("2010-01-01", "2011-01-01"), term("2011-02-01", null), false],
    ["on one day one follows the other", term("2010-01-01", "2011-01-01"), term("2011-01-01", null), false],
    ["a day earlier is too early", term("2010-01-01", "2011-01-01"), term("2010-12-31", null), true],
    ["within the other", term("2010-01-01", null), term("2011-01-01", "2012-01-01"), true],
    ["days that nobody knows", term(null, null), term("2011-01-01", "2012-01-01"), false],
    ["of both nobody knows the end", term("2010-01-01", null), term("2014-01-01", null), true],
  ])("%s", (_what, a, b, both) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([both, both]);
  });

  test("is said with the name and the days", () => {
    expect(holdsWith({ name: "Y", from: "2010-06-01", until: "" }, [term("2010-01-01", "2011-01-01")])).toBe(
      "X had dit ambt in dezelfde tijd (1 januari 2010 tot en met 1 januari 2011). Vul bij een van beiden een andere dag in.",
    );
  });
});

test.each([
  ["  Fractie   A", "fractie a", true],
  ["Bèta", "bÈTA", true],
  ["Beta", "Bèta", false],
  ["Fractie A", "FractieA", false],
])("“%s” and “%s” are the same name: %s", (a, b, same) => {
  expect(sameName(a, b)).toBe(same);
});

describe("A form that a colleague overtook", () => {
  const fields = LISTS.ministeries.fields.filter(({ name }) => name !== "name");
  test.each([
    ["nobody changed anything", { abbreviation: "A" }, { abbreviation: "B" }, { abbreviation: "A" }, [], "B"],
    [
      "a colleague changed what I left",
      { abbreviation: "A" },
      { abbreviation: "A" },
      { abbreviation: "C" },
      ["C"],
      "C",
    ],
    ["both changed it", { abbreviation: "A" }, { abbreviation: "B" }, { abbreviation: "C" }, ["C"], "B"],
    ["both to the same", { abbreviation: "A" }, { abbreviation: "C" }, { abbreviation: "C" }, [], "C"],
  ])("%s", (_what, was, typed, now, told, kept) => {
    const { overtaken, merged } = beside(fields, was, typed, now);
    expect([overtaken.map((one) => one.now), merged.abbreviation]).toEqual([told, kept]);
  });
});

test.each([
  ["mnre1058", true],
  ["https://identifier.overheid.nl/tooi/id/ministerie/mnre1058", false],
  ["https://example.org/tooi/id/ministerie/mnre1058", true],
  ["", false],
])("as a TOOI identifier “%s” is refused: %s", (tooi, refused) => {
  const problems = problemsIn(LISTS.ministeries.fields, { name: "Ministerie", tooi });
  expect(problems.map(({ field }) => field)).toEqual(refused ? ["tooi"] : []);
});

describe("A recess beside the others", () => {
  const recess = (start: string, end: string, more: Partial<Recess> = {}): Recess => ({
    chamber: "EK",
    name: "kerst",
    start,
    end,
    basis: "Verzonnen",
    source: null,
    verified: true,
    ...more,
  });
  const known = [recess("2026-12-18", "2027-01-04")];
  test.each([
    ["of the other Chamber", recess("2026-12-18", "2027-01-04", { chamber: "TK" }), null],
    ["of the next year", recess("2027-12-17", "2028-01-03"), null],
    ["the same once more", recess("2026-12-20", "2027-01-04"), "name"],
    ["another on its last day", recess("2027-01-04", "2027-01-08", { name: "voorjaar" }), "start"],
    ["another the day after", recess("2027-01-05", "2027-01-08", { name: "voorjaar" }), null],
    ["that ends before it begins", recess("2027-03-05", "2027-03-04", { name: "voorjaar" }), "end"],
    ["of half a year", recess("2027-03-05", "2027-09-04", { name: "zomer" }), "end"],
  ])("%s", (_what, one, field) => {
    expect(whyNoRecess(one, known).map((problem) => problem.field)).toEqual(field ? [field] : []);
  });
});

describe("A promise whose ministry goes on in another", () => {
  const successions: Succession[] = [
    { ministryId: "justice", on: "2011-01-01", successorId: "security" },
    { ministryId: "security", on: "2012-01-01", successorId: "interior" },
  ];
  const context = tweedeKamer({ successions });
  const open = record(made("2010-12-02"));
  const ministryOn = (events: readonly CommitmentEvent[], day: string) => standing(events, context, day)?.ministryId;
  const before = ministryOn(open, "2010-12-31");

  test("counts there from that day on, and where that one goes on after it", () => {
    expect(before).toBe("justice");
    expect([ministryOn(open, "2011-01-01"), ministryOn(open, "2011-12-31"), ministryOn(open, "2012-01-01")]).toEqual([
      "security",
      "security",
      "interior",
    ]);
    expect(periods(open, context).map(({ from, ministryId }) => [from, ministryId])).toEqual([
      ["2010-12-02", "justice"],
      ["2011-01-01", "security"],
      ["2012-01-01", "interior"],
    ]);
  });

  test("stays with whoever settled it; opened again it is the other's", () => {
    const settled = record(made("2010-12-02"), reported("2010-12-20", "met"), reopened("2013-05-01"));
    expect(ministryOn(settled, "2013-04-30")).toBe("justice");
    expect(ministryOn(settled, "2013-05-01")).toBe("interior");
  });

  test("is where it was handed over to, and goes along from there", () => {
    const elsewhere = record(made("2010-12-02"), accepted("2010-12-10", "health"));
    expect(ministryOn(elsewhere, "2012-06-01")).toBe("health");
    const into = record(made("2010-12-02"), accepted("2010-12-10", "security"));
    expect(ministryOn(into, "2012-06-01")).toBe("interior");
    expect(ministryOn(into, addDays("2012-01-01", -1))).toBe("security");
  });
});
