/**
 * Correcting and withdrawing events. Both can be rehearsed first: the very same writing, told what it moved and rolled
 * back, so that what the preview says is what saving does.
 */
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import {
  type Change,
  changesInWords,
  mergedTyped,
  readCorrection,
  type Typed,
  typedAs,
} from "#app/domain/correction.ts";
import {
  type Amended,
  amendmentsIn,
  heldAfter,
  isAmendment,
  lastDoneTo,
  originalDeadline,
  undoneBy,
} from "#app/domain/correction-history.ts";
import { type Shift, shifts } from "#app/domain/correction-reach.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import type { NewEvent, RegisterEvent } from "#app/domain/events.ts";
import type { Ownership } from "#app/domain/permissions.ts";
import { expectedLetter, letterOverdueDays } from "#app/domain/rhythm.ts";
import type { StandingPeriod } from "#app/domain/standing.ts";
import { builtOn } from "./built-on.ts";
import { type Db, db, write } from "./client.ts";
import { awaitedId } from "./commitments.ts";
import { movedAlong } from "./correction-moves.ts";
import { namesFor, surroundingsOf, type Thing, thingById, thingOfEvent } from "./correction-things.ts";
import { contextOf, eventsOf, record } from "./events.ts";
import { accounts, commitments, events, periods } from "./schema.ts";

/** What a correction or withdrawal moves. */
export interface Reach {
  /** What was recorded: the change itself first, then what moves along with it. */
  changes: { of: string; sentence: string; changes: Change[]; counts: boolean }[];
  standings: { number: string; title: string; shifts: Shift[] }[];
  /** When the next progress letter is expected, where that becomes another. */
  letter: { was: ExpectedOn; becomes: ExpectedOn } | null;
}

type ExpectedOn = { day: IsoDay | null; overdueDays: number };

export type Outcome =
  | { done: true; thing: Thing; reach: Reach }
  | { done: false; because: "gone" | "nothing" | "not_own" }
  | { done: false; because: "wrong"; problems: { name: string; message: string }[] }
  | { done: false; because: "built_on"; by: string[] }
  | {
      done: false;
      because: "overtaken";
      by: { name: string; at: Instant };
      merged: Typed;
      seen: number;
      changes: Change[];
    };

interface Act {
  by: string;
  today: IsoDay;
  /** Says of whose it is whether the actor may still do this to it: nobody corrects a thing into another's hands. */
  mayStill: (owner: Ownership) => boolean;
  rehearse: boolean;
}

/** Thrown to leave nothing behind of a rehearsal, or of what turns out not to be allowed. */
class RolledBack extends Error {
  constructor(readonly outcome: Outcome) {
    super("rolled back");
  }
}

async function inOneAct(run: (tx: Db) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await write(run);
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.outcome;
    throw thrown;
  }
}

/**
 * Records that an event holds other values, with its reason; only what changes is recorded. `seen` is the place in the
 * chain of the last thing that was done to the event when the form was made: whoever comes second is told what the first
 * changed, and gets the form back with both.
 */
export const correctEvent = (
  act: Act,
  eventId: string,
  { typed, seen, reason }: { typed: Typed; seen: number; reason: string },
): Promise<Outcome> =>
  inOneAct(async (tx) => {
    const found = await thingOfEvent(eventId, act.today, tx);
    const now = found && heldAfter(found.history, eventId, Number.POSITIVE_INFINITY);
    if (!found || !now || isAmendment(found.event)) return { done: false, because: "gone" };
    const { thing, history } = found;
    const around = await surroundingsOf(thing, now, tx);
    const read = readCorrection(now, typed, around, act.today);
    const last = lastDoneTo(history, eventId);
    if (last !== seen) {
      const base = heldAfter(history, eventId, seen) ?? found.event;
      const merged = mergedTyped(typed, typedAs(base, around), typedAs(now, around));
      const isKept = read.problems.length === 0 && Object.keys(read.fields).length === 0;
      if (isKept) return { done: true, thing, reach: NOTHING_MOVED };
      const names = await namesFor([base, now], tx);
      const by = await whoDid(tx, history, last);
      return { done: false, because: "overtaken", by, merged, seen: last, changes: changesInWords(base, now, names) };
    }
    if (read.problems.length > 0) return { done: false, because: "wrong", problems: read.problems };
    const fields = withAwaited(now, read.fields);
    if (Object.keys(fields).length === 0) return { done: false, because: "nothing" };
    const { subject, subjectId, effectiveOn } = now;
    const correction = { subject, subjectId, kind: "corrected", effectiveOn, payload: { eventId, fields, reason } };
    const moved = await movedAlong(tx, now, fields, reason, around);
    return keepAmendments(tx, act, thing, [correction as NewEvent, ...moved]);
  });

