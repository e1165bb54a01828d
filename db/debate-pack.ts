/** What somebody takes into a debate: what is open, and what became of it since the last one. Published rows only. */
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { CitedLetter } from "#app/domain/annex-place.ts";
import { addMonths, type IsoDay } from "#app/domain/calendar.ts";
import { compare } from "#app/domain/comparison.ts";
import { byUrgency, type PackFor } from "#app/domain/debate-pack.ts";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { type Moment, nowOn } from "./moment.ts";
import { publicHistories } from "./public-histories.ts";
import { type ListedCommitment, publishedWhere } from "./register-list.ts";
import { commitments, committees, debates, dossiers, letters, officeHolders, offices } from "./schema.ts";

export interface PackChoices {
  dossiers: { id: string; name: string }[];
  committees: { id: string; name: string }[];
  offices: { id: string; name: string }[];
}

export interface Shift {
  before: ListedCommitment;
  after: ListedCommitment;
  /** The letter or decision that brought it; null where the calendar did. */
  told: { kind: "letter"; id: string; letter: CitedLetter } | { kind: "decision" | "list"; on: IsoDay } | null;
}

export interface DebatePack {
  name: string;
  /** The dossier, where it is for one. */
  dossier: { slug: string } | null;
  /** Of an office. */
  ministryId: string | null;
  asOf: IsoDay;
  /** The debates of the last day before the date on which there was one; none where the register has none. */
  lastDebates: { id: string; title: string; date: IsoDay; paper: string | null }[];
  /** After this day counts as since the last debate; without one, half a year back. */
  since: IsoDay;
  /** In the order of urgency. */
  open: ListedCommitment[];
  promised: ListedCommitment[];
  /** The latest first. */
  letters: Awaited<ReturnType<typeof lettersSince>>;
  shifts: Shift[];
  showsHelp: boolean;
  isInvented: boolean;
}

const some = new QueryBuilder();

/** Dossiers, committees and offices with a published commitment or debate. */
export async function packChoices({ from }: Moment): Promise<PackChoices> {
  const used = (column: typeof commitments.dossierId | typeof commitments.committeeId | typeof commitments.officeId) =>
    some.select({ id: column }).from(commitments).where(isNotNull(commitments.number));
  const debated = (column: typeof debates.dossierId | typeof debates.committeeId) =>
    some.select({ id: column }).from(debates).where(isNotNull(debates.publishedOn));
  return {
    dossiers: await from
      .select({ id: dossiers.slug, name: dossiers.name })
      .from(dossiers)
      .where(or(inArray(dossiers.id, used(commitments.dossierId)), inArray(dossiers.id, debated(debates.dossierId))))
      .orderBy(asc(dossiers.name)),
    committees: await from
      .select({ id: committees.id, name: committees.name })
      .from(committees)
      .where(
        or(inArray(committees.id, used(commitments.committeeId)), inArray(committees.id, debated(debates.committeeId))),
      )
      .orderBy(asc(committees.name)),
    offices: await from
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, used(commitments.officeId)))
      .orderBy(asc(offices.name)),
  };
}

/** Which rows a pack is about. */
interface Scope {
  name: string;
  dossier: { slug: string } | null;
  ministryId: string | null;
  commitments: { dossierId: string } | { committeeId: string } | { officeId: string };
  debates: SQL | undefined;
  letters: SQL | undefined;
}

/**
 * @param debateOn the day of the debate, which may have yet to come; things stand as they do on `moment`
 * @returns null for a dossier, committee or office that the public does not know
 */
export async function debatePack(to: PackFor, debateOn: IsoDay, moment: Moment): Promise<DebatePack | null> {
  const choices = await packChoices(moment);
  const known = { dossier: choices.dossiers, committee: choices.committees, office: choices.offices }[to.kind];
  if (!known.some(({ id }) => id === to.id)) return null;
  const scope = await scopeOf(to, moment);
  if (!scope) return null;
  const lastDebates = await debatesBefore(scope, debateOn, moment);
  const since = lastDebates[0]?.date ?? addMonths(moment.asOf, -6);
  const then = await nowOn(since);
  const all = await publishedWhere(scope.commitments, moment);
  const promised = (await Promise.all(lastDebates.map(({ id }) => publishedWhere({ origin: id }, moment)))).flat();
  const came = await lettersSince(scope, since, moment);
  const about = await dossiersOf(
    [...all, ...promised].map(({ dossier }) => dossier.slug),
    came,
    scope,
    moment,
  );
  return {
    name: scope.name,
    dossier: scope.dossier,
    ministryId: scope.ministryId,
    asOf: moment.asOf,
    lastDebates,
    since,
    open: all.filter(({ standing }) => standing.countsAsOpen).sort((a, b) => byUrgency(a.standing, b.standing)),
    promised: promised.sort((a, b) => byUrgency(a.standing, b.standing)),
    letters: came,
    shifts: await shiftsBetween(await publishedWhere(scope.commitments, then), all, since, moment),
    ...about,
  };
}

