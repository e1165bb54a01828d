/** What is asked for time and again and stays the same until somebody writes: kept for each connection. */
import type { Statement } from "better-sqlite3";
import type { Db } from "./client.ts";

interface Kept<T> {
  revision: number;
  /** The one that was asked for longest ago comes first. */
  answers: Map<string, { answer: Promise<T>; size: number }>;
  size: number;
}

/**
 * @param room for so much in all; what was not asked for longest makes room
 * @param sizeOf how much of it an answer takes; each takes one where nothing is given
 */
export function keptPerWrite<T>(
  room: number,
  sizeOf: (answer: T, key: string) => number = () => 1,
): (from: Db, key: string, read: () => Promise<T>) => Promise<T> {
  const kept = new WeakMap<Db, Kept<T>>();
  return async (from, key, read) => {
    const revision = revisionOf(from);
    const before = kept.get(from);
    const own = before?.revision === revision ? before : { revision, answers: new Map(), size: 0 };
    kept.set(from, own);
    const known = own.answers.get(key);
    if (known) {
      own.answers.delete(key);
      own.answers.set(key, known);
      return known.answer;
    }
    const asked = { answer: read(), size: 0 };
    own.answers.set(key, asked);
    try {
      const answer = await asked.answer;
      if (own.answers.get(key) === asked) {
        asked.size = sizeOf(answer, key);
        own.size += asked.size;
        makeRoom(own, room);
      }
      return answer;
    } catch (error) {
      if (own.answers.get(key) === asked) own.answers.delete(key);
      throw error;
    }
  };
}

function makeRoom<T>(own: Kept<T>, room: number): void {
  for (const [key, { size }] of own.answers) {
    if (own.size <= room) return;
    own.answers.delete(key);
    own.size -= size;
  }
}

const asking = new WeakMap<Db, Statement<[], number>>();

/** The number of writes so far, as a connection sees it. Asked many times for a page, so without anything between. */
function revisionOf(from: Db): number {
  const ask = asking.get(from) ?? from.$client.prepare<[], number>("SELECT revision FROM register_state").pluck();
  asking.set(from, ask);
  return ask.get() ?? 0;
}
