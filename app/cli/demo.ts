/** `npm run demo`: the shipped dossier, an invented one around today, and accounts to sign in with, on port 3000. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { presentCode } from "#app/server/one-time-code.ts";
import { databasePath } from "#db/database-path.ts";
import { migrate } from "#db/migrate.ts";
import { build } from "./build.ts";
import type { DemoAccount } from "./demo-data.ts";

process.env.DATABASE_PATH ??= "data/demo.db";
process.env.LOG_LEVEL ??= "warn";
// An address of nobody, so that the pages that name one can be seen as they are.
process.env.CONTACT_EMAIL ??= "beheer@demo.example";
if (!process.env.SMTP_URL) process.env.MAIL_FOLDER ??= `${databasePath()}-post`;
if (process.argv.includes("--fresh")) {
  for (const end of ["", "-wal", "-shm", "-wachtwoord", "-post"])
    rmSync(databasePath() + end, { force: true, recursive: true });
}

const asksCodesOnly = process.argv.includes("--codes");
if (!asksCodesOnly) build();
migrate(databasePath());
const { loadDemo } = await import("./demo-data.ts");
const { password, accounts } = await loadDemo(`${databasePath()}-wachtwoord`);

console.log(`\nAccounts van deze demo, allemaal met wachtwoord ${password}\n`);
printCodes(accounts);
if (asksCodesOnly) process.exit(0);
console.log(`
De code komt na het wachtwoord. Elke code werkt één keer; elke halve minuut komt er een nieuwe. Codes van nu: druk op
Enter, of typ in een ander venster npm run demo -- --codes. Of zet een geheim in een app voor inlogcodes.
${process.env.REGISTER_KEY ? "" : "Deze geheimen staan leesbaar in de database. Met een sleutel (REGISTER_KEY, zie de README) is dat niet zo.\n"}
Wat u invoert blijft bewaard. Opnieuw beginnen: npm run demo -- --fresh
`);
if (process.stdin.isTTY) createInterface({ input: process.stdin }).on("line", () => printCodes(accounts));

/** Each account with the code that its app would show at this moment. */
function printCodes(some: DemoAccount[]): void {
  const now = new Date();
  console.log(`  ${"e-mailadres".padEnd(24)} ${"code nu".padEnd(8)} ${"geheim".padEnd(33)} voor wie`);
  for (const { email, label, secret } of some) {
    const code = secret ? presentCode(secret, now) : "";
    console.log(`  ${email.padEnd(24)} ${code.padEnd(8)} ${(secret ?? "zelf ingesteld").padEnd(33)} ${label}`);
  }
}

const server = spawn(process.execPath, ["app/server/start.mjs"], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
