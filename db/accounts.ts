/** Accounts: who may sign in, and for whom. None of it is part of the register's record; each change is an act. */
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import type { Actor, Role } from "#app/domain/permissions.ts";
import { logAct } from "./act-log.ts";
import { type Db, db, write } from "./client.ts";
import { newId } from "./events.ts";
import {
  accounts,
  committees,
  invitations,
  knownBrowsers,
  members,
  ministries,
  pendingSignIns,
  recoveryCodes,
  sessions,
} from "./schema.ts";

export type Account = typeof accounts.$inferSelect;

/** Who somebody is and what they may do: role, and whose side they are on. */
export type Person = Pick<Account, "email" | "name" | "role" | "ministryId" | "committeeId" | "memberId">;

/** What stands in the way of a change, where it is not done. */
export type Refused = "taken" | "last_admin" | "gone";

export const actorFrom = ({ id, name, role, ministryId, committeeId, memberId }: Account): Actor => ({
  accountId: id,
  name,
  role,
  ministryId,
  committeeId,
  memberId,
});

/** Roles that change the register or its accounts do not sign in without a second factor; an aide may have one. */
export const needsSecondFactor = (role: Role): boolean => role !== "aide";

/** Name in any case; null where there is no such account. */
export const accountByEmail = async (email: string, from: Db = db): Promise<Account | null> =>
  (await from.query.accounts.findFirst({ where: eq(accounts.email, asStored(email)) })) ?? null;

export const accountById = async (id: string, from: Db = db): Promise<Account | null> =>
  (await from.query.accounts.findFirst({ where: eq(accounts.id, id) })) ?? null;

const asStored = (email: string): string => email.trim().toLowerCase();

/** Adds an account, inside `write`. Without a password it waits for its invitation to be taken. Answers its id. */
export async function addAccount(tx: Db, by: string, person: Person, passwordHash = ""): Promise<string> {
  const id = newId();
  const createdAt = new Date().toISOString();
  await tx.insert(accounts).values({ ...person, email: asStored(person.email), id, passwordHash, createdAt });
  await logAct(tx, { kind: "account_created", by, thing: { kind: "account", id }, detail: person.role });
  return id;
}

/** Colleagues at the same ministry, who may own a commitment: those that can sign in. */
export const staffOf = async (ministryId: string): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.role, "staff"), eq(accounts.ministryId, ministryId), inUse))
    .orderBy(asc(accounts.name), asc(accounts.id));

/** Where a message to a ministry goes, as it has no address of its own: to each of its staff that can sign in. */
export const mailboxesOf = async (ministryId: string, from: Db = db): Promise<{ name: string; email: string }[]> =>
  from
    .select({ name: accounts.name, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.role, "staff"), eq(accounts.ministryId, ministryId), inUse))
    .orderBy(asc(accounts.email));

/** May be used, and has been taken up by whom it is for. */
const inUse = and(isNull(accounts.disabledAt), ne(accounts.passwordHash, ""));

/** Every account with the team that it works for and the invitation that waits for it, by name. */
export const accountList = async () =>
  db
    .select({
      account: accounts,
      team: { ministry: ministries.name, committee: committees.name, member: members.name },
      invitedUntil: invitations.expiresAt,
    })
    .from(accounts)
    .leftJoin(ministries, eq(ministries.id, accounts.ministryId))
    .leftJoin(committees, eq(committees.id, accounts.committeeId))
    .leftJoin(members, eq(members.id, accounts.memberId))
    .leftJoin(invitations, eq(invitations.accountId, accounts.id))
    .orderBy(asc(accounts.name), asc(accounts.id));

/** One row of `accountList`; null where there is no such account. */
export const listedAccount = async (id: string) =>
  (await accountList()).find(({ account }) => account.id === id) ?? null;

export type ListedAccount = Awaited<ReturnType<typeof accountList>>[number];

/**
 * Gives an account another name, address, role or team. A role or team that changes ends its sessions, so that nobody
 * works on with what they had, and a role that needs a second factor gets one at the next sign-in.
 */
export const changeAccount = (by: string, id: string, person: Person): Promise<Refused | null> =>
  write(async (tx) => {
    const before = await accountById(id, tx);
    if (!before) return "gone";
    const other = await accountByEmail(person.email, tx);
    if (other && other.id !== id) return "taken";
    if (person.role !== "admin" && (await isLastAdmin(tx, before))) return "last_admin";
    const after = { ...person, email: asStored(person.email) };
    const changed = (Object.keys(after) as (keyof Person)[]).filter((field) => after[field] !== before[field]);
    if (changed.length === 0) return null;
    await tx.update(accounts).set(after).where(eq(accounts.id, id));
    if (changed.some((field) => field !== "name" && field !== "email")) await endAllSessions(tx, id);
    const detail = changed.map((field) => CHANGED_WORDS[field]).join(", ");
    await logAct(tx, { kind: "account_changed", by, thing: { kind: "account", id }, detail });
    return null;
  }, SILENT);

const SILENT = { silent: true };

const CHANGED_WORDS: Record<keyof Person, string> = {
  email: "address",
  name: "name",
  role: "role",
  ministryId: "ministry",
  committeeId: "committee",
  memberId: "member",
};

/** Whether nobody could let anyone in any more, were this one gone. */
async function isLastAdmin(tx: Db, account: Account): Promise<boolean> {
  if (account.role !== "admin" || account.disabledAt !== null || account.passwordHash === "") return false;
  const admins = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.role, "admin"), inUse));
  return admins.every(({ id }) => id === account.id);
}

/** From now on nobody signs in with it, and who is signed in with it is not. */
export const disableAccount = (by: string, id: string, now: Instant): Promise<Refused | null> =>
  write(async (tx) => {
    const account = await accountById(id, tx);
    if (!account) return "gone";
    if (account.disabledAt !== null) return null;
    if (await isLastAdmin(tx, account)) return "last_admin";
    await tx.update(accounts).set({ disabledAt: now, totpProposed: null }).where(eq(accounts.id, id));
    await endAllSessions(tx, id);
    await tx.delete(invitations).where(eq(invitations.accountId, id));
    await tx.delete(knownBrowsers).where(eq(knownBrowsers.accountId, id));
    await logAct(tx, { kind: "account_disabled", by, thing: { kind: "account", id } });
    return null;
  }, SILENT);

export const enableAccount = (by: string, id: string): Promise<Refused | null> =>
  write(async (tx) => {
    const account = await accountById(id, tx);
    if (!account) return "gone";
    if (account.disabledAt === null) return null;
    await tx.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, id));
    await logAct(tx, { kind: "account_enabled", by, thing: { kind: "account", id } });
    return null;
  }, SILENT);

/** Takes the second factor away, for who has lost it and its recovery codes: the next sign-in sets up another. */
export const resetSecondFactor = (by: string, id: string): Promise<Refused | null> =>
  write(async (tx) => {
    if (!(await accountById(id, tx))) return "gone";
    await tx.update(accounts).set({ totpSecret: null, totpStep: null, totpProposed: null }).where(eq(accounts.id, id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id));
    await endAllSessions(tx, id);
    await logAct(tx, { kind: "second_factor_reset", by, thing: { kind: "account", id } });
    return null;
  }, SILENT);

/** Ends every session of an account, and every sign-in that is half done. */
export async function endAllSessions(tx: Db, accountId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.accountId, accountId));
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.accountId, accountId));
}
