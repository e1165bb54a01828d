/** `npm run demo`: the shipped dossier, an invented one around today, and accounts to sign in with, on port 3000. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { databasePath } from "#db/database-path.ts";
import { migrate } from "#db/migrate.ts";
import { build } from "./build.ts";

process.env.DATABASE_PATH ??= "data/demo.db";
process.env.LOG_LEVEL ??= "warn";
if (!process.env.SMTP_URL) process.env.MAIL_FOLDER ??= `${databasePath()}-post`;
if (process.argv.includes("--fresh")) {
  for (const end of ["", "-wal", "-shm", "-wachtwoord", "-post"])
    rmSync(databasePath() + end, { force: true, recursive: true });
}

build();
migrate(databasePath());
const { loadDemo } = await import("./demo-data.ts");
const { password, accounts } = await loadDemo(`${databasePath()}-wachtwoord`);

console.log(`\nAccounts van deze demo, allemaal met wachtwoord ${password}\n`);
for (const { email, label } of accounts) console.log(`  ${email.padEnd(30)} ${label}`);
console.log("\nWat u invoert blijft bewaard. Opnieuw beginnen: npm run demo -- --fresh\n");

const server = spawn(process.execPath, ["app/server/start.mjs"], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
