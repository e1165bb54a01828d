/**
 * Moments in words: "1 maart", "eind dit jaar", "het zomerreces". A moment is a stretch of days (or a recess) without
 * the preposition before it; what "voor", "uiterlijk" or "rond" make of it is in `deadline-terms.ts`.
 */
import {
  addDays,
  addMonths,
  day,
  type IsoDay,
  monthOf,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekday,
  yearOf,
} from "../calendar.ts";
import { type Chamber, nextRecess, nextUnnamedRecess, type Recess, type RecessName, recessIn } from "../recess.ts";
import { firstNotEnded, partOfMonth, partOfYear, relativePeriod, seasonOf, weekOf } from "./periods.ts";
import {
  MONTH,
  MONTH_OR_SHORT,
  monthNumber,
  ORDINAL,
  ordinalNumber,
  WEEKDAY,
  WEEKDAY_NAMES,
  WORD_END,
  YEAR_TAIL,
  YEAR_WORDS,
  yearFrom,
} from "./time-words.ts";

export interface TimeContext {
  /** The day on which the words were said or written; null where unknown. */
  on: IsoDay | null;
  chamber: Chamber;
  recesses: readonly Recess[];
}

export interface Moment {
  /**
   * `end`: the last part of something ("eind juni"), so that "voor eind juni" runs to its last day; `season` and
   * `recess` have a recess beside their days; a `month` or longer is `span`.
   */
  kind: "day" | "span" | "end" | "season" | "recess";
  /** Null where the words alone give no days. */
  period: Period | null;
  recess?: Recess | null;
  recessName?: RecessName | null;
}

type Groups = Record<string, string | undefined>;
interface MomentForm {
  name: string;
  source: string;
  /** Whether it is a deadline without a preposition too ("eind dit jaar", not "1 maart"). */
  bare: boolean;
  read(groups: Groups, context: TimeContext): Moment | null;
}

const span = (period: Period | null): Moment => ({ kind: "span", period });
const aDay = (on: IsoDay | null): Moment | null =>
  on === null ? null : { kind: "day", period: { earliest: on, latest: on } };

/** The named recess that the words mean: of the year said, else the first after the day of the text. */
function findRecess(
  name: RecessName | null,
  year: number | null,
  { on, chamber, recesses }: TimeContext,
): Recess | null {
  if (name !== null && year !== null) return recessIn(recesses, chamber, name, year);
  if (on === null) return null;
  return name === null ? nextUnnamedRecess(recesses, chamber, on) : nextRecess(recesses, chamber, name, on);
}

const RECESS_NAMES: Record<string, RecessName> = {
  zomer: "zomer",
  kerst: "kerst",
  mei: "mei",
  voorjaars: "voorjaar",
  krokus: "voorjaar",
  herfst: "herfst",
  verkiezings: "verkiezing",
};

function recessMoment(name: RecessName | null, year: number | null, context: TimeContext): Moment {
  const recess = findRecess(name, year, context);
  return { kind: "recess", period: recess && { earliest: recess.start, latest: recess.end }, recess, recessName: name };
}

function calendarDay(groups: Groups, { on }: TimeContext): Moment | null {
  const month = /^\d/.test(groups.month ?? "") ? Number(groups.month) : monthNumber(groups.month ?? "");
  const dayNumber = Number(groups.day);
  const year = yearFrom(groups.year, on);
  if (year !== null) return aDay(day(year, month, dayNumber));
  if (on === null) return null;
  const own = day(yearOf(on), month, dayNumber);
  if (/^j/.test(groups.tail ?? ""))
    return aDay(own !== null && own <= on ? own : day(yearOf(on) - 1, month, dayNumber));
  return aDay(own !== null && own >= on ? own : day(yearOf(on) + 1, month, dayNumber));
}

function nextWeekday(name: string, on: IsoDay | null): Moment | null {
  if (on === null) return null;
  const ahead = (WEEKDAY_NAMES.indexOf(name as (typeof WEEKDAY_NAMES)[number]) + 1 - weekday(on) + 7) % 7 || 7;
  return aDay(addDays(on, ahead));
}

const NEXT = "(?:eerst ?)?(?:volgende?|komende?)|aankomende?|aanstaande?";
const PART = "begin|medio|half|halverwege|(?:het )?einde?";

