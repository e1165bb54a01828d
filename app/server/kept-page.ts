/** A reader's list with how everything in it stands, and what became of it since they last looked. */
import type { Instant, IsoDay } from "#app/domain/calendar.ts";
import { compare } from "#app/domain/comparison.ts";
import { choices, type Filter, filterFrom, wholeOf } from "#app/domain/filter.ts";
import { changesInWords } from "#app/domain/kept-changes.ts";
import { filterOfKept, type KeptList, MOST_COMPARED } from "#app/domain/kept-list.ts";
import type { Moment } from "#db/moment.ts";
import {
  asSeen,
  commitmentsByNumber,
  countInRegister,
  coverage,
  filterOptions,
  type ListedCommitment,
  listedUpTo,
  pickedNames,
  queryElsewhere,
  type Told,
  toldSince,
  withdrawnThing,
} from "#db/public.ts";

interface Changed {
  commitment: ListedCommitment;
  /** What became of it, in a few words each. */
  words: string[];
}

export interface ChangedCommitment extends Changed {
  told: readonly Told[];
}

/** What became of all that a filter finds. */
export interface ChangedFilter {
  came: ListedCommitment[];
  /** As they last stood in it, with how they stand now. */
  left: { before: ListedCommitment; now: ListedCommitment | null }[];
  changed: Changed[];
}

/** A dossier or a filter in a list. */
export interface Followed {
  kind: "dossiers" | "filters";
  /** The slug, or the query. */
  value: string;
  name: string;
  filter: Filter;
  isInvented: boolean;
  total: number;
  late: number;
  /** Null where there is nothing to compare with; too much where nobody counts it out. */
  changes: ChangedFilter | "too_much" | null;
}

export interface KeptPage {
  commitments: ListedCommitment[];
  changed: ChangedCommitment[];
  /** Kept, and withdrawn since. */
  withdrawn: { number: string; on: IsoDay }[];
  followed: Followed[];
  help: boolean;
}

/** @param since when the reader last looked; null where they are not told what changed */
export async function keptPage(list: KeptList, since: Instant | null, moment: Moment): Promise<KeptPage> {
  const seen = since === null ? null : await asSeen(since, moment);
  const covered = new Map((await coverage(moment)).map(({ dossier }) => [dossier.slug, dossier]));
  const commitments = await commitmentsByNumber(list.commitments, moment);
  const followed = [...dossiersIn(list, covered), ...(list.filters.length > 0 ? await filtersIn(list, moment) : [])];
  const counted: Followed[] = [];
  for (const one of followed) counted.push(await withCounts(one, seen, moment));
  const slugs = [...commitments.map(({ dossier }) => dossier.slug), ...counted.flatMap(slugsIn)];
  return {
    commitments,
    changed: seen && since ? await changedIn(commitments, since, seen, moment) : [],
    withdrawn: await withdrawnIn(list, commitments, moment),
    followed: counted,
    help: slugs.some((slug) => covered.get(slug)?.showsHelp),
  };
}

type Named = Pick<Followed, "kind" | "value" | "name" | "filter" | "isInvented">;

const EVERYTHING = filterFrom(new URLSearchParams());

/** A dossier that nobody knows, or only a draft, is left out. */
const dossiersIn = (
  list: KeptList,
  covered: ReadonlyMap<string, { slug: string; name: string; isInvented: boolean }>,
): Named[] =>
  list.dossiers.flatMap((slug) => {
    const dossier = covered.get(slug);
    const filter = { ...EVERYTHING, dossier: slug };
    return dossier
      ? [{ kind: "dossiers" as const, value: slug, name: dossier.name, isInvented: dossier.isInvented, filter }]
      : [];
  });

async function filtersIn(list: KeptList, moment: Moment): Promise<Named[]> {
  const options = await filterOptions(moment);
  const found: Named[] = [];
  for (const query of list.filters) {
    const elsewhere = await queryElsewhere(new URLSearchParams(query), moment);
    const filter = wholeOf(filterOfKept(elsewhere ? String(elsewhere) : query));
    const labels = choices(filter, pickedNames(filter, options), moment.asOf).map(({ label }) => label);
    found.push({ kind: "filters", value: query, name: labels.join(", "), filter, isInvented: false });
  }
  return found;
}

async function withCounts(one: Named, seen: Moment | null, moment: Moment): Promise<Followed> {
  const { filter } = one;
  const late = filter.late === false ? 0 : await countInRegister({ ...filter, late: true }, moment);
  return {
    ...one,
    total: await countInRegister(filter, moment),
    late,
    changes: seen && (await changesOf(filter, seen, moment)),
  };
}

async function changesOf(filter: Filter, seen: Moment, moment: Moment): Promise<ChangedFilter | "too_much"> {
  const before = await listedUpTo(MOST_COMPARED, filter, seen);
  const after = before && (await listedUpTo(MOST_COMPARED, filter, moment));
  if (!before || !after) return "too_much";
  const { came, went } = compare(before, after);
  const leaving = went.flatMap((change) => change.before ?? []);
  const leftAs = await commitmentsByNumber(
    leaving.map(({ number }) => number),
    moment,
  );
  return {
    came: came.flatMap((change) => change.after ?? []),
    left: leaving.map((row) => ({ before: row, now: leftAs.find(({ number }) => number === row.number) ?? null })),
    changed: changedBetween(before, after),
  };
}

function changedBetween(before: readonly ListedCommitment[], after: readonly ListedCommitment[]): Changed[] {
  const then = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((commitment) => {
    const earlier = then.get(commitment.id);
    const words = earlier ? changesInWords(earlier, commitment) : [];
    return words.length > 0 ? [{ commitment, words }] : [];
  });
}

/** What became of these since a reader looked: by the look of it, and event by event. */
export async function changedIn(
  commitments: readonly ListedCommitment[],
  since: Instant,
  seen: Moment,
  moment: Moment,
): Promise<ChangedCommitment[]> {
  const before = await commitmentsByNumber(
    commitments.map(({ number }) => number),
    seen,
  );
  const stood = new Set(before.map(({ id }) => id));
  const words = new Map(changedBetween(before, commitments).map((one) => [one.commitment.id, one.words]));
  const told = await toldSince(
    commitments.map(({ id }) => id),
    since,
    moment,
  );
  return commitments
    .map((commitment) => ({
      commitment,
      words: stood.has(commitment.id) ? (words.get(commitment.id) ?? []) : ["nieuw in het register"],
      told: told.get(commitment.id) ?? [],
    }))
    .filter((one) => one.words.length + one.told.length > 0);
}

/** Kept numbers under which something stood that was withdrawn. A number that was never given out is as if it was not there. */
async function withdrawnIn(list: KeptList, shown: readonly ListedCommitment[], moment: Moment) {
  const numbers = new Set(shown.map(({ number }) => number));
  const found: KeptPage["withdrawn"] = [];
  for (const number of list.commitments.filter((one) => !numbers.has(one))) {
    const thing = await withdrawnThing("commitment", number, moment);
    if (thing) found.push({ number, on: thing.on });
  }
  return found;
}

/** The dossiers that what follows a filter speaks of. */
function slugsIn({ value, kind, filter, changes }: Followed): string[] {
  const told =
    changes === null || changes === "too_much"
      ? []
      : [...changes.came, ...changes.left.map((one) => one.before), ...changes.changed.map((one) => one.commitment)];
  return [
    ...(kind === "dossiers" ? [value] : filter.dossier ? [filter.dossier] : []),
    ...told.map(({ dossier }) => dossier.slug),
  ];
}
