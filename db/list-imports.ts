/** Lists on their way in: kept byte for byte, read and compared beside the pages, for all staff of their ministry. */
import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { RememberedLayout } from "#app/domain/list-import/layout.ts";
import type { Layout } from "#app/domain/list-import/listed-row.ts";
import { OUTCOMES, type Outcome, type Proposal } from "#app/domain/list-import/proposal.ts";
import { sha256 } from "./chain.ts";
import { type Db, db, write } from "./client.ts";
import { newId } from "./events.ts";
import { keepOriginal } from "./originals.ts";
import { type ListForm, type ListState, listImports, listLayouts, listRows, originals } from "./schema.ts";

export type ListImportRow = typeof listImports.$inferSelect;

const WORKING: ListState[] = ["waiting", "reading", "comparing", "taking"];
export const isWorking = (state: ListState): boolean => WORKING.includes(state);

/** SQLite takes a limited number of values in one statement. */
const BATCH = 500;

/** Keeps what came in, whatever becomes of it. Answers the id of the import, which waits to be read. */
export const keepList = (
  by: { accountId: string; ministryId: string },
  file: { name: string; mediaType: string; bytes: Uint8Array },
  listDate: IsoDay,
): Promise<string> =>
  write(
    async (tx) => {
      const now = new Date().toISOString();
      const sha = await keepOriginal(tx, file, now);
      const id = newId();
      await tx.insert(listImports).values({
        ...by,
        id,
        originalSha256: sha,
        fileName: file.name,
        state: "waiting",
        listDate,
        sheets: [],
        createdAt: now,
      });
      return id;
    },
    { silent: true },
  );

export const listImportById = async (id: string, from: Db = db): Promise<ListImportRow | null> =>
  (await from.query.listImports.findFirst({ where: eq(listImports.id, id) })) ?? null;

/** What a ministry brought in, latest first. */
export const listImportsOf = async (ministryId: string): Promise<ListImportRow[]> =>
  db
    .select()
    .from(listImports)
    .where(eq(listImports.ministryId, ministryId))
    .orderBy(desc(listImports.createdAt))
    .limit(50);

/** What waits longest for the program; what was half done when it stopped is begun again. */
export const nextList = async (): Promise<ListImportRow | null> =>
  (
    await db
      .select()
      .from(listImports)
      .where(inArray(listImports.state, WORKING))
      .orderBy(asc(listImports.createdAt), asc(listImports.id))
      .limit(1)
  )[0] ?? null;

/** How many lists wait for the program or are being worked on. */
export const unworkedLists = async (): Promise<number> => db.$count(listImports, inArray(listImports.state, WORKING));

export const fileOfList = async ({ originalSha256 }: ListImportRow): Promise<Uint8Array> =>
  (await db.query.originals.findFirst({ where: eq(originals.sha256, originalSha256) }))?.bytes ?? new Uint8Array();

/** Changes an import that is still in one of these states: somebody may have gone on, or thrown it away. */
export const moveList = (
  id: string,
  from: readonly ListState[],
  values: Partial<typeof listImports.$inferInsert>,
): Promise<boolean> =>
  write(
    async (tx) =>
      (
        await tx
          .update(listImports)
          .set(values)
          .where(and(eq(listImports.id, id), inArray(listImports.state, [...from])))
          .returning({ id: listImports.id })
      ).length > 0,
    { silent: true },
  );

/** What the file came to, in the place of what an earlier reading of it gave. */
export const keepRows = (
  id: string,
  read: { form: ListForm; sheets: string[]; sheet: string; decodedFrom: string | null; rows: readonly string[][] },
  { headerRow, layout }: { headerRow: number; layout: Layout },
): Promise<void> =>
  write(
    async (tx) => {
      const { rows, ...rest } = read;
      const [kept] = await tx
        .update(listImports)
        .set({ ...rest, headerRow, layout, state: "read", progress: null, refusal: null })
        .where(and(eq(listImports.id, id), inArray(listImports.state, ["waiting", "reading"])))
        .returning({ id: listImports.id });
      if (!kept) return;
      await tx.delete(listRows).where(eq(listRows.importId, id));
      const values = rows.map((cells, at) => ({ importId: id, position: at + 1, cells }));
      for (let at = 0; at < values.length; at += BATCH) await tx.insert(listRows).values(values.slice(at, at + BATCH));
    },
    { silent: true },
  );

/** The first rows of a list, its titles and header among them. */
export const topRows = async (id: string, most: number): Promise<string[][]> =>
  (
    await db
      .select({ cells: listRows.cells })
      .from(listRows)
      .where(eq(listRows.importId, id))
      .orderBy(asc(listRows.position))
      .limit(most)
  ).map(({ cells }) => cells);

