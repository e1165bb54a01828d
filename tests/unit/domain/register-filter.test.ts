/** The filter of the register and the places in its list: what an address says, and what to let go of. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { droppable } from "#app/domain/drop-choice.ts";
import { CHOICES, type ChoiceName } from "#app/domain/facets.ts";
import { figure } from "#app/domain/figure.ts";
import { choices, filterFrom, filterToParams, wholeOf, withoutEmpty } from "#app/domain/filter.ts";
import { comparePlaces, FirstInOrder, type Place, placeFromText, placeToText } from "#app/domain/list-order.ts";

const from = (query: string) => filterFrom(new URLSearchParams(query));

test("an address gives the filter back that it was written from", () => {
  for (const query of [
    "kamer=EK",
    "na=20110228_-20101202_2010-0003",
    "sorteer=wijziging&voor=-5_-6_2010-0001",
    "pagina=3",
  ])
    expect(String(filterToParams(from(query)))).toBe(query);
});

test("an address goes on from one place only, and from none that it does not understand", () => {
  expect(from("na=1_2_a&voor=3_4_b").before).toBe(null);
  for (const wrong of ["na=2011-0001", "na=1_2_", "na=1_2_a b", "na=x_1_a", "na=1_2_<b>"])
    expect(from(wrong).after).toBe(null);
  expect(from("kamer=provincie").chamber).toBe(null);
});

test("a choice is let go of from the begin of the list", () => {
  const paged = from("kamer=TK&te-laat=ja&na=1_2_2010-0003");
  expect(choices(paged, {}, "2011-03-04").map(({ without }) => String(filterToParams(without)))).toEqual([
    "kamer=TK",
    "te-laat=ja",
  ]);
  expect(String(filterToParams(wholeOf(paged)))).toBe("te-laat=ja&kamer=TK");
});

test("fields that were left empty go out of the address, and nothing else does", () => {
  const typed = new URLSearchParams("status=voldaan&te-laat=&lid=&peildatum=&zoek=&van=2011-01-01");
  expect(String(withoutEmpty(typed))).toBe("status=voldaan&peildatum=&zoek=&van=2011-01-01");
  expect(withoutEmpty(new URLSearchParams("status=voldaan&peildatum="))).toBe(null);
});

test("what helps most is offered first, and statuses go together", () => {
  const counts = Object.fromEntries(CHOICES.map((name) => [name, 0])) as Record<ChoiceName, number>;
  const filter = from("status=voldaan&status=vervallen&te-laat=ja&kamer=EK");
  const found = droppable(filter, {}, "2011-03-04", { ...counts, statuses: 3, late: 12 });
  expect(found.map(({ label, count }) => [label, count])).toEqual([
    ["te laat", 12],
    ["voldaan of vervallen", 3],
    ["gedaan aan de Eerste Kamer", 0],
  ]);
  expect(String(filterToParams(found[1]?.without ?? filter))).toBe("te-laat=ja&kamer=EK");
});

const place: fc.Arbitrary<Place> = fc.record({
  first: fc.integer({ min: -3, max: 3 }),
  second: fc.integer({ min: -3, max: 3 }),
  number: fc.constantFrom("2010-0001", "2010-0002", "2011-0001"),
});

test("the first so many of what is offered are those of the whole in order, from either end", () => {
  fc.assert(
    fc.property(fc.array(place), fc.nat(12), fc.boolean(), (all, most, backwards) => {
      const nearest = new FirstInOrder(most, backwards);
      for (const [slot, one] of all.entries()) nearest.offer(one, slot);
      const sorted = [...all].sort(comparePlaces);
      if (backwards) sorted.reverse();
      expect(nearest.inOrder().map(({ slot: _slot, ...own }) => own)).toEqual(sorted.slice(0, most));
    }),
  );
});

test("a place is read as it was written", () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(placeFromText(placeToText(one))).toEqual(one);
    }),
  );
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1.000"],
  [1234567, "1.234.567"],
])("%d is shown as %s", (count, shown) => {
  expect(figure(count)).toBe(shown);
});
