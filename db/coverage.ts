/** What the register covers, dossier by dossier: read once for each connection and write, as every list says it. */
import { and, asc, eq, exists, isNotNull, or, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { DossierEvent } from "#app/domain/events.ts";
import { throughMerges } from "#app/domain/reference.ts";
import { type DossierContext, expectedLetter, letterOverdueDays } from "#app/domain/rhythm.ts";
import type { Db } from "./client.ts";
import type { DossierStanding } from "./dossiers.ts";
import { asEvent, LETTER_IN_RHYTHM } from "./events.ts";
import type { Moment } from "./moment.ts";
import { dossierContext, progressLetter } from "./projections.ts";
import { mergedIds } from "./reference-rows.ts";
import { heldRevision } from "./register-in-memory.ts";
import { commitments, debates, dossiers, events, items, letters } from "./schema.ts";

/** For conditions: a query inside a query. */
const some = new QueryBuilder().select({ one: sql`1` });

/** Something published is about it: a dossier that only a draft knows is nobody's business. */
export const isPublicDossier = or(
  exists(some.from(commitments).where(and(eq(commitments.dossierId, dossiers.id), isNotNull(commitments.number)))),
  exists(some.from(debates).where(and(eq(debates.dossierId, dossiers.id), isNotNull(debates.publishedOn)))),
  exists(some.from(items).where(and(eq(items.dossierId, dossiers.id), isNotNull(items.publishedOn)))),
  exists(some.from(letters).where(eq(letters.dossierId, dossiers.id))),
);

type Covered = Pick<DossierStanding, "dossier" | "context">;

/** Neither the rhythm nor the letters of a dossier depend on the day that is shown; only what follows from them does. */
const kept = new WeakMap<Db, { revision: number; covered: Promise<Covered[]> }>();

/** What the register covers, and where the letters of each dossier stand on a day. */
export async function coverage(moment: Moment): Promise<DossierStanding[]> {
  return (await coveredNow(moment)).map(({ dossier, context }) => ({
    dossier,
    context,
    expected: expectedLetter(context, moment.asOf),
    overdueDays: letterOverdueDays(context, moment.asOf),
  }));
}

/** What a list says of what it covers. */
export interface Followed {
  dossier: { id: string; slug: string; name: string; showsHelp: boolean; isInvented: boolean };
  context: Pick<DossierContext, "coverage">;
}

export async function followed(moment: Moment): Promise<Followed[]> {
  return (await coveredNow(moment)).map(
    ({ dossier: { id, slug, name, showsHelp, isInvented }, context: { coverage: days } }) => ({
      dossier: { id, slug, name, showsHelp, isInvented },
      context: { coverage: days },
    }),
  );
}

async function coveredNow(moment: Moment): Promise<Covered[]> {
  const revision = await heldRevision(moment);
  const known = kept.get(moment.from);
  if (known?.revision === revision) return known.covered;
  const covered = readCovered(moment.from);
  kept.set(moment.from, { revision, covered });
  covered.catch(() => kept.delete(moment.from));
  return covered;
}

async function readCovered(from: Db): Promise<Covered[]> {
  const rows = await from.select().from(dossiers).where(isPublicDossier).orderBy(asc(dossiers.name));
  const told = await from.select().from(events).where(eq(events.subject, "dossier")).orderBy(asc(events.seq));
  const merged = await mergedIds(from);
  const history = bySubject(told.map((row) => throughMerges(asEvent(row), merged) as DossierEvent));
  const received = await from
    .select({ ...LETTER_IN_RHYTHM, subjectId: letters.dossierId })
    .from(letters)
    .orderBy(asc(letters.day), asc(letters.id));
  const lettersOf = bySubject(received);
  return rows.map((dossier) => ({
    dossier,
    context: dossierContext(history.get(dossier.id) ?? [], (lettersOf.get(dossier.id) ?? []).flatMap(progressLetter)),
  }));
}

function bySubject<T extends { subjectId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.subjectId);
    if (own) own.push(row);
    else found.set(row.subjectId, [row]);
  }
  return found;
}
