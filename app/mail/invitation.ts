/** Somebody got an account: the address where they choose a password, once. */
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import type { Message } from "#app/domain/mail.ts";
import { message } from "./message.ts";

/**
 * @param address the whole address of the page, with its token. It opens an account: queue this message with `opens`
 * @param until the last day on which it works
 */
export const invitation = ({
  name,
  roleLabel,
  address,
  until,
}: {
  name: string;
  roleLabel: string;
  address: string;
  until: IsoDay;
}): Message =>
  message("Uw account voor het toezeggingenregister", name, [
    `Voor u is een account gemaakt in het toezeggingenregister: ${roleLabel}. Kies uw wachtwoord op deze pagina:`,
    address,
    `Dit adres werkt één keer, tot en met ${dayInWords(until)}. Geef het aan niemand door. Werkt het niet meer? Vraag uw beheerder dan om een nieuwe uitnodiging.`,
    "Verwachtte u dit bericht niet? Dan hoeft u niets te doen: zonder dit adres kan niemand het account openen.",
  ]);
