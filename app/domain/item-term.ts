/**
 * The term of a measure: words to whole months from a start, and so to a period once the day of the start is known. What
 * the words leave open stays open.
 */
import { addMonths, dayInWords, type IsoDay, type Period } from "./calendar.ts";
import type { Measure } from "./events.ts";
import { isVagueNumber, NUMBER, numberValue } from "./reading/time-words.ts";

export interface ReadTerm {
  fromMonth: number | null;
  untilMonth: number | null;
  /** The event that the words count from, where they name one: "het team operationeel is". */
  awaits: string | null;
}

const OPEN: ReadTerm = { fromMonth: null, untilMonth: null, awaits: null };

/** A number, a range of numbers, and the unit; with what it counts from behind it. */
const SPAN = new RegExp(
  `^(?<within>binnen |uiterlijk (?:na |binnen )?|in )?(?:(?<a>${NUMBER})(?: ?(?:-|–|tot|à|a|tot en met|t/m) ?(?<b>${NUMBER}))?|(?<half>(?:een )?half)) ?(?<unit>maand|maanden|mnd|jaar|jaren)(?: (?:na|vanaf|nadat|te rekenen vanaf) (?<start>.+))?$`,
  "iu",
);

/**
 * "6-9 maanden" is 6 to 9, "binnen een jaar" 0 to 12, "direct" 0 to 0; "zodra het team werkt" 0 to 0, counted from that
 * event. Words without months, or with a beginning and no end ("na een jaar"), give none.
 */
export function readTerm(words: string): ReadTerm {
  const text = words.replace(/\s+/g, " ").replace(/\.$/, "").trim();
  if (/^(?:direct|meteen|onmiddellijk|per direct)$/i.test(text)) return { fromMonth: 0, untilMonth: 0, awaits: null };
  const asSoonAs = /^(?:zodra|direct nadat|meteen nadat) (?<start>.+)$/i.exec(text)?.groups?.start;
  if (asSoonAs) return { fromMonth: 0, untilMonth: 0, awaits: asSoonAs };
  const { within, a, b, half, unit = "", start } = SPAN.exec(text)?.groups ?? {};
  if ((!a && !half) || [a, b].some((number) => number && isVagueNumber(number.toLowerCase()))) return OPEN;
  const perUnit = /^j/i.test(unit) ? 12 : 1;
  const last = half ? 0.5 : numberValue((b ?? a ?? "").toLowerCase());
  const first = within ? 0 : half ? last : numberValue((a ?? "").toLowerCase());
  const months = { fromMonth: first * perUnit, untilMonth: last * perUnit };
  const isWhole = Number.isInteger(months.fromMonth) && Number.isInteger(months.untilMonth);
  return isWhole && months.fromMonth <= months.untilMonth && months.untilMonth <= 600
    ? { ...months, awaits: start ?? null }
    : OPEN;
}

/** From when until when, inclusive. Null where the words give no months, or the day of the start is not known. */
export function measurePeriod({ fromMonth, untilMonth }: Measure, startOn: IsoDay | null): Period | null {
  if (startOn === null || fromMonth === null || untilMonth === null) return null;
  return { earliest: addMonths(startOn, fromMonth), latest: addMonths(startOn, untilMonth) };
}

/** `van 1 juli 2012 tot en met 1 oktober 2012`; `vanaf 1 januari 2012` for what begins at once. */
export function termInWords(measure: Measure, startOn: IsoDay | null): string {
  const { term, start } = measure;
  if (!term) return "Het document noemt geen termijn, of welke termijn hierbij hoort is niet bekend.";
  const period = measurePeriod(measure, startOn);
  if (period)
    return `“${term}”: ${
      period.earliest !== period.latest
        ? `van ${dayInWords(period.earliest)} tot en met ${dayInWords(period.latest)}`
        : measure.untilMonth === 0
          ? `vanaf ${dayInWords(period.earliest)}`
          : `op ${dayInWords(period.earliest)}`
    }.`;
  if (measure.fromMonth === null) return `“${term}”: daar volgt geen datum uit.`;
  if (!start) return `“${term}”: vanaf welke dag dat telt, is niet bekend. Daarom volgt er geen datum uit.`;
  return `“${term}”: dat telt vanaf “${start.words}”. De dag daarvan is niet bekend.`;
}
