/**
 * `npm run generate -- --commitments 30000 --events 100000 --letters 2000 --out x.sqlite`: an invented register of that
 * size in a new file, recorded as the program records: the events in their chain, and all that follows from them.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { addDays, type IsoDay } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { ownNumber } from "#app/domain/numbers.ts";
import { today } from "#app/server/clock.ts";
import { migrate } from "#db/migrate.ts";
import { type InventedRegister, inventedRegister } from "../support/invented-register.ts";

const { values } = parseArgs({
  options: {
    commitments: { type: "string", default: "30000" },
    events: { type: "string", default: "100000" },
    letters: { type: "string", default: "2000" },
    out: { type: "string" },
  },
});
const out = values.out;
if (!out) throw new Error("Zeg waar het bestand moet komen: --out register.sqlite");
if (existsSync(out)) throw new Error(`${out} is er al. Kies een andere naam, of haal het weg.`);
const [commitments = 0, events = 0, letters = 0] = [values.commitments, values.events, values.letters].map(Number);
const unfinished = `${out}.onaf`;
for (const end of ["", "-wal", "-shm"]) rmSync(unfinished + end, { force: true });
process.env.DATABASE_PATH = unfinished;
process.env.LOG_LEVEL ??= "silent";
const started = process.cpuUsage();
migrate(unfinished);
await fill(inventedRegister({ commitments, events, letters }, today()));
for (const end of ["-wal", "-shm", "-slot"]) rmSync(unfinished + end, { force: true });
renameSync(unfinished, out);
const { user, system } = process.cpuUsage(started);
console.log(
  `${out}: ${commitments} toezeggingen, ${events} gebeurtenissen, ${letters} brieven, in ${Math.round((user + system) / 1e6)} s rekentijd.`,
);

/** Year by year, dossier by dossier: recorded in the first days of the year after, what is of this year just now. */
async function fill({ lists, dossiers }: InventedRegister): Promise<void> {
  const { close, write } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const schema = await import("#db/schema.ts");
  await write(async (tx) => {
    for (const name of Object.keys(lists) as (keyof typeof lists)[])
      for (const row of lists[name]) await tx.insert(schema[name]).values(row as never);
  });
  const serials = new Map<string, number>();
  const firstYear = Number(addDays(today(), -9 * 365).slice(0, 4));
  const lastYear = Number(today().slice(0, 4));
  for (let year = firstYear; year <= lastYear; year += 1) {
    const at = year === lastYear ? new Date().toISOString() : `${year + 1}-01-05T09:00:00.000Z`;
    await write(async (tx) => {
      for (const own of dossiers) {
        const fresh = own.filter(({ effectiveOn }) => Number(effectiveOn.slice(0, 4)) === year);
        if (fresh.length > 0)
          await record(
            tx,
            "register",
            fresh.map((event) => numbered(event, serials)),
            at,
          );
      }
    });
  }
  close();
}

/** A commitment gets its number as it is published: its year, and its place in it. */
function numbered(event: NewEvent, serials: Map<string, number>): NewEvent {
  if (event.subject !== "commitment" || event.kind !== "published") return event;
  const madeOn: IsoDay = event.effectiveOn;
  const year = madeOn.slice(0, 4);
  const serial = (serials.get(year) ?? 0) + 1;
  serials.set(year, serial);
  return { ...event, payload: { number: ownNumber(madeOn, serial) } };
}
