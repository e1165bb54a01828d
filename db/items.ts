/**
 * What the register follows beside commitments: drafts, publication, and links to each other, to commitments and to
 * passages. An item belongs to the ministry and the committee of its dossier. Reading for the public is `public-items.ts`.
 */
import { and, asc, eq, inArray, isNotNull, isNull, like, sql } from "drizzle-orm";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import {
  effectiveEvents,
  type ItemKind,
  type ItemRelation,
  type Measure,
  type NewEvent,
  type PassageRef,
  type PayloadsOf,
} from "#app/domain/events.ts";
import { sameName } from "#app/domain/names.ts";
import { itemNumber } from "#app/domain/numbers.ts";
import type { Ownership } from "#app/domain/permissions.ts";
import { canonicalJson } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { type AwaitedEvent, awaitedDay } from "./commitments.ts";
import { eventsOf, newId, record } from "./events.ts";
import { accounts, commitments, debates, dossiers, events, itemLinks, items, letters, topics } from "./schema.ts";

export type ItemRow = typeof items.$inferSelect;
export type ItemFacts = PayloadsOf["item"]["registered"];

export const itemById = async (id: string, from: Db = db): Promise<ItemRow | null> =>
  (await from.query.items.findFirst({ where: eq(items.id, id) })) ?? null;

/** Whose the things of a dossier are. */
export async function ownershipOfDossier(dossierId: string): Promise<Ownership> {
  const row = await db.query.dossiers.findFirst({ where: eq(dossiers.id, dossierId) });
  return { ministryId: row?.ministryId ?? null, committeeId: row?.committeeId ?? null };
}

/** The registration of an item that stands: a draft that was changed is stated anew, whole. */
export async function standingRegistration(id: string, from: Db = db) {
  const event = effectiveEvents(await eventsOf("item", id, from)).find(({ kind }) => kind === "registered");
  return event?.kind === "registered" ? event : null;
}

/** Who stated a draft as it stands, and when. */
export async function statedBy(id: string): Promise<{ name: string; at: Instant } | null> {
  const last = (await eventsOf("item", id)).findLast(({ kind }) =>
    ["registered", "withdrawn", "published"].includes(kind),
  );
  const account = last && (await db.query.accounts.findFirst({ where: eq(accounts.id, last.recordedBy) }));
  return last ? { name: account?.name ?? "iemand anders", at: last.recordedAt } : null;
}

/** Whether anything ever had this id: what was thrown away does not come back under it. */
const isTaken = async (tx: Db, id: string): Promise<boolean> =>
  (await tx.query.events.findFirst({ where: eq(events.subjectId, id) })) !== undefined;

/**
 * Keeps a draft, new or changed; with a day it is published in the same act. What is sent twice is kept once.
 * @param seen the event that stated the draft which the writer had in view; empty for a new one
 * @returns false, with nothing recorded, where others changed, published or threw it away meanwhile
 */
export const keepItem = (
  by: string,
  id: string,
  { on, ...facts }: ItemFacts & { on: IsoDay },
  { seen, publishOn }: { seen: string; publishOn: IsoDay | null },
): Promise<boolean> =>
  write(async (tx) => {
    const stated = await standingRegistration(id, tx);
    const measure = facts.measure && (await withSharedStart(tx, facts.dossierId, facts.measure));
    const told = { ...facts, measure };
    const isSame =
      stated !== null && stated.effectiveOn === on && canonicalJson(stated.payload) === canonicalJson(told);
    const isPublished = (await itemById(id, tx))?.publishedOn != null;
    if (isPublished || (!stated && (await isTaken(tx, id)))) return isPublished && isSame && publishOn !== null;
    if (stated && stated.id !== seen && !isSame) return false;
    const fresh: NewEvent[] = [];
    if (!isSame) {
      if (stated) fresh.push(withdrawal(stated, "concept gewijzigd"));
      fresh.push({ subject: "item", subjectId: id, kind: "registered", effectiveOn: on, payload: told });
    }
    if (publishOn) fresh.push(...(await itemPublication(tx, [{ id, itemKind: told.itemKind, on }], publishOn)));
    await record(tx, by, fresh);
    return true;
  });

