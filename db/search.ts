/**
 * Search in what is published, as it stood on a day. Part of the public door: see `public.ts`.
 *
 * What has all words in its title comes first, then the newest first: no score, so that common words cost no more than
 * rare ones and everybody can see why something stands where it stands.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { paperKey } from "#app/domain/paper.ts";
import { type AskedNumber, askedNumber } from "#app/domain/search/asked-number.ts";
import { hasMarks, type Marked, marked, snippet } from "#app/domain/search/marks.ts";
import { nearestWord } from "#app/domain/search/near-spelling.ts";
import { FOUND_KINDS, type FoundKind, placesUpTo } from "#app/domain/search/place.ts";
import {
  isCommon,
  type Question,
  questionIn,
  questionSoFar,
  type Term,
  withoutTerm,
  withWord,
} from "#app/domain/search/question.ts";
import { expressionOf, type Sought, titleExpressionOf } from "#app/domain/search/sought.ts";
import type { Db } from "./client.ts";
import { keptPerWrite } from "./kept-per-write.ts";
import { isAmong, keptQuery } from "./kept-query.ts";
import type { Moment } from "./moment.ts";
import { type PublicItem, publicItems } from "./public-items.ts";
import { type ListedCommitment, publishedWhere } from "./register-list.ts";
import {
  addressees,
  commitments,
  committees,
  debates,
  dossiers,
  groups,
  items,
  letters,
  members,
  searchTexts,
} from "./schema.ts";
import { namesOf } from "./search-names.ts";
import { paperRef, searchReady } from "./search-texts.ts";
import { meaningsOf, wordsBegunBy, wordsLike } from "./search-words.ts";

/** More than this is told as "meer dan 1.000". */
export const MOST_COUNTED = 1000;

/** A question with what it comes down to in the register on a day. */
interface Asked {
  question: Question;
  wanted: Sought[];
  excluded: Sought[];
}

/** Of what begins with less than this only the commonest words are looked for: there are thousands of others. */
const SHORTEST_BEGINNING = 4;

async function rowsOf(term: Term, terms: readonly Term[], from: Db): Promise<Sought["rows"]> {
  const { isPrefix, words } = term;
  if (term.isExact) return [{ words, isPrefix }];
  const [word = ""] = words;
  const beside = terms.flatMap((other) => (other === term ? [] : other.words));
  const { forms, pairs } = await meaningsOf(word, beside, from);
  const isLong = word.length >= SHORTEST_BEGINNING;
  const begun = isPrefix && !isLong ? await wordsBegunBy(word, from) : [];
  return [
    ...(isPrefix && isLong ? [{ words, isPrefix }] : []),
    ...begun.map((one) => ({ words: [one], isPrefix: false })),
    ...forms.map((form) => ({ words: [form], isPrefix: false })),
    ...pairs.map((pair) => ({ words: pair, isPrefix: false })),
  ];
}

async function soughtIn(terms: readonly Term[], from: Db): Promise<Sought[]> {
  const rows = await Promise.all(terms.map((term) => rowsOf(term, terms, from)));
  const named = await namesOf(
    terms.map((term, i) => ({ rows: rows[i] ?? [], isCommon: isCommon(term) })),
    from,
  );
  return terms.map((_, i) => ({ rows: rows[i] ?? [], refs: named[i] ?? [] }));
}

async function asked(question: Question, { from }: Moment): Promise<Asked> {
  await searchReady(from);
  return {
    question,
    wanted: await soughtIn(question.wanted, from),
    excluded: await soughtIn(question.excluded, from),
  };
}

// --- The index --------------------------------------------------------------------------------------------------------

interface Place {
  place: number;
  thingId: string;
  anchor: string | null;
}

/** The places between two others at which an expression is found, in order: of each kind the newest first. */
const matches = keptQuery((from) =>
  from
    .select({ place: sql<number>`rowid` })
    .from(sql`search_text`)
    .where(
      sql`search_text MATCH ${sql.placeholder("expression")}
        AND rowid BETWEEN ${sql.placeholder("first")} AND ${sql.placeholder("last")}`,
    )
    .orderBy(sql`rowid`)
    .limit(sql.placeholder("limit")),
);

