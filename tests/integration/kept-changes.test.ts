/** What a reader is told of what changed, over registers that nobody would think of: against the rules, without a query. */
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RegisterEvent } from "#app/domain/events.ts";
import { type KeptList, NOTHING_KEPT } from "#app/domain/kept-list.ts";
import { type Standing, standingOf } from "#app/domain/standing.ts";
import { commitmentRow, periodRows } from "#db/projections.ts";
import { emptyPlace } from "../support/database.ts";
import { by, type Draft, due, made, published } from "../support/events.ts";
import { momentOf, type Register, recorded, registers } from "../support/generated-register.ts";
import { ownStore } from "../support/own-store.ts";
import { PATIENCE, storedRuns } from "../support/property-runs.ts";
import { casesOf } from "../support/rows-of-events.ts";

const place = emptyPlace();

/** A store with the lists that these registers name, and what the page of a list tells. */
async function withPage<T>(work: (store: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

async function open() {
  const store = await ownStore(place);
  const rows = new Database(store.path);
  for (const id of ["m1", "m2", "justice"])
    rows.prepare("INSERT INTO ministries (id, name) VALUES (?, ?)").run(id, `Ministerie ${id}`);
  rows.prepare("INSERT INTO offices (id, name, ministry_id) VALUES ('office', 'Minister', 'm1')").run();
  for (const id of ["d1", "d2", "dossier"])
    rows
      .prepare("INSERT INTO dossiers (id, slug, name, description, shows_help, is_invented) VALUES (?, ?, ?, '', 0, 1)")
      .run(id, id, id);
  rows.close();
  const { keptPage } = await import("#app/server/kept-page.ts");
  const { nowOn } = await import("#db/moment.ts");
  return {
    ...store,
    page: async (list: Partial<KeptList>, since: string, asOf: string) =>
      keptPage({ ...NOTHING_KEPT, ...list }, since, await nowOn(asOf)),
  };
}

type Stood = Map<string, Pick<Standing, "status" | "late" | "deadline" | "ministryId">>;

/** The register with every commitment published as soon as it is made, where it is not published anyhow. */
function withNumbers(register: Register): Register {
  const isPublished = (id: string) => register.some(({ subjectId, kind }) => subjectId === id && kind === "published");
  return recorded(
    register.flatMap((event) =>
      event.subject === "commitment" && event.kind === "registered" && !isPublished(event.subjectId)
        ? [
            event,
            {
              ...event,
              ...published(event.effectiveOn, `2011-${event.subjectId}`),
              id: `p-${event.id}`,
            } as RegisterEvent,
          ]
        : [event],
    ),
  );
}

/** How what is published stands on a day, by these events and nothing else. */
function stood(register: Register, asOf: string): Stood {
  const found: Stood = new Map();
  for (const { id, events, context } of casesOf(register)) {
    const period = periodRows(events, context).findLast(({ from }) => from <= asOf);
    if (commitmentRow(events)?.number && period) found.set(id, standingOf(period.state, asOf));
  }
  return found;
}

const FILTERS: Record<string, (standing: Stood extends Map<string, infer S> ? S : never) => boolean> = {
  "te-laat=ja": ({ late }) => late,
  "status=openstaand": ({ status }) => status === "open",
  "ministerie=m1": ({ ministryId }) => ministryId === "m1",
};

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const looks = ({
  status,
  late,
  deadline: { words, earliest, latest, event },
  ministryId,
}: Standing | (Stood extends Map<string, infer S> ? S : never)) => ({
  status,
  late,
  deadline: [words, earliest, latest, event],
  ministryId,
});

test(
  "what came, left and changed is what the rules say of both moments",
  async () => {
    const seen = { came: 0, left: 0, changed: 0, told: 0 };
    await fc.assert(
      fc.asyncProperty(registers, fc.nat(1000), (drawn, part) =>
        withPage(async (store) => {
          const register = withNumbers(drawn);
          // Something was recorded before the look, and something after it.
          const known = 1 + (part % (register.length - 1));
          const since = momentOf(known);
          await store.record(register.slice(0, known));
          await store.record(register.slice(known));
          const [first, later] = ["2020-01-01", "2020-01-02"];
          const before = stood(register.slice(0, known), first);
          const after = stood(register, later);
          const numbers = [...after.keys()].map((id) => `2011-${id}`);
          const page = await store.page({ commitments: numbers, filters: Object.keys(FILTERS) }, since, later);

          for (const { value, changes } of page.followed) {
            if (changes === null || changes === "too_much") throw new Error("It is small, and of another day.");
            const isIn = FILTERS[value] ?? (() => false);
            const ids = (of: Stood) => [...of].filter(([, standing]) => isIn(standing)).map(([id]) => id);
            const [then, now] = [ids(before), ids(after)];
            const both = now.filter((id) => then.includes(id));
            const expected = {
              came: now.filter((id) => !then.includes(id)),
              left: then.filter((id) => !now.includes(id)),
              changed: both.filter((id) =>
                differs(looks(before.get(id) as Standing), looks(after.get(id) as Standing)),
              ),
            };
            const told = {
              came: changes.came.map(({ id }) => id),
              left: changes.left.map((one) => one.before.id),
              changed: changes.changed.map(({ commitment }) => commitment.id),
            };
            for (const key of ["came", "left", "changed"] as const) {
              expect(told[key].sort(), `${value}: ${key}`).toEqual(expected[key].sort());
              seen[key] += told[key].length;
            }
          }

          const fresh = new Set(register.slice(known).map(({ subjectId }) => subjectId));
          for (const [id, standing] of after) {
            const one = page.changed.find(({ commitment }) => commitment.id === id);
            const earlier = before.get(id);
            const isOther = !earlier || differs(looks(earlier as Standing), looks(standing as Standing));
            expect((one?.words.length ?? 0) > 0, `${id}: ${one?.words}`).toBe(isOther);
            // Nothing that was recorded before the look is told again.
            if (!fresh.has(id)) expect(one?.told ?? []).toEqual([]);
            seen.told += one?.told.length ?? 0;
          }
        }),
      ),
      storedRuns(12),
    );
    expect(Math.min(...Object.values(seen)), `All of it occurred: ${JSON.stringify(seen)}`).toBeGreaterThan(0);
  },
  PATIENCE,
);

describe("One promise with a term:", () => {
  const PROMISE: Draft[] = [made("2019-12-01"), due("2019-12-01", by("2020-01-10")), published("2019-12-02")];
  const events = recorded(
    PROMISE.map((draft) => ({ subject: "commitment" as const, subjectId: "c1", ...draft })) as never,
  );
  const since = momentOf(events.length);
  const LATE = "te-laat=ja";

  test("it became late by itself, on the day after its term, and nothing was recorded", () =>
    withPage(async (store) => {
      await store.record(events);
      const list = { commitments: ["2011-0001"], filters: [LATE] };
      const onTime = await store.page(list, since, "2020-01-10");
      expect(onTime.changed).toEqual([]);
      const late = await store.page(list, since, "2020-01-11");
      expect(late.changed.map(({ words, told }) => ({ words, told }))).toEqual([
        { words: ["te laat geworden op 11 januari 2020"], told: [] },
      ]);
      expect(late.followed[0]?.changes).toMatchObject({ came: [{ number: "2011-0001" }], left: [], changed: [] });
    }));

  test("on the day of the look, with nothing recorded since, there is nothing to compare with", () =>
    withPage(async (store) => {
      await store.record(events);
      const page = await store.page({ commitments: ["2011-0001"], filters: [LATE] }, since, "2020-01-01");
      expect(page.commitments).toHaveLength(1);
      expect([page.changed, page.followed[0]?.changes]).toEqual([[], null]);
    }));
});