/** Measures of a dossier that wait for the same event wait for one day, entered once. */
export async function withSharedStart(tx: Db, dossierId: string, measure: Measure): Promise<Measure> {
  const { start } = measure;
  if (!start?.awaitedId) return measure;
  const others = await tx.select({ measure: items.measure }).from(items).where(eq(items.dossierId, dossierId));
  const same = others.find(({ measure: other }) => other?.start?.awaitedId && sameName(other.start.words, start.words));
  return { ...measure, start: { ...start, awaitedId: same?.measure?.start?.awaitedId ?? start.awaitedId } };
}

const withdrawal = (
  { id: eventId, subjectId, effectiveOn }: { id: string; subjectId: string; effectiveOn: IsoDay },
  reason: string,
): NewEvent => ({ subject: "item", subjectId, kind: "withdrawn", effectiveOn, payload: { eventId, reason } });

/** Throws a draft away. False where it was published or changed meanwhile. */
export const throwAwayItem = (by: string, id: string, seen: string): Promise<boolean> =>
  write(async (tx) => {
    const stated = await standingRegistration(id, tx);
    if (!stated) return true;
    if (stated.id !== seen || (await itemById(id, tx))?.publishedOn) return false;
    await record(tx, by, [withdrawal(stated, "concept weggehaald")]);
    return true;
  });

/** Publication: from now on others see it, under a number of its kind that nothing else ever had. */
export async function itemPublication(
  tx: Db,
  rows: readonly { id: string; itemKind: ItemKind; on: IsoDay }[],
  today: IsoDay,
): Promise<NewEvent[]> {
  const serials = new Map<string, number>();
  const fresh: NewEvent[] = [];
  for (const { id, itemKind, on } of rows) {
    const series = itemNumber(itemKind, on, 0).slice(0, -4);
    const serial = (serials.get(series) ?? (await lastSerial(tx, series))) + 1;
    serials.set(series, serial);
    const number = itemNumber(itemKind, on, serial);
    fresh.push({ subject: "item", subjectId: id, kind: "published", effectiveOn: today, payload: { number } });
  }
  return fresh;
}

async function lastSerial(tx: Db, series: string): Promise<number> {
  const given = await tx
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.subject, "item"), eq(events.kind, "published"), like(events.payload, `%"${series}%`)));
  return given.reduce((last, { payload }) => {
    const { number } = payload as PayloadsOf["item"]["published"];
    return number?.startsWith(series) ? Math.max(last, Number(number.slice(series.length))) : last;
  }, 0);
}

/** Drafts of the dossiers of a ministry or a committee, for those who may edit them. */
export async function draftItems(owner: { ministryId: string | null; committeeId: string | null }): Promise<ItemRow[]> {
  const mine = owner.ministryId
    ? eq(dossiers.ministryId, owner.ministryId)
    : owner.committeeId
      ? eq(dossiers.committeeId, owner.committeeId)
      : undefined;
  if (!mine) return [];
  const rows = await db
    .select({ item: items })
    .from(items)
    .innerJoin(dossiers, and(eq(dossiers.id, items.dossierId), mine))
    .where(isNull(items.publishedOn))
    .orderBy(asc(items.seq));
  return rows.map(({ item }) => item);
}

/** Where an item can come from: the letters of its dossier and its published debates, latest first. */
export async function originsIn(dossierId: string) {
  const fromLetters = await db
    .select({ id: letters.id, title: letters.title, day: letters.date, chamber: letters.chamber })
    .from(letters)
    .where(eq(letters.dossierId, dossierId));
  const fromDebates = await db
    .select({ id: debates.id, title: debates.title, day: debates.date, chamber: debates.chamber })
    .from(debates)
    .where(and(eq(debates.dossierId, dossierId), isNotNull(debates.publishedOn)));
  return [
    ...fromLetters.map((row) => ({ ...row, kind: "letter" as const })),
    ...fromDebates.map((row) => ({ ...row, kind: "debate" as const })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1));
}

