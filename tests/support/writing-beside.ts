/** Starts `steady-writer.ts` in a process of its own, and listens to what it tells. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";

export interface Writer {
  process: ChildProcess;
  /** What verify said before it began to write. */
  differences(): string[] | null;
  /** The place in the chain of the last event of which it was told that it was kept; 0 while there is none. */
  kept(): number;
  /** How many writes it was told of. */
  count(): number;
  /** Once so many are kept. @throws where it ends before that */
  until(count: number): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

export function writingBeside(databasePath: string): Writer {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/steady-writer.ts"], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", DATABASE_PATH: databasePath },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let found: string[] | null = null;
  let last = 0;
  let count = 0;
  let look = (): void => {};
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  createInterface(child.stdout).on("line", (line) => {
    const { differences, kept } = JSON.parse(line) as { differences?: string[]; kept?: number };
    if (differences) found = differences;
    if (kept) {
      last = kept;
      count += 1;
    }
    look();
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  afterAll(() => void child.kill("SIGKILL"));
  return {
    process: child,
    differences: () => found,
    kept: () => last,
    count: () => count,
    until: (wanted) =>
      new Promise((done, refuse) => {
        look = () => count >= wanted && done();
        look();
        void ended.then(() => refuse(new Error(`The writer ended after ${count} writes:\n${said}`)));
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
