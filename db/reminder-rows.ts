/** What a committee has open with each ministry on a day, as rows of a reminder: published commitments to that committee. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { paperInWords, parsePaper } from "#app/domain/paper.ts";
import {
  dueInWords,
  inReminderOrder,
  type LeftOut,
  placeInReminder,
  postponedInWords,
  type ReminderEdition,
  type ReminderRow,
} from "#app/domain/reminder.ts";
import { standingOf } from "#app/domain/standing.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import type { Db } from "./client.ts";
import { nowOn } from "./moment.ts";
import { holdsOn } from "./register-list.ts";
import {
  addressees,
  commitments,
  committees,
  debates,
  dossiers,
  groups,
  letters,
  members,
  ministries,
  offices,
  periods,
} from "./schema.ts";

/** A reminder to one ministry, before it is sent. */
export interface ComposedReminder {
  ministryId: string;
  edition: ReminderEdition;
  /** What is open and not asked about, and why. */
  leftOut: { number: string; title: string; why: LeftOut }[];
}

/** A reminder for each ministry that has something open with the committee on a day, by name; of one ministry where it is given. */
export async function composeReminders(
  committeeId: string,
  ministryId: string | null,
  asOf: IsoDay,
): Promise<ComposedReminder[]> {
  const { from } = await nowOn(asOf);
  const committee = await from.query.committees.findFirst({ where: eq(committees.id, committeeId) });
  if (!committee) return [];
  const found = await openWith(from, committeeId, ministryId, asOf);
  const told = await wordsFor(from, found);
  const ministryNames = new Map(found.map(({ ministry }) => [ministry.id, ministry.name]));
  const composed = [...ministryNames].map(([id, ministry]): ComposedReminder => {
    const own = found.filter((row) => row.ministry.id === id);
    const rows = own.flatMap((row) => {
      const place = placeInReminder(row.standing);
      const on = row.standing.dueOn ?? row.standing.expectedOn;
      return place && "group" in place ? [{ on, ...rowOf(row, place.group, told) }] : [];
    });
    const leftOut = own.flatMap(({ commitment: { number, title }, standing }) => {
      const place = placeInReminder(standing);
      return place && "leftOut" in place ? [{ number: number ?? "", title, why: place.leftOut }] : [];
    });
    const { name, chamber } = committee;
    const inOrder = inReminderOrder(rows).map(({ on: _on, ...row }) => row);
    return { ministryId: id, edition: { committee: name, ministry, chamber, asOf, rows: inOrder }, leftOut };
  });
  return composed.sort((a, b) => a.edition.ministry.localeCompare(b.edition.ministry, "nl"));
}

type Open = Awaited<ReturnType<typeof openWith>>[number];

async function openWith(from: Db, committeeId: string, ministryId: string | null, asOf: IsoDay) {
  const rows = await from
    .select({
      commitment: commitments,
      state: periods.state,
      ministry: { id: ministries.id, name: ministries.name },
      office: offices.name,
      dossier: { name: dossiers.name, isInvented: dossiers.isInvented },
      debate: { title: debates.title, paper: debates.paper },
      letter: { title: letters.title, paper: letters.paper },
    })
    .from(commitments)
    .innerJoin(periods, eq(periods.commitmentId, commitments.id))
    .innerJoin(ministries, eq(ministries.id, periods.ministryId))
    .innerJoin(offices, eq(offices.id, commitments.officeId))
    .innerJoin(dossiers, eq(dossiers.id, commitments.dossierId))
    .leftJoin(debates, eq(debates.id, commitments.originId))
    .leftJoin(letters, eq(letters.id, commitments.originId))
    .where(
      and(
        isNotNull(commitments.number),
        eq(commitments.committeeId, committeeId),
        eq(periods.countsAsOpen, true),
        ministryId === null ? undefined : eq(periods.ministryId, ministryId),
        holdsOn(asOf),
      ),
    );
  return rows.map(({ state, ...row }) => ({ ...row, standing: standingOf(state, asOf) }));
}

interface Told {
  to: Map<string, string[]>;
  letterDay: (id: string) => IsoDay | null;
}

/** To whom each was promised, and the days of the letters that they did not come back in. */
async function wordsFor(from: Db, found: readonly Open[]): Promise<Told> {
  const ids = found.map(({ commitment }) => commitment.id);
  const people = await from
    .select({ commitmentId: addressees.commitmentId, kind: addressees.kind, member: members.name, group: groups.name })
    .from(addressees)
    .leftJoin(members, and(eq(addressees.kind, "member"), eq(members.id, addressees.addresseeId)))
    .leftJoin(groups, and(eq(addressees.kind, "group"), eq(groups.id, addressees.addresseeId)))
    .where(inArray(addressees.commitmentId, ids));
  const to = new Map<string, string[]>();
  for (const { commitmentId, member, group } of people)
    to.set(commitmentId, [...(to.get(commitmentId) ?? []), member ?? (group ? `de fractie van ${group}` : "")]);
  const missed = found.flatMap(({ standing }) => standing.missedLetterId ?? []);
  const days = new Map(
    (await from.select({ id: letters.id, date: letters.date }).from(letters).where(inArray(letters.id, missed))).map(
      ({ id, date }) => [id, date],
    ),
  );
  return { to, letterDay: (id) => days.get(id) ?? null };
}

function rowOf(
  { commitment, standing, office, dossier, debate, letter }: Open,
  group: ReminderRow["group"],
  told: Told,
): ReminderRow {
  const { id, number, title, madeOn } = commitment;
  return {
    commitmentId: id,
    number: number ?? "",
    title,
    group,
    madeOn,
    origin: originInWords(debate ?? letter, madeOn),
    to: told.to.get(id)?.filter(Boolean).sort() ?? [],
    office,
    dossier: dossier.name,
    isInvented: dossier.isInvented,
    status: standing.status,
    daysLate: standing.daysLate,
    deadline: deadlineInWords(standing.deadline),
    due: dueInWords(standing, told.letterDay),
    postponed: postponedInWords(standing),
  };
}

/** The title of a debate names its day as a rule; where it does not, the day is put in. */
function originInWords(origin: { title: string; paper: string | null } | null, madeOn: IsoDay): string {
  const day = dayInWords(madeOn);
  const title = origin?.title ?? "";
  const dated = title === "" ? day : title.includes(day) ? title : `${title}, ${day}`;
  const paper = parsePaper(origin?.paper ?? "");
  return paper ? `${dated} (${paperInWords(paper)})` : dated;
}
