/** The store of the program on databases of their own: as many as a test wants, each empty at first. */
import { copyFileSync } from "node:fs";
import { vi } from "vitest";
import type { RegisterEvent } from "#app/domain/events.ts";
import { migrate } from "#db/migrate.ts";

/** Tables that follow from the events. */
const FOLLOWING = {
  commitments: "commitments",
  addressees: "addressees",
  periods: "periods",
  items: "items",
  itemLinks: "item_links",
  debates: "debates",
  letters: "letters",
  recesses: "recesses",
} as const;

/** What the tables hold, each row as it is stored. */
export type Tables = Record<keyof typeof FOLLOWING, Record<string, unknown>[]>;

/** Without what depends on how many events were recorded at once. */
export const withoutMoments = (tables: Tables): Tables => ({
  ...tables,
  commitments: tables.commitments.map(({ changedAt: _at, ...row }) => row),
});

let opened = 0;

/** The modules of `db/`, on an empty database beside this place. */
export async function ownStore(place: string) {
  const empty = `${place}-empty`;
  if (opened === 0) migrate(empty);
  opened += 1;
  const path = `${place}-${opened}`;
  copyFileSync(empty, path);
  process.env.DATABASE_PATH = path;
  vi.resetModules();
  const client = await import("#db/client.ts");
  const events = await import("#db/events.ts");
  const schema = await import("#db/schema.ts");
  const { differences } = await import("#db/verify.ts");
  const { asKnown, lastRecordedAt } = await import("#db/known.ts");

  const tables = async (from = client.db): Promise<Tables> => {
    const found: [string, object[]][] = [];
    for (const name of Object.keys(FOLLOWING) as (keyof Tables)[]) {
      const key = (row: object) => JSON.stringify(Object.values(row).slice(0, 3));
      found.push([name, (await from.select().from(schema[name])).sort((a, b) => (key(a) < key(b) ? -1 : 1))]);
    }
    return Object.fromEntries(found) as Tables;
  };
  return {
    path,
    /** Records events in one transaction, as they are, at the moment of the first. */
    record: (some: readonly RegisterEvent[]) =>
      client.write(async (tx) => {
        const bare = some.map(({ seq: _seq, recordedAt: _at, recordedBy: _by, ...event }) => event);
        await events.record(tx, some[0]?.recordedBy ?? "", bare, some[0]?.recordedAt);
      }),
    write: client.write,
    tables,
    /** What was in the tables, by what was recorded up to a moment. */
    tablesKnownAt: async (moment: string) => tables(await asKnown(moment)),
    lastRecordedAt,
    differences,
    stored: (): Promise<RegisterEvent[]> =>
      client.db
        .select()
        .from(schema.events)
        .orderBy(schema.events.seq)
        .then((rows) => rows.map(events.asEvent)),
    close: client.close,
  };
}
