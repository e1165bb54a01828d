/** A register of its own for a test: in a directory that is gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";

/** Where a database can be; nothing is there yet. */
export function emptyPlace(): string {
  const directory = mkdtempSync(join(tmpdir(), "register-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, "register.db");
}

/** A copy of the demo, to which DATABASE_PATH then points. Answers the password of its accounts. */
export async function demoIn(path: string): Promise<string> {
  process.env.DATABASE_PATH = path;
  process.env.LOG_LEVEL ??= "silent";
  const demo = inject("demo");
  await copyFile(demo.path, path);
  return demo.password;
}
