/**
 * What people do in the back office that is no event of the register: signing in, accounts, exports, mail. The log shows
 * these beside the events.
 */

/** Each act with the words of the log. A new act is a new row. */
export const ACT_WORDS = {
  signed_in: "ingelogd",
  sign_in_refused: "inloggen geweigerd",
  signed_out: "uitgelogd",
  session_ended: "sessie beëindigd",
  account_created: "account gemaakt",
  account_changed: "account gewijzigd",
  account_disabled: "account uitgezet",
  account_enabled: "account aangezet",
  account_invited: "uitnodiging gestuurd",
  invitation_used: "uitnodiging gebruikt",
  password_changed: "wachtwoord gewijzigd",
  second_factor_set: "tweede stap ingesteld",
  second_factor_reset: "tweede stap gewist",
  recovery_codes_renewed: "herstelcodes vernieuwd",
  recovery_code_used: "herstelcode gebruikt",
  log_exported: "logboek uitgevoerd",
  mail_given_up: "bericht opgegeven",
  mail_tried_again: "bericht opnieuw aangeboden",
  reminder_sent: "rappel verstuurd",
  reminder_answered: "rappel beantwoord",
  reminder_answers_taken: "antwoorden op een rappel overgenomen",
  reminder_answers_refused: "antwoorden op een rappel geweigerd",
} as const;

export type ActKind = keyof typeof ACT_WORDS;

/** What an act was done to, by its id. */
export interface ActThing {
  kind: "account" | "mail" | "reminder";
  id: string;
}

/** A word or two of the program about an act, never somebody's: no capital, no digit, no `@`, so no name or address. */
export const isActDetail = (detail: string): boolean => /^[a-z][a-z_ ,]{0,79}$/.test(detail);

const DETAIL_WORDS: Record<string, string> = {
  role: "rol",
  ministry: "ministerie",
  committee: "commissie",
  member: "Kamerlid",
  name: "naam",
  address: "e-mailadres",
  aide: "medewerker van een Kamerlid",
  staff: "medewerker van een ministerie",
  clerk: "griffie",
  admin: "beheerder",
  password: "het wachtwoord klopte niet",
  code: "de code klopte niet",
  "recovery code": "de herstelcode klopte niet",
  "too many tries": "te vaak geprobeerd",
  disabled: "het account staat uit",
  others: "alle andere",
  all: "alle",
};

/** Such a detail for the administrator; a word that is not known here stays as it is. */
export const detailInWords = (detail: string): string =>
  detail
    .split(", ")
    .map((word) => DETAIL_WORDS[word] ?? word)
    .join(", ");
