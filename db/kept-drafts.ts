/** Draft letters that somebody asked to keep: of that account, and in no list, count or event of the register. */
import { and, desc, eq } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import type { Chamber } from "#app/domain/recess.ts";
import { db, write } from "./client.ts";
import { newId } from "./events.ts";
import { keptDrafts } from "./schema.ts";

export interface Draft {
  title: string;
  /** The day on which it is to be sent. */
  sentOn: IsoDay;
  /** The day that stands above the letter, if any. */
  writtenOn: IsoDay | null;
  dossierId: string | null;
  chamber: Chamber;
  passages: Passage[];
}

/** Keeps a draft. Answers its id. */
export const keepDraft = (accountId: string, draft: Draft): Promise<string> =>
  write(
    async (tx) => {
      const id = newId();
      await tx.insert(keptDrafts).values({ ...draft, id, accountId, createdAt: new Date().toISOString() });
      return id;
    },
    { silent: true },
  );

/** The kept drafts of an account, the newest first, without their text. */
export const keptDraftsOf = async (accountId: string) =>
  db
    .select({ id: keptDrafts.id, title: keptDrafts.title, sentOn: keptDrafts.sentOn })
    .from(keptDrafts)
    .where(eq(keptDrafts.accountId, accountId))
    .orderBy(desc(keptDrafts.createdAt));

/** A kept draft; null where it is not there or somebody else's. */
export const keptDraft = async (accountId: string, id: string): Promise<(Draft & { id: string }) | null> =>
  (await db.query.keptDrafts.findFirst({ where: and(eq(keptDrafts.id, id), eq(keptDrafts.accountId, accountId)) })) ??
  null;

export const dropDraft = (accountId: string, id: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(keptDrafts).where(and(eq(keptDrafts.id, id), eq(keptDrafts.accountId, accountId)));
    },
    { silent: true },
  );
