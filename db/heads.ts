/** Heads of the chain: whoever keeps one can tell later whether anything up to there was rewritten. */
import { desc, inArray, max, sql } from "drizzle-orm";
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";
import { type Db, db } from "./client.ts";
import { events } from "./schema.ts";

/** The number of events up to and including the last one, and its hash. */
export interface Head {
  seq: number;
  hash: string;
}

const headColumns = { seq: events.seq, hash: events.hash, recordedAt: events.recordedAt };

/** Where the chain ends; null before anything was recorded. */
export async function chainHead(from: Db = db): Promise<(Head & { recordedAt: Instant }) | null> {
  const [head] = await from.select(headColumns).from(events).orderBy(desc(events.seq)).limit(1);
  return head ?? null;
}

/** The last event of each day in Amsterdam on which something was recorded, latest first. */
export async function dailyHeads(from: Db = db): Promise<(Head & { day: IsoDay })[]> {
  // An hour in UTC lies within one day in Amsterdam, whose clock is whole hours ahead.
  const lastOfHour = from
    .select({ seq: max(events.seq) })
    .from(events)
    .groupBy(sql`substr(${events.recordedAt}, 1, 13)`);
  const rows = await from
    .select(headColumns)
    .from(events)
    .where(inArray(events.seq, lastOfHour))
    .orderBy(desc(events.seq));
  const days = new Map<IsoDay, Head & { day: IsoDay }>();
  for (const { seq, hash, recordedAt } of rows) {
    const day = amsterdamDay(recordedAt);
    if (!days.has(day)) days.set(day, { day, seq, hash });
  }
  return [...days.values()];
}

/**
 * Where the chain no longer passes through heads that were published earlier, in a Dutch sentence; null where it does.
 * Of many heads the first that fails says enough.
 */
export async function departsFrom(published: readonly Head[]): Promise<string | null> {
  const end = (await chainHead())?.seq ?? 0;
  const heads = [...published].sort((a, b) => a.seq - b.seq);
  for (let at = 0; at < heads.length; at += BATCH) {
    const batch = heads.slice(at, at + BATCH);
    const seqs = batch.map(({ seq }) => seq);
    const rows = await db.select(headColumns).from(events).where(inArray(events.seq, seqs));
    const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
    const failing = batch.find(({ seq, hash }) => hashes.get(seq) !== hash);
    if (failing) return departure(failing, hashes.get(failing.seq), end);
  }
  return null;
}

const BATCH = 500;

const departure = ({ seq, hash }: Head, now: string | undefined, end: number): string =>
  seq > end
    ? `De keten is korter dan ze was: eerder is kop ${seq}:${hash} gepubliceerd, en nu eindigt ze bij ${end}. Er is iets van het einde afgehaald.`
    : `De keten gaat niet meer door een kop die eerder is gepubliceerd: gebeurtenis ${seq} had hash ${hash} en heeft nu ${now ?? "geen"}. Iets tot en met gebeurtenis ${seq} is daarna herschreven.`;

/** The heads that a line of a file holds: `120:9f…`, as in a list of heads, or a line of an export. Empty without one. */
export function headsIn(line: string): Head[] {
  if (line.startsWith("{")) return exportedHead(line);
  const written = /(?<![\w.])(\d{1,15})[\s:;,|]+([0-9a-f]{64})(?!\w)/gi;
  return [...line.matchAll(written)].map(([, seq, hash = ""]) => ({ seq: Number(seq), hash: hash.toLowerCase() }));
}

function exportedHead(line: string): Head[] {
  try {
    const { seq, hash, head } = JSON.parse(line);
    const { seq: number, hash: text } = head ?? { seq, hash };
    return Number.isSafeInteger(number) && number > 0 && typeof text === "string" ? [{ seq: number, hash: text }] : [];
  } catch {
    return [];
  }
}
