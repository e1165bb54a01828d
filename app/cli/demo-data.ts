/** What a demo holds beside the shipped dossier: an invented one around today, and accounts. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Role } from "#app/domain/permissions.ts";
import { letterFindings } from "#app/domain/reading/letter-findings.ts";
import { readLetterText } from "#app/domain/reading/sections.ts";
import { today } from "#app/server/clock.ts";
import { hashPassword } from "#app/server/passwords.ts";
import { accountByEmail, addAccount } from "#db/accounts.ts";
import { close, write } from "#db/client.ts";
import { recessList } from "#db/reference.ts";
import { INVENTED, inventedLetter, loadInvented } from "#db/seed/invented.ts";
import { loadShipped } from "#db/seed/load.ts";

const ACCOUNTS: {
  email: string;
  label: string;
  name: string;
  role: Role;
  ministryId?: string;
  committeeId?: string;
  memberId?: string;
}[] = [
  {
    email: "venj@demo.example",
    label: "medewerker, Ministerie van Veiligheid en Justitie",
    name: "Medewerker VenJ",
    role: "staff",
    ministryId: "veiligheid-en-justitie",
  },
  {
    email: "voorbeeld@demo.example",
    label: "medewerker, Voorbeeldministerie (verzonnen)",
    name: "Medewerker Voorbeeldministerie",
    role: "staff",
    ministryId: INVENTED.ministryId,
  },
  {
    email: "griffie@demo.example",
    label: "griffie van de Voorbeeldcommissie (verzonnen)",
    name: "Griffie Voorbeeldcommissie",
    role: "clerk",
    committeeId: INVENTED.committeeId,
  },
  {
    email: "kamerlid@demo.example",
    label: "medewerker van Kamerlid A (verzonnen)",
    name: "Medewerker van Kamerlid A",
    role: "aide",
    memberId: INVENTED.memberId,
  },
  { email: "beheer@demo.example", label: "beheerder", name: "Beheerder", role: "admin" },
];

/** Fills an empty register; leaves what is there alone. The password is made once and kept beside the database. */
export async function loadDemo(passwordFile: string) {
  await loadShipped(today());
  const { passages } = readLetterText(inventedLetter(today()).text);
  const findings = letterFindings(passages, {
    date: inventedLetter(today()).date,
    chamber: "TK",
    recesses: await recessList(),
  });
  await loadInvented(today(), passages, findings);

  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(6).toString("base64url"), { mode: 0o600 });
  const password = readFileSync(passwordFile, "utf8");
  for (const { label: _label, ministryId = null, committeeId = null, memberId = null, ...account } of ACCOUNTS) {
    if (await accountByEmail(account.email)) continue;
    const passwordHash = await hashPassword(password);
    await write((tx) => addAccount(tx, { ...account, ministryId, committeeId, memberId, passwordHash }));
  }
  close();
  return { password, accounts: ACCOUNTS };
}
