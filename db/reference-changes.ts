/**
 * What is said of a row and recorded as an event: another name from a day on, another group, a ministry that goes on in
 * another, and that two rows are one. Each can be taken back.
 */
import { and, eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { effectiveEvents, type NewEvent, type RegisterEvent } from "#app/domain/events.ts";
import { type ReferenceList, survivor, whyNotSame } from "#app/domain/reference.ts";
import type { FieldProblem } from "#app/domain/reference-fields.ts";
import { type Db, write } from "./client.ts";
import { eventsOf, record } from "./events.ts";
import { doubled } from "./reference-editing.ts";
import { asEntry, candidateOf, entryOf, saidOf } from "./reference-entries.ts";
import { mergedIds } from "./reference-rows.ts";
import { accounts, decisionTexts, dossiers, type MergeMove, members, mergeMoves } from "./schema.ts";

export type Told =
  | { done: true }
  | { done: false; because: "gone" | "overtaken" }
  | { done: false; because: "wrong"; problems: FieldProblem[]; exists: { id: string; name: string } | null };

/** Who says it, and the last thing that was recorded of the row when the form was made. */
interface Act {
  by: string;
  seen: number;
}

const wrong = (field: string, message: string, exists: { id: string; name: string } | null = null): Told => ({
  done: false,
  because: "wrong",
  problems: [{ field, message }],
  exists,
});

/** One thing said of a row that is there, that is not merged away and of which nobody else just said something. */
const say = (
  { by, seen }: Act,
  list: ReferenceList,
  id: string,
  decide: (tx: Db, row: NonNullable<Awaited<ReturnType<typeof entryOf>>>) => Promise<NewEvent | Told>,
): Promise<Told> =>
  write(async (tx) => {
    const row = await entryOf(list, id, tx);
    if (!row || (await mergedIds(tx)).has(id)) return { done: false, because: "gone" };
    if ((await saidOf(id, tx)).seen !== seen) return { done: false, because: "overtaken" };
    const decided = await decide(tx, row);
    if ("done" in decided) return decided;
    const [event] = await record(tx, by, [decided]);
    if (event?.subject === "reference" && event.kind === "merged") await putOver(tx, event.id, id, event.payload.into);
    return { done: true };
  });

/** So called from a day on. Pages of an earlier day keep the name before it. */
export const rename = (act: Act, list: ReferenceList, id: string, name: string, from: IsoDay): Promise<Told> =>
  say(act, list, id, async (tx, row) => {
    const exists = await doubled(tx, list, { ...asEntry(row), name }, id);
    if (exists) return wrong("naam", "Deze naam staat er al. Is het dezelfde, voeg ze dan samen.", exists);
    const { said } = await saidOf(id, tx);
    const same = said.find(({ kind, on }) => kind === "renamed" && on === from);
    if (same) return wrong("naam-vanaf", "Vanaf die dag is al een naam vastgelegd. Neem die eerst terug.");
    if (row.name === name && !said.some(({ kind, on }) => kind === "renamed" && on > from))
      return wrong("naam", "Zo heet het al.");
    return {
      subject: "reference",
      subjectId: id,
      kind: "renamed",
      effectiveOn: from,
      payload: { list, name, was: row.name },
    };
  });

/** In a group from a day on, or in none. */
export const join = (act: Act, memberId: string, groupId: string | null, from: IsoDay): Promise<Told> =>
  say(act, "member", memberId, async (tx, row) => {
    if (groupId !== null && (!(await entryOf("group", groupId, tx)) || (await mergedIds(tx)).has(groupId)))
      return wrong("fractie", "Kies een fractie uit de lijst.");
    const { said } = await saidOf(memberId, tx);
    if (said.some(({ kind, on }) => kind === "joined" && on === from))
      return wrong("fractie-vanaf", "Vanaf die dag is al een fractie vastgelegd. Neem die eerst terug.");
    return {
      subject: "reference",
      subjectId: memberId,
      kind: "joined",
      effectiveOn: from,
      payload: { groupId, was: row.groupId },
    };
  });

/** What is open at a ministry counts at another from a day on. */
export const succeed = (act: Act, ministryId: string, successorId: string, on: IsoDay): Promise<Told> =>
  say(act, "ministry", ministryId, async (tx) => {
    if (successorId === ministryId || !(await entryOf("ministry", successorId, tx)))
      return wrong("opvolger", "Kies een ander ministerie uit de lijst.");
    const { said } = await saidOf(ministryId, tx);
    if (said.some(({ kind }) => kind === "succeeded"))
      return wrong("opvolger", "Er is al een opvolger vastgelegd. Neem die eerst terug.");
    for (let next: string | null = successorId; next !== null; ) {
      const passed: string = next;
      next = (await saidOf(passed, tx)).said.find(({ kind }) => kind === "succeeded")?.value ?? null;
      if (next === ministryId)
        return wrong("opvolger", "Dat ministerie gaat zelf al op in dit ministerie. Zo blijft er geen over.");
    }
    return {
      subject: "calendar",
      subjectId: ministryId,
      kind: "succeeded",
      effectiveOn: on,
      payload: { ministryId: successorId },
    };
  });

/** Two rows are one: on every day, as far as is known from now on. */
export const merge = (act: Act, list: ReferenceList, id: string, into: string, today: IsoDay): Promise<Told> =>
  say(act, list, id, async (tx) => {
    const [one, other] = [await candidateOf(list, id, tx), await candidateOf(list, into, tx)];
    if (!one || !other) return wrong("samen-met", "Kies uit de lijst met wie dit dezelfde is.");
    const why = whyNotSame(one, other);
    if (why) return wrong("samen-met", why);
    return { subject: "reference", subjectId: id, kind: "merged", effectiveOn: today, payload: { list, into } };
  });

/** Takes back what was said of a row; what was put over with a merge goes back. */
export const takeBack = (by: string, id: string, eventId: string, reason: string): Promise<Told> =>
  write(async (tx) => {
    const all: RegisterEvent[] = [...(await eventsOf("reference", id, tx)), ...(await eventsOf("calendar", id, tx))];
    const event = effectiveEvents(all).find((one) => one.id === eventId);
    if (!event || !["renamed", "joined", "merged", "succeeded"].includes(event.kind))
      return { done: false, because: "gone" };
    const { subject, subjectId, effectiveOn } = event;
    const before = survivor(id, await mergedIds(tx));
    await record(tx, by, [
      { subject, subjectId, kind: "withdrawn", effectiveOn, payload: { eventId, reason } } as NewEvent,
    ]);
    if (event.kind === "merged") await putBack(tx, eventId, id, before);
    return { done: true };
  });

/** What points to a row without being an event: whose account it is, which committee a dossier belongs to. */
const POINTERS = {
  account_committee: { table: accounts, column: accounts.committeeId, key: "committeeId" },
  account_member: { table: accounts, column: accounts.memberId, key: "memberId" },
  dossier_committee: { table: dossiers, column: dossiers.committeeId, key: "committeeId" },
  decision_committee: { table: decisionTexts, column: decisionTexts.committeeId, key: "committeeId" },
  member_group: { table: members, column: members.groupId, key: "groupId" },
} as const satisfies Record<MergeMove, unknown>;

async function putOver(tx: Db, eventId: string, from: string, into: string): Promise<void> {
  for (const [what, { table, column, key }] of Object.entries(POINTERS)) {
    const rows = await tx.select({ id: table.id }).from(table).where(eq(column, from));
    for (const { id: rowId } of rows) await tx.insert(mergeMoves).values({ eventId, what: what as MergeMove, rowId });
    await tx
      .update(table)
      .set({ [key]: into })
      .where(eq(column, from));
  }
}

/** What was pointed elsewhere since stays there. */
async function putBack(tx: Db, eventId: string, to: string, into: string): Promise<void> {
  const moves = await tx.select().from(mergeMoves).where(eq(mergeMoves.eventId, eventId));
  for (const { what, rowId } of moves) {
    const { table, column, key } = POINTERS[what];
    await tx
      .update(table)
      .set({ [key]: to })
      .where(and(eq(table.id, rowId), eq(column, into)));
  }
  await tx.delete(mergeMoves).where(eq(mergeMoves.eventId, eventId));
}
