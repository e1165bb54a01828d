/** What the next progress letter of a dossier has to answer, with what its writer needs beside it. For the back office. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { type CommitmentEvent, effectiveEvents } from "#app/domain/events.ts";
import {
  type Asked,
  askedFor,
  type LastReport,
  letterAfter,
  type PreparedCommitment,
  type PreparedItem,
} from "#app/domain/letter-preparation.ts";
import type { DraftCommitment } from "#app/domain/reading/draft-check.ts";
import { db } from "./client.ts";
import type { DossierStanding } from "./dossiers.ts";
import { openWhenSent } from "./draft-check.ts";
import { eventsOf } from "./events.ts";
import { groupOn } from "./member-groups.ts";
import { type Moment, nowOn } from "./moment.ts";
import { mentionsIn, publicItems } from "./public-items.ts";
import { publishedWhere } from "./register-list.ts";
import { addressees, commitments, debates, groups, letters, members } from "./schema.ts";

export interface LetterPreparation {
  /** When the letter after this one is expected; null where nothing tells. */
  next: IsoDay | null;
  /** Drafts among them, which have no number. */
  asked: PreparedCommitment[];
  /** Open at the own ministry, and not for this letter. */
  notAsked: DraftCommitment[];
  /** Open in this dossier at another ministry. */
  elsewhere: { number: string; title: string; ministry: string }[];
  /** The last progress letter, and the expectations and measures that it spoke of. */
  previous: { letter: { id: string; date: IsoDay }; items: PreparedItem[] } | null;
}

/**
 * @param ministryId whose commitments are told in full
 * @param sentOn the day on which the letter is sent, today or later
 */
export async function letterPreparation(
  { dossier, context }: DossierStanding,
  ministryId: string,
  { today, sentOn }: { today: IsoDay; sentOn: IsoDay },
): Promise<LetterPreparation> {
  const next = letterAfter(context, sentOn);
  const open = (await openWhenSent(sentOn, today, ministryId)).filter((one) => one.dossierId === dossier.id);
  const asked = askedFor(open, dossier.id, { today, sentOn, next });
  const named = new Set(asked.map(({ commitmentId }) => commitmentId));
  const moment = await nowOn(today);
  const published = await publishedWhere({ dossierId: dossier.id }, moment);
  const [last] = context.progressLetters.filter(({ day }) => day <= today).sort((a, b) => (a.day < b.day ? 1 : -1));
  return {
    next,
    asked: await prepared(asked, open),
    notAsked: open.filter(({ id }) => !named.has(id)),
    elsewhere: published
      .filter(({ standing }) => standing.ministryId !== ministryId && standing.countsAsOpen)
      .map(({ number, title, ministry }) => ({ number, title, ministry })),
    previous: last ? await spokenOf(last.id, dossier.id, moment) : null,
  };
}

async function prepared(asked: readonly Asked[], open: readonly DraftCommitment[]): Promise<PreparedCommitment[]> {
  const byId = new Map(open.map((one) => [one.id, one]));
  const ids = asked.map(({ commitmentId }) => commitmentId);
  const rows = new Map(
    (
      await db
        .select({ commitment: commitments, debate: debates, letter: { date: letters.date, paper: letters.paper } })
        .from(commitments)
        .leftJoin(debates, eq(debates.id, commitments.originId))
        .leftJoin(letters, eq(letters.id, commitments.originId))
        .where(inArray(commitments.id, ids))
    ).map((row) => [row.commitment.id, row]),
  );
  const to = await namesOf(ids);
  const found: PreparedCommitment[] = [];
  for (const { commitmentId, because } of asked) {
    const standing = byId.get(commitmentId);
    const row = rows.get(commitmentId);
    if (!standing || !row) continue;
    const { debate, letter, commitment } = row;
    found.push({
      ...standing,
      because,
      quote: commitment.quote,
      to: to.get(commitmentId) ?? [],
      origin: debate
        ? {
            kind: "debate",
            id: debate.publishedOn === null ? null : debate.id,
            words: `${debate.debateKind} van ${dayInWords(debate.date)}`,
            paper: debate.paper,
          }
        : {
            kind: "letter",
            id: letter ? commitment.originId : null,
            words: `brief van ${dayInWords(letter?.date ?? commitment.madeOn)}`,
            paper: letter?.paper ?? null,
          },
      lastReport: await lastReportOf(commitmentId),
    });
  }
  return found;
}

/** To whom each was promised, members with their group of that day. */
async function namesOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const ofMembers = await db
    .select({ id: addressees.commitmentId, name: members.name, group: groups.name })
    .from(addressees)
    .innerJoin(commitments, eq(commitments.id, addressees.commitmentId))
    .innerJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(groups, eq(groups.id, groupOn(sql`${commitments.madeOn}`)))
    .where(inArray(addressees.commitmentId, [...ids]));
  const ofGroups = await db
    .select({ id: addressees.commitmentId, name: groups.name })
    .from(addressees)
    .innerJoin(groups, and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)))
    .where(inArray(addressees.commitmentId, [...ids]));
  const found = new Map<string, string[]>();
  const add = (id: string, name: string) => found.set(id, [...(found.get(id) ?? []), name]);
  for (const { id, name, group } of ofMembers) add(id, group ? `${name} (${group})` : name);
  for (const { id, name } of ofGroups) add(id, name);
  return found;
}

type Reported = Extract<CommitmentEvent, { kind: "reported" }>;

async function lastReportOf(commitmentId: string): Promise<LastReport | null> {
  const reports = effectiveEvents(await eventsOf("commitment", commitmentId)).filter(
    (event): event is Reported => event.kind === "reported",
  );
  const last = reports.at(-1);
  if (!last) return null;
  const { passage, claim, rest, note } = last.payload;
  const letter = passage && (await db.query.letters.findFirst({ where: eq(letters.id, passage.letterId) }));
  return {
    on: last.effectiveOn,
    claim,
    rest: rest.kind,
    letter: letter ? { id: letter.id, date: letter.date } : null,
    anchor: passage?.anchor ?? null,
    place: passage?.place ?? null,
    text: letter?.passages.find(({ anchor }) => anchor === passage?.anchor)?.text ?? null,
    note,
  };
}

/** Expectations and measures that a letter spoke of: found in it, or in one of its passages once more. */
async function spokenOf(letterId: string, dossierId: string, moment: Moment): Promise<LetterPreparation["previous"]> {
  const letter = await moment.from.query.letters.findFirst({ where: eq(letters.id, letterId) });
  if (!letter) return null;
  const again = new Set((await mentionsIn(letterId, moment)).map(({ id }) => id));
  const all = await publicItems({ dossierId }, moment);
  return {
    letter: { id: letter.id, date: letter.date },
    items: all
      .filter(({ itemKind }) => itemKind === "expectation" || itemKind === "measure")
      .filter((item) => item.letter?.id === letterId || again.has(item.id))
      .map(({ id, number, itemKind, title, text, topic }) => ({
        id,
        number: number ?? id,
        itemKind,
        title,
        text,
        topic: topic?.name ?? null,
      })),
  };
}
