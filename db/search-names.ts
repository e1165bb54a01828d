/** What things are called on the day that is shown: the index holds ids, so that a new name changes no text. */
import type { ReferenceList } from "#app/domain/reference.ts";
import { foldedWords } from "#app/domain/search/folded.ts";
import type { Term } from "#app/domain/search/question.ts";
import type { Db } from "./client.ts";
import { TABLE_OF } from "./reference-rows.ts";
import { registerState } from "./schema.ts";
import { refOf } from "./search-texts.ts";

interface Named {
  ref: string;
  words: string[];
}

/** Ministries are left out: nothing in the index is a ministry's by itself. */
const LISTS = ["office", "office_holder", "committee", "group", "member", "dossier", "topic"] as const;

/** By connection, as each shows the names of its own day. */
const kept = new WeakMap<Db, { revision: number; names: Promise<Named[]> }>();

async function namesIn(from: Db): Promise<Named[]> {
  const [state] = await from.select({ revision: registerState.revision }).from(registerState);
  const revision = state?.revision ?? 0;
  const known = kept.get(from);
  if (known?.revision === revision) return known.names;
  const names = readNames(from);
  kept.set(from, { revision, names });
  return names;
}

async function readNames(from: Db): Promise<Named[]> {
  const found: Named[] = [];
  for (const list of LISTS satisfies readonly ReferenceList[]) {
    const table = TABLE_OF[list];
    for (const { id, name } of await from.select({ id: table.id, name: table.name }).from(table))
      found.push({ ref: refOf(list, id), words: foldedWords(name) });
  }
  return found;
}

const MOST_NAMES = 200;

/** The marks of all that is called so; `forms` are what a word stands for. */
export async function namesLike(term: Term, forms: readonly string[], from: Db): Promise<string[]> {
  const names = await namesIn(from);
  const [first = ""] = term.words;
  const isCalled = ({ words }: Named): boolean => {
    if (term.words.length > 1)
      return words.some((_, at) =>
        term.words.every((word, i) => isWord(words[at + i], word, i === term.words.length - 1)),
      );
    return words.some((word) => forms.includes(word) || isWord(word, first, true));
  };
  const isWord = (word: string | undefined, wanted: string, isLast: boolean): boolean =>
    word === wanted || (isLast && term.isPrefix && word?.startsWith(wanted) === true);
  return names
    .filter(isCalled)
    .slice(0, MOST_NAMES)
    .map(({ ref }) => ref);
}
