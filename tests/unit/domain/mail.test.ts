/** When a message is tried again, and when nobody tries any more. */
import { describe, expect, test } from "vitest";
import { nextTry } from "#app/domain/mail.ts";

const FIRST = "2026-03-02T08:00:00.000Z";
const at = (minutes: number): string => new Date(Date.parse(FIRST) + minutes * 60_000).toISOString();

describe("A message that could not be sent", () => {
  test.each([
    [1, 0, 1],
    [2, 1, 6],
    [3, 6, 21],
    [4, 21, 81],
    [5, 81, 261],
    [6, 261, 441],
    [11, 1161, 1341],
  ])("is tried again: after try %i, in minute %i, in minute %i", (tries, now, again) => {
    expect(nextTry(tries, FIRST, at(now))).toBe(at(again));
  });

  test("is tried for the last time when a day has passed", () => {
    expect(nextTry(12, FIRST, at(1341))).toBe(at(1440));
    expect(nextTry(13, FIRST, at(1439.999))).toBe(at(1440));
  });

  test("is given up then", () => {
    expect(nextTry(13, FIRST, at(1440))).toBeNull();
    expect(nextTry(2, FIRST, at(5000))).toBeNull();
  });
});
