/** Deadlines as a calendar (RFC 5545): a whole day for each, that gets in nobody's way. */
import {
  escape as escaped,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { dayInWords } from "#app/domain/calendar.ts";
import { isInventedNotice, STATUS_WORDS } from "#app/domain/commitment.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import type { DatedCommitment } from "#db/public.ts";
import type { PageOf } from "./commitment-columns.ts";
import { xmlText } from "./xml-text.ts";

export const ICS_TYPE = "text/calendar; charset=utf-8";

interface DeadlineCalendar {
  name: string;
  description: string;
  page: string;
}

/** How long a program may keep what it has, in seconds. */
const HOURS_4 = 4 * 60 * 60;

/** The calendar, written while it is read. */
export async function* ics(
  { name, description, page }: DeadlineCalendar,
  batches: AsyncIterable<readonly DatedCommitment[]>,
  pageOf: PageOf,
): AsyncGenerator<string> {
  const calendar = (events: readonly DatedCommitment[]) =>
    new ICalCalendar({
      prodId: { company: "Toezeggingenregister", product: "Termijnen", language: "NL" },
      method: ICalCalendarMethod.PUBLISH,
      name: escaped(oneLine(name), false),
      description: escaped(oneLine(description), false),
      url: page,
      ttl: HOURS_4,
      events: events.map((one) => eventOf(one, pageOf)),
    }).toString();
  const empty = calendar([]);
  const head = empty.slice(0, empty.indexOf(END));
  yield head;
  // Each batch is a calendar of its own; of it goes along what stands between the head and the end.
  for await (const batch of batches) {
    const whole = calendar(batch);
    yield whole.slice(head.length, whole.lastIndexOf(END));
  }
  yield `${END}\r\n`;
}

const END = "END:VCALENDAR";

const oneLine = (text: string): string => xmlText(text).replace(/\s+/g, " ").trim();

/** What stands before the title: what came of it, or what kind of day it is. */
function summaryOf({ title, standing: { status }, isExpected }: DatedCommitment): string {
  if (status === "met") return `Voldaan: ${title}`;
  if (status === "lapsed") return `Vervallen: ${title}`;
  return isExpected ? `Brief verwacht: ${title}` : `Termijn: ${title}`;
}

function eventOf(one: DatedCommitment, pageOf: PageOf): ICalEventData {
  const { number, standing, day, isExpected, revision, changedAt } = one;
  return {
    id: `toezegging-${number}@toezeggingenregister`,
    summary: oneLine(summaryOf(one)),
    description: descriptionOf(one).map(oneLine).join("\n"),
    url: pageOf(number),
    allDay: true,
    timezone: "UTC",
    start: new Date(`${day}T00:00:00Z`),
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    sequence: revision,
    transparency: ICalEventTransparency.TRANSPARENT,
    status:
      standing.status === "lapsed"
        ? ICalEventStatus.CANCELLED
        : isExpected && standing.status !== "met"
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
  };
}

/** The deadline in its own words first: the day is what follows from them. */
function descriptionOf({ number, standing, day, isExpected, office, ministry, dossier }: DatedCommitment): string[] {
  return [
    `Termijn: ${deadlineInWords(standing.deadline)}.`,
    ...(isExpected ? [`Op ${dayInWords(day)} is de brief verwacht. Een latere brief maakt dit niet te laat.`] : []),
    ...(standing.postponements > 0
      ? [`Verschoven: ${standing.postponements} keer. Eerste termijn: ${deadlineInWords(standing.original)}.`]
      : []),
    `Status: ${STATUS_WORDS[standing.status]}.`,
    `Gedaan door de ${office}; verantwoordelijk: ${ministry}.`,
    `Toezegging ${number}, dossier ${dossier.name}.`,
    ...(standing.frozenOn
      ? [`Stand op ${dayInWords(standing.frozenOn)}; dit dossier wordt niet meer bijgehouden.`]
      : []),
    ...(dossier.isInvented ? [isInventedNotice] : []),
  ];
}
