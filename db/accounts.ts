/** Accounts, sessions and sign-in attempts. None of it is part of the register's record. */
import { and, eq, gte, lt } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { newId } from "./events.ts";
import { accounts, sessions, signInAttempts } from "./schema.ts";

export type Account = typeof accounts.$inferSelect;
export type NewAccount = Omit<Account, "id" | "createdAt">;

const actorOf = ({ id, name, role, ministryId, committeeId, memberId }: Account): Actor => ({
  accountId: id,
  name,
  role,
  ministryId,
  committeeId,
  memberId,
});

/** Name in any case; null where there is no such account. */
export const accountByEmail = async (email: string): Promise<Account | null> =>
  (await db.query.accounts.findFirst({ where: eq(accounts.email, email.trim().toLowerCase()) })) ?? null;

export async function addAccount(tx: Db, account: NewAccount): Promise<string> {
  const row = { ...account, email: account.email.toLowerCase(), id: newId(), createdAt: new Date().toISOString() };
  await tx.insert(accounts).values(row);
  return row.id;
}

/** Colleagues at the same ministry, who may own a commitment. */
export const staffOf = async (ministryId: string): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.role, "staff"), eq(accounts.ministryId, ministryId)));

/** Keeps the hash of the token only. */
export const beginSession = (accountId: string, token: string, createdAt: Instant, expiresAt: Instant): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(sessions).where(lt(sessions.expiresAt, createdAt));
      await tx.insert(sessions).values({ tokenHash: sha256(token), accountId, createdAt, expiresAt });
    },
    { silent: true },
  );

/** Who is signed in with this token at this moment; null for an unknown, ended or expired session. */
export async function actorOfSession(token: string, now: Instant): Promise<Actor | null> {
  const [row] = await db
    .select({ account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.tokenHash, sha256(token)), gte(sessions.expiresAt, now)));
  return row ? actorOf(row.account) : null;
}

export const endSession = (token: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(sessions).where(eq(sessions.tokenHash, sha256(token)));
    },
    { silent: true },
  );

/**
 * Counts a try, unless there were `limit` since `since` already: then answers false and counts nothing. Counted before
 * the password is looked at, so that many at once do not slip through.
 */
export const admitAttempt = (key: string, now: Instant, since: Instant, limit: number): Promise<boolean> =>
  write(
    async (tx) => {
      await tx.delete(signInAttempts).where(lt(signInAttempts.at, since));
      const tries = await tx.select().from(signInAttempts).where(eq(signInAttempts.key, key));
      if (tries.length >= limit) return false;
      await tx.insert(signInAttempts).values({ key, at: now });
      return true;
    },
    { silent: true },
  );

/** After a successful sign-in the tries before it no longer count. */
export const forgetAttempts = (key: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
    },
    { silent: true },
  );
