/** What the reading process and the server know of each other. */
import type { FileReading, ListReading, ReadingProgress } from "./read-file.ts";

const MEGABYTE = 1024 * 1024;
/** V8's own part of it, in megabytes. */
export const HEAP_LIMIT = 160;
/** All that the process may hold, unpacked pictures and all. With the server it stays under 500 MB. */
export const RESIDENT_LIMIT = 260 * MEGABYTE;
/** A process that is larger than this after its work is replaced. */
export const RESIDENT_KEPT = 190 * MEGABYTE;
/** How the process ends when it grows beyond its limit. */
export const OUT_OF_MEMORY = "SIGUSR2";
/** No letter takes this long; what does is no letter. */
export const TIME_LIMIT = 60_000;

/** What the process tells the server. */
export type Said =
  | { ready: true }
  | { progress: ReadingProgress }
  | { reading: FileReading | ListReading; resident: number };
