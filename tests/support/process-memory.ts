/** What a process and all that it started hold in memory, as Linux tells it. */
import { readdirSync, readFileSync } from "node:fs";

const MEGABYTE = 1024 * 1024;
const PAGE = 4096;

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended in the meantime
  }
}

function children(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      read(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

export const processesUnder = (pid: number): number[] => [pid, ...children(pid).flatMap(processesUnder)];

/** In megabytes: resident, the pages that two of them share counted for both. */
export const residentOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(read(`/proc/${pid}/statm`).split(" ")[1] ?? 0) * PAGE, 0) / MEGABYTE;

/** Looks all the time; `stop` answers the most that was held at one moment. */
export function watchMemory(pid: number): { peak(): number; stop(): number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentOf(processesUnder(pid)));
  }, 20);
  return {
    peak: () => most,
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
