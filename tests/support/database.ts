/** A register of its own for a test: in a directory that is gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Where a database can be; nothing is there yet. */
export function emptyPlace(): string {
  const directory = mkdtempSync(join(tmpdir(), "register-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, "register.db");
}

/**
 * Migrates and loads the demo through the sources, over connections that are closed afterwards, and points
 * DATABASE_PATH there. Answers the password of its accounts.
 */
export async function demoIn(path: string): Promise<string> {
  process.env.DATABASE_PATH = path;
  process.env.LOG_LEVEL ??= "silent";
  const { migrate } = await import("#db/migrate.ts");
  migrate(path);
  const { loadDemo } = await import("#app/cli/demo-data.ts");
  return (await loadDemo(`${path}-wachtwoord`)).password;
}
