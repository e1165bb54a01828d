/** Makes an invitation: the token, the address that holds it, and the message that brings it. */
import { randomBytes } from "node:crypto";
import { addDays, amsterdamDay, endOfDay, type IsoDay } from "#app/domain/calendar.ts";
import { ROLE_WORDS } from "#app/domain/commitment.ts";
import type { Role } from "#app/domain/permissions.ts";
import { invitation } from "#app/mail/invitation.ts";
import { paths } from "#app/paths.ts";
import type { NewInvitation } from "#db/invitations.ts";
import { now } from "./clock.ts";

const DAYS = 7;

/** @param origin where the register is found, `https://register.example` */
export function newInvitation(
  { name, email, role }: { name: string; email: string; role: Role },
  origin: string,
): { invitation: NewInvitation; address: string; until: IsoDay } {
  const createdAt = now();
  const until = addDays(amsterdamDay(createdAt), DAYS);
  const token = randomBytes(32).toString("base64url");
  const address = origin + paths.invitation(token);
  const mail = { to: email, opens: true, ...invitation({ name, roleLabel: ROLE_WORDS[role], address, until }) };
  return { invitation: { token, createdAt, expiresAt: endOfDay(until), mail }, address, until };
}
