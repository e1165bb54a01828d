/**
 * Corrections and withdrawals as the public reads them: of what is public, recorded after its publication, and naming
 * nothing that only a draft knows. Who recorded them is nobody's business.
 */
import { and, eq, inArray, min, sql } from "drizzle-orm";
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import { type Change, changesInWords } from "#app/domain/correction.ts";
import { type Amended, amendmentsIn, originalDeadline, takenBackBy } from "#app/domain/correction-history.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import type { RegisterEvent, Subject } from "#app/domain/events.ts";
import type { Db } from "./client.ts";
import {
  historyOf,
  namesFor,
  type ShownThing,
  shownThing,
  type ThingKind,
  valuesOf,
  waitingFor,
} from "./correction-things.ts";
import { eventsOf } from "./events.ts";
import type { Moment } from "./moment.ts";
import { dossiers, events } from "./schema.ts";

export interface PublicAmendment {
  id: string;
  /** The event that it is about, which `corrected` gave other values, and which counts no more or again. */
  eventId: string;
  eventKind: string;
  act: "corrected" | "withdrawn" | "restored";
  /** What the event says, as it now holds or last held. */
  sentence: string;
  changes: Change[];
  /** The day that it holds for. */
  day: IsoDay;
  /** The day on which it was recorded, in Amsterdam. */
  recordedOn: IsoDay;
  reason: string;
  /** Since undone itself. */
  undone: { on: IsoDay; reason: string } | null;
}

export interface ListedAmendment extends PublicAmendment {
  thing: Pick<ShownThing, "kind" | "address" | "title">;
  dossier: { slug: string; name: string; isInvented: boolean; showsHelp: boolean };
}

/** Steps of the work with a letter, which no page shows. */
const UNSEEN = ["passage_reviewed", "review_begun", "published"];

type Dossier = typeof dossiers.$inferSelect;

/** A thing, all that was recorded of it, and since when others see it; null while nobody does. */
async function publicThing(
  kind: ThingKind,
  id: string,
  from: Db,
): Promise<{ thing: ShownThing; history: RegisterEvent[]; dossier: Dossier; publicSince: Instant } | null> {
  const history = await historyOf({ kind, id }, from);
  const own = history.filter(({ subject }) => subject === kind);
  const dossier = await from.query.dossiers.findFirst({
    where: eq(dossiers.id, kind === "dossier" ? id : (shownThing(kind, own)?.dossierId ?? "")),
  });
  if (!dossier) return null;
  if (kind === "dossier") {
    const publicSince = await dossierPublicSince(id, from);
    const { name: title, slug: address } = dossier;
    const thing: ShownThing = {
      kind,
      id,
      title,
      address,
      dossierId: id,
      chamber: "TK",
      isPublished: true,
      isTakenBack: false,
    };
    return publicSince === null ? null : { thing, history, dossier, publicSince };
  }
  const thing = shownThing(kind, own);
  const since = own.find((event) => event.kind === (kind === "letter" ? "registered" : "published"));
  return thing?.isPublished && since ? { thing, history, dossier, publicSince: since.recordedAt } : null;
}

/** The first thing in a dossier that others could see makes it public. */
async function dossierPublicSince(dossierId: string, from: Db): Promise<Instant | null> {
  const inDossier = from
    .select({ id: events.subjectId })
    .from(events)
    .where(and(eq(events.kind, "registered"), sql`json_extract(${events.payload}, '$.dossierId') = ${dossierId}`));
  const [first] = await from
    .select({ at: min(events.recordedAt) })
    .from(events)
    .where(
      and(
        inArray(events.subjectId, inDossier),
        sql`(${events.kind} = 'published' OR (${events.subject} = 'letter' AND ${events.kind} = 'registered'))`,
      ),
    );
  return first?.at ?? null;
}

/** Commitments and items that are or were public, of those that these events name. */
async function knownOutside(told: readonly RegisterEvent[], from: Db): Promise<(event: RegisterEvent) => boolean> {
  const named = ({ kind, payload }: RegisterEvent) => [
    ...valuesOf(payload, "commitmentId"),
    ...(kind === "linked" ? valuesOf(payload, "id") : []),
  ];
  const rows = await from
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(and(eq(events.kind, "published"), inArray(events.subjectId, told.flatMap(named))));
  const known = new Set(rows.map(({ id }) => id));
  return (event) => named(event).every((id) => known.has(id));
}

/** Every correction and withdrawal of one thing that shows on a day, in order of recording. */
export async function publicAmendments(
  kind: ThingKind,
  id: string,
  { asOf, from }: Moment,
): Promise<PublicAmendment[]> {
  // Of most things nothing was ever corrected.
  if (amendmentsIn(await historyOf({ kind, id }, from)).length === 0) return [];
  const found = await publicThing(kind, id, from);
  return found ? told(found, asOf, from) : [];
}

