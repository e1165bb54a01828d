/**
 * How often one may try to sign in within a quarter of an hour. Per account and client, so that a stranger elsewhere
 * keeps nobody out; per client over all accounts, against one password tried on many; and per account over all clients,
 * against many clients at one account. The last one a stranger could fill to keep somebody out: so a browser in which
 * the account was signed in before has a count of its own in its place.
 */
import { createHmac, randomBytes } from "node:crypto";
import { type Account, accountByEmail } from "#db/accounts.ts";
import { type Attempt, admitAttempt, type Ceiling, forgetAttempts } from "#db/sign-in-attempts.ts";
import { networkOf } from "./client-network.ts";
import { now } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { passwordFits } from "./passwords.ts";
import { knownBrowser } from "./session.ts";

const QUARTER_OF_AN_HOUR = 15 * 60_000;
const OWN_TRIES = 10;
const CLIENT_TRIES = 60;
const PASSWORD_TRIES = 30;
/** Whoever gets here has the password: at this pace guessing a code of six digits takes years. */
const CODE_TRIES = 20;

/** Known to this process only: what is kept of a client's address cannot be turned back into it. */
const PEPPER = randomBytes(32);
const digest = (...parts: string[]): string => createHmac("sha256", PEPPER).update(parts.join("\n")).digest("hex");

export type Admission = { forget: () => Promise<void> } | { refusal: string };

/** Counts a try with this address and password. @param client the network address of who asks */
export async function admitPassword(request: Request, email: string, client: string): Promise<Admission> {
  const name = email.trim().toLowerCase();
  const account = await accountByEmail(name);
  const known = account && (await knownBrowser(request, account.id));
  const own = { key: digest("wachtwoord", name, known ?? networkOf(client)), limit: OWN_TRIES };
  const perClient = { key: digest("client", networkOf(client)), limit: CLIENT_TRIES };
  const all = { key: digest("account", name), limit: PASSWORD_TRIES };
  return admit(own, known ? [perClient] : [perClient, all], (at) =>
    at === perClient
      ? "Vanaf deze plek is te vaak geprobeerd om in te loggen. Wacht een kwartier en probeer het dan opnieuw."
      : "Er is te vaak geprobeerd om met dit e-mailadres in te loggen. Wacht een kwartier en probeer het dan opnieuw.",
  );
}

/** Counts a try with a code. */
export async function admitCode(request: Request, accountId: string, client: string): Promise<Admission> {
  const known = await knownBrowser(request, accountId);
  const own = { key: digest("code", accountId, known ?? networkOf(client)), limit: OWN_TRIES };
  const all = { key: digest("codes", accountId), limit: CODE_TRIES };
  return admit(
    own,
    known ? [] : [all],
    () => "Er is te vaak een code geprobeerd. Wacht een kwartier en probeer het dan opnieuw.",
  );
}

async function admit(own: Ceiling, wider: Ceiling[], sentence: (at: Ceiling) => string): Promise<Admission> {
  const since = new Date(Date.parse(now()) - QUARTER_OF_AN_HOUR).toISOString();
  const attempt: Attempt = await admitAttempt([own, ...wider], now(), since);
  if (!attempt.admitted) return { refusal: sentence(attempt.at) };
  return { forget: () => forgetAttempts(attempt.ids, own.key) };
}

/**
 * For an act that asks for the password once more, by who is signed in: what is wrong with what was typed, or null. A
 * session that somebody left open guesses no more often than a stranger.
 */
export async function ownPasswordProblem(
  request: Request,
  account: Account,
  typed: string,
  client: string,
): Promise<InputProblem | null> {
  const problem = (message: string): InputProblem => ({ field: "wachtwoord", message });
  if (typed === "") return problem("Vul het wachtwoord in waarmee u nu inlogt.");
  const admission = await admitPassword(request, account.email, client);
  if ("refusal" in admission) return problem(admission.refusal);
  if (!(await passwordFits(account.passwordHash, typed.slice(0, 1000))))
    return problem("Dit is niet het wachtwoord waarmee u nu inlogt.");
  await admission.forget();
  return null;
}
