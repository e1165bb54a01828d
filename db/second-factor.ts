/** The second factor of an account: the sealed secret, which codes were used, and the recovery codes. */
import { and, count, eq, isNull, lt, or } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { logAct } from "./act-log.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { accounts, recoveryCodes } from "./schema.ts";

const SILENT = { silent: true };
const own = (id: string) => ({ kind: "account", id }) as const;

/** Keeps a secret that is to be confirmed by a code first; null gives it up. */
export const proposeSecret = (accountId: string, sealed: string | null): Promise<void> =>
  write(async (tx) => {
    await tx.update(accounts).set({ totpProposed: sealed }).where(eq(accounts.id, accountId));
  }, SILENT);

/**
 * Makes the proposed secret the second factor, with recovery codes that replace those before. Answers false where
 * another secret was proposed meanwhile, or this one was taken already: then nothing changes.
 */
export const setSecondFactor = (
  accountId: string,
  { sealed, step, codes }: { sealed: string; step: number; codes: readonly string[] },
): Promise<boolean> => write((tx) => keepSecondFactor(tx, accountId, { sealed, step, codes }), SILENT);

async function keepSecondFactor(
  tx: Db,
  accountId: string,
  { sealed, step, codes }: { sealed: string; step: number; codes: readonly string[] },
): Promise<boolean> {
  const set = await tx
    .update(accounts)
    .set({ totpSecret: sealed, totpStep: step, totpProposed: null })
    .where(and(eq(accounts.id, accountId), eq(accounts.totpProposed, sealed)))
    .returning();
  if (set.length === 0) return false;
  await replaceCodes(tx, accountId, codes);
  await logAct(tx, { kind: "second_factor_set", by: accountId, thing: own(accountId) });
  return true;
}

async function replaceCodes(tx: Db, accountId: string, codes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  if (codes.length > 0)
    await tx.insert(recoveryCodes).values(codes.map((code) => ({ accountId, codeHash: sha256(code) })));
}

/** Gives an account that is made by a command its second factor at once, inside `write`. */
export async function giveSecondFactor(tx: Db, accountId: string, sealed: string): Promise<void> {
  await tx.update(accounts).set({ totpSecret: sealed, totpStep: null }).where(eq(accounts.id, accountId));
}

/** Takes the second factor off; only for a role that may do without. */
export const dropSecondFactor = (accountId: string): Promise<void> =>
  write(async (tx) => {
    await tx.update(accounts).set({ totpSecret: null, totpStep: null }).where(eq(accounts.id, accountId));
    await replaceCodes(tx, accountId, []);
    await logAct(tx, { kind: "second_factor_reset", by: accountId, thing: own(accountId) });
  }, SILENT);

/** Uses up the code of a step. Answers false where that code, or a later one, was used before. */
export const spendStep = (accountId: string, step: number): Promise<boolean> =>
  write(async (tx) => {
    const used = await tx
      .update(accounts)
      .set({ totpStep: step })
      .where(and(eq(accounts.id, accountId), or(isNull(accounts.totpStep), lt(accounts.totpStep, step))))
      .returning();
    return used.length > 0;
  }, SILENT);

/** Seals a secret anew, where it stood readable in the database and a key has come since. */
export const resealSecret = (accountId: string, before: string, sealed: string): Promise<void> =>
  write(async (tx) => {
    await tx
      .update(accounts)
      .set({ totpSecret: sealed })
      .where(and(eq(accounts.id, accountId), eq(accounts.totpSecret, before)));
  }, SILENT);

/** Uses up a recovery code. Answers false for one that is none, or was used. */
export const spendRecoveryCode = (accountId: string, code: string, now: Instant): Promise<boolean> =>
  write(async (tx) => {
    const used = await tx
      .update(recoveryCodes)
      .set({ usedAt: now })
      .where(
        and(
          eq(recoveryCodes.accountId, accountId),
          eq(recoveryCodes.codeHash, sha256(code)),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning();
    if (used.length > 0) await logAct(tx, { kind: "recovery_code_used", by: accountId, thing: own(accountId) });
    return used.length > 0;
  }, SILENT);

export const renewRecoveryCodes = (accountId: string, codes: readonly string[]): Promise<void> =>
  write(async (tx) => {
    await replaceCodes(tx, accountId, codes);
    await logAct(tx, { kind: "recovery_codes_renewed", by: accountId, thing: own(accountId) });
  }, SILENT);

/** How many recovery codes are left. */
export const recoveryCodesLeft = async (accountId: string): Promise<number> => {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
};
