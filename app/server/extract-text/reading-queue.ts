/** Reads what was brought in, one after another; the table of imports is the queue, so that a restart loses nothing. */
import { setTimeout as pause } from "node:timers/promises";
import { isUnread, keepReading, nextUnread, refuseImport, tellProgress, type Unread } from "#db/imports.ts";
import { log } from "../log.ts";
import { giveUpReading, readBeside } from "./beside.ts";
import { TIME_LIMIT } from "./reading-limits.ts";
import { MEDIA_TYPES, refusalInWords } from "./refusal-words.ts";

let busy: Promise<void> | null = null;
let isCalled = false;
let isStopping = false;
/** Since when something waits of which nothing was read (`performance.now()`); null where nothing waits. */
let waitsSince: number | null = null;

/** After a failure that lies not in a file, such as a full disk, what waits is tried again after so long. */
const TRY_AGAIN = 30_000;

/** Begins to read what waits, unless that is under way. */
export async function readWaiting(): Promise<void> {
  isCalled = true;
  if (isStopping) return;
  busy ??= readAll().finally(() => {
    busy = null;
  });
  await busy;
}

async function readAll(): Promise<void> {
  try {
    while (isCalled) {
      isCalled = false;
      waitsSince ??= performance.now();
      for (let next = await nextUnread(); next && !isStopping; next = await nextUnread()) {
        await readOne(next);
        waitsSince = performance.now();
      }
    }
    waitsSince = null;
  } catch (error) {
    report(error);
    setTimeout(() => void readWaiting(), TRY_AGAIN).unref();
  }
}

const report = (error: unknown): void => log.error({ did: "reading", error });

/** Whether something waits, and for longer than any file takes nothing was read. */
export const isReadingStuck = (): boolean => waitsSince !== null && performance.now() - waitsSince > 3 * TIME_LIMIT;

/** Reads no further file. The one under way gets so long; what it has not come to then is read at the next start. */
export async function stopReading(milliseconds: number): Promise<void> {
  isStopping = true;
  if (busy) await Promise.race([busy, pause(milliseconds, null, { ref: false })]);
  giveUpReading();
}

async function readOne({ id, text, fileName, bytes }: Unread): Promise<void> {
  await tellProgress(id, null);
  const reading = await readBeside(text ? { text } : { name: fileName, bytes }, {
    tell: ({ form, ...progress }) => void tellProgress(id, progress, MEDIA_TYPES[form]).catch(report),
  });
  if ("refusal" in reading) return refuseImport(id, refusalInWords(reading.refusal, fileName, reading.sort));
  const { letter, decodedFrom, form } = reading;
  await keepReading(id, { letter, text: reading.text, decodedFrom, mediaType: text ? null : MEDIA_TYPES[form] });
}

/** Waits until it has been read or refused, or as long as a visitor waits without a word. */
export async function settled(id: string, within = 1000): Promise<void> {
  const until = Date.now() + within;
  while (Date.now() < until && (await isUnread(id))) await pause(20);
}
