/** Runs jobs beside the pages: each in its own time, none twice at once, and none so that the program ends with it. */
import { log } from "#app/server/log.ts";
import type { Job } from "./job.ts";

export interface RunningJobs {
  /** Begins nothing more, and waits for what was begun. */
  stop(): Promise<void>;
  /** Of each job: since when the run takes that is under way, and whether the last one failed. */
  states(): { name: string; runningSince: number | null; failed: boolean }[];
}

export function startJobs(jobs: readonly Job[]): RunningJobs {
  const ended = new AbortController();
  const all = jobs.map((job) => keepRunning(job, ended.signal));
  return {
    async stop() {
      ended.abort();
      await Promise.all(all.map(({ settled }) => settled()));
    },
    states: () => all.map(({ state }) => ({ ...state })),
  };
}

function keepRunning(job: Job, ended: AbortSignal) {
  const state = { name: job.name, runningSince: null as number | null, failed: false };
  let timer: NodeJS.Timeout | undefined;
  let run: Promise<void> = Promise.resolve();

  async function once(): Promise<void> {
    state.runningSince = Date.now();
    try {
      await job.run(ended);
      state.failed = false;
    } catch (error) {
      state.failed = true;
      log.error({ did: `job ${job.name}`, error });
    }
    state.runningSince = null;
    wait();
  }
  function wait(): void {
    if (ended.aborted) return;
    timer = setTimeout(() => {
      run = once();
    }, job.every * 1000).unref();
  }
  ended.addEventListener("abort", () => clearTimeout(timer), { once: true });
  run = once();
  return { state, settled: () => run };
}
