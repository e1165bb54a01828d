/** The list of what is late, and the editions of it that are kept each Monday. */
import { describe, expect, test } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  becameInWords,
  editionCounts,
  editionOf,
  inBrief,
  type LateRow,
  lateCounts,
  lateInWords,
  missingMondays,
  momentBefore,
  nearestTo,
  noEditionInWords,
  perMinistry,
  shownOnPage,
  sinceInWords,
} from "#app/domain/late-list.ts";
import { standing } from "#app/domain/standing.ts";
import {
  by,
  type Draft,
  due,
  eersteKamer,
  lapsed,
  made,
  record,
  reported,
  restIn,
  told,
  tweedeKamer,
} from "../../support/events.ts";

const row = (number: string, daysLate: number, more: Partial<LateRow> = {}): LateRow => ({
  commitmentId: `id-${number}`,
  number,
  title: `Belofte ${number} (verzonnen)`,
  madeOn: "2030-01-01",
  chamber: "TK",
  to: [],
  ministry: { id: "a", name: "Ministerie A" },
  office: { id: "ma", name: "Minister van A" },
  dossier: { name: "Dossier", isInvented: true, showsHelp: false },
  status: "open",
  daysLate,
  deadline: "“voor de zomer”",
  why: "termijn liep af",
  delay: "untold",
  delayed: "geen uitstel gemeld",
  postponements: 0,
  ...more,
});
const B = { ministry: { id: "b", name: "Ministerie B" }, office: { id: "mb", name: "Minister van B" } };

const ROWS = [
  row("2030-2", 3),
  row("2030-10", 3),
  row("2030-1", 50, { office: { id: "sa", name: "Staatssecretaris van A" }, delay: "told", postponements: 1 }),
  row("2030-3", 70, { ...B, delay: "planned" }),
  row("2030-4", 1, B),
];

test("groups stand in the order of their longest late row, and so do the rows in them", () => {
  expect(
    perMinistry(ROWS).map(({ name, offices }) => [
      name,
      offices.map((one) => [one.name, ...one.rows.map((r) => r.number)]),
    ]),
  ).toEqual([
    ["Ministerie B", [["Minister van B", "2030-3", "2030-4"]]],
    [
      "Ministerie A",
      [
        ["Staatssecretaris van A", "2030-1"],
        ["Minister van A", "2030-2", "2030-10"],
      ],
    ],
  ]);
});

test("the counts of each ministry; what is only planned was not told", () => {
  expect(lateCounts(ROWS.map(inBrief))).toEqual([
    { ministryId: "b", late: 2, longest: 70, told: 0 },
    { ministryId: "a", late: 3, longest: 50, told: 1 },
  ]);
});

test("a page shows all of a few hundred; of more the ten longest of each office, and all of one ministry", () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => inBrief(row(`2030-${at + 1}`, at)));
  const b = inBrief(row("2031-1", 5, B));
  expect(shownOnPage(many(300), null)).toMatchObject({ shown: { length: 300 }, isCut: false });
  const { shown, isCut } = shownOnPage([...many(300), b], null);
  expect(isCut).toBe(true);
  expect(shown.map(({ daysLate }) => daysLate)).toEqual([299, 298, 297, 296, 295, 294, 293, 292, 291, 290, 5]);
  expect(shownOnPage([...many(300), b], "a")).toMatchObject({ shown: { length: 300 }, isCut: false });
  expect(shownOnPage([...many(300), b], "b").shown).toEqual([b]);
});

describe("A Monday begins in Amsterdam", () => {
  test.each([
    ["2026-11-23", "2026-11-22T22:59:59.999Z", "in winter time"],
    ["2026-07-06", "2026-07-05T21:59:59.999Z", "in summer time"],
    ["2026-10-26", "2026-10-25T22:59:59.999Z", "after the Sunday of 25 hours"],
    ["2026-03-30", "2026-03-29T21:59:59.999Z", "after the Sunday of 23 hours"],
  ])("%s after %s, %s", (monday, moment) => {
    expect(momentBefore(monday)).toBe(moment);
  });
});

