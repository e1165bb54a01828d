/**
 * One act on many commitments: planned for each, shown with what is refused and why, and recorded in one transaction or
 * not at all. Planning reads the same rules as recording, which plans once more.
 */
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { asRecorded, standingChanges } from "#app/domain/act-overtaken.ts";
import { type ActProblem, type Planned, readAct } from "#app/domain/act-reading.ts";
import { type ActSubject, ofSubject, refusalOf, standingOn } from "#app/domain/act-refusal.ts";
import { ACTS } from "#app/domain/acts.ts";
import { dayInWords, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import type { Typed } from "#app/domain/correction.ts";
import { readTyped, type Surroundings } from "#app/domain/correction-kinds.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import type { CorrectableField } from "#app/domain/correction-table.ts";
import { effectiveEvents, type NewEvent, type RegisterEvent } from "#app/domain/events.ts";
import { MANY_ACTS, type ManyActName, type ManyChoices } from "#app/domain/many-acts.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { staffOf } from "./accounts.ts";
import { canonicalJson, sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { subjectsOf, thingsNamedIn, toRecord } from "./commitment-acts.ts";
import { publication } from "./commitments.ts";
import { namesFor, surroundingsOf } from "./correction-things.ts";
import { eventsOf, record } from "./events.ts";
import { referenceLists } from "./reference.ts";
import { restatement } from "./restatement.ts";
import { accounts, debates, events, letters, ownerships, registerState } from "./schema.ts";

/** What the act would do to one of them. */
export interface ManyRow {
  id: string;
  number: string | null;
  title: string;
  /** What is recorded, in a sentence; null where nothing changes. */
  what: string | null;
  changes: { label: string; was: string; now: string }[];
  /** Why it cannot be done to this one; null where it can. */
  refusal: string | null;
}

export interface ManyPreview {
  rows: ManyRow[];
  /** What it was made from: given back when it is to be recorded. */
  seen: string;
}

export type ManyOutcome =
  | { done: true; preview: ManyPreview }
  | { done: false; because: "wrong"; problems: ActProblem[] }
  | { done: false; because: "refused"; preview: ManyPreview }
  | { done: false; because: "overtaken"; preview: ManyPreview; told: ChangedMeanwhile[] };

export interface ChangedMeanwhile {
  number: string | null;
  title: string;
  sentence: string;
  by: string;
  at: Instant | null;
}

/** What the forms choose from, for this actor. */
export async function manyChoices(actor: Actor, from: Db = db): Promise<ManyChoices> {
  const { topics, dossiers } = await referenceLists(from);
  return { topics, dossiers, colleagues: actor.ministryId ? await staffOf(actor.ministryId) : [] };
}

/** Letters of every dossier that occurs, since the form is one for all. */
export async function surroundingsOfMany(subjects: readonly ActSubject[], from: Db = db): Promise<Surroundings | null> {
  const [first] = subjects;
  const last = first?.history.at(-1);
  if (!first || !last) return null;
  const rows = await from.query.letters.findMany({
    where: inArray(letters.dossierId, [...new Set(subjects.map(({ dossierId }) => dossierId))]),
  });
  return {
    ...(await surroundingsOf(first, last, from)),
    letters: rows.map(({ passages, ...letter }) => ({ ...letter, anchors: passages.map(({ anchor }) => anchor) })),
  };
}

interface Plan {
  preview: ManyPreview;
  events: NewEvent[];
  owners: { commitmentId: string; accountId: string; internalDate: IsoDay | null }[];
}

/**
 * Does an act to all of these, or only says what would come of it (`rehearse`). Nothing is recorded where one is refused,
 * or where somebody recorded something of one of them since the preview that `seen` belongs to.
 */
export function doToMany(
  { actor, today, rehearse }: { actor: Actor; today: IsoDay; rehearse: boolean },
  ids: readonly string[],
  name: ManyActName,
  { typed, seen }: { typed: Typed; seen: string },
): Promise<ManyOutcome> {
  const run = async (from: Db): Promise<ManyOutcome> => {
    const planned = await plan(from, actor, today, ids, name, typed);
    if ("problems" in planned) return { done: false, because: "wrong", problems: planned.problems };
    const { preview, events: fresh, owners } = planned;
    if (!rehearse && preview.seen !== seen) {
      const told = await changedSince(from, ids, seen, preview);
      if (told.length > 0) return { done: false, because: "overtaken", preview, told };
    }
    if (preview.rows.some(({ refusal }) => refusal !== null)) return { done: false, because: "refused", preview };
    if (rehearse) return { done: true, preview };
    await record(from, actor.accountId, fresh);
    if (owners.length > 0) {
      const changed = owners.map(({ commitmentId }) => commitmentId);
      await from.delete(ownerships).where(inArray(ownerships.commitmentId, changed));
      await from.insert(ownerships).values(owners);
    }
    return { done: true, preview };
  };
  return rehearse ? run(db) : write(run);
}

type OnePlan = { events?: NewEvent[]; owner?: Plan["owners"][number] } & Partial<
  Pick<ManyRow, "what" | "changes" | "refusal">
>;

async function plan(
  from: Db,
  actor: Actor,
  today: IsoDay,
  ids: readonly string[],
  name: ManyActName,
  typed: Typed,
): Promise<Plan | { problems: ActProblem[] }> {
  // The place in the chain is asked first: what comes in between is then told rather than missed.
  const seen = await seenBy(from, ids);
  const subjects = await subjectsOf(ids, from);
  const rule = MANY_ACTS[name];
  const around = await surroundingsOfMany([...subjects.values()], from);
  if (!around) return { problems: [{ name: "", message: "Er is niets meer gekozen waarmee dit kan." }] };
  const one = await planner(from, { actor, today, name, typed, around, subjects });
  if ("problems" in one) return one;
  const rows: ManyRow[] = [];
  const all: Plan = { preview: { rows, seen }, events: [], owners: [] };
  for (const id of ids) {
    const subject = subjects.get(id);
    const { number = null, title = "" } = subject ?? {};
    const made: OnePlan = subject
      ? isOwn(actor, rule.permission, subject, today)
        ? one.of(subject)
        : { refusal: "Deze toezegging is van een ander ministerie of een andere commissie." }
      : { refusal: "Deze toezegging is er niet meer." };
    // Whoever may not edit a draft does not know of it.
    const hidden = number === null && !isOwn(actor, "register", subject, today);
    if (hidden) continue;
    rows.push({
      id,
      number,
      title,
      what: made.what ?? null,
      changes: made.changes ?? [],
      refusal: made.refusal ?? null,
    });
    all.events.push(...(made.events ?? []));
    if (made.owner) all.owners.push(made.owner);
  }
  if (name === "publiceren") all.events.push(...(await publications(from, rows, subjects, today)));
  return all;
}

const isOwn = (actor: Actor, permission: Parameters<typeof may>[1], subject: ActSubject | undefined, today: IsoDay) =>
  subject !== undefined &&
  may(actor, permission, {
    ministryId: standingOn(subject, today)?.ministryId ?? null,
    committeeId: subject.committeeId,
  });

interface Given {
  actor: Actor;
  today: IsoDay;
  name: ManyActName;
  typed: Typed;
  around: Surroundings;
  subjects: ReadonlyMap<string, ActSubject>;
}

/** Reads the form once and answers what it means for each. */
async function planner(
  from: Db,
  given: Given,
): Promise<{ of: (subject: ActSubject) => OnePlan } | { problems: ActProblem[] }> {
  if (MANY_ACTS[given.name].each) return plannerOfAct(from, given);
  const choices = await manyChoices(given.actor, from);
  const values: Record<string, unknown> = {};
  const problems: ActProblem[] = [];
  const fields: readonly CorrectableField[] = MANY_ACTS[given.name].fields(choices);
  for (const { name, kind, optional } of fields) {
    const read = readTyped(given.typed[name] ?? [], kind, given.around, null);
    if ("problem" in read) problems.push({ name, message: read.problem });
    else if (!optional && (read.value === null || read.value === ""))
      problems.push({ name, message: "Vul in waarom. De reden staat daarna voor iedereen in het register." });
    else values[name] = read.value;
  }
  if (problems.length > 0) return { problems };
  const text = (name: string) => String(values[name] ?? "");
  switch (given.name) {
    case "dossierhouder": {
      const internalDate = (values.internalDate as IsoDay | null) ?? null;
      return plannerOfOwner(from, [...given.subjects.keys()], choices, { accountId: text("accountId"), internalDate });
    }
    case "onderwerp": {
      const topic = choices.topics.find(({ id }) => id === values.topicId);
      return {
        of: (subject) =>
          topic?.dossierId === subject.dossierId
            ? corrected(subject, { topicId: topic.id }, text("reason"), choices)
            : { refusal: "Dit onderwerp hoort bij een ander dossier dan de toezegging." },
      };
    }
    case "dossier":
      return {
        of: (subject) =>
          subject.number === null
            ? { refusal: "Dit is een concept: kies het dossier in het formulier van het debat." }
            : corrected(subject, { dossierId: values.dossierId, topicId: null }, text("reason"), choices),
      };
    default:
      return {
        of: (subject) =>
          subject.number === null
            ? { what: "Wordt gepubliceerd, met een eigen nummer." }
            : { refusal: `Staat al in het register, onder nummer ${subject.number}.` },
      };
  }
}

/** The act on one, for each; the names behind what it refers to are looked up once. */
async function plannerOfAct(
  from: Db,
  { name, typed, around, subjects, today }: Given,
): Promise<{ of: (subject: ActSubject) => OnePlan } | { problems: ActProblem[] }> {
  const { each } = MANY_ACTS[name];
  if (!each) return { problems: [] };
  const rule = { ...ACTS[each], fields: MANY_ACTS[name].fields({ colleagues: [], topics: [], dossiers: [] }) };
  const planned = new Map<string, Planned>();
  for (const subject of subjects.values()) {
    const { chamber, dossierId } = subject;
    const read = readAct(each, rule, typed, { ...around, chamber, dossierId }, today);
    if ("problems" in read) return read;
    planned.set(subject.id, ofSubject(read.event, subject));
  }
  const named = await thingsNamedIn([...planned.values()].slice(0, 1), from);
  const shown = [...subjects.values()].slice(0, 1).flatMap((subject) => {
    const event = planned.get(subject.id);
    return event ? [asRecorded(event, subject) as RegisterEvent] : [];
  });
  const names = await namesFor(shown, from);
  return {
    of: (subject) => {
      const event = planned.get(subject.id);
      if (!event) return {};
      if (subject.number === null) return { refusal: "Dit is nog een concept." };
      const refusal = refusalOf(event, subject, named);
      if (refusal) return { refusal: refusal.message };
      return {
        events: [toRecord(event, subject.id)],
        what: `${dayInWords(event.effectiveOn)}: ${registerSentence(asRecorded(event, subject), names)}`,
        changes: standingChanges(subject, event, names, today),
      };
    },
  };
}

/** Other values of the registration; nothing is recorded where it holds them already. */
function corrected(
  subject: ActSubject,
  fields: Record<string, unknown>,
  reason: string,
  { topics, dossiers }: ManyChoices,
): OnePlan {
  const registered = effectiveEvents(subject.history).find(({ kind }) => kind === "registered");
  const recorded = subject.history.find(({ id }) => id === registered?.id);
  if (!registered || !recorded) return {};
  const now = registered.payload as unknown as Record<string, unknown>;
  if (fields.dossierId !== undefined && fields.dossierId === now.dossierId) return {};
  const fresh = Object.entries(fields).filter(([key, value]) => value !== now[key]);
  if (fresh.length === 0) return {};
  const nameOf = (key: string, id: unknown): string =>
    (key === "topicId" ? topics : dossiers).find((row) => row.id === id)?.name ?? "geen";
  return {
    events: [
      {
        subject: "commitment",
        subjectId: subject.id,
        kind: "corrected",
        effectiveOn: recorded.effectiveOn,
        payload: {
          eventId: registered.id,
          fields: Object.fromEntries(fresh),
          reason: subject.number === null ? "concept gewijzigd" : reason,
        },
      },
    ],
    what: "Wordt gecorrigeerd.",
    changes: fresh.map(([key, value]) => ({
      label: key === "topicId" ? "Onderwerp" : "Dossier",
      was: nameOf(key, now[key]),
      now: nameOf(key, value),
    })),
  };
}

async function plannerOfOwner(
  from: Db,
  ids: readonly string[],
  { colleagues }: ManyChoices,
  owner: { accountId: string; internalDate: IsoDay | null },
): Promise<{ of: (subject: ActSubject) => OnePlan }> {
  const known = new Map((await ownersOf(from, ids)).map((row) => [row.commitmentId, row]));
  const told = (row: { accountId: string; internalDate: IsoDay | null } | undefined): string => {
    const name = colleagues.find(({ id }) => id === row?.accountId)?.name;
    if (!row) return "niemand";
    return `${name ?? "iemand anders"}${row.internalDate ? `, eigen datum ${dayInWords(row.internalDate)}` : ""}`;
  };
  return {
    of: ({ id }) => {
      const [was, now] = [told(known.get(id)), told(owner)];
      if (was === now) return {};
      const what = "Krijgt een dossierhouder.";
      return { owner: { commitmentId: id, ...owner }, what, changes: [{ label: "Dossierhouder", was, now }] };
    },
  };
}

const ownersOf = (from: Db, ids: readonly string[]) =>
  from
    .select()
    .from(ownerships)
    .where(inArray(ownerships.commitmentId, [...ids]))
    .orderBy(asc(ownerships.commitmentId));

/** Drafts become public with the debate in which they were made, which no reader could find otherwise. */
async function publications(
  from: Db,
  rows: readonly ManyRow[],
  subjects: ReadonlyMap<string, ActSubject>,
  today: IsoDay,
): Promise<NewEvent[]> {
  const drafts = rows.flatMap(({ id, refusal }) => (refusal === null ? (subjects.get(id) ?? []) : []));
  const origins = drafts.flatMap(({ history }) => {
    const registered = effectiveEvents(history).find(({ kind }) => kind === "registered");
    return registered?.kind === "registered" ? [registered.payload.origin] : [];
  });
  const debateIds = [...new Set(origins.filter(({ kind }) => kind === "debate").map(({ id }) => id))];
  const unpublished = (await from.select().from(debates).where(inArray(debates.id, debateIds))).filter(
    ({ publishedOn }) => publishedOn === null,
  );
  const fresh: NewEvent[] = [];
  for (const { id } of unpublished) {
    fresh.push(...restatement(await eventsOf("debate", id, from)), {
      subject: "debate",
      subjectId: id,
      kind: "published",
      effectiveOn: today,
      payload: {},
    });
  }
  return [...fresh, ...(await publication(from, drafts, today))];
}

/** The place that the chain has reached, with a digest of who owns what: owners are no part of the record. */
async function seenBy(from: Db, ids: readonly string[]): Promise<string> {
  const [state] = await from.select({ headSeq: registerState.headSeq }).from(registerState);
  return `${state?.headSeq ?? 0}.${sha256(canonicalJson(await ownersOf(from, ids)))}`;
}

async function changedSince(
  from: Db,
  ids: readonly string[],
  seen: string,
  preview: ManyPreview,
): Promise<ChangedMeanwhile[]> {
  const [seq = "", owners] = seen.split(".");
  const rows = await from
    .select({ event: events, by: accounts.name })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.recordedBy))
    .where(and(eq(events.subject, "commitment"), inArray(events.subjectId, [...ids]), gt(events.seq, Number(seq) || 0)))
    .orderBy(asc(events.seq));
  const shown = new Map(preview.rows.map((row) => [row.id, row]));
  const names = await namesFor(
    rows.map(({ event }) => event as unknown as RegisterEvent),
    from,
  );
  const told = rows.flatMap(({ event, by }) => {
    const row = shown.get(event.subjectId);
    const sentence = registerSentence(event as unknown as RegisterEvent, names);
    return row
      ? [{ number: row.number, title: row.title, sentence, by: by ?? "het register", at: event.recordedAt }]
      : [];
  });
  if (owners === preview.seen.split(".")[1]) return told;
  const sentence = "Van een of meer toezeggingen is een andere dossierhouder aangewezen.";
  return [...told, { number: null, title: "", sentence, by: "", at: null }];
}