/** A deadline that waits for another event than before waits under a name of its own. */
function withAwaited(before: RegisterEvent, fields: Record<string, unknown>): Record<string, unknown> {
  type Payload = Parameters<typeof awaitedId>[0];
  const named = (deadline: Payload, old: { deadline?: Payload | null; awaitedId?: string | null }) =>
    old.awaitedId && old.deadline?.event === deadline.event ? old.awaitedId : awaitedId(deadline);
  if (before.kind === "deadline_set" && "deadline" in fields)
    return { ...fields, awaitedId: named(fields.deadline as Payload, before.payload) };
  const rest = fields.rest as { kind: string; deadline: Payload } | undefined;
  if ((before.kind !== "reported" && before.kind !== "judged") || rest?.kind !== "new_deadline") return fields;
  const old = before.payload.rest.kind === "new_deadline" ? before.payload.rest : {};
  return { ...fields, rest: { ...rest, awaitedId: named(rest.deadline, old) } };
}

/**
 * Records that an event, a correction or a withdrawal counts as not having been. Refused where somebody built on it. What
 * moved along with a correction is undone with it.
 */
export const withdrawEvent = (act: Act, eventId: string, reason: string): Promise<Outcome> =>
  inOneAct(async (tx) => {
    const found = await thingOfEvent(eventId, act.today, tx);
    if (!found || !mayBeWithdrawn(found.event, found.history) || undoneBy(found.history, eventId))
      return { done: false, because: "gone" };
    const { thing, event, history } = found;
    const by = await builtOn(tx, event, history);
    if (by.length > 0) return { done: false, because: "built_on", by };
    const undone = event.kind === "corrected" ? [event, ...(await movedWith(tx, event))] : [event];
    const withdrawals = undone.map(
      ({ subject, subjectId, effectiveOn, id }) =>
        ({ subject, subjectId, kind: "withdrawn", effectiveOn, payload: { eventId: id, reason } }) as NewEvent,
    );
    return keepAmendments(tx, act, thing, withdrawals);
  });

/** What only says how far the work is, or that something is public, is not withdrawn by itself. */
const NEVER_WITHDRAWN = ["published", "review_begun", "passage_reviewed"];

/** Whether withdrawing is offered at all; what was built on an event may still stand in the way. */
export function mayBeWithdrawn(event: RegisterEvent, history: readonly RegisterEvent[]): boolean {
  if (event.subject === "calendar" && event.kind === "recess_set") return false;
  const target = isAmendment(event) ? history.find(({ id }) => id === event.payload.eventId) : event;
  return target !== undefined && !NEVER_WITHDRAWN.includes(target.kind);
}

/** The corrections that were recorded in the same act as one, and that still stand. */
async function movedWith(tx: Db, { id, recordedAt, payload }: RegisterEvent): Promise<RegisterEvent[]> {
  const rows = await tx
    .select({ id: events.id, subject: events.subject, subjectId: events.subjectId })
    .from(events)
    .where(and(eq(events.kind, "corrected"), eq(events.recordedAt, recordedAt)))
    .orderBy(asc(events.seq));
  // Only the first of an act draws the others along: it is the one that somebody made.
  if (rows[0]?.id !== id || !("eventId" in payload)) return [];
  const found: RegisterEvent[] = [];
  for (const row of rows.slice(1)) {
    const history: RegisterEvent[] = await eventsOf(row.subject, row.subjectId, tx);
    const event = history.find((one) => one.id === row.id);
    if (event && !undoneBy(history, row.id)) found.push(event);
  }
  return found;
}

const NOTHING_MOVED: Reach = { changes: [], standings: [], letter: null };

