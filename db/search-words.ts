/** The words of the index: what other forms a word has in the register, and which compounds it is part of. */
import { desc, eq, sql } from "drizzle-orm";
import { canBePart, cutsOf, headsBefore, reversed, searchStem, tailsAfter } from "#app/domain/search/word-forms.ts";
import type { Db } from "./client.ts";
import { keptPerWrite } from "./kept-per-write.ts";
import { keptQuery } from "./kept-query.ts";
import { searchWords } from "./schema.ts";

/** By how much the number of texts with a word changed. */
export type WordCounts = Map<string, number>;

export async function countWords(tx: Db, counts: WordCounts): Promise<void> {
  const rows = [...counts]
    .filter(([word, by]) => by !== 0 && /\p{L}/u.test(word))
    .map(([word, by]) => {
      const stem = searchStem(word);
      return [word, stem, reversed(stem), by];
    });
  if (rows.length === 0) return;
  await tx.run(sql`INSERT INTO search_words (word, stem, tail, texts)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (word) DO UPDATE SET texts = texts + excluded.texts`);
  await tx.run(sql`DELETE FROM search_words WHERE texts <= 0`);
}

/** Enough for any word that means something, and few enough to look for at once. */
const MOST_FORMS = 40;
const MOST_CANDIDATES = 150;

/** What a word may stand for: single words, and pairs of words one after another. */
interface Meanings {
  forms: string[];
  pairs: [string, string][];
}

/** What the register says of a word, whatever is asked with it. */
interface InRegister {
  sameStem: string[];
  /** Words with it at their start or end, with what is left of them in each way of taking it off. */
  around: { word: string; rests: string[]; isCompound: boolean }[];
  pairs: [string, string][];
}

/** The same few words are asked for time and again, and each needs some twenty look-ups. */
const kept = keptPerWrite<InRegister>(2000);

/**
 * The words of the register that a folded word stands for: other forms of it, compounds with it at their start or end, and
 * the two words that it is made of itself.
 * @param beside the other words of the question: who asks for "meld knop" says that both are words
 */
export async function meaningsOf(word: string, beside: readonly string[], from: Db): Promise<Meanings> {
  const { sameStem, around, pairs } = await kept(from, word, () => inRegister(word, from));
  const said = new Set(beside.flatMap((other) => [other, searchStem(other)]));
  const compounds = around.filter(({ isCompound, rests }) => isCompound || rests.some((rest) => said.has(rest)));
  const forms = new Set([word, ...sameStem, ...compounds.map((row) => row.word)]);
  return { forms: [...forms].slice(0, MOST_FORMS), pairs };
}

async function inRegister(word: string, from: Db): Promise<InRegister> {
  const stem = searchStem(word);
  const sameStem = await wordsOfStem(from).execute({ stem, limit: MOST_FORMS });
  return {
    sameStem: sameStem.map((row) => row.word),
    around: canBePart(stem) ? await wordsAround(word, from) : [],
    pairs: await pairsOf(word, from),
  };
}

async function wordsAround(word: string, from: Db): Promise<InRegister["around"]> {
  const stem = searchStem(word);
  const tail = reversed(stem);
  const ending = await from.all<{ word: string; stem: string }>(
    sql`SELECT word, stem FROM search_words WHERE tail > ${tail} AND tail < ${`${tail}\u{10ffff}`} ORDER BY texts DESC LIMIT ${MOST_CANDIDATES}`,
  );
  const beginning = await from.all<{ word: string }>(
    sql`SELECT word FROM search_words WHERE word > ${stem} AND word < ${`${stem}\u{10ffff}`} ORDER BY texts DESC LIMIT ${MOST_CANDIDATES}`,
  );
  const candidates = [
    ...ending.map((row) => ({ word: row.word, rests: headsBefore(stem, row.stem) })),
    ...beginning.map((row) => ({
      word: row.word,
      rests: [...tailsAfter(stem, row.word), ...(stem === word ? [] : tailsAfter(word, row.word))],
    })),
  ].filter(({ rests }) => rests.length > 0);
  const known = await knownAmong(
    candidates.flatMap(({ rests }) => rests),
    from,
  );
  return candidates.map((one) => ({ ...one, isCompound: one.rests.some((rest) => known.has(rest)) }));
}

/** Those of these that are a word of the register, or the stem of one. */
async function knownAmong(parts: readonly string[], from: Db): Promise<Set<string>> {
  if (parts.length === 0) return new Set();
  const asked = JSON.stringify([...new Set(parts)]);
  const rows = await from.all<{ part: string }>(sql`
    SELECT value AS part FROM json_each(${asked})
    WHERE EXISTS (SELECT 1 FROM search_words WHERE word = value) OR EXISTS (SELECT 1 FROM search_words WHERE stem = value)`);
  return new Set(rows.map(({ part }) => part));
}

/** The words that begin so which most texts have. */
export async function wordsBegunBy(start: string, from: Db): Promise<string[]> {
  const rows = await from.all<{ word: string }>(
    sql`SELECT word FROM search_words WHERE word > ${start} AND word < ${`${start}\u{10ffff}`} ORDER BY texts DESC LIMIT ${MOST_FORMS}`,
  );
  return rows.map(({ word }) => word);
}

const MOST_PARTS = 4;

/** The pairs of words that a compound may be written as: "meldknop" as "meld knop". */
async function pairsOf(word: string, from: Db): Promise<[string, string][]> {
  const cuts = cutsOf(word);
  const known = await knownAmong(
    cuts.flatMap(({ head, tail }) => [head, tail]),
    from,
  );
  const pairs: [string, string][] = [];
  for (const { head, tail } of cuts) {
    if (!known.has(head) || !known.has(tail)) continue;
    const [heads, tails] = [await shortForms(head, from), await shortForms(tail, from)];
    for (const one of heads) for (const other of tails) pairs.push([one, other]);
  }
  return pairs;
}

const shortForms = async (word: string, from: Db): Promise<string[]> => {
  const rows = await wordsOfStem(from).execute({ stem: searchStem(word), limit: MOST_PARTS });
  return [...new Set([word, ...rows.map((row) => row.word)])];
};

/** Those that most texts have, first. */
const wordsOfStem = keptQuery((from) =>
  from
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(eq(searchWords.stem, sql.placeholder("stem")))
    .orderBy(desc(searchWords.texts))
    .limit(sql.placeholder("limit")),
);

/** Words that resemble one that the register does not have; the first letter is seldom the wrong one. */
export const wordsLike = (word: string, from: Db): Promise<{ word: string; documents: number }[]> =>
  Promise.resolve(
    from.all<{ word: string; documents: number }>(sql`
      SELECT word, texts AS documents FROM search_words
      WHERE word >= ${word.slice(0, 1)} AND word < ${`${word.slice(0, 1)}\u{10ffff}`}
        AND length(word) BETWEEN ${word.length - 2} AND ${word.length + 2}`),
  );