/** In order of trying; of the forms that fit, the longest match counts. */
export const MOMENT_FORMS: readonly MomentForm[] = [
  {
    name: "dag",
    source: `(?:(?:${WEEKDAY}) )?(?<day>\\d{1,2})(?:e|ste|de)? (?<month>${MONTH_OR_SHORT})${WORD_END}(?:(?<!${MONTH})\\.)?(?: (?<year>${YEAR_WORDS}))?(?: (?<tail>aanstaande|aankomende?|a\\.s\\.|as\\.|as${WORD_END}|jl\\.?|jongstleden|j\\.l\\.))?`,
    bare: false,
    read: calendarDay,
  },
  {
    name: "dag in cijfers",
    source: `(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>(?:19|20)\\d\\d)(?!\\d)`,
    bare: false,
    read: calendarDay,
  },
  {
    name: "dag volgens ISO",
    source: `(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`,
    bare: false,
    read: calendarDay,
  },
  {
    name: "deel van een maand",
    source: `(?<part>(?:${PART}|de (?:eerste|tweede) helft|de (?:eerste|tweede|derde|vierde|laatste) week)(?: van)?) (?:de maand )?(?<month>${MONTH})${WORD_END}${YEAR_TAIL}`,
    bare: true,
    read({ part = "", month = "", year }, { on }) {
      const period = firstNotEnded((y) => partOfMonth(part, y, monthNumber(month)), yearFrom(year, on), on);
      return { kind: /^(?:het )?eind/.test(part) ? "end" : "span", period };
    },
  },
  {
    name: "maand",
    source: `(?:de maand )?(?<month>${MONTH})${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read: ({ month = "", year }, { on }) =>
      span(firstNotEnded((y) => monthPeriod(y, monthNumber(month)), yearFrom(year, on), on)),
  },
  {
    name: "kwartaal",
    source: `(?:(?<part>${PART})(?: van)? )?(?:(?:het )?(?<ordinal>${ORDINAL}) kwartaal|(?:q|kwartaal )(?<digit>[1-4]))${WORD_END}${YEAR_TAIL}`,
    bare: true,
    read({ part, ordinal, digit, year }, { on }) {
      const quarter = digit ? Number(digit) : ordinalNumber(ordinal ?? "");
      const whole = firstNotEnded((y) => quarterPeriod(y, quarter), yearFrom(year, on), on);
      if (whole === null || part === undefined) return span(whole);
      const months = [0, 1, 2].map((later) => addMonths(whole.earliest, later));
      const chosen = months[part.startsWith("begin") ? 0 : /eind/.test(part) ? 2 : 1] ?? whole.earliest;
      return { kind: /eind/.test(part) ? "end" : "span", period: monthPeriod(yearOf(chosen), monthOf(chosen)) };
    },
  },
  {
    name: "half jaar",
    source: `(?:de |het )?(?<half>eerste|tweede|1e|2e) (?:helft|half ?jaar)(?: van)? (?<year>${YEAR_WORDS}|het jaar)`,
    bare: true,
    read({ half = "", year }, { on }) {
      const of = (y: number): Period =>
        ordinalNumber(half) === 1
          ? { earliest: `${y}-01-01`, latest: `${y}-06-30` }
          : { earliest: `${y}-07-01`, latest: `${y}-12-31` };
      return span(firstNotEnded(of, year === "het jaar" ? null : yearFrom(year, on), on));
    },
  },
  {
    name: "deel van een jaar",
    source: `(?<part>${PART}|de eerste maanden)(?: van)? (?<year>${YEAR_WORDS}|het (?:kalender)?jaar)`,
    bare: true,
    read({ part = "", year = "" }, { on }) {
      const period = firstNotEnded(
        (y) => partOfYear(part, y),
        /^het (?:kalender)?jaar/.test(year) ? null : yearFrom(year, on),
        on,
      );
      return { kind: /eind/.test(part) ? "end" : "span", period };
    },
  },
  {
    name: "jaarwisseling",
    source: `(?:de jaarwisseling|(?:het )?jaareinde|oud en nieuw)${WORD_END}`,
    bare: false,
    read: (_, { on }) => ({ kind: "end", period: firstNotEnded((y) => partOfYear("eind", y), null, on) }),
  },
  {
    name: "dit seizoen",
    source: `(?:dit|deze|${NEXT}) (?<season>voorjaar|lente|zomer|najaar|herfst|winter)${WORD_END}`,
    bare: true,
    read: readSeason,
  },
  {
    name: "seizoen",
    source: `(?:(?:dit|deze|de|het)? ?(?:${NEXT})? ?)(?<season>voorjaar|lente|zomer|najaar|herfst|winter)(?:periode)?${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read: readSeason,
  },
  {
    name: "reces",
    source: `(?:(?:het|dit|de) )?(?:(?:${NEXT}) )?(?<recess>zomer|kerst|mei|voorjaars|krokus|herfst|verkiezings)?-?reces(?:periode)?${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read: ({ recess, year }, context) =>
      recessMoment(recess ? (RECESS_NAMES[recess] ?? null) : null, yearFrom(year, context.on), context),
  },
  {
    name: "kerst",
    source: `(?:de )?kerst(?:mis|dagen|vakantie|periode)?${WORD_END}`,
    bare: false,
    read: (_, context) => recessMoment("kerst", null, context),
  },
  {
    name: "betrekkelijke periode",
    source: `(?:later |nog )?(?:in de loop van )?(?:de )?(?<which>dit|deze|${NEXT}|lopende) (?<unit>week|maand|kwartaal|(?:kalender)?jaar)${WORD_END}`,
    bare: true,
    read: ({ which = "", unit = "" }, { on }) => span(relativePeriod(which, unit.replace("kalender", ""), on)),
  },
  {
    name: "einde van een periode",
    source: `(?:het |de )?einde? (?:van )?(?<which>de|deze|het|dit|${NEXT}) (?<unit>week|maand|kwartaal)${WORD_END}`,
    bare: true,
    read({ which = "", unit = "" }, { on }) {
      const whole = relativePeriod(/^(?:de|het)$/.test(which) ? "deze" : which, unit, on);
      return {
        kind: "end",
        period: whole && { earliest: addDays(whole.latest, unit === "week" ? -3 : -9), latest: whole.latest },
      };
    },
  },
  {
    name: "deel van de volgende maand",
    source: `(?<part>begin|medio|half|halverwege) (?:van )?(?<which>deze|${NEXT}) maand${WORD_END}`,
    bare: true,
    read({ part = "", which = "" }, { on }) {
      const whole = relativePeriod(which, "maand", on);
      return span(whole && partOfMonth(part, yearOf(whole.earliest), monthOf(whole.earliest)));
    },
  },
  {
    name: "week van een dag",
    source: `de week van (?:maandag )?(?<day>\\d{1,2}) (?<month>${MONTH_OR_SHORT})${WORD_END}(?: (?<year>${YEAR_WORDS}))?`,
    bare: true,
    read(groups, context) {
      const inWeek = calendarDay(groups, context)?.period?.earliest;
      return span(inWeek ? weekOf(inWeek, 0) : null);
    },
  },
  {
    name: "dag van volgende week",
    source: `volgende week (?<weekday>${WEEKDAY})${WORD_END}`,
    bare: true,
    read: ({ weekday: name = "" }, { on }) =>
      on === null ? null : aDay(addDays(weekOf(on, 1).earliest, WEEKDAY.split("|").indexOf(name))),
  },
  {
    name: "weekdag",
    source: `(?:(?:op )?(?:${NEXT}) (?<weekday>${WEEKDAY})|(?<weekdayToo>${WEEKDAY}) (?:aanstaande|a\\.s\\.|as\\.))${WORD_END}`,
    bare: true,
    read: ({ weekday: first, weekdayToo }, { on }) => nextWeekday(first ?? weekdayToo ?? "", on),
  },
  {
    name: "weekend",
    source: `(?:het|dit|komend) weekend${WORD_END}`,
    bare: false,
    read: (_, { on }) =>
      on === null ? null : span({ earliest: addDays(on, 6 - weekday(on)), latest: addDays(on, 7 - weekday(on)) }),
  },
  {
    name: "vandaag of morgen",
    source: `(?<word>vandaag|vanavond|vanmiddag|morgen(?:ochtend|middag|avond)?|overmorgen)(?: nog)?${WORD_END}`,
    bare: true,
    read: ({ word = "" }, { on }) =>
      on === null ? null : aDay(addDays(on, word.startsWith("over") ? 2 : word.startsWith("morgen") ? 1 : 0)),
  },
  {
    name: "schooljaar",
    source: `(?:het |de )?(?:school|studie)jaar (?<year>(?:19|20)\\d\\d)[-–/](?:20)?\\d\\d(?!\\d)`,
    bare: false,
    read: ({ year }) => span({ earliest: `${year}-08-01`, latest: `${Number(year) + 1}-07-31` }),
  },
  {
    name: "jaar",
    source: `(?:het jaar )?(?<year>(?:19|20)\\d\\d)(?![\\d-])`,
    bare: false,
    read: ({ year }) => span({ earliest: `${year}-01-01`, latest: `${year}-12-31` }),
  },
];

function readSeason({ season = "", year }: Groups, context: TimeContext): Moment {
  const said = yearFrom(year, context.on);
  const period = firstNotEnded((y) => seasonOf(season, y), said, context.on);
  if (season === "zomer")
    return { kind: "season", period, recess: findRecess("zomer", said, context), recessName: "zomer" };
  return { kind: "season", period };
}
