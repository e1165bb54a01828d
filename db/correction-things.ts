/** The thing that an event belongs to, published, withdrawn or not: whose it is, and what its history holds. */
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { beforeWithdrawal, takenBackBy } from "#app/domain/correction-history.ts";
import type { Surroundings } from "#app/domain/correction-kinds.ts";
import type { CorrectionNames } from "#app/domain/correction-names.ts";
import type {
  CommitmentEvent,
  DebateEvent,
  ItemEvent,
  LetterEvent,
  RegisterEvent,
  Subject,
} from "#app/domain/events.ts";
import type { Ownership } from "#app/domain/permissions.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { standing } from "#app/domain/standing.ts";
import { type Db, db } from "./client.ts";
import { asEvent, contextOf, eventsOf } from "./events.ts";
import { calendarFacts, commitmentRow, debateRow, itemRow, letterRow, standingContext } from "./projections.ts";
import { recessList, referenceLists } from "./reference.ts";
import { dossiers, events, letters } from "./schema.ts";

/** What has a history of its own; the day of an awaited event stands in that of what waits for it. */
export type ThingKind = Exclude<Subject, "calendar" | "reference">;

/** With whose it is: for the back office. */
export interface Thing extends ShownThing {
  owner: Ownership;
}

/** What a thing is called and where it belongs, as it stands or, once withdrawn, as it last stood. */
export interface ShownThing {
  kind: ThingKind;
  id: string;
  title: string;
  /** By which its page is found: the number of a commitment or an item, the slug of a dossier, else the id. */
  address: string;
  dossierId: string;
  chamber: Chamber;
  /** Others see it, or saw it before it was withdrawn. A draft is changed in its form. */
  isPublished: boolean;
  isTakenBack: boolean;
}

/** From its events; null where there never was one. Not for a dossier: its name is no event. */
export function shownThing(kind: Exclude<ThingKind, "dossier">, history: readonly RegisterEvent[]): ShownThing | null {
  const asLast = beforeWithdrawal(history);
  const id = history[0]?.subjectId ?? "";
  const own = { kind, id, isTakenBack: takenBackBy(history) !== null };
  const row = {
    commitment: () => commitmentRow(asLast as CommitmentEvent[]),
    debate: () => debateRow(asLast as DebateEvent[]),
    letter: () => letterRow(asLast as LetterEvent[]),
    item: () => itemRow(asLast as ItemEvent[]),
  }[kind]();
  if (!row) return null;
  const { title, dossierId } = row;
  const number = "number" in row ? row.number : null;
  const isPublished = kind === "letter" || ("publishedOn" in row && row.publishedOn !== null);
  const chamber = "chamber" in row ? row.chamber : "TK";
  return { ...own, title, address: number ?? id, dossierId, chamber, isPublished };
}

/** A thing by its id, as it stands or, once withdrawn, as it last stood, with whose it is; null where there never was one. */
export async function thingById(kind: ThingKind, id: string, today: IsoDay, from: Db = db): Promise<Thing | null> {
  if (kind === "dossier") return dossierThing(id, from);
  const history: RegisterEvent[] = await eventsOf(kind, id, from);
  const shown = shownThing(kind, history);
  return shown && { ...shown, owner: await ownerOf(shown, beforeWithdrawal(history), today, from) };
}

async function dossierThing(id: string, from: Db): Promise<Thing | null> {
  const row = await from.query.dossiers.findFirst({ where: eq(dossiers.id, id) });
  if (!row) return null;
  const shown = { title: row.name, address: row.slug, dossierId: id, chamber: "TK" as const };
  return { kind: "dossier", id, ...shown, owner: row, isPublished: true, isTakenBack: false };
}

async function ownerOf(
  { kind, dossierId }: ShownThing,
  history: readonly RegisterEvent[],
  today: IsoDay,
  from: Db,
): Promise<Ownership> {
  if (kind === "debate") return debateRow(history as DebateEvent[]) ?? {};
  if (kind === "letter") return { ministryId: letterRow(history as LetterEvent[])?.ministryId ?? null };
  const row = kind === "commitment" ? commitmentRow(history as CommitmentEvent[]) : null;
  if (!row) {
    const dossier = await from.query.dossiers.findFirst({ where: eq(dossiers.id, dossierId) });
    return { ministryId: dossier?.ministryId ?? null, committeeId: dossier?.committeeId ?? null };
  }
  const calendar = calendarFacts(await eventsOf("calendar", null, from));
  const context = standingContext(row.chamber, await contextOf(dossierId, from), calendar);
  const on = today > row.madeOn ? today : row.madeOn;
  const now = standing(history as CommitmentEvent[], context, on);
  return { ministryId: now?.ministryId ?? null, committeeId: row.committeeId };
}

