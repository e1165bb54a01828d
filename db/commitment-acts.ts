/**
 * Acts on published commitments. Each is planned, looked at and only then recorded: what the preview says is worked out
 * by the same rules from the same events as what is kept.
 */
import { asc, eq, inArray } from "drizzle-orm";
import { asRecorded, type SideBySide, sideBySide } from "#app/domain/act-overtaken.ts";
import { type ActProblem, type Planned, readAct } from "#app/domain/act-reading.ts";
import { type ActSubject, isSame, type NamedThings, ofSubject, refusalOf } from "#app/domain/act-refusal.ts";
import { ACTS, type ActName } from "#app/domain/acts.ts";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { type Typed, wordsOf } from "#app/domain/correction.ts";
import type { CorrectionNames } from "#app/domain/correction-names.ts";
import { type Shift, shifts } from "#app/domain/correction-reach.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import { type CommitmentEvent, effectiveEvents, type NewEvent } from "#app/domain/events.ts";
import { waitingHandOver } from "#app/domain/hand-over.ts";
import type { DossierContext } from "#app/domain/rhythm.ts";
import { periods } from "#app/domain/standing.ts";
import { type Db, db, write } from "./client.ts";
import { awaitedId } from "./commitments.ts";
import { namesFor, surroundingsOf } from "./correction-things.ts";
import { asEvent, contextOf, eventsOf, record } from "./events.ts";
import { calendarFacts, commitmentRow, standingContext } from "./projections.ts";
import { successorsOf } from "./review.ts";
import { accounts, commitments, events, letters } from "./schema.ts";

/** Commitments as acts find them, published or not, by id. */
export async function subjectsOf(ids: readonly string[], from: Db = db): Promise<Map<string, ActSubject>> {
  const histories = new Map<string, CommitmentEvent[]>();
  const rows = await from
    .select()
    .from(events)
    .where(inArray(events.subjectId, [...ids]))
    .orderBy(asc(events.seq));
  for (const row of rows) {
    if (row.subject !== "commitment") continue;
    histories.set(row.subjectId, [...(histories.get(row.subjectId) ?? []), asEvent(row) as CommitmentEvent]);
  }
  const calendar = calendarFacts(await eventsOf("calendar", null, from));
  const dossiers = new Map<string, DossierContext>();
  const found = new Map<string, ActSubject>();
  for (const [id, history] of histories) {
    const row = commitmentRow(history);
    if (!row) continue;
    const dossier = dossiers.get(row.dossierId) ?? (await contextOf(row.dossierId, from));
    dossiers.set(row.dossierId, dossier);
    const { number, title, madeOn, chamber, dossierId, committeeId } = row;
    const context = standingContext(chamber, dossier, calendar);
    found.set(id, { id, number, title, madeOn, chamber, dossierId, committeeId, history, context });
  }
  return found;
}

/** What refusals depend on beside the commitment itself, for events that name these. */
export async function thingsNamedIn(planned: readonly Planned[], from: Db = db): Promise<NamedThings> {
  const ofLetters = new Map(
    (await from.select({ id: letters.id, dossierId: letters.dossierId }).from(letters)).map((row) => [
      row.id,
      row.dossierId,
    ]),
  );
  const ids = planned.flatMap(({ payload }) => commitmentsIn(payload));
  const named = await from.query.commitments.findMany({
    columns: { id: true, madeOn: true, chamber: true, number: true },
    where: inArray(commitments.id, ids),
  });
  const byId = new Map(named.map((row) => [row.id, row]));
  const goesOn = new Map<string, Set<string>>();
  for (const id of ids) goesOn.set(id, await allThatFollows(id, from));
  return {
    letterDossier: (id) => ofLetters.get(id) ?? null,
    commitment: (id) => byId.get(id) ?? null,
    leadsTo: (start, end) => goesOn.get(start)?.has(end) ?? false,
  };
}

const commitmentsIn = (payload: object): string[] => {
  const { commitmentId, rest } = payload as { commitmentId?: string; rest?: { commitmentId?: string } };
  return [commitmentId, rest?.commitmentId].filter((id) => id !== undefined);
};

/** A commitment, those in which its rest goes on, and so further. */
async function allThatFollows(id: string, from: Db, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const next of successorsOf(await eventsOf("commitment", id, from))) await allThatFollows(next, from, seen);
  return seen;
}

/** What an act records of a commitment, and what comes of it. */
export interface ActReach {
  sentence: string;
  on: IsoDay;
  fields: { label: string; words: string }[];
  shifts: Shift[];
}

function reachOf(planned: Planned, subject: ActSubject, names: CorrectionNames, today: IsoDay): ActReach {
  const event = asRecorded(planned, subject);
  const { history, context } = subject;
  return {
    sentence: planned.kind === "withdrawn" ? "De overdracht telt niet meer." : registerSentence(event, names),
    on: planned.effectiveOn,
    fields: planned.kind === "withdrawn" ? [] : wordsOf(event, names),
    shifts: shifts(periods(history, context), periods([...history, event], context), today),
  };
}

