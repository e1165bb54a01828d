/** `npm run register -- admin`: lets an administrator in where nobody can from the pages. */
import { dayInWords } from "#app/domain/calendar.ts";
import { EMAIL } from "#app/server/account-input.ts";
import { newInvitation } from "#app/server/invitation-out.ts";
import { inviteAdministrator } from "#db/invitations.ts";
import { SHIPPED_BY } from "#db/seed/load.ts";

/** Answers the address to give to this person, or what is missing. */
export async function administratorInvited({
  email,
  name,
  origin,
}: {
  email: string;
  name: string;
  origin: string;
}): Promise<{ sentence: string; address: string } | { problem: string }> {
  if (!EMAIL.test(email)) return { problem: "Geef met --email het e-mailadres van de beheerder." };
  if (name.trim() === "") return { problem: "Geef met --name de naam van de beheerder." };
  if (!/^https?:\/\/[^/\s]+$/.test(origin))
    return { problem: "Geef met --at het adres van het register, bijvoorbeeld https://register.example." };
  const person = {
    email,
    name: name.trim(),
    role: "admin",
    ministryId: null,
    committeeId: null,
    memberId: null,
  } as const;
  const { invitation, address, until } = newInvitation(person, origin);
  await inviteAdministrator(SHIPPED_BY, person, invitation);
  return {
    sentence: `Met dit adres kiest ${person.name} een wachtwoord. Het werkt één keer, tot en met ${dayInWords(until)}:`,
    address,
  };
}
