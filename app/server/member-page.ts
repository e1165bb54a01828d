/** What was promised to one member of the Kamer, as their aide asks for it. */
import type { Instant } from "#app/domain/calendar.ts";
import { type Filter, filterFrom } from "#app/domain/filter.ts";
import { MOST_COMPARED } from "#app/domain/kept-list.ts";
import type { Moment } from "#db/moment.ts";
import {
  asSeen,
  countInRegister,
  coverage,
  type ListedCommitment,
  listedUpTo,
  queryElsewhere,
  registerList,
  reportedLast,
  type Told,
} from "#db/public.ts";
import { type ChangedCommitment, changedIn } from "./kept-page.ts";

/** Part of what was promised: a filter of the register with the first of what it finds. */
export interface MemberPart {
  filter: Filter;
  total: number;
  rows: ListedCommitment[];
}

export interface MemberPage {
  all: MemberPart;
  late: MemberPart;
  within30: MemberPart;
  within90: MemberPart;
  withoutTerm: MemberPart;
  /** Not settled, and the ministry reported on it; null where that is too much to count out. */
  reported: { commitment: ListedCommitment; last: Told }[] | null;
  /** Null where that is too much to count out. */
  changed: ChangedCommitment[] | null;
  /** The dossiers in which something is not settled. */
  dossiers: { slug: string; name: string }[];
  help: boolean;
}

const SHOWN = 10;

/** @param since when the aide last looked */
export async function memberPage(memberId: string, since: Instant, moment: Moment): Promise<MemberPage> {
  const named = new URLSearchParams({ lid: memberId });
  const all = filterFrom((await queryElsewhere(named, moment)) ?? named);
  const part = async (filter: Filter): Promise<MemberPart> => {
    const total = await countInRegister(filter, moment);
    return { filter, total, rows: total === 0 ? [] : (await registerList(filter, moment)).rows.slice(0, SHOWN) };
  };
  const pending = await listedUpTo(MOST_COMPARED, { ...all, statuses: ["open", "partly_met"] }, moment);
  const everything = await listedUpTo(MOST_COMPARED, all, moment);
  const dossiers = new Map((pending ?? []).map(({ dossier }) => [dossier.slug, dossier]));
  const helped = (await coverage(moment)).filter(({ dossier }) => dossier.showsHelp);
  return {
    all: await part(all),
    late: await part({ ...all, late: true }),
    within30: await part({ ...all, dueWithin: 30, sort: "termijn" }),
    within90: await part({ ...all, dueWithin: 90, sort: "termijn" }),
    withoutTerm: await part({ ...all, withoutTerm: true }),
    reported: pending && (await reportedOn(pending, moment)),
    changed: everything && (await changedSince(everything, since, moment)),
    dossiers: [...dossiers.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    help: helped.some(({ dossier: { slug } }) => everything?.some(({ dossier }) => dossier.slug === slug)),
  };
}

/** What went on in another commitment is followed there. */
async function reportedOn(pending: readonly ListedCommitment[], moment: Moment) {
  const last = await reportedLast(
    pending.map(({ id }) => id),
    moment,
  );
  return pending.flatMap((commitment) => {
    const found = commitment.standing.successorId === null ? last.get(commitment.id) : undefined;
    return found ? [{ commitment, last: found }] : [];
  });
}

async function changedSince(everything: readonly ListedCommitment[], since: Instant, moment: Moment) {
  const seen = await asSeen(since, moment);
  return seen ? changedIn(everything, since, seen, moment) : [];
}
