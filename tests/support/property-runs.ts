/**
 * How often a property is tried, and from which seed. Each run of the suite draws the same registers;
 * `PROPERTY_SEED=7 PROPERTY_RUNS=10` draws others, ten times as many. What fails names its seed and path.
 */
export const runs = (numRuns: number) => ({
  seed: Number(process.env.PROPERTY_SEED ?? 20110304),
  numRuns: Math.ceil(numRuns * Number(process.env.PROPERTY_RUNS ?? 1)),
});

/** For what stores each register: looking for the smallest that fails takes minutes, and is done when asked for. */
export const storedRuns = (numRuns: number) => ({
  ...runs(numRuns),
  endOnFailure: process.env.PROPERTY_SHRINK === undefined,
});

/** Milliseconds that a property may take on a machine that is busy with other work. */
export const PATIENCE = 300_000;
