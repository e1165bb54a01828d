/** Commitments that somebody picked from the list, kept so that paging and going back lose none of them. */
import { and, eq, lt } from "drizzle-orm";
import { db, write } from "./client.ts";
import { newId } from "./events.ts";
import { selections } from "./schema.ts";

export type Selection = typeof selections.$inferSelect;

/** A selection of an account; null where there is none, or it is another's. */
export const selectionOf = async (accountId: string, id: string): Promise<Selection | null> =>
  (await db.query.selections.findFirst({
    where: and(eq(selections.id, id), eq(selections.accountId, accountId)),
  })) ?? null;

const DAYS_KEPT = 7;

/** Keeps what was picked, under the id that it had or a new one; answers it. Those of over a week ago go. */
export const keepSelection = (accountId: string, known: Selection | null, commitmentIds: string[]): Promise<string> =>
  write(
    async (tx) => {
      const createdAt = new Date();
      const old = new Date(createdAt.getTime() - DAYS_KEPT * 24 * 60 * 60 * 1000).toISOString();
      await tx.delete(selections).where(and(eq(selections.accountId, accountId), lt(selections.createdAt, old)));
      const row = { id: known?.id ?? newId(), accountId, commitmentIds, createdAt: createdAt.toISOString() };
      await tx
        .insert(selections)
        .values(row)
        .onConflictDoUpdate({ target: selections.id, set: { commitmentIds, createdAt: row.createdAt } });
      return row.id;
    },
    { silent: true },
  );
