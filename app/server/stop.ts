/** Told to stop, the program finishes what was begun; told once more, it ends at once. */
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "./log.ts";

/** Ctrl-C reaches a program twice, from the terminal and from the npm that started it: so soon it is the same one. */
const SAME_SIGNAL = 1000;

/** @param finish ends within the seconds that it is given */
export function stopOnSignal(seconds: number, finish: (within: number) => Promise<void>): void {
  let first: number | null = null;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (first !== null && performance.now() - first > SAME_SIGNAL) process.exit(1);
      if (first !== null) return;
      first = performance.now();
      log.info({ did: "stopping" });
      finish(seconds)
        .catch((error: unknown) => log.error({ did: "stopping", error }))
        .finally(() => process.exit(0));
    });
  }
}

/** Takes nobody in any more and waits for who is inside; after so many seconds they are cut off. */
export async function closeServer(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const isLate = await Promise.race([closed.then(() => false), pause(seconds * 1000, true, { ref: false })]);
  if (isLate) server.closeAllConnections();
}
