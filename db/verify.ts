/** `register verify`: rebuilds everything from the events and names each difference with what is stored. */
import { atOneMoment } from "./client.ts";
import { departsFrom, type Head } from "./heads.ts";
import { chainDifferences } from "./verify-chain.ts";
import { rowDifferences } from "./verify-rows.ts";
import { searchDifferences } from "./verify-search.ts";

/**
 * Each difference in a Dutch sentence; an empty list when the register is what its events say.
 * @param published heads of the chain that were published earlier and that it must still pass through
 */
export const differences = (published: readonly Head[] = []): Promise<string[]> =>
  atOneMoment(async () => {
    const departure = await departsFrom(published);
    const rows = await rowDifferences();
    // Where the rows themselves are wrong, an index that follows from them says nothing more.
    const search = rows.length > 0 ? [] : await searchDifferences();
    return [...(departure ? [departure] : []), ...(await chainDifferences()), ...rows, ...search];
  });
