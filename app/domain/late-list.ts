/** What is late, as a list that stays readable by itself: the page of today shows it, and each Monday's is kept. */
import { addDays, daysBetween, endOfDay, type Instant, type IsoDay, weekday } from "./calendar.ts";
import { daysInWords } from "./commitment.ts";
import type { Chamber } from "./recess.ts";
import type { Standing, Status } from "./standing.ts";
import { deadlineInWords, standingInWords } from "./standing-words.ts";

/** Whether the Kamer was told of a delay. Planned: the ministry names a later day that no letter told. */
export type Delay = "told" | "planned" | "untold";

export const DELAY_WORDS: Record<Delay, string> = {
  told: "gemeld uitstel",
  planned: "planning, niet gemeld",
  untold: "geen uitstel gemeld",
};

/** One late commitment in words, so that nothing has to be looked up to show it. */
export interface LateRow {
  commitmentId: string;
  number: string;
  title: string;
  madeOn: IsoDay;
  chamber: Chamber;
  /** Empty: to the Kamer as a whole. */
  to: { kind: "member" | "group"; id: string; name: string; group: string | null }[];
  ministry: { id: string; name: string };
  office: { id: string; name: string };
  dossier: { name: string; isInvented: boolean; showsHelp: boolean };
  status: Status;
  daysLate: number;
  /** The deadline in the words that were said. */
  deadline: string;
  /** Why it is late, in a few words. */
  why: string;
  delay: Delay;
  delayed: string;
  /** How often the Kamer was told of a later deadline. */
  postponements: number;
}

/** What was late a week before and is not any more, and what became of it. */
export interface GoneRow {
  commitmentId: string;
  number: string;
  title: string;
  ministry: string;
  daysLate: number;
  /** Settled: met or lapsed. Anything else is no longer late for another reason. */
  settled: boolean;
  became: string;
}

/** What was late on a Monday by what the register knew when it began. Kept as it is, for good. */
export interface LateEdition {
  day: IsoDay;
  /** What was recorded up to and including this moment counts: the last one before the Monday began. */
  knownAt: Instant;
  rows: LateRow[];
  /** The edition that it is compared with; null for the first. */
  before: IsoDay | null;
  /** Numbers that were not late in the edition before. */
  fresh: string[];
  gone: GoneRow[];
}

/** What a list of editions tells of each. */
export interface EditionCounts {
  late: number;
  /** Null for the first edition, which has nothing to be compared with. */
  since: { fresh: number; stayed: number; settled: number; otherwise: number } | null;
}

export const delayOf = ({ planning, postponements }: Pick<Standing, "planning" | "postponements">): Delay =>
  planning !== null ? "planned" : postponements > 0 ? "told" : "untold";

/** Made once: a comparison that makes its own costs more than all the rest of a long list. */
const BY_NUMBER = new Intl.Collator("nl", { numeric: true });

/** Longest late first, then by number. */
export const byDaysLate = (a: Pick<LateRow, "daysLate" | "number">, b: Pick<LateRow, "daysLate" | "number">): number =>
  b.daysLate - a.daysLate || BY_NUMBER.compare(a.number, b.number);

/** As little of a late commitment as counting and choosing ask. */
export interface LateInBrief {
  number: string;
  daysLate: number;
  ministryId: string;
  officeId: string;
  /** The Kamer was told of a delay; what is only planned was not told. */
  told: boolean;
}

export const inBrief = ({ number, daysLate, ministry, office, postponements }: LateRow): LateInBrief => ({
  number,
  daysLate,
  ministryId: ministry.id,
  officeId: office.id,
  told: postponements > 0,
});

export interface LateCount {
  ministryId: string;
  late: number;
  longest: number;
  told: number;
}

/** How many are late per ministry; the one with the longest first. */
export const lateCounts = (all: readonly LateInBrief[]): LateCount[] =>
  grouped([...all].sort(byDaysLate), ({ ministryId }) => ministryId).map(([ministryId, own]) => ({
    ministryId,
    late: own.length,
    longest: own[0]?.daysLate ?? 0,
    told: own.filter(({ told }) => told).length,
  }));

/** Above this many, a page shows of each office the first few, and all of them on a page of the ministry's own. */
const MOST_ON_A_PAGE = 300;
export const OF_EACH_OFFICE = 10;

/** What a page shows: of one ministry all, of all ministries what is not too much; and whether it was too much. */
export function shownOnPage<T extends LateInBrief>(
  all: readonly T[],
  only: string | null,
): { shown: T[]; isCut: boolean } {
  if (only !== null) return { shown: all.filter(({ ministryId }) => ministryId === only), isCut: false };
  if (all.length <= MOST_ON_A_PAGE) return { shown: [...all], isCut: false };
  const offices = grouped([...all].sort(byDaysLate), ({ ministryId, officeId }) => `${ministryId} ${officeId}`);
  return { shown: offices.flatMap(([, own]) => own.slice(0, OF_EACH_OFFICE)), isCut: true };
}

export interface LateMinistry {
  id: string;
  name: string;
  offices: { id: string; name: string; rows: LateRow[] }[];
}

/** Per ministry and within it per office; each group is as early as its longest late row. */
export const perMinistry = (rows: readonly LateRow[]): LateMinistry[] =>
  grouped([...rows].sort(byDaysLate), ({ ministry }) => ministry.id).map(([id, own]) => ({
    id,
    name: own[0]?.ministry.name ?? "",
    offices: grouped(own, ({ office }) => office.id).map(([officeId, of]) => ({
      id: officeId,
      name: of[0]?.office.name ?? "",
      rows: of,
    })),
  }));

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}