/** What the items of a dossier already call their series, units, categories and partners: so that they are called the same. */
export async function usedWords(dossierId: string) {
  const rows = await db
    .select({ measure: items.measure, figure: items.figure, topic: topics.name })
    .from(items)
    .leftJoin(topics, eq(topics.id, items.topicId))
    .where(eq(items.dossierId, dossierId));
  return {
    series: rows.flatMap(({ figure }) => figure?.series ?? []),
    units: rows.flatMap(({ figure }) => figure?.unit ?? []),
    categories: rows.flatMap(({ measure }) => measure?.category ?? []),
    partners: rows.flatMap(({ measure }) => measure?.partners ?? []),
    starts: rows.flatMap(({ measure }) => (measure?.start?.awaitedId ? measure.start.words : [])),
  };
}

// --- Links ------------------------------------------------------------------------------------------------------------

/** Something that an item can be linked to. */
export interface LinkTarget {
  kind: "item" | "commitment";
  id: string;
  number: string;
  title: string;
  on: IsoDay;
}

/** Everything published in a dossier that an item can be linked to: commitments, then items, by number. */
export async function linkTargets(dossierId: string | null, from: Db = db): Promise<LinkTarget[]> {
  const promised = await from
    .select({ id: commitments.id, number: commitments.number, title: commitments.title, on: commitments.madeOn })
    .from(commitments)
    .where(and(isNotNull(commitments.number), dossierId ? eq(commitments.dossierId, dossierId) : undefined))
    .orderBy(asc(commitments.number));
  const followed = await from
    .select({ id: items.id, number: items.number, title: items.title, on: items.effectiveOn })
    .from(items)
    .where(and(isNotNull(items.number), dossierId ? eq(items.dossierId, dossierId) : undefined))
    .orderBy(asc(items.number));
  return [
    ...promised.map((row) => ({ ...row, number: row.number ?? "", kind: "commitment" as const })),
    ...followed.map((row) => ({ ...row, number: row.number ?? "", kind: "item" as const })),
  ];
}

/** What was typed: a number, or what `targetInWords` wrote. */
export const pickTarget = <T extends { number: string }>(targets: readonly T[], typed: string): T | null =>
  targets.find(({ number }) => sameName(number, typed.split(":")[0] ?? "")) ?? null;

export interface BackOfficeLink {
  eventId: string;
  relation: ItemRelation | null;
  target: LinkTarget | null;
  passage: PassageRef | null;
  letter: { id: string; title: string } | null;
  note: string | null;
  /** A decision in the review of a letter: taken back there. */
  reviewedIn: string | null;
}

/** The links of an item that stand, whether their other ends are public or not. */
export async function linksOf(itemId: string): Promise<BackOfficeLink[]> {
  const rows = await db
    .select()
    .from(itemLinks)
    .where(eq(itemLinks.itemId, itemId))
    .orderBy(asc(itemLinks.effectiveOn));
  const targets = await linkTargets(null);
  const found: BackOfficeLink[] = [];
  for (const { id: eventId, targetKind, targetId, relation, passage, note } of rows) {
    const letter =
      targetKind === "passage" ? await db.query.letters.findFirst({ where: eq(letters.id, targetId) }) : null;
    const target = targets.find(({ kind, id }) => kind === targetKind && id === targetId) ?? null;
    const reviewedIn = await reviewOf(db, eventId);
    found.push({
      eventId,
      relation,
      target,
      passage,
      letter: letter ? { id: letter.id, title: letter.title } : null,
      note,
      reviewedIn,
    });
  }
  return found;
}

/** The letter in whose review an event was recorded by a decision that stands; null where there is none. */
async function reviewOf(from: Db, eventId: string): Promise<string | null> {
  const rows = await from
    .select({ letterId: events.subjectId })
    .from(events)
    .where(and(eq(events.kind, "passage_reviewed"), sql`json_extract(${events.payload}, '$.eventId') = ${eventId}`));
  for (const { letterId } of rows) {
    const stands = effectiveEvents(await eventsOf("letter", letterId, from)).some(
      (event) => event.kind === "passage_reviewed" && event.payload.eventId === eventId,
    );
    if (stands) return letterId;
  }
  return null;
}

const later = (a: IsoDay, b: IsoDay): IsoDay => (a > b ? a : b);