async function placesBetween(
  { first, last }: { first: number; last: number },
  { expression, limit }: { expression: string; limit: number },
  { from }: Moment,
): Promise<number[]> {
  const rows = await matches(from).execute({ expression, first, last, limit });
  return rows.map(({ place }) => place);
}

/**
 * The places on whatever day, no further than is counted: the same question is asked for on other days, and where it
 * finds nothing each of its words by itself.
 */
const kept = keptPerWrite<number[]>(500);
const placesAnywhere = (expression: string, moment: Moment): Promise<number[]> =>
  kept(moment.from, expression, () =>
    placesBetween({ first: 0, last: Number.MAX_SAFE_INTEGER }, { expression, limit: MOST_COUNTED + 1 }, moment),
  );

type PlacesByKind = Record<FoundKind, number[]>;

/**
 * The places of each kind at which an expression is found, newest first, no further than is counted. Most questions find
 * little on any day: those are asked once, and not once for each kind.
 */
async function placesFound(expression: string | null, moment: Moment): Promise<PlacesByKind> {
  const found: PlacesByKind = { commitment: [], letter: [], debate: [], item: [] };
  if (expression === null) return found;
  const all = await placesAnywhere(expression, moment);
  // Places go by kind: what stands before the last of them is all there.
  const end = all.length <= MOST_COUNTED ? Number.MAX_SAFE_INTEGER : (all.at(-1) ?? 0);
  for (const kind of FOUND_KINDS) {
    const { first, last } = placesUpTo(kind, moment.asOf);
    found[kind] =
      last <= end
        ? all.filter((place) => first <= place && place <= last)
        : await placesBetween({ first, last }, { expression, limit: MOST_COUNTED + 1 }, moment);
  }
  return found;
}

/** What stands at these places, in their order. */
async function thingsAt(places: readonly number[], { from }: Moment): Promise<Place[]> {
  if (places.length === 0) return [];
  const rows = await textsAt(from).execute({ places: JSON.stringify(places) });
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return places.flatMap((place) => byPlace.get(place) ?? []);
}

const textsAt = keptQuery((from) =>
  from
    .select({ place: searchTexts.place, thingId: searchTexts.thingId, anchor: searchTexts.anchor })
    .from(searchTexts)
    .where(isAmong(searchTexts.place, "places")),
);

// --- What is found ----------------------------------------------------------------------------------------------------

type FoundCommitment = Pick<ListedCommitment, "id" | "number" | "standing" | "madeOn"> & {
  dossier: { slug: string; isInvented: boolean };
  heading: Marked;
  office: Marked;
  /** Topic, or the dossier where it has none. */
  about: Marked;
  /** A piece of its text; empty where the title says it all. */
  piece: Marked;
  /** To whom it was promised, where that is what was looked for. */
  to: Marked;
};

interface FoundPassage {
  letter: { id: string; day: IsoDay };
  dossier: { slug: string; isInvented: boolean };
  /** Of a letter that was found by its own title: null. */
  anchor: string | null;
  heading: Marked;
  piece: Marked;
}

interface FoundDebate {
  id: string;
  day: IsoDay;
  dossier: { slug: string; isInvented: boolean };
  heading: Marked;
  aside: Marked;
}

type FoundItem = PublicItem & { heading: Marked; piece: Marked };

export interface Found {
  question: Question;
  /** By kind: how many (no further than one more than MOST_COUNTED) and some of them. */
  commitment: { total: number; hits: FoundCommitment[] };
  letter: { total: number; hits: FoundPassage[] };
  debate: { total: number; hits: FoundDebate[] };
  item: { total: number; hits: FoundItem[] };
  /** Something of a dossier is shown whose pages end with where to get help. */
  showsHelp: boolean;
}

type Terms = Sought["rows"][];

const inOrder = <T>(places: readonly Place[], rows: readonly T[], idOf: (row: T) => string): T[] => {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return places.flatMap(({ thingId }) => byId.get(thingId) ?? []);
};

const idsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ thingId }) => thingId))];

