/**
 * What "voor", "uiterlijk", "rond" and the like make of a moment: the period in which something is on time, and a Dutch
 * sentence on how it follows. The rules are the register's reading conventions for deadlines.
 */
import { addDays, dayInWords, type IsoDay, type Period, weekday, yearOf } from "../calendar.ts";
import type { AwaitedKind } from "../deadline.ts";
import type { Recess } from "../recess.ts";
import type { Moment, TimeContext } from "./moment-form.ts";
import { WEEKDAY_NAMES } from "./time-words.ts";

/** A period and how it follows; `event` only where no date does. */
export interface Outcome {
  earliest: IsoDay | null;
  latest: IsoDay | null;
  event: AwaitedKind | null;
  beforeEvent: boolean;
  /** The explanation without the words that it explains. */
  how: string;
}

export type TermName =
  | "before"
  | "justBefore"
  | "by"
  | "from"
  | "notBefore"
  | "around"
  | "after"
  | "during"
  | "between";

interface Term {
  name: TermName;
  source: string;
  apply(moment: Moment, context: TimeContext): Outcome;
}

const outcome = (earliest: IsoDay | null, latest: IsoDay | null, how: string): Outcome => ({
  earliest,
  latest,
  event: null,
  beforeEvent: false,
  how,
});

/** `donderdag 7 juli 2011`. */
export const longDay = (on: IsoDay): string => `${WEEKDAY_NAMES[weekday(on) - 1]} ${dayInWords(on)}`;

function recessBasis(recess: Recess): string {
  if (/^berekend/i.test(recess.basis)) return "(reces: berekend)";
  return recess.verified ? `(reces: ${recess.basis})` : `(reces: ${recess.basis}, niet bevestigd)`;
}

/** A deadline never starts before the words were said, unless it had passed by then. */
const notBeforeSaid = (start: IsoDay, end: IsoDay, { on }: TimeContext): IsoDay =>
  on !== null && start < on && end >= on ? on : start;

/** From the day of the text up to and including `latest`. */
function upTo(latest: IsoDay, how: string, { on }: TimeContext): Outcome {
  return outcome(on !== null && on <= latest ? on : null, latest, how);
}

function unknown(moment: Moment, name: TermName, { on, chamber }: TimeContext): Outcome {
  if (on === null || !hasRecess(moment))
    return outcome(null, null, "zonder jaar en zonder datum van de tekst volgt hieruit geen datum.");
  const how =
    chamber === "EK"
      ? "reces van de Eerste Kamer nog niet bekend, dus nog geen datum; die Kamer heeft eigen recessen."
      : "reces nog niet bekend, dus nog geen datum.";
  if (name === "after" && moment.recessName === "kerst")
    return { ...outcome(null, null, how), event: "after_christmas_recess" };
  if (name === "before" && moment.recessName === "herfst")
    return { ...outcome(null, null, how), event: "before_autumn_recess", beforeEvent: true };
  return outcome(null, null, how);
}

const hasRecess = (moment: Moment): boolean =>
  moment.kind === "recess" || (moment.kind === "season" && moment.recessName !== undefined);

function before(moment: Moment, context: TimeContext): Outcome {
  if (hasRecess(moment)) {
    if (!moment.recess) return unknown(moment, "before", context);
    const latest = addDays(moment.recess.start, -1);
    return upTo(
      latest,
      `uiterlijk de dag voor het reces begint, ${longDay(latest)} ${recessBasis(moment.recess)}.`,
      context,
    );
  }
  if (!moment.period) return unknown(moment, "before", context);
  if (moment.kind === "end") {
    return upTo(moment.period.latest, `uiterlijk de laatste dag daarvan, ${longDay(moment.period.latest)}.`, context);
  }
  const latest = addDays(moment.period.earliest, -1);
  return upTo(latest, `uiterlijk de dag ervoor, ${longDay(latest)}.`, context);
}

function justBefore(moment: Moment, context: TimeContext): Outcome {
  const start = moment.recess?.start ?? (hasRecess(moment) ? null : moment.period?.earliest);
  if (!start) return unknown(moment, "justBefore", context);
  const latest = addDays(start, -1);
  return outcome(addDays(start, -14), latest, `de twee weken ervoor, tot en met ${longDay(latest)}.`);
}

function by(moment: Moment, context: TimeContext): Outcome {
  if (!moment.period) return unknown(moment, "by", context);
  return upTo(moment.period.latest, `tot en met ${longDay(moment.period.latest)}.`, context);
}

function from(moment: Moment, context: TimeContext): Outcome {
  if (!moment.period) return unknown(moment, "from", context);
  const start = moment.period.earliest;
  return outcome(start, start, `gaat in op ${longDay(start)}.`);
}

function notBefore(moment: Moment, context: TimeContext): Outcome {
  if (!moment.period) return unknown(moment, "notBefore", context);
  const start = moment.period.earliest;
  return outcome(start, null, `niet eerder dan ${longDay(start)}; een laatste dag is niet genoemd.`);
}

const stretch = (period: Period, how: string): Outcome => outcome(period.earliest, period.latest, how);
const inWords = ({ earliest, latest }: Period): string =>
  earliest === latest ? `op ${longDay(earliest)}` : `van ${dayInWords(earliest)} tot en met ${dayInWords(latest)}`;

