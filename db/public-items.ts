/** What the public sees of what the register follows beside commitments. Part of the public door: see `public.ts`. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import {
  effectiveEvents,
  type Figure,
  type ItemEvent,
  type ItemKind,
  type ItemRelation,
  type PassageRef,
} from "#app/domain/events.ts";
import { PAGE_SIZE } from "#app/domain/filter.ts";
import { ITEM_KINDS } from "#app/domain/item-words.ts";
import { parseItemNumber } from "#app/domain/numbers.ts";
import { eventsOf } from "./events.ts";
import { keptQuery } from "./kept-query.ts";
import type { Moment } from "./moment.ts";
import { calendarFacts } from "./projections.ts";
import { commitments, debates, dossiers, itemLinks, items, letters, topics } from "./schema.ts";

interface LetterRef {
  id: string;
  title: string;
  date: IsoDay;
}

export type PublicItem = typeof items.$inferSelect & {
  letter: LetterRef | null;
  debate: LetterRef | null;
  dossier: { slug: string; name: string; isInvented: boolean; showsHelp: boolean };
  topic: { slug: string; name: string } | null;
  /** The day from which the term of a measure counts, once that is known on the day shown. */
  startOn: IsoDay | null;
};

/** What is asked for; everything that is left out or null does not matter. */
export interface ItemFilter {
  topicId?: string | null;
  dossierId?: string | null;
  kind?: ItemKind | null;
  ids?: string[];
}

const conditions = ({ topicId, dossierId, kind, ids }: ItemFilter, asOf: IsoDay): SQL | undefined =>
  and(
    isNotNull(items.publishedOn),
    lte(items.effectiveOn, asOf),
    topicId ? eq(items.topicId, topicId) : undefined,
    dossierId ? eq(items.dossierId, dossierId) : undefined,
    kind ? eq(items.itemKind, kind) : undefined,
    ids ? inArray(items.id, ids.concat("")) : undefined,
  );

const KIND_ORDER = sql`instr(${ITEM_KINDS.join(" ")}, ${items.itemKind})`;

/** Published items that are there on a day, in the order in which they came. */
export const publicItems = (filter: ItemFilter, moment: Moment): Promise<PublicItem[]> => listed(filter, moment);

async function listed(
  filter: ItemFilter,
  moment: Moment,
  page?: { limit: number; offset: number },
): Promise<PublicItem[]> {
  const query = moment.from
    .select({ item: items, dossier: dossiers, topic: topics })
    .from(items)
    .innerJoin(dossiers, eq(dossiers.id, items.dossierId))
    .leftJoin(topics, eq(topics.id, items.topicId))
    .where(conditions(filter, moment.asOf))
    .$dynamic();
  const rows = page
    ? await query.orderBy(KIND_ORDER, desc(items.effectiveOn), asc(items.number)).limit(page.limit).offset(page.offset)
    : await query.orderBy(asc(items.effectiveOn), asc(items.number), asc(items.title));
  const origins = (kind: "letter" | "debate") =>
    rows.flatMap(({ item: { origin } }) => (origin?.kind === kind ? [origin.id] : []));
  const letterOf = await letterRefs(origins("letter"), moment);
  const debateOf = await debateRefs(origins("debate"), moment);
  // A debate is told through the letter in which the register found it.
  const throughOf = await letterRefs(
    rows.flatMap(({ item }) => item.origin?.passage?.letterId ?? []),
    moment,
  );
  const startOf = rows.some(({ item }) => item.measure?.start) ? await startDays(moment) : () => null;
  return rows.map(({ item, dossier, topic }) => ({
    ...item,
    letter: letterOf.get(item.origin?.id ?? "") ?? throughOf.get(item.origin?.passage?.letterId ?? "") ?? null,
    debate: debateOf.get(item.origin?.id ?? "") ?? null,
    dossier,
    topic,
    startOn: startOf(item),
  }));
}

/** The day from which a term counts: a day, or that on which an event happened, on the day shown. */
async function startDays({ asOf, from }: Moment) {
  const { happened } = calendarFacts(await eventsOf("calendar", null, from));
  return ({ measure }: Pick<PublicItem, "measure">): IsoDay | null => {
    const on = measure?.start?.day ?? happened[measure?.start?.awaitedId ?? ""] ?? null;
    return on !== null && (measure?.start?.day || on <= asOf) ? on : null;
  };
}

