/** Filters as people choose them: none of it, some of it, all at once; by values that the drawn registers have. */
import fc from "fast-check";
import { type Filter, filterFrom } from "#app/domain/filter.ts";

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: "", freq: 2 });
const status = fc.subarray(["openstaand", "deels-voldaan", "voldaan", "vervallen"]);

/** @param values what can be picked, by the name in an address */
export const filters = (values: Record<string, readonly string[]>): fc.Arbitrary<Filter> =>
  fc
    .record({
      status: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: status }),
      "te-laat": maybe("ja", "nee"),
      termijn: maybe("zonder"),
      oordeel: maybe("verschilt"),
      binnen: maybe("30", "90", "180", "7"),
      kamer: maybe("TK", "EK"),
      van: maybe("2011-03-01", "2011-04-10"),
      tot: maybe("2011-04-15", "2011-06-01"),
      sorteer: maybe("termijn", "toezegging", "wijziging"),
      picks: fc.record(Object.fromEntries(Object.entries(values).map(([name, known]) => [name, maybe(...known)]))),
      // Most people choose a thing or two.
      left: fc.nat({ max: 5 }),
    })
    .map(({ status, picks, left, ...rest }) => {
      const chosen = Object.entries({ ...rest, ...picks }).filter(([, value]) => value !== "");
      const some = left === 0 ? chosen : chosen.slice(0, left);
      return filterFrom(new URLSearchParams([...(status as string[]).map((word) => ["status", word]), ...some]));
    });
