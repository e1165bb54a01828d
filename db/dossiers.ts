/** What staff say of a dossier: its rhythm, the day told for the next letter, from when until when it is followed. */

import { eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import { effectiveEvents, type NewEvent } from "#app/domain/events.ts";
import { type DossierContext, type ExpectedLetter, expectedLetter, letterOverdueDays } from "#app/domain/rhythm.ts";
import { db, write } from "./client.ts";
import { contextOf, eventsOf, record } from "./events.ts";
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

/**
 * Followed from a day until a day, inclusive; null while it still is. What was said before of later days is withdrawn:
 * it would hold over this.
 */
export const setCoverage = (by: string, dossierId: string, from: IsoDay, until: IsoDay | null): Promise<void> =>
  write(async (tx) => {
    const subject = { subject: "dossier", subjectId: dossierId } as const;
    const effectiveOn = until ?? from;
    const overtaken = effectiveEvents(await eventsOf("dossier", dossierId, tx)).filter(
      (event) => event.kind === "coverage_set" && event.effectiveOn > effectiveOn,
    );
    await record(tx, by, [
      ...overtaken.map(
        (event): NewEvent => ({
          ...subject,
          kind: "withdrawn",
          effectiveOn: event.effectiveOn,
          payload: { eventId: event.id, reason: "Opnieuw bepaald van wanneer tot wanneer het dossier wordt gevolgd." },
        }),
      ),
      { ...subject, kind: "coverage_set", effectiveOn, payload: { from, until } },
    ]);
  });
