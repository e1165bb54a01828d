/** What holds of every register once it is stored: whatever the transactions, the order and the moment asked for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewEvent } from "#app/domain/events.ts";
import { emptyPlace } from "../support/database.ts";
import { BEFORE_RECESS } from "../support/drawn-values.ts";
import { at, by, corrected, type Draft, due, made, nextLetter, reported, restBy } from "../support/events.ts";
import { type Register, recorded, registers } from "../support/generated-register.ts";
import { ownStore, type Tables, withoutMoments } from "../support/own-store.ts";
import { PATIENCE, storedRuns } from "../support/property-runs.ts";
import { comparable, rowsOf } from "../support/rows-of-events.ts";
import { toldAgain } from "../support/told-again.ts";

const place = emptyPlace();

/** The day on which an event happened, and a recess. */
const CALENDAR: NewEvent[] = [
  {
    id: "a1-happened",
    subject: "calendar",
    subjectId: "a1",
    kind: "happened",
    effectiveOn: "2011-04-08",
    payload: { awaitedId: "a1", what: "Het gebeurde." },
  },
  {
    id: "r1-set",
    subject: "calendar",
    subjectId: "r1",
    kind: "recess_set",
    effectiveOn: "2011-04-29",
    payload: {
      chamber: "TK",
      name: "mei",
      start: "2011-04-29",
      end: "2011-05-09",
      basis: "ingevoerd",
      source: null,
      verified: true,
    },
  },
];

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

test(
  "however it is recorded, the tables are what follows from the events after each transaction",
  async () => {
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
      storedRuns(15),
    );
  },
  PATIENCE,
);

test(
  "what was known after each transaction is read back as it was after all the others",
  async () => {
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
      storedRuns(12),
    );
  },
  PATIENCE,
);

test(
  "the stored events, replayed one by one or at once into an empty database, give the same register",
  async () => {
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
      storedRuns(12),
    );
  },
  PATIENCE,
);

const ON_A_DATE = by("2011-04-15");
const WAITING: [string, Draft, Record<string, unknown>][] = [
  ["a deadline", due("2011-04-01", ON_A_DATE), { deadline: at("condition"), awaitedId: "a1" }],
  ["a deadline before a recess", due("2011-04-01", ON_A_DATE), { deadline: BEFORE_RECESS }],
  [
    "what becomes of the rest",
    reported("2011-04-01", "postpones", restBy(ON_A_DATE)),
    { rest: restBy(at("condition"), "a1") },
  ],
  [
    "what becomes of the rest before a recess",
    reported("2011-04-01", "postpones", restBy(ON_A_DATE)),
    { rest: restBy(BEFORE_RECESS) },
  ],
];

test.each(WAITING)(
  "%s that was corrected into one that waits gets its day with the event",
  async (_says, was, fields) => {
    await withStore(async (store) => {
      const wrong = { ...was, id: "wrong" };
      const told = [made("2011-04-01"), wrong, corrected(was.effectiveOn, "wrong", fields)];
      const promise = told.map(
        (draft, i): NewEvent => ({ id: `e${i}`, subject: "commitment", subjectId: "c1", ...draft }) as NewEvent,
      );
      const register = recorded([...promise, ...CALENDAR]);
      await store.record(register.slice(0, promise.length));
      const before = await store.tables();
      await store.record(register.slice(promise.length));
      const after = await store.tables();
      expect(comparable(after)).toEqual(rowsOf(register));
      expect(after.periods).not.toEqual(before.periods);
    });
  },
);

test("a letter that was moved to another dossier makes nothing late any more in the dossier that it left", async () => {
  const head = { sender: null, ministryId: "m1", paper: null, originalSha256: null, passages: [] };
  const promise = [made("2011-04-01"), due("2011-04-01", nextLetter())].map((draft, i) => ({
    id: `e${i}`,
    subject: "commitment",
    subjectId: "c1",
    ...draft,
  })) as NewEvent[];
  const on = { subject: "letter", subjectId: "l1", effectiveOn: "2011-04-08" } as const;
  const letter: NewEvent = {
    ...on,
    id: "letter",
    kind: "registered",
    payload: {
      ...head,
      title: "Een brief (verzonnen)",
      date: "2011-04-08",
      receivedOn: null,
      letterKind: "progress",
      chamber: "TK",
      dossierId: "dossier",
    },
  };
  const closed: NewEvent = { ...on, id: "closed", kind: "review_closed", payload: {} };
  const fields = { dossierId: "another dossier" };
  const moved: NewEvent = {
    ...on,
    id: "moved",
    kind: "corrected",
    payload: { eventId: "letter", fields, reason: "Verkeerd dossier." },
  };
  await withStore(async (store) => {
    const register = recorded([...promise, letter, closed, moved]);
    await store.record(register.slice(0, -1));
    const lateFrom = async () => (await store.tables()).periods.map((period) => period.lateFrom);
    expect(await lateFrom()).toEqual([null, "2011-04-09"]);
    await store.record(register.slice(-1));
    expect(await lateFrom()).toEqual([null]);
  });
});
