/**
 * Large files that are made while the visitor waits or does something else: one after another, a few kept for a while.
 * Nothing is lost with them: whoever asks again gets the same file made anew.
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { log } from "./log.ts";

interface MadeFile {
  state: "waiting" | "making" | "made" | "failed";
  /** Rows that were written, of how many. */
  done: number;
  of: number;
  path: string;
  /** In bytes, once it is made. */
  size: number;
}

/** So many are kept, and so many may wait; with as many again under way, who comes next is asked to come back. */
const KEPT = 4;

const files = new Map<string, MadeFile>();
let turn: Promise<void> = Promise.resolve();
let folder: string | null = null;
let made = 0;
const stopping = new AbortController();

/** What is there of it, also where it is not ready. */
export const madeFile = (key: string): MadeFile | null => files.get(key) ?? null;

/**
 * Makes a file, unless it is there or under way.
 * @param key what it is a file of: the same question to the same register
 * @param write the file in parts; calls with how many rows are in it
 * @returns null where too many wait already
 */
export function makeFile(
  key: string,
  of: number,
  write: (tell: (rows: number) => void) => AsyncIterable<string | Uint8Array>,
): MadeFile | null {
  const known = files.get(key);
  if (known && known.state !== "failed") return known;
  if ([...files.values()].filter(({ state }) => state === "waiting").length >= KEPT) return null;
  made += 1;
  const file: MadeFile = { state: "waiting", done: 0, of, path: join(place(), String(made)), size: 0 };
  files.delete(key);
  files.set(key, file);
  turn = turn.then(() => writeFile(file, write)).then(dropOldest);
  return file;
}

async function writeFile(file: MadeFile, write: Parameters<typeof makeFile>[2]): Promise<void> {
  if (stopping.signal.aborted) return;
  file.state = "making";
  const tell = (rows: number): void => {
    file.done += rows;
  };
  try {
    const out = createWriteStream(file.path);
    await pipeline(Readable.from(write(tell)), out, { signal: stopping.signal });
    file.size = out.bytesWritten;
    file.state = "made";
  } catch (error) {
    file.state = "failed";
    rmSync(file.path, { force: true });
    if (!stopping.signal.aborted) log.error({ did: "making a file", error });
  }
}

/** Whoever is reading a file that goes, reads on. */
function dropOldest(): void {
  const ready = [...files].filter(([, { state }]) => state === "made" || state === "failed");
  for (const [key, { path }] of ready.slice(0, Math.max(0, ready.length - KEPT))) {
    files.delete(key);
    rmSync(path, { force: true });
  }
}

function place(): string {
  if (folder) return folder;
  const fresh = mkdtempSync(join(tmpdir(), "toezeggingen-"));
  process.once("exit", () => rmSync(fresh, { recursive: true, force: true }));
  folder = fresh;
  return fresh;
}

/** The program ends: what is under way is left, and asked for again by whoever still wants it. */
export const stopMaking = (): void => stopping.abort();