async function foundCommitments(places: readonly Place[], terms: Terms, moment: Moment): Promise<FoundCommitment[]> {
  const ids = idsOf(places);
  if (ids.length === 0) return [];
  const listed = await publishedWhere({ ids }, moment);
  const said = new Map(
    (
      await moment.from
        .select({ id: commitments.id, title: commitments.title, text: commitments.text, quote: commitments.quote })
        .from(commitments)
        .where(inArray(commitments.id, ids))
    ).map((row) => [row.id, row]),
  );
  const to = await addresseesOf(ids, moment);
  return inOrder(places, listed, ({ id }) => id).map((row) => {
    const { id, number, standing, madeOn, dossier } = row;
    const { text = "", quote = null } = said.get(id) ?? {};
    const told = [text === row.title ? null : text, quote].filter((one) => one !== null);
    const pieces = told.map((one) => snippet(one, terms));
    const named = (to.get(row.id) ?? []).map((name) => marked(name, terms)).filter(hasMarks);
    return {
      id,
      number,
      standing,
      madeOn,
      dossier,
      heading: marked(row.title, terms),
      office: marked(row.office, terms),
      about: marked(row.topic?.name ?? dossier.name, terms),
      piece: pieces.find(hasMarks) ?? pieces[0] ?? [],
      to: named.flatMap((name, i) => (i === 0 ? name : [{ text: ", ", isMarked: false }, ...name])),
    };
  });
}

/** The names of those to whom something was promised. */
async function addresseesOf(ids: string[], { from }: Moment): Promise<Map<string, string[]>> {
  const rows = await from
    .select({ id: addressees.commitmentId, member: members.name, group: groups.name })
    .from(addressees)
    .leftJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(groups, and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)))
    .where(inArray(addressees.commitmentId, ids));
  const found = new Map<string, string[]>();
  for (const { id, member, group } of rows) found.set(id, [...(found.get(id) ?? []), member ?? group ?? ""]);
  return found;
}

async function foundPassages(places: readonly Place[], terms: Terms, { from }: Moment): Promise<FoundPassage[]> {
  if (places.length === 0) return [];
  const rows = await from
    .select({ letter: letters, dossier: { slug: dossiers.slug, isInvented: dossiers.isInvented } })
    .from(letters)
    .innerJoin(dossiers, eq(dossiers.id, letters.dossierId))
    .where(inArray(letters.id, idsOf(places)));
  const byId = new Map(rows.map((row) => [row.letter.id, row]));
  return places.flatMap(({ thingId, anchor }): FoundPassage[] => {
    const row = byId.get(thingId);
    if (!row) return [];
    const { id, title, day, passages, sender } = row.letter;
    const passage = passages.find((one) => one.anchor === anchor);
    const texts = passage ? [passage.text, ...passage.footnotes.map(({ text }) => text)] : sender ? [sender] : [];
    const pieces = texts.map((text) => snippet(text, terms));
    return [
      {
        letter: { id, day },
        dossier: row.dossier,
        anchor,
        heading: marked(title, terms),
        piece: pieces.find(hasMarks) ?? (passage ? (pieces[0] ?? []) : []),
      },
    ];
  });
}

async function foundDebates(places: readonly Place[], terms: Terms, { from }: Moment): Promise<FoundDebate[]> {
  if (places.length === 0) return [];
  const rows = await from
    .select({ debate: debates, committee: committees.name, dossier: dossiers })
    .from(debates)
    .innerJoin(dossiers, eq(dossiers.id, debates.dossierId))
    .leftJoin(committees, eq(committees.id, debates.committeeId))
    .where(inArray(debates.id, idsOf(places)));
  return inOrder(places, rows, ({ debate }) => debate.id).map(({ debate, committee, dossier }) => ({
    id: debate.id,
    day: debate.date,
    dossier: { slug: dossier.slug, isInvented: dossier.isInvented },
    heading: marked(debate.title, terms),
    aside: marked([debate.debateKind, committee, dossier.name].filter(Boolean).join(" · "), terms),
  }));
}

async function foundItems(places: readonly Place[], terms: Terms, moment: Moment): Promise<FoundItem[]> {
  if (places.length === 0) return [];
  const rows = await publicItems({ ids: idsOf(places) }, moment);
  return inOrder(places, rows, ({ id }) => id).map((row) => ({
    ...row,
    heading: marked(row.title, terms),
    piece: row.text === row.title ? [] : snippet(row.text, terms),
  }));
}

const HITS_OF_EACH = 5;
export const HITS_ON_PAGE = 25;

