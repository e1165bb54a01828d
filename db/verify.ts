/** `register verify`: rebuilds everything from the events and names each difference with what is stored. */
import { atOneMoment } from "./client.ts";
import { departsFrom, type Head } from "./heads.ts";
import { chainDifferences } from "./verify-chain.ts";
import { rowDifferences } from "./verify-rows.ts";

/**
 * Each difference in a Dutch sentence; an empty list when the register is what its events say.
 * @param published heads of the chain that were published earlier and that it must still pass through
 */
export const differences = (published: readonly Head[] = []): Promise<string[]> =>
  atOneMoment(async () => {
    const departure = await departsFrom(published);
    return [...(departure ? [departure] : []), ...(await chainDifferences()), ...(await rowDifferences())];
  });
