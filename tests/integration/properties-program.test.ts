/** What holds of every register that the program lets people make, whatever they try and in whatever order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { ownStore, type Tables, withoutMoments } from "../support/own-store.ts";
import { coverage, ownProgram, STEP_NAMES, type Step, steps } from "../support/program-steps.ts";
import { PATIENCE, runs, storedRuns } from "../support/property-runs.ts";
import { comparable, rowsOf } from "../support/rows-of-events.ts";
import { toldAgain } from "../support/told-again.ts";

const place = emptyPlace();
/** The names of the steps that the program let somebody take. */
const done = new Set<string>();
const keys = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });

/** Takes the steps one after another; keeps the tables after each, and what was recorded in all. */
async function taken(way: readonly Step[]) {
  const store = await ownStore(place);
  try {
    const program = await ownProgram();
    const kept: { says: string; at: string; events: number; tables: Tables }[] = [];
    for (const { name, says, take } of way) {
      const before = (await store.stored()).length;
      const isDone = await take(program, store);
      const events = (await store.stored()).length;
      if (isDone) done.add(name);
      else expect(events, `what was refused records nothing: ${says}`).toBe(before);
      kept.push({ says, at: await store.lastRecordedAt(), events, tables: await store.tables() });
    }
    for (const { says, at, tables } of kept) {
      expect(await store.tablesKnownAt(at), `as known after: ${says}`).toEqual(tables);
    }
    expect(await store.differences()).toEqual([]);
    return { kept, events: await store.stored(), tables: await store.tables() };
  } finally {
    store.close();
  }
}

test(
  "what the program allows follows from its events after each step, and can be replayed from them",
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, keys, async (way, keys) => {
        const { kept, events, tables } = await taken(way);
        for (const { says, events: n, tables } of kept) {
          expect(comparable(tables), `after: ${says}`).toEqual(rowsOf(events.slice(0, n)));
        }
        expect(rowsOf(toldAgain(events, keys)), "recorded in another order").toEqual(rowsOf(events));
        for (const parts of [events.map((event) => [event]), [events]]) {
          const store = await ownStore(place);
          try {
            for (const some of parts) await store.record(some);
            expect(withoutMoments(await store.tables())).toEqual(withoutMoments(tables));
            expect(await store.differences()).toEqual([]);
          } finally {
            store.close();
          }
        }
      }),
      storedRuns(20),
    );
    expect([...done].sort(), "each of these was done at least once").toEqual([...STEP_NAMES].sort());
  },
  PATIENCE,
);

test("a dossier is followed as was said last, in whatever order the days come", async () => {
  const store = await ownStore(place);
  const { setCoverage } = await ownProgram();
  const { contextOf } = await import("#db/events.ts");
  let dossiers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(coverage, { minLength: 2, maxLength: 4 }), async (said) => {
      dossiers += 1;
      for (const { from, until } of said) {
        await setCoverage("staff", `dossier ${dossiers}`, from, until);
        expect((await contextOf(`dossier ${dossiers}`)).coverage).toEqual({ from, until });
      }
    }),
    runs(100),
  );
  expect(await store.differences()).toEqual([]);
  store.close();
});
