/** The report of a debate as it was brought in, and what was taken from it into the log. */
import { eq } from "drizzle-orm";
import type { DebateReading } from "#app/domain/reading/debate-reading.ts";
import { type Db, db, write } from "./client.ts";
import { type DebateHeader, debateAsOf, debateHistory, type LoggedRow, lastLogged, logDebate } from "./debates.ts";
import { debateRecords, recordTakings } from "./schema.ts";

type KeptRecord = typeof debateRecords.$inferSelect;

/** Null where none was brought in. */
export const recordOf = async (debateId: string): Promise<KeptRecord | null> =>
  (await db.query.debateRecords.findFirst({ where: eq(debateRecords.debateId, debateId) })) ?? null;

/** Keeps what was brought in with what was read in it, in the place of what was there before. */
export const keepRecord = (
  by: string,
  debateId: string,
  brought: { record: string; list: string; fileName: string | null; reading: DebateReading },
): Promise<void> =>
  write(
    async (tx) => {
      const row = { ...brought, keptBy: by, keptAt: new Date().toISOString() };
      await tx
        .insert(debateRecords)
        .values({ debateId, ...row })
        .onConflictDoUpdate({ target: debateRecords.debateId, set: row });
    },
    { silent: true },
  );

export const dropRecord = (debateId: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(debateRecords).where(eq(debateRecords.debateId, debateId));
    },
    { silent: true },
  );

/** The commitment that was made of each proposal, by the digest of its words; not those that were thrown away since. */
export async function takenFrom(
  debateId: string,
  from: Db = db,
): Promise<Map<string, { id: string; number: string | null; title: string }>> {
  const takings = await from.select().from(recordTakings).where(eq(recordTakings.debateId, debateId));
  const rows = new Map(debateAsOf(await debateHistory(debateId, from)).rows.map(({ row }) => [row.id, row]));
  return new Map(
    takings.flatMap(({ proposal, commitmentId }) => {
      const row = rows.get(commitmentId);
      return row ? [[proposal, { id: row.id, number: row.number, title: row.title }] as const] : [];
    }),
  );
}

/**
 * Logs one row of a debate that stands in its report, as a draft, within the transaction `tx`.
 * @param proposals digests of the words that it is made of: each makes one commitment
 * @returns "taken" where that was done before, "gone" where the debate is no longer there; nothing is recorded then
 */
export async function takeFromRecord(
  tx: Db,
  by: string,
  debateId: string,
  header: DebateHeader,
  row: LoggedRow,
  proposals: readonly string[],
): Promise<"logged" | "taken" | "gone"> {
  const taken = await takenFrom(debateId, tx);
  if (proposals.some((proposal) => taken.has(proposal))) return "taken";
  const history = await debateHistory(debateId, tx);
  if (!debateAsOf(history).debate) return "gone";
  const isLogged = await logDebate(tx, by, debateId, header, [row], { seen: lastLogged(history), publishOn: null });
  if (!isLogged) return "gone";
  for (const proposal of proposals)
    await tx
      .insert(recordTakings)
      .values({ debateId, proposal, commitmentId: row.id })
      .onConflictDoUpdate({
        target: [recordTakings.debateId, recordTakings.proposal],
        set: { commitmentId: row.id },
      });
  return "logged";
}
