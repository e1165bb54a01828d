/** `npm run register -- verify`: rebuilds everything from the events and names each difference. */
import { databasePath } from "#db/database-path.ts";
import { migrate } from "#db/migrate.ts";

const COMMANDS: Record<string, () => Promise<number>> = { verify, migrate: async () => 0 };
const EXPLAINED = "Gebruik: npm run register -- verify    (DATABASE_PATH wijst de database aan)";

process.env.DATABASE_PATH ??= "data/demo.db";
const command = COMMANDS[process.argv[2] ?? ""];
if (!command) {
  console.error(EXPLAINED);
  process.exit(2);
}
migrate(databasePath());
process.exitCode = await command();

async function verify(): Promise<number> {
  const { differences, chainHead } = await import("#db/verify.ts");
  const found = await differences();
  for (const difference of found) console.log(difference);
  const { seq, hash } = await chainHead();
  console.log(
    found.length === 0
      ? `In orde: ${seq} gebeurtenissen, keten eindigt op ${hash || "niets"}.`
      : `${found.length} verschillen gevonden.`,
  );
  return found.length === 0 ? 0 : 1;
}
