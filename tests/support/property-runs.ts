/**
 * How often a property is tried, and from which seed. Each run of the suite draws the same registers;
 * `PROPERTY_SEED=7 PROPERTY_RUNS=10` draws others, ten times as many. What fails names its seed and path.
 */
export const runs = (numRuns: number) => ({
  seed: Number(process.env.PROPERTY_SEED ?? 20110304),
  numRuns: numRuns * Number(process.env.PROPERTY_RUNS ?? 1),
});
