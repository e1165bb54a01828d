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

const anywhere = (sought: Sought): string => {
  const parts = [
    ...(sought.rows.length > 0 ? [inWords("title body", sought)] : []),
    ...(sought.refs.length > 0 ? [`{refs} : (${sought.refs.map((ref) => quoted([ref])).join(" OR ")})`] : []),
  ];
  return `(${parts.join(" OR ")})`;
};

const isThere = ({ rows, refs }: Sought): boolean => rows.length + refs.length > 0;

/** An expression of SQLite's full-text search; null where something that has to be there is nowhere. */
export function expressionOf(wanted: readonly Sought[], excluded: readonly Sought[]): string | null {
  if (wanted.length === 0 || !wanted.every(isThere)) return null;
  return without(wanted.map(anywhere).join(" AND "), excluded);
}

/** The same for texts that have all of it in their title. */
export function titleExpressionOf(wanted: readonly Sought[], excluded: readonly Sought[]): string | null {
  if (wanted.length === 0 || !wanted.every(({ rows }) => rows.length > 0)) return null;
  return without(wanted.map((sought) => inWords("title", sought)).join(" AND "), excluded);
}

function without(expression: string, excluded: readonly Sought[]): string {
  const there = excluded.filter(isThere);
  return there.length === 0 ? `(${expression})` : `((${expression}) NOT (${there.map(anywhere).join(" OR ")}))`;
}
