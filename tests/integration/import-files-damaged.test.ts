/**
 * Random and damaged files in every form, sent to the served register as a browser sends them: each gets a letter or a
 * sentence, nothing crashes or hangs, and server and reading process together stay small. A hundred and twenty by default;
 * `DAMAGED_FILES=10000 npx vitest run --config remix.config.js tests/integration/import-files-damaged.test.ts` for all.
 */
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { bombs, type DamagedFile, damagedFile, soundFiles } from "../support/damaged-files.ts";
import { demoIn, emptyPlace } from "../support/database.ts";
import { watchMemory } from "../support/process-memory.ts";
import { startServerProcess } from "../support/server.ts";
import { type Sender, signedIn } from "../support/visitor.ts";

const HOW_MANY = Number(process.env.DAMAGED_FILES ?? 120);
const AT_ONCE = 6;
const HALF_A_GIGABYTE = 500;

const databasePath = emptyPlace();
const password = await demoIn(databasePath);
const server = await startServerProcess(databasePath);
/** How the server ended, which it does not before the test does. */
let ended: string | null = null;
server.process.once("exit", (code, signal) => {
  ended = `the server ended with ${code ?? signal}`;
});

/** Sends them all, a few at a time. Answers which gave an import; an empty file is refused at once. */
async function sendAll(files: Iterator<DamagedFile>, sender: Sender): Promise<Map<string, DamagedFile>> {
  const sent = new Map<string, DamagedFile>();
  const take = async (): Promise<void> => {
    for (let next = files.next(); !next.done; next = files.next()) {
      const { importPath, status, text } = await sender.send(next.value).catch((error: unknown) => {
        throw new Error(`${next.value.name}, ${next.value.how}: ${ended ?? "the server is there"}`, { cause: error });
      });
      if (importPath) sent.set(importPath.split("/").at(-1) ?? "", next.value);
      else expect([status, text.includes("Dit bestand is leeg")], next.value.name).toEqual([422, true]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return sent;
}

function* drawn(): Generator<DamagedFile> {
  const sound = soundFiles();
  for (let n = 0; n < HOW_MANY; n += 1) yield damagedFile(n, sound);
  yield* bombs(60);
}

test(
  `${HOW_MANY} damaged files and some bombs: a letter or a sentence for each, the pages go on, memory stays`,
  async () => {
    const sender = await signedIn(server.url, databasePath, password);
    const memory = watchMemory(server.process.pid ?? 0);
    const rows = new Database(databasePath, { readonly: true });
    const unread = rows.prepare("SELECT count(*) FROM imports WHERE state IN ('waiting', 'reading')").pluck();

    let isSending = true;
    let slowest = 0;
    const visitor = (async () => {
      while (isSending) {
        const started = performance.now();
        expect((await sender.get("/brieven")).status).toBe(200);
        slowest = Math.max(slowest, performance.now() - started);
        await pause(250);
      }
    })();
    const started = performance.now();
    const sent = await sendAll(drawn(), sender);
    while (unread.get() !== 0) await pause(100);
    const seconds = (performance.now() - started) / 1000;
    isSending = false;
    await visitor;
    const peak = memory.stop();

    const found = rows.prepare("SELECT id, state, refusal, letter FROM imports").all() as {
      id: string;
      state: string;
      refusal: string | null;
      letter: string | null;
    }[];
    rows.close();
    const outcomes = new Map<string, number>();
    for (const { id, state, refusal, letter } of found) {
      const file = sent.get(id);
      if (!file) continue;
      const what = `${file.name}, ${file.how}`;
      if (state === "read") expect(JSON.parse(letter ?? "null"), what).toHaveProperty("passages");
      else expect([state, refusal], what).toEqual(["refused", expect.stringMatching(/^[A-Z].*\.$/)]);
      const outcome = refusal ?? "een brief";
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.log(
      `${sent.size} bestanden in ${seconds.toFixed(0)} s; hoogstens ${peak.toFixed(0)} MB; een pagina hoogstens ${slowest.toFixed(0)} ms\n${[
        ...outcomes,
      ]
        .map(([outcome, count]) => `${String(count).padStart(6)}  ${outcome}`)
        .join("\n")}`,
    );
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(sent.size);
    expect(outcomes.get("een brief") ?? 0).toBeGreaterThan(0);
    expect(ended).toBeNull();
    expect(peak).toBeLessThan(HALF_A_GIGABYTE);
    expect(slowest).toBeLessThan(10_000);
  },
  120_000 + 500 * HOW_MANY,
);
