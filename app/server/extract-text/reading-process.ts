/** The process beside the server (`beside.ts` starts it): reads one file after another and answers each. */
import { Worker } from "node:worker_threads";
import { readFile, type ToRead } from "./read-file.ts";
import { OUT_OF_MEMORY, RESIDENT_LIMIT, type Said } from "./reading-limits.ts";

/** Progress is written down and shown: twice a second is enough. */
const TELL_EVERY = 500;

new Worker(new URL("./memory-watch.mjs", import.meta.url), {
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  workerData: { limit: RESIDENT_LIMIT, signal: OUT_OF_MEMORY },
});
const say = (said: Said): void => void process.send?.(said);
process.on("disconnect", () => process.exit());
process.on("message", async (file: ToRead) => {
  let told = Date.now();
  const reading = await readFile(file, (progress) => {
    if (Date.now() - told < TELL_EVERY) return;
    told = Date.now();
    say({ progress });
  });
  say({ reading, resident: process.memoryUsage.rss() });
});
say({ ready: true });
