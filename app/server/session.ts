/** Who is asking: a random token in a cookie, its hash in the database. */
import { randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import type { Actor } from "#app/domain/permissions.ts";
import { type Account, needsSecondFactor } from "#db/accounts.ts";
import {
  accountOfSecondStep,
  actorOfSession,
  beginSecondStep,
  beginSession,
  endSession,
  isKnownBrowser,
} from "#db/sessions.ts";
import { clientInWords } from "./client-words.ts";
import { now } from "./clock.ts";
import { newSecret } from "./one-time-code.ts";
import { seal } from "./seal.ts";

/** A working day: after it one signs in again. */
const SESSION_HOURS = 12;
/** From the password to the second factor. */
const STEP_MINUTES = 10;
const BROWSER_DAYS = 365;
const DAY = 24 * 3_600_000;

/** Over plain http on this machine, where a browser takes no cookie that asks for https. */
export const isLocal = (request: Request): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(request.url).hostname);

const HIDDEN = { httpOnly: true, sameSite: "lax" } as const;
const sessionCookie = createCookie("sessie", { ...HIDDEN, path: "/", maxAge: SESSION_HOURS * 3600 });
const stepCookie = createCookie("tweede-stap", { ...HIDDEN, path: "/inloggen", maxAge: STEP_MINUTES * 60 });
const browserCookie = createCookie("browser", { ...HIDDEN, path: "/inloggen", maxAge: (BROWSER_DAYS * DAY) / 1000 });

const newToken = (): string => randomBytes(32).toString("base64url");
const after = (milliseconds: number): string => new Date(Date.parse(now()) + milliseconds).toISOString();

async function tokenIn(cookie: typeof sessionCookie, request: Request): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && token.length > 0 ? token : null;
}

/** The account that is signed in, or null. */
export async function actorOf(request: Request): Promise<Actor | null> {
  const token = await tokenIn(sessionCookie, request);
  return token ? actorOfSession(token, now()) : null;
}

/** The token of this session, to tell it from the others of its account; empty where nobody is signed in. */
export const sessionToken = async (request: Request): Promise<string> => (await tokenIn(sessionCookie, request)) ?? "";

/** Begins a session; answers the headers that give the browser its cookies. */
export async function signIn(request: Request, accountId: string): Promise<Headers> {
  const token = newToken();
  const browser = (await tokenIn(browserCookie, request)) ?? newToken();
  const client = clientInWords(request.headers.get("User-Agent") ?? "");
  await beginSession(
    { accountId, token, createdAt: now(), expiresAt: after(SESSION_HOURS * 3_600_000), client, browser },
    await tokenIn(stepCookie, request),
  );
  const secure = !isLocal(request);
  const headers = new Headers();
  headers.append("Set-Cookie", await sessionCookie.serialize(token, { secure }));
  headers.append("Set-Cookie", await browserCookie.serialize(browser, { secure }));
  headers.append("Set-Cookie", await stepCookie.serialize("", { secure, maxAge: 0 }));
  return headers;
}

/**
 * Somebody gave the right password. Answers where they go on and the headers for it: with the second factor, with
 * setting one up, or signed in where the account needs none.
 */
export async function passwordGiven(
  request: Request,
  account: Account,
): Promise<{ owes: "code" | "set_up" | null; headers: Headers }> {
  const owes = account.totpSecret ? "code" : needsSecondFactor(account.role) ? "set_up" : null;
  if (owes === null) return { owes, headers: await signIn(request, account.id) };
  const token = newToken();
  // Always another secret: one that somebody saw earlier and left must not become the second factor.
  const proposed = owes === "set_up" ? seal(newSecret(), account.id) : null;
  await beginSecondStep(account.id, token, { now: now(), expiresAt: after(STEP_MINUTES * 60_000) }, proposed);
  const cookie = await stepCookie.serialize(token, { secure: !isLocal(request) });
  return { owes, headers: new Headers({ "Set-Cookie": cookie }) };
}

/** Who gave the right password a moment ago and still owes the second factor; null for anybody else. */
export async function accountInSecondStep(request: Request): Promise<Account | null> {
  const token = await tokenIn(stepCookie, request);
  return token ? accountOfSecondStep(token, now()) : null;
}

/** The token of a browser in which this account was signed in during the last year; null of any other. */
export async function knownBrowser(request: Request, accountId: string): Promise<string | null> {
  const token = await tokenIn(browserCookie, request);
  return token && (await isKnownBrowser(token, accountId, after(-BROWSER_DAYS * DAY))) ? token : null;
}

/** Ends the session in the database, so that a copy of the cookie opens nothing. */
export async function signOut(request: Request): Promise<string> {
  const token = await tokenIn(sessionCookie, request);
  if (token) await endSession(token);
  return sessionCookie.serialize("", { maxAge: 0, secure: !isLocal(request) });
}
