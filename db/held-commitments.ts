/** What the register holds of the commitments that a list names, in the words in which a list is compared with it. */
import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { ListedRow } from "#app/domain/list-import/listed-row.ts";
import type { State } from "#app/domain/standing.ts";
import { type Db, db } from "./client.ts";
import { addressees, commitments, debates, letters, listTakings, periods, registerState } from "./schema.ts";

export interface HeldCommitment {
  row: typeof commitments.$inferSelect;
  state: State;
  memberIds: string[];
  groupIds: string[];
}

export interface EarlierTaking {
  commitmentId: string;
  listed: ListedRow;
}

/** What a ministry's lists said at their last import, by the key of the row. */
export async function earlierTakings(ministryId: string, from: Db = db): Promise<Map<string, EarlierTaking>> {
  const rows = await from.select().from(listTakings).where(eq(listTakings.ministryId, ministryId));
  return new Map(rows.map(({ key, commitmentId, listed }) => [key, { commitmentId, listed }]));
}

/** The remarks that lists made of a commitment: of the ministry, and of nobody else. */
export const listRemarksOn = async (commitmentId: string, ministryId: string) =>
  (
    await db
      .select({ listed: listTakings.listed, listDate: listTakings.listDate })
      .from(listTakings)
      .where(and(eq(listTakings.commitmentId, commitmentId), eq(listTakings.ministryId, ministryId)))
  ).flatMap(({ listed: { remark, holder, key }, listDate }) =>
    remark || holder ? [{ remark, holder, key, listDate }] : [],
  );

const PART = 500;
async function inParts<T>(ids: readonly string[], ask: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += PART) found.push(...(await ask(ids.slice(at, at + PART))));
  return found;
}

/** By id and by number, as they stand on a day. One that was thrown away is not there. */
export async function heldCommitments(
  wanted: { ids: readonly string[]; numbers: readonly string[] },
  asOf: IsoDay,
): Promise<HeldCommitment[]> {
  const rows = [
    ...(await inParts(wanted.ids, (ids) => db.select().from(commitments).where(inArray(commitments.id, ids)))),
    ...(await inParts(wanted.numbers, (numbers) =>
      db.select().from(commitments).where(inArray(commitments.number, numbers)),
    )),
  ];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = [...byId.keys()];
  const holds = await inParts(ids, (some) =>
    db
      .select()
      .from(periods)
      .where(
        and(
          inArray(periods.commitmentId, some),
          lte(periods.from, asOf),
          or(isNull(periods.until), gt(periods.until, asOf)),
        ),
      ),
  );
  const to = await inParts(ids, (some) => db.select().from(addressees).where(inArray(addressees.commitmentId, some)));
  const namedBy = new Map<string, typeof to>();
  for (const one of to) namedBy.set(one.commitmentId, [...(namedBy.get(one.commitmentId) ?? []), one]);
  return holds.flatMap(({ commitmentId, state }) => {
    const row = byId.get(commitmentId);
    const named = namedBy.get(commitmentId) ?? [];
    const of = (kind: "member" | "group") => named.filter((one) => one.kind === kind).map((one) => one.addresseeId);
    return row ? [{ row, state, memberIds: of("member"), groupIds: of("group") }] : [];
  });
}

/** Where something can have been promised: the debates and letters of the days that a list names. */
export async function originsOn(days: readonly IsoDay[]) {
  return {
    debates: await inParts(days, (some) => db.select().from(debates).where(inArray(debates.date, some))),
    letters: await inParts(days, (some) =>
      db
        .select({
          id: letters.id,
          title: letters.title,
          date: letters.date,
          day: letters.day,
          chamber: letters.chamber,
          dossierId: letters.dossierId,
          paper: letters.paper,
        })
        .from(letters)
        .where(or(inArray(letters.date, some), inArray(letters.day, some))),
    ),
  };
}

/** The letters with a paper number or of a dossier of this ministry, for what a list calls the letter that settled it. */
export const lettersToSettle = async () =>
  db
    .select({
      id: letters.id,
      day: letters.day,
      date: letters.date,
      paper: letters.paper,
      title: letters.title,
      chamber: letters.chamber,
    })
    .from(letters);

/** Where the chain ends: a comparison holds for as long as nothing came after it. */
export const chainEnd = async (from: Db = db): Promise<number> =>
  (await from.select({ headSeq: registerState.headSeq }).from(registerState))[0]?.headSeq ?? 0;
