/** What somebody who is signed in keeps: of that account alone, and in no list, count or event of the register. */
import { eq } from "drizzle-orm";
import { type KeptList, keptFrom, keptToParams } from "#app/domain/kept-list.ts";
import type { LastLook } from "#app/domain/last-look.ts";
import { type Db, db, write } from "./client.ts";
import { keptLists } from "./schema.ts";

export interface KeptByAccount {
  list: KeptList;
  look: LastLook;
}

/** Null for who never kept anything and never looked. */
export const keptOf = (accountId: string): Promise<KeptByAccount | null> => keptIn(db, accountId);

async function keptIn(from: Db, accountId: string): Promise<KeptByAccount | null> {
  const row = await from.query.keptLists.findFirst({ where: eq(keptLists.accountId, accountId) });
  if (!row) return null;
  return { list: keptFrom(new URLSearchParams(row.list)), look: { since: row.since, at: row.lookedAt } };
}

/**
 * Changes what an account keeps, from what it keeps at that moment: of two windows neither undoes the other.
 * `change` answers null to leave everything as it is.
 */
export const changeKept = (
  accountId: string,
  change: (kept: KeptByAccount | null) => KeptByAccount | null,
): Promise<void> =>
  write(
    async (tx) => {
      const changed = change(await keptIn(tx, accountId));
      if (!changed) return;
      const row = { list: String(keptToParams(changed.list)), since: changed.look.since, lookedAt: changed.look.at };
      await tx
        .insert(keptLists)
        .values({ accountId, ...row })
        .onConflictDoUpdate({ target: keptLists.accountId, set: row });
    },
    { silent: true },
  );
