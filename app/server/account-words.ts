/** How an account stands, in words for its owner and for the administrator. */
import { amsterdamDay, dayInWords, type Instant } from "#app/domain/calendar.ts";
import { type ListedAccount, needsSecondFactor } from "#db/accounts.ts";

export interface AccountState {
  /** May sign in. */
  isOpen: boolean;
  words: string;
  secondFactor: "staat aan" | "nog in te stellen" | "niet ingesteld";
}

export function stateOf({ account, invitedUntil }: ListedAccount, now: Instant): AccountState {
  const secondFactor = account.totpSecret
    ? "staat aan"
    : needsSecondFactor(account.role)
      ? "nog in te stellen"
      : "niet ingesteld";
  const isTaken = account.passwordHash !== "";
  if (account.disabledAt !== null)
    return { isOpen: false, words: `uitgezet op ${dayInWords(amsterdamDay(account.disabledAt))}`, secondFactor };
  const invitation =
    invitedUntil === null
      ? null
      : invitedUntil >= now
        ? `uitgenodigd, tot en met ${dayInWords(amsterdamDay(invitedUntil))}`
        : `uitnodiging verlopen op ${dayInWords(amsterdamDay(invitedUntil))}`;
  const words = isTaken
    ? invitation
      ? `in gebruik; ${invitation}`
      : "in gebruik"
    : (invitation ?? "nog geen uitnodiging");
  return { isOpen: isTaken, words, secondFactor };
}

/** The ministry, committee or member that somebody works for; null for an administrator. */
export const teamInWords = ({ team }: ListedAccount): string | null => team.ministry ?? team.committee ?? team.member;
