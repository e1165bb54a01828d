/**
 * Recesses of both Chambers: entered, corrected and taken back as events of the calendar. A deadline that named a recess
 * nobody knew gets its date in the same act.
 */
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { awaitsRecess } from "#app/domain/deadline.ts";
import { type Recess, type RecessProblem, whyNoRecess } from "#app/domain/recess.ts";
import { type Db, db, write } from "./client.ts";
import { eventsOf, newId, record } from "./events.ts";
import { recessList } from "./reference.ts";
import { commitments, periods } from "./schema.ts";

export type RecessKept =
  | { done: true; id: string; dated: number }
  | { done: false; because: "gone" }
  | { done: false; because: "wrong"; problems: RecessProblem[] }
  | { done: false; because: "overtaken"; now: Recess };

/** A published commitment whose term names a recess that nobody entered yet. */
export interface WaitsForRecess {
  id: string;
  number: string;
  title: string;
  words: string;
}

export async function waitingForRecess(from: Db = db): Promise<WaitsForRecess[]> {
  const rows = await from
    .select({ id: commitments.id, number: commitments.number, title: commitments.title, state: periods.state })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .where(and(isNotNull(commitments.number), eq(periods.countsAsOpen, true)))
    .orderBy(asc(commitments.number));
  return rows
    .filter(({ state }) => state.until === null && awaitsRecess(state.deadline))
    .map(({ id, number, title, state }) => ({ id, number: number ?? "", title, words: state.deadline.words }));
}

/** How many of these have a date by now. */
async function datedAmong(tx: Db, before: readonly WaitsForRecess[]): Promise<number> {
  const ids = before.map(({ id }) => id);
  const rows = await tx
    .selectDistinct({ id: periods.commitmentId })
    .from(periods)
    .where(and(inArray(periods.commitmentId, ids), isNotNull(periods.latest)));
  return rows.length;
}

export const enterRecess = (by: string, recess: Recess): Promise<RecessKept> =>
  write(async (tx) => {
    const problems = whyNoRecess(recess, await recessList(tx));
    if (problems.length > 0) return { done: false, because: "wrong", problems };
    const waiting = await waitingForRecess(tx);
    const id = newId();
    await record(tx, by, [
      { subject: "calendar", subjectId: id, kind: "recess_set", effectiveOn: recess.start, payload: recess },
    ]);
    return { done: true, id, dated: await datedAmong(tx, waiting) };
  });

/** The recess that stands, and the last thing that was recorded of it. */
export async function recessById(
  id: string,
  from: Db = db,
): Promise<{ recess: Recess; eventId: string; seen: number } | null> {
  const row = (await recessList(from)).find((one) => one.id === id);
  const history = await eventsOf("calendar", id, from);
  const entered = history.findLast(({ kind }) => kind === "recess_set");
  if (!row || !entered) return null;
  const { id: _id, ...recess } = row;
  return { recess, eventId: entered.id, seen: history.at(-1)?.seq ?? 0 };
}

/** Other days, another basis: a mistake of the register, with its reason. `seen` as the form showed it. */
export const correctRecess = (
  by: string,
  id: string,
  { recess, seen, reason }: { recess: Recess; seen: number; reason: string },
): Promise<RecessKept> =>
  write(async (tx) => {
    const found = await recessById(id, tx);
    if (!found) return { done: false, because: "gone" };
    if (found.seen !== seen) return { done: false, because: "overtaken", now: found.recess };
    const others = (await recessList(tx)).filter((one) => one.id !== id);
    const problems = whyNoRecess(recess, others);
    const changed = Object.entries(recess).filter(([name, value]) => found.recess[name as keyof Recess] !== value);
    if (changed.length === 0) problems.push({ field: "start", message: "Er is niets veranderd." });
    if (problems.length > 0) return { done: false, because: "wrong", problems };
    const waiting = await waitingForRecess(tx);
    const fields = { ...Object.fromEntries(changed), effectiveOn: recess.start };
    await record(tx, by, [
      {
        subject: "calendar",
        subjectId: id,
        kind: "corrected",
        effectiveOn: found.recess.start,
        payload: { eventId: found.eventId, fields, reason },
      },
    ]);
    return { done: true, id, dated: await datedAmong(tx, waiting) };
  });

/** It never was: words that named it wait again, unless they already had their date when they were registered. */
export const takeBackRecess = (by: string, id: string, seen: number, reason: string): Promise<RecessKept> =>
  write(async (tx) => {
    const found = await recessById(id, tx);
    if (!found) return { done: false, because: "gone" };
    if (found.seen !== seen) return { done: false, because: "overtaken", now: found.recess };
    await record(tx, by, [
      {
        subject: "calendar",
        subjectId: id,
        kind: "withdrawn",
        effectiveOn: found.recess.start,
        payload: { eventId: found.eventId, reason },
      },
    ]);
    return { done: true, id, dated: 0 };
  });