async function told(
  { history, publicSince }: { history: RegisterEvent[]; publicSince: Instant },
  asOf: IsoDay,
  from: Db,
): Promise<PublicAmendment[]> {
  const amended = amendmentsIn(history).filter(
    ({ amendment, meant }) => amendment.recordedAt > publicSince && !UNSEEN.includes(meant.kind),
  );
  if (amended.length === 0) return [];
  const states = amended
    .flatMap(({ meant, before, after }) => [meant, before, after])
    .filter((event) => event !== null);
  const names = await namesFor(states, from);
  const isKnown = await knownOutside(states, from);
  const original = originalDeadline(history);
  return amended.flatMap((one): PublicAmendment[] => {
    const { amendment, meant, before, after, undone } = one;
    const shown = after ?? before ?? meant;
    const changes = before && after ? changesInWords(before, after, names) : [];
    if (before && after && changes.length === 0) return [];
    if (!holdsBy(one, asOf) || ![meant, before, after].every((event) => event === null || isKnown(event))) return [];
    return [
      {
        id: amendment.id,
        eventId: meant.id,
        eventKind: meant.kind,
        act: !after ? "withdrawn" : !before ? "restored" : "corrected",
        sentence: registerSentence(shown, names, shown.id === original?.id),
        changes,
        day: shown.effectiveOn,
        recordedOn: amsterdamDay(amendment.recordedAt),
        reason: amendment.payload.reason,
        undone: undone && { on: amsterdamDay(undone.recordedAt), reason: undone.payload.reason },
      },
    ];
  });
}

/** From when until when a dossier is followed shows on every day; all else from the day that it held or holds. */
const holdsBy = ({ meant, before, after }: Amended, asOf: IsoDay): boolean =>
  meant.kind === "coverage_set" || [before, after].some((event) => event !== null && event.effectiveOn <= asOf);

const PAGE = 20;

/** All corrections and withdrawals that show on a day, the last recorded first. */
export async function allCorrections({ asOf, from }: Moment): Promise<ListedAmendment[]> {
  const found: (ListedAmendment & { at: Instant })[] = [];
  for (const { kind, id } of await amendedThings(from)) {
    const one = await publicThing(kind, id, from);
    if (!one) continue;
    const { thing, history, dossier } = one;
    const at = new Map(history.map((event) => [event.id, event.recordedAt]));
    for (const amendment of await told(one, asOf, from)) {
      const { slug, name, isInvented, showsHelp } = dossier;
      const { kind: thingKind, address, title } = thing;
      found.push({
        ...amendment,
        at: at.get(amendment.id) ?? "",
        thing: { kind: thingKind, address, title },
        dossier: { slug, name, isInvented, showsHelp },
      });
    }
  }
  return found
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
    .map(({ at: _at, ...row }) => row);
}

/** A page of them; of one dossier where a slug is given. */
export async function publicCorrections(
  { dossier: slug, page: asked }: { dossier: string | null; page: number },
  moment: Moment,
): Promise<{
  rows: ListedAmendment[];
  total: number;
  page: number;
  pages: number;
  dossiers: { slug: string; name: string }[];
}> {
  const found = await allCorrections(moment);
  const options = new Map(found.map(({ dossier }) => [dossier.slug, { slug: dossier.slug, name: dossier.name }]));
  const rows = found.filter(({ dossier }) => slug === null || dossier.slug === slug);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    rows: rows.slice((page - 1) * PAGE, page * PAGE),
    total: rows.length,
    page,
    pages,
    dossiers: [...options.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Those that were recorded after one day, up to and including the day of the moment. */
export const correctionsSince = async (day: IsoDay, moment: Moment): Promise<ListedAmendment[]> =>
  (await allCorrections(moment)).filter(({ recordedOn }) => recordedOn > day && recordedOn <= moment.asOf);

/** What was corrected or withdrawn in after it became public, each once; the day of an awaited event with what waits. */
async function amendedThings(from: Db): Promise<{ kind: ThingKind; id: string }[]> {
  const rows = await from
    .selectDistinct({ subject: sql<Subject>`amended.subject`, id: sql<string>`amended.subject_id` })
    .from(sql`events AS amended`)
    .where(
      sql`amended.kind IN ('corrected', 'withdrawn') AND (
        amended.subject IN ('letter', 'dossier', 'calendar')
        OR EXISTS (
          SELECT 1 FROM events AS published
          WHERE published.subject = amended.subject AND published.subject_id = amended.subject_id
            AND published.kind = 'published' AND published.recorded_at < amended.recorded_at
        ))`,
    );
  const found = new Map<string, { kind: ThingKind; id: string }>();
  const add = (kind: ThingKind, id: string) => found.set(`${kind} ${id}`, { kind, id });
  for (const { subject, id } of rows) {
    if (subject === "reference") continue;
    if (subject !== "calendar") add(subject, id);
    else for (const waits of await waitingFor([id], from)) add(waits.subject, waits.subjectId);
  }
  return [...found.values()];
}

/**
 * Something that was public and was withdrawn as a whole, by the number or id of its page: what it was, when it was
 * withdrawn and why. Null where there is no such thing, or where it is there.
 */
export async function withdrawnThing(
  kind: Exclude<ThingKind, "dossier">,
  address: string,
  { from }: Moment,
): Promise<{ title: string; on: IsoDay; reason: string } | null> {
  const numbered = await from
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.subject, kind),
        eq(events.kind, "published"),
        sql`json_extract(${events.payload}, '$.number') = ${address}`,
      ),
    );
  const history: RegisterEvent[] = await eventsOf(kind, numbered[0]?.id ?? address, from);
  const thing = shownThing(kind, history);
  const withdrawal = takenBackBy(history);
  // By its number only, where it has one: an id that nobody was told leads nowhere.
  if (!thing?.isPublished || thing.address !== address || !withdrawal) return null;
  return { title: thing.title, on: amsterdamDay(withdrawal.recordedAt), reason: withdrawal.payload.reason };
}
