/** Who is asking: a random token in a cookie, its hash in the database. */
import { randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import type { Actor } from "#app/domain/permissions.ts";
import { actorOfSession, beginSession, endSession } from "#db/accounts.ts";
import { now } from "./clock.ts";

/** A working day: after it one signs in again. */
const SESSION_HOURS = 12;

const isLocal = (request: Request): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(request.url).hostname);

const cookie = createCookie("sessie", { httpOnly: true, sameSite: "lax", path: "/", maxAge: SESSION_HOURS * 3600 });

async function tokenOf(request: Request): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && token.length > 0 ? token : null;
}

/** The account that is signed in, or null. */
export async function actorOf(request: Request): Promise<Actor | null> {
  const token = await tokenOf(request);
  return token ? actorOfSession(token, now()) : null;
}

/** Begins a session; answers the header that gives the browser its cookie. */
export async function signIn(request: Request, accountId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(Date.parse(now()) + SESSION_HOURS * 3_600_000).toISOString();
  await beginSession(accountId, token, now(), expires);
  return cookie.serialize(token, { secure: !isLocal(request) });
}

/** Ends the session in the database, so that a copy of the cookie opens nothing. */
export async function signOut(request: Request): Promise<string> {
  const token = await tokenOf(request);
  if (token) await endSession(token);
  return cookie.serialize("", { maxAge: 0, secure: !isLocal(request) });
}
