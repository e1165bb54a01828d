/** Codes of the accounts in a test's own database, as the app of their owner would show them. */
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

/**
 * A code that the register has to accept for half a minute at least: of this step, or of the next where this one was
 * used. Where both were, it waits, as their owner would have to.
 */
export async function codeFor(databasePath: string, email: string): Promise<string> {
  const { secret, used } = secondFactorOf(databasePath, email);
  const step = Math.max(used + 1, stepAt(Date.now()));
  for (let early = step - 1 - stepAt(Date.now()); early > 0; early = step - 1 - stepAt(Date.now()))
    await pause(PERIOD * 1000 - (Date.now() % (PERIOD * 1000)));
  return codeOf(secret, step * PERIOD * 1000);
}

const stepAt = (moment: number): number => Math.floor(moment / 1000 / PERIOD);

/** What an app with this secret shows at a moment. */
export const codeOf = (secret: string, moment = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")), period: PERIOD }).generate({ timestamp: moment });

/** The secret, which stands open in a register without a key, and the last step of which a code was used. */
export function secondFactorOf(databasePath: string, email: string): { secret: string; used: number } {
  const rows = new Database(databasePath, { readonly: true });
  const row = rows.prepare("SELECT totp_secret AS stored, totp_step AS used FROM accounts WHERE email = ?").get(email);
  rows.close();
  const { stored, used } = row as { stored: string | null; used: number | null };
  if (!stored?.startsWith("open:")) throw new Error(`${email} has no second factor that a test can read: ${stored}`);
  return { secret: stored.slice("open:".length), used: used ?? 0 };
}

/** An account as another one is, that signs in with its password alone: for tests of passwords, cookies and sessions. */
export function withoutSecondFactor(databasePath: string, like: string, email: string): void {
  const rows = new Database(databasePath);
  rows
    .prepare(
      `INSERT INTO accounts (id, email, name, role, ministry_id, committee_id, member_id, password_hash, created_at)
       SELECT ?, ?, 'Zonder tweede stap', 'aide', NULL, NULL, member_id, password_hash, created_at FROM accounts WHERE email = ?`,
    )
    .run(crypto.randomUUID(), email, like);
  rows.close();
}
