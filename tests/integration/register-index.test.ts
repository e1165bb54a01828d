/**
 * The register in memory: it holds what a reading of the tables by hand finds, whatever the filter, the day and the
 * order, and is never behind the last write.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import { PICK_NAMES } from "#app/domain/facets.ts";
import { choices, type Filter, filterFrom, filterToParams, wholeOf } from "#app/domain/filter.ts";
import type { StandingPeriod } from "#app/domain/standing.ts";
import type { Db } from "#db/client.ts";
import type { Moment } from "#db/moment.ts";
import { demoIn, emptyPlace } from "../support/database.ts";
import { EVERY_DAY } from "../support/drawn-values.ts";
import { filters } from "../support/filters.ts";
import { type Register, registers } from "../support/generated-register.ts";
import { LISTS, manyRegisters } from "../support/many-registers.ts";
import { ownStore } from "../support/own-store.ts";
import { PATIENCE, runs, storedRuns } from "../support/property-runs.ts";
import { writingBeside } from "../support/writing-beside.ts";

const place = emptyPlace();
const ALL = filterFrom(new URLSearchParams());

/** The doors of a store that was just opened: of the same modules that its writes go through. */
async function storeWithLists() {
  const store = await ownStore(place);
  const { db, openReader } = await import("#db/client.ts");
  const schema = await import("#db/schema.ts");
  await store.write(async (tx) => {
    const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: `Naam ${id}` }));
    await tx.insert(schema.ministries).values(named(LISTS.ministry));
    await tx
      .insert(schema.offices)
      .values(named(["office", ...LISTS.office]).map((row) => ({ ...row, ministryId: "m1" })));
    await tx
      .insert(schema.committees)
      .values(named(LISTS.committee).map((row) => ({ ...row, chamber: "TK" as const })));
    await tx.insert(schema.groups).values(named(LISTS.group));
    await tx.insert(schema.members).values([
      { id: "p1", name: "Naam p1", groupId: "g1", chamber: "TK" },
      { id: "p2", name: "Naam p2", groupId: "g2", chamber: "EK" },
    ]);
    const more = { description: "", showsHelp: false, isInvented: true };
    await tx
      .insert(schema.dossiers)
      .values(named(LISTS.dossier).map((row) => ({ ...row, ...more, slug: `bij-${row.id}` })));
    await tx
      .insert(schema.topics)
      .values(named(LISTS.topic).map((row) => ({ ...row, slug: `bij-${row.id}`, dossierId: "d1", description: "" })));
  });
  return { ...store, db, openReader, doors: await import("#db/public.ts") };
}

type Store = Awaited<ReturnType<typeof storeWithLists>>;
const onDay = (from: Db, asOf: IsoDay): Moment => ({ asOf, knownAt: null, from });

/** Everything that the columns say of a day, whatever their order. */
async function toldOf({ doors }: Store, moment: Moment) {
  const rows = await doors.standingsOn(ALL, moment);
  return {
    rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    facets: await doors.facetsOf(ALL, moment),
    options: await doors.filterOptions(moment),
    order: (await doors.registerList({ ...ALL, sort: "wijziging" }, moment)).rows.map(({ id }) => id),
  };
}

test(
  "after each write, what is kept in memory is what a reading of all of it gives",
  async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (register) => {
        const store = await storeWithLists();
        try {
          for (let at = 0; at < register.length; at += 3) {
            await store.record(register.slice(at, at + 3));
            // Another connection that reads at a moment of its own has nothing kept yet.
            const anew = store.openReader();
            for (const asOf of ["2011-04-08", "2011-05-10"]) {
              const kept = await toldOf(store, onDay(store.db, asOf));
              expect(kept, `after ${at + 3} events`).toEqual(await toldOf(store, { asOf, knownAt: "now", from: anew }));
            }
          }
        } finally {
          store.close();
        }
      }),
      storedRuns(5),
    );
  },
  PATIENCE,
);