/**
 * What a question finds on a day: some of each kind, or a page of one kind.
 * @param only one kind and its page, from 1; null for the first of each
 */
export async function searched(
  typed: string,
  moment: Moment,
  only: { kind: FoundKind; page: number } | null = null,
): Promise<Found & { nothing: Nothing | null }> {
  const what = await asked(questionIn(typed), moment);
  const all = await found(what, moment, only);
  const isEmpty = FOUND_KINDS.every((kind) => all[kind].total === 0) && what.question.wanted.length > 0;
  return { ...all, nothing: isEmpty ? await nothingFound(what, moment) : null };
}

async function found(
  what: Asked,
  moment: Moment,
  only: { kind: FoundKind; page: number } | null,
  each = HITS_OF_EACH,
): Promise<Found> {
  const terms = what.wanted.map(({ rows }) => rows);
  const pageOf = (kind: FoundKind) =>
    only === null
      ? { limit: each, offset: 0 }
      : only.kind === kind
        ? { limit: HITS_ON_PAGE, offset: (only.page - 1) * HITS_ON_PAGE }
        : { limit: 0, offset: 0 };
  const all = await placesFound(expressionOf(what.wanted, what.excluded), moment);
  const isFound = FOUND_KINDS.some((kind) => all[kind].length > 0);
  const titles = await placesFound(isFound ? titleExpressionOf(what.wanted, what.excluded) : null, moment);
  const of = async (kind: FoundKind) => {
    const first = new Set(titles[kind]);
    const ordered = [...titles[kind], ...all[kind].filter((place) => !first.has(place))].slice(0, MOST_COUNTED);
    const { limit, offset } = pageOf(kind);
    return { total: all[kind].length, places: await thingsAt(ordered.slice(offset, offset + limit), moment) };
  };
  const [commitment, letter, debate, item] = [
    await of("commitment"),
    await of("letter"),
    await of("debate"),
    await of("item"),
  ];
  const hits = {
    commitment: { total: commitment.total, hits: await foundCommitments(commitment.places, terms, moment) },
    letter: { total: letter.total, hits: await foundPassages(letter.places, terms, moment) },
    debate: { total: debate.total, hits: await foundDebates(debate.places, terms, moment) },
    item: { total: item.total, hits: await foundItems(item.places, terms, moment) },
  };
  const shown = Object.values(hits).flatMap((one) => one.hits.map(({ dossier }) => dossier.slug));
  const help = await moment.from.select({ slug: dossiers.slug }).from(dossiers).where(eq(dossiers.showsHelp, true));
  return { question: what.question, ...hits, showsHelp: help.some(({ slug }) => shown.includes(slug)) };
}

/** The ids of all published commitments that a question finds on a day. */
export async function searchedCommitments(typed: string, moment: Moment): Promise<Set<string>> {
  const { wanted, excluded } = await asked(questionIn(typed), moment);
  const expression = expressionOf(wanted, excluded);
  if (expression === null) return new Set();
  const { first, last } = placesUpTo("commitment", moment.asOf);
  const rows = await moment.from.all<{ thingId: string }>(sql`
    SELECT thing_id AS thingId FROM search_text JOIN search_texts ON place = search_text.rowid
    WHERE search_text MATCH ${expression} AND search_text.rowid BETWEEN ${first} AND ${last}`);
  return new Set(rows.map(({ thingId }) => thingId));
}

// --- Nothing found ----------------------------------------------------------------------------------------------------

export interface Nothing {
  /** The question with near spellings, where that finds something. */
  near: string | null;
  /** Words that no text of the register has on any day, as they were typed. */
  unknown: string[];
  /** The question without one of its words, where that finds something. */
  fewer: { without: string; question: string }[];
}

