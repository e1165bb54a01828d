/** Builds the program, unless what was built is newer than everything it is made of. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const MADE_OF = ["app", "db", "public", "remix.config.js", "package-lock.json", "tsconfig.json"];
const BUILT = "build/server/index.js";

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function build(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...MADE_OF.map(newest))) return;
  console.error("Bouwen …");
  const made = spawnSync("npx", ["remix", "vite:build", "--config", "remix.config.js", "--logLevel", "warn"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, VITEST: "" },
  });
  if (made.status !== 0) throw new Error("Het bouwen is mislukt; hierboven staat waarom.");
}