test("what another process writes shows at once", { timeout: 60_000 }, async () => {
  const path = `${place}-beside`;
  await demoIn(path);
  const store = await ownStore(place);
  store.close();
  process.env.DATABASE_PATH = path;
  const { vi } = await import("vitest");
  vi.resetModules();
  const { db, close } = await import("#db/client.ts");
  const { countInRegister, registerList } = await import("#db/public.ts");
  const moment = onDay(db, "2031-01-01");
  const before = await countInRegister(ALL, moment);
  const writer = writingBeside(path);
  for (const wanted of [1, 5, 12, 20]) {
    await writer.until(wanted);
    const kept = writer.count();
    expect(await countInRegister(ALL, moment)).toBeGreaterThanOrEqual(before + kept);
    expect((await registerList({ ...ALL, sort: "wijziging" }, moment)).rows[0]?.title).toContain(
      "Wat onder druk is beloofd",
    );
  }
  await writer.kill();
  close();
});

describe("Of a register with many commitments,", () => {
  let store: Store;
  let rows: Row[];
  beforeAll(async () => {
    store = await storeWithLists();
    const register: Register = manyRegisters(60, 4);
    await store.record(register);
    rows = rowsFrom(await store.tables());
    expect(rows.length).toBeGreaterThan(100);
  }, 60_000);

  const values = {
    dossier: ["bij-d1", "bij-d2", "bij-niets"],
    onderwerp: ["bij-t1", "bij-t2"],
    ministerie: LISTS.ministry,
    ambt: LISTS.office,
    commissie: LISTS.committee,
    lid: LISTS.member,
    fractie: LISTS.group,
  };
  const asked = fc.tuple(filters(values), fc.constantFrom(...EVERY_DAY));

  test("every list holds what is found by hand, in its order, and every count equals the list behind it", async () => {
    let sawSome = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ([filter, asOf]) => {
        const moment = onDay(store.db, asOf);
        const byHand = (one: Filter) => rows.filter((row) => finds(one, asOf, row));
        const { list, facets } = await store.doors.registerView(filter, moment);
        const found = await everythingOf(store, filter, moment);
        expect(found).toEqual(inOrder(byHand(filter), filter.sort, asOf));
        expect(list.total).toBe(found.length);
        expect(await store.doors.countInRegister(filter, moment)).toBe(found.length);
        if (found.length > 0) sawSome += 1;
        for (const [one, count] of chosenOtherwise(filter, facets)) {
          expect(count, String(filterToParams(one))).toBe(byHand(one).length);
          expect((await store.doors.registerList(one, moment)).total).toBe(count);
          // With what was counted for the filter before, which is one choice away.
          expect((await store.doors.registerView(one, moment)).list.total).toBe(count);
        }
        const { facets: few } = await store.doors.registerView(filter, moment, 2);
        expect(few.pickable).toEqual(facets.pickable);
        for (const of of PICK_NAMES) {
          const [chosen, offered] = [filter[of], facets.picks[of].filter(({ count }) => count > 0)];
          const largest = offered.map(({ count }) => count).sort((a, b) => b - a);
          const others = few.picks[of].filter(({ value }) => value !== chosen).map(({ count }) => count);
          expect(facets.pickable[of]).toBe(offered.length);
          // Each in the whole list's order, none smaller than what was left out, and what is chosen besides.
          expect(facets.picks[of]).toEqual(expect.arrayContaining(few.picks[of]));
          expect(others.every((count) => count >= (largest[1] ?? 1))).toBe(true);
          expect(few.picks[of].length).toBeLessThanOrEqual(2 + (chosen === null ? 0 : 1));
          expect(few.picks[of].length).toBeGreaterThanOrEqual(Math.min(2, offered.length));
        }
        for (const { name, without } of choices(filter, {}, asOf))
          if (name !== "statuses" || filter.statuses.length === 1)
            expect(facets.without[name], name).toBe(byHand(without).length);
      }),
      runs(60),
    );
    expect(sawSome).toBeGreaterThan(15);
  });

  test("what was counted for one filter is not taken for another that finds something else", async () => {
    const moment = onDay(store.db, "2031-01-01");
    const totalOf = async (query: string) =>
      (await store.doors.registerView(filterFrom(new URLSearchParams(query)), moment)).list.total;
    const all = await totalOf("");
    for (const query of ["dossier=bij-niets", "onderwerp=bij-niets", "dossier=bij-d1", "kamer=EK", "status=vervallen"])
      expect([await totalOf(query), await totalOf("")], query).toEqual([expect.not.toBeOneOf([all]), all]);
    expect(await totalOf("sorteer=termijn")).toBe(all);
  });

  test("pages in either direction hold every commitment once, in one order", async () => {
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ([drawn, asOf]) => {
        const filter = wholeOf({ ...drawn, late: null, dueWithin: null });
        const moment = onDay(store.db, asOf);
        const whole = await everythingOf(store, filter, moment);
        const there: string[] = [];
        const back: string[] = [];
        let at: Filter | null = filter;
        let last = filter;
        while (at) {
          // As it goes on in a browser: by the address.
          const page = await store.doors.registerList(filterFrom(filterToParams(at)), moment);
          expect(page.skipped).toBe(there.length);
          there.push(...page.rows.map(({ id }) => id));
          last = at;
          at = page.next;
        }
        for (at = last; at; ) {
          const page = await store.doors.registerList(filterFrom(filterToParams(at)), moment);
          back.unshift(...page.rows.map(({ id }) => id));
          at = page.previous;
        }
        expect(there).toEqual(whole);
        expect(back).toEqual(whole);
        longest = Math.max(longest, whole.length);
      }),
      runs(25),
    );
    expect(longest).toBeGreaterThan(50);
  });

  test("numbered pages of earlier and places that are gone still open something", async () => {
    const moment = onDay(store.db, "2031-01-01");
    const whole = await everythingOf(store, ALL, moment);
    const list = async (query: string) => store.doors.registerList(filterFrom(new URLSearchParams(query)), moment);
    const ids = async (query: string) => (await list(query)).rows.map(({ id }) => id);
    expect(await ids("pagina=2")).toEqual(whole.slice(25, 50));
    const lastPage = whole.slice(Math.floor((whole.length - 1) / 25) * 25);
    expect(await ids("pagina=99999")).toEqual(lastPage);
    expect(await ids("na=999999999_0_2099-0001")).toEqual(lastPage);
    expect(await ids("voor=-1_0_1900-0001")).toEqual(whole.slice(0, 25));
    expect(await ids("na=zomaar-iets")).toEqual(whole.slice(0, 25));
    // The commitment of the address may be gone: the list goes on where it stood.
    const next = (await list("")).next;
    const after = next?.after;
    const gone = `${after?.first}_${after?.second}_${after?.number}x`;
    expect(await ids(`na=${gone}`)).toEqual(whole.slice(25, 50));
  });
});

