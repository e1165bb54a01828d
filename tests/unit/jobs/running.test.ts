/** What the program does by itself, time and again. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Job } from "#app/jobs/job.ts";

process.env.LOG_LEVEL = "silent";
const { startJobs } = await import("#app/jobs/running.ts");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A job whose runs end when the test says so. */
function heldJob(every: number) {
  const ends: { well: () => void; badly: () => void }[] = [];
  let stop: AbortSignal | undefined;
  const job: Job = {
    name: "proef",
    every,
    run: (signal) => {
      stop = signal;
      return new Promise((resolve, reject) =>
        ends.push({ well: () => resolve("Klaar."), badly: () => reject(new Error("Dit ging mis.")) }),
      );
    },
  };
  return { job, ends, stop: () => stop };
}

describe("A job", () => {
  test("begins at once, and again so many seconds after it ended", async () => {
    const { job, ends } = heldJob(5);
    startJobs([job]);
    expect(ends).toHaveLength(1);
    ends[0]?.well();
    await vi.advanceTimersByTimeAsync(4999);
    expect(ends).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toHaveLength(2);
  });

  test("that takes long is not begun a second time beside itself", async () => {
    const { job, ends } = heldJob(5);
    const jobs = startJobs([job]);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ends).toHaveLength(1);
    expect(jobs.states()).toEqual([{ name: "proef", runningSince: Date.now() - 3_600_000, failed: false }]);
  });

  test("that fails is tried again, and tells that it failed until it goes well", async () => {
    const { job, ends } = heldJob(5);
    const jobs = startJobs([job]);
    ends[0]?.badly();
    await vi.advanceTimersByTimeAsync(0);
    expect(jobs.states()).toEqual([{ name: "proef", runningSince: null, failed: true }]);
    await vi.advanceTimersByTimeAsync(5000);
    ends[1]?.well();
    await vi.advanceTimersByTimeAsync(0);
    expect(jobs.states()).toEqual([{ name: "proef", runningSince: null, failed: false }]);
  });

  test("holds up no other", async () => {
    const slow = heldJob(5);
    const quick = heldJob(5);
    startJobs([slow.job, quick.job]);
    for (let i = 0; i < 3; i++) {
      quick.ends[i]?.well();
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect([slow.ends.length, quick.ends.length]).toEqual([1, 4]);
  });
});

describe("When the program stops, a job", () => {
  test("that is under way is told and waited for", async () => {
    const { job, ends, stop } = heldJob(5);
    const jobs = startJobs([job]);
    let isStopped = false;
    const stopping = jobs.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([stop()?.aborted, isStopped]).toEqual([true, false]);
    ends[0]?.well();
    await stopping;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ends, "It begins nothing more.").toHaveLength(1);
  });

  test("that waits for its time does not begin", async () => {
    const { job, ends } = heldJob(5);
    const jobs = startJobs([job]);
    ends[0]?.well();
    await vi.advanceTimersByTimeAsync(1000);
    await jobs.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ends).toHaveLength(1);
  });
});
