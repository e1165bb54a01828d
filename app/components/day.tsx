import {
  dayInWords,
  dayOfMonth,
  type IsoDay,
  lastDayOfMonth,
  monthOf,
  monthPeriod,
  quarterPeriod,
  yearOf,
} from "#app/domain/calendar.ts";

const QUARTERS = ["eerste", "tweede", "derde", "vierde"] as const;

/** `4 maart 2011`. */
export function Day({ of }: { of: IsoDay }) {
  return <time dateTime={of}>{dayInWords(of)}</time>;
}

/** The stretch of days that a deadline means, in the shortest words that say the same. */
export function PeriodOf({ earliest, latest }: { earliest: IsoDay | null; latest: IsoDay | null }) {
  if (latest === null)
    return earliest === null ? (
      <>geen datum</>
    ) : (
      <>
        vanaf <Day of={earliest} />
      </>
    );
  if (earliest === null)
    return (
      <>
        uiterlijk <Day of={latest} />
      </>
    );
  if (earliest === latest) return <Day of={latest} />;

  const [year, month] = [yearOf(earliest), monthOf(earliest)];
  const sameYear = year === yearOf(latest);
  if (earliest === monthPeriod(year, month).earliest && latest === lastDayOfMonth(year, month))
    return <time dateTime={earliest.slice(0, 7)}>{dayInWords(earliest).replace(/^\d+ /, "")}</time>;
  if (sameYear && earliest.endsWith("-01-01") && latest.endsWith("-12-31"))
    return <time dateTime={String(year)}>{year}</time>;
  const quarter = Math.ceil(month / 3);
  const whole = quarterPeriod(year, quarter);
  if (earliest === whole.earliest && latest === whole.latest)
    return (
      <>
        {QUARTERS[quarter - 1]} kwartaal van {year}
      </>
    );

  const shortened = !sameYear
    ? dayInWords(earliest)
    : month === monthOf(latest)
      ? String(dayOfMonth(earliest))
      : dayInWords(earliest).replace(/ \d+$/, "");
  return (
    <>
      <time dateTime={earliest}>{shortened}</time> – <Day of={latest} />
    </>
  );
}