async function letterRefs(ids: string[], { from }: Moment): Promise<Map<string, LetterRef>> {
  const rows = await from
    .select({ id: letters.id, title: letters.title, date: letters.date })
    .from(letters)
    .where(inArray(letters.id, [...new Set(ids)].concat("")));
  return new Map(rows.map((row) => [row.id, row]));
}

async function debateRefs(ids: string[], { from }: Moment): Promise<Map<string, LetterRef>> {
  const rows = await from
    .select({ id: debates.id, title: debates.title, date: debates.date })
    .from(debates)
    .where(and(isNotNull(debates.publishedOn), inArray(debates.id, [...new Set(ids)].concat(""))));
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many there are of each kind on a day. */
export async function countItems(filter: ItemFilter, { asOf, from }: Moment): Promise<Record<ItemKind, number>> {
  const rows = await from
    .select({ kind: items.itemKind, count: sql<number>`count(*)` })
    .from(items)
    .where(conditions(filter, asOf))
    .groupBy(items.itemKind);
  return Object.fromEntries(
    ITEM_KINDS.map((kind) => [kind, rows.find((row) => row.kind === kind)?.count ?? 0]),
  ) as Record<ItemKind, number>;
}

/** One page of a list, kind by kind, newest first. */
export async function itemList(
  filter: ItemFilter,
  asked: number,
  moment: Moment,
): Promise<{ rows: PublicItem[]; total: number; page: number; pages: number }> {
  const counts = await countItems(filter, moment);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = await listed(filter, moment, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return { rows, total, page, pages };
}

/** Dossiers and topics in which something is followed, for the filter of the list. */
export async function itemFilterOptions({ from }: Moment) {
  const rows = await from
    .selectDistinct({ dossier: dossiers, topic: topics })
    .from(items)
    .innerJoin(dossiers, eq(dossiers.id, items.dossierId))
    .leftJoin(topics, eq(topics.id, items.topicId))
    .where(isNotNull(items.publishedOn));
  const byName = <T extends { id: string; name: string }>(all: T[]): T[] =>
    [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name, "nl"));
  return {
    dossiers: byName(rows.map(({ dossier }) => dossier)),
    topics: byName(rows.flatMap(({ topic }) => topic ?? [])),
  };
}

// --- Links ------------------------------------------------------------------------------------------------------------

/** One end of a link as the other end tells it. */
export interface PublicLink {
  eventId: string;
  relation: ItemRelation;
  /** `from`: read from the item that was linked; `to`: from what it was linked to. */
  direction: "from" | "to";
  other:
    | { kind: "commitment"; number: string; title: string }
    | { kind: "item"; number: string; title: string; text: string; itemKind: ItemKind; isInLetter: boolean };
}

type End = { kind: "item" | "commitment"; id: string };

/** The links of an item or a commitment of which both ends are public and there on the day. */
export async function publicLinks(of: End, moment: Moment): Promise<PublicLink[]> {
  const { asOf, from } = moment;
  const rows = await linksTouching(from).execute({ ...of, day: asOf });
  if (rows.length === 0) return [];
  const others = rows.map((row): End & { row: typeof row; direction: PublicLink["direction"] } =>
    of.kind === "item" && row.itemId === of.id
      ? { row, kind: row.targetKind as End["kind"], id: row.targetId, direction: "from" }
      : { row, kind: "item", id: row.itemId, direction: "to" },
  );
  const idsOf = (kind: End["kind"]) => others.filter((end) => end.kind === kind).map(({ id }) => id);
  const promised = await from
    .select({ id: commitments.id, number: commitments.number, title: commitments.title })
    .from(commitments)
    .where(
      and(
        isNotNull(commitments.number),
        lte(commitments.madeOn, asOf),
        inArray(commitments.id, idsOf("commitment").concat("")),
      ),
    );
  const followed = await from
    .select()
    .from(items)
    .where(conditions({ ids: idsOf("item") }, asOf));
  return others.flatMap(({ row, kind, id, direction }): PublicLink[] => {
    const { id: eventId, relation } = row;
    if (!relation) return [];
    if (kind === "commitment") {
      const other = promised.find((one) => one.id === id);
      return other
        ? [{ eventId, relation, direction, other: { kind, number: other.number ?? "", title: other.title } }]
        : [];
    }
    const item = followed.find((one) => one.id === id);
    if (!item) return [];
    const { number, title, text, itemKind, origin } = item;
    return [
      {
        eventId,
        relation,
        direction,
        other: { kind, number: number ?? id, title, text, itemKind, isInLetter: origin?.kind === "letter" },
      },
    ];
  });
}

const linksTouching = keptQuery((from) => {
  const [kind, id] = [sql.placeholder("kind"), sql.placeholder("id")];
  const isTarget = and(eq(itemLinks.targetKind, kind), eq(itemLinks.targetId, id));
  const isLinked = and(
    sql`${kind} = 'item'`,
    eq(itemLinks.itemId, id),
    inArray(itemLinks.targetKind, ["item", "commitment"]),
  );
  return from
    .select()
    .from(itemLinks)
    .where(
      and(or(isTarget, isLinked), isNotNull(itemLinks.relation), lte(itemLinks.effectiveOn, sql.placeholder("day"))),
    )
    .orderBy(asc(itemLinks.effectiveOn), asc(itemLinks.id));
});

/** Public items of which a passage of a letter says something, on a day. */
export async function mentionsIn(letterId: string, moment: Moment) {
  const rows = await moment.from
    .select({ link: itemLinks, item: items })
    .from(itemLinks)
    .innerJoin(items, eq(items.id, itemLinks.itemId))
    .where(
      and(
        eq(itemLinks.targetKind, "passage"),
        eq(itemLinks.targetId, letterId),
        lte(itemLinks.effectiveOn, moment.asOf),
        conditions({}, moment.asOf),
      ),
    )
    .orderBy(asc(items.number));
  return rows.map(({ link, item }) => ({ ...item, eventId: link.id, passage: link.passage, note: link.note }));
}

// --- One item ---------------------------------------------------------------------------------------------------------

/** An event without who recorded it, with what it refers to. */
export type PublicItemEvent = Omit<ItemEvent, "recordedBy"> & {
  letter: LetterRef | null;
  other: { kind: End["kind"]; number: string; title: string } | null;
};

/** Everything the page of an item tells, on a day; `isThere` is false before it came. Null where it is not published. */
export async function publicItem(number: string, moment: Moment) {
  const [row] = await moment.from
    .select({ id: items.id, effectiveOn: items.effectiveOn })
    .from(items)
    // Some were published before items had numbers.
    .where(
      and(
        isNotNull(items.publishedOn),
        or(eq(items.number, parseItemNumber(number)?.number ?? ""), and(isNull(items.number), eq(items.id, number))),
      ),
    );
  if (!row) return null;
  // What it is, is told on any day; what came of it, only as far as the day goes.
  const then = row.effectiveOn > moment.asOf ? { ...moment, asOf: row.effectiveOn } : moment;
  const [item] = await listed({ ids: [row.id] }, then);
  if (!item) return null;
  const isThere = row.effectiveOn <= moment.asOf;
  const links = isThere ? await publicLinks({ kind: "item", id: item.id }, moment) : [];
  return {
    item,
    isThere,
    links,
    events: isThere ? await publicItemEvents(item.id, links, moment) : [],
    series: item.figure ? await seriesOf(item.dossierId, item.figure, moment) : [],
  };
}

/** The points of the series that a figure belongs to, by the day that they are of. */
async function seriesOf(dossierId: string, { series, unit }: Figure, moment: Moment): Promise<PublicItem[]> {
  const all = await publicItems({ dossierId, kind: "figure" }, moment);
  return all
    .filter(({ figure }) => figure?.series === series && figure.unit === unit)
    .sort((a, b) => ((a.figure?.on ?? "") < (b.figure?.on ?? "") ? -1 : 1));
}

async function publicItemEvents(id: string, links: readonly PublicLink[], moment: Moment): Promise<PublicItemEvent[]> {
  const told = effectiveEvents(await eventsOf("item", id, moment.from)).filter(
    ({ effectiveOn }) => effectiveOn <= moment.asOf,
  );
  const passageOf = (event: ItemEvent): PassageRef | null =>
    event.kind === "mentioned"
      ? event.payload.passage
      : event.kind === "registered"
        ? (event.payload.origin?.passage ?? null)
        : null;
  const refs = await letterRefs(
    told.flatMap((event) => passageOf(event)?.letterId ?? []),
    moment,
  );
  return told.flatMap((event): PublicItemEvent[] => {
    const { recordedBy: _recordedBy, ...shown } = event;
    const passage = passageOf(event);
    const letter = refs.get(passage?.letterId ?? "") ?? null;
    const link = links.find(({ eventId }) => eventId === event.id) ?? null;
    if (event.kind === "linked" && !link) return [];
    if (event.kind === "mentioned" && !letter) return [];
    return [{ ...shown, letter, other: link?.other ?? null }];
  });
}
