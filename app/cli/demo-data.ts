/** What a demo holds beside the shipped dossier: an invented one around today, and accounts. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Role } from "#app/domain/permissions.ts";
import { letterFindings } from "#app/domain/reading/letter-findings.ts";
import { readLetterText } from "#app/domain/reading/sections.ts";
import { today } from "#app/server/clock.ts";
import { newSecret } from "#app/server/one-time-code.ts";
import { hashPassword } from "#app/server/passwords.ts";
import { seal, unseal } from "#app/server/seal.ts";
import { type Account, accountByEmail, addAccount } from "#db/accounts.ts";
import { close, write } from "#db/client.ts";
import { recessList } from "#db/reference.ts";
import { giveSecondFactor } from "#db/second-factor.ts";
import { INVENTED, inventedLetter, loadInvented } from "#db/seed/invented.ts";
import { loadShipped, SHIPPED_BY } from "#db/seed/load.ts";

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

/** An account to try the register with; the secret is null where somebody set up a second factor of their own. */
export interface DemoAccount {
  email: string;
  label: string;
  secret: string | null;
}

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

  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(9).toString("base64url"), { mode: 0o600 });
  const password = readFileSync(passwordFile, "utf8");
  for (const { label: _label, ministryId = null, committeeId = null, memberId = null, ...account } of ACCOUNTS) {
    if (await accountByEmail(account.email)) continue;
    const passwordHash = await hashPassword(password);
    await write(async (tx) => {
      const id = await addAccount(tx, SHIPPED_BY, { ...account, ministryId, committeeId, memberId }, passwordHash);
      await giveSecondFactor(tx, id, seal(newSecret(), id));
    });
  }
  const accounts = await demoAccounts();
  close();
  return { password, accounts };
}

/** The accounts of the demo with the secrets of their second factors, as they are now. */
async function demoAccounts(): Promise<DemoAccount[]> {
  const found = [];
  for (const { email, label } of ACCOUNTS) {
    const account = await accountByEmail(email);
    found.push({ email, label, secret: account && secretOf(account) });
  }
  return found;
}

const secretOf = ({ id, totpSecret }: Account): string | null => totpSecret && unseal(totpSecret, id);