async function scopeOf({ kind, id }: PackFor, { from }: Moment): Promise<Scope | null> {
  if (kind === "dossier") {
    const dossier = await from.query.dossiers.findFirst({ where: eq(dossiers.slug, id) });
    return dossier
      ? {
          name: dossier.name,
          dossier: { slug: dossier.slug },
          ministryId: null,
          commitments: { dossierId: dossier.id },
          debates: eq(debates.dossierId, dossier.id),
          letters: eq(letters.dossierId, dossier.id),
        }
      : null;
  }
  const promisedIn = (condition: SQL) =>
    inArray(
      letters.dossierId,
      some
        .select({ id: commitments.dossierId })
        .from(commitments)
        .where(and(isNotNull(commitments.number), condition)),
    );
  if (kind === "committee") {
    const committee = await from.query.committees.findFirst({ where: eq(committees.id, id) });
    const own = some.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.committeeId, id));
    return committee
      ? {
          name: committee.name,
          dossier: null,
          ministryId: null,
          commitments: { committeeId: id },
          debates: eq(debates.committeeId, id),
          letters: or(inArray(letters.dossierId, own), promisedIn(eq(commitments.committeeId, id))),
        }
      : null;
  }
  const office = await from.query.offices.findFirst({ where: eq(offices.id, id) });
  if (!office) return null;
  const holders = await from.select({ id: officeHolders.id }).from(officeHolders).where(eq(officeHolders.officeId, id));
  const spoke = holders.map(
    (holder) => sql`EXISTS (SELECT 1 FROM json_each(${debates.officeHolderIds}) WHERE value = ${holder.id})`,
  );
  const made = some.select({ id: commitments.originId }).from(commitments);
  return {
    name: office.name,
    dossier: null,
    ministryId: office.ministryId,
    commitments: { officeId: id },
    // Who spoke is not known of every debate; where the office promised something, it was there.
    debates: or(
      ...spoke,
      inArray(debates.id, made.where(and(isNotNull(commitments.number), eq(commitments.officeId, id)))),
    ),
    letters: and(
      promisedIn(eq(commitments.officeId, id)),
      or(sql`${letters.ministryId} IS NULL`, eq(letters.ministryId, office.ministryId)),
    ),
  };
}

/** The last day before the debate on which there was one, with all of that day. */
async function debatesBefore({ debates: condition }: Scope, debateOn: IsoDay, { asOf, from }: Moment) {
  const rows = await from
    .select({ id: debates.id, title: debates.title, date: debates.date, paper: debates.paper })
    .from(debates)
    .where(and(isNotNull(debates.publishedOn), lt(debates.date, debateOn), lte(debates.date, asOf), condition))
    .orderBy(desc(debates.date), asc(debates.id));
  return rows.filter(({ date }) => date === rows[0]?.date);
}

async function lettersSince({ letters: condition }: Scope, since: IsoDay, { asOf, from }: Moment) {
  const { id, title, day, paper, dossierId } = letters;
  return from
    .select({ id, title, day, paper, dossierId })
    .from(letters)
    .where(and(gt(letters.day, since), lte(letters.day, asOf), condition))
    .orderBy(desc(letters.day), asc(letters.id));
}

/** What has another deadline in force than it had on the day of the last debate, with the letter that told of it. */
async function shiftsBetween(
  before: ListedCommitment[],
  after: ListedCommitment[],
  since: IsoDay,
  moment: Moment,
): Promise<Shift[]> {
  const shifted = compare(before, after).shifted.flatMap((change) =>
    change.before && change.after ? [{ before: change.before, after: change.after }] : [],
  );
  const { told, letters: cited } = await publicHistories(
    shifted.map(({ after: { id } }) => id),
    [],
    moment,
  );
  return shifted
    .sort((a, b) => byUrgency(a.after.standing, b.after.standing))
    .map((change) => {
      const event = (told.get(change.after.id) ?? []).findLast((one) => one.effectiveOn > since && movesDeadline(one));
      return { ...change, told: event ? whereTold(event, cited) : null };
    });
}

const movesDeadline = (event: CommitmentEvent): boolean =>
  event.kind === "deadline_set" ||
  ((event.kind === "reported" || event.kind === "judged") && event.payload.rest.kind === "new_deadline");

function whereTold(event: CommitmentEvent, cited: ReadonlyMap<string, CitedLetter>): Shift["told"] {
  const passage = event.kind === "reported" || event.kind === "deadline_set" ? event.payload.passage : null;
  const letter = cited.get(passage?.letterId ?? "");
  if (passage && letter) return { kind: "letter", id: passage.letterId, letter };
  if (event.kind === "judged") return { kind: "decision", on: event.effectiveOn };
  return event.kind === "reported" && event.payload.list ? { kind: "list", on: event.payload.list.date } : null;
}

/** Whether something in it is invented, and whether a page about it ends with where to get help. */
async function dossiersOf(
  slugs: readonly string[],
  came: readonly { dossierId: string }[],
  { dossier }: Scope,
  { from }: Moment,
): Promise<{ showsHelp: boolean; isInvented: boolean }> {
  const found = await from
    .selectDistinct({ showsHelp: dossiers.showsHelp, isInvented: dossiers.isInvented })
    .from(dossiers)
    .where(
      or(
        inArray(dossiers.slug, [...new Set([...slugs, dossier?.slug ?? ""])]),
        inArray(dossiers.id, [...new Set(came.map(({ dossierId }) => dossierId))]),
      ),
    );
  return {
    showsHelp: found.some(({ showsHelp }) => showsHelp),
    isInvented: found.some(({ isInvented }) => isInvented),
  };
}
