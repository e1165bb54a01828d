/** The store: nothing is overwritten, one write at a time, and what is stored follows from the events. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { demoIn, emptyPlace } from "../support/database.ts";

const path = emptyPlace();
let client: typeof import("#db/client.ts");
let schema: typeof import("#db/schema.ts");
let differences: () => Promise<string[]>;

beforeAll(async () => {
  await demoIn(path);
  ({ client, differences } = await opened(path));
  schema = await import("#db/schema.ts");
});

/** Connections of their own to the database at this place. */
async function opened(place: string) {
  process.env.DATABASE_PATH = place;
  vi.resetModules();
  return { client: await import("#db/client.ts"), differences: (await import("#db/verify.ts")).differences };
}

/** Does something to the database without the program. */
function raw(place: string, ...statements: string[]): void {
  const connection = new Database(place);
  try {
    for (const statement of statements) connection.exec(statement);
  } finally {
    connection.close();
  }
}

let copies = 0;

/** A copy of the register, changed behind its back. */
function tampered(...statements: string[]): string {
  raw(path, "PRAGMA wal_checkpoint(TRUNCATE)");
  copies += 1;
  const copy = `${path}-${copies}`;
  copyFileSync(path, copy);
  raw(copy, ...statements);
  return copy;
}

async function differencesAt(place: string): Promise<string> {
  const copy = await opened(place);
  const found = await copy.differences();
  copy.client.close();
  return found.join("\n");
}

/** `npm run register -- verify`, without npm. */
function verify(databasePath: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "app/cli/register.ts", "verify"], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_PATH: databasePath },
  });
  return { status, said: stdout, complained: stderr };
}

describe("Events are written once:", () => {
  test.each([
    ["an event is not changed", "UPDATE events SET effective_on = '2011-02-28' WHERE seq = 5"],
    ["not even to what it was", "UPDATE events SET kind = kind"],
    ["an event is not deleted", "DELETE FROM events WHERE seq = 5"],
    ["not even the last one", "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)"],
  ])("%s", (_name, statement) => {
    expect(() => raw(tampered(), statement)).toThrow("append-only");
  });

  const OTHER_DAY =
    "SELECT seq, id, subject, subject_id, kind, '2011-01-01', recorded_at, recorded_by, payload, payload_salt, recorder_salt, payload_digest, recorder_digest, previous_hash, hash FROM events WHERE seq = 5";
  test.each([
    ["an event does not come twice", `INSERT INTO events ${OTHER_DAY}`],
    ["an event does not take the place of another", `INSERT OR REPLACE INTO events ${OTHER_DAY}`],
    [
      "nor on a conflict",
      `INSERT INTO events ${OTHER_DAY} ON CONFLICT (seq) DO UPDATE SET effective_on = '2011-01-01'`,
    ],
  ])("%s", (_name, statement) => {
    const copy = tampered();
    // SQLite fires no DELETE trigger for a row that REPLACE puts aside: a BEFORE INSERT trigger has to look for it.
    expect(() => raw(copy, statement), "INSERT OR REPLACE went around the triggers of events.").toThrow();
  });

  test("the connection that reads does not write", async () => {
    await expect(async () => await client.db.delete(schema.periods)).rejects.toThrow(
      /readonly|read-only|attempt to write/i,
    );
  });
});