/** The Monday of the week of a day. */
export const mondayOf = (of: IsoDay): IsoDay => addDays(of, 1 - weekday(of));

/** The last moment before a day began in Amsterdam. */
export const momentBefore = (of: IsoDay): Instant => endOfDay(addDays(of, -1));

/** A register of so many weeks that has no edition yet gets all of them; an older one begins on a Monday. */
const WEEKS_TO_CATCH_UP = 8;

/**
 * The Mondays up to today of which an edition is missing, the oldest first: those since the last edition. Without one,
 * those since the register began; where that is long ago, today if it is a Monday and none otherwise.
 * @param firstRecordedAt the moment of the first event; null in an empty register
 */
export function missingMondays(today: IsoDay, firstRecordedAt: Instant | null, lastEdition: IsoDay | null): IsoDay[] {
  const found: IsoDay[] = [];
  if (firstRecordedAt === null) return found;
  const isMissing = (monday: IsoDay) =>
    lastEdition === null ? momentBefore(monday) >= firstRecordedAt : monday > lastEdition;
  for (let monday = mondayOf(today); isMissing(monday); monday = addDays(monday, -7)) found.unshift(monday);
  const isLongAgo = lastEdition === null && found.length > WEEKS_TO_CATCH_UP;
  return isLongAgo ? found.filter((monday) => monday === today) : found;
}

/** How something that was late stands when it is late no more; null for what is not in the register any more. */
export function becameInWords(standing: Standing | null): Pick<GoneRow, "settled" | "became"> {
  if (standing === null) return { settled: false, became: "ingetrokken: telt niet meer mee in het register" };
  if (standing.status === "met" || standing.status === "lapsed")
    return { settled: true, became: standingInWords(standing) };
  return { settled: false, became: whyNotLate(standing) };
}

function whyNotLate(standing: Standing): string {
  if (standing.successorId !== null) return "gaat verder in een andere toezegging";
  if (standing.awaitingJudgement) return "wacht op oordeel van de commissie";
  if (standing.frozenOn !== null) return "het dossier wordt niet meer bijgehouden";
  return `niet meer te laat; termijn nu: ${deadlineInWords(standing.deadline)}`;
}

/** An edition from what is late on its Monday, beside the edition before it. */
export function editionOf(
  day: IsoDay,
  rows: readonly LateRow[],
  before: Pick<LateEdition, "day" | "rows"> | null,
  standingNow: (commitmentId: string) => Standing | null,
): LateEdition {
  const then = new Set(before?.rows.map(({ commitmentId }) => commitmentId));
  const now = new Set(rows.map(({ commitmentId }) => commitmentId));
  return {
    day,
    knownAt: momentBefore(day),
    rows: [...rows].sort(byDaysLate),
    before: before?.day ?? null,
    fresh: before ? rows.filter(({ commitmentId }) => !then.has(commitmentId)).map(({ number }) => number) : [],
    gone: (before?.rows ?? [])
      .filter(({ commitmentId }) => !now.has(commitmentId))
      .map(({ commitmentId, number, title, ministry, daysLate }) => ({
        commitmentId,
        number,
        title,
        ministry: ministry.name,
        daysLate,
        ...becameInWords(standingNow(commitmentId)),
      })),
  };
}

export function editionCounts({ rows, before, fresh, gone }: LateEdition): EditionCounts {
  const settled = gone.filter((row) => row.settled).length;
  const since = {
    fresh: fresh.length,
    stayed: rows.length - fresh.length,
    settled,
    otherwise: gone.length - settled,
  };
  return { late: rows.length, since: before === null ? null : since };
}

/** Of these days the one nearest to a day; of two as near the earlier. Null where there is none. */
export const nearestTo = (day: IsoDay, days: readonly IsoDay[]): IsoDay | null =>
  [...days].sort((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)) || (a < b ? -1 : 1))[0] ??
  null;

/** `3 toezeggingen te laat, de langste 40 dagen`. */
export function lateInWords({ total, longest }: { total: number; longest: number }): string {
  if (total === 0) return "niets te laat";
  const days = daysInWords(longest);
  return total === 1 ? `1 toezegging te laat, ${days}` : `${total} toezeggingen te laat, de langste ${days}`;
}

/** Why there is no edition of a day. */
export function noEditionInWords(day: IsoDay, today: IsoDay): string {
  if (weekday(day) !== 1) return "Het register bewaart alleen op maandag wat te laat is, en deze dag is geen maandag.";
  if (day > today) return "Deze maandag moet nog komen. De editie wordt kort na middernacht gemaakt.";
  if (day === today) return "De editie van vandaag wordt zo gemaakt. Kijk over een paar minuten nog eens.";
  return "Op deze maandag bestond dit register nog niet, en wat het toen niet wist, bewaart het ook niet achteraf.";
}

/** What changed in a week: `1 nieuw, 2 nog steeds te laat, 3 afgedaan`. Null for the first edition. */
export function sinceInWords({ since }: EditionCounts): string | null {
  if (since === null) return null;
  const { fresh, stayed, settled, otherwise } = since;
  const rest = otherwise > 0 ? `, ${otherwise} om een andere reden niet meer te laat` : "";
  return `${fresh} nieuw, ${stayed} nog steeds te laat, ${settled} afgedaan${rest}`;
}
