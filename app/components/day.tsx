import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";

/** `4 maart 2011`. */
export function Day({ of }: { of: IsoDay }) {
  return <time dateTime={of}>{dayInWords(of)}</time>;
}