async function keepAmendments(tx: Db, act: Act, thing: Thing, fresh: NewEvent[]): Promise<Outcome> {
  const before = await standingsAround(tx, thing, act.today);
  const recorded = await record(tx, act.by, fresh);
  const after = await standingsAround(tx, thing, act.today);
  const now = await thingById(thing.kind, thing.id, act.today, tx);
  if (!now || !act.mayStill(now.owner)) throw new RolledBack({ done: false, because: "not_own" });
  const outcome: Outcome = { done: true, thing, reach: await reachOf(tx, recorded, before, after, act.today) };
  if (act.rehearse) throw new RolledBack(outcome);
  return outcome;
}

interface Standings {
  periods: Map<string, { number: string; title: string; periods: StandingPeriod[] }>;
  expected: ExpectedOn;
}

/** How everything stands that the thing may move: its own commitment, or all of its dossier. */
async function standingsAround(tx: Db, thing: Thing, today: IsoDay): Promise<Standings> {
  const rows = await tx
    .select({ id: commitments.id, number: commitments.number, title: commitments.title, state: periods.state })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .where(
      and(
        isNotNull(commitments.number),
        thing.kind === "commitment" ? eq(commitments.id, thing.id) : eq(commitments.dossierId, thing.dossierId),
      ),
    )
    .orderBy(asc(commitments.number), asc(periods.from));
  const found: Standings["periods"] = new Map();
  for (const { id, number, title, state } of rows) {
    const known = found.get(id) ?? { number: number ?? "", title, periods: [] };
    found.set(id, { ...known, periods: [...known.periods, state] });
  }
  const context = await contextOf(thing.dossierId, tx);
  const until = context.coverage?.until;
  const on = until && until < today ? until : today;
  return {
    periods: found,
    expected: { day: expectedLetter(context, on)?.day ?? null, overdueDays: letterOverdueDays(context, on) },
  };
}

async function reachOf(
  tx: Db,
  recorded: readonly RegisterEvent[],
  before: Standings,
  after: Standings,
  today: IsoDay,
): Promise<Reach> {
  const changes: Reach["changes"] = [];
  for (const { id, subject, subjectId } of recorded) {
    const history: RegisterEvent[] = await eventsOf(subject, subjectId, tx);
    const amended = amendmentsIn(history).find(({ amendment }) => amendment.id === id);
    if (amended) changes.push(await toldShort(tx, amended, originalDeadline(history)?.id === amended.meant.id, today));
  }
  const standings = [...new Set([...before.periods.keys(), ...after.periods.keys()])].flatMap((id) => {
    const [was, becomes] = [before.periods.get(id), after.periods.get(id)];
    const moved = shifts(was?.periods ?? [], becomes?.periods ?? [], today);
    const { number = "", title = "" } = becomes ?? was ?? {};
    return moved.length > 0 ? [{ number, title, shifts: moved }] : [];
  });
  const isSame = JSON.stringify(before.expected) === JSON.stringify(after.expected);
  return { changes, standings, letter: isSame ? null : { was: before.expected, becomes: after.expected } };
}

async function toldShort(tx: Db, { amendment, meant, before, after }: Amended, isOriginal: boolean, today: IsoDay) {
  const shown = after ?? before ?? meant;
  const names = await namesFor(
    [meant, before, after].filter((event) => event !== null),
    tx,
  );
  const found = await thingOfEvent(amendment.id, today, tx);
  return {
    of: found ? found.thing.title : "",
    sentence: registerSentence(shown, names, isOriginal),
    changes: before && after ? changesInWords(before, after, names) : [],
    counts: after !== null,
  };
}

async function whoDid(
  from: Db,
  history: readonly RegisterEvent[],
  seq: number,
): Promise<{ name: string; at: Instant }> {
  const last = history.find((event) => event.seq === seq);
  const account = await from.query.accounts.findFirst({ where: eq(accounts.id, last?.recordedBy ?? "") });
  return { name: account?.name ?? "het register", at: last?.recordedAt ?? "" };
}

/** Names of those who recorded these events, for the back office only. */
export async function recordersOf(history: readonly RegisterEvent[], from: Db = db): Promise<Map<string, string>> {
  const ids = [...new Set(history.map(({ recordedBy }) => recordedBy))];
  const rows = await from
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
