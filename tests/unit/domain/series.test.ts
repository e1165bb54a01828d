/** Figures as series: what belongs together, and an axis that does not mislead. */
import { describe, expect, it } from "vitest";
import { heightOf, namedPoints, numberInWords, type ReportedFigure, scaleOf, seriesOf } from "#app/domain/series.ts";

const figure = (series: string, on: string, value: number, effectiveOn = on, unit = "zaken"): ReportedFigure => ({
  effectiveOn,
  figure: { series, unit, value, on },
});

it("figures of one name and unit are one series, in the order of the days that they are of", () => {
  const found = seriesOf([
    figure("Voorraad", "2010-12-31", 770, "2011-03-04"),
    figure("Ander", "2010-12-31", 5),
    figure("Voorraad", "2010-09-30", 991, "2011-03-04"),
    figure("Voorraad", "2010-12-31", 12, "2011-03-04", "procent"),
  ]);
  expect(found.map(({ name, unit, points }) => [name, unit, points.map(({ value }) => value)])).toEqual([
    ["Ander", "zaken", [5]],
    ["Voorraad", "zaken", [991, 770]],
    ["Voorraad", "procent", [12]],
  ]);
});

it("of two reports of one day the later one counts, and both are kept", () => {
  const [series] = seriesOf([
    figure("Voorraad", "2010-12-31", 780, "2011-06-01"),
    figure("Voorraad", "2010-12-31", 770, "2011-03-04"),
  ]);
  expect(series?.points.map(({ value, replaced }) => [value, replaced])).toEqual([
    [770, true],
    [780, false],
  ]);
});

describe("The axis starts at zero, unless all that differs would be too small to see:", () => {
  it.each([
    [[991, 770], [0, 500, 1000], true],
    [[5], [0, 2, 4, 6], true],
    [[0, 0], [0, 0.5], true],
    [[1000, 1004], [1000, 1001, 1002, 1003, 1004], false],
    [[-20, 30], [-20, 0, 20, 40], true],
    [[0.2, 0.05], [0, 0.05, 0.1, 0.15, 0.2], true],
  ])("%s", (values, steps, startsAtZero) => {
    expect(scaleOf(values)).toEqual({ steps, startsAtZero });
  });

  it("a value lies between the steps in proportion", () => {
    expect(heightOf(770, { steps: [0, 500, 1000], startsAtZero: true })).toBeCloseTo(0.77);
    expect(heightOf(1001, { steps: [1000, 1004], startsAtZero: false })).toBeCloseTo(0.25);
  });
});

it("the last and the first point are named, and those between that have room", () => {
  expect(namedPoints([0, 0.1, 0.5, 0.95, 1], 0.2)).toEqual([true, false, true, false, true]);
  expect(namedPoints([0.9, 1], 0.2)).toEqual([false, true]);
  expect(namedPoints([], 0.2)).toEqual([]);
});

it("numbers are written as in Dutch", () => {
  expect([1234.5, 991, -0.25].map(numberInWords)).toEqual(["1.234,5", "991", "-0,25"]);
});
