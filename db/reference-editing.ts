/** Adding to the lists, changing what is no event, and taking out what nothing names. */
import { and, eq, sql } from "drizzle-orm";
import { sameName } from "#app/domain/names.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { type ReferenceList, survivor } from "#app/domain/reference.ts";
import {
  beside,
  type Entry,
  type FieldProblem,
  holdsWith,
  type ListField,
  type Overtaken,
} from "#app/domain/reference-fields.ts";
import { type Db, write } from "./client.ts";
import { newId } from "./events.ts";
import { addDossier, addTopic } from "./reference.ts";
import { asEntry, entriesOf, entryOf, isNamed, pointsTo, type ReferenceRow, usageOf } from "./reference-entries.ts";
import { mergedIds, TABLE_OF } from "./reference-rows.ts";
import * as schema from "./schema.ts";

export type Saved =
  | { done: true; id: string }
  | { done: false; because: "gone" }
  | { done: false; because: "wrong"; problems: FieldProblem[]; exists: { id: string; name: string } | null }
  | { done: false; because: "overtaken"; overtaken: Overtaken[]; merged: Entry; now: Entry };

const wrong = (field: string, message: string, exists: { id: string; name: string } | null = null): Saved => ({
  done: false,
  because: "wrong",
  problems: [{ field, message }],
  exists,
});

/** Where a name may stand once: a committee in its Chamber, an office at its ministry, a topic in its dossier. */
const SCOPE: Partial<Record<ReferenceList, (keyof ReferenceRow)[]>> = {
  office: ["ministryId"],
  office_holder: ["officeId"],
  committee: ["chamber"],
  member: ["chamber", "groupId"],
  topic: ["dossierId"],
};

/** The row that is called the same but for capitals and spaces; of one that was merged, whom it means. */
export async function doubled(tx: Db, list: ReferenceList, entry: Entry, except: string | null = null) {
  const merged = await mergedIds(tx);
  const rows = await tx.select().from(TABLE_OF[list]);
  const same = rows
    .map(asEntry)
    .find(
      (row) =>
        row.id !== except &&
        sameName(row.name ?? "", entry.name ?? "") &&
        (SCOPE[list] ?? []).every((key) => (row[key] ?? "") === (entry[key] ?? "")),
    );
  // Once merged, its name is free for whoever it means.
  const id = same && survivor(same.id ?? "", merged);
  const row = id && id !== except ? await entryOf(list, id, tx) : null;
  return row && { id: row.id, name: row.name };
}

/** Whether the rows that a form picks from are there, and not merged into others. */
async function pickProblems(tx: Db, fields: readonly ListField[], typed: Entry): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const { name, label, as, from } of fields) {
    if (as !== "pick" || !from || !typed[name]) continue;
    if (!(await entriesOf(from, tx)).some(({ id }) => id === typed[name]))
      problems.push({ field: name, message: `Kies opnieuw: ${label.toLowerCase()}. Deze keuze is er niet meer.` });
  }
  return problems;
}

/** Adds a row, unless its name stands there already; nobody holds an office while somebody else does. */
export const addEntry = (by: string, list: ReferenceList, fields: readonly ListField[], typed: Entry): Promise<Saved> =>
  write(async (tx) => {
    const exists = await doubled(tx, list, typed);
    if (exists) return wrong("name", "Deze naam staat er al.", exists);
    const problems = await pickProblems(tx, fields, typed);
    if (problems.length > 0) return { done: false, because: "wrong", problems, exists: null };
    const clash = list === "office_holder" ? await clashing(tx, typed, null) : null;
    if (clash) return wrong("from", clash);
    return { done: true, id: await inserted(tx, by, list, typed) };
  });

async function inserted(tx: Db, by: string, list: ReferenceList, typed: Entry): Promise<string> {
  const { name = "", ...rest } = typed;
  const orNull = (field: string): string | null => rest[field] || null;
  if (list === "dossier")
    return addDossier(tx, by, {
      name,
      description: rest.description ?? "",
      ministryId: orNull("ministryId"),
      committeeId: orNull("committeeId"),
      coveredFrom: rest.coveredFrom ?? "",
    });
  if (list === "topic") return addTopic(tx, rest.dossierId ?? "", name, rest.description);
  const id = newId();
  const { ministries, offices, officeHolders, committees, groups, members } = schema;
  const chamber = (rest.chamber ?? "TK") as Chamber;
  if (list === "ministry")
    await tx.insert(ministries).values({ id, name, tooi: orNull("tooi"), abbreviation: orNull("abbreviation") });
  if (list === "office") await tx.insert(offices).values({ id, name, ministryId: rest.ministryId ?? "" });
  if (list === "office_holder")
    await tx
      .insert(officeHolders)
      .values({ id, name, officeId: rest.officeId ?? "", from: orNull("from"), until: orNull("until") });
  if (list === "committee") await tx.insert(committees).values({ id, name, chamber });
  if (list === "group") await tx.insert(groups).values({ id, name });
  if (list === "member") await tx.insert(members).values({ id, name, groupId: orNull("groupId"), chamber });
  return id;
}