// --- The same by hand ------------------------------------------------------------------------------------------------

interface Row {
  id: string;
  number: string;
  madeOn: IsoDay;
  changedAt: string;
  dossier: string;
  topic: string | null;
  office: string;
  committee: string | null;
  chamber: string;
  members: string[];
  groups: string[];
  periods: StandingPeriod[];
}

const GROUP_OF: Record<string, string> = { p1: "g1", p2: "g2" };

function rowsFrom(tables: Awaited<ReturnType<Store["tables"]>>): Row[] {
  return tables.commitments
    .filter(({ number }) => number !== null)
    .map((row) => {
      const to = tables.addressees.filter(({ commitmentId }) => commitmentId === row.id);
      const of = (kind: string) => to.flatMap((one) => (one.kind === kind ? [String(one.addresseeId)] : []));
      const periods = tables.periods.filter(({ commitmentId }) => commitmentId === row.id);
      return {
        id: String(row.id),
        number: String(row.number),
        madeOn: String(row.madeOn),
        changedAt: String(row.changedAt),
        dossier: `bij-${row.dossierId}`,
        topic: row.topicId === null ? null : `bij-${row.topicId}`,
        office: String(row.officeId),
        committee: row.committeeId as string | null,
        chamber: String(row.chamber),
        members: of("member"),
        groups: [...of("group"), ...of("member").map((id) => GROUP_OF[id] ?? "")],
        periods: periods.map(({ state }) => state as StandingPeriod).sort((a, b) => (a.from < b.from ? -1 : 1)),
      };
    });
}