/** The rows under the header with something in them, in order. */
export async function rowsBelow(id: string, headerRow: number) {
  const rows = await db
    .select({ position: listRows.position, cells: listRows.cells, listFirst: listRows.listFirst })
    .from(listRows)
    .where(and(eq(listRows.importId, id), gt(listRows.position, headerRow)))
    .orderBy(asc(listRows.position));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** What people said of the columns and words; the list is then compared with the register (again). */
export const layOut = (
  list: ListImportRow,
  { headerRow, layout }: { headerRow: number; layout: Layout },
  remember: { headers: string; memory: RememberedLayout },
): Promise<boolean> =>
  write(
    async (tx) => {
      const moved = await tx
        .update(listImports)
        .set({ headerRow, layout, state: "comparing", progress: null, notice: null })
        .where(and(eq(listImports.id, list.id), inArray(listImports.state, ["read", "compared"])))
        .returning({ id: listImports.id });
      if (moved.length === 0) return false;
      const values = {
        ministryId: list.ministryId,
        headers: sha256(remember.headers),
        memory: remember.memory,
        rememberedAt: new Date().toISOString(),
      };
      await tx
        .insert(listLayouts)
        .values(values)
        .onConflictDoUpdate({ target: [listLayouts.ministryId, listLayouts.headers], set: values });
      return true;
    },
    { silent: true },
  );

export const rememberedLayout = async (ministryId: string, headers: string): Promise<RememberedLayout | null> =>
  (
    await db.query.listLayouts.findFirst({
      where: and(eq(listLayouts.ministryId, ministryId), eq(listLayouts.headers, sha256(headers))),
    })
  )?.memory ?? null;

/** Some of the proposals of a comparison. One statement for all of them: building each anew would take longer than running it. */
export const keepProposals = (
  id: string,
  proposals: readonly { position: number; proposal: Proposal }[],
  progress: { done: number; of: number },
): Promise<void> =>
  write(
    async (tx) => {
      const keep = tx
        .update(listRows)
        .set({ proposal: sql`${sql.placeholder("proposal")}`, outcome: sql`${sql.placeholder("outcome")}` })
        .where(and(eq(listRows.importId, id), eq(listRows.position, sql.placeholder("position"))))
        .prepare();
      for (const { position, proposal } of proposals)
        await keep.execute({ position, proposal: JSON.stringify(proposal), outcome: proposal.outcome });
      await tx.update(listImports).set({ progress }).where(eq(listImports.id, id));
    },
    { silent: true },
  );

/** Rows that the comparison no longer sees (above another header) keep no outcome of an earlier one. */
export const forgetProposals = (id: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.update(listRows).set({ proposal: null, outcome: null }).where(eq(listRows.importId, id));
    },
    { silent: true },
  );

export async function outcomeCounts(id: string): Promise<Record<Outcome, number>> {
  const found = await db
    .select({ outcome: listRows.outcome, rows: count() })
    .from(listRows)
    .where(eq(listRows.importId, id))
    .groupBy(listRows.outcome);
  const of = (outcome: Outcome): number => found.find((row) => row.outcome === outcome)?.rows ?? 0;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>;
}

export type ProposedRow = Pick<typeof listRows.$inferSelect, "position" | "cells" | "listFirst"> & {
  proposal: Proposal;
};

/** A page of the rows with an outcome. Without `page` all of them. */
export async function proposedRows(
  id: string,
  outcomes: readonly Outcome[],
  page: { size: number; number: number } | null = null,
): Promise<ProposedRow[]> {
  const query = db
    .select()
    .from(listRows)
    .where(and(eq(listRows.importId, id), inArray(listRows.outcome, [...outcomes])))
    .orderBy(asc(listRows.position));
  const rows = page ? await query.limit(page.size).offset((page.number - 1) * page.size) : await query;
  return rows.flatMap(({ position, cells, listFirst, proposal }) =>
    proposal ? [{ position, cells, listFirst, proposal }] : [],
  );
}

/** Whether the list goes first in a row that was changed in the register. */
export const choose = (id: string, position: number, listFirst: boolean): Promise<void> =>
  write(
    async (tx) => {
      const isOpen = await tx.query.listImports.findFirst({
        where: and(eq(listImports.id, id), eq(listImports.state, "compared")),
      });
      if (!isOpen) return;
      await tx
        .update(listRows)
        .set({ listFirst })
        .where(and(eq(listRows.importId, id), eq(listRows.position, position), eq(listRows.outcome, "conflict")));
    },
    { silent: true },
  );

/** Throws a list away that was not taken in; false where it was, or is being so. */
export const dropList = (id: string): Promise<boolean> =>
  write(
    async (tx) =>
      (
        await tx
          .delete(listImports)
          .where(
            and(
              eq(listImports.id, id),
              isNull(listImports.takenAt),
              inArray(listImports.state, ["waiting", "reading", "refused", "read", "comparing", "compared"]),
            ),
          )
          .returning({ id: listImports.id })
      ).length > 0,
    { silent: true },
  );
