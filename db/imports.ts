/** What was brought in and is no letter yet: kept byte for byte, read beside the pages, checked by who brought it in. */
import { and, asc, desc, eq, getTableColumns, inArray, notExists } from "drizzle-orm";
import type { LetterHead } from "#app/domain/reading/letter-text.ts";
import type { ReadLetter } from "#app/domain/reading/sections.ts";
import { db, write } from "./client.ts";
import { newId } from "./events.ts";
import { keepOriginal } from "./originals.ts";
import { imports, letters, originals } from "./schema.ts";

/** An import with the name of its file, and the media type: as the browser said, once read as its bytes say. */
export type ImportRow = typeof imports.$inferSelect & { fileName: string; mediaType: string };

/** What still has to be read: the text, where there is one; else the file. */
export interface Unread {
  id: string;
  text: string;
  fileName: string;
  bytes: Uint8Array;
}

const UNREAD = inArray(imports.state, ["waiting", "reading"]);
const NO_HEAD: LetterHead = { title: null, date: null, sender: null, addressee: null, kind: "other", paper: null };

const ofFile = { fileName: originals.fileName, mediaType: originals.mediaType };

/** Keeps what came in, whatever becomes of it; a pasted text comes with its text. Answers the id of the import, which waits to be read. */
export const keepImport = (
  by: string,
  file: { name: string; mediaType: string; bytes: Uint8Array },
  { text = "", dossierId }: { text?: string; dossierId: string | null },
): Promise<string> =>
  write(
    async (tx) => {
      const now = new Date().toISOString();
      const sha = await keepOriginal(tx, file, now);
      const id = newId();
      await tx.insert(imports).values({
        id,
        accountId: by,
        originalSha256: sha,
        state: "waiting",
        text,
        head: NO_HEAD,
        dossierId,
        createdAt: now,
      });
      return id;
    },
    { silent: true },
  );

export const importById = async (id: string): Promise<ImportRow | null> =>
  (
    await db
      .select({ ...getTableColumns(imports), ...ofFile })
      .from(imports)
      .innerJoin(originals, eq(originals.sha256, imports.originalSha256))
      .where(eq(imports.id, id))
  )[0] ?? null;

/** Whether it still has to be read. */
export const isUnread = async (id: string): Promise<boolean> =>
  (
    await db
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.id, id), UNREAD))
  ).length > 0;

/** How many still have to be read. */
export const unreadImports = async (): Promise<number> => db.$count(imports, UNREAD);

/** What an account brought in and what still waits: not what somebody else registered in the meantime. */
export const importsOf = async (accountId: string) =>
  db
    .select({
      id: imports.id,
      state: imports.state,
      progress: imports.progress,
      refusal: imports.refusal,
      head: imports.head,
      createdAt: imports.createdAt,
      ...ofFile,
    })
    .from(imports)
    .innerJoin(originals, eq(originals.sha256, imports.originalSha256))
    .where(
      and(
        eq(imports.accountId, accountId),
        notExists(db.select().from(letters).where(eq(letters.originalSha256, imports.originalSha256))),
      ),
    )
    .orderBy(desc(imports.createdAt));

/** What waits longest; what was half read when the program stopped waits again. */
export const nextUnread = async (): Promise<Unread | null> =>
  (
    await db
      .select({ id: imports.id, text: imports.text, fileName: originals.fileName, bytes: originals.bytes })
      .from(imports)
      .innerJoin(originals, eq(originals.sha256, imports.originalSha256))
      .where(UNREAD)
      .orderBy(asc(imports.createdAt), asc(imports.id))
      .limit(1)
  )[0] ?? null;

/** How far the reading is; null when it begins. From the first progress on it is known what the file is. */
export const tellProgress = (
  id: string,
  progress: { done: number; of: number } | null,
  mediaType: string | null = null,
): Promise<void> => change(id, { state: "reading", progress }, mediaType);

/** What the file came to. A pasted text leaves the file as it was described. */
export const keepReading = (
  id: string,
  read: { text: string; letter: ReadLetter; decodedFrom: string | null; mediaType: string | null },
): Promise<void> => {
  const { mediaType, ...rest } = read;
  return change(id, { ...rest, state: "read", head: read.letter.head, progress: null, refusal: null }, mediaType);
};

/** Why it cannot be read, in a sentence. */
export const refuseImport = (id: string, refusal: string): Promise<void> =>
  change(id, { state: "refused", progress: null, refusal });

/** The text that somebody copied from a file that could not be read. It waits to be read in the place of the file. */
export const pasteText = (id: string, text: string): Promise<void> =>
  write(
    async (tx) => {
      await tx
        .update(imports)
        .set({ text, state: "waiting", refusal: null })
        .where(and(eq(imports.id, id), eq(imports.state, "refused")));
    },
    { silent: true },
  );

/** Only what is not read yet changes: somebody may have thrown it away in the meantime. */
const change = (
  id: string,
  values: Partial<typeof imports.$inferInsert>,
  mediaType: string | null = null,
): Promise<void> =>
  write(
    async (tx) => {
      const [row] = await tx
        .update(imports)
        .set(values)
        .where(and(eq(imports.id, id), UNREAD))
        .returning({ sha: imports.originalSha256 });
      if (row && mediaType) await tx.update(originals).set({ mediaType }).where(eq(originals.sha256, row.sha));
    },
    { silent: true },
  );

export const dropImport = (id: string): Promise<void> =>
  write(
    async (tx) => {
      await tx.delete(imports).where(eq(imports.id, id));
    },
    { silent: true },
  );
