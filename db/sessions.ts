/** Sessions: who is signed in, where and since when. Of every token the hash only. No network address is kept. */
import { and, desc, eq, gte, isNull, lt, max, ne } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { type Account, actorFrom, endAllSessions } from "./accounts.ts";
import { logAct } from "./act-log.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { accounts, knownBrowsers, pendingSignIns, sessions } from "./schema.ts";

const SILENT = { silent: true };

export interface NewSession {
  accountId: string;
  token: string;
  createdAt: Instant;
  expiresAt: Instant;
  /** The program with which somebody looks, in words. */
  client: string;
  /** The token by which this browser is known at its next sign-in. */
  browser: string;
}

/** Begins a session, and remembers that the account was signed in in this browser. The half sign-in before it is over. */
export const beginSession = (
  { accountId, token, createdAt, expiresAt, client, browser }: NewSession,
  pending: string | null,
): Promise<void> =>
  write(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, createdAt));
    if (pending) await tx.delete(pendingSignIns).where(eq(pendingSignIns.tokenHash, sha256(pending)));
    const lastSeenAt = hourOf(createdAt);
    await tx.insert(sessions).values({ tokenHash: sha256(token), accountId, createdAt, expiresAt, client, lastSeenAt });
    await tx
      .insert(knownBrowsers)
      .values({ tokenHash: sha256(browser), accountId, seenAt: createdAt })
      .onConflictDoUpdate({ target: [knownBrowsers.tokenHash, knownBrowsers.accountId], set: { seenAt: createdAt } });
    await logAct(tx, { kind: "signed_in", by: accountId });
  }, SILENT);

const hourOf = (moment: Instant): Instant => `${moment.slice(0, 13)}:00:00.000Z`;

/** Whether this account was signed in in this browser since then. */
export const isKnownBrowser = async (token: string, accountId: string, since: Instant): Promise<boolean> =>
  (await db.query.knownBrowsers.findFirst({
    where: and(
      eq(knownBrowsers.tokenHash, sha256(token)),
      eq(knownBrowsers.accountId, accountId),
      gte(knownBrowsers.seenAt, since),
    ),
  })) !== undefined;

/** Who is signed in with this token at this moment; null for an unknown, ended or expired session. */
export async function actorOfSession(token: string, now: Instant): Promise<Actor | null> {
  const tokenHash = sha256(token);
  const [row] = await db
    .select({ account: accounts, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.tokenHash, tokenHash), gte(sessions.expiresAt, now), isNull(accounts.disabledAt)));
  if (!row) return null;
  if (row.lastSeenAt < hourOf(now)) await seen(tokenHash, hourOf(now));
  return actorFrom(row.account);
}

/** Keeps the hour in which a session was used. Where that cannot be written, the page is there all the same. */
const seen = (tokenHash: string, lastSeenAt: Instant): Promise<void> =>
  write(async (tx) => {
    await tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.tokenHash, tokenHash));
  }, SILENT).catch(() => undefined);

export const endSession = (token: string): Promise<void> =>
  write(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.tokenHash, sha256(token)))
      .returning();
    if (ended) await logAct(tx, { kind: "signed_out", by: ended.accountId });
  }, SILENT);

/** The sessions of an account that are open now, the one used last first; `isThis` is that of the token. */
export const sessionsOf = async (accountId: string, token: string, now: Instant) => {
  const open = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gte(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt), sessions.tokenHash);
  return open.map(({ tokenHash, createdAt, lastSeenAt, client }) => ({
    id: tokenHash,
    createdAt,
    lastSeenAt,
    client,
    isThis: tokenHash === sha256(token),
  }));
};

/** Ends one session of one's own, by its id in `sessionsOf`. Answers whether it was there. */
export const endOwnSession = (accountId: string, id: string): Promise<boolean> =>
  write(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.accountId, accountId), eq(sessions.tokenHash, id)))
      .returning();
    if (ended.length > 0) await logAct(tx, { kind: "session_ended", by: accountId, thing: own(accountId) });
    return ended.length > 0;
  }, SILENT);

const own = (id: string) => ({ kind: "account", id }) as const;

/** Ends all sessions of an account but the one with this token. Answers how many there were. */
export const endOtherSessions = (accountId: string, token: string): Promise<number> =>
  write(async (tx) => {
    const count = await endOthers(tx, accountId, token);
    if (count > 0) await logAct(tx, { kind: "session_ended", by: accountId, thing: own(accountId), detail: "others" });
    return count;
  }, SILENT);

/** The same inside `write`, as part of another act. */
export async function endOthers(tx: Db, accountId: string, token: string): Promise<number> {
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.accountId, accountId));
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), ne(sessions.tokenHash, sha256(token))))
    .returning();
  return ended.length;
}

/** An administrator ends every session of somebody. */
export const endSessionsOf = (by: string, accountId: string): Promise<void> =>
  write(async (tx) => {
    await endAllSessions(tx, accountId);
    await logAct(tx, { kind: "session_ended", by, thing: own(accountId), detail: "all" });
  }, SILENT);

/** The hour in which each account was last seen, of the sessions that are still open. */
export const lastSeen = async (now: Instant): Promise<Map<string, Instant>> => {
  const rows = await db
    .select({ accountId: sessions.accountId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(gte(sessions.expiresAt, now))
    .groupBy(sessions.accountId);
  return new Map(rows.flatMap(({ accountId, at }) => (at ? [[accountId, at]] : [])));
};

// --- The step between the password and the second factor -----------------------------------------------------------

/** Keeps who gave the right password, until the second factor is there too. `proposed` is a secret to be set up. */
export const beginSecondStep = (
  accountId: string,
  token: string,
  { now, expiresAt }: { now: Instant; expiresAt: Instant },
  proposed: string | null,
): Promise<void> =>
  write(async (tx) => {
    await tx.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, now));
    await tx.insert(pendingSignIns).values({ tokenHash: sha256(token), accountId, expiresAt });
    if (proposed) await tx.update(accounts).set({ totpProposed: proposed }).where(eq(accounts.id, accountId));
  }, SILENT);

/** Who still owes the second factor; null where the token is unknown, too old or the account was disabled. */
export async function accountOfSecondStep(token: string, now: Instant): Promise<Account | null> {
  const [row] = await db
    .select({ account: accounts })
    .from(pendingSignIns)
    .innerJoin(accounts, eq(accounts.id, pendingSignIns.accountId))
    .where(
      and(eq(pendingSignIns.tokenHash, sha256(token)), gte(pendingSignIns.expiresAt, now), isNull(accounts.disabledAt)),
    );
  return row?.account ?? null;
}
