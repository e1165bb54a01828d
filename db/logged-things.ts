/** What an act or an event was done to, by a name that the administrator may read: of a draft only that it is one. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Subject } from "#app/domain/events.ts";
import type { ActThing } from "#app/domain/logged-acts.ts";
import { db } from "./client.ts";
import { isPublicDossier } from "./coverage.ts";
import { TABLE_OF } from "./reference-rows.ts";
import { accounts, commitments, debates, dossiers, items, letters, mails, reminders } from "./schema.ts";

type ThingKind = Subject | ActThing["kind"];

export interface LoggedThing {
  kind: ThingKind;
  id: string;
  /** By which the public knows it: a number, or the last part of its address. Null for what is not public. */
  known: string | null;
  /** For who may see names: a title, the name of an account. Null for a draft. */
  name: string | null;
}

interface About {
  about: { kind: string; id: string };
}

/** The things of these rows, by `kind id`. What has no row of its own any more, or is a draft, has no name. */
export async function thingsOf(rows: readonly About[]): Promise<Map<string, LoggedThing>> {
  const found = new Map<string, LoggedThing>();
  for (const kind of Object.keys(LOOK_UP) as ThingKind[]) {
    const ids = [...new Set(rows.flatMap(({ about }) => (about.kind === kind ? [about.id] : [])))];
    if (ids.length === 0) continue;
    for (const id of ids) found.set(`${kind} ${id}`, { kind, id, known: null, name: null });
    for (const row of await LOOK_UP[kind](ids)) found.set(`${kind} ${row.id}`, { kind, ...row });
  }
  return found;
}

type Named = Omit<LoggedThing, "kind">;

/** Of each kind those of these that may be named. */
const LOOK_UP: Record<ThingKind, (ids: string[]) => Promise<Named[]>> = {
  commitment: async (ids) =>
    db
      .select({ id: commitments.id, known: commitments.number, name: commitments.title })
      .from(commitments)
      .where(and(inArray(commitments.id, ids), isNotNull(commitments.number))),
  item: async (ids) =>
    db
      .select({ id: items.id, known: items.number, name: items.title })
      .from(items)
      .where(and(inArray(items.id, ids), isNotNull(items.publishedOn))),
  debate: async (ids) =>
    db
      .select({ id: debates.id, known: debates.id, name: debates.title })
      .from(debates)
      .where(and(inArray(debates.id, ids), isNotNull(debates.publishedOn))),
  letter: async (ids) =>
    db.select({ id: letters.id, known: letters.id, name: letters.title }).from(letters).where(inArray(letters.id, ids)),
  dossier: async (ids) =>
    db
      .select({ id: dossiers.id, known: dossiers.slug, name: dossiers.name })
      .from(dossiers)
      .where(and(inArray(dossiers.id, ids), isPublicDossier)),
  calendar: async () => [],
  reference: async (ids) =>
    (
      await Promise.all(
        Object.values(TABLE_OF).map((list) =>
          db.select({ id: list.id, name: list.name }).from(list).where(inArray(list.id, ids)),
        ),
      )
    )
      .flat()
      .map((row) => ({ ...row, known: null })),
  account: async (ids) =>
    (await db.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, ids))).map(
      (row) => ({ ...row, known: null }),
    ),
  mail: async (ids) =>
    (await db.select({ id: mails.id, name: mails.subject }).from(mails).where(inArray(mails.id, ids))).map((row) => ({
      ...row,
      known: null,
    })),
  reminder: async (ids) =>
    (
      await db.select({ id: reminders.id, known: reminders.number }).from(reminders).where(inArray(reminders.id, ids))
    ).map((row) => ({ ...row, name: `Rappel ${row.known}` })),
};

/**
 * What somebody means by a number (`2011-0007`), the address of a page, or `account:…` as the log itself links to; null
 * where nothing public is called that. A draft is found by nobody.
 */
export async function thingNamed(text: string): Promise<LoggedThing | null> {
  const [, accountId] = /^account:(.+)$/.exec(text) ?? [];
  if (accountId) return oneThing("account", accountId);
  const word =
    text
      .replace(/[?#].*$/, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const number = word.toUpperCase();
  const commitment = await db.query.commitments.findFirst({ where: eq(commitments.number, number) });
  if (commitment) return oneThing("commitment", commitment.id);
  const item = await db.query.items.findFirst({ where: eq(items.number, number) });
  if (item) return oneThing("item", item.id);
  const reminder = await db.query.reminders.findFirst({ where: eq(reminders.number, number) });
  if (reminder) return oneThing("reminder", reminder.id);
  const dossier = await db.query.dossiers.findFirst({ where: eq(dossiers.slug, word) });
  if (dossier) return oneThing("dossier", dossier.id);
  return (await oneThing("letter", word)) ?? (await oneThing("debate", word)) ?? oneThing("reference", word);
}

async function oneThing(kind: ThingKind, id: string): Promise<LoggedThing | null> {
  const thing = (await thingsOf([{ about: { kind, id } }])).get(`${kind} ${id}`);
  return thing?.name == null ? null : thing;
}
