/** Generated registers, kept in `.cache` by their size and by the newest migration: making one takes minutes. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RegisterSize } from "../support/invented-register.ts";

/** As large as the register of the targets, in the same measure. */
const sizeOf = (commitments: number): RegisterSize => ({
  commitments,
  events: Math.round((commitments * 10) / 3),
  letters: Math.round(commitments / 15),
});

function keptRegister(commitments: number): string {
  const size = sizeOf(commitments);
  const newest = readdirSync("db/migrations")
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .at(-1);
  const path = `.cache/register-${Object.values(size).join("-")}-${newest?.replace(/\.sql$/, "")}.sqlite`;
  if (existsSync(path)) return path;
  console.error(`Een register van ${commitments} toezeggingen maken (eenmalig) …`);
  mkdirSync(".cache", { recursive: true });
  const options = Object.entries(size).flatMap(([name, count]) => [`--${name}`, String(count)]);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tests/bench/generate.ts", ...options, "--out", path],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) throw new Error("Het register kon niet worden gemaakt; hierboven staat waarom.");
  return path;
}

/** A copy of its own, so that what the program writes while it is asked stays out of the one that is kept. */
export async function onRegister<T>(commitments: number, work: (databasePath: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "register-bench-"));
  const path = join(directory, "register.db");
  try {
    copyFileSync(keptRegister(commitments), path);
    return await work(path);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
