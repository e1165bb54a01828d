/** What things are called on the day that is shown: the index holds ids, so that a new name changes no text. */
import type { ReferenceList } from "#app/domain/reference.ts";
import { foldedWords } from "#app/domain/search/folded.ts";
import type { Sought } from "#app/domain/search/sought.ts";
import type { Db } from "./client.ts";
import { keptPerWrite } from "./kept-per-write.ts";
import { TABLE_OF } from "./reference-rows.ts";
import { refOf } from "./search-texts.ts";

interface Named {
  ref: string;
  words: string[];
}

/** Names by each of their words: a question has few words, and a register thousands of names. */
type Names = Map<string, Named[]>;

/** Ministries are left out: nothing in the index is a ministry's by itself. */
const LISTS = ["office", "office_holder", "committee", "group", "member", "dossier", "topic"] as const;

/** By connection, as each shows the names of its own day. */
const kept = keptPerWrite<Names>(1);

async function readNames(from: Db): Promise<Names> {
  const found: Names = new Map();
  for (const list of LISTS satisfies readonly ReferenceList[]) {
    const table = TABLE_OF[list];
    for (const { id, name } of await from.select({ id: table.id, name: table.name }).from(table)) {
      const named = { ref: refOf(list, id), words: foldedWords(name) };
      for (const word of new Set(named.words)) {
        const beside = found.get(word);
        if (beside) beside.push(named);
        else found.set(word, [named]);
      }
    }
  }
  return found;
}

/** Each name is looked for by itself: more of them would take longer than all the rest. */
const MOST_NAMES = 48;

interface Called {
  rows: Sought["rows"];
  isCommon: boolean;
}

/**
 * For each of these terms the marks of what is called so. Where a word is in more names than can be looked for
 * ("commissie"), those go first that have the other words of the question as well.
 */
export async function namesOf(terms: readonly Called[], from: Db): Promise<string[][]> {
  const names = await kept(from, "names", () => readNames(from));
  const found = terms.map(({ rows, isCommon }) =>
    isCommon ? [] : [...new Set(rows.flatMap((row) => begunBy(row, names).filter(({ words }) => holds(words, row))))],
  );
  const times = new Map<string, number>();
  for (const { ref } of found.flat()) times.set(ref, (times.get(ref) ?? 0) + 1);
  return found.map((of) =>
    of
      .map(({ ref }) => ref)
      .sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
      .slice(0, MOST_NAMES)
      .sort(),
  );
}

/** The names that have the first of these words, or a word that begins so. */
function begunBy({ words, isPrefix }: Sought["rows"][number], names: Names): Named[] {
  const [first = ""] = words;
  if (!isPrefix || words.length > 1) return names.get(first) ?? [];
  return [...names].flatMap(([word, named]) => (word.startsWith(first) ? named : []));
}

/** Whether these words stand in a name one after another. */
const holds = (name: readonly string[], { words, isPrefix }: Sought["rows"][number]): boolean =>
  name.some((_, at) =>
    words.every((wanted, i) => {
      const word = name[at + i];
      return word === wanted || (isPrefix && i === words.length - 1 && word?.startsWith(wanted) === true);
    }),
  );
