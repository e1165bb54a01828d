/** The index as an earlier version of the program left it, or as many writes did. */
import { db, write } from "./client.ts";
import { isSearchReady, joinSegments, makeSearch, segmentCount } from "./search-texts.ts";

const MOST_SEGMENTS = 6;

/**
 * Before anybody searches: makes the index where there is none or its words were made otherwise, and brings together what
 * was written bit by bit, which makes it four times as fast. Answers what was needed; no page shows anything else for it.
 */
export async function renewSearch(): Promise<"made" | "joined" | "nothing"> {
  if (!(await isSearchReady(db))) {
    await write(makeSearch, { silent: true });
    return "made";
  }
  if ((await segmentCount(db)) <= MOST_SEGMENTS) return "nothing";
  await write(joinSegments, { silent: true });
  return "joined";
}
