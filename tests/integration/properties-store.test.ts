/** What holds of every register once it is stored: whatever the transactions, the order and the moment asked for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { type Register, registers } from "../support/generated-register.ts";
import { ownStore, type Tables } from "../support/own-store.ts";
import { runs } from "../support/property-runs.ts";
import { comparable, rowsOf } from "../support/rows-of-events.ts";
import { toldAgain } from "../support/told-again.ts";

const place = emptyPlace();

/** Numbers for the order of recording and for where transactions end. */
const keys = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });

/** The register in transactions of one to five events. */
function transactions(register: Register, sizes: readonly number[]): Register[] {
  const [size = 0, ...more] = sizes;
  const first = register.slice(0, 1 + (size % 5));
  return first.length === 0 ? [] : [first, ...transactions(register.slice(first.length), more)];
}

async function withStore<T>(work: (store: Awaited<ReturnType<typeof ownStore>>) => Promise<T>): Promise<T> {
  const store = await ownStore(place);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

test("however it is recorded, the tables are what follows from the events after each transaction", async () => {
  await fc.assert(
    fc.asyncProperty(registers, keys, (register, keys) =>
      withStore(async (store) => {
        const again = toldAgain(register, keys);
        const soFar: Register = [];
        for (const some of transactions(again, keys)) {
          await store.record(some);
          soFar.push(...some);
          expect(comparable(await store.tables()), `after ${soFar.length} events`).toEqual(rowsOf(soFar));
        }
        expect(comparable(await store.tables())).toEqual(rowsOf(register));
        expect(await store.differences()).toEqual([]);
      }),
    ),
    runs(60),
  );
});

test("what was known after each transaction is read back as it was after all the others", async () => {
  await fc.assert(
    fc.asyncProperty(registers, keys, (register, keys) =>
      withStore(async (store) => {
        const kept: { at: string; tables: Tables }[] = [];
        for (const some of transactions(toldAgain(register, keys), keys)) {
          await store.record(some);
          kept.push({ at: await store.lastRecordedAt(), tables: await store.tables() });
        }
        for (const { at, tables } of kept) expect(await store.tablesKnownAt(at), `known at ${at}`).toEqual(tables);
      }),
    ),
    runs(40),
  );
});

test("the stored events, replayed one by one or at once into an empty database, give the same register", async () => {
  await fc.assert(
    fc.asyncProperty(registers, keys, async (register, keys) => {
      const { events, tables } = await withStore(async (store) => {
        for (const some of transactions(register, keys)) await store.record(some);
        return { events: await store.stored(), tables: await store.tables() };
      });
      await withStore(async (store) => {
        for (const event of events) await store.record([event]);
        expect(withoutMoments(await store.tables())).toEqual(withoutMoments(tables));
        expect(await store.differences()).toEqual([]);
      });
      await withStore(async (store) => {
        await store.record(events);
        expect(withoutMoments(await store.tables())).toEqual(withoutMoments(tables));
        expect(await store.differences()).toEqual([]);
      });
    }),
    runs(40),
  );
});

const withoutMoments = (tables: Tables) => ({
  ...tables,
  commitments: tables.commitments.map(({ changedAt: _at, ...row }) => row),
});
