/** Ended in the middle of writing, by what no program can hear: what was told to be kept is there, and nothing is half. */
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { inventDossiers } from "../support/invented-dossiers.ts";
import { writingBeside } from "../support/writing-beside.ts";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const WRITES = Number(process.env.KILL_WRITES ?? 500);

test(`kill -9 in the middle of ${WRITES} writes, ${ROUNDS} times: no acknowledged write is lost, no event is half`, async () => {
  const path = emptyPlace();
  await inventDossiers(path);
  let before = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writer = writingBeside(path);
    // Now after a few writes, now after many.
    await writer.until(Math.max(1, Math.round((WRITES * (2 * round + 1)) / ROUNDS ** 2)));
    await writer.kill();
    expect(writer.differences(), `what verify said at the start of round ${round + 1}`).toEqual([]);

    const raw = new Database(path, { readonly: true });
    const chain = raw.prepare("SELECT seq, kind FROM events WHERE seq > ? ORDER BY seq").all(before) as {
      seq: number;
      kind: string;
    }[];
    raw.close();
    const last = chain.at(-1)?.seq ?? 0;
    expect(writer.count()).toBeGreaterThan(0);
    expect(last, "what was acknowledged").toBeGreaterThanOrEqual(writer.kept());
    // One more may have been kept without its writer having lived to tell.
    expect(last).toBeLessThanOrEqual(writer.kept() + 2);
    if (before > 0) {
      const fresh = chain.map(({ kind }) => kind);
      expect(fresh, "each write is there whole").toEqual(fresh.map((_, i) => (i % 2 ? "published" : "registered")));
    }
    before = last;
  }
  const after = writingBeside(path);
  await after.until(1);
  await after.kill();
  expect(after.differences()).toEqual([]);
}, 400_000);
