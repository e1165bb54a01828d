/**
 * Takes a list in: all rows that were accepted, in one transaction. What a row is and what it says is decided before
 * (`propose.ts`); here names get their ids and proposals become events.
 */
import { setImmediate } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { type CommitmentEvent, effectiveEvents, type NewEvent } from "#app/domain/events.ts";
import type { FieldDifference } from "#app/domain/list-import/comparison.ts";
import { debateKindIn } from "#app/domain/list-import/listed-names.ts";
import { promisedIn } from "#app/domain/list-import/listed-row.ts";
import { type Accepted, type ListedOrigin, takenFields } from "#app/domain/list-import/proposal.ts";
import { type Db, write } from "./client.ts";
import { awaitedId, publication, type Registration, registration } from "./commitments.ts";
import { eventsOf, newId, record } from "./events.ts";
import { chainEnd, earlierTakings } from "./held-commitments.ts";
import type { ListImportRow, ProposedRow } from "./list-imports.ts";
import { ListedNames } from "./listed-names.ts";
import { restatement } from "./restatement.ts";
import { accounts, commitments, debates, listImports, listTakings, ownerships } from "./schema.ts";

export type Taken = "taken" | "overtaken" | "gone";

interface TakenRow {
  proposal: Accepted;
  listFirst: boolean;
}

/** What the rows come to, gathered before anything is recorded. */
interface Gathered {
  events: NewEvent[];
  /** What is published at the end where the officer chose so: new, or still a draft. */
  drafts: { id: string; madeOn: IsoDay; isNew: boolean }[];
  debateIds: Set<string>;
  takings: (typeof listTakings.$inferInsert)[];
}

/**
 * @param publishOn the day of publication; null keeps what is new as drafts
 * @returns `overtaken`, with nothing recorded, where the register changed since the rows were compared with it; `gone`
 * where the list was thrown away
 */
export const takeList = (list: ListImportRow, rows: readonly ProposedRow[], publishOn: IsoDay | null): Promise<Taken> =>
  write(async (tx) => {
    const [still] = await tx
      .select({ id: listImports.id })
      .from(listImports)
      .where(and(eq(listImports.id, list.id), eq(listImports.state, "taking")));
    if (!still) return "gone";
    if ((await chainEnd(tx)) !== list.comparedSeq || (await isTakenMeanwhile(tx, list, rows))) {
      await tx.update(listImports).set({ state: "comparing", notice: OVERTAKEN }).where(eq(listImports.id, list.id));
      return "overtaken";
    }
    const taken = rows.flatMap(({ proposal, listFirst }) =>
      proposal.outcome === "refused" ? [] : [{ proposal, listFirst }],
    );
    const gathered = await gather(tx, list, taken);
    const published = publishOn ? await publications(tx, gathered, publishOn) : [];
    await record(tx, list.accountId, [...gathered.events, ...published]);
    await keepTakings(tx, list.ministryId, gathered.takings);
    await nameHolders(tx, list.ministryId, gathered.takings);
    await tx
      .update(listImports)
      .set({ state: "taken", progress: null, notice: null, takenAt: new Date().toISOString() })
      .where(eq(listImports.id, list.id));
    return "taken";
  });

const OVERTAKEN =
  "Het register is veranderd terwijl u keek. De lijst is opnieuw vergeleken en er is nog niets ingenomen. Kijk het nog een keer na.";

/** A row that was new may have come in with another list of the same ministry. */
async function isTakenMeanwhile(tx: Db, { ministryId }: ListImportRow, rows: readonly ProposedRow[]): Promise<boolean> {
  const earlier = await earlierTakings(ministryId, tx);
  return rows.some(({ proposal }) => proposal.outcome === "new" && earlier.has(proposal.key));
}

/** Others read while a long list is gathered. */
const TURN = 100;

async function gather(tx: Db, list: ListImportRow, rows: readonly TakenRow[]): Promise<Gathered> {
  const names = new ListedNames(tx, list.accountId, list.ministryId, firstDays(rows));
  const gathered: Gathered = { events: [], drafts: [], debateIds: new Set(), takings: [] };
  const made = new Map<string, string>();
  for (const [at, { proposal, listFirst }] of rows.entries()) {
    if (at % TURN === 0) await setImmediate();
    const commitmentId = proposal.held
      ? await change(tx, list, proposal, takenFields(proposal, listFirst), names, gathered)
      : await register(list, proposal, names, made, gathered);
    const { key, listed } = proposal;
    const { ministryId, listDate } = list;
    gathered.takings.push({ ministryId, key, commitmentId, listed, listDate, takenAt: new Date().toISOString() });
  }
  return gathered;
}

