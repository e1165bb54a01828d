/**
 * What tells one state of a public address from the next: the program, the register, the day and the address itself. As
 * long as the four are the same, so is what is answered; so this is the ETag, and the key under which answers are kept.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { edition } from "#db/client.ts";
import { today } from "./clock.ts";

/** The program as it was built is one file, and this is in it. */
const BUILD = createHash("sha256")
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest("base64url");

/**
 * The tag of an address as it stands now, to be asked before the answer is made: what is written meanwhile then leads to
 * another. Weak, because it is the same for each encoding of the bytes. Null where the database cannot be read just now:
 * what is wrong with it is for the application to say.
 */
export async function tagOf(address: string, build = BUILD): Promise<string | null> {
  const state = await edition().catch(() => null);
  if (state === null) return null;
  const digest = createHash("sha256").update(`${build}\n${state}\n${today()}\n${address}`).digest("base64url");
  return `W/"${digest.slice(0, 22)}"`;
}

/** Whether who asks has this state already. */
export const hasTag = (ifNoneMatch: string | null | undefined, tag: string): boolean =>
  ifNoneMatch?.includes(tag.slice("W/".length)) ?? false;

/** Nobody is signed in or about to be: what is answered is the same for all. */
export const isForAll = (cookie: string | null | undefined): boolean =>
  !cookie || !/(?:^|[;\s])(?:sessie|tweede-stap)=/.test(cookie);

/** What whoever keeps the answer has to know: to ask each time whether it is still so, and what it depends on. */
export const FOR_ALL = { "Cache-Control": "public, no-cache", Vary: "Cookie, Accept-Encoding" } as const;