/** What somebody can do who found nothing. */
async function nothingFound({ question, wanted, excluded }: Asked, moment: Moment): Promise<Nothing> {
  const instead = new Map<Term, string>();
  const unknown: string[] = [];
  for (const [i, term] of question.wanted.entries()) {
    const own = wanted[i];
    if (!own || (await isFound([own], [], moment))) continue;
    unknown.push(term.typed);
    const [word = ""] = term.words;
    const near = term.words.length === 1 ? nearestWord(word, await wordsLike(word, moment.from)) : null;
    if (near) instead.set(term, near);
  }
  // What is known nowhere and resembles nothing is left out of the guess.
  const likely = question.wanted.filter((term) => !unknown.includes(term.typed) || instead.has(term));
  const corrected = instead.size > 0 ? withWord({ ...question, wanted: likely }, instead) : null;
  const again = corrected === null ? null : await asked(questionIn(corrected), moment);
  const fewer = [];
  for (const [i, term] of question.wanted.entries()) {
    const rest = wanted.filter((_, at) => at !== i);
    if (rest.length > 0 && (await isFound(rest, excluded, moment)))
      fewer.push({ without: term.typed, question: withoutTerm(question, term) });
  }
  return { near: again && (await isFound(again.wanted, again.excluded, moment)) ? corrected : null, unknown, fewer };
}

async function isFound(wanted: Sought[], excluded: Sought[], moment: Moment): Promise<boolean> {
  const expression = expressionOf(wanted, excluded);
  if (expression === null) return false;
  const all = await placesAnywhere(expression, moment);
  for (const kind of FOUND_KINDS) {
    const { first, last } = placesUpTo(kind, moment.asOf);
    if (all.some((place) => first <= place && place <= last)) return true;
    if (all.length <= MOST_COUNTED) continue;
    if ((await placesBetween({ first, last }, { expression, limit: 1 }, moment)).length > 0) return true;
  }
  return false;
}

// --- Numbers ----------------------------------------------------------------------------------------------------------

/** Where a number leads: to one thing (by its number or id), to nothing, to more than one, or to what had yet to come. */
export type Led =
  | { leads: { to: "commitment" | "item" | "letter" | "debate"; key: string } }
  | { is: "later"; asked: Exclude<AskedNumber, { kind: "paper" }>; on: IsoDay }
  | { is: "nothing" | "several"; asked: AskedNumber };

/** What a question that is a number leads to, on a day; null where it is no number. */
export async function ledByNumber(typed: string, moment: Moment): Promise<Led | null> {
  const number = askedNumber(typed);
  if (!number) return null;
  await searchReady(moment.from);
  const { asOf, from } = moment;
  if (number.kind === "commitment" || number.kind === "item") {
    const table = number.kind === "commitment" ? commitments : items;
    const [row] = await from
      .select({ on: number.kind === "commitment" ? commitments.madeOn : items.effectiveOn })
      .from(table)
      .where(eq(table.number, number.number));
    if (!row) return { is: "nothing", asked: number };
    return row.on <= asOf
      ? { leads: { to: number.kind, key: number.number } }
      : { is: "later", asked: number, on: row.on };
  }
  return number.kind === "paper" ? ledByPaper(number, moment) : ledByForeign(number, moment);
}

async function ledByPaper(number: Extract<AskedNumber, { kind: "paper" }>, moment: Moment): Promise<Led> {
  const expression = `{refs} : "${paperRef(paperKey(number.paper))}"`;
  const found = await placesFound(expression, moment);
  const there = [];
  for (const to of ["letter", "debate"] as const)
    for (const { thingId: key } of await thingsAt(found[to], moment)) there.push({ to, key });
  const [only] = there;
  if (!only) return { is: "nothing", asked: number };
  return there.length === 1 ? { leads: only } : { is: "several", asked: number };
}

/** A number of another register: known where a commitment names it, in its source or in its words. */
async function ledByForeign(number: Extract<AskedNumber, { kind: "foreign" }>, moment: Moment): Promise<Led> {
  const { wanted } = await asked(questionIn(`"${number.number}"`), moment);
  const { commitment: places } = await placesFound(expressionOf(wanted, []), moment);
  const [one, other] = await thingsAt(places, moment);
  if (!one) return { is: "nothing", asked: number };
  const [row] = await publishedWhere({ ids: [one.thingId] }, moment);
  return row && !other ? { leads: { to: "commitment", key: row.number } } : { is: "several", asked: number };
}

// --- While typing -----------------------------------------------------------------------------------------------------

const SUGGESTED_OF_EACH = 3;

/** The first of each kind for a question that is still being typed. */
export const suggested = async (typed: string, moment: Moment): Promise<Found> =>
  found(await asked(questionSoFar(typed), moment), moment, null, SUGGESTED_OF_EACH);
