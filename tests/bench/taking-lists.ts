/**
 * How long a long list takes, from the file to the register, and how long others wait meanwhile: those who write until
 * the transaction is done, those who read until the process looks up. A process of its own, on a register of its own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { longList } from "../support/long-list.ts";

const rows = Number(process.argv[2]);
const directory = mkdtempSync(join(tmpdir(), "register-list-"));
process.env.DATABASE_PATH = join(directory, "register.db");
process.env.LOG_LEVEL = "silent";
try {
  const { migrate } = await import("#db/migrate.ts");
  migrate(process.env.DATABASE_PATH);
  const { INVENTED, loadInvented } = await import("#db/seed/invented.ts");
  const { addAccount } = await import("#db/accounts.ts");
  const lists = await import("#db/list-imports.ts");
  const { workOnLists } = await import("#app/server/list-queue.ts");
  const { write } = await import("#db/client.ts");
  await loadInvented("2025-03-01", [], []);
  const { ministryId } = INVENTED;
  const own = {
    email: "l@demo.example",
    name: "L",
    role: "staff",
    ministryId,
    committeeId: null,
    memberId: null,
  } as const;
  const accountId = await write((tx) => addAccount(tx, "bench", own));
  const by = { accountId, ministryId };

  /** The longest that a timer of ten milliseconds was late: nobody was served in that time. */
  let held = 0;
  let isOver = false;
  const watch = (async () => {
    for (let last = performance.now(); !isOver; last = performance.now()) {
      await pause(10);
      held = Math.max(held, performance.now() - last - 10);
    }
  })();
  const timed = async (work: () => Promise<unknown>) => {
    held = 0;
    const start = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1_000_000, held: held / 1000 };
  };

  const id = await lists.keepList(
    by,
    { name: "lijst.csv", mediaType: "text/csv", bytes: new TextEncoder().encode(longList(rows)) },
    "2025-03-01",
  );
  const read = await timed(workOnLists);
  const list = await lists.listImportById(id);
  if (!list?.layout) throw new Error(`The list was not read: ${list?.refusal}`);
  await lists.layOut(
    list,
    { headerRow: list.headerRow ?? 1, layout: list.layout },
    { headers: "", memory: { uses: {}, orders: {}, statuses: {}, whole: list.layout.whole } },
  );
  const compare = await timed(workOnLists);
  await lists.moveList(id, ["compared"], { state: "taking", publish: true });
  const waits = { writer: 0 };
  const take = await timed(async () => {
    let isDone = false;
    const working = workOnLists().then(() => {
      isDone = true;
    });
    while (!isDone) {
      await pause(20);
      const start = performance.now();
      await write(async () => {}, { silent: true });
      waits.writer = Math.max(waits.writer, (performance.now() - start) / 1000);
    }
    await working;
  });
  isOver = true;
  await watch;
  const counts = await lists.outcomeCounts(id);
  if (counts.new !== rows) throw new Error(`${counts.new} of ${rows} rows came in.`);
  console.log(JSON.stringify({ read, compare, take, writerWaits: waits.writer }));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
setTimeout(() => process.exit(), 300);