function around(moment: Moment, context: TimeContext): Outcome {
  if (moment.kind === "recess" && moment.recess) {
    const period = { earliest: addDays(moment.recess.start, -14), latest: addDays(moment.recess.end, 14) };
    return stretch(
      period,
      `twee weken voor het reces tot twee weken erna, ${inWords(period)} ${recessBasis(moment.recess)}.`,
    );
  }
  if (!moment.period) return unknown(moment, "around", context);
  if (moment.kind === "season" && moment.recessName === "zomer") {
    const year = yearOf(moment.period.earliest);
    const period = { earliest: `${year}-06-01`, latest: `${year}-09-30` };
    return stretch(period, `juni tot en met september, ${inWords(period)}.`);
  }
  if (moment.kind !== "day" && moment.period.earliest !== moment.period.latest) return during(moment, context);
  const period = { earliest: addDays(moment.period.earliest, -7), latest: addDays(moment.period.latest, 7) };
  return stretch(period, `een week ervoor tot een week erna, ${inWords(period)}.`);
}

function after(moment: Moment, context: TimeContext): Outcome {
  if (hasRecess(moment)) {
    if (!moment.recess) return unknown(moment, "after", context);
    const start = addDays(moment.recess.end, 1);
    const end = moment.kind === "season" ? `${yearOf(start)}-10-31` : addDays(moment.recess.end, 14);
    return outcome(
      start,
      end,
      `vanaf de dag na het reces, ${longDay(start)}, tot en met ${dayInWords(end)} ${recessBasis(moment.recess)}.`,
    );
  }
  if (!moment.period) return unknown(moment, "after", context);
  const start = addDays(moment.period.latest, 1);
  return outcome(start, null, `vanaf ${longDay(start)}; een laatste dag is niet genoemd.`);
}

function during(moment: Moment, context: TimeContext): Outcome {
  if (!moment.period) return unknown(moment, "during", context);
  const { latest } = moment.period;
  const period = { earliest: notBeforeSaid(moment.period.earliest, latest, context), latest };
  return stretch(
    period,
    moment.recess && moment.kind === "recess"
      ? `${inWords(period)} ${recessBasis(moment.recess)}.`
      : `${inWords(period)}.`,
  );
}

const SOON =
  "(?:nog |ruim |ruimschoots |liefst |in ieder geval |in elk geval |bij voorkeur |ten minste |uiterlijk |zeker |ergens |tijdig |op zijn laatst |en wel |het liefst )*";
/** What a planning puts before a moment without a preposition: "Planning: najaar 2026". */
const PLANNING =
  "(?:planning|gereed|streefdatum|richtdatum|streeftermijn|opleverdatum|verwacht|voorzien|gepland|beoogd|termijn|datum gereed)(?: is)?:(?: (?:in|op))?";

/** Tried in this order; the longest that fits counts. */
export const TERMS: readonly Term[] = [
  {
    name: "justBefore",
    source: "(?:vlak|net|kort|direct|onmiddellijk) (?:voor|vóór|voorafgaand aan)",
    apply: justBefore,
  },
  { name: "before", source: `${SOON}(?:voor|vóór|voorafgaande? aan|in (?:de )?aanloop naar|tot)`, apply: before },
  {
    name: "by",
    source:
      "(?:nog )?(?:(?:maar |doch |tot |per |op |in )?uiterlijk(?: per)?|(?:op )?ten laatste|op (?:zijn|z'n|z’n) laatst|niet later dan|voor of (?:uiterlijk )?op|vóór of (?:uiterlijk )?op|tot en met|t/m|(?:nieuwe )?deadline(?: van)?:?|(?:met als )?uiterste (?:datum|termijn)(?: is| van)?:?)(?: (?:op|in|per|aan|bij|tegen))?",
    apply: by,
  },
  {
    name: "notBefore",
    source:
      "(?:niet (?:eerder|vroeger) dan|op (?:zijn|z'n|z’n) vroegst|(?:pas )?op zijn vroegst|ten vroegste|pas vanaf)(?: (?:in|op|per|vanaf))?",
    apply: notBefore,
  },
  {
    name: "notBefore",
    source: "(?:niet (?:eerder|vroeger) dan|op (?:zijn|z'n|z’n) vroegst|ten vroegste|pas) na",
    apply: (moment, context) => ({ ...after(moment, context), latest: null }),
  },
  { name: "from", source: "(?:per|met ingang van|vanaf|ingaande(?: op)?)", apply: from },
  { name: "around", source: "(?:ergens )?(?:rond|rondom|omstreeks|tegen)", apply: around },
  {
    name: "after",
    source:
      "(?:(?:net|vlak|kort|direct|meteen|gelijk|onmiddellijk|snel) )?na(?: (?:afloop|terugkeer|terugkomst|het einde) van)?",
    apply: after,
  },
  { name: "between", source: "(?:ergens )?tussen", apply: during },
  {
    name: "during",
    source: `(?:nog )?(?:later |vroeg |laat )?(?:ergens )?(?:in(?: de loop van)?|op|gedurende|tijdens|aan|bij|met)(?: of rond)?|${PLANNING}`,
    apply: during,
  },
];

export const termNamed = (name: TermName): Term => TERMS.find((term) => term.name === name) ?? (TERMS[0] as Term);

/** A term applied to a moment, with what the words left open and the reader filled in. */
export function applied(term: Term, moment: Moment, context: TimeContext): Outcome {
  const found = term.apply(moment, context);
  const basis =
    moment.recess && found.latest !== null && !found.how.includes("(reces:") ? recessBasis(moment.recess) : "";
  const isFilled = found.earliest !== null || found.latest !== null;
  return {
    ...found,
    how: [found.how, moment.kind === "day" || moment.kind === "end" ? basis : "", isFilled ? moment.implied : ""]
      .filter(Boolean)
      .join(" "),
  };
}
