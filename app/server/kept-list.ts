/**
 * Where a reader's list is: in a cookie, or with the account of somebody who is signed in and may follow things. The
 * cookie holds what the address of the list holds, and when its reader looked; it is sent to the page of the list only.
 */
import { createCookie } from "@remix-run/node";
import { type Instant, isInstant } from "#app/domain/calendar.ts";
import {
  type KeptList,
  keptFrom,
  keptThatFits,
  keptTogether,
  keptToParams,
  NOTHING_KEPT,
  sizeOfKept,
} from "#app/domain/kept-list.ts";
import { type LastLook, lookedNow, lookingAgain } from "#app/domain/last-look.ts";
import { type Actor, mayEver } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { changeKept, type KeptByAccount, keptOf } from "#db/kept-lists.ts";
import { now } from "./clock.ts";
import { isLocal } from "./session.ts";

/** The longest that browsers keep a cookie; each look begins it anew. */
const DAYS = 400;
const cookie = createCookie("lijst", {
  httpOnly: true,
  sameSite: "lax",
  path: paths.keptList,
  maxAge: DAYS * 24 * 3600,
});

/** An account is written to no more often than this: who looks again and again is told the same. */
const MINUTES_BETWEEN = 10;

interface Kept extends KeptByAccount {
  in: "account" | "browser";
  /** What was kept in this browser before signing in: taken into the account just now, or too much for it. */
  brought: "taken" | "too_much" | null;
}

interface Looked {
  kept: Kept;
  headers: Headers;
}

const hasOwn = (actor: Actor | null): actor is Actor => mayEver(actor, "follow");

/** The list of who asks. That they looked is kept, so that the next visit tells what came after this one. */
export async function lookAtKept(request: Request, actor: Actor | null): Promise<Looked> {
  const inBrowser = await keptInCookie(request);
  if (hasOwn(actor)) return lookAsAccount(request, actor, inBrowser);
  if (!inBrowser) return { kept: { ...nothingYet(), in: "browser", brought: null }, headers: new Headers() };
  const kept = { list: inBrowser.list, look: lookingAgain(inBrowser.look, now()) };
  return { kept: { ...kept, in: "browser", brought: null }, headers: await headersFor(request, kept) };
}

async function lookAsAccount(request: Request, { accountId }: Actor, inBrowser: KeptByAccount | null): Promise<Looked> {
  const before = await keptOf(accountId);
  const together = inBrowser && keptTogether(before?.list ?? NOTHING_KEPT, inBrowser.list);
  const look = before ? lookingAgain(before.look, now()) : (inBrowser?.look ?? lookedNow(now()));
  const kept = { list: together ?? before?.list ?? NOTHING_KEPT, look };
  const isOld = !before || Date.parse(now()) - Date.parse(before.look.at) > MINUTES_BETWEEN * 60_000;
  if (together || isOld) {
    await changeKept(accountId, (found) => ({
      list: (inBrowser && keptTogether(found?.list ?? NOTHING_KEPT, inBrowser.list)) ?? found?.list ?? NOTHING_KEPT,
      look,
    }));
  }
  const brought = inBrowser ? (together ? "taken" : "too_much") : null;
  return {
    kept: { ...kept, in: "account", brought },
    headers: together ? await headersFor(request, null) : new Headers(),
  };
}

/**
 * Changes the list of who asks; `change` answers null to leave it as it is. Answers the headers that keep it, or null
 * where nothing was changed.
 */
export async function changeKeptOf(
  request: Request,
  actor: Actor | null,
  change: (kept: KeptByAccount) => KeptByAccount | null,
): Promise<Headers | null> {
  if (!hasOwn(actor)) {
    const changed = change((await keptInCookie(request)) ?? nothingYet());
    return changed && headersFor(request, sizeOfKept(changed.list) > 0 ? changed : null);
  }
  let isChanged = false;
  await changeKept(actor.accountId, (found) => {
    const changed = change(found ?? nothingYet());
    isChanged = changed !== null;
    return changed;
  });
  return isChanged ? new Headers() : null;
}

const nothingYet = (): KeptByAccount => ({ list: NOTHING_KEPT, look: lookedNow(now()) });

/** What the browser brought, whoever wrote it: only what a list can hold, and no look in days to come. */
async function keptInCookie(request: Request): Promise<KeptByAccount | null> {
  const found: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof found !== "object" || found === null || !("list" in found) || typeof found.list !== "string") return null;
  const { list } = keptThatFits(keptFrom(new URLSearchParams(found.list)));
  if (sizeOfKept(list) === 0) return null;
  const at = momentIn(found, "at") ?? now();
  const since = momentIn(found, "since") ?? at;
  return { list, look: { since: since < at ? since : at, at } };
}

function momentIn(found: object, name: keyof LastLook): Instant | null {
  const value: unknown = name in found ? (found as Record<string, unknown>)[name] : null;
  return isInstant(value) && value <= now() ? value : null;
}

/** Null takes the cookie away. */
async function headersFor(request: Request, kept: { list: KeptList; look: LastLook } | null): Promise<Headers> {
  const secure = !isLocal(request);
  const given = kept
    ? await cookie.serialize({ list: String(keptToParams(kept.list)), ...kept.look }, { secure })
    : await cookie.serialize("", { secure, maxAge: 0 });
  return new Headers({ "Set-Cookie": given });
}