const stateOn = ({ periods }: Row, asOf: IsoDay): StandingPeriod | undefined =>
  periods.find(({ from, until }) => from <= asOf && (until === null || asOf < until));

const isLate = ({ lateFrom }: StandingPeriod, asOf: IsoDay): boolean => lateFrom !== null && lateFrom <= asOf;
const dueOf = ({ dueOn, deadline, expectedOn }: StandingPeriod): IsoDay | null =>
  dueOn ?? deadline.latest ?? expectedOn;

function finds(filter: Filter, asOf: IsoDay, row: Row): boolean {
  const state = stateOn(row, asOf);
  if (!state) return false;
  const due = dueOf(state);
  const comes = state.countsAsOpen && !state.frozenOn && due !== null && due >= asOf;
  return (
    (filter.statuses.length === 0 || filter.statuses.includes(state.status)) &&
    (filter.late === null || filter.late === isLate(state, asOf)) &&
    (!filter.withoutTerm || (state.withoutTerm && state.countsAsOpen)) &&
    (!filter.disagreed || state.disagreed) &&
    (filter.dueWithin === null || (comes && due <= addDays(asOf, filter.dueWithin))) &&
    (!filter.dossier || filter.dossier === row.dossier) &&
    (!filter.topic || filter.topic === row.topic) &&
    (!filter.ministry || filter.ministry === state.ministryId) &&
    (!filter.office || filter.office === row.office) &&
    (!filter.committee || filter.committee === row.committee) &&
    (!filter.chamber || filter.chamber === row.chamber) &&
    (!filter.member || row.members.includes(filter.member)) &&
    (!filter.group || row.groups.includes(filter.group)) &&
    (!filter.from || row.madeOn >= filter.from) &&
    (!filter.until || row.madeOn <= filter.until)
  );
}

/** By what the words of each order say. */
function inOrder(found: Row[], sort: Filter["sort"], asOf: IsoDay): string[] {
  const key = (row: Row): (string | number)[] => {
    const state = stateOn(row, asOf) as StandingPeriod;
    const newest = -Number(row.madeOn.replaceAll("-", ""));
    if (sort === "toezegging") return [newest, row.number];
    if (sort === "wijziging") return [-Date.parse(row.changedAt), newest, row.number];
    if (sort === "termijn") return [dueOf(state) ?? "nooit", newest, row.number];
    if (isLate(state, asOf)) return [0, state.dueOn ?? "nooit", newest, row.number];
    return [1, state.countsAsOpen ? 0 : 1, newest, row.number];
  };
  const before = (a: (string | number)[], b: (string | number)[]): number => {
    const at = a.findIndex((part, i) => part !== b[i]);
    return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
  };
  return found
    .map((row) => ({ id: row.id, by: key(row) }))
    .sort((a, b) => before(a.by, b.by))
    .map(({ id }) => id);
}

async function everythingOf({ doors }: Store, filter: Filter, moment: Moment): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of doors.listedInTurn(filter, moment)) ids.push(...some.map(({ id }) => id));
  return ids;
}

/** For each count of a facet, the filter with that value in the place of its own choice. */
function chosenOtherwise(filter: Filter, facets: Awaited<ReturnType<Store["doors"]["facetsOf"]>>): [Filter, number][] {
  const with_ = (over: Partial<Filter>): Filter => ({ ...filter, ...over });
  return [
    ...facets.statuses.map(({ value, count }): [Filter, number] => [with_({ statuses: [value] }), count]),
    [with_({ late: true }), facets.late.yes],
    [with_({ late: false }), facets.late.no],
    [with_({ withoutTerm: true }), facets.withoutTerm],
    [with_({ disagreed: true }), facets.disagreed],
    ...facets.dueWithin.map(({ days, count }): [Filter, number] => [with_({ dueWithin: days }), count]),
    ...facets.chambers.map(({ value, count }): [Filter, number] => [with_({ chamber: value }), count]),
    ...Object.entries(facets.picks).flatMap(([of, found]) =>
      found.map(({ value, count }): [Filter, number] => [with_({ [of]: value }), count]),
    ),
  ];
}
