/** The program as it is served: a process of its own on a free port, over a database that is there already. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { afterAll } from "vitest";

/** Answers the address of the front page, without the slash. */
export const startServer = async (databasePath: string): Promise<string> =>
  (await startServerProcess(databasePath)).url;

/** Asked for once a file: a hook that is asked for within a test is never called, and the server would go on. */
const started: ChildProcess[] = [];
afterAll(() => {
  for (const server of started) server.kill("SIGKILL");
});

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** All that it wrote so far, on both streams. */
  said(): string;
}

/** The same, for a test that looks at the process as well, or stops it. */
export async function startServerProcess(
  databasePath: string,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const server = spawn(process.execPath, ["app/server/start.mjs"], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATABASE_PATH: databasePath,
      PORT: String(port),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(server);
  let said = "";
  await new Promise<void>((ready, refuse) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(`http://localhost:${port}`)) ready();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => refuse(new Error(`The server stopped with ${code}:\n${said}`)));
  });
  return { url: `http://localhost:${port}`, process: server, said: () => said };
}

export const freePort = (): Promise<number> =>
  new Promise((found, refuse) => {
    const probe = createServer();
    probe.once("error", refuse);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? found(address.port) : refuse(new Error("no port"))));
    });
  });
