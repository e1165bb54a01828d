/** Reads what was brought in, one after another; the table of imports is the queue, so that a restart loses nothing. */
import { setTimeout as pause } from "node:timers/promises";
import { isUnread, keepReading, nextUnread, refuseImport, tellProgress, type Unread } from "#db/imports.ts";
import { log } from "../log.ts";
import { readBeside } from "./beside.ts";
import { MEDIA_TYPES, refusalInWords } from "./refusal-words.ts";

let isBusy = false;
let isCalled = false;

/** Begins to read what waits, unless that is under way. */
export async function readWaiting(): Promise<void> {
  isCalled = true;
  if (isBusy) return;
  isBusy = true;
  try {
    while (isCalled) {
      isCalled = false;
      for (let next = await nextUnread(); next; next = await nextUnread()) await readOne(next);
    }
  } catch (error) {
    report(error); // What waits goes on waiting; the next that comes in tries again.
  } finally {
    isBusy = false;
  }
}

const report = (error: unknown): void => log.error({ error: error instanceof Error ? error.stack : String(error) });

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
