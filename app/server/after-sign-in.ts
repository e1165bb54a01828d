/** Where one goes once signed in. */
import { paths } from "#app/paths.ts";
import type { Account } from "#db/accounts.ts";

/** The page that was asked for, where it is one of ours; else where each role begins. */
export function afterSignIn({ role, memberId }: Account, next: string): string {
  if (isOurs(next)) return next;
  if (role === "staff" || role === "clerk") return `${paths.desk}?gedaan=ingelogd`;
  if (role === "admin") return `${paths.accounts}?gedaan=ingelogd`;
  return `${memberId ? paths.ownMember : paths.home}?gedaan=ingelogd`;
}

/** Only a path of our own: no other site, not even by `//` or a backslash. */
const isOurs = (next: string): boolean => /^\/[a-z0-9][a-z0-9/-]*$/i.test(next);

/** The next page of signing in, which keeps the page that was asked for. */
export const withNext = (path: string, next: string): string =>
  isOurs(next) ? `${path}?naar=${encodeURIComponent(next)}` : path;
