import { describe, expect, test } from "vitest";
import { type DayOrder, dateIn } from "#app/domain/list-import/cell-dates.ts";

const asDay = (cell: string, order: DayOrder | null = null) => {
  const found = dateIn(cell, order);
  return found.kind === "day" ? found.day : found.kind;
};

describe("A day in a cell", () => {
  test.each([
    ["2024-03-04", "2024-03-04"],
    ["2024-03-04T00:00:00.000Z", "2024-03-04"],
    ["3-4-2024", "2024-04-03"],
    ["03.04.2024", "2024-04-03"],
    ["3-4-24", "2024-04-03"],
    ["3-4-98", "1998-04-03"],
    ["3 april 2024", "2024-04-03"],
    ["woensdag 3 april 2024", "2024-04-03"],
    ["3 mrt. 2024", "2024-03-03"],
    ["12-okt-2024", "2024-10-12"],
    // As Excel counts the days.
    ["45385", "2024-04-03"],
    // Only one reading gives a day, or all give the same.
    ["25/03/2024", "2024-03-25"],
    ["04/04/2024", "2024-04-04"],
  ])("%s is %s", (cell, day) => expect(asDay(cell)).toBe(day));

  test.each(["04/03/11", "04/03/2024", "12/11/10"])("%s is left open until somebody says which", (cell) =>
    expect(asDay(cell)).toBe("open"),
  );

  test.each([
    ["04/03/11", "day_month", "2011-03-04"],
    ["04/03/11", "month_day", "2011-04-03"],
    ["04/03/11", "year_first", "2004-03-11"],
    // The answer for a column does not turn what it cannot be into another day.
    ["25/03/11", "month_day", "open"],
  ] as const)("%s with the order %s is %s", (cell, order, day) => expect(asDay(cell, order)).toBe(day));

  test.each(["31-2-2024", "13 zember 2024", "Q4 2024", "voor de zomer", "12", "3-4", "1234567", "99-99-9999", "0"])(
    "%s is no day",
    (cell) => expect(asDay(cell)).toBe("none"),
  );

  test.each(["", "  ", "-", "–"])("“%s” says nothing", (cell) => expect(asDay(cell)).toBe("empty"));
});
