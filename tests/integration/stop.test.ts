/** Told to stop: what was begun is finished, the log of the database is taken in, and no process stays behind. */
import { existsSync } from "node:fs";
import { connect } from "node:net";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { demoIn, emptyPlace } from "../support/database.ts";
import { processesUnder } from "../support/process-memory.ts";
import { type ServerProcess, startServerProcess } from "../support/server.ts";

const path = emptyPlace();
await demoIn(path);

const ended = ({ process: server }: ServerProcess): Promise<number | null> =>
  new Promise((done) => server.once("exit", (code) => done(code)));

/** Brings in an invented text that takes a while to read, as if it had come in before the program was stopped. */
function bringIn(): void {
  const raw = new Database(path);
  const account = raw.prepare("SELECT id FROM accounts WHERE email = 'voorbeeld@demo.example'").pluck().get();
  const text = "Ik zal uw Kamer voor de zomer informeren over de tegels van het loket.\n\n".repeat(1500);
  raw
    .prepare(
      "INSERT INTO originals (sha256, file_name, media_type, size, bytes, received_at) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .run("a".repeat(64), "brief.txt", "text/plain", text.length, Buffer.from(text), "2024-01-01T00:00:00.000Z");
  raw
    .prepare(
      "INSERT INTO imports (id, account_id, original_sha256, state, text, head, created_at) VALUES ('lang', ?, ?, 'waiting', '', ?, ?)",
    )
    .run(
      account,
      "a".repeat(64),
      JSON.stringify({ title: null, date: null, sender: null, addressee: null, kind: "other", paper: null }),
      "2024-01-01T00:00:00.000Z",
    );
  raw.close();
}
const state = (): string => {
  const raw = new Database(path, { readonly: true });
  const found = raw.prepare("SELECT state FROM imports WHERE id = 'lang'").pluck().get() as string;
  raw.close();
  return found;
};

test("a file that is being read is read to its end, or once more at the next start; its process does not stay", async () => {
  bringIn();
  const first = await startServerProcess(path);
  const { pid = 0 } = first.process;
  await vi.waitFor(() => expect(processesUnder(pid).length).toBeGreaterThan(1), { timeout: 30_000, interval: 20 });
  const all = processesUnder(pid);
  const gone = ended(first);
  first.process.kill("SIGTERM");
  expect(await gone).toBe(0);
  await vi.waitFor(() => expect(all.filter((one) => existsSync(`/proc/${one}`))).toEqual([]), { timeout: 10_000 });
  expect(existsSync(`${path}-wal`), "the log was taken in").toBe(false);
  expect(["waiting", "reading", "read"]).toContain(state());

  const next = await startServerProcess(path);
  await vi.waitFor(() => expect(state()).toBe("read"), { timeout: 120_000, interval: 200 });
  const done = ended(next);
  next.process.kill("SIGINT");
  expect(await done).toBe(0);
}, 180_000);

test("a form that never ends is waited for as long as was set, and told once more the program ends at once", async () => {
  const hangOn = (server: ServerProcess): Promise<void> =>
    new Promise((ready) => {
      const { port, host } = new URL(server.url);
      const socket = connect(Number(port), "127.0.0.1", () => {
        const head = ["POST /inloggen HTTP/1.1", `Host: ${host}`, `Origin: ${server.url}`];
        socket.write(
          `${[...head, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 100"].join("\r\n")}\r\n\r\na=`,
        );
        ready();
      });
      socket.on("error", () => {});
    });

  const patient = await startServerProcess(path, { STOP_SECONDS: "2", LOG_LEVEL: "info" });
  await hangOn(patient);
  const begun = performance.now();
  const late = ended(patient);
  patient.process.kill("SIGTERM");
  expect(await late).toBe(0);
  expect(performance.now() - begun).toBeGreaterThan(1500);

  const hurried = await startServerProcess(path, { STOP_SECONDS: "600" });
  await hangOn(hurried);
  const gone = ended(hurried);
  const again = setInterval(() => hurried.process.kill("SIGTERM"), 100);
  expect(await gone).toBe(1);
  clearInterval(again);
}, 90_000);