describe("Missing are the editions of", () => {
  const OLD = "2016-01-04T10:00:00.000Z";
  test.each<[string, IsoDay, string | null, IsoDay | null, IsoDay[]]>([
    ["no Monday in an empty register", "2026-11-23", null, null, []],
    ["no Monday that began before the first event", "2026-11-29", "2026-11-22T23:00:00.000Z", null, []],
    ["the Monday right after it", "2026-11-23", "2026-11-22T22:59:59.999Z", null, ["2026-11-23"]],
    ["none before that Monday has come", "2026-11-22", "2026-11-20T10:00:00.000Z", null, []],
    [
      "every Monday since, over the end of summer time",
      "2026-11-04",
      "2026-10-14T10:00:00.000Z",
      null,
      ["2026-10-19", "2026-10-26", "2026-11-02"],
    ],
    [
      "those after the last edition, however old the register",
      "2026-11-24",
      OLD,
      "2026-11-09",
      ["2026-11-16", "2026-11-23"],
    ],
    ["none where this week's is there", "2026-11-29", OLD, "2026-11-23", []],
    ["today in an old register that has none yet, on a Monday", "2026-11-23", OLD, null, ["2026-11-23"]],
    ["none in such a register on another day", "2026-11-24", OLD, null, []],
  ])("%s", (_what, today, first, last, mondays) => {
    expect(missingMondays(today, first, last)).toEqual(mondays);
  });
});

describe("An edition", () => {
  const MADE = "2030-01-01";
  const promise = (...drafts: Draft[]) => record(made(MADE), due(MADE, by("2030-02-01")), ...drafts);
  const on = (events: ReturnType<typeof record>, context = tweedeKamer()) => standing(events, context, "2030-03-11");
  const NOW = {
    met: on(promise(reported("2030-03-08", "met"))),
    lapsed: on(promise(lapsed("2030-03-08"))),
    later: on(promise(told("2030-03-08", by("2030-05-01")))),
    elsewhere: on(promise(reported("2030-03-08", "partly_met", restIn("c2")))),
    waiting: on(promise(reported("2030-03-08", "met")), eersteKamer()),
    ended: on(promise(), tweedeKamer({ coverage: { from: "2029-01-01", until: "2030-03-08" } })),
  };

  test.each<[keyof typeof NOW, boolean, string]>([
    ["met", true, "voldaan, 35 dagen te laat"],
    ["lapsed", true, "vervallen"],
    ["later", false, "niet meer te laat; termijn nu: “uiterlijk 2030-05-01” (uiterlijk 1 mei 2030)"],
    ["elsewhere", false, "gaat verder in een andere toezegging"],
    ["waiting", false, "wacht op oordeel van de commissie"],
    ["ended", false, "het dossier wordt niet meer bijgehouden"],
  ])("says of what is not late any more what became of it: %s", (what, settled, became) => {
    expect(becameInWords(NOW[what])).toEqual({ settled, became });
  });

  test("and of what was withdrawn", () => {
    expect(becameInWords(null)).toEqual({ settled: false, became: "ingetrokken: telt niet meer mee in het register" });
  });

  test("tells what is new, what stayed and what went since the one before", () => {
    const before = editionOf("2030-03-04", [row("2030-1", 10), row("2030-2", 5), row("2030-3", 4)], null, () => null);
    expect(editionCounts(before)).toEqual({ late: 3, since: null });
    expect(sinceInWords(editionCounts(before))).toBe(null);
    const next = editionOf("2030-03-11", [row("2030-9", 1), row("2030-1", 17)], before, (id) =>
      id === "id-2030-2" ? NOW.met : null,
    );
    expect(next).toMatchObject({ day: "2030-03-11", before: "2030-03-04", fresh: ["2030-9"] });
    expect(next.rows.map(({ number }) => number)).toEqual(["2030-1", "2030-9"]);
    expect(next.gone.map(({ number, settled }) => [number, settled])).toEqual([
      ["2030-2", true],
      ["2030-3", false],
    ]);
    expect(sinceInWords(editionCounts(next))).toBe(
      "1 nieuw, 1 nog steeds te laat, 1 afgedaan, 1 om een andere reden niet meer te laat",
    );
  });
});

test("the nearest edition; of two as near the earlier", () => {
  const days = ["2030-03-18", "2030-03-04", "2030-03-11"];
  expect(nearestTo("2030-03-13", days)).toBe("2030-03-11");
  expect(nearestTo("2031-01-01", days)).toBe("2030-03-18");
  expect(nearestTo("2030-03-11", ["2030-03-18", "2030-03-04"])).toBe("2030-03-04");
  expect(nearestTo("2030-03-11", [])).toBe(null);
});

test("why there is no edition", () => {
  const today = "2030-03-11";
  expect(noEditionInWords("2030-03-13", today)).toContain("geen maandag");
  expect(noEditionInWords("2030-03-18", today)).toContain("moet nog komen");
  expect(noEditionInWords("2030-03-11", today)).toContain("wordt zo gemaakt");
  expect(noEditionInWords("2030-03-04", today)).toContain("bestond dit register nog niet");
});

test("how much is late in a few words", () => {
  expect(lateInWords({ total: 0, longest: 0 })).toBe("niets te laat");
  expect(lateInWords({ total: 1, longest: 1 })).toBe("1 toezegging te laat, één dag");
  expect(lateInWords({ total: 2, longest: 40 })).toBe("2 toezeggingen te laat, de langste 40 dagen");
});