async function clashing(tx: Db, typed: Entry, except: string | null): Promise<string | null> {
  const others = (await entriesOf("office_holder", tx)).filter(
    ({ id, officeId }) => officeId === typed.officeId && id !== except,
  );
  return holdsWith(typed, others);
}

/**
 * Changes what a row says beside its name. `was` is the row as the form showed it: whoever comes second is told what
 * the first changed, and gets the form back with both.
 */
export const saveEntry = (
  list: ReferenceList,
  id: string,
  fields: readonly ListField[],
  { was, typed }: { was: Entry; typed: Entry },
): Promise<Saved> =>
  write(async (tx) => {
    const row = await entryOf(list, id, tx);
    if (!row) return { done: false, because: "gone" };
    const now = asEntry(row);
    const { overtaken, merged } = beside(fields, was, typed, now);
    if (overtaken.length > 0) return { done: false, because: "overtaken", overtaken, merged, now };
    const problems = await pickProblems(tx, fields, merged);
    if (problems.length > 0) return { done: false, because: "wrong", problems, exists: null };
    const asTyped: Entry = { ...now, ...merged };
    const moved = await topicMoved(tx, list, id, now, asTyped);
    if (moved) return wrong("dossierId", moved);
    const exists = await doubled(tx, list, asTyped, id);
    const scope: readonly string[] = SCOPE[list] ?? [];
    if (exists && fields.some(({ name }) => scope.includes(name) && now[name] !== asTyped[name]))
      return wrong(scope[0] ?? "", "Daar staat deze naam al.", exists);
    const clash = list === "office_holder" ? await clashing(tx, asTyped, id) : null;
    if (clash) return wrong("from", clash);
    const values = fields.map(({ name, as }) => [name, asTyped[name] || (as === "area" ? "" : null)]);
    await tx.update(TABLE_OF[list]).set(Object.fromEntries(values)).where(sql`${TABLE_OF[list].id} = ${id}`);
    return { done: true, id };
  });

/** What was promised under a topic follows the letters of its dossier: only a topic with nothing in it moves. */
async function topicMoved(tx: Db, list: ReferenceList, id: string, now: Entry, typed: Entry): Promise<string | null> {
  if (list !== "topic" || now.dossierId === typed.dossierId) return null;
  const { commitments, items } = await usageOf(list, id, tx);
  if (commitments + items > 0)
    return `Bij dit onderwerp staan al ${commitments + items} toezeggingen of andere regels. Die horen bij de brieven en het ritme van hun dossier, dus dit onderwerp kan niet meer verhuizen.`;
  return (await isNamed(id, tx)) ? "Dit onderwerp is al gebruikt en kan niet meer verhuizen." : null;
}

/** Takes a row out that nothing names. Answers in a sentence why not, where something does. */
export const removeEntry = (list: ReferenceList, id: string): Promise<string | null> =>
  write(async (tx) => {
    if (await isNamed(id, tx)) return "Het register verwijst hiernaar. Weghalen kan niet; samenvoegen misschien wel.";
    const [pointing] = await pointsTo(list, id, tx);
    if (pointing) return `Weghalen kan niet: ${pointing} verwijst hiernaar.`;
    if (await inWork(tx, list, id)) return "Een account of werk in uitvoering verwijst hiernaar. Weghalen kan niet.";
    await tx.delete(TABLE_OF[list]).where(sql`${TABLE_OF[list].id} = ${id}`);
    return null;
  });

/** Accounts, decisions that were brought in, letters on their way in, kept drafts. */
async function inWork(tx: Db, list: ReferenceList, id: string): Promise<boolean> {
  const { accounts, decisionTexts, imports, keptDrafts } = schema;
  const found = async (rows: Promise<unknown[]>): Promise<boolean> => (await rows).length > 0;
  if (list === "ministry") return found(tx.select().from(accounts).where(eq(accounts.ministryId, id)));
  if (list === "member") return found(tx.select().from(accounts).where(eq(accounts.memberId, id)));
  if (list === "committee")
    return (
      (await found(tx.select().from(accounts).where(eq(accounts.committeeId, id)))) ||
      found(tx.select().from(decisionTexts).where(eq(decisionTexts.committeeId, id)))
    );
  if (list !== "dossier") return false;
  return (
    (await found(tx.select({ id: imports.id }).from(imports).where(eq(imports.dossierId, id)))) ||
    found(
      tx
        .select({ id: keptDrafts.id })
        .from(keptDrafts)
        .where(and(eq(keptDrafts.dossierId, id))),
    )
  );
}
