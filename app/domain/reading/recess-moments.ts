/** Moments of the year without a date: seasons, recesses, feasts, and the years of schools and of parliament. */
import { addDays, addMonths, type Period, prinsjesdag, yearOf } from "../calendar.ts";
import { nextRecess, nextUnnamedRecess, type Recess, type RecessName, recessIn } from "../recess.ts";
import { FEAST, feast } from "./feasts.ts";
import { type Groups, isEnd, type Moment, type MomentForm, NEXT, PART, span, type TimeContext } from "./moment-form.ts";
import { firstNotEnded, seasonOf } from "./periods.ts";
import { WORD_END, YEAR_TAIL, yearFrom } from "./time-words.ts";

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

function readSeason({ season = "", year }: Groups, context: TimeContext): Moment {
  const said = yearFrom(year, context.on);
  const period = firstNotEnded((y) => seasonOf(season, y), said, context.on);
  if (season === "zomer")
    return { kind: "season", period, recess: findRecess("zomer", said, context), recessName: "zomer" };
  return { kind: "season", period };
}

/** The first, middle or last of the three months of a season. */
function partOfSeason(part: string, season: string, year: number): Period {
  const whole = seasonOf(season, year);
  const month = /^(?:(?:het )?begin|vroeg)/.test(part) ? 0 : isEnd(part) || /^(?:laa?t|na)/.test(part) ? 2 : 1;
  return { earliest: addMonths(whole.earliest, month), latest: addDays(addMonths(whole.earliest, month + 1), -1) };
}

const SEASON = "voorjaar|lente|zomer|najaar|herfst|winter";
const THIS_OR_NEXT = `dit|deze|het|de|${NEXT}|(?:de|het) (?:${NEXT})`;
const SECOND_YEAR = "(?:[-–/](?:20)?\\d\\d(?!\\d))?";

/** A year that runs from one Prinsjesdag to the next. */
const parliamentaryYearFrom = (year: number): Period => ({
  earliest: prinsjesdag(year),
  latest: addDays(prinsjesdag(year + 1), -1),
});
/** Schools count from 1 August (Wet op het primair onderwijs and the like). */
const schoolYearFrom = (year: number): Period => ({ earliest: `${year}-08-01`, latest: `${year + 1}-07-31` });

/** The year of that kind on the day of the text, or the one after it. */
function yearAround(of: (year: number) => Period, which: string, { on }: TimeContext): Period | null {
  const own = firstNotEnded(of, null, on);
  if (own === null || on === null) return null;
  const isNext = /komend|volgend|nieuw|aankomend|aanstaand/.test(which) && own.earliest <= on;
  return isNext ? of(yearOf(own.earliest) + 1) : own;
}

export const RECESS_MOMENTS: readonly MomentForm[] = [
  {
    name: "dit seizoen",
    source: `(?:dit|deze|${NEXT}) (?<season>${SEASON})${WORD_END}`,
    bare: true,
    read: readSeason,
  },
  {
    name: "seizoen met jaar",
    source: `(?<season>${SEASON}) (?:van )?(?<year>(?:19|20)\\d\\d)${SECOND_YEAR}(?!\\d)`,
    bare: true,
    read: readSeason,
  },
  {
    name: "seizoen",
    source: `(?:(?:dit|deze|de|het)? ?(?:${NEXT})? ?)(?<season>${SEASON})(?:periode|maanden)?${WORD_END}${YEAR_TAIL}${SECOND_YEAR}`,
    bare: false,
    read: readSeason,
  },
  {
    name: "deel van een seizoen",
    source: `(?:(?:de|het) )?(?<part>${PART}|vroege?|late?|na(?=zomer)) ?(?:van )?(?:(?:${THIS_OR_NEXT}) )?(?<season>${SEASON})${WORD_END}${YEAR_TAIL}`,
    bare: true,
    read({ part = "", season = "", year }, { on }) {
      const period = firstNotEnded((y) => partOfSeason(part, season, y), yearFrom(year, on), on);
      return { kind: isEnd(part) ? "end" : "span", period };
    },
  },
  {
    name: "reces",
    source: `(?:(?:het|dit|de|elk) )?(?:(?:${NEXT}) )?(?<recess>zomer|kerst|mei|voorjaars|krokus|herfst|verkiezings)?-?reces(?:periode)?${WORD_END}${YEAR_TAIL}${SECOND_YEAR}`,
    bare: false,
    read: ({ recess, year }, context) =>
      recessMoment(recess ? (RECESS_NAMES[recess] ?? null) : null, yearFrom(year, context.on), context),
  },
  {
    name: "vakantie",
    source: `(?:de )?(?:(?:${NEXT}) )?(?<recess>zomer|kerst|mei|voorjaars|krokus|herfst)vakantie(?:periode)?${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read: ({ recess = "", year }, context) => ({
      ...recessMoment(RECESS_NAMES[recess] ?? null, yearFrom(year, context.on), context),
      implied: "De vakantie is gelezen als het reces van de Kamer.",
    }),
  },
  {
    name: "kerst",
    source: `(?:de )?(?:(?:${NEXT}) )?(?:kerst(?:mis|dagen|periode)?|feestdagen)${WORD_END}`,
    bare: false,
    read: (_, context) => recessMoment("kerst", null, context),
  },
  {
    name: "feestdag",
    source: `(?<feast>${FEAST})${WORD_END}${YEAR_TAIL}`,
    bare: false,
    read: ({ feast: name = "", year }, { on }) => ({
      kind: "day",
      period: firstNotEnded((y) => feast(name, y), yearFrom(year, on), on),
    }),
  },
  {
    name: "schooljaar",
    source: `(?:het |de )?(?:school|studie|cursus)jaar (?<from>(?:19|20)\\d\\d)[-–/](?:20)?\\d\\d(?!\\d)`,
    bare: false,
    read: ({ from }) => span(schoolYearFrom(Number(from))),
  },
  {
    name: "dit schooljaar",
    source: `(?<which>dit|${NEXT}) (?:school|studie|cursus)jaar${WORD_END}(?! \\d)`,
    bare: true,
    read: ({ which = "" }, context) => span(yearAround(schoolYearFrom, which, context)),
  },
  {
    name: "het schooljaar",
    source: `(?:het|de) (?:(?<which>${NEXT}|nieuwe|lopende|huidige) )?(?:school|studie|cursus)jaar${WORD_END}(?! \\d)`,
    bare: false,
    read: ({ which = "" }, context) => span(yearAround(schoolYearFrom, which, context)),
  },
  {
    name: "dit parlementair jaar",
    source: `(?<which>dit|${NEXT}) (?:parlementaire? jaar|vergaderjaar|zittingsjaar)${WORD_END}(?! \\d)`,
    bare: true,
    read: ({ which = "" }, context) => span(yearAround(parliamentaryYearFrom, which, context)),
  },
  {
    name: "het parlementair jaar",
    source: `(?:het|de) (?:(?<which>${NEXT}|nieuwe|lopende|huidige) )?(?:parlementaire? jaar|vergaderjaar|zittingsjaar)${WORD_END}(?! \\d)`,
    bare: false,
    read: ({ which = "" }, context) => span(yearAround(parliamentaryYearFrom, which, context)),
  },
];
