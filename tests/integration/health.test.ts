/** `/gezond`: well or not, and which part; to anybody, and nothing else. */
import Database from "better-sqlite3";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type App, HERE, startApp } from "../support/app.ts";
import { onReadOnlyDisk } from "../support/opened-connections.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => {
  delete process.env.DISK_FREE_MB;
});

const asked = (Accept: string) => app.send(new Request(`${HERE}/gezond`, { headers: { Accept } }));
const parts = async () => {
  const { status, text } = await asked("application/json");
  return { status, ...(JSON.parse(text) as { gezond: boolean; delen: Record<string, string> }) };
};
const WELL = { database: "goed", keten: "goed", schijf: "goed", taken: "goed" };

test("where all is well it says so, in plain words and as JSON, without a session and without being kept", async () => {
  const plain = await asked("*/*");
  expect([plain.status, plain.text]).toEqual([200, "gezond\n"]);
  expect(plain.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(plain.headers.get("Cache-Control")).toBe("no-store");
  expect(plain.headers.getSetCookie()).toEqual([]);
  expect(await parts()).toEqual({ status: 200, gezond: true, delen: WELL });
  expect((await app.send(new Request(`${HERE}/gezond`, { method: "HEAD" }))).status).toBe(200);
});

test("who asks often waits for nothing", async () => {
  const begun = performance.now();
  for (let i = 0; i < 100; i++) expect((await asked("*/*")).status).toBe(200);
  expect((performance.now() - begun) / 100, "milliseconds an answer, on a machine that does other things").toBeLessThan(
    250,
  );
});

describe("Where a part is not well it answers 503 and names it:", () => {
  /** Changes the end of the chain behind the register's back, and back. */
  async function withHead<T>(hash: string, act: () => Promise<T>): Promise<T> {
    const raw = new Database(app.databasePath);
    const own = raw.prepare("SELECT head_hash FROM register_state").pluck().get();
    const put = raw.prepare("UPDATE register_state SET head_hash = ?");
    put.run(hash);
    try {
      return await act();
    } finally {
      put.run(own);
      raw.close();
    }
  }

  test.each<[string, Record<string, string>, () => Promise<Awaited<ReturnType<typeof parts>>>]>([
    ["the chain", { keten: "het einde van de keten klopt niet" }, () => withHead("0".repeat(64), parts)],
    ["a database that cannot be written", { database: "er kan niet worden geschreven" }, () => onReadOnlyDisk(parts)],
    [
      "the disk",
      { schijf: "er is te weinig ruimte over" },
      () => {
        process.env.DISK_FREE_MB = String(10 ** 9);
        return parts();
      },
    ],
  ])("%s", async (_name, ill, look) => {
    expect(await look()).toEqual({ status: 503, gezond: false, delen: { ...WELL, ...ill } });
    delete process.env.DISK_FREE_MB;
    expect(await parts(), "and it is well again").toMatchObject({ status: 200 });
  });

  test("in plain words", async () => {
    process.env.DISK_FREE_MB = String(10 ** 9);
    const { status, text } = await asked("text/plain");
    expect([status, text]).toEqual([503, "niet gezond\nschijf: er is te weinig ruimte over\n"]);
    expect(text, "no path, no version, no figure").not.toMatch(/\d|\//);
  });
});

test("a form is not taken there", async () => {
  expect((await app.post("/gezond", { a: "b" })).status).toBe(405);
});
