/** Standings that an earlier version of the program stored: they lack what it did not know of. */
import { sql } from "drizzle-orm";
import { db, write } from "./client.ts";
import { refresh } from "./events.ts";
import { periods } from "./schema.ts";

/** Makes anew what an earlier version wrote, before anybody reads it; answers of how many commitments. */
export async function renewOldStandings(): Promise<number> {
  const rows = await db
    .selectDistinct({ subjectId: periods.commitmentId })
    .from(periods)
    .where(sql`json_type(${periods.state}, '$.disagreed') IS NULL`);
  if (rows.length > 0)
    await write((tx) =>
      refresh(
        tx,
        rows.map(({ subjectId }) => ({ subject: "commitment" as const, subjectId })),
      ),
    );
  return rows.length;
}
