/** Before all tests: the demo is loaded once, in a process of its own, and each test works on a copy. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    demo: { path: string; password: string };
  }
}

export default function loadDemoOnce({ provide }: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), "register-demo-"));
  const path = join(directory, "register.db");
  const said = execFileSync(process.execPath, ["--import", "tsx", "tests/support/load-demo.ts", path]);
  provide("demo", { path, password: said.toString().trim() });
  return () => rmSync(directory, { recursive: true, force: true });
}