/** A dossier that is new is followed from the first promise that the list has of it. */
function firstDays(rows: readonly TakenRow[]): Map<string, IsoDay> {
  const first = new Map<string, IsoDay>();
  for (const { proposal } of rows) {
    const { dossier, madeOn } = proposal.listed;
    const key = dossier.toLowerCase();
    if (madeOn < (first.get(key) ?? "9999-12-31")) first.set(key, madeOn);
  }
  return first;
}

async function register(
  list: ListImportRow,
  { listed, origin, term, report }: Accepted,
  names: ListedNames,
  made: Map<string, string>,
  gathered: Gathered,
): Promise<string> {
  const id = newId();
  const { officeId, officeHolderId } = await names.office(listed.office);
  const dossierId = await names.dossier(listed.dossier);
  const { to, committeeId } = await names.addressees(listed.to, listed.chamber);
  const placed = await placeOf(origin, { listed, dossierId, committeeId, officeHolderId }, list, made, gathered);
  const promised: Registration = {
    ...promisedIn(listed),
    quote: null,
    chamber: listed.chamber,
    origin: placed.origin,
    officeId,
    officeHolderId,
    ministryId: list.ministryId,
    committeeId: committeeId ?? (origin?.kind === "debate" ? await names.committeeOf(origin.id) : null),
    dossierId,
    topicId: listed.topic ? await names.topic(dossierId, listed.topic) : null,
    to,
    source: sourceOf(list),
    recurring: term.deadline.event === "recurring" ? { perYear: null } : null,
  };
  gathered.events.push(...registration(id, listed.madeOn, promised, term.deadline));
  if (term.planning) gathered.events.push(planned(id, term.planning, list));
  if (report) gathered.events.push(reported(id, report, list));
  gathered.drafts.push({ id, madeOn: listed.madeOn, isNew: true });
  if (placed.origin.kind === "debate") gathered.debateIds.add(placed.origin.id);
  return id;
}

/** The debate or letter of a row; a debate that the register does not have is registered once for all its rows. */
async function placeOf(
  origin: ListedOrigin | null,
  row: { listed: Accepted["listed"]; dossierId: string; committeeId: string | null; officeHolderId: string | null },
  list: ListImportRow,
  made: Map<string, string>,
  gathered: Gathered,
): Promise<{ origin: Registration["origin"] }> {
  if (origin && origin.kind !== "new_debate") return { origin: { kind: origin.kind, id: origin.id, passage: null } };
  const key = origin?.key ?? "";
  const title = origin?.title ?? row.listed.origin;
  const known = made.get(key);
  const id = known ?? newId();
  if (!known) {
    made.set(key, id);
    gathered.events.push({
      subject: "debate",
      subjectId: id,
      kind: "registered",
      effectiveOn: row.listed.madeOn,
      payload: {
        debateKind: debateKindIn(title),
        title,
        chamber: row.listed.chamber,
        committeeId: row.committeeId,
        dossierId: row.dossierId,
        paper: null,
        ministryId: list.ministryId,
        officeHolderIds: row.officeHolderId ? [row.officeHolderId] : [],
      },
    });
  }
  return { origin: { kind: "debate", id, passage: null } };
}

const sourceOf = ({ listDate }: ListImportRow): string => `lijst van het ministerie van ${dayInWords(listDate)}`;

const planned = (subjectId: string, deadline: Accepted["term"]["deadline"], { listDate }: ListImportRow): NewEvent => ({
  subject: "commitment",
  subjectId,
  kind: "deadline_set",
  effectiveOn: listDate,
  payload: { deadline, reason: null, passage: null, awaitedId: awaitedId(deadline) },
});

const reported = (
  subjectId: string,
  report: NonNullable<Accepted["report"]>,
  { listDate }: ListImportRow,
): NewEvent => ({
  subject: "commitment",
  subjectId,
  kind: "reported",
  effectiveOn: report.on,
  payload: {
    passage: report.letterId ? { letterId: report.letterId, anchor: null, place: null } : null,
    claim: report.claim,
    rest: { kind: "unchanged" },
    note: report.note,
    list: { date: listDate },
  },
});

/** What changes in a commitment that is there: texts and names as a correction, a term as planning, a status as a report. */
async function change(
  tx: Db,
  list: ListImportRow,
  { held, listed, term, report }: Accepted,
  taken: readonly FieldDifference[],
  names: ListedNames,
  gathered: Gathered,
): Promise<string> {
  const id = held?.commitmentId ?? "";
  const row = await tx.query.commitments.findFirst({ where: eq(commitments.id, id) });
  if (held?.number === null) {
    gathered.drafts.push({ id, madeOn: listed.madeOn, isNew: false });
    if (row?.originKind === "debate") gathered.debateIds.add(row.originId);
  }
  if (taken.length === 0 && !report) return id;
  const has = (field: FieldDifference["field"]) => taken.some((one) => one.field === field);
  const history = await eventsOf("commitment", id, tx);
  const fields: Partial<Registration> = {};
  if (has("title")) fields.title = listed.title;
  if (has("text")) fields.text = listed.text;
  if (has("office")) Object.assign(fields, await names.office(listed.office));
  if (has("to")) fields.to = (await names.addressees(listed.to, listed.chamber)).to;
  if (has("topic")) fields.topicId = await names.topic(row?.dossierId ?? "", listed.topic);
  gathered.events.push(...correction(history, fields, list));
  if (has("deadline")) gathered.events.push(...termEvents(history, held?.number === null, term, list));
  if (report) gathered.events.push(reported(id, report, list));
  return id;
}

