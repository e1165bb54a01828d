import fc from "fast-check";
import { expect, test } from "vitest";
import { largestOf } from "#app/domain/facets.ts";

test("the largest counts are as many as was asked for, or all that there are", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 40 }), fc.integer({ min: 1, max: 45 }), (numbers, most) => {
      const { least, ofLeast, all } = largestOf(Int32Array.from(numbers), most);
      const given = numbers.filter((count) => count > 0).sort((a, b) => b - a);
      expect(all).toBe(given.length);
      const larger = given.filter((count) => count > least);
      const equal = given.filter((count) => count === least).slice(0, ofLeast);
      expect([...larger, ...equal]).toEqual(given.slice(0, most));
    }),
  );
});

test("without an end every count but zero is among them", () => {
  const { least, ofLeast, all } = largestOf(Int32Array.from([0, 1, 3, 1]), Number.POSITIVE_INFINITY);
  expect({ least, isEach: ofLeast >= 2, all }).toEqual({ least: 1, isEach: true, all: 3 });
});
