/** Whether the database is well, in little time: for who watches the program. */
import { eq, getTableColumns, max } from "drizzle-orm";
import { hashOf } from "./chain.ts";
import { db } from "./client.ts";
import { events, registerState } from "./schema.ts";

export { tryWriting, writesUnderWay } from "./client.ts";

/** Whether the last event is the one that was noted as the end, by its own hash. Of the chain before it, `verify` tells. */
export async function chainEndFits(): Promise<boolean> {
  const last = db.select({ seq: max(events.seq) }).from(events);
  // One statement, so that no write comes between the two.
  const [found] = await db
    .select({ state: getTableColumns(registerState), event: getTableColumns(events) })
    .from(registerState)
    .leftJoin(events, eq(events.seq, last));
  if (!found) return false;
  const { state, event } = found;
  if (!event) return state.headSeq === 0 && state.headHash === "";
  return event.seq === state.headSeq && event.hash === state.headHash && hashOf(event as never) === event.hash;
}
