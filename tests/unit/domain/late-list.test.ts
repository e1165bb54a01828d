/** The list of what is late, and the editions of it that are kept each Monday. */
import { describe, expect, test } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  becameInWords,
  editionCounts,
  editionOf,
  type LateRow,
  lateInWords,
  momentBefore,
  mondaysUntil,
  nearestTo,
  noEditionInWords,
  perMinistry,
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
  office: "Minister van A",
  dossier: { name: "Dossier", isInvented: true, showsHelp: false },
  status: "open",
  daysLate,
  deadline: "“voor de zomer”",
  why: "termijn liep af",
  delay: "untold",
  delayed: "geen uitstel gemeld",
  ...more,
});
const B = { ministry: { id: "b", name: "Ministerie B" }, office: "Minister van B" };

test("groups stand in the order of their longest late row, and so do the rows in them", () => {
  const found = perMinistry([
    row("2030-2", 3),
    row("2030-10", 3),
    row("2030-1", 50, { office: "Staatssecretaris van A", delay: "told" }),
    row("2030-3", 70, { ...B, delay: "planned" }),
    row("2030-4", 1, B),
  ]);
  expect(found.map(({ name, longest, rows, delays }) => ({ name, longest, n: rows.length, ...delays }))).toEqual([
    { name: "Ministerie B", longest: 70, n: 2, told: 0, planned: 1, untold: 1 },
    { name: "Ministerie A", longest: 50, n: 3, told: 1, planned: 0, untold: 2 },
  ]);
  expect(found[1]?.offices.map(({ name, rows }) => [name, ...rows.map(({ number }) => number)])).toEqual([
    ["Staatssecretaris van A", "2030-1"],
    ["Minister van A", "2030-2", "2030-10"],
  ]);
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

describe("There should be editions of", () => {
  test.each<[string, IsoDay, string | null, IsoDay[]]>([
    ["no Monday in an empty register", "2026-11-23", null, []],
    ["no Monday that began before the first event", "2026-11-29", "2026-11-22T23:00:00.000Z", []],
    ["the Monday right after it", "2026-11-23", "2026-11-22T22:59:59.999Z", ["2026-11-23"]],
    ["none before that Monday has come", "2026-11-22", "2026-11-20T10:00:00.000Z", []],
    [
      "every Monday since, over the end of summer time",
      "2026-11-04",
      "2026-10-14T10:00:00.000Z",
      ["2026-10-19", "2026-10-26", "2026-11-02"],
    ],
  ])("%s", (_what, today, first, mondays) => {
    expect(mondaysUntil(today, first)).toEqual(mondays);
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
  expect(lateInWords([])).toBe("niets te laat");
  expect(lateInWords([{ daysLate: 1 }])).toBe("1 toezegging te laat, één dag");
  expect(lateInWords([{ daysLate: 4 }, { daysLate: 40 }])).toBe("2 toezeggingen te laat, de langste 40 dagen");
});
