/**
 * Search in what is published, as it stood on a day. Part of the public door: see `public.ts`.
 *
 * What has all words in its title comes first, then the newest first: no score, so that everybody can see why something
 * stands where it stands.
 */
import { and, eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { paperKey } from "#app/domain/paper.ts";
import { type AskedNumber, askedNumber } from "#app/domain/search/asked-number.ts";
import { hasMarks, type Marked, marked, snippet } from "#app/domain/search/marks.ts";
import { nearestWord } from "#app/domain/search/near-spelling.ts";
import { FOUND_KINDS, type FoundKind } from "#app/domain/search/place.ts";
import { pageOf } from "#app/domain/search/place-lists.ts";
import {
  isCommon,
  type Question,
  questionIn,
  questionSoFar,
  type Term,
  withoutTerm,
  withWord,
} from "#app/domain/search/question.ts";
import type { Sought } from "#app/domain/search/sought.ts";
import type { Db } from "./client.ts";
import { isAmong, keptQuery } from "./kept-query.ts";
import type { Moment } from "./moment.ts";
import { type PublicItem, publicItems } from "./public-items.ts";
import { type ListedCommitment, listedByIds } from "./register-list.ts";
import { addressees, commitments, committees, debates, dossiers, groups, items, letters, members } from "./schema.ts";
import { namesOf } from "./search-names.ts";
import { placesOfRef, placesWith, type TextAt, textsAt } from "./search-places.ts";
import { paperRef, searchReady } from "./search-texts.ts";
import { meaningsOf, wordsBegunBy, wordsLike } from "./search-words.ts";

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
  /** By kind: how many and some of them. */
  commitment: { total: number; hits: FoundCommitment[] };
  letter: { total: number; hits: FoundPassage[] };
  debate: { total: number; hits: FoundDebate[] };
  item: { total: number; hits: FoundItem[] };
  /** Something of a dossier is shown whose pages end with where to get help. */
  showsHelp: boolean;
}

type Terms = Sought["rows"][];

const idsOf = (texts: readonly TextAt[]): string[] => [...new Set(texts.map(({ thingId }) => thingId))];
const asIds = (texts: readonly TextAt[]) => ({ ids: JSON.stringify(idsOf(texts)) });

/** What was read of each thing, in the order of the texts. */
const inOrder = <T>(texts: readonly TextAt[], rows: readonly T[], idOf: (row: T) => string): T[] => {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return texts.flatMap(({ thingId }) => byId.get(thingId) ?? []);
};

const wordsOfCommitments = keptQuery((from) =>
  from
    .select({ id: commitments.id, text: commitments.text, quote: commitments.quote })
    .from(commitments)
    .where(isAmong(commitments.id, "ids")),
);

async function foundCommitments(texts: readonly TextAt[], terms: Terms, moment: Moment): Promise<FoundCommitment[]> {
  if (texts.length === 0) return [];
  const listed = await listedByIds(idsOf(texts), moment);
  const words = await wordsOfCommitments(moment.from).execute(asIds(texts));
  const wordsOf = new Map(words.map((row) => [row.id, row]));
  const to = await addresseesOf(texts, moment);
  return listed.map((row) => {
    const { id, number, standing, madeOn, dossier } = row;
    const { text = "", quote = null } = wordsOf.get(id) ?? {};
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

const addresseesOfCommitments = keptQuery((from) =>
  from
    .select({ id: addressees.commitmentId, member: members.name, group: groups.name })
    .from(addressees)
    .leftJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(groups, and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)))
    .where(isAmong(addressees.commitmentId, "ids")),
);

/** The names of those to whom something was promised. */
async function addresseesOf(texts: readonly TextAt[], { from }: Moment): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, member, group } of await addresseesOfCommitments(from).execute(asIds(texts)))
    found.set(id, [...(found.get(id) ?? []), member ?? group ?? ""]);
  return found;
}

const lettersFound = keptQuery((from) =>
  from
    .select({ letter: letters, dossier: { slug: dossiers.slug, isInvented: dossiers.isInvented } })
    .from(letters)
    .innerJoin(dossiers, eq(dossiers.id, letters.dossierId))
    .where(isAmong(letters.id, "ids")),
);

