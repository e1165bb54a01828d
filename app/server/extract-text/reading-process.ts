/** The process beside the server (`beside.ts` starts it): reads one file after another and answers each. */
import { Worker } from "node:worker_threads";
import { type ListToRead, type ReadingProgress, readFile, readList, type ToRead } from "./read-file.ts";
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
process.on("message", async (file: ToRead | ListToRead) => {
  let told = Date.now();
  const tell = (progress: ReadingProgress): void => {
    if (Date.now() - told < TELL_EVERY) return;
    told = Date.now();
    say({ progress });
  };
  const reading = "list" in file ? await readList(file) : await readFile(file, tell);
  say({ reading, resident: process.memoryUsage.rss() });
});
say({ ready: true });
