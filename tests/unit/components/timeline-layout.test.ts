/** Where everything on a timeline stands: nothing covers anything, nothing gets lost, and sheets fit on paper. */
import { describe, expect, it } from "vitest";
import { layoutsOf, NARROW, WIDE, wrapped } from "#app/components/timeline-layout.ts";
import { addDays } from "#app/domain/calendar.ts";
import { periods } from "#app/domain/standing.ts";
import { timelineOf } from "#app/domain/timeline.ts";
import { made, record, tweedeKamer } from "../../support/events.ts";

const LONG = "De Kamer informeren over de samenhang tussen kassen, glas en bladluizen in het hele land en daarbuiten";

/** So many commitments, a debate every so many days; all of it invented. */
function timelineWith(commitments: number, debates: number, days: number) {
  const start = "2010-01-12";
  const timeline = timelineOf(
    {
      coverage: { from: start, until: null },
      debates: Array.from({ length: debates }, (_, i) => ({
        id: `d${i}`,
        title: "Debat",
        on: addDays(start, i * days),
      })),
      progressLetters: [],
      otherLetters: [],
      courses: Array.from({ length: commitments }, (_, i) => ({
        id: `c${i}`,
        number: `2010-${String(i).padStart(4, "0")}`,
        title: i % 3 === 0 ? LONG : "Kort",
        madeOn: start,
        periods: periods(record(made(start)), tweedeKamer()),
        letters: [],
      })),
      items: [],
    },
    addDays(start, 3650),
  );
  if (!timeline) throw new Error("There is no timeline.");
  return timeline;
}

describe.each([WIDE, NARROW])("On a $name drawing", (shape) => {
  it.each([
    [0, 1],
    [6, 6],
    [60, 40],
  ])(
    "%i commitments and %i debates stand below each other, each once and within its own row",
    (commitments, debates) => {
      const sheets = layoutsOf(timelineWith(commitments, debates, 60), shape);
      const drawn = sheets.flatMap(({ rows }) => rows);
      expect(drawn.filter(({ kind }) => kind === "commitment")).toHaveLength(commitments);
      expect(drawn.flatMap((row) => (row.kind === "lane" ? row.marks : []))).toHaveLength(debates);
      for (const { rows, height } of sheets) {
        for (const [i, row] of rows.entries()) {
          const before = rows[i - 1];
          expect(row.top).toBeGreaterThanOrEqual(before ? before.top + before.height : 0);
          expect(row.top + row.height).toBeLessThan(height);
          const ys = row.lines.map(({ y }) => y);
          for (const y of ys) expect(y > row.top && y < row.top + row.height).toBe(true);
          for (const [at, y] of ys.entries()) if (at > 0) expect(y - (ys[at - 1] ?? 0)).toBeGreaterThanOrEqual(14);
          // Above the line the words end before what is drawn begins.
          if (shape.name === "narrow" && row.kind === "commitment")
            expect(row.middle - 12).toBeGreaterThanOrEqual(ys.at(-1) ?? 0);
        }
      }
    },
  );

  it("a small dossier is one sheet, a large one goes on under its own heading, and each fits on a page of paper", () => {
    expect(layoutsOf(timelineWith(3, 3, 60), shape)).toHaveLength(1);
    const sheets = layoutsOf(timelineWith(60, 3, 60), shape);
    expect(sheets.length).toBeGreaterThan(2);
    for (const { height } of sheets) expect(height).toBeLessThan(1000);
    for (const { rows } of sheets.slice(1)) {
      expect(rows[0]?.kind).toBe("heading");
      expect(rows[0]?.lines[0]?.words).toBe("Toezeggingen (vervolg)");
      expect(rows[1]?.kind).toBe("commitment");
    }
  });
});

it("a title is cut where it does not fit, and says so", () => {
  expect(wrapped("Kort", 10, 2)).toEqual(["Kort"]);
  expect(wrapped("", 10, 2)).toEqual([]);
  expect(wrapped("Een titel van een paar woorden", 12, 2)).toEqual(["Een titel", "van een…"]);
  expect(wrapped("Een titel van een paar woorden", 12, 3)).toEqual(["Een titel", "van een paar", "woorden"]);
  expect(wrapped("Aansprakelijkheidsverzekering", 12, 2)).toEqual(["Aansprakelij", "kheidsverze…"]);
  for (const line of wrapped(LONG.repeat(3), 30, 2)) expect(line.length).toBeLessThanOrEqual(30);
});
