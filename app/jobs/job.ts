/** Something that the program does by itself, time and again. */
export interface Job {
  /** As the log and the command line call it. */
  name: string;
  /** Seconds between the end of one run and the start of the next. */
  every: number;
  /** Does it once; ends early, between two pieces of work, when told to. Answers what it did, in a Dutch sentence. */
  run(stop: AbortSignal): Promise<string>;
}
