/** What is asked for time and again and stays the same until somebody writes: kept for each connection. */
import type { Db } from "./client.ts";
import { keptQuery } from "./kept-query.ts";
import { registerState } from "./schema.ts";

/** @param most so many answers; with more, one begins anew */
export function keptPerWrite<T>(most: number): (from: Db, key: string, read: () => Promise<T>) => Promise<T> {
  const kept = new WeakMap<Db, { revision: number; answers: Map<string, Promise<T>> }>();
  return async (from, key, read) => {
    const [state] = await stateOf(from).execute();
    const revision = state?.revision ?? 0;
    const before = kept.get(from);
    const own = before?.revision === revision ? before : { revision, answers: new Map<string, Promise<T>>() };
    kept.set(from, own);
    const known = own.answers.get(key);
    if (known) return known;
    if (own.answers.size >= most) own.answers.clear();
    const answer = read();
    own.answers.set(key, answer);
    answer.catch(() => own.answers.delete(key));
    return answer;
  };
}

/** The number of writes so far, as a connection sees it. */
const stateOf = keptQuery((from) => from.select({ revision: registerState.revision }).from(registerState));
