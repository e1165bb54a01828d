/** The index of a database that an earlier version of the program wrote: it had none, or made its words otherwise. */
import { db, write } from "./client.ts";
import { isSearchReady, makeSearch } from "./search-texts.ts";

/** Makes it, before anybody searches; answers whether that was needed. No page shows anything else for it. */
export async function makeOldSearch(): Promise<boolean> {
  if (await isSearchReady(db)) return false;
  await write(makeSearch, { silent: true });
  return true;
}
