/**
 * What a reader keeps: commitments, dossiers and filters. A list always fits in an address, so that the same words serve
 * the cookie, the account and the link that one mails. What they do not know they leave out: an old link still opens.
 */
import { type Filter, filterFrom, filterToParams, wholeOf } from "./filter.ts";
import { parseNumber } from "./numbers.ts";

export interface KeptList {
  /** Numbers: `2011-0007`. */
  commitments: string[];
  /** Slugs. */
  dossiers: string[];
  /** As the register writes them in an address: `te-laat=ja&ministerie=…`. */
  filters: string[];
}

const NAMES = { commitments: "t", dossiers: "d", filters: "f" } as const;
type Kind = keyof KeptList;
const KINDS = Object.keys(NAMES) as Kind[];

/** A browser keeps four thousand characters in a cookie, and this grows by a third on its way there. */
export const LONGEST_LIST = 2400;
/** Dossiers and filters together: for each, all that it finds is compared with the last visit. */
export const MOST_FOLLOWED = 20;
/** Of what finds more than this, nobody is told what changed. */
export const MOST_COMPARED = 300;
/** Of one kind in an address: more than ever fits. */
const MOST_READ = 400;

const UNSORTED = filterFrom(new URLSearchParams()).sort;

/** The filter as a list keeps it: whole, without an order. Null for one that leaves nothing out, which is the register. */
function keptFilter(query: string): string | null {
  if (query.length > LONGEST_LIST) return null;
  const filter = wholeOf(filterFrom(new URLSearchParams(query)));
  return String(filterToParams({ ...filter, sort: UNSORTED })) || null;
}

const CANONICAL: Record<Kind, (text: string) => string | null> = {
  commitments: (text) => {
    const found = text.length <= 20 ? parseNumber(text) : null;
    return found?.kind === "own" ? found.number : null;
  },
  dossiers: (text) => (/^[\p{Letter}\p{Number}-]{1,100}$/u.test(text) ? text : null),
  filters: keptFilter,
};

export const NOTHING_KEPT: KeptList = { commitments: [], dossiers: [], filters: [] };

/** The list that stands in an address or a form: `t`, `d` and `f`, each as often as need be. */
export function keptFrom(params: URLSearchParams): KeptList {
  const read = (kind: Kind) => [
    ...new Set(
      params
        .getAll(NAMES[kind])
        .slice(0, MOST_READ)
        .flatMap((text) => CANONICAL[kind](text) ?? []),
    ),
  ];
  return { commitments: read("commitments"), dossiers: read("dossiers"), filters: read("filters") };
}

/** The query that gives this list back. */
export const keptToParams = (list: KeptList): URLSearchParams =>
  new URLSearchParams(KINDS.flatMap((kind) => list[kind].map((value) => [NAMES[kind], value])));

/** One thing as the fields of a form or an address name it. */
export const keptField = (kind: Kind, value: string): { name: string; value: string } => ({ name: NAMES[kind], value });

/** What a list keeps of a filter, to show a button for it; null for the register as a whole. */
export const keepable = (filter: Filter): string | null => keptFilter(String(filterToParams(wholeOf(filter))));

export const filterOfKept = (query: string): Filter => filterFrom(new URLSearchParams(query));

export const sizeOfKept = (list: KeptList): number => KINDS.reduce((size, kind) => size + list[kind].length, 0);

const fits = (list: KeptList): boolean =>
  String(keptToParams(list)).length <= LONGEST_LIST && list.dossiers.length + list.filters.length <= MOST_FOLLOWED;

const joined = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Both together, each thing once and what was there first; null where that does not fit: nothing is lost then. */
export function keptTogether(list: KeptList, more: KeptList): KeptList | null {
  const both: KeptList = {
    commitments: joined(list.commitments, more.commitments),
    dossiers: joined(list.dossiers, more.dossiers),
    filters: joined(list.filters, more.filters),
  };
  return fits(both) ? both : null;
}

/** As much of a list as fits, from its beginning, and how many things were left out: an address may be of any length. */
export function keptThatFits(list: KeptList): { list: KeptList; left: number } {
  let kept = NOTHING_KEPT;
  let left = 0;
  for (const kind of KINDS) {
    for (const [at, value] of list[kind].entries()) {
      const more = keptTogether(kept, { ...NOTHING_KEPT, [kind]: [value] });
      if (!more) {
        left += list[kind].length - at;
        break;
      }
      kept = more;
    }
  }
  return { list: kept, left };
}

export const keptWithout = (list: KeptList, less: KeptList): KeptList => ({
  commitments: list.commitments.filter((number) => !less.commitments.includes(number)),
  dossiers: list.dossiers.filter((slug) => !less.dossiers.includes(slug)),
  filters: list.filters.filter((query) => !less.filters.includes(query)),
});