/**
 * Links an item to another or to a commitment. It holds from the day on which both are there.
 * @returns why it was not: the other end is no longer there, it is the item itself, or the link is there already
 */
export const linkItem = (
  by: string,
  itemId: string,
  relation: ItemRelation,
  to: { kind: LinkTarget["kind"]; id: string },
): Promise<{ done: true } | { done: false; because: "gone" | "itself" | "there" }> =>
  write(async (tx) => {
    const item = await itemById(itemId, tx);
    const target = (await linkTargets(null, tx)).find(({ kind, id }) => kind === to.kind && id === to.id);
    if (!item || !target) return { done: false, because: "gone" };
    if (target.id === itemId) return { done: false, because: "itself" };
    const same = await tx
      .select()
      .from(itemLinks)
      .where(and(eq(itemLinks.itemId, itemId), eq(itemLinks.targetId, to.id), eq(itemLinks.relation, relation)));
    if (same.length > 0) return { done: false, because: "there" };
    const effectiveOn = later(item.effectiveOn, target.on);
    await record(tx, by, [
      { subject: "item", subjectId: itemId, kind: "linked", effectiveOn, payload: { relation, to } },
    ]);
    return { done: true };
  });

/** A passage says something of an item: the event, with an id of its own. */
export const mention = (
  eventId: string,
  item: ItemRow,
  letterDay: IsoDay,
  passage: PassageRef,
  note: string | null,
): NewEvent => ({
  id: eventId,
  subject: "item",
  subjectId: item.id,
  kind: "mentioned",
  effectiveOn: later(item.effectiveOn, letterDay),
  payload: { passage, note },
});

/** Names a place in a letter that says something of an item. False where the letter or the item is no longer there. */
export const mentionItem = (by: string, itemId: string, passage: PassageRef, note: string | null): Promise<boolean> =>
  write(async (tx) => {
    const item = await itemById(itemId, tx);
    const letter = await tx.query.letters.findFirst({ where: eq(letters.id, passage.letterId) });
    if (!item || !letter) return false;
    await record(tx, by, [mention(newId(), item, letter.day, passage, note)]);
    return true;
  });

/** Takes a link back with its reason. What the review of a letter decided is taken back there. */
export const withdrawItemLink = (
  by: string,
  itemId: string,
  eventId: string,
  reason: string,
): Promise<{ done: true } | { done: false; because: "gone" | "reviewed" }> =>
  write(async (tx) => {
    const event = effectiveEvents(await eventsOf("item", itemId, tx)).find(({ id }) => id === eventId);
    if (event?.kind !== "linked" && event?.kind !== "mentioned") return { done: false, because: "gone" };
    if (await reviewOf(tx, eventId)) return { done: false, because: "reviewed" };
    await record(tx, by, [withdrawal(event, reason)]);
    return { done: true };
  });

/** Whether something else rests on an item: a link from or to it, or a passage that says something of it. */
export async function isItemBuiltOn(tx: Db, itemId: string): Promise<boolean> {
  const own = await tx.select().from(itemLinks).where(eq(itemLinks.itemId, itemId));
  const others = await tx
    .select()
    .from(itemLinks)
    .where(and(eq(itemLinks.targetKind, "item"), eq(itemLinks.targetId, itemId)));
  return own.length + others.length > 0;
}

/** Numbers, kinds and titles of published items, by id. */
export async function publishedItems(
  ids: string[],
): Promise<Map<string, { number: string; title: string; itemKind: ItemKind }>> {
  const rows = await db
    .select()
    .from(items)
    .where(and(isNotNull(items.publishedOn), inArray(items.id, ids.concat(""))));
  return new Map(rows.map(({ id, number, title, itemKind }) => [id, { number: number ?? id, title, itemKind }]));
}

/** The event that the term of a measure counts from, and the day on which it happened, if entered. */
export async function awaitedStartOf({ measure, effectiveOn }: ItemRow): Promise<AwaitedEvent | null> {
  const start = measure?.start;
  if (!start?.awaitedId) return null;
  return { id: start.awaitedId, words: start.words, saidOn: effectiveOn, happened: await awaitedDay(start.awaitedId) };
}
