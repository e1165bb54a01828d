/**
 * What happened to published commitments, in the order in which it became public, the last first. An event became public
 * when it was recorded or, where that came later, when its commitment was published, or when it was corrected or taken
 * back: then its words are new. The place of that act in the chain is its place in the feed.
 */
import { and, desc, eq, inArray, lt, max } from "drizzle-orm";
import { addDays, amsterdamDay, endOfDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import { type CommitmentEvent, effectiveEvents } from "#app/domain/events.ts";
import type { Filter } from "#app/domain/filter.ts";
import type { Moment } from "./moment.ts";
import { publicAmendments } from "./public-corrections.ts";
import { effectiveUntil, lettersIn, namedIn, othersIn, recordedOf } from "./public-histories.ts";
import { foundIds } from "./register-list.ts";
import { commitments, dossiers, events } from "./schema.ts";

interface Told {
  /** Of the event: the same for good, also when it is corrected. */
  id: string;
  /** Place in the chain of the act by which it became as it now reads. */
  place: number;
  updated: Instant;
  commitment: { number: string; title: string; dossier: string; isInvented: boolean };
}

/** Without who recorded it. */
interface ToldEvent extends Told {
  is: "event";
  event: Omit<CommitmentEvent, "recordedBy">;
  isOriginal: boolean;
  other: string | null;
  letter: { id: string; title: string; date: IsoDay; anchor: string | null } | null;
}

/** An event that was public and counts no more. */
interface ToldWithdrawal extends Told {
  is: "withdrawal";
  kind: string;
  day: IsoDay;
  sentence: string;
  reason: string;
}

export type FeedEntry = ToldEvent | ToldWithdrawal;

/** At least so many on a page, where there are; what one act made public is not divided. */
const PAGE = 50;
/** So few commitments are looked up one by one; of more the chain is walked back, and looked which are among them. */
const FEW = 1000;
/** Acts on what the filter finds that are looked into at a time: somewhat more than fill a page. */
const STEP = 60;
/** Acts that are walked back over at a time. */
const STRIDE = 1000;

interface FeedPage {
  entries: FeedEntry[];
  /** The place for the next page; null on the last. */
  older: number | null;
}

/**
 * One page of the feed of a filter.
 * @param before the place from which on older entries are told; null for the newest
 */
export const publicFeed = async (filter: Filter, moment: Moment, before: number | null): Promise<FeedPage> =>
  feedOf(await foundIds(filter, moment), moment, before);

/** The same of these commitments, all of them published. */
export async function feedOf(found: ReadonlySet<string>, moment: Moment, before: number | null): Promise<FeedPage> {
  const entries: FeedEntry[] = [];
  for (let from = before ?? Number.MAX_SAFE_INTEGER; entries.length <= PAGE; ) {
    const { acts, until } = await actsBefore(from, found, moment);
    if (until === null) break;
    const told = (await toldOf([...new Set(acts)], moment)).filter(({ place }) => place < from && place >= until);
    entries.push(...told.sort((a, b) => b.place - a.place));
    from = until;
  }
  const last = entries[PAGE - 1]?.place;
  const page = entries.filter(({ place }) => last === undefined || place >= last);
  return { entries: page, older: page.length < entries.length ? (last ?? null) : null };
}

/** Acts that change what is told of earlier days, whatever day they are of themselves. */
const ANY_DAY: readonly string[] = ["published", "corrected", "withdrawn"];

/** On whom the last acts before a place were, and until where that is; null where there are none. */
async function actsBefore(
  before: number,
  found: ReadonlySet<string>,
  { asOf, from }: Moment,
): Promise<{ acts: string[]; until: number | null }> {
  const few = found.size > FEW ? null : [...found];
  const acts: string[] = [];
  let until: number | null = null;
  while (acts.length < STEP) {
    const rows = await from
      .select({
        seq: events.seq,
        subject: events.subject,
        id: events.subjectId,
        kind: events.kind,
        on: events.effectiveOn,
      })
      .from(events)
      .where(
        and(
          lt(events.seq, until ?? before),
          // Without a condition on the subject, the chain itself is walked: no index has this order.
          few ? and(eq(events.subject, "commitment"), inArray(events.subjectId, few)) : undefined,
        ),
      )
      .orderBy(desc(events.seq))
      .limit(few ? STEP : STRIDE);
    if (rows.length === 0) break;
    for (const { seq, subject, id, kind, on } of rows) {
      until = seq;
      if (subject === "commitment" && found.has(id) && (on <= asOf || ANY_DAY.includes(kind))) acts.push(id);
      if (acts.length >= STEP) break;
    }
  }
  return { acts, until };
}

/** All entries about these commitments. */
async function toldOf(ids: readonly string[], moment: Moment): Promise<FeedEntry[]> {
  const { asOf, from } = moment;
  const about = await commitmentsOf(ids, moment);
  const recorded = await recordedOf([...about.keys()], from);
  const holding = new Map([...recorded].map(([id, history]) => [id, effectiveUntil(history, asOf)]));
  const every = [...holding.values()].flat();
  const { letters, numbers, isPublic } = await namedIn(every, [], from);
  const publications = await publicationsOf(every.flatMap(othersIn), moment);
  const found: FeedEntry[] = [];
  for (const [id, history] of recorded) {
    const commitment = about.get(id);
    const published = effectiveEvents(history).find(({ kind }) => kind === "published");
    if (!commitment || !published) continue;
    const shown = (holding.get(id) ?? []).filter(isPublic);
    const first = shown.find(({ kind }) => kind === "deadline_set");
    const acts = actsOn(history, published.seq);
    for (const event of shown) {
      const last = [published, event, ...(acts.get(event.id) ?? [])].reduce((a, b) => (a.seq > b.seq ? a : b));
      const [letterId = ""] = lettersIn(event);
      const letter = letters.get(letterId);
      const [other = ""] = othersIn(event);
      const { recordedBy: _recordedBy, ...told } = event;
      found.push({
        is: "event",
        id: event.id,
        place: last.seq,
        updated: latest(last.recordedAt, publications.get(other), startOf(event.effectiveOn, last.recordedAt)),
        commitment,
        event: told,
        isOriginal: event === first,
        other: numbers.get(other) ?? null,
        letter: letter ? { id: letterId, title: letter.title, date: letter.date, anchor: anchorOf(event) } : null,
      });
    }
    if (acts.size > 0) found.push(...(await withdrawals(id, history, commitment, moment)));
  }
  return found;
}

async function commitmentsOf(ids: readonly string[], { from }: Moment): Promise<Map<string, Told["commitment"]>> {
  const rows = await from
    .select({
      id: commitments.id,
      number: commitments.number,
      title: commitments.title,
      dossier: dossiers.name,
      isInvented: dossiers.isInvented,
    })
    .from(commitments)
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .where(inArray(commitments.id, [...ids]));
  return new Map(rows.flatMap(({ id, number, ...row }) => (number === null ? [] : [[id, { number, ...row }]])));
}

/** When the commitments that are named were published: what names one is public from then on. */
async function publicationsOf(ids: readonly string[], { from }: Moment): Promise<Map<string, Instant>> {
  const rows = await from
    .select({ id: events.subjectId, at: max(events.recordedAt) })
    .from(events)
    .where(
      and(eq(events.subject, "commitment"), eq(events.kind, "published"), inArray(events.subjectId, [...new Set(ids)])),
    )
    .groupBy(events.subjectId);
  return new Map(rows.map(({ id, at }) => [id, at ?? ""]));
}

/** What was corrected or taken back since the publication, by the event that it is about in the end. */
function actsOn(history: readonly CommitmentEvent[], publishedAt: number): Map<string, CommitmentEvent[]> {
  const targets = new Map<string, string>();
  const found = new Map<string, CommitmentEvent[]>();
  for (const event of history) {
    if (event.kind !== "corrected" && event.kind !== "withdrawn") continue;
    const about = targets.get(event.payload.eventId) ?? event.payload.eventId;
    targets.set(event.id, about);
    if (event.seq > publishedAt) found.set(about, [...(found.get(about) ?? []), event]);
  }
  return found;
}

/** Events that the public could read and that were taken back: a reader who has them is told. */
async function withdrawals(
  id: string,
  history: readonly CommitmentEvent[],
  commitment: Told["commitment"],
  moment: Moment,
): Promise<ToldWithdrawal[]> {
  const bySeq = new Map(history.map((event) => [event.id, event]));
  const amended = await publicAmendments("commitment", id, moment);
  return amended.flatMap(({ id: actId, eventId, act, eventKind, day, sentence, reason, undone }) => {
    const recorded = bySeq.get(actId);
    if (act !== "withdrawn" || undone || !recorded) return [];
    const { seq: place, recordedAt: updated } = recorded;
    return [{ is: "withdrawal", id: eventId, kind: eventKind, place, updated, commitment, day, sentence, reason }];
  });
}

const anchorOf = (event: CommitmentEvent): string | null =>
  event.kind === "reported" || event.kind === "deadline_set" ? (event.payload.passage?.anchor ?? null) : null;

const latest = (...moments: (Instant | null | undefined)[]): Instant =>
  moments.reduce<Instant>((a, b) => (b && b > a ? b : a), "");

/** The beginning of a day that had yet to come when it was recorded: nobody read it before. */
const startOf = (day: IsoDay, recordedAt: Instant): Instant | null =>
  day > amsterdamDay(recordedAt) ? new Date(Date.parse(endOfDay(addDays(day, -1))) + 1).toISOString() : null;
