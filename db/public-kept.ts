/** What a reader keeps, as it stands on a day and as they last saw it; for the public door. */
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import { eventSentence } from "#app/domain/event-sentence.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import type { Filter } from "#app/domain/filter.ts";
import { lastRecordedAt } from "./known.ts";
import { type Moment, nowOn, thenOn } from "./moment.ts";
import { publicAmendments } from "./public-corrections.ts";
import { type DatedCommitment, datedOf } from "./public-deadlines.ts";
import { feedOf } from "./public-feed.ts";
import { publicHistories } from "./public-histories.ts";
import { countInRegister, foundIds, type ListedCommitment, listedInTurn, publishedWhere } from "./register-list.ts";
import { commitments, events } from "./schema.ts";

/** Published commitments by their numbers, in the order of the numbers; a number that nothing has is left out. */
export async function commitmentsByNumber(numbers: readonly string[], moment: Moment): Promise<ListedCommitment[]> {
  const rows = await moment.from
    .select({ id: commitments.id })
    .from(commitments)
    .where(inArray(commitments.number, [...numbers, ""]));
  const found = await publishedWhere({ ids: rows.map(({ id }) => id).concat("") }, moment);
  return found.sort((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number));
}

/** All that a filter finds, in its order; null where that is more than so many. */
export async function listedUpTo(most: number, filter: Filter, moment: Moment): Promise<ListedCommitment[] | null> {
  if ((await countInRegister(filter, moment)) > most) return null;
  const found: ListedCommitment[] = [];
  for await (const rows of listedInTurn(filter, moment)) found.push(...rows);
  return found;
}

/** What a list asks for: commitments by their numbers, and all that its filters find. */
export interface AskedOfList {
  numbers: readonly string[];
  filters: readonly Filter[];
}

async function idsOf({ numbers, filters }: AskedOfList, moment: Moment): Promise<Set<string>> {
  const ids = new Set((await commitmentsByNumber(numbers, moment)).map(({ id }) => id));
  for (const filter of filters) for (const id of await foundIds(filter, moment)) ids.add(id);
  return ids;
}

/** One page of the feed of all in a list; see `publicFeed`. */
export const feedOfList = async (asked: AskedOfList, moment: Moment, before: number | null) =>
  feedOf(await idsOf(asked, moment), moment, before);

/** The deadlines of all in a list, each once; see `datedInTurn`. */
export const datedInList = (asked: AskedOfList, moment: Moment): AsyncGenerator<DatedCommitment[]> =>
  datedOf(listedInBatches(asked, moment), moment);

const BATCH = 500;

async function* listedInBatches(asked: AskedOfList, moment: Moment): AsyncGenerator<ListedCommitment[]> {
  const ids = [...(await idsOf(asked, moment))];
  for (let at = 0; at < ids.length; at += BATCH) yield publishedWhere({ ids: ids.slice(at, at + BATCH) }, moment);
}

/** The register as a reader saw it: on that day, with what was recorded by then. Null where nothing can be new to them. */
export async function asSeen(since: Instant, moment: Moment): Promise<Moment | null> {
  const day = amsterdamDay(since);
  if ((await lastRecordedAt()) > since) return thenOn(day, since);
  return day === moment.asOf ? null : nowOn(day);
}

/** Something that was recorded of a commitment, or that took effect, in a sentence without its day. */
export interface Told {
  day: IsoDay;
  sentence: string;
  /** The letter in which it stands. */
  letter: { id: string; title: string; date: IsoDay } | null;
}

function toldOf(
  event: CommitmentEvent,
  around: {
    isOriginal: boolean;
    letters: ReadonlyMap<string, { title: string; date: IsoDay }>;
    numbers: ReadonlyMap<string, string>;
  },
): Told {
  const letterId = passageOf(event)?.letterId ?? "";
  const letter = around.letters.get(letterId);
  const other = around.numbers.get(otherOf(event) ?? "") ?? null;
  return {
    day: event.effectiveOn,
    sentence: eventSentence(event, { isOriginal: around.isOriginal, other }),
    letter: letter ? { id: letterId, title: letter.title, date: letter.date } : null,
  };
}

/**
 * What happened to published commitments after a moment, as far as the public may read it: what was recorded since, on
 * whatever day it holds, what was recorded before and took effect since, and what was corrected or withdrawn.
 */
export async function toldSince(
  ids: readonly string[],
  since: Instant,
  moment: Moment,
): Promise<Map<string, readonly Told[]>> {
  const { told, letters, numbers } = await publicHistories(ids, [], moment);
  const seenOn = amsterdamDay(since);
  const found = new Map<string, Told[]>();
  for (const [id, history] of told) {
    const first = history.find(({ kind }) => kind === "deadline_set");
    const fresh = history.filter(({ recordedAt, effectiveOn }) => recordedAt > since || effectiveOn > seenOn);
    found.set(id, [
      ...fresh.map((event) => toldOf(event, { isOriginal: event === first, letters, numbers })),
      ...(await amendedSince(id, since, moment)),
    ]);
  }
  return found;
}

/** What a ministry last reported on published commitments that it reported on, as far as the public may read it. */
export async function reportedLast(ids: readonly string[], moment: Moment): Promise<Map<string, Told>> {
  const { told, letters, numbers } = await publicHistories(ids, [], moment);
  const found = new Map<string, Told>();
  for (const [id, history] of told) {
    const last = history.findLast(({ kind }) => kind === "reported");
    if (last) found.set(id, toldOf(last, { isOriginal: false, letters, numbers }));
  }
  return found;
}

const passageOf = (event: CommitmentEvent) =>
  event.kind === "reported" || event.kind === "deadline_set" ? event.payload.passage : null;

function otherOf(event: CommitmentEvent): string | null {
  if (event.kind === "linked") return event.payload.commitmentId;
  const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
  return rest?.kind === "successor" ? rest.commitmentId : null;
}

const AMENDED = { corrected: "Gecorrigeerd", withdrawn: "Ingetrokken", restored: "Telt weer" } as const;

/** Corrections and withdrawals that were recorded after a moment, by the day on which they were. */
async function amendedSince(id: string, since: Instant, moment: Moment): Promise<Told[]> {
  const rows = await moment.from
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.subject, "commitment"),
        eq(events.subjectId, id),
        inArray(events.kind, ["corrected", "withdrawn"]),
        gt(events.recordedAt, since),
      ),
    )
    .orderBy(asc(events.seq));
  if (rows.length === 0) return [];
  const recorded = new Set(rows.map((row) => row.id));
  return (await publicAmendments("commitment", id, moment))
    .filter((amendment) => recorded.has(amendment.id))
    .map(({ act, recordedOn, sentence, changes }) => {
      const what = act === "corrected" ? changes.map(({ label, now }) => `${label}: ${now}`).join("; ") : sentence;
      return { day: recordedOn, sentence: `${AMENDED[act]}: ${what}`, letter: null };
    });
}
