/** Places against sets: whatever the lists, the same comes out as one by one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { between, commonTo, pageOf } from "#app/domain/search/place-lists.ts";

const places = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 80 })
  .map((numbers) => Float64Array.from(numbers.sort((a, b) => a - b)));

test("common to all and in none, as sets say", () => {
  fc.assert(
    fc.property(fc.array(places, { maxLength: 4 }), fc.array(places, { maxLength: 2 }), (all, none) => {
      const [first = new Float64Array(), ...others] = all;
      const wanted = [...first].filter(
        (place) => others.every((of) => of.includes(place)) && !none.some((of) => of.includes(place)),
      );
      expect([...commonTo(all, none)]).toEqual(wanted);
    }),
  );
});

test("between two places, both included", () => {
  fc.assert(
    fc.property(places, fc.integer({ min: -5, max: 210 }), fc.integer({ min: -5, max: 210 }), (all, one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      expect([...between(all, { first, last })]).toEqual([...all].filter((place) => first <= place && place <= last));
    }),
  );
});

test("a page holds what comes first and then the rest, whichever page it is", () => {
  fc.assert(
    fc.property(places, places, fc.nat(90), fc.nat(30), (all, some, offset, limit) => {
      const first = commonTo([all, some], []);
      const ordered = [...first, ...[...all].filter((place) => !first.includes(place))];
      expect(pageOf(all, first, { offset, limit })).toEqual(ordered.slice(offset, offset + limit));
    }),
  );
});
