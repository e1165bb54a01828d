/** What a question comes down to in the register: for each term the words and names that answer to it. */

export interface Sought {
  /** Any of these rows of words, each folded; the last word of a row may be the beginning of one. */
  rows: { words: string[]; isPrefix: boolean }[];
  /** Marks of the names that answer to it, as the index holds them. */
  refs: string[];
}

const quoted = (words: readonly string[]): string => `"${words.join(" ")}"`;

const inWords = (columns: string, { rows }: Sought): string =>
  `{${columns}} : (${rows.map(({ words, isPrefix }) => `${quoted(words)}${isPrefix ? " *" : ""}`).join(" OR ")})`;

/** An expression of SQLite's full-text search for the texts that have one of these; null where nothing answers to it. */
export function anywhere(sought: Sought): string | null {
  const parts = [
    ...(sought.rows.length > 0 ? [inWords("title body", sought)] : []),
    ...(sought.refs.length > 0 ? [`{refs} : (${sought.refs.map((ref) => quoted([ref])).join(" OR ")})`] : []),
  ];
  return parts.length > 0 ? parts.join(" OR ") : null;
}

/** The same for texts that have it in their title. */
export const inTitle = (sought: Sought): string | null => (sought.rows.length > 0 ? inWords("title", sought) : null);