/** The event as it is recorded: what its deadline waits for gets a name of its own. */
export function toRecord(planned: Planned, subjectId: string): NewEvent {
  const event = { ...planned, subject: "commitment", subjectId } as NewEvent;
  if (event.kind === "deadline_set") {
    const { deadline } = event.payload;
    return { ...event, payload: { ...event.payload, awaitedId: awaitedId(deadline) } };
  }
  if ((event.kind !== "reported" && event.kind !== "judged") || event.payload.rest.kind !== "new_deadline")
    return event;
  const rest = { ...event.payload.rest, awaitedId: awaitedId(event.payload.rest.deadline) };
  return { ...event, payload: { ...event.payload, rest } } as NewEvent;
}

/** What others recorded since a form was opened. */
export interface Overtaken {
  told: { sentence: string; on: IsoDay; by: string; at: Instant }[];
  rows: SideBySide[];
}

export type ActOutcome =
  | { done: true; reach: ActReach }
  | { done: false; because: "gone" }
  | { done: false; because: "refused"; problems: ActProblem[] }
  | { done: false; because: "overtaken"; overtaken: Overtaken; seen: number };

export const lastSeen = ({ history }: ActSubject): number => history.at(-1)?.seq ?? 0;

/**
 * Does an act to a commitment, or only says what would come of it (`rehearse`). `seen` is the place in the chain of the
 * last event of the commitment when the form was made: whoever comes second is told what the first recorded, and nothing
 * of theirs is kept until they say so again.
 */
export function doAct(
  { by, today, rehearse }: { by: string; today: IsoDay; rehearse: boolean },
  commitmentId: string,
  name: ActName,
  { typed, seen }: { typed: Typed; seen: number },
): Promise<ActOutcome> {
  const run = async (from: Db): Promise<ActOutcome> => {
    const subject = (await subjectsOf([commitmentId], from)).get(commitmentId);
    const last = subject?.history.at(-1);
    if (!subject?.number || !last) return { done: false, because: "gone" };
    const around = await surroundingsOf(subject, last, from);
    const read = readAct(name, ACTS[name], typed, around, today);
    const planned = "event" in read ? await completed(read.event, subject, around.names) : null;
    const names = await namesFor([...subject.history, ...(planned ? [asRecorded(planned, subject)] : [])], from);
    // Sent without the form: nobody can have seen anything.
    if (seen === 0)
      return { done: false, because: "refused", problems: "problems" in read ? read.problems : [NO_FORM] };
    if (lastSeen(subject) !== seen) {
      const own = subject.history.filter((event) => event.seq > seen && event.recordedBy === by);
      const kept = planned !== null && effectiveEvents(own).some((event) => isSame(event, planned));
      if (kept && planned) return { done: true, reach: reachOf(planned, subject, names, today) };
      const rows = sideBySide(subject, seen, planned, names, today);
      const told = await toldSince(subject, seen, names, from);
      return { done: false, because: "overtaken", overtaken: { told, rows }, seen: lastSeen(subject) };
    }
    if ("problems" in read) return { done: false, because: "refused", problems: read.problems };
    if (!planned) return { done: false, because: "gone" };
    const refusal = refusalOf(planned, subject, await thingsNamedIn([planned], from));
    if (refusal) return { done: false, because: "refused", problems: [refusal] };
    if (!rehearse) await record(from, by, [toRecord(planned, commitmentId)]);
    return { done: true, reach: reachOf(planned, subject, names, today) };
  };
  return rehearse ? run(db) : write(run);
}

const NO_FORM: ActProblem = {
  name: "",
  message: "Dit formulier is niet volledig. Kijk of het nog klopt, en ga verder.",
};

/** Says in a refused handing over who refused it: that reason is public. */
async function completed(event: Planned, subject: ActSubject, names: CorrectionNames): Promise<Planned> {
  const whole = ofSubject(event, subject);
  if (whole.kind !== "withdrawn") return whole;
  const handed = subject.history.find(({ id }) => id === whole.payload.eventId);
  const to = handed?.kind === "handed_over" ? handed.payload.ministryId : "";
  const who = names.ministries.find(({ id }) => id === to)?.name ?? "het andere ministerie";
  return { ...whole, payload: { ...whole.payload, reason: `Niet aanvaard door ${who}: ${whole.payload.reason}` } };
}

async function toldSince(
  { history }: ActSubject,
  seen: number,
  names: CorrectionNames,
  from: Db,
): Promise<Overtaken["told"]> {
  const people = await from
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(
      inArray(
        accounts.id,
        history.map(({ recordedBy }) => recordedBy),
      ),
    );
  return history
    .filter(({ seq }) => seq > seen)
    .map((event) => ({
      sentence: registerSentence(event, names),
      on: event.effectiveOn,
      by: people.find(({ id }) => id === event.recordedBy)?.name ?? "het register",
      at: event.recordedAt,
    }));
}

/** Published commitments that wait until a ministry accepts them, the first handed over first. */
export async function handedTo(
  ministryId: string,
): Promise<{ id: string; number: string; title: string; on: IsoDay }[]> {
  const rows = await db.selectDistinct({ id: events.subjectId }).from(events).where(eq(events.kind, "handed_over"));
  const found = [];
  for (const subject of (await subjectsOf(rows.map(({ id }) => id))).values()) {
    const waiting = waitingHandOver(effectiveEvents(subject.history));
    if (subject.number && waiting?.payload.ministryId === ministryId)
      found.push({ id: subject.id, number: subject.number, title: subject.title, on: waiting.effectiveOn });
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : 1));
}