/** The commitments and items that wait for an event whose day staff enter. */
export const waitingFor = async (
  awaitedIds: readonly string[],
  from: Db,
): Promise<{ subject: ThingKind; subjectId: string; awaitedId: string }[]> => {
  const found = [];
  for (const awaitedId of awaitedIds) {
    const named = (path: string) => sql`json_extract(${events.payload}, ${path}) = ${awaitedId}`;
    const rows = await from
      .selectDistinct({ subject: events.subject, subjectId: events.subjectId })
      .from(events)
      .where(
        and(
          inArray(events.subject, ["commitment", "item"]),
          or(named("$.awaitedId"), named("$.rest.awaitedId"), named("$.measure.start.awaitedId")),
        ),
      );
    for (const { subject, subjectId } of rows) {
      if (subject === "commitment" || subject === "item") found.push({ subject, subjectId, awaitedId });
    }
  }
  return found;
};

/** The thing in whose history an event stands, with all events of the event's own subject. */
export async function thingOfEvent(
  eventId: string,
  today: IsoDay,
  from: Db = db,
): Promise<{ thing: Thing; event: RegisterEvent; history: RegisterEvent[] } | null> {
  const row = await from.query.events.findFirst({ where: eq(events.id, eventId) });
  if (!row) return null;
  const event = asEvent(row);
  const [of] =
    event.subject === "calendar"
      ? await waitingFor([event.subjectId], from)
      : [event as { subject: ThingKind; subjectId: string }];
  const thing = of ? await thingById(of.subject, of.subjectId, today, from) : null;
  return thing && { thing, event, history: await eventsOf(event.subject, event.subjectId, from) };
}

/** All events of a thing, and the days of the events that it waits or waited for, in order of recording. */
export async function historyOf({ kind, id }: Pick<Thing, "kind" | "id">, from: Db = db): Promise<RegisterEvent[]> {
  const own: RegisterEvent[] = await eventsOf(kind, id, from);
  const awaited = [...new Set(own.flatMap(({ payload }) => valuesOf(payload, "awaitedId")))];
  if (awaited.length === 0) return own;
  const rows = await from
    .select()
    .from(events)
    .where(and(eq(events.subject, "calendar"), inArray(events.subjectId, awaited)))
    .orderBy(asc(events.seq));
  return [...own, ...rows.map(asEvent)].sort((a, b) => a.seq - b.seq);
}

/** Every text under a key, however deep. */
export function valuesOf(value: unknown, key: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === key && typeof part === "string" ? [part] : valuesOf(part, key),
  );
}

/** The names behind all that these events hold. A commitment keeps the number under which it was published. */
export async function namesFor(told: readonly RegisterEvent[], from: Db = db): Promise<CorrectionNames> {
  const payloads = told.map(({ payload }) => payload);
  const commitmentIds = payloads.flatMap((payload) => valuesOf(payload, "commitmentId"));
  const letterIds = payloads.flatMap((payload) => valuesOf(payload, "letterId"));
  const numbers = await from
    .select({ id: events.subjectId, payload: events.payload })
    .from(events)
    .where(
      and(eq(events.subject, "commitment"), eq(events.kind, "published"), inArray(events.subjectId, commitmentIds)),
    );
  const days = await from
    .select({ id: letters.id, date: letters.date })
    .from(letters)
    .where(inArray(letters.id, letterIds));
  const numberById = new Map(numbers.map(({ id, payload }) => [id, (payload as { number: string }).number]));
  const dayById = new Map(days.map(({ id, date }) => [id, date]));
  return {
    ...(await referenceLists(from)),
    number: (id) => numberById.get(id) ?? null,
    letterDay: (id) => dayById.get(id) ?? null,
  };
}

/** What reading a correction of an event depends on. */
export async function surroundingsOf(
  thing: Pick<Thing, "dossierId" | "chamber">,
  event: RegisterEvent,
  from: Db = db,
): Promise<Surroundings> {
  const rows = await from.query.letters.findMany({ where: eq(letters.dossierId, thing.dossierId) });
  const numbered = await from.query.commitments.findMany({
    columns: { id: true, number: true },
    where: (commitments, { isNotNull }) => isNotNull(commitments.number),
  });
  const origin = (event.payload as { passage?: { letterId: string } | null }).passage?.letterId;
  const letter = rows.find(({ id }) => id === origin);
  return {
    names: await namesFor([event], from),
    recesses: await recessList(from),
    // Words in a letter count from the day that it was written, also where it was received later.
    day: letter && letter.day === event.effectiveOn ? letter.date : event.effectiveOn,
    chamber: thing.chamber,
    dossierId: thing.dossierId,
    letters: rows.map(({ id, date, day, title, passages }) => ({
      id,
      date,
      day,
      title,
      anchors: passages.map(({ anchor }) => anchor),
    })),
    commitmentNumbered: (number) => numbered.find((row) => row.number === number)?.id ?? null,
  };
}
