/**
 * The public door: published columns of published rows. Public pages, API, feeds and exports import this file and no
 * other of this room, so what is not here is seen by nobody.
 */
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { endOfDay, type IsoDay, parliamentaryYear } from "#app/domain/calendar.ts";
import { type Comparison, compare } from "#app/domain/comparison.ts";
import { type CommitmentEvent, effectiveEvents, type PassageRef } from "#app/domain/events.ts";
import { type Occurrence, occurrences } from "#app/domain/rhythm.ts";
import { standingOf, timesLate } from "#app/domain/standing.ts";
import { answersIn } from "./answers.ts";
import { isPublicDossier } from "./coverage.ts";
import { type DossierStanding, standingOfDossier } from "./dossiers.ts";
import { contextOf, eventsOf } from "./events.ts";
import { isAmong, keptQuery } from "./kept-query.ts";
import { groupOn } from "./member-groups.ts";
import { type Moment, nowOn, thenOn } from "./moment.ts";
import { correctionsSince, type ListedAmendment } from "./public-corrections.ts";
import { mentionsIn, publicItems, publicLinks } from "./public-items.ts";
import { holdsOn, type ListedCommitment, publishedWhere } from "./register-list.ts";
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
  ministries,
  officeHolders,
  offices,
  originals,
  periods,
  successorIn,
  topics,
} from "./schema.ts";

export { chainExport } from "./chain-export.ts";
export { coverage, type Followed, followed } from "./coverage.ts";
export { type DebatePack, debatePack, packChoices, type Shift } from "./debate-pack.ts";
export type { DossierStanding } from "./dossiers.ts";
export {
  type Facets,
  type FacetValue,
  type FilterOptions,
  facetsOf,
  filterOptions,
  pickedNames,
  registerView,
} from "./filter-options.ts";
export { chainHead, dailyHeads } from "./heads.ts";
export { lateEdition, lateEditionDays, type SinceEdition, sinceEdition } from "./late-editions.ts";
export { type LatePage, latePage } from "./late-list.ts";
export { nowOn as publicMoment } from "./moment.ts";
export { type PublicAddress, publicAddresses } from "./public-addresses.ts";
export {
  allCorrections as everyCorrection,
  type ListedAmendment,
  type PublicAmendment,
  publicAmendments,
  publicCorrections,
  withdrawnThing,
} from "./public-corrections.ts";
export { type DatedCommitment, datedInTurn } from "./public-deadlines.ts";
export { type ExportedCommitment, exportedInTurn } from "./public-exports.ts";
export { type FeedEntry, publicFeed } from "./public-feed.ts";
export {
  countItems,
  itemFilterOptions,
  itemList,
  type PublicItem,
  type PublicLink,
  publicItem,
  publicItems,
} from "./public-items.ts";
export {
  type AskedOfList,
  asSeen,
  commitmentsByNumber,
  datedInList,
  feedOfList,
  listedUpTo,
  reportedLast,
  type Told,
  toldSince,
} from "./public-kept.ts";
export { queryElsewhere, topicElsewhere } from "./public-merged.ts";
export { publicNames } from "./public-names.ts";
export { publicCourses } from "./public-timeline.ts";
export {
  countInRegister,
  type ListedCommitment,
  listedInTurn,
  registerList,
  registerPart,
  type StandingRow,
  standingsOn,
} from "./register-list.ts";
export {
  type Found,
  HITS_ON_PAGE,
  type Led,
  ledByNumber,
  searched,
  suggested,
} from "./search.ts";

type Letter = Omit<typeof letters.$inferSelect, "passages">;

/** A list of letters is some hundred bytes each without their text, and thirty thousand with it. */
const { passages: _passages, ...LETTER_COLUMNS } = getTableColumns(letters);

// --- Dossiers and topics --------------------------------------------------------------------------------------------

/** For conditions: a query inside a query. */
const some = new QueryBuilder();

/** A topic with a published commitment or item. */
const isPublicTopic = or(
  inArray(topics.id, some.select({ id: commitments.topicId }).from(commitments).where(isNotNull(commitments.number))),
  inArray(topics.id, some.select({ id: items.topicId }).from(items).where(isNotNull(items.publishedOn))),
);