async function foundPassages(texts: readonly TextAt[], terms: Terms, { from }: Moment): Promise<FoundPassage[]> {
  if (texts.length === 0) return [];
  const rows = await lettersFound(from).execute(asIds(texts));
  const byId = new Map(rows.map((row) => [row.letter.id, row]));
  return texts.flatMap(({ thingId, anchor }): FoundPassage[] => {
    const row = byId.get(thingId);
    if (!row) return [];
    const { id, title, day, passages, sender } = row.letter;
    const passage = passages.find((one) => one.anchor === anchor);
    const said = passage ? [passage.text, ...passage.footnotes.map(({ text }) => text)] : sender ? [sender] : [];
    const pieces = said.map((text) => snippet(text, terms));
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

const debatesFound = keptQuery((from) =>
  from
    .select({ debate: debates, committee: committees.name, dossier: dossiers })
    .from(debates)
    .innerJoin(dossiers, eq(dossiers.id, debates.dossierId))
    .leftJoin(committees, eq(committees.id, debates.committeeId))
    .where(isAmong(debates.id, "ids")),
);

async function foundDebates(texts: readonly TextAt[], terms: Terms, { from }: Moment): Promise<FoundDebate[]> {
  if (texts.length === 0) return [];
  const rows = await debatesFound(from).execute(asIds(texts));
  return inOrder(texts, rows, ({ debate }) => debate.id).map(({ debate, committee, dossier }) => ({
    id: debate.id,
    day: debate.date,
    dossier: { slug: dossier.slug, isInvented: dossier.isInvented },
    heading: marked(debate.title, terms),
    aside: marked([debate.debateKind, committee, dossier.name].filter(Boolean).join(" · "), terms),
  }));
}

async function foundItems(texts: readonly TextAt[], terms: Terms, moment: Moment): Promise<FoundItem[]> {
  if (texts.length === 0) return [];
  const rows = await publicItems({ ids: idsOf(texts) }, moment);
  return inOrder(texts, rows, ({ id }) => id).map((row) => ({
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
  const shownOf = (kind: FoundKind) =>
    only === null
      ? { limit: each, offset: 0 }
      : only.kind === kind
        ? { limit: HITS_ON_PAGE, offset: (only.page - 1) * HITS_ON_PAGE }
        : { limit: 0, offset: 0 };
  const all = await placesWith(what, moment);
  const isFound = FOUND_KINDS.some((kind) => all[kind].length > 0);
  const titles = isFound ? await placesWith(what, moment, "title") : all;
  const of = async (kind: FoundKind) => ({
    total: all[kind].length,
    texts: await textsAt(pageOf(all[kind], titles[kind], shownOf(kind)), moment),
  });
  const [commitment, letter, debate, item] = [
    await of("commitment"),
    await of("letter"),
    await of("debate"),
    await of("item"),
  ];
  const hits = {
    commitment: { total: commitment.total, hits: await foundCommitments(commitment.texts, terms, moment) },
    letter: { total: letter.total, hits: await foundPassages(letter.texts, terms, moment) },
    debate: { total: debate.total, hits: await foundDebates(debate.texts, terms, moment) },
    item: { total: item.total, hits: await foundItems(item.texts, terms, moment) },
  };
  const shown = Object.values(hits).flatMap((one) => one.hits.map(({ dossier }) => dossier.slug));
  const help = shown.length > 0 ? await dossiersWithHelp(moment.from).execute() : [];
  return { question: what.question, ...hits, showsHelp: help.some(({ slug }) => shown.includes(slug)) };
}

const dossiersWithHelp = keptQuery((from) =>
  from.select({ slug: dossiers.slug }).from(dossiers).where(eq(dossiers.showsHelp, true)),
);

/** The ids of all published commitments that a question finds on a day. */
export async function searchedCommitments(typed: string, moment: Moment): Promise<Set<string>> {
  const { commitment } = await placesWith(await asked(questionIn(typed), moment), moment);
  return new Set((await textsAt(commitment, moment)).map(({ thingId }) => thingId));
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
    if (!own || (await isFound({ wanted: [own], excluded: [] }, moment))) continue;
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
    if (await isFound({ wanted: rest, excluded }, moment))
      fewer.push({ without: term.typed, question: withoutTerm(question, term) });
  }
  return { near: again && (await isFound(again, moment)) ? corrected : null, unknown, fewer };
}

async function isFound(what: Pick<Asked, "wanted" | "excluded">, moment: Moment): Promise<boolean> {
  const all = await placesWith(what, moment);
  return FOUND_KINDS.some((kind) => all[kind].length > 0);
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
  const found = await placesOfRef(paperRef(paperKey(number.paper)), moment);
  const there = [];
  for (const to of ["letter", "debate"] as const)
    for (const { thingId: key } of await textsAt(found[to], moment)) there.push({ to, key });
  const [only] = there;
  if (!only) return { is: "nothing", asked: number };
  return there.length === 1 ? { leads: only } : { is: "several", asked: number };
}

/** A number of another register: known where a commitment names it, in its source or in its words. */
async function ledByForeign(number: Extract<AskedNumber, { kind: "foreign" }>, moment: Moment): Promise<Led> {
  const { commitment: places } = await placesWith(await asked(questionIn(`"${number.number}"`), moment), moment);
  const [one, other] = await textsAt(places.subarray(0, 2), moment);
  if (!one) return { is: "nothing", asked: number };
  const [row] = await listedByIds([one.thingId], moment);
  return row && !other ? { leads: { to: "commitment", key: row.number } } : { is: "several", asked: number };
}

// --- While typing -----------------------------------------------------------------------------------------------------

const SUGGESTED_OF_EACH = 3;

/** The first of each kind for a question that is still being typed. */
export const suggested = async (typed: string, moment: Moment): Promise<Found> =>
  found(await asked(questionSoFar(typed), moment), moment, null, SUGGESTED_OF_EACH);
