/**
 * Moments in words: "1 maart", "eind dit jaar", "volgende week". A moment is a stretch of days (or a recess) without
 * the preposition before it; what "voor", "uiterlijk" or "rond" make of it is in `deadline-terms.ts`.
 */
import {
  addDays,
  addMonths,
  day,
  daysBetween,
  type IsoDay,
  lastDayOfMonth,
  monthOf,
  monthPeriod,
  nthWeekday,
  type Period,
  quarterPeriod,
  weekday,
  yearOf,
} from "../calendar.ts";
import {
  aDay,
  type Groups,
  isEnd,
  type Moment,
  type MomentForm,
  NEXT,
  PART,
  span,
  type TimeContext,
  UNKNOWN_DAY,
} from "./moment-form.ts";
import { firstNotEnded, partOfMonth, partOfYear, relativePeriod, weekOf } from "./periods.ts";
import { RECESS_MOMENTS } from "./recess-moments.ts";
import {
  DAY_OF_MONTH,
  dayOfMonthIn,
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

const PAST_TAIL = "jl\\.?|jongstleden|j\\.l\\.|laatstleden|ll\\.";
const TAIL = `aanstaande|aankomende?|komende?|eerst(?:komend|volgend)e?|a\\.s\\.|as\\.|as${WORD_END}|${PAST_TAIL}`;

function calendarDay(groups: Groups, { on }: TimeContext): Moment | null {
  const month = /^\d/.test(groups.month ?? "") ? Number(groups.month) : monthNumber(groups.month ?? "");
  const dayNumber = dayOfMonthIn(groups.day ?? "");
  const year = /^\d\d$/.test(groups.year ?? "") ? 2000 + Number(groups.year) : yearFrom(groups.year, on);
  if (year !== null) return aDay(day(year, month, dayNumber));
  if (on === null) return day(2000, month, dayNumber) === null ? null : UNKNOWN_DAY;
  const own = day(yearOf(on), month, dayNumber);
  if (/^(?:j|l)/.test(groups.tail ?? ""))
    return aDay(own !== null && own <= on ? own : day(yearOf(on) - 1, month, dayNumber));
  return aDay(own !== null && own >= on ? own : day(yearOf(on) + 1, month, dayNumber));
}

function nextWeekday(name: string, on: IsoDay | null): Moment | null {
  if (on === null) return UNKNOWN_DAY;
  const ahead = (WEEKDAY_NAMES.indexOf(name as (typeof WEEKDAY_NAMES)[number]) + 1 - weekday(on) + 7) % 7 || 7;
  return aDay(addDays(on, ahead));
}

/** A weekday without more is a moment only after a word that sets a limit: "uiterlijk vrijdag", not "op vrijdag". */
export const BARE_WEEKDAY = "kale weekdag";

/** "begin", "midden" or "eind" of a week, month or quarter. */
function partOf(part: string, unit: string, whole: Period): Period {
  if (part.endsWith("helft") && unit !== "maand") {
    const middle = addDays(whole.earliest, Math.floor(daysBetween(whole.earliest, whole.latest) / 2));
    return part.startsWith("eerste") ? { ...whole, latest: middle } : { ...whole, earliest: addDays(middle, 1) };
  }
  if (unit === "maand") return partOfMonth(part, yearOf(whole.earliest), monthOf(whole.earliest));
  if (unit === "week") {
    const from = part === "begin" ? 0 : isEnd(part) ? 3 : 1;
    return {
      earliest: addDays(whole.earliest, from),
      latest: isEnd(part) ? whole.latest : addDays(whole.earliest, from + 2),
    };
  }
  const month = addMonths(whole.earliest, part === "begin" ? 0 : isEnd(part) ? 2 : 1);
  return monthPeriod(yearOf(month), monthOf(month));
}

/** In order of trying; of the forms that fit, the longest match counts. */
export const MOMENT_FORMS: readonly MomentForm[] = [
  {
    name: "dag die komt",
    source: `(?:${NEXT}) (?:${WEEKDAY}),? (?<day>\\d{1,2}) (?<month>${MONTH_OR_SHORT})${WORD_END}(?: (?<year>${YEAR_WORDS}))?`,
    bare: true,
    read: calendarDay,
  },
  {
    name: "dag",
    source: `(?:(?:(?:${NEXT}) )?(?:${WEEKDAY}),? )?(?:de )?(?<day>${DAY_OF_MONTH}) (?<month>${MONTH_OR_SHORT})${WORD_END}(?:(?<!${MONTH})\\.)?(?:,? (?:van )?(?<year>${YEAR_WORDS}))?(?: (?<tail>${TAIL}))?`,
    bare: false,
    read: calendarDay,
  },
  {
    name: "dagen na elkaar",
    source: `(?<day>\\d{1,2}) ?(?:en|of|à|-|–|t/m|tot en met) ?(?<last>\\d{1,2}) (?<month>${MONTH_OR_SHORT})${WORD_END}(?: (?:van )?(?<year>${YEAR_WORDS}))?`,
    bare: false,
    read(groups, context) {
      const first = calendarDay(groups, context);
      const last = calendarDay({ ...groups, day: groups.last }, context);
      if (!first || !last || Number(groups.day) >= Number(groups.last)) return null;
      if (!first.period || !last.period) return span(null);
      return span({
        earliest: first.period.earliest > last.period.earliest ? last.period.earliest : first.period.earliest,
        latest: last.period.latest,
      });
    },
  },
  {
    name: "dag in cijfers",
    source: `(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>(?:(?:19|20)\\d\\d|\\d\\d))(?!\\d|\\.\\d)`,
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
    source: `(?<part>(?:${PART}|de (?:eerste|tweede) helft|de (?:eerste|tweede|derde|vierde|laatste) week|de (?:eerste|laatste) (?:dagen|weken))(?: van)?) (?:de maand )?(?<month>${MONTH})${WORD_END}${YEAR_TAIL}`,
    bare: true,
    read({ part = "", month = "", year }, { on }) {
      const period = firstNotEnded((y) => partOfMonth(part, y, monthNumber(month)), yearFrom(year, on), on);
      return { kind: isEnd(part) ? "end" : "span", period };
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
    source: `(?:(?<part>${PART})(?: van)? )?(?:(?:het )?(?<ordinal>${ORDINAL}) (?:kwartaal|kw\\.?)|(?:q|k|kw|kwartaal )(?<digit>[1-4]))${WORD_END}${YEAR_TAIL}`,
    bare: true,
    read({ part, ordinal, digit, year }, { on }) {
      const quarter = digit ? Number(digit) : ordinalNumber(ordinal ?? "");
      const whole = firstNotEnded((y) => quarterPeriod(y, quarter), yearFrom(year, on), on);
      if (whole === null || part === undefined) return span(whole);
      const months = [0, 1, 2].map((later) => addMonths(whole.earliest, later));
      const chosen = months[/begin/.test(part) ? 0 : isEnd(part) ? 2 : 1] ?? whole.earliest;
      return { kind: isEnd(part) ? "end" : "span", period: monthPeriod(yearOf(chosen), monthOf(chosen)) };
    },
  },
  {
    name: "half jaar",
    source: `(?:de |het )?(?:(?<half>eerste|tweede|1e|2e) (?:(?:helft|half ?jaar)(?: van)? (?<year>${YEAR_WORDS}|het jaar)|(?:half ?jaar|jaarhelft)${WORD_END})|h(?<digit>[12]) (?<yearToo>${YEAR_WORDS}))`,
    bare: true,
    read({ half, digit, year, yearToo }, { on }) {
      const of = (y: number): Period =>
        digit === "1" || (half !== undefined && ordinalNumber(half) === 1)
          ? { earliest: `${y}-01-01`, latest: `${y}-06-30` }
          : { earliest: `${y}-07-01`, latest: `${y}-12-31` };
      return span(firstNotEnded(of, year === "het jaar" ? null : yearFrom(year ?? yearToo, on), on));
    },
  },
  {
    name: "deel van een jaar",
    source: `(?<part>${PART}|de (?:eerste|laatste) maanden|de eerste weken)(?: van)? (?<year>${YEAR_WORDS}|het (?:kalender)?jaar|(?<!half )jaar${WORD_END})`,
    bare: true,
    read({ part = "", year = "" }, { on }) {
      const said = /^(?:het )?(?:kalender)?jaar/.test(year) ? null : yearFrom(year, on);
      return {
        kind: isEnd(part) ? "end" : "span",
        period: firstNotEnded((y) => partOfYear(part, y), said, on),
      };
    },
  },
  {
    name: "jaareinde",
    source: `(?:het )?jaareinde${WORD_END}`,
    bare: false,
    read: (_, { on }) => ({ kind: "end", period: firstNotEnded((y) => partOfYear("eind", y), null, on) }),
  },
  {
    name: "jaarwisseling",
    source: `(?:de (?:komende )?jaarwisseling|oud en nieuw)${WORD_END}`,
    bare: false,
    read: (_, { on }) => ({
      kind: "end",
      period: firstNotEnded((y) => ({ earliest: `${y}-12-31`, latest: `${y}-12-31` }), null, on),
    }),
  },
  ...RECESS_MOMENTS,
  {
    name: "betrekkelijke periode",
    source: `(?:later |nog )?(?:in de loop van )?(?:de |het )?(?<which>dit|deze|${NEXT}|lopende|nieuwe(?= (?:kalender)?jaar)) (?<unit>week|maand|kwartaal|(?:kalender|begrotings)?jaar)${WORD_END}`,
    bare: true,
    read: ({ which = "", unit = "" }, { on }) =>
      span(relativePeriod(which, unit.replace(/kalender|begrotings/, ""), on)),
  },
  {
    name: "rest van een periode",
    source: `(?:(?:in de )?loop|(?:in )?de rest|(?:in )?het restant|(?:in )?de (?:resterende|overige) maanden) van (?:het|de|dit|deze) (?<unit>week|maand|kwartaal|jaar)${WORD_END}|(?:later|verderop) in (?:het|de) (?<unitToo>week|maand|kwartaal|jaar)${WORD_END}`,
    bare: true,
    read: ({ unit, unitToo }, { on }) => span(relativePeriod("deze", unit ?? unitToo ?? "", on)),
  },
  {
    name: "deel van een betrekkelijke periode",
    source: `(?:het |de )?(?<part>begin|medio|midden|half|halverwege|einde?|(?:eerste|tweede) helft) (?:van )?(?<which>de|deze|het|dit|(?:de |het )?(?:${NEXT})) (?<unit>week|maand|kwartaal)${WORD_END}`,
    bare: true,
    read({ part = "", which = "", unit = "" }, { on }) {
      const whole = relativePeriod(/^(?:de|het)$/.test(which) ? "deze" : which.replace(/^(?:de|het) /, ""), unit, on);
      return { kind: isEnd(part) ? "end" : "span", period: whole && partOf(part, unit, whole) };
    },
  },
  {
    name: "weeknummer",
    source: `week (?<number>[1-4]?\\d|5[0-3])(?!\\d)${YEAR_TAIL}`,
    bare: false,
    read: ({ number, year }, { on }) =>
      // 4 January is always in week 1 (ISO 8601).
      span(firstNotEnded((y) => weekOf(`${y}-01-04`, Number(number) - 1), yearFrom(year, on), on)),
  },
  {
    name: "weekdag van een maand",
    source: `de (?<nth>eerste|tweede|derde|vierde|laatste) (?<weekday>${WEEKDAY}) (?:van|in) (?:de maand )?(?<month>${MONTH})${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read({ nth = "", weekday: name = "", month = "", year }, { on }) {
      const dayOfWeek = WEEKDAY.split("|").indexOf(name) + 1;
      const of = (y: number): Period => {
        const last = lastDayOfMonth(y, monthNumber(month));
        const found =
          nth === "laatste"
            ? addDays(last, -((weekday(last) - dayOfWeek + 7) % 7))
            : nthWeekday(y, monthNumber(month), dayOfWeek, ordinalNumber(nth));
        return { earliest: found, latest: found };
      };
      return { kind: "day", period: firstNotEnded(of, yearFrom(year, on), on) };
    },
  },
  {
    name: "week van een dag",
    source: `de week (?<where>van|na) (?:maandag )?(?<day>\\d{1,2}) (?<month>${MONTH_OR_SHORT})${WORD_END}(?: (?<year>${YEAR_WORDS}))?`,
    bare: true,
    read(groups, context) {
      const inWeek = calendarDay(groups, context)?.period?.earliest;
      return span(inWeek ? weekOf(inWeek, groups.where === "na" ? 1 : 0) : null);
    },
  },
  {
    name: "dag van volgende week",
    source: `(?:${NEXT}) week (?<weekday>${WEEKDAY})${WORD_END}|(?<weekdayToo>${WEEKDAY}) (?:over|in) een week${WORD_END}`,
    bare: true,
    read: ({ weekday: name, weekdayToo }, { on }) =>
      on === null
        ? UNKNOWN_DAY
        : aDay(addDays(weekOf(on, 1).earliest, WEEKDAY.split("|").indexOf(name ?? weekdayToo ?? ""))),
  },
  {
    name: "weekdag",
    source: `(?:(?:op )?(?:${NEXT}) (?<weekday>${WEEKDAY})|(?<weekdayToo>${WEEKDAY}) (?:aanstaande|a\\.s\\.|as\\.))(?![\\p{L}\\d]| \\d)`,
    bare: true,
    read: ({ weekday: first, weekdayToo }, { on }) => nextWeekday(first ?? weekdayToo ?? "", on),
  },
  {
    name: BARE_WEEKDAY,
    source: `(?<weekday>${WEEKDAY})(?![\\p{L}\\d]| \\d)`,
    bare: false,
    read: ({ weekday: name = "" }, { on }) => nextWeekday(name, on),
  },
  {
    name: "weekend",
    source: `(?:het|dit|komend) weekend${WORD_END}`,
    bare: false,
    read: (_, { on }) =>
      span(on === null ? null : { earliest: addDays(on, 6 - weekday(on)), latest: addDays(on, 7 - weekday(on)) }),
  },
  {
    name: "vandaag of morgen",
    source: `(?<word>vandaag|vanavond|vanmiddag|morgen(?:ochtend|middag|avond)?|overmorgen)(?: nog)?${WORD_END}`,
    bare: true,
    read: ({ word = "" }, { on }) =>
      on === null ? UNKNOWN_DAY : aDay(addDays(on, word.startsWith("over") ? 2 : word.startsWith("morgen") ? 1 : 0)),
  },
  {
    name: "maanden na elkaar",
    source: `de maanden (?<month>${MONTH}) (?:en|of|tot en met|t/m) (?<last>${MONTH})${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read({ month = "", last = "", year }, { on }) {
      const of = (y: number): Period => ({
        earliest: monthPeriod(monthNumber(month) > monthNumber(last) ? y - 1 : y, monthNumber(month)).earliest,
        latest: monthPeriod(y, monthNumber(last)).latest,
      });
      return span(firstNotEnded(of, yearFrom(year, on), on));
    },
  },
  {
    name: "jaren na elkaar",
    source: "de (?:jaren|periode) (?<from>20\\d\\d) ?(?:en|-|–|tot en met|t/m|tot) ?(?<until>20\\d\\d)(?!\\d)",
    bare: false,
    read: ({ from, until }) => span({ earliest: `${from}-01-01`, latest: `${until}-12-31` }),
  },
  {
    name: "jaar",
    source: `(?:(?:het )?(?:kalender|begrotings)?jaar )?(?<year>(?:19|20)\\d\\d)(?![\\d-])`,
    bare: false,
    read: ({ year }) => span({ earliest: `${year}-01-01`, latest: `${year}-12-31` }),
  },
];
