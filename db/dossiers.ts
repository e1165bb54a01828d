/** What staff say of a dossier: its rhythm, the day told for the next letter, from when until when it is followed. */

import { eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { type DossierContext, type ExpectedLetter, expectedLetter, letterOverdueDays } from "#app/domain/rhythm.ts";
import { db, write } from "./client.ts";
import { contextOf, record } from "./events.ts";
import type { Moment } from "./moment.ts";
import { dossiers } from "./schema.ts";

type Dossier = typeof dossiers.$inferSelect;

/** A dossier on a day: its coverage, and where its progress letters stand. */
export interface DossierStanding {
  dossier: Dossier;
  context: DossierContext;
  expected: ExpectedLetter | null;
  overdueDays: number;
}

export async function standingOfDossier(
  dossier: Dossier,
  { asOf, from }: Pick<Moment, "asOf" | "from">,
): Promise<DossierStanding> {
  const context = await contextOf(dossier.id, from);
  return { dossier, context, expected: expectedLetter(context, asOf), overdueDays: letterOverdueDays(context, asOf) };
}

/** Any dossier, also one that only a draft knows: for the back office. */
export async function dossierStanding(slug: string, asOf: IsoDay): Promise<DossierStanding | null> {
  const dossier = await db.query.dossiers.findFirst({ where: eq(dossiers.slug, slug) });
  return dossier ? standingOfDossier(dossier, { asOf, from: db }) : null;
}

const say = (by: string, event: NewEvent): Promise<unknown> => write((tx) => record(tx, by, [event]));

/** Letters a year from a day on, with the source; null ends the rhythm. */
export const setRhythm = (by: string, dossierId: string, from: IsoDay, lettersPerYear: number | null, source: string) =>
  say(by, {
    subject: "dossier",
    subjectId: dossierId,
    kind: "rhythm_set",
    effectiveOn: from,
    payload: { lettersPerYear, source },
  });

/** The day for the next letter, as the Kamer was told on `saidOn`. */
export const tellDate = (
  by: string,
  dossierId: string,
  saidOn: IsoDay,
  expectedOn: IsoDay,
  words: string,
  source: string,
) =>
  say(by, {
    subject: "dossier",
    subjectId: dossierId,
    kind: "told_date_set",
    effectiveOn: saidOn,
    payload: { expectedOn, words, source },
  });

/** Followed from a day until a day, inclusive; null while it still is. */
export const setCoverage = (by: string, dossierId: string, from: IsoDay, until: IsoDay | null) =>
  say(by, {
    subject: "dossier",
    subjectId: dossierId,
    kind: "coverage_set",
    effectiveOn: until ?? from,
    payload: { from, until },
  });
