/** Tries to sign in, counted before anything is looked at, so that many at once do not slip through. */
import { eq, inArray, lt } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { logAct } from "./act-log.ts";
import { write } from "./client.ts";
import { signInAttempts } from "./schema.ts";

/** How many tries one key may have since the start of the period. */
export interface Ceiling {
  key: string;
  limit: number;
}

export type Attempt = { admitted: true; ids: number[] } | { admitted: false; at: Ceiling };

const SILENT = { silent: true };

/** Counts a try under every key, unless one of them is full: then nothing is counted, and answers which. */
export const admitAttempt = (ceilings: readonly Ceiling[], now: Instant, since: Instant): Promise<Attempt> =>
  write(async (tx): Promise<Attempt> => {
    await tx.delete(signInAttempts).where(lt(signInAttempts.at, since));
    for (const ceiling of ceilings) {
      const tries = await tx.select().from(signInAttempts).where(eq(signInAttempts.key, ceiling.key));
      if (tries.length >= ceiling.limit) {
        // Once a period and key, so that a stranger cannot fill the log.
        if (tries.length === ceiling.limit) {
          await tx.insert(signInAttempts).values({ key: ceiling.key, at: now });
          await logAct(tx, { kind: "sign_in_refused", by: null, detail: "too many tries" });
        }
        return { admitted: false, at: ceiling };
      }
    }
    const counted = await tx
      .insert(signInAttempts)
      .values(ceilings.map(({ key }) => ({ key, at: now })))
      .returning({ id: signInAttempts.id });
    return { admitted: true, ids: counted.map(({ id }) => id) };
  }, SILENT);

/** A try that succeeded does not count, and neither do the failed ones before it under its own key. */
export const forgetAttempts = (ids: readonly number[], key: string): Promise<void> =>
  write(async (tx) => {
    await tx.delete(signInAttempts).where(inArray(signInAttempts.id, [...ids]));
    await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
  }, SILENT);

/** Somebody gave something wrong. Of whom it was said to be the account is kept, where there is one. */
export const refuseSignIn = (accountId: string | null, detail: string): Promise<void> =>
  write(
    (tx) =>
      logAct(tx, {
        kind: "sign_in_refused",
        by: null,
        thing: accountId ? { kind: "account", id: accountId } : null,
        detail,
      }),
    SILENT,
  );