function correction(
  history: readonly CommitmentEvent[],
  fields: Partial<Registration>,
  list: ListImportRow,
): NewEvent[] {
  const registered = effectiveEvents(history).find(({ kind }) => kind === "registered");
  const recorded = history.find(({ id }) => id === registered?.id);
  if (!registered || !recorded || Object.keys(fields).length === 0) return [];
  return [
    {
      subject: "commitment",
      subjectId: registered.subjectId,
      kind: "corrected",
      effectiveOn: recorded.effectiveOn,
      payload: { eventId: registered.id, fields, reason: `volgens de ${sourceOf(list)}` },
    },
  ];
}

/**
 * In a draft the words of the promise are put right. What is public keeps its term: that the Kamer was told another one
 * does not follow from a list, so it is the ministry's planning.
 */
function termEvents(
  history: readonly CommitmentEvent[],
  isDraft: boolean,
  { deadline, planning }: Accepted["term"],
  list: ListImportRow,
): NewEvent[] {
  const effective = effectiveEvents(history);
  const first = effective.find((event) => event.kind === "deadline_set");
  const recorded = history.find(({ id }) => id === first?.id);
  const held = first?.kind === "deadline_set" ? first.payload.deadline : null;
  const subjectId = history[0]?.subjectId ?? "";
  const saysOtherwise = held === null || held.words !== deadline.words;
  if (!saysOtherwise) return planning ? [planned(subjectId, planning, list)] : [];
  if (!isDraft || !first || !recorded) return [planned(subjectId, planning ?? deadline, list)];
  const fields = { deadline, awaitedId: awaitedId(deadline) };
  return [
    {
      subject: "commitment",
      subjectId,
      kind: "corrected",
      effectiveOn: recorded.effectiveOn,
      payload: { eventId: first.id, fields, reason: `volgens de ${sourceOf(list)}` },
    },
    ...(planning ? [planned(subjectId, planning, list)] : []),
  ];
}

/** Debates first: a promise is public only where its debate is. */
async function publications(tx: Db, { drafts, debateIds, events }: Gathered, today: IsoDay): Promise<NewEvent[]> {
  const fresh: NewEvent[] = [];
  const isNew = new Set(events.flatMap(({ subject, subjectId }) => (subject === "debate" ? [subjectId] : [])));
  for (const id of debateIds) {
    const debate = isNew.has(id) ? null : await tx.query.debates.findFirst({ where: eq(debates.id, id) });
    if (debate?.publishedOn) continue;
    fresh.push(...restatement(isNew.has(id) ? [] : await eventsOf("debate", id, tx)), {
      subject: "debate",
      subjectId: id,
      kind: "published",
      effectiveOn: today,
      payload: {},
    });
  }
  return [...fresh, ...(await publication(tx, drafts, today))];
}

const BATCH = 200;

async function keepTakings(
  tx: Db,
  ministryId: string,
  takings: readonly (typeof listTakings.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < takings.length; at += BATCH) {
    const some = takings.slice(at, at + BATCH);
    const keys = some.map(({ key }) => key);
    await tx.delete(listTakings).where(and(eq(listTakings.ministryId, ministryId), inArray(listTakings.key, keys)));
    await tx.insert(listTakings).values(some);
  }
}

/** Who writes the answer, where the list names an account of the ministry and nobody was named before. */
async function nameHolders(
  tx: Db,
  ministryId: string,
  takings: readonly (typeof listTakings.$inferInsert)[],
): Promise<void> {
  const staff = await tx
    .select({ id: accounts.id, name: accounts.name, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.ministryId, ministryId), eq(accounts.role, "staff")));
  const idOf = new Map(
    staff.flatMap(({ id, name, email }) => [name, email].map((one) => [one.toLowerCase(), id] as const)),
  );
  for (const { commitmentId, listed } of takings) {
    const accountId = idOf.get(listed.holder.toLowerCase());
    if (accountId)
      await tx.insert(ownerships).values({ commitmentId, accountId, internalDate: null }).onConflictDoNothing();
  }
}