/** A dossier with its coverage, and where its progress letters stand on a day. */
export async function publicDossier(slug: string, moment: Moment): Promise<DossierStanding | null> {
  const [dossier] = await moment.from
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.slug, slug), isPublicDossier));
  return dossier ? standingOfDossier(dossier, moment) : null;
}

/** Topics of a dossier, by name. */
export const topicsOf = async (dossierId: string, moment: Moment) =>
  moment.from
    .select()
    .from(topics)
    .where(and(eq(topics.dossierId, dossierId), isPublicTopic))
    .orderBy(asc(topics.name));

/** A topic and its dossier; null where there is none or only a draft is about it. */
export async function topicBySlug(slug: string, moment: Moment) {
  const [row] = await moment.from
    .select({ topic: topics, dossier: dossiers })
    .from(topics)
    .innerJoin(dossiers, eq(dossiers.id, topics.dossierId))
    .where(and(eq(topics.slug, slug), isPublicTopic));
  return row ?? null;
}

async function letterRefs(
  ids: string[],
  moment: Moment,
): Promise<Map<string, { id: string; title: string; date: IsoDay }>> {
  if (ids.length === 0) return new Map();
  const rows = await lettersNamed(moment.from).execute({ ids: JSON.stringify(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}

const lettersNamed = keptQuery((from) =>
  from
    .select({ id: letters.id, title: letters.title, date: letters.date })
    .from(letters)
    .where(isAmong(letters.id, "ids")),
);

// --- One commitment -------------------------------------------------------------------------------------------------

interface References {
  letter: { id: string; title: string; date: IsoDay } | null;
  other: { number: string; title: string } | null;
}

/** An event without who recorded it, with what it refers to. */
export type PublicEvent = CommitmentEvent extends infer E
  ? E extends CommitmentEvent
    ? Omit<E, "recordedBy"> & References
    : never
  : never;

/** Everything the page of a commitment tells, as it stood on a day; null before it was made or if it is not published. */
export async function publicCommitment(number: string, moment: Moment) {
  const [row] = await commitmentRow(moment.from).execute({ number });
  if (!row) return null;
  const { commitment } = row;
  const all = await periodsOf(moment.from).execute({ commitmentId: commitment.id });
  const period = all.findLast(({ from }) => from <= moment.asOf);
  const standing = period ? standingOf(period.state, moment.asOf) : null;
  const becameLate = timesLate(
    all.map(({ state }) => state),
    moment.asOf,
  );
  const [ministry] = standing ? await ministryRow(moment.from).execute({ id: standing.ministryId }) : [];
  const named = [standing?.missedLetterId, standing?.unreviewedLetterId, ...becameLate.map(({ letterId }) => letterId)];
  const one = async (ids: string[]) => (ids.length === 0 ? null : ((await publishedWhere({ ids }, moment))[0] ?? null));
  return {
    ...row,
    standing,
    becameLate,
    ministry: ministry?.name ?? null,
    to: await addresseesOf(commitment, moment),
    origin: await originOf(commitment, moment),
    events: await publicEvents(commitment.id, moment),
    links: await publicLinks({ kind: "commitment", id: commitment.id }, moment),
    namedLetters: await letterRefs(
      named.flatMap((id) => id ?? []),
      moment,
    ),
    successor: standing?.successorId ? await one([standing.successorId]) : null,
    predecessor: await one(await succeededBy(commitment.id, moment)),
    recurring: standing?.recurring
      ? { letters: await occurrencesOf(commitment, moment), dossier: await standingOfDossier(row.dossier, moment) }
      : null,
  };
}

const commitmentRow = keptQuery((from) =>
  from
    .select({
      commitment: commitments,
      dossier: dossiers,
      topic: topics,
      office: offices,
      holder: officeHolders,
      committee: committees,
    })
    .from(commitments)
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .innerJoin(offices, eq(offices.id, commitments.officeId))
    .leftJoin(topics, eq(topics.id, commitments.topicId))
    .leftJoin(officeHolders, eq(officeHolders.id, commitments.officeHolderId))
    .leftJoin(committees, eq(committees.id, commitments.committeeId))
    .where(eq(commitments.number, sql.placeholder("number"))),
);

const periodsOf = keptQuery((from) =>
  from
    .select()
    .from(periods)
    .where(eq(periods.commitmentId, sql.placeholder("commitmentId")))
    .orderBy(asc(periods.from)),
);

const ministryRow = keptQuery((from) =>
  from
    .select({ name: ministries.name })
    .from(ministries)
    .where(eq(ministries.id, sql.placeholder("id"))),
);

/** The commitments whose rest went on in this one, on a day. */
async function succeededBy(commitmentId: string, moment: Moment): Promise<string[]> {
  const rows = await predecessors(moment.from).execute({ commitmentId, day: moment.asOf });
  return rows.map(({ id }) => id);
}

const predecessors = keptQuery((from) =>
  from
    .select({ id: periods.commitmentId })
    .from(periods)
    .where(and(holdsOn(sql.placeholder("day")), eq(successorIn(periods.state), sql.placeholder("commitmentId")))),
);

async function occurrencesOf(
  { dossierId, madeOn }: typeof commitments.$inferSelect,
  moment: Moment,
): Promise<(Occurrence & { title: string })[]> {
  const context = await contextOf(dossierId, moment.from);
  const until = context.coverage?.until;
  const found = occurrences(context, madeOn, until && until < moment.asOf ? until : moment.asOf);
  const refs = await letterRefs(
    found.map(({ letterId }) => letterId),
    moment,
  );
  return found.map((occurrence) => ({ ...occurrence, title: refs.get(occurrence.letterId)?.title ?? "" }));
}

/** With each member the group on the day that it was promised. */
async function addresseesOf(
  { id: commitmentId, madeOn }: Pick<typeof commitments.$inferSelect, "id" | "madeOn">,
  moment: Moment,
): Promise<{ kind: "member" | "group"; id: string; name: string; group: string | null }[]> {
  const people = await membersAddressed(moment.from).execute({ commitmentId, day: madeOn });
  const parties = await groupsAddressed(moment.from).execute({ commitmentId });
  return [
    ...people.map((member) => ({ kind: "member" as const, ...member })),
    ...parties.map((group) => ({ kind: "group" as const, ...group, group: null })),
  ];
}

const membersAddressed = keptQuery((from) =>
  from
    .select({ id: members.id, name: members.name, group: groups.name })
    .from(addressees)
    .innerJoin(members, eq(members.id, addressees.addresseeId))
    .leftJoin(groups, eq(groups.id, groupOn(sql.placeholder("day"))))
    .where(eq(addressees.commitmentId, sql.placeholder("commitmentId"))),
);

const groupsAddressed = keptQuery((from) =>
  from
    .select({ id: groups.id, name: groups.name })
    .from(addressees)
    .innerJoin(groups, eq(groups.id, addressees.addresseeId))
    .where(eq(addressees.commitmentId, sql.placeholder("commitmentId"))),
);

async function originOf({ originKind, originId, originPassage }: typeof commitments.$inferSelect, moment: Moment) {
  if (originKind === "letter") {
    const letter = await publicLetterRow(originId, moment);
    return letter && { kind: "letter" as const, letter, passage: originPassage };
  }
  const debate = await publicDebateRow(originId, moment);
  return debate && { kind: "debate" as const, debate: debate.debate, passage: null };
}

/** The events that the public sees: without who recorded them, and only where all that they refer to is public. */
async function publicEvents(commitmentId: string, moment: Moment): Promise<PublicEvent[]> {
  const effective = effectiveEvents(await eventsOf("commitment", commitmentId, moment.from)).filter(
    (event) => event.effectiveOn <= moment.asOf,
  );
  const refs = await letterRefs(
    effective.flatMap((event) => passageOf(event)?.letterId ?? []),
    moment,
  );
  const others = await publicOthers(effective, moment);
  return effective
    .filter((event) => {
      const passage = passageOf(event);
      const other = otherOf(event);
      return (!passage || refs.has(passage.letterId)) && (!other || others.has(other));
    })
    .map(({ recordedBy: _recordedBy, ...event }) => ({
      ...event,
      letter: refs.get(passageOf(event as CommitmentEvent)?.letterId ?? "") ?? null,
      other: others.get(otherOf(event as CommitmentEvent) ?? "") ?? null,
    })) as PublicEvent[];
}

/** Those of the commitments that these events name that are public. */
async function publicOthers(
  named: readonly CommitmentEvent[],
  moment: Moment,
): Promise<Map<string, { number: string; title: string }>> {
  const ids = named.flatMap((event) => otherOf(event) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await moment.from
    .select({ id: commitments.id, number: commitments.number, title: commitments.title })
    .from(commitments)
    .where(and(isNotNull(commitments.number), inArray(commitments.id, ids)));
  return new Map(rows.map(({ id, number, title }) => [id, { number: number ?? "", title }]));
}

const passageOf = (event: CommitmentEvent): PassageRef | null =>
  event.kind === "reported" || event.kind === "deadline_set" ? event.payload.passage : null;

const otherOf = (event: CommitmentEvent): string | null => {
  if (event.kind === "linked") return event.payload.commitmentId;
  const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
  return rest?.kind === "successor" ? rest.commitmentId : null;
};

// --- Debates and letters ----------------------------------------------------------------------------------------------

const debateColumns = {
  debate: debates,
  committee: committees.name,
  dossier: { slug: dossiers.slug, name: dossiers.name, showsHelp: dossiers.showsHelp, isInvented: dossiers.isInvented },
};

/** Published debates up to a day, latest first. */
export const publicDebates = async (moment: Moment, dossierId: string | null = null) =>
  moment.from
    .select(debateColumns)
    .from(debates)
    .innerJoin(dossiers, eq(dossiers.id, debates.dossierId))
    .leftJoin(committees, eq(committees.id, debates.committeeId))
    .where(
      and(
        isNotNull(debates.publishedOn),
        lte(debates.date, moment.asOf),
        dossierId ? eq(debates.dossierId, dossierId) : undefined,
      ),
    )
    .orderBy(desc(debates.date), asc(debates.id));

async function publicDebateRow(id: string, moment: Moment) {
  const [row] = await debateRow(moment.from).execute({ id });
  return row ?? null;
}

const debateRow = keptQuery((from) =>
  from
    .select(debateColumns)
    .from(debates)
    .innerJoin(dossiers, eq(dossiers.id, debates.dossierId))
    .leftJoin(committees, eq(committees.id, debates.committeeId))
    .where(and(eq(debates.id, sql.placeholder("id")), isNotNull(debates.publishedOn))),
);

export async function publicDebate(id: string, moment: Moment) {
  const row = await publicDebateRow(id, moment);
  if (!row) return null;
  const speakers = await moment.from
    .select({ name: officeHolders.name, office: offices.name })
    .from(officeHolders)
    .innerJoin(offices, eq(offices.id, officeHolders.officeId))
    .where(inArray(officeHolders.id, row.debate.officeHolderIds.concat("")));
  return {
    ...row,
    speakers,
    parliamentaryYear: parliamentaryYear(row.debate.date),
    promised: await publishedWhere({ origin: id }, moment),
  };
}

/** Letters up to a day, latest first. */
export async function publicLetters(moment: Moment, dossierId: string | null = null) {
  return moment.from
    .select({ letter: LETTER_COLUMNS, dossier: dossiers })
    .from(letters)
    .innerJoin(dossiers, eq(dossiers.id, letters.dossierId))
    .where(and(lte(letters.day, moment.asOf), dossierId ? eq(letters.dossierId, dossierId) : undefined))
    .orderBy(desc(letters.day), asc(letters.id));
}

async function publicLetterRow(id: string, moment: Moment): Promise<Letter | null> {
  const [row] = await moment.from.select(LETTER_COLUMNS).from(letters).where(eq(letters.id, id));
  return row ?? null;
}

/** A letter with its text and, for each passage, what it answers, promises or otherwise says. */
export async function publicLetter(id: string, moment: Moment) {
  const [row] = await moment.from
    .select({ letter: letters, dossier: dossiers })
    .from(letters)
    .innerJoin(dossiers, eq(dossiers.id, letters.dossierId))
    .where(eq(letters.id, id));
  if (!row) return null;
  const all = await answersIn(id, moment.from);
  const others = await publicOthers(all, moment);
  const reports = all.filter((report) => others.has(otherOf(report) ?? "") || otherOf(report) === null);
  const answered = await publishedWhere({ ids: reports.map(({ subjectId }) => subjectId) }, moment);
  const numbers = new Map(answered.map((commitment) => [commitment.id, commitment]));
  const found = await publicItems({ dossierId: row.dossier.id }, moment);
  return {
    ...row,
    answers: reports.flatMap((report) => {
      const commitment = numbers.get(report.subjectId);
      const { passage, claim, note } = report.payload;
      return commitment ? [{ passage, claim, note, commitment }] : [];
    }),
    promised: await publishedWhere({ origin: id }, moment),
    promisedAt: new Map(
      (
        await moment.from
          .select()
          .from(commitments)
          .where(and(eq(commitments.originKind, "letter"), eq(commitments.originId, id), isNotNull(commitments.number)))
      ).map((commitment) => [commitment.id, commitment.originPassage]),
    ),
    items: found.filter(({ letter }) => letter?.id === id),
    mentions: await mentionsIn(id, moment),
  };
}

/** The file as it came in, to download; null where the register holds none for that letter. */
export async function publicOriginal(letterId: string, moment: Moment) {
  const letter = await publicLetterRow(letterId, moment);
  if (!letter?.originalSha256) return null;
  return (await moment.from.query.originals.findFirst({ where: eq(originals.sha256, letter.originalSha256) })) ?? null;
}

/** Published commitments of a topic or a dossier as they stood on a day. */
export const publicCommitments = (
  of: { topicId: string } | { dossierId: string },
  moment: Moment,
): Promise<ListedCommitment[]> => publishedWhere(of, moment);

// --- Two days side by side ------------------------------------------------------------------------------------------

/** What came, went, settled and shifted from one day to another, with the letters and debates that came. */
export interface ComparedDays {
  commitments: Comparison<ListedCommitment>;
  letters: Awaited<ReturnType<typeof publicLetters>>;
  debates: Awaited<ReturnType<typeof publicDebates>>;
  /** Recorded between the two days, whatever day they are about. */
  corrections: ListedAmendment[];
}

/**
 * @param asThen whether each day is taken as the register knew it at the end of that day, or by what is known now
 * @param dossier one dossier, or null for all
 */
export async function comparedDays(
  before: IsoDay,
  after: IsoDay,
  { asThen, dossier }: { asThen: boolean; dossier: { id: string; slug: string } | null },
): Promise<ComparedDays> {
  const dossierId = dossier?.id ?? null;
  const at = async (day: IsoDay): Promise<Moment> => (asThen ? thenOn(day, endOfDay(day)) : nowOn(day));
  const [then, now] = [await at(before), await at(after)];
  const where = dossierId ? { dossierId } : {};
  const fresh = <T>(idOf: (row: T) => string, old: readonly T[], rows: readonly T[]): T[] => {
    const known = new Set(old.map(idOf));
    return rows.filter((row) => !known.has(idOf(row)));
  };
  return {
    commitments: compare(await publishedWhere(where, then), await publishedWhere(where, now)),
    letters: fresh(
      ({ letter }) => letter.id,
      await publicLetters(then, dossierId),
      await publicLetters(now, dossierId),
    ),
    debates: fresh(
      ({ debate }) => debate.id,
      await publicDebates(then, dossierId),
      await publicDebates(now, dossierId),
    ),
    corrections: (await correctionsSince(before, now)).filter(
      (amendment) => dossier === null || amendment.dossier.slug === dossier.slug,
    ),
  };
}
