/** The built program as a process of its own, as `npm start` runs it, over a database that is there already. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "#app/cli/build.ts";

export interface Started {
  address: string;
  pid: number;
  /** Milliseconds of processor time since it started, in steps of ten: whatever else the machine is doing. */
  cpu(): number;
  stop(): void;
}

export async function startProgram(databasePath: string): Promise<Started> {
  build();
  const server = spawn(process.execPath, ["app/server/start.mjs"], {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent", DATABASE_PATH: databasePath, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started = processOf(server);
  // It would outlive a bench that an error ended.
  process.once("exit", started.stop);
  return { address: await addressOf(server), ...started };
}

/** @throws where it was not started */
export function processOf(server: ChildProcess): Omit<Started, "address"> {
  const { pid } = server;
  if (pid === undefined) throw new Error("Het proces is niet gestart.");
  return { pid, cpu: () => cpuOf(pid), stop: () => void server.kill("SIGKILL") };
}

/** User and system time of the process and its threads: the eleventh and twelfth field after its name. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((found, refuse) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      const address = /http:\/\/localhost:\d+/.exec(String(chunk));
      if (address) found(address[0]);
    });
    server.once("exit", (code) => refuse(new Error(`De server stopte met ${code}.`)));
  });