describe("One write at a time:", () => {
  const add = (tx: import("#db/client.ts").Db, id: string) =>
    tx.insert(schema.groups).values({ id, name: `Fractie ${id}` });
  const groupIds = async () => (await client.db.select().from(schema.groups)).map(({ id }) => id);

  test("writes that come at once follow each other in the order in which they came", async () => {
    const steps: string[] = [];
    await Promise.all(
      ["a", "b", "c", "d"].map((name, i) =>
        client.write(async (tx) => {
          steps.push(`${name} begins`);
          await add(tx, `na-elkaar-${name}-1`);
          await pause(20 - 5 * i); // the first takes longest
          await add(tx, `na-elkaar-${name}-2`);
          steps.push(`${name} ends`);
        }),
      ),
    );
    expect(steps).toEqual(["a", "b", "c", "d"].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect((await groupIds()).filter((id) => id.startsWith("na-elkaar"))).toHaveLength(8);
  });

  test("nobody reads half a write", async () => {
    let seen: string[] = [];
    await client.write(async (tx) => {
      await add(tx, "half");
      seen = await groupIds();
    });
    expect([seen.includes("half"), (await groupIds()).includes("half")]).toEqual([false, true]);
  });

  test("a write that fails leaves nothing, and takes no other write with it", async () => {
    const before = await client.revision();
    const [first, second, third] = await Promise.allSettled([
      client.write((tx) => add(tx, "blijft-1")),
      client.write(async (tx) => {
        await add(tx, "verdwijnt");
        await pause(5);
        throw new Error("halverwege");
      }),
      client.write((tx) => add(tx, "blijft-2")),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const ids = await groupIds();
    expect(["blijft-1", "verdwijnt", "blijft-2"].map((id) => ids.includes(id))).toEqual([true, false, true]);
    expect(await client.revision()).toBe(before + 2);
  });

  test("every write raises the revision by one, but for those that no page shows", async () => {
    const before = await client.revision();
    await client.write((tx) => add(tx, "telt"));
    expect(await client.revision()).toBe(before + 1);
    await client.write((tx) => add(tx, "telt-niet"), { silent: true });
    expect(await client.revision()).toBe(before + 1);
  });
});

describe("What is stored follows from the events:", () => {
  test("the demo is what its events say", async () => {
    expect(await differences()).toEqual([]);
  });

  test("verify says so, with the length and the end of the chain", () => {
    const { status, said, complained } = verify(tampered());
    expect([status, complained]).toEqual([0, ""]);
    expect(said).toMatch(/^In orde: \d+ gebeurtenissen, keten eindigt op [0-9a-f]{64}\.\n$/);
  });

  const DAY_OF_B1 = "commitment_id = 'b1-voortgangsbrief-februari' AND late_from IS NOT NULL";
  const NO_TRIGGERS = "DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete;";
  const B1 = "subject_id = 'b1-voortgangsbrief-februari' AND kind";
  test.each<[string, string, RegExp]>([
    [
      "a lateness that was moved",
      `UPDATE periods SET late_from = '2012-01-01' WHERE ${DAY_OF_B1}`,
      /^periode b1-voortgangsbrief-februari .*lateFrom.*2012-01-01/m,
    ],
    [
      "a status that was polished",
      "UPDATE periods SET status = 'met' WHERE commitment_id = 'v2'",
      /^periode v2 .*status/m,
    ],
    [
      "a commitment that was reworded",
      "UPDATE commitments SET title = 'Iets anders' WHERE id = 'v2'",
      /^toezegging v2: title/m,
    ],
    ["a commitment that was taken out", "DELETE FROM commitments WHERE id = 'v2'", /^toezegging v2: ontbreekt/m],
    [
      "a commitment that was put in",
      "INSERT INTO addressees VALUES ('v2', 'group', 'fractie-a')",
      /^geadresseerde v2 group fractie-a: .*volgt uit geen gebeurtenis/m,
    ],
    [
      "a letter that was called reviewed",
      "UPDATE letters SET review_closed = 1 WHERE id = 'verzonnen-brief-2'",
      /^brief verzonnen-brief-2: reviewClosed/m,
    ],
    [
      "another text in an event",
      `${NO_TRIGGERS} UPDATE events SET payload = json_set(payload, '$.title', 'Anders') WHERE ${B1} = 'registered'`,
      /^Gebeurtenis \d+: payloadDigest klopt niet/m,
    ],
    [
      "another day in an event",
      `${NO_TRIGGERS} UPDATE events SET effective_on = '2011-01-01' WHERE ${B1} = 'registered'`,
      /^Gebeurtenis \d+: hash klopt niet/m,
    ],
    [
      "another moment of recording",
      `${NO_TRIGGERS} UPDATE events SET recorded_at = '2011-01-01T00:00:00.000Z' WHERE seq = 9`,
      /^Gebeurtenis 9: hash klopt niet/m,
    ],
    [
      "another recorder",
      `${NO_TRIGGERS} UPDATE events SET recorded_by = 'iemand' WHERE seq = 9`,
      /^Gebeurtenis 9: recorderDigest klopt niet/m,
    ],
    ["an event that was cut out", `${NO_TRIGGERS} DELETE FROM events WHERE seq = 9`, /^Gebeurtenis 9 ontbreekt/m],
    [
      "an end that was cut off",
      `${NO_TRIGGERS} DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)`,
      /^Het einde van de keten klopt niet/m,
    ],
  ])("%s is named", async (_name, statement, named) => {
    expect(await differencesAt(tampered(statement))).toMatch(named);
  });

  test("verify names what differs, counts it, and exits with 1", () => {
    const { status, said, complained } = verify(
      tampered("UPDATE periods SET status = 'met' WHERE commitment_id = 'v2' AND status = 'open'"),
    );
    expect([status, complained]).toEqual([1, ""]);
    expect(said).toMatch(/^periode v2 [\d-]+: status is "met", uit de gebeurtenissen volgt "open"\.\n/);
    expect(said).toMatch(/\n1 verschil gevonden\.\n$/);
  });
});

test("standings that an earlier version stored are made anew, and nothing else is", async () => {
  const copy = tampered(
    "UPDATE periods SET state = json_remove(state, '$.disagreed') WHERE commitment_id IN ('v1', 'v2')",
  );
  expect(await differencesAt(copy)).toContain("periode");
  const { client: older } = await opened(copy);
  const { renewOldStandings } = await import("#db/old-standings.ts");
  expect([await renewOldStandings(), await renewOldStandings()]).toEqual([2, 0]);
  older.close();
  expect(await differencesAt(copy)).toBe("");
});
