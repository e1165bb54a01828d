/** Invitations: an address that works once and expires, by which somebody chooses the password of an account. */
import { and, eq, gte, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/calendar.ts";
import { type Account, accountByEmail, addAccount, endAllSessions, type Person, type Refused } from "./accounts.ts";
import { logAct } from "./act-log.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { type NewMail, queueMail } from "./mail-queue.ts";
import { accounts, invitations, recoveryCodes } from "./schema.ts";

export interface NewInvitation {
  token: string;
  createdAt: Instant;
  expiresAt: Instant;
  /** The message that brings it. */
  mail: NewMail;
}

const SILENT = { silent: true };

/** Makes an account and invites who it is for. Answers its id, or that the address has an account already. */
export const inviteNew = (
  by: string,
  person: Person,
  invitation: NewInvitation,
): Promise<{ id: string } | { refused: Refused }> =>
  write(async (tx) => {
    if (await accountByEmail(person.email, tx)) return { refused: "taken" };
    const id = await addAccount(tx, by, person);
    await invite(tx, by, id, invitation);
    return { id };
  }, SILENT);

/**
 * Invites who is to be an administrator, also where the account is there already, was disabled or had another role; its
 * second factor goes with it. For a command: whoever runs it holds the database itself.
 */
export const inviteAdministrator = (by: string, person: Person, invitation: NewInvitation): Promise<void> =>
  write(async (tx) => {
    const before = await accountByEmail(person.email, tx);
    const id = before?.id ?? (await addAccount(tx, by, person));
    if (before) {
      const team = { role: person.role, ministryId: null, committeeId: null, memberId: null };
      const cleared = { disabledAt: null, totpSecret: null, totpStep: null, totpProposed: null };
      await tx
        .update(accounts)
        .set({ ...team, ...cleared })
        .where(eq(accounts.id, id));
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id));
      await endAllSessions(tx, id);
      await logAct(tx, {
        kind: "account_changed",
        by,
        thing: { kind: "account", id },
        detail: "administrator by command",
      });
    }
    await invite(tx, by, id, invitation);
  }, SILENT);

/** Another invitation; the one before it opens nothing any more. */
export const inviteAgain = (by: string, accountId: string, invitation: NewInvitation): Promise<Refused | null> =>
  write(async (tx) => {
    const [account] = await tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
    if (!account) return "gone";
    await invite(tx, by, accountId, invitation);
    return null;
  }, SILENT);

async function invite(tx: Db, by: string, accountId: string, invitation: NewInvitation): Promise<void> {
  const { token, createdAt, expiresAt, mail } = invitation;
  await tx.delete(invitations).where(eq(invitations.accountId, accountId));
  await tx.insert(invitations).values({ accountId, tokenHash: sha256(token), createdAt, expiresAt });
  await queueMail(tx, mail);
  await logAct(tx, { kind: "account_invited", by, thing: { kind: "account", id: accountId } });
}

/** Whose invitation this is; null where it is unknown, used, replaced or too old. */
export const invitedAccount = async (token: string, now: Instant): Promise<Account | null> =>
  findInvited(db, token, now);

async function findInvited(from: Db, token: string, now: Instant): Promise<Account | null> {
  const [row] = await from
    .select({ account: accounts })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(eq(invitations.tokenHash, sha256(token)), gte(invitations.expiresAt, now), isNull(accounts.disabledAt)));
  return row?.account ?? null;
}

/** Takes an invitation: the password is set, what was signed in before is not. Answers whose it was; null where none is. */
export const takeInvitation = (token: string, passwordHash: string, now: Instant): Promise<Account | null> =>
  write(async (tx) => {
    const account = await findInvited(tx, token, now);
    if (!account) return null;
    await tx.delete(invitations).where(eq(invitations.accountId, account.id));
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.id));
    await endAllSessions(tx, account.id);
    await logAct(tx, { kind: "invitation_used", by: account.id, thing: { kind: "account", id: account.id } });
    return { ...account, passwordHash };
  }, SILENT);
